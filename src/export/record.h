// An event as the tables of other projects see it: two sides, days and place with their precision, deaths by side. Shared by the exports
// and by matching.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/account.h"
#include "mention/actors/registry.h"

namespace herald::exports {

enum class SideKind : uint8_t { unknown, state, rebel, militia, community, civilians, outside };

struct Side {
  std::string ref;      // empty where unresolved
  std::string name;     // empty where nobody is named
  std::string ucdp;     // UCDP's name, else `name`
  std::string acled;    // ACLED's name, else `name`
  std::string country;  // ISO 3166-1 alpha-2
  std::optional<int> gw;
  SideKind kind = SideKind::unknown;
};

struct Record {
  const Event* event = nullptr;
  std::vector<const Claim*> claims;
  std::vector<const Report*> reports;  // that tell of it, in the account's order
  std::string acled_type;              // "Battles"
  std::string acled_sub;               // "Armed clash"
  Side a;                              // the state, where one state fights somebody else; else the attacker or who takes the ground
  Side b;                              // "Civilians" where only they are harmed
  int violence = 0;                    // UCDP's type: 1 state-based, 2 non-state, 3 one-sided; 0 where the sides do not tell
  std::optional<Day> first;
  std::optional<Day> last;
  int date_prec = 0;       // UCDP: 1 day, 2 up to six days, 3 a week, 4 a month, 5 longer; 0 where no day is known
  int time_precision = 0;  // ACLED: 1 day, 2 a week, 3 longer; 0 where no day is known
  int where_prec = 0;      // UCDP's, 0 without a point
  int geo_precision = 0;   // ACLED's, 0 without a point
  Bounds killed;
  // Of killed.best; they add up to it.
  int64_t deaths_a = 0;
  int64_t deaths_b = 0;
  int64_t deaths_civilians = 0;
  int64_t deaths_unknown = 0;
};

// Of the events that are wanted, in the account's order. The account and its events must outlive them.
[[nodiscard]] std::vector<Record> records_of(const ledger::Account& account, const std::function<bool(const Event&)>& wanted,
                                             const actors::Registry& registry);

// What one state's bodies have in common: "actor:sy-army" and "actor:sy-police" are "actor:sy-government". Others stay as they are.
[[nodiscard]] std::string side_key(const std::string& ref, const actors::Registry& registry);

}  // namespace herald::exports
