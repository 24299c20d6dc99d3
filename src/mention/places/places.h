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

struct Found {
  Place place;
  double odds = 0;      // (0, 1], among all that bear the name, without a report around it
  double likeness = 1;  // 1 for the very name, below for a variant spelling
};
// What `herald gazetteer find NAME` prints: likeliest first, at most `most`; empty where nothing bears or resembles the name.
[[nodiscard]] std::vector<Found> find_name(const Gazetteer& gazetteer, std::string_view name, size_t most);

}  // namespace herald::places
