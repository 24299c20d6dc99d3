// Noun phrases as the actor stage reads them from the tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "herald/analysis.h"
#include "herald/report.h"

namespace herald::actors {

// Tokens [first, last) of one sentence.
struct Phrase {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t head = 0;
};

// A report's words in the forms that the registry is asked in, and its trees by children. One thread builds it; any may read it.
class Words {
 public:
  Words(const Report& report, const Analysis& analysis);

  const Report& report;
  const Analysis& analysis;

  [[nodiscard]] const Token& token(uint32_t t) const { return analysis.tokens[t]; }
  [[nodiscard]] std::string_view word(uint32_t t) const { return token(t).span.in(report.text); }
  // base::fold of the word: empty for punctuation, several words for "al-Qaeda".
  [[nodiscard]] const std::string& folded(uint32_t t) const { return folded_[t]; }
  // The folded lemma.
  [[nodiscard]] const std::string& lemma(uint32_t t) const { return lemmas_[t]; }
  // The folded word less its plural ending, for lemmas that keep it.
  [[nodiscard]] std::string singular(uint32_t t) const;
  [[nodiscard]] const std::vector<uint32_t>& children(uint32_t t) const { return children_[t]; }
  // Relation without its subtype.
  [[nodiscard]] std::string_view relation(uint32_t t) const;
  [[nodiscard]] bool plural(uint32_t t) const;
  [[nodiscard]] bool calendar(uint32_t t) const;  // a day of the week, "yesterday", "later": may stand before a phrase and is no part of it
  [[nodiscard]] bool nominal(uint32_t t) const;   // NOUN, PROPN, or another word in a noun's place
  // Capitals tell nothing: a text in lower case or in capitals throughout.
  [[nodiscard]] bool caseless() const { return caseless_; }
  [[nodiscard]] bool capitalised(uint32_t t) const;
  [[nodiscard]] bool all_capitals(uint32_t first, uint32_t last) const;

  // From the first modifier to the head, "the" included; trailing phrases left out. For a name that goes on behind its head (flat), to its
  // end.
  [[nodiscard]] Phrase phrase_of(uint32_t head) const;
  // Head of the phrase that one of these prepositions ties to `t` from behind; analysis.tokens.size() where none.
  [[nodiscard]] uint32_t complement(uint32_t t, std::initializer_list<std::string_view> cases) const;
  // Bytes of tokens [first, last).
  [[nodiscard]] Span span(uint32_t first, uint32_t last) const { return {token(first).span.begin, token(last - 1).span.end}; }

 private:
  std::vector<std::string> folded_, lemmas_;
  std::vector<std::vector<uint32_t>> children_;
  bool caseless_ = false;
};

}  // namespace herald::actors
