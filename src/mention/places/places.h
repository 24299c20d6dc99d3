// Places of a report: spotted, resolved against the gazetteer, relative ones computed.
#pragma once

#include <vector>

#include "herald/analysis.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "mention/places/gazetteer.h"

namespace herald::places {

// Every place that the report names, ascending by span. Each Mention holds a Place and is of form `name`.
// - A name that the gazetteer lacks but that the text or the entity model says is a place keeps its words as name and has no point.
// - Adjectives and peoples ("Syrian") and states or capitals that speak or decide ("Moscow said") are associative; the rest is literal.
// - A name in one report has one sense; runners-up stand in Place::others with their odds.
// - A part of a place or a bearing from it ("northern Syria", "25 km south of Aleppo") is one mention over all of its words, of method
// `relative`
//   and with the ref of the place it starts from; "between A and B" and "the road from A to B" are mentions beside those of A and B, over
//   them.
// A pure function of its arguments; deterministic; any thread.
[[nodiscard]] std::vector<Mention> find_places(const Report& report, const Analysis& analysis, const Gazetteer& gazetteer);

}  // namespace herald::places
