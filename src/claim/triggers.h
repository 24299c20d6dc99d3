// Finds the words of a report that propose claims.
#pragma once

#include <vector>

#include "claim/codebook.h"
#include "claim/draft.h"
#include "claim/reading.h"

namespace herald::claim {

struct Hit {
  const Rule* rule = nullptr;
  TokenId token = 0;  // first word of the trigger
  TokenId last = 0;   // its last word
};

// All triggers of one sentence for rules of one type, in text order. Of triggers of several words the longest wins at a token.
[[nodiscard]] std::vector<Hit> triggers_in(const Reading& reading, const Codebook& codebook, uint32_t sentence, ClaimType type);

// What a draft has of its trigger and rule alone: type, sentence, trigger, rule, codes.
[[nodiscard]] Draft draft_of(const Reading& reading, const Hit& hit);

}  // namespace herald::claim
