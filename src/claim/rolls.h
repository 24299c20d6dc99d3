// Who is on a roll of the harmed: "among the dead were two nurses", "most of those killed were guards".
#pragma once

#include <vector>

#include "claim/codebook.h"
#include "claim/reading.h"
#include "claim/triggers.h"

namespace herald::claim {

struct RollEntry {
  Hit hit;
  TokenId member;
  const char* rank;  // "most", "second" of parts ordered without figures; "" otherwise
};

[[nodiscard]] std::vector<RollEntry> rolls_in(const Reading& reading, const Codebook& codebook, uint32_t sentence);

}  // namespace herald::claim
