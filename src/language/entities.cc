#include "language/entities.h"

#include <array>
#include <limits>

namespace herald::language {
namespace {

enum Place : uint8_t { begin = 0, inside = 1, end = 2, single = 3 };

Place place_of(size_t tag) {
  return static_cast<Place>((tag - 1) % 4);
}
size_t type_of(size_t tag) {
  return (tag - 1) / 4;
}

bool opens(size_t tag) {
  return tag != 0 && (place_of(tag) == begin || place_of(tag) == inside);
}
bool continues(size_t tag) {
  return tag != 0 && (place_of(tag) == inside || place_of(tag) == end);
}

}  // namespace

std::vector<EntitySpan> best_entities(const float* scores, size_t stride, uint32_t n) {
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  // What continues an entity follows that entity's opening; all else follows what leaves nothing open.
  std::vector<std::array<uint8_t, kEntityTags>> from(n);
  std::array<float, kEntityTags> best{};
  for (uint32_t i = 0; i < n; ++i) {
    size_t closed = 0;
    for (size_t tag = 1; tag < kEntityTags; ++tag)
      if (!opens(tag) && best[tag] > best[closed]) closed = tag;
    std::array<float, kEntityTags> next{};
    for (size_t tag = 0; tag < kEntityTags; ++tag) {
      size_t before = closed;
      if (continues(tag)) {
        const size_t opening = 1 + 4 * type_of(tag);
        before = best[opening + inside] > best[opening + begin] ? opening + inside : opening + begin;
      }
      const float start = continues(tag) ? kNever : 0.0F;
      next[tag] = (i == 0 ? start : best[before]) + scores[i * stride + tag];
      from[i][tag] = static_cast<uint8_t>(before);
    }
    best = next;
  }
  std::vector<EntitySpan> out;
  if (n == 0) return out;
  size_t tag = 0;
  for (size_t t = 1; t < kEntityTags; ++t)
    if (!opens(t) && best[t] > best[tag]) tag = t;
  std::vector<size_t> tags(n);
  for (uint32_t i = n; i-- > 0;) {
    tags[i] = tag;
    tag = from[i][tag];
  }
  uint32_t first = 0;
  for (uint32_t i = 0; i < n; ++i) {
    if (tags[i] == 0) continue;
    if (place_of(tags[i]) == begin || place_of(tags[i]) == single) first = i;
    if (place_of(tags[i]) == end || place_of(tags[i]) == single)
      out.push_back({.first = first, .last = i + 1, .type = static_cast<EntityType>(type_of(tags[i]) + 1)});
  }
  return out;
}

}  // namespace herald::language
