// Entities from the scores of BIOES tags: the best sequence that opens and closes every entity (Viterbi).
#pragma once

#include <cstdint>
#include <vector>

#include "herald/analysis.h"

namespace herald::language {

inline constexpr size_t kEntityTypes = 9;                    // EntityType 1 .. 9
inline constexpr size_t kEntityTags = 1 + 4 * kEntityTypes;  // O, then B I E S of each type

struct EntitySpan {
  uint32_t first = 0;  // words [first, last) of the sentence
  uint32_t last = 0;
  EntityType type = EntityType::person;
};

// scores[word * stride + tag], n words of one sentence. Ascending, disjoint.
[[nodiscard]] std::vector<EntitySpan> best_entities(const float* scores, size_t stride, uint32_t n);

}  // namespace herald::language
