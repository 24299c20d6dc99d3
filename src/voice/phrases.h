// Cues that are no verbs: "according to X", "in X's view", nouns ("claims that"), adjectives ("confident that"), hearsay adverbs, headlines
// with a colon.
#pragma once

#include <vector>

#include "voice/cue_finder.h"

namespace herald::voice {

// What the token at `i` attributes as a preposition, noun, adjective or adverb.
[[nodiscard]] std::optional<Found> find_phrase(const Tree& tree, const Cues& cues, uint32_t i);

// "Police: three dead", "36 killed: TV". `headline` are the tokens of one sentence.
[[nodiscard]] std::optional<Found> find_colon(const Tree& tree, const Cues& cues, const Range& headline);

}  // namespace herald::voice
