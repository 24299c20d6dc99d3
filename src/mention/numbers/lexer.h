// Words as the number and time grammars see them: finer than syntactic tokens, and the same whatever the tokeniser does with hyphens and
// abbreviations ("27-year-old", "3pm", "a.m.", "1990s"), so that one grammar serves every analysis.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "herald/analysis.h"
#include "herald/report.h"

namespace herald::numbers {

enum class Shape : uint8_t { letters, digits, mark };

struct Word {
  Span span;         // bytes of the report's text
  std::string text;  // lower case; dots of "a.m." and "U.S." gone; every dash is "-", every apostrophe "'"
  Shape shape = Shape::mark;
  bool capital = false;  // first letter is a capital
  bool all_capitals = false;
  bool space_before = false;  // white space (or the start of the sentence) stands before it
};

// The words of one sentence, ascending. Digit groups joined by commas or holding a decimal point are one word ("2,850", "4.5"); a run of
// letters is one word, non-ASCII letters included; "'s" is one word; every other sign is a word of its own. `span` must lie inside `text`.
[[nodiscard]] std::vector<Word> lex(std::string_view text, const Span& span);

// The words of every sentence, by sentence.
[[nodiscard]] std::vector<std::vector<Word>> lex(const Report& report, const Analysis& analysis);

}  // namespace herald::numbers
