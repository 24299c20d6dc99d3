// Cue verbs with their sources and contents.
#pragma once

#include <optional>
#include <vector>

#include "voice/content.h"
#include "voice/cues.h"
#include "voice/source.h"
#include "voice/tree.h"

namespace herald::voice {

// An attribution in tokens.
struct Found {
  std::optional<Source> source;  // nullopt where no voice is named
  Range cue;
  uint32_t head = 0;  // the token of `cue` that makes it one
  Pieces content;
  CueKind kind = CueKind::speech;
  bool negated = false;
  bool before = false;  // the content stands before the cue, which closes or parts the sentence
};

[[nodiscard]] bool negated(const Tree& tree, uint32_t verb);

// What the verb at `verb` attributes: nothing, or one attribution.
[[nodiscard]] std::optional<Found> find_verb(const Tree& tree, const Cues& cues, uint32_t verb);

}  // namespace herald::voice
