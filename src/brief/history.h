// The history of an event: which report, or which person's decision, moved which number when.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "brief/tables.h"
#include "ledger/account.h"

namespace herald::brief {

struct Change {
  std::string what;    // killed, wounded, … , day, place, kind, grade, parties
  std::string before;  // empty where nothing was known
  std::string after;
};

// One moment at which something was published or decided that tells of the event.
struct Step {
  std::optional<Moment> when;   // nullopt: reports whose time nobody knows, last
  std::vector<std::string> by;  // "r1 (The Harbour Post): headline", "reject by Ana: why"
  std::vector<Change> changes;  // empty where all stayed as it was
};

// Each step is the account as of its moment, reckoned over the reports that tell of the event and all versions of them. `all` and
// `decisions` are what the ledger keeps; `now` is its account, of which `event` is one.
[[nodiscard]] std::vector<Step> history(const std::vector<ledger::LedgerReport>& all, const std::vector<ledger::Decision>& decisions,
                                        const ledger::Account& now, const Event& event);

[[nodiscard]] Grid history_table(const std::vector<Step>& steps);

}  // namespace herald::brief
