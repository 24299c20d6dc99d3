// The first step: the codebook's triggers, cast wide, over a whole report.
#pragma once

#include <vector>

#include "claim/draft.h"
#include "claim/topics.h"

namespace herald::claim {

// Drafts of all sentences in text order. Sentences about something else than armed violence propose ground and movement only.
[[nodiscard]] std::vector<Draft> propose(const Reading& reading, const Codebook& codebook, const Topics& topics);

}  // namespace herald::claim
