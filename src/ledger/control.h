// Control: for each place a timeline of who holds it, merged from what each voice says of it.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ledger/facts.h"

namespace herald::ledger {

// The references under which each folded name of a place is known.
using PlaceRefs = std::map<std::string, std::set<std::string>>;
[[nodiscard]] PlaceRefs place_refs(const std::vector<Fact>& facts);

[[nodiscard]] bool tells_of_ground(const Fact& fact);
// What a place is known by: its reference; one that has none joins the reference that bears its name, where there is just one.
[[nodiscard]] std::string ground_key(const std::string& name, const std::string& ref, const PlaceRefs& refs);

// By key; the rows of one place are ascending and disjoint and cover its time from the first to the last thing known.
using Grounds = std::map<std::string, std::vector<ControlRow>>;
[[nodiscard]] Grounds grounds_of(const Account& account, const std::vector<Fact>& facts, const PlaceRefs& refs);

// All of them by place name, then day.
[[nodiscard]] std::vector<ControlRow> control_of(const Grounds& grounds);

}  // namespace herald::ledger
