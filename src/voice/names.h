// Names: whom a voice stands for, and the body it speaks for.
#pragma once

#include <vector>

#include "herald/attribution.h"
#include "herald/mention.h"
#include "voice/cue_finder.h"

namespace herald::voice {

// Fills `name` and `ref` of attributions that stand in text order of their cues. `found[i]` is what out[i] was made of.
void resolve_names(const Tree& tree, const Cues& cues, const std::vector<Mention>& mentions, const std::vector<Found>& found,
                   std::vector<Attribution>& out);

}  // namespace herald::voice
