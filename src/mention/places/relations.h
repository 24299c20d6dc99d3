// Finds in the text what places are told by other places, and applies relative.h to them.
#pragma once

#include <vector>

#include "mention/places/resolve.h"

namespace herald::places {

// A relation over the words [begin, end) that starts from the place of one spot, or stretches between two.
struct Relation {
  enum class What : uint8_t { distance, beside, part, edge, wide_edge, near, between, road, border };
  What what = What::near;
  uint32_t spot = 0;              // index of the anchor
  std::optional<uint32_t> other;  // of the second one: between, road, border
  Span span;                      // the words, anchors with it
  std::optional<double> azimuth;
  double km = 0;       // distance
  uint32_t first = 0;  // first piece of the words
};

// At most one relation a spot as anchor of its own, and the stretches; ascending by spot.
[[nodiscard]] std::vector<Relation> relations(const Reading& reading, const std::vector<Spot>& spots);

// The place that the relation tells. `a` is the anchor's, `b` the second one's (unused unless it is a stretch). The name is the relation's
// words.
[[nodiscard]] Place apply(const Relation& relation, const Place& a, const Place& b, std::string_view text);

// The spot that the relation places by apposition ("Manbij, which lies some 30 km west of the river"); nullopt where there is none.
[[nodiscard]] std::optional<uint32_t> placed_by(const Relation& relation, const Reading& reading, const std::vector<Spot>& spots);

}  // namespace herald::places
