// Proposes claims of ground: who takes, holds, loses, besieges, relieves, contests or hands over a place.
#pragma once

#include <vector>

#include "claim/draft.h"
#include "claim/reading.h"

namespace herald::claim {

void propose_control(const Reading& reading, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts);

}  // namespace herald::claim
