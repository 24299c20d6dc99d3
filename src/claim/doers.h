// Who did it, chosen among those whom the report names near by: where the rules read a tree, slips of the parser and doers told in another
// sentence leave the doer open or wrong; a chooser weighs every candidate by how it stands to the claim. See docs/claims.md, "Choose".
#pragma once

#include <optional>
#include <vector>

#include "claim/draft.h"
#include "claim/happenings.h"
#include "claim/log_linear.h"
#include "claim/reading.h"

namespace herald::claim {

// Somebody who may have done what a claim tells, nullopt for nobody who is named, with what speaks for and against it.
struct DoerOption {
  std::optional<Party> who;
  Features features;
};

// The options of a claim that has the doer the rules give it, nobody first; none for claims of other types than casualties and violence,
// nor for clashes, whose sides stand together. `happening` is the claim's own, nullptr where it has none.
[[nodiscard]] std::vector<DoerOption> doer_options(const Reading& reading, const std::vector<Draft>& drafts, const Claim& claim,
                                                   const Happening* happening);

// Gives a claim the doer among its options that the chooser is sure of; leaves it as it is where there is none.
void choose_doer(Claim& claim, const std::vector<DoerOption>& options, const Chooser& chooser);

}  // namespace herald::claim
