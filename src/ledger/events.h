// Events from linked facts: date, place, parties, tally, voices, grade, parts.
#pragma once

#include <vector>

#include "ledger/facts.h"
#include "ledger/link.h"

namespace herald::ledger {

// Sets account.events and the event of each claim row. Pins are applied to tallies.
void make_events(Account& account, const std::vector<Fact>& facts, const Linked& linked, const std::vector<Decision>& decisions);

// An event whose claims of control stand in a disputed row on its day is disputed too, and says by whom; needs account.control.
void dispute_ground(Account& account);

// Running totals among the facts that are about no one happening; needs account.events.
[[nodiscard]] std::vector<PeriodTally> period_tallies(const Account& account, const std::vector<Fact>& facts, const Linked& linked);

}  // namespace herald::ledger
