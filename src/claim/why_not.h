// Why a word that could make a claim made none: for whoever reads the codebook's rules, and mends them.
#pragma once

#include <string>
#include <vector>

#include "claim/claims.h"
#include "claim/codebook.h"
#include "claim/learned.h"

namespace herald::claim {

struct NotCoded {
  const Rule* rule = nullptr;
  Span trigger;
  std::string step;                // at which it was left: propose, settle, gather, judge
  std::vector<std::string> lacks;  // what it lacked there, in words; never empty
};

// Every trigger in the sentences that overlap `within` which made no claim, in text order; of several rules on one word each. The steps are
// those of find_claims, run again; what a proposer missed is told by the tests that it makes, the nearest first. Pure; any thread.
[[nodiscard]] std::vector<NotCoded> why_not(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions,
                                            const std::vector<Attribution>& attributions, const Codebook& codebook, const Learned& learned,
                                            const mention::Resources& resources, const Span& within);

}  // namespace herald::claim
