// The ledger's tables and their migrations. docs/ledger_format.md describes every column.
#pragma once

#include "ledger/sqlite.h"

namespace herald::ledger {

inline constexpr int64_t kSchemaVersion = 2;

// Brings a new or older file to kSchemaVersion in one transaction a step; refuses files that are no ledger or are newer than this program.
[[nodiscard]] Status migrate(const Database& database);

}  // namespace herald::ledger
