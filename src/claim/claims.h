// claim: Attributions -> Claims, in four steps: propose, fill, settle, gather. See docs/claims.md.
#pragma once

#include <vector>

#include "claim/codebook.h"
#include "herald/analysis.h"
#include "herald/attribution.h"
#include "herald/claim.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "mention/mentions.h"

namespace herald::claim {

// Every claim of the report in text order, ids set. A pure function: the same arguments give the same claims on any thread.
[[nodiscard]] std::vector<Claim> find_claims(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions,
                                             const std::vector<Attribution>& attributions, const Codebook& codebook,
                                             const mention::Resources& resources);

}  // namespace herald::claim
