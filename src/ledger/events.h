// Events from linked facts: date, place, parties, tally, voices, grade, parts.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/facts.h"
#include "ledger/link.h"

namespace herald::ledger {

// Sets account.events and the event of each claim row. Pins are applied to tallies.
void make_events(Account& account, const std::vector<Fact>& facts, const Linked& linked, const std::vector<Decision>& decisions);

// Days on which who holds a place is disputed, and between whom.
struct Dispute {
  std::optional<Day> from;
  std::optional<Day> to;  // inclusive
  std::string words;

  bool operator==(const Dispute&) const = default;
};
using Disputes = std::map<std::string, std::vector<Dispute>>;  // by claim that tells of it
[[nodiscard]] Disputes disputes_of(const std::vector<ControlRow>& control);

// An event whose claims of control stand in a disputed row on its day is disputed too, and says by whom.
void dispute_ground(std::vector<Event>& events, const Disputes& disputes);

// Running totals among the facts that are about no one happening; needs account.events.
[[nodiscard]] std::vector<PeriodTally> period_tallies(const Account& account, const std::vector<Fact>& facts, const Linked& linked);

}  // namespace herald::ledger
