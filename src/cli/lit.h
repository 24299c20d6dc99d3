// A coded report for a reader at a terminal: its text with the words of each claim lit, and a line for each claim.
#pragma once

#include <string>

#include "herald/coded.h"

namespace herald::cli {

// Lines of at most `width` columns (0: not wrapped). Without `colour` the triggers of claims stand in brackets.
[[nodiscard]] std::string lit_report(const CodedReport& coded, size_t width, bool colour);

// The words of `span` on one line, those that carry the claim lit, or its trigger in brackets without `colour`.
[[nodiscard]] std::string lit_words(const std::string& text, const Span& span, const Claim& claim, bool colour);

}  // namespace herald::cli
