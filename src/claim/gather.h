// Gathers drafts into claims: each takes from its happening what its own sentence leaves open, a fact told twice becomes one claim, and
// each happening gets the one claim of violence that states it best.
#pragma once

#include <vector>

#include "claim/doers.h"
#include "claim/draft.h"
#include "claim/happenings.h"

namespace herald::claim {

// A claim, the draft it was made of (none for violence read from harm), and the draft whose total holds it.
struct Gathered {
  Claim claim;
  std::optional<size_t> draft;
  std::optional<size_t> whole;
  std::vector<DoerOption> doers;  // who may have done it
};

[[nodiscard]] std::vector<Gathered> gather(const Reading& reading, std::vector<Draft>& drafts);

}  // namespace herald::claim
