// Proposes claims of movement, agreement and alliance.
#pragma once

#include <vector>

#include "claim/draft.h"

namespace herald::claim {

void propose_motion(const Reading& reading, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts);

}  // namespace herald::claim
