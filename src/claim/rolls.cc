#include "claim/rolls.h"

#include <optional>

#include "claim/victims.h"
#include "claim/who.h"

namespace herald::claim {
namespace {

std::optional<TokenId> people_after(const Reading& r, TokenId t) {
  for (TokenId k = t + 1; k < r.sentence_of(t).last && k < t + 8; ++k) {
    if (r.token(k).upos == Upos::PUNCT || r.token(k).upos == Upos::VERB) return std::nullopt;
    const bool more = k + 1 < r.sentence_of(t).last && (r.token(k + 1).upos == Upos::NOUN || r.token(k + 1).upos == Upos::PROPN);
    if (!more && is_people(r, k) && r.is_nominal(k)) return k;
  }
  return std::nullopt;
}

// "Most of those killed were guards, followed by farm hands": parts ordered without figures.
void ranked_parts(const Reading& r, const Codebook& codebook, const Sentence& s, std::vector<RollEntry>& out) {
  for (TokenId t = s.first; t + 3 < s.last; ++t) {
    if (!one_of(r.lower(t), {"most", "majority", "bulk"}) || r.lower(t + 1) != "of") continue;
    std::optional<TokenId> harmed, were;
    for (TokenId k = t + 2; k < s.last && k < t + 9; ++k) {
      if (one_of(r.lower(k), {"killed", "dead", "slain", "wounded", "injured", "victims", "casualties"})) harmed = k;
      if (harmed && r.lemma(k) == "be") were = k;
    }
    if (!harmed || !were) continue;
    const Rule* rule = codebook.find(one_of(r.lower(*harmed), {"wounded", "injured"}) ? "casualties.wound" : "casualties.kill");
    if (!rule) return;
    if (const auto first = people_after(r, *were)) out.push_back({{rule, *harmed, *harmed}, *first, "most"});
    for (TokenId k = *were; k + 1 < s.last; ++k)
      if (r.lower(k) == "followed" && r.lower(k + 1) == "by")
        if (const auto second = people_after(r, k + 1)) out.push_back({{rule, k, k + 1}, *second, "second"});
    return;
  }
}

// "Among the dead were two nurses", "ten envoys were among the hostages", "the wounded included a guard", "the dead numbered 213".
std::optional<TokenId> member_of(const Reading& r, const Sentence& s, TokenId roll) {
  const bool among = roll >= s.first + 2 && r.lower(roll - 2) == "among";
  if (among && roll >= s.first + 3 && r.lemma(roll - 3) == "be") {
    if (const auto subject = r.child(roll, {"nsubj"})) return subject;
    return r.is(roll, {"conj", "appos"}) ? r.governor(roll) : std::nullopt;  // a list without a verb, to the parser
  }
  TokenId verb = roll + 1;
  while (among && verb < s.last && verb < roll + 7 && r.token(verb).upos != Upos::VERB && r.lemma(verb) != "be") ++verb;
  if (verb < s.last && (r.lemma(verb) == "be" || (!among && r.lemma(verb) == "include")))
    if (const auto member = people_after(r, verb)) return member;
  for (TokenId k = roll + 1; !among && k < s.last && k < roll + 10; ++k)
    if (r.lower(k) == "numbered") return counted_behind(r, k);
  return std::nullopt;
}

}  // namespace

std::vector<RollEntry> rolls_in(const Reading& r, const Codebook& codebook, uint32_t sentence) {
  std::vector<RollEntry> out;
  const Sentence& s = r.analysis.sentences[sentence];
  ranked_parts(r, codebook, s, out);
  for (TokenId t = s.first; t + 1 < s.last; ++t) {
    const std::string& w = r.lower(t);
    const char* name = one_of(w, {"dead", "killed", "slain", "victims", "fatalities"}) ? "casualties.kill"
                       : one_of(w, {"wounded", "injured"})                             ? "casualties.wound"
                       : one_of(w, {"hostages", "captives"})                           ? "casualties.abduct"
                                                                                       : nullptr;
    const Rule* rule = name && t > s.first && one_of(r.lower(t - 1), {"the", "those"}) ? codebook.find(name) : nullptr;
    if (!rule) continue;
    if (t >= s.first + 2 && r.lower(t - 2) == "of") continue;  // "half of the victims were under 20"
    if (const auto member = member_of(r, s, t)) out.push_back({{rule, t, t}, *member, ""});
  }
  return out;
}

}  // namespace herald::claim
