// Ground: gives claims of control their place, day and sides from what the report says around them.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "claim/draft.h"

namespace herald::claim {

// Fills the drafts of control. Returns the indices of those that nothing in the report bears out.
[[nodiscard]] std::set<size_t> fill_grounds(const Reading& reading, std::vector<Draft>& drafts);

}  // namespace herald::claim
