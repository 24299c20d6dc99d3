// Who is meant by a noun phrase: persons and armed bodies as against things, events and weapons; and the party they belong to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/reading.h"
#include "herald/claim.h"

namespace herald::claim {

// People, bodies or forces.
[[nodiscard]] bool is_actor(const Reading& reading, TokenId head);
// Actors that can do violence or hold ground: not media, offices abroad, "others", "people".
[[nodiscard]] bool can_attack(const Reading& reading, TokenId head);
// People that can be killed, wounded, taken: actors but not institutions, states and media as such.
[[nodiscard]] bool is_people(const Reading& reading, TokenId head);
// civilians, combatants or unknown, by the gold guide, from head noun, modifiers, apposition and cluster.
[[nodiscard]] PartyKind party_kind(const Reading& reading, TokenId head);
// Groups of victims the contract lists: "children", "journalists" …
[[nodiscard]] std::vector<std::string> victim_groups(const Reading& reading, TokenId head);
// The head of what a pronoun stands for; the token itself otherwise.
[[nodiscard]] TokenId antecedent(const Reading& reading, TokenId head);
// The party as a claim names it: words, resolved name and ref. A coordination is one party.
[[nodiscard]] Party party_at(const Reading& reading, TokenId head);
// The same over given words.
[[nodiscard]] Party party_over(const Reading& reading, TokenId head, const Span& words);

}  // namespace herald::claim
