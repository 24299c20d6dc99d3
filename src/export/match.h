// Events beside hand-coded ones: which are the same, which are missing, which are more, and in what the same ones differ.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "export/record.h"
#include "export/reference.h"

namespace herald::exports {

struct Difference {
  std::string field;  // date, place, side, best, low, high, deaths_civilians, type_of_violence, sub_event_type
  std::string herald;
  std::string reference;
};

struct Pair {
  const Record* event = nullptr;
  const ReferenceEvent* row = nullptr;
  double score = 0;  // [0, 1]
  std::vector<Difference> differs;
};

struct Matching {
  std::vector<Pair> matched;                  // in the order of rows
  std::vector<const ReferenceEvent*> missed;  // rows within reach without an event
  std::vector<const Record*> extra;           // lethal or violent events without a row
  size_t out_of_reach = 0;                    // rows on days, or in countries, of which the events tell nothing
};

// One to one, the best pairs first. Two can be one where their days meet (a day of room) and their places lie within their radii and 25 km,
// or bear one name where a point is missing; then days, distance, deaths and sides are weighed. Records without a day or a place match
// nothing. The same arguments give the same matching; order does not matter.
[[nodiscard]] Matching match(const std::vector<Record>& records, const Reference& reference, const actors::Registry& registry);

}  // namespace herald::exports
