// voice: Mentions -> Attributions: who says what, nested.
#pragma once

#include <cstdint>
#include <vector>

#include "herald/analysis.h"
#include "herald/attribution.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "herald/span.h"
#include "voice/cues.h"

namespace herald::voice {

// Every passage of the report that is laid in another's mouth, in the order of the cues. Spans are bytes of report.text; `outer` indexes
// this vector. Pure: the same arguments give the same result on any thread. Mentions may be empty; names then fall back on earlier voices,
// refs stay empty.
[[nodiscard]] std::vector<Attribution> find_attributions(const Report& report, const Analysis& analysis,
                                                         const std::vector<Mention>& mentions, const Cues& cues);

// Indices of the attributions whose content holds all of `words`, outermost first, so that the last one is the voice nearest to them.
[[nodiscard]] std::vector<uint32_t> voices_of(const std::vector<Attribution>& attributions, Span words);

}  // namespace herald::voice
