// Settles what a draft is worth: whose word it is, and whether it is told as done, possible, planned or denied.
#pragma once

#include <vector>

#include "claim/draft.h"

namespace herald::claim {

// Fills sources and modality; drops drafts that only a wish, a demand or a denial of harm tells of.
void settle(const Reading& reading, std::vector<Draft>& drafts);

}  // namespace herald::claim
