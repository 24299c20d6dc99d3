// The mentions that a coded report lists: what find_mentions found, less what only the later stages need, with the model's word on spans.
#pragma once

#include <vector>

#include "herald/analysis.h"
#include "herald/mention.h"
#include "herald/report.h"

namespace herald::mention {

// For the end of the path, when claims are found; their order is that of find_mentions, antecedents count in the new list. Of `mentions`
// - the article that counts one ("a soldier"), a vague count of no party ("many challenges"), the state's adjective within the party that
//   it describes ("Syrian" of "Syrian troops", whose country the party has), a people or a person's name as a place, weapons that are deeds
//   or only describe a thing ("airstrikes", "mortar teams") and pronouns for places are left out;
// - a person, body, place or weapon over which the model sees one entity of its kind takes the entity's words: "the port city of Tartus";
// - what the model alone sees is added, unresolved: persons, bodies, weapons, and places told by a common noun only ("a checkpoint").
[[nodiscard]] std::vector<Mention> listed(const Report& report, const Analysis& analysis, std::vector<Mention> mentions);

}  // namespace herald::mention
