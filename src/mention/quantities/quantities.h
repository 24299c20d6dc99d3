// Figures of a report: counts with their bounds and the noun that they count.
#pragma once

#include <vector>

#include "herald/analysis.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "mention/quantities/codebook.h"

namespace herald::quantities {

// Every written count, ascending and disjoint, each a Mention that holds a Quantity; bounds by the coding guide (docs/codebook.md). The
// span is the number with the words that bound it ("at least 100"), without the noun; `head` is the last token of the number itself. Bare
// plurals, ordinals, times, ages, money, shares, distances and numbers that are names are no counts. "a", "an" and "another" count only a
// person. Works on words alone; with tags and a tree the unit is the number's noun there, else the next noun. Pure.
[[nodiscard]] std::vector<Mention> find_quantities(const Report& report, const Analysis& analysis, const Quantities& codebook);

}  // namespace herald::quantities
