#include "claim/totals.h"

#include <algorithm>

#include "claim/passing.h"
#include "claim/roles.h"
#include "claim/when.h"

namespace herald::claim {
namespace {

bool is_campaign(const std::string& lemma) {
  return one_of(lemma,
                {"offensive", "campaign", "war", "conflict", "insurgency", "uprising", "rebellion", "genocide", "crackdown", "struggle"});
}

// "have been killed", "has killed"; a noun or a toll stands for itself.
bool perfect(const Reading& r, TokenId trigger) {
  TokenId at = trigger;
  for (int steps = 0; steps < 3; ++steps) {
    if (!r.is_verb(at) && r.token(at).upos != Upos::AUX) return true;
    for (const TokenId c : r.children(at))
      if (r.is(c, {"aux"}) && r.lemma(c) == "have") return true;
    if (!r.is(at, {"conj", "xcomp", "advcl", "acl"}) || r.token(at).head < 0) return r.is(at, {"acl"});
    at = static_cast<TokenId>(r.token(at).head);
  }
  return false;
}

// A deed of its own: "the massacre of 148 villagers in 1982".
bool tells_one_deed(const Reading& r, const Sentence& s) {
  for (TokenId t = s.first; t < s.last; ++t)
    if (is_deed(r.lemma(t))) return true;
  return false;
}

// Whether a time of many days is one that figures add up over: "the past three days", "this year", "between May and July".
bool adds_up(const Reading& r, const Span& span) {
  const TokenId first = r.analysis.token_at(span.begin);
  const TokenId end = r.analysis.token_at(span.end);
  const std::string before = first > 0 ? r.lower(first - 1) : std::string();
  if (one_of(before, {"between", "from", "over", "throughout", "during"})) return true;
  for (TokenId t = first; t < end; ++t) {
    if (r.lower(t) == "past") return true;
    if (r.lower(t) == "last" && t + 1 < end && (r.token(t + 1).upos == Upos::NUM || r.token(t + 1).upos == Upos::ADJ)) return true;
    if (r.lower(t) == "this" && t + 1 < end && one_of(r.lower(t + 1), {"year", "month"}))
      return t == first && !one_of(before, {"earlier", "early", "later"});
  }
  return false;
}

}  // namespace

bool is_running_total(const Reading& r, const Draft& d) {
  const Claim& c = d.claim;
  const int64_t low = c.figure.low.value_or(c.figure.high.value_or(0));
  if (low == 1) return false;
  const Sentence& s = r.sentence_of(d.trigger);
  for (TokenId t = s.first; t < s.last; ++t) {
    const bool so_far = r.lower(t) == "so" && t + 1 < s.last && r.lower(t + 1) == "far";
    if ((r.lower(t) == "since" || so_far) && (t == s.first || perfect(r, d.trigger))) return true;
  }
  const bool dated = c.date && !c.date->inherited && c.date->span;
  if (dated && adds_up(r, *c.date->span)) return true;
  if (c.harm == Harm::displaced) return false;
  const bool many = low >= 30;
  if (dated && spans_many_days(*c.date) && many && !tells_one_deed(r, s)) return true;
  if (const auto subject = subject_of(r, d.trigger); subject && is_campaign(r.lemma(*subject))) return true;
  const auto in_campaign = [&](TokenId verb) {
    const auto& cs = r.children(verb);
    return std::any_of(cs.begin(), cs.end(), [&](TokenId k) {
      return r.is(k, {"obl", "nmod"}) && one_of(r.case_of(k), {"in", "during"}) &&
             (is_campaign(r.lemma(k)) || (many && r.lemma(k) == "operation"));
    });
  };
  if (in_campaign(d.trigger)) return true;
  for (const TokenId k : r.children(d.trigger))
    if (r.is(k, {"conj"}) && in_campaign(k)) return true;  // "killed and thousands displaced in the conflict"
  return false;
}

}  // namespace herald::claim
