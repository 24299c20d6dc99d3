#include "herald/analysis.h"

#include <algorithm>
#include <array>

namespace herald {

std::string_view name_of(Upos upos) {
  static constexpr std::array<std::string_view, 17> kNames = {"X",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
                                                              "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};
  return kNames.at(static_cast<size_t>(upos));
}

std::vector<uint32_t> Analysis::children(uint32_t token) const {
  std::vector<uint32_t> out;
  const Sentence& s = sentences[tokens[token].sentence];
  for (uint32_t i = s.first; i < s.last; ++i)
    if (tokens[i].head == static_cast<int32_t>(token)) out.push_back(i);
  return out;
}

uint32_t Analysis::token_at(uint32_t at) const {
  const auto it = std::partition_point(tokens.begin(), tokens.end(), [&](const Token& t) { return t.span.end <= at; });
  return static_cast<uint32_t>(it - tokens.begin());
}

}  // namespace herald
