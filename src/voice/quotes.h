// Quotations: where quotation marks open and close, also where a quotation runs on over paragraphs without being closed.
#pragma once

#include <string_view>
#include <vector>

#include "herald/span.h"

namespace herald::voice {

struct Quote {
  Span span;             // with its marks
  bool open = false;     // no closing mark: it ends with its paragraph
  bool goes_on = false;  // open, and the next paragraph begins with a quotation: the same speaker goes on
};

// Quotations of a text whose paragraphs are separated by blank lines; ascending, disjoint, each within one paragraph. Quotations inside
// quotations are not told apart. Marks: straight and curly double quotes, «», `` '' and curly single quotes; a straight single quote only
// where it opens a word after a space and another closes one before a space or a stop.
[[nodiscard]] std::vector<Quote> find_quotes(std::string_view text);

}  // namespace herald::voice
