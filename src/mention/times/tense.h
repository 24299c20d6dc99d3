// Whether a sentence looks ahead or back at the place where a time expression stands.
#pragma once

#include <vector>

#include "mention/numbers/lexer.h"

namespace herald::times {

enum class Tense : uint8_t { unknown, past, future };

// Reads the nearest signal of tense before word `begin` within its clause, then the nearest after word `end`. Signals are closed classes
// ("will", "scheduled to", "said", "was", verbs in -ed), so that it works without a tagger.
[[nodiscard]] Tense tense_at(const std::vector<numbers::Word>& words, size_t begin, size_t end);

}  // namespace herald::times
