// For tests only: an Analysis by white space and full stops, so that the grammars can be tested without the language model. Words carry no
// tags and no tree.
#pragma once

#include <cctype>
#include <string_view>

#include "herald/analysis.h"

namespace herald::testing {

// A sentence ends at ".", "?" or "!" before a space and at a blank line; "Nov." and single letters do not end one.
inline Analysis naive_analysis(std::string_view text) {
  Analysis out;
  uint32_t first = 0;
  const auto close = [&] {
    const auto last = static_cast<uint32_t>(out.tokens.size());
    if (last == first) return;
    out.sentences.push_back({.span = {out.tokens[first].span.begin, out.tokens[last - 1].span.end}, .first = first, .last = last});
    first = last;
  };
  const auto space = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
  for (size_t i = 0; i < text.size();) {
    size_t j = i;
    int lines = 0;
    while (j < text.size() && space(text[j])) lines += text[j++] == '\n' ? 1 : 0;
    if (lines > 1) close();
    i = j;
    while (j < text.size() && !space(text[j])) ++j;
    if (i == j) break;
    std::string_view word = text.substr(i, j - i);
    const bool stop = word.back() == '.' || word.back() == '?' || word.back() == '!';
    Token token;
    token.sentence = static_cast<uint32_t>(out.sentences.size());
    token.span = {static_cast<uint32_t>(i), static_cast<uint32_t>(stop && word.size() > 1 ? j - 1 : j)};
    out.tokens.push_back(token);
    const bool short_form =
        word.size() == 2 || word == "Nov." || word == "Aug." || word == "Oct." || word == "Jan." || word == "a.m." || word == "p.m.";
    if (stop && !short_form) {
      token.span = {static_cast<uint32_t>(j - 1), static_cast<uint32_t>(j)};
      out.tokens.push_back(token);
      close();
    }
    i = j;
  }
  close();
  return out;
}

}  // namespace herald::testing
