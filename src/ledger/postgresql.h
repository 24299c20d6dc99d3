// A ledger's database on a server: PostgreSQL 12 or later with PostGIS, through libpq.
#pragma once

#include <memory>
#include <string>

#include "ledger/database.h"

namespace herald::ledger {

// postgresql://… or postgres://…, or libpq's keyword=value form; all else names a file.
[[nodiscard]] bool is_postgresql(const std::string& where);

// The same address without what is secret in it, to be shown to people.
[[nodiscard]] std::string shown_address(const std::string& where);

// Waits ten seconds for the server unless the address says otherwise, and a minute for another writer.
[[nodiscard]] Result<std::unique_ptr<Database>> open_postgresql(const std::string& where);

}  // namespace herald::ledger
