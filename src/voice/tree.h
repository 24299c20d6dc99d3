// A read-only view of an Analysis for walking its trees: children, subtrees, words and the quotations that hold them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "herald/analysis.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "voice/quotes.h"

namespace herald::voice {

// Tokens [first, last).
struct Range {
  uint32_t first = 0;
  uint32_t last = 0;
  [[nodiscard]] bool empty() const { return last <= first; }
  [[nodiscard]] bool holds(uint32_t token) const { return first <= token && token < last; }
};

// Refers to the report and analysis it was made of, which must outlive it (the mentions need not). Not shared between threads.
class Tree {
 public:
  Tree(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions);

  [[nodiscard]] const Token& at(uint32_t i) const { return analysis_->tokens[i]; }
  [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(analysis_->tokens.size()); }
  [[nodiscard]] std::string_view text() const { return report_->text; }
  [[nodiscard]] std::string_view word(uint32_t i) const { return at(i).span.in(report_->text); }
  // Lower-case ASCII of the word as written.
  [[nodiscard]] const std::string& lower(uint32_t i) const { return lower_[i]; }
  // Lower-case lemma.
  [[nodiscard]] const std::string& lemma(uint32_t i) const { return lemma_[i]; }
  [[nodiscard]] std::span<const uint32_t> children(uint32_t i) const;
  // Tokens of the sentence of `i`.
  [[nodiscard]] Range sentence(uint32_t i) const;
  [[nodiscard]] const std::vector<Sentence>& sentences() const { return analysis_->sentences; }
  // The smallest range that holds the token and all that hangs on it.
  [[nodiscard]] Range subtree(uint32_t i) const { return subtree_[i]; }
  [[nodiscard]] std::optional<uint32_t> head(uint32_t i) const;
  // The relation without its subtype.
  [[nodiscard]] std::string_view relation(uint32_t i) const;
  [[nodiscard]] bool is(uint32_t i, std::string_view deprel) const { return at(i).deprel == deprel; }
  [[nodiscard]] std::optional<uint32_t> child(uint32_t i, std::string_view relation) const;
  [[nodiscard]] bool under(uint32_t i, uint32_t ancestor) const;
  [[nodiscard]] bool nominal(uint32_t i) const;
  [[nodiscard]] bool punctuation(uint32_t i) const;
  [[nodiscard]] bool verbal(uint32_t i) const { return at(i).upos == Upos::VERB || at(i).upos == Upos::AUX; }
  // Bytes of a range of tokens; `range` is not empty.
  [[nodiscard]] Span bytes(const Range& range) const { return {at(range.first).span.begin, at(range.last - 1).span.end}; }

  // One past the last token of the mention of an outlet, agency or other speaking actor that begins at `i`; `i` where there is none.
  [[nodiscard]] uint32_t speaker_until(uint32_t i) const { return speaker_until_[i]; }

  [[nodiscard]] const std::vector<Quote>& quotes() const { return quotes_; }
  // Index of the quotation that holds the token's first byte, its marks included; -1 where none does.
  [[nodiscard]] int32_t quote(uint32_t i) const { return quote_[i]; }

 private:
  const Report* report_;
  const Analysis* analysis_;
  std::vector<Quote> quotes_;
  std::vector<int32_t> quote_;
  std::vector<uint32_t> speaker_until_;
  std::vector<std::string> lower_, lemma_;
  std::vector<uint32_t> offsets_, children_;
  std::vector<Range> subtree_;
};

}  // namespace herald::voice
