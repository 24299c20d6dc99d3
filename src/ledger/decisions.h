// What people decided about claims and events. Decisions are kept as rows, apply by ids that come from content, and so survive coding
// again.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "herald/calendar.h"

namespace herald::ledger {

// Stored values are frozen.
enum class Action : uint8_t {
  add = 1,      // the report says so in the words `other`, which the machine missed; `value` has the claim's fields
  accept = 2,   // the claim is right as it stands
  reject = 3,   // the claim does not count
  correct = 4,  // field of the claim becomes value
  merge = 5,    // the events of `target` and `other`, both claims, are one
  split = 6,    // `target` and `other`, both claims, are not about one event
  pin = 7,      // the count of `field` (a harm) in the event that holds the claim `target` is value, whatever voices say
};
[[nodiscard]] std::string_view name_of(Action action);
[[nodiscard]] std::optional<Action> parse_action(std::string_view name);

struct Decision {
  Action action = Action::accept;
  std::string target;  // claim id in the ledger, "report#claim"
  std::string other;   // second claim of merge and split, words of add; empty otherwise
  std::string field;   // of correct: one of field_names() (ledger/fields.h); of pin: a harm
  std::string value;   // of correct and pin, as written by the person; of add "field=value" lines
  std::string who;
  std::string why;
  Moment when;

  bool operator==(const Decision&) const = default;
};

struct LedgerReport;

// A decision to add a claim to a report: on words that stand in its text, with "field=value" for each field that they tell. The id is from
// content, so the same claim added twice is one.
[[nodiscard]] Decision addition(const std::string& report, const std::string& words, const std::vector<std::string>& fields);

// By time, then by content, so that the order in which rows were read does not matter.
[[nodiscard]] std::vector<Decision> in_order(std::vector<Decision> decisions);

// Applies add, accept, reject and correct to claims, found by id; returns the ids of those rejected. The later decision wins. What could
// not be applied, and what two people decided otherwise on one field, is told in `notes`.
[[nodiscard]] std::set<std::string> apply_to_claims(std::vector<LedgerReport>& reports, const std::vector<Decision>& decisions,
                                                    std::vector<std::string>& notes);

}  // namespace herald::ledger
