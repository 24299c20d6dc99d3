// Writes an account out as the ledger's derived tables.
#pragma once

#include "ledger/account.h"
#include "ledger/database.h"

namespace herald::ledger {

// Replaces what the tables held. Call inside a transaction.
[[nodiscard]] Status write_derived(const Database& database, const Account& account);

}  // namespace herald::ledger
