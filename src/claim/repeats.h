// Repeats: a fact told twice is one claim at its fullest sentence; the others stand in `also`. See docs/claims.md, "Gather".
#pragma once

#include <set>
#include <vector>

#include "claim/draft.h"
#include "claim/reading.h"

namespace herald::claim {

// Folds the drafts of casualties and control that repeat another; those folded away join `dropped`.
void fold_repeats(const Reading& reading, std::vector<Draft>& drafts, std::set<size_t>& dropped);

}  // namespace herald::claim
