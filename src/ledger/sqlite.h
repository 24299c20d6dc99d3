// A ledger's database in a file: SQLite, as a GeoPackage.
#pragma once

#include <memory>
#include <string>

#include "ledger/database.h"

namespace herald::ledger {

// Creates the file where there is none. Waits up to a minute for another writer.
[[nodiscard]] Result<std::unique_ptr<Database>> open_sqlite(const std::string& path);

}  // namespace herald::ledger
