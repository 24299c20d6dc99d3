// claim: Attributions -> Claims, in five steps: propose, fill, settle, gather, judge. See docs/claims.md.
#pragma once

#include <vector>

#include "claim/codebook.h"
#include "claim/learned.h"
#include "herald/analysis.h"
#include "herald/attribution.h"
#include "herald/claim.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "mention/mentions.h"

namespace herald::claim {

struct Judged {
  Claim claim;
  Features features;
  std::vector<DoerOption> doers;  // that it could have
  bool coded = false;             // false where the judge holds it too unlikely
};

// All that was gathered from the report in text order, ids set, whether coded or not. A pure function: the same arguments give the same
// claims on any thread.
[[nodiscard]] std::vector<Judged> judge_claims(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions,
                                               const std::vector<Attribution>& attributions, const Codebook& codebook,
                                               const Learned& learned, const mention::Resources& resources);

// Those that are coded.
[[nodiscard]] std::vector<Claim> find_claims(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions,
                                             const std::vector<Attribution>& attributions, const Codebook& codebook, const Learned& learned,
                                             const mention::Resources& resources);

}  // namespace herald::claim
