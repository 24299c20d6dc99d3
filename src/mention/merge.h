// Mentions of several spotters over one text, made to agree.
#pragma once

#include <vector>

#include "herald/analysis.h"
#include "herald/mention.h"
#include "herald/report.h"

namespace herald::mention {

// Takes mentions in any order, none with an antecedent, and gives them in the order of find_mentions. Where two contend:
// - a name keeps what lies inside it from being a place, time, count or weapon; adjectives of states stay, being associative;
// - a state that acts is an actor and, over the same words, an associative place;
// - a name the registry knows is no place of that name; what the model alone takes for a person or body yields to a place;
// - weapons and platforms are no parties, whatever noun they are called by;
// - of two that cross, the longer stays.
[[nodiscard]] std::vector<Mention> merge(std::vector<Mention> mentions);

// Gives literal places the words that the model's entity has around their names where those only say what the name is: "the city of Mosul",
// "the Tigris River". Only entities with one place in them count.
void widen_places(const Report& report, const Analysis& analysis, std::vector<Mention>& mentions);

}  // namespace herald::mention
