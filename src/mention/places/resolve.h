// Resolving: which place each spotted name means, from the report's own geography.
#pragma once

#include <vector>

#include "mention/places/spot.h"

namespace herald::places {

struct Choice {
  uint32_t place = 0;
  double odds = 0;  // (0, 1]
};

// One list a spot, the most likely first, at most 6, odds of a list sum to at most 1; empty where the spot has no candidates.
// Equal names of one sort get the same list. A pure function of its arguments.
[[nodiscard]] std::vector<std::vector<Choice>> resolve(const Reading& reading, const Gazetteer& gazetteer, const std::vector<Spot>& spots);

// Candidates of a name by themselves, without a report: for `herald gazetteer find`. At most `most`.
[[nodiscard]] std::vector<Choice> rank_alone(const Gazetteer& gazetteer, const std::vector<Candidate>& candidates, size_t most);

// Great-circle kilometres on the sphere; within 0.6% of the ellipsoid's.
[[nodiscard]] double rough_km(const GeoPoint& a, const GeoPoint& b);

}  // namespace herald::places
