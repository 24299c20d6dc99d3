// Keeps the derived tables up to date: what came in since they were written is reckoned with no more of the rest than it touches. The
// result is the same as reckoning everything anew.
#pragma once

#include <vector>

#include "ledger/database.h"
#include "ledger/decisions.h"

namespace herald::ledger {

// Call inside a transaction, with all decisions in order. False where what came in touches so much that everything is better reckoned anew,
// or touches a block that is too wide (ledger/block.h); the transaction must then be given up or all be written again.
[[nodiscard]] Result<bool> update_derived(const Database& database, const std::vector<Decision>& decisions);

}  // namespace herald::ledger
