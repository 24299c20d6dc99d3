#include "claim/reading.h"

#include <algorithm>

#include "base/text.h"

namespace herald::claim {

Reading::Reading(const Report& r, const Analysis& a, const std::vector<Mention>& m, const std::vector<Attribution>& v,
                 const mention::Resources& resources)
    : report(r), analysis(a), mentions(m), attributions(v), gazetteer(resources.gazetteer), describer(r, a, resources.registry) {
  const size_t n = a.tokens.size();
  lemmas_.reserve(n);
  lowers_.reserve(n);
  children_.resize(n);
  mentions_at_.resize(n);
  mentions_in_.resize(a.sentences.size());
  for (TokenId t = 0; t < n; ++t) {
    lemmas_.push_back(base::lower_ascii(a.tokens[t].lemma));
    lowers_.push_back(base::lower_ascii(a.tokens[t].span.in(r.text)));
    if (a.tokens[t].head >= 0) children_[static_cast<TokenId>(a.tokens[t].head)].push_back(t);
  }
  for (uint32_t i = 0; i < m.size(); ++i) {
    for (TokenId t = m[i].first; t < m[i].last && t < n; ++t) mentions_at_[t].push_back(i);
    if (m[i].sentence < mentions_in_.size()) mentions_in_[m[i].sentence].push_back(i);
  }
}

std::string_view Reading::relation(TokenId t) const {
  const std::string_view full = token(t).deprel;
  return full.substr(0, full.find(':'));
}

bool Reading::is(TokenId t, std::initializer_list<std::string_view> relations) const {
  const std::string_view full = token(t).deprel;
  const std::string_view base = relation(t);
  return std::any_of(relations.begin(), relations.end(), [&](std::string_view r) { return r == full || r == base; });
}

std::optional<TokenId> Reading::child(TokenId t, std::initializer_list<std::string_view> relations) const {
  for (const TokenId c : children_[t])
    if (is(c, relations)) return c;
  return std::nullopt;
}

std::string Reading::case_of(TokenId t) const {
  for (const TokenId c : children_[t])
    if (relation(c) == "case") {
      std::string out = lower(c);
      for (const TokenId f : children_[c])
        if (relation(f) == "fixed") out += " " + lower(f);
      return out;
    }
  return {};
}

std::optional<TokenId> Reading::oblique(TokenId t, std::initializer_list<std::string_view> cases) const {
  for (const TokenId c : children_[t]) {
    if (!is(c, {"obl", "nmod"})) continue;
    const std::string mark = case_of(c);
    if (std::find(cases.begin(), cases.end(), mark) != cases.end()) return c;
  }
  return std::nullopt;
}

bool Reading::descends(TokenId t, TokenId ancestor) const {
  int32_t at = static_cast<int32_t>(t);
  for (size_t steps = 0; at >= 0 && steps <= analysis.tokens.size(); ++steps) {
    if (at == static_cast<int32_t>(ancestor)) return true;
    at = token(static_cast<TokenId>(at)).head;
  }
  return false;
}

int Reading::distance(TokenId a, TokenId b) const {
  if (token(a).sentence != token(b).sentence) return 99;
  int up = 0;
  for (int32_t at = static_cast<int32_t>(a); at >= 0 && up < 64; at = token(static_cast<TokenId>(at)).head, ++up) {
    int down = 0;
    for (int32_t bt = static_cast<int32_t>(b); bt >= 0 && down < 64; bt = token(static_cast<TokenId>(bt)).head, ++down)
      if (at == bt) return up + down;
  }
  return 99;
}

TokenId Reading::clause_of(TokenId t) const {
  TokenId at = t;
  for (int steps = 0; steps < 64; ++steps) {
    const Token& k = token(at);
    if (k.head < 0 || is(at, {"ccomp", "advcl", "acl", "parataxis", "csubj", "xcomp"})) return at;
    if (relation(at) == "conj" && (k.upos == Upos::VERB || k.upos == Upos::AUX)) return at;
    at = static_cast<TokenId>(k.head);
  }
  return at;
}

bool Reading::is_verb(TokenId t) const {
  if (token(t).upos == Upos::VERB) return true;
  return token(t).upos == Upos::ADJ && lower(t).ends_with("ed") && child(t, {"nsubj", "nsubj:pass"}) && !child(t, {"cop"});
}

bool Reading::is_nominal(TokenId t) const {
  switch (token(t).upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::PRON:
    case Upos::NUM:
    case Upos::SYM:
      return true;
    case Upos::ADJ:
    case Upos::DET:
    case Upos::X:
      return is(t, {"nsubj", "obj", "obl", "nmod", "iobj", "conj", "root"});
    default:
      return false;
  }
}

bool Reading::is_passive(TokenId verb) const {
  if (child(verb, {"nsubj:pass", "aux:pass", "csubj:pass"})) return true;
  if (child(verb, {"obj"})) return false;  // "armed men abducted the wife of …", whatever the tagger says
  // A participle behind its noun: "soldiers killed in the raid".
  const Token& k = token(verb);
  return token(verb).xpos == "VBN" &&
         (k.deprel == "acl" || (relation(verb) == "conj" && k.head >= 0 && is_passive(static_cast<TokenId>(k.head))) ||
          !child(verb, {"aux", "nsubj", "obj"}));
}

bool Reading::is_negated(TokenId t) const {
  for (const TokenId c : children_[t]) {
    if (one_of(lower(c), {"not", "n't", "never", "without", "neither"}) && is(c, {"advmod", "case", "mark", "cc"})) return true;
    if (lower(c) == "no" && is(c, {"det", "advmod"})) return true;
  }
  return false;
}

Span Reading::noun_phrase(TokenId head) const {
  const Sentence& s = sentence_of(head);
  TokenId first = head;
  TokenId last = head;
  // Grows over a dependent's own subtree as far as it stands next to what is already held.
  const auto grow = [&](auto&& self, TokenId at) -> void {
    for (const TokenId c : children_[at]) {
      const bool left = c < at;
      const bool modifier = is(c, {"det", "nummod", "amod", "compound", "nmod:poss", "flat", "fixed", "goeswith", "nmod:desc",
                                   "nmod:unmarked", "advmod", "case"}) &&
                            !(relation(c) == "case" && lower(c) != "'s" && lower(c) != "’s" && lower(c) != "'");
      const bool complement = c > at && relation(c) == "nmod" && one_of(case_of(c), {"of", "from", "at"});
      const bool adverb_right = relation(c) == "advmod" && !left;
      if ((!modifier && !complement) || adverb_right) continue;
      self(self, c);
      if (left && c < first) first = c;
      if (!left && c > last) last = c;
      if (complement)
        for (const TokenId k : children_[c])
          if (is(k, {"case"}) && k < first) first = k;
    }
  };
  grow(grow, head);
  // Leading words that belong to the clause and not to the phrase ("also", punctuation) are left out.
  while (first < head && (token(first).upos == Upos::PUNCT || token(first).upos == Upos::SCONJ || token(first).upos == Upos::CCONJ ||
                          token(first).xpos == "WRB" ||
                          (token(first).upos == Upos::ADV &&
                           (lower(first + 1) == "," ||
                            one_of(lower(first), {"also", "then", "only", "meanwhile", "however", "earlier", "later", "when", "where"})))))
    ++first;
  // "shot dead two men": the adjective is the verb's.
  if (first < head && first > s.first && lower(first) == "dead" && is_verb(first - 1)) ++first;
  // "At least" and the like hang where the parser likes; the phrase begins where its count does.
  for (const uint32_t i : mentions_in_[token(head).sentence]) {
    const Mention& m = mentions[i];
    if (m.as<Quantity>() && m.first <= first && first < m.last) first = m.first;
    if (m.as<Quantity>() && m.last == first && m.last <= head && is_nominal(head)) first = m.first;
  }
  // A short name in brackets: "Supreme Islamic Council of Somalia (SICS)".
  if (last + 3 < s.last && word(last + 1) == "(" && word(last + 3) == ")") last += 3;
  return cover(token(first).span, token(last).span);
}

std::vector<TokenId> Reading::coordinated(TokenId head) const {
  std::vector<TokenId> out{head};
  for (size_t i = 0; i < out.size() && out.size() < 32; ++i) {
    for (const TokenId c : children_[out[i]])
      if (relation(c) == "conj" && is_nominal(c)) out.push_back(c);
    if (const auto next = next_in_list(out[i]); next && std::find(out.begin(), out.end(), *next) == out.end()) out.push_back(*next);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::optional<TokenId> Reading::next_in_list(TokenId head) const {
  const Sentence& s = sentence_of(head);
  TokenId at = analysis.token_at(noun_phrase(head).end);
  bool link = false;
  while (at < s.last && (one_of(lower(at), {",", "and", "plus"}) || (lower(at) == "well" || (lower(at) == "as" && link)))) {
    link = true;
    ++at;
  }
  if (!link || at >= s.last) return std::nullopt;
  // Only a counted phrase is taken by order alone; others must hang on the head or on its governor in the same role.
  for (const uint32_t i : mentions_in_[token(head).sentence]) {
    const Mention& m = mentions[i];
    if (!m.as<Quantity>() || m.first != at) continue;
    for (TokenId t = m.head < m.last ? m.last - 1 : m.head; t < s.last && t < m.last + 6; ++t) {
      const bool noun = is_nominal(t) && token(t).upos != Upos::NUM;
      const bool ends = noun && !(t + 1 < s.last && (token(t + 1).upos == Upos::NOUN || token(t + 1).upos == Upos::PROPN) &&
                                  token(t).head == static_cast<int32_t>(t + 1));
      if (ends) {
        // What a verb of its own follows begins a new clause: "killed two soldiers and three others were wounded".
        for (TokenId v = t + 1; v < s.last && v <= t + 3; ++v) {
          if (token(v).upos == Upos::VERB || token(v).upos == Upos::AUX) return std::nullopt;
          if (token(v).upos == Upos::PUNCT || token(v).upos == Upos::CCONJ || token(v).upos == Upos::ADP) break;
        }
        return t;
      }
      if (token(t).upos == Upos::VERB && !is(t, {"amod"})) return std::nullopt;
    }
  }
  return std::nullopt;
}

TokenId Reading::content_head(TokenId head) const {
  const bool counts = token(head).upos == Upos::NUM || token(head).upos == Upos::DET || token(head).upos == Upos::PRON ||
                      token(head).upos == Upos::ADJ ||
                      one_of(lemma(head), {"dozen", "score", "hundred", "thousand", "million", "number", "group", "handful", "couple",
                                           "majority", "one", "total", "body", "remains", "member", "life", "ten"});
  if (!counts) return head;
  if (const auto of = oblique(head, {"of", "among"})) return content_head(*of);
  return head;
}

const Mention& Reading::first_of_cluster(const Mention& m) const {
  const Mention* at = &m;
  for (size_t steps = 0; at->antecedent && *at->antecedent < mentions.size() && steps < mentions.size(); ++steps)
    at = &mentions[*at->antecedent];
  return *at;
}

}  // namespace herald::claim
