// Told in passing: what a sentence mentions only because someone speaks of it, answers for it or remembers it.
#pragma once

#include <optional>

#include "claim/reading.h"

namespace herald::claim {

// "The minister condemned in Paris on Monday *the attack* that killed nine": the head of the phrase that tells of what `trigger` tells,
// where its clause is about something else, whose day and place are not its own. nullopt where the clause itself tells of it.
[[nodiscard]] std::optional<TokenId> told_in_passing(const Reading& reading, TokenId trigger);

// A noun that names one deed of violence: "attack", "blast".
[[nodiscard]] bool is_deed(const std::string& lemma);

}  // namespace herald::claim
