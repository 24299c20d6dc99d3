// Registry names in a report's words.
#pragma once

#include <vector>

#include "mention/actors/phrase.h"
#include "mention/actors/registry.h"

namespace herald::actors {

// Tokens [first, last) that bear a name of the registry.
struct NameMatch {
  uint32_t first = 0;
  uint32_t last = 0;
  std::vector<NameHit> hits;  // surest first, never empty
};

// The longest names, ascending and disjoint. Names in capitals ("IS") and those marked in the codebook count only as written there; nothing
// but long names counts where the text's capitals tell nothing. Runs of capitalised words that sound like a group's name are matches too.
[[nodiscard]] std::vector<NameMatch> match_names(const Words& words, const Registry& registry);

}  // namespace herald::actors
