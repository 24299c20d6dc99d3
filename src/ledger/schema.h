// The ledger's tables and their migrations. docs/ledger_format.md describes every column.
#pragma once

#include "ledger/database.h"

namespace herald::ledger {

inline constexpr int64_t kSchemaVersion = 4;

// What to do where there is no ledger yet.
enum class Missing : uint8_t { make, refuse };

// Brings a new or older ledger to kSchemaVersion in one transaction a step; refuses what is no ledger or is newer than this program.
[[nodiscard]] Status migrate(const Database& database, Missing missing);

// That there is none.
[[nodiscard]] Error no_ledger();

}  // namespace herald::ledger
