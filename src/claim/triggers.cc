#include "claim/triggers.h"

#include <optional>

namespace herald::claim {
namespace {

// Where the further words of a trigger stand: next to it, or with the object between ("shot two guards dead").
std::optional<TokenId> match_rest(const Reading& r, const std::vector<std::string>& rest, TokenId token) {
  const TokenId end = r.sentence_of(token).last;
  TokenId at = token;
  for (const std::string& word : rest) {
    bool found = false;
    for (TokenId t = at + 1; t < end && t <= at + 6; ++t) {
      if (r.token(t).upos == Upos::PUNCT && r.lower(t) != "-") break;
      if ((r.lemma(t) == word || r.lower(t) == word) && (t == at + 1 || r.token(t).head == static_cast<int32_t>(token) || r.descends(t, token))) {
        at = t;
        found = true;
        break;
      }
    }
    if (!found) return std::nullopt;
  }
  return at;
}

std::vector<WordClass> classes(const Reading& r, TokenId t) {
  switch (r.token(t).upos) {
    case Upos::VERB:
    case Upos::AUX:
      // A gerund used as a noun ("the killing of") is tagged VERB now and then, a participle ADJ.
      if (r.token(t).xpos == "VBG" && r.child(t, {"det", "nmod:poss"})) return {WordClass::noun};
      return {WordClass::verb};
    case Upos::NOUN:
    case Upos::PROPN:
      return {WordClass::noun};
    case Upos::ADJ:
      return {WordClass::adjective, WordClass::noun};
    default:
      return {};
  }
}

}  // namespace

std::vector<Hit> triggers_in(const Reading& r, const Codebook& codebook, uint32_t sentence, ClaimType type) {
  std::vector<Hit> out;
  const Sentence& s = r.analysis.sentences[sentence];
  for (TokenId t = s.first; t < s.last; ++t) {
    bool done = false;
    for (const WordClass c : classes(r, t)) {
      size_t longest = 0;
      for (const auto& trigger : codebook.triggers(r.lemma(t), c)) {
        if (trigger.rule->type != type || trigger.rest.size() < longest) continue;
        const auto last = match_rest(r, trigger.rest, t);
        if (!last) continue;
        longest = trigger.rest.size();
        out.push_back({trigger.rule, t, *last});
        done = true;
      }
      if (done) break;
    }
  }
  return out;
}

}  // namespace herald::claim
