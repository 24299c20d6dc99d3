// Proposes claims of people harmed and fills victims, figures and agents within the sentence.
#pragma once

#include <vector>

#include "claim/draft.h"
#include "claim/topics.h"

namespace herald::claim {

// Appends drafts for one sentence, totals before their parts.
void propose_casualties(const Reading& reading, const Codebook& codebook, const Topics& topics, uint32_t sentence,
                        std::vector<Draft>& drafts);

}  // namespace herald::claim
