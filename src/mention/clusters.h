// Ties pronouns, bare nouns and epithets ("they", "the town", "the group", "the observatory") to what they stand for.
// Method: deterministic sieves, the surest first (Lee and others 2013, "Deterministic coreference resolution based on entity-centric,
// precision-ranked rules"), over the trees, the registry's refs and the party lexicon; recency and syntactic salience decide among what
// agrees in number, animacy and type.
#pragma once

#include <vector>

#include "herald/analysis.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "mention/actors/registry.h"

namespace herald::mention {

// Takes mentions as merge() gives them; gives them back in the same order with `antecedent` set (always to an earlier index), and with
// mentions added for pronouns and for common nouns that stand for a place or a group; those carry what their antecedent is: a Place is then
// of method `inherited`, an Actor keeps the antecedent's name and ref. What nothing fits stays as it is.
[[nodiscard]] std::vector<Mention> cluster(const Report& report, const Analysis& analysis, const actors::Registry& registry,
                                           std::vector<Mention> mentions);

}  // namespace herald::mention
