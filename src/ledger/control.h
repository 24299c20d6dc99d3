// Control: for each place a timeline of who holds it, merged from what each voice says of it.
#pragma once

#include <vector>

#include "ledger/facts.h"

namespace herald::ledger {

// Rows by place name, then day; those of one place are disjoint and cover its time from the first to the last thing known.
[[nodiscard]] std::vector<ControlRow> control_of(const Account& account, const std::vector<Fact>& facts);

}  // namespace herald::ledger
