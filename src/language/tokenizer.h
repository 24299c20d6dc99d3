// Text -> words, by rules, in the conventions of UD English: punctuation, clitics and the parts of hyphenated words stand alone, figures,
// abbreviations and addresses stay whole. Words cover all that is not white space, in order; the text itself is never changed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "herald/span.h"

namespace herald::language {

// White space before a word.
enum class Gap : uint8_t { none = 0, space = 1, line = 2 };

struct Piece {
  Span span;            // in the text
  Gap gap = Gap::none;  // `line` where the white space holds a line break
  bool joined = false;  // second word of a multiword token ("do" "n't")
};

// Words of the bytes `range` of valid UTF-8, appended to `out`. Thread-safe. Linear in the size of the range.
void tokenize(std::string_view text, Span range, std::vector<Piece>& out);

}  // namespace herald::language
