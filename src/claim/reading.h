// Reading: one report with everything the stages before found, indexed for the claim stage, and the questions about its trees that every
// rule asks. Immutable after construction; one thread builds it, any thread may read it. Token arguments are indices into Analysis::tokens.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/one_of.h"
#include "herald/analysis.h"
#include "herald/attribution.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "mention/actors/party.h"
#include "mention/mentions.h"

namespace herald::claim {

using base::one_of;

using TokenId = uint32_t;

class Reading {
 public:
  Reading(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions,
          const std::vector<Attribution>& attributions, const mention::Resources& resources);

  const Report& report;
  const Analysis& analysis;
  const std::vector<Mention>& mentions;
  const std::vector<Attribution>& attributions;
  const places::Gazetteer& gazetteer;
  const actors::Describer describer;  // parties that noun phrases describe

  [[nodiscard]] const Token& token(TokenId t) const { return analysis.tokens[t]; }
  [[nodiscard]] std::string_view word(TokenId t) const { return analysis.tokens[t].span.in(report.text); }
  // Lemma in lower case, whatever the case of the text.
  [[nodiscard]] const std::string& lemma(TokenId t) const { return lemmas_[t]; }
  // Word in lower case.
  [[nodiscard]] const std::string& lower(TokenId t) const { return lowers_[t]; }
  [[nodiscard]] const std::vector<TokenId>& children(TokenId t) const { return children_[t]; }
  [[nodiscard]] const Sentence& sentence_of(TokenId t) const { return analysis.sentences[analysis.tokens[t].sentence]; }
  [[nodiscard]] std::string_view text(const Span& span) const { return span.in(report.text); }
  [[nodiscard]] bool in_headline(uint32_t sentence) const {
    return report.headline_span && report.headline_span->contains(analysis.sentences[sentence].span);
  }
  [[nodiscard]] std::string_view sentence_text(uint32_t sentence) const { return analysis.sentences[sentence].span.in(report.text); }

  // UD relation without its subtype: "nsubj:pass" -> "nsubj".
  [[nodiscard]] std::string_view relation(TokenId t) const;
  [[nodiscard]] bool is(TokenId t, std::initializer_list<std::string_view> relations) const;  // full relation or its base
  // First child with one of the relations.
  [[nodiscard]] std::optional<TokenId> child(TokenId t, std::initializer_list<std::string_view> relations) const;
  // Lemma of the (first) adposition that marks a nominal, "" where none.
  [[nodiscard]] std::string case_of(TokenId t) const;
  // First nominal dependent whose adposition is one of `cases`.
  [[nodiscard]] std::optional<TokenId> oblique(TokenId t, std::initializer_list<std::string_view> cases) const;
  // The head of a token in its tree; nullopt for the root of a sentence.
  [[nodiscard]] std::optional<TokenId> governor(TokenId t) const {
    return token(t).head < 0 ? std::nullopt : std::optional(static_cast<TokenId>(token(t).head));
  }
  [[nodiscard]] bool descends(TokenId t, TokenId ancestor) const;
  // Edges between two tokens of one sentence; 99 across sentences.
  [[nodiscard]] int distance(TokenId a, TokenId b) const;
  // The nearest ancestor-or-self that is a clause: root, conj of a verb, ccomp, advcl, acl, parataxis …
  [[nodiscard]] TokenId clause_of(TokenId t) const;
  // A verb, or a participle tagged ADJ that stands as one: "rebels advanced on the port".
  [[nodiscard]] bool is_verb(TokenId t) const;
  [[nodiscard]] bool is_nominal(TokenId t) const;  // NOUN, PROPN, PRON, NUM, or an adjective used as one
  [[nodiscard]] bool is_passive(TokenId verb) const;
  [[nodiscard]] bool is_negated(TokenId t) const;  // not, never, no, without, deny to

  // The noun phrase of a head: from its first modifier to its last short one. Coordinated heads, relative clauses and appositions are
  // left out; "of" complements and bracketed short names stay in.
  [[nodiscard]] Span noun_phrase(TokenId head) const;
  // The head and those coordinated with it, in text order: by the tree, and by order ("two soldiers, a guard and three boys") where the
  // parser hung a member elsewhere.
  [[nodiscard]] std::vector<TokenId> coordinated(TokenId head) const;
  // The counted or named phrase that follows a comma or "and" right behind the phrase of `head`; its head token.
  [[nodiscard]] std::optional<TokenId> next_in_list(TokenId head) const;
  // The noun that says what is counted: "dozens of civilians" -> civilians, "two of the guards" -> guards; the head itself otherwise.
  [[nodiscard]] TokenId content_head(TokenId head) const;

  // The mention of kind T whose tokens hold t, the longest of several; nullptr where none.
  template <typename T>
  [[nodiscard]] const Mention* mention_at(TokenId t) const {
    const Mention* best = nullptr;
    for (const uint32_t m : mentions_at_[t])
      if (mentions[m].as<T>() && (!best || mentions[m].span.size() > best->span.size())) best = &mentions[m];
    return best;
  }
  // Mentions that begin in a sentence, in text order.
  [[nodiscard]] const std::vector<uint32_t>& mentions_in(uint32_t sentence) const { return mentions_in_[sentence]; }
  // The earliest mention that this one stands for, or itself.
  [[nodiscard]] const Mention& first_of_cluster(const Mention& m) const;

 private:
  std::vector<std::string> lemmas_, lowers_;
  std::vector<std::vector<TokenId>> children_;
  std::vector<std::vector<uint32_t>> mentions_at_;
  std::vector<std::vector<uint32_t>> mentions_in_;
};

}  // namespace herald::claim
