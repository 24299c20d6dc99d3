// Running totals: figures that cover more than one happening. See docs/claims.md, "Gather".
#pragma once

#include "claim/draft.h"
#include "claim/reading.h"

namespace herald::claim {

// True where the words make the figure a total over a time or a campaign: "since", "so far", "in the past three days", "the offensive has
// killed". One person's death is none, and a single deed that is dated by its month or year is none.
[[nodiscard]] bool is_running_total(const Reading& reading, const Draft& draft);

}  // namespace herald::claim
