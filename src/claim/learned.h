// What was learned from reports coded by hand (models/): the judge of claims and the choosers of what the rules leave open or get wrong.
#pragma once

#include <filesystem>

#include "claim/judge.h"
#include "claim/log_linear.h"
#include "herald/result.h"

namespace herald::claim {

// Immutable after load; shared by all threads. An empty one judges nothing unlikely and chooses nothing: the rules alone.
struct Learned {
  Judge judge;
  Chooser doers;  // who did it, see doers.h

  // From the folder that holds claims.json and doers.json.
  [[nodiscard]] static Result<Learned> load(const std::filesystem::path& models);
};

}  // namespace herald::claim
