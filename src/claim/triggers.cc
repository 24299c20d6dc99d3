#include "claim/triggers.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

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
      if ((r.lemma(t) == word || r.lower(t) == word) &&
          (t == at + 1 || r.token(t).head == static_cast<int32_t>(token) || r.descends(t, token))) {
        at = t;
        found = true;
        break;
      }
    }
    if (!found) return std::nullopt;
  }
  return at;
}

// The lemmas to look a word up under: the tagger's, and where that is no trigger what the form itself suggests, so that a slip of the
// lemmatiser ("uproote", "retook") costs nothing.
std::vector<std::string> lemmas_of(const Reading& r, TokenId t, WordClass c) {
  std::vector<std::string> out{r.lemma(t)};
  const std::string& w = r.lower(t);
  const auto add = [&](std::string s) {
    if (s.size() > 2 && std::find(out.begin(), out.end(), s) == out.end()) out.push_back(std::move(s));
  };
  static const std::map<std::string, std::string> kIrregular = {
      {"retook", "retake"}, {"retaken", "retake"}, {"took", "take"},   {"taken", "take"},   {"overran", "overrun"}, {"fell", "fall"},
      {"fallen", "fall"},   {"held", "hold"},      {"won", "win"},     {"shot", "shoot"},   {"slain", "slay"},      {"slew", "slay"},
      {"fled", "flee"},     {"blew", "blow"},      {"blown", "blow"},  {"lost", "lose"},    {"struck", "strike"},   {"fought", "fight"},
      {"beat", "beat"},     {"beaten", "beat"},    {"bodies", "body"}, {"broke", "break"},  {"broken", "break"},    {"drove", "drive"},
      {"driven", "drive"},  {"clung", "cling"},    {"threw", "throw"}, {"thrown", "throw"}, {"swept", "sweep"},     {"hung", "hang"},
      {"dug", "dig"},       {"sat", "sit"},        {"kept", "keep"},   {"gave", "give"},    {"given", "give"},      {"forsook", "forsake"}};
  if (const auto it = kIrregular.find(w); it != kIrregular.end()) add(it->second);
  const auto ends = [&](std::string_view tail) { return w.size() > tail.size() + 2 && w.ends_with(tail); };
  if (c == WordClass::verb && ends("ed")) {
    add(w.substr(0, w.size() - 1));
    add(w.substr(0, w.size() - 2));
    if (w.size() > 5 && w[w.size() - 3] == w[w.size() - 4]) add(w.substr(0, w.size() - 3));
  }
  if (c == WordClass::verb) add(w);  // "cling" is no "-ing" of anything
  if (c == WordClass::verb && ends("ing")) {
    add(w.substr(0, w.size() - 3));
    add(w.substr(0, w.size() - 3) + "e");
    if (w.size() > 6 && w[w.size() - 4] == w[w.size() - 5]) add(w.substr(0, w.size() - 4));
  }
  if (c == WordClass::adjective) add(w);
  if (ends("s")) add(w.substr(0, w.size() - 1));
  if (ends("es")) add(w.substr(0, w.size() - 2));
  return out;
}

std::vector<WordClass> classes(const Reading& r, TokenId t) {
  switch (r.token(t).upos) {
    case Upos::VERB:
    case Upos::AUX:
      // A gerund used as a noun ("the killing of") is tagged VERB now and then, a participle ADJ.
      if (r.token(t).xpos == "VBG" && (r.child(t, {"det", "nmod:poss"}) || r.is(t, {"nsubj", "nsubj:pass"}))) return {WordClass::noun};
      // "were missing", "left wounded": participles that the tagger takes for verbs.
      return {WordClass::verb, WordClass::adjective};
    case Upos::NOUN:
    case Upos::PROPN:
      return {WordClass::noun};
    case Upos::ADJ:
      if (r.is_verb(t)) return {WordClass::verb, WordClass::adjective};
      return {WordClass::adjective, WordClass::noun};
    default:
      return {};
  }
}

// A word of the sentence makes the trigger something else: "the navy fired missiles in an exercise".
bool speaks_of_else(const Reading& r, const Rule& rule, const Sentence& s) {
  for (TokenId t = s.first; t < s.last; ++t)
    if (std::find(rule.unless.begin(), rule.unless.end(), r.lemma(t)) != rule.unless.end()) return true;
  return false;
}

}  // namespace

std::vector<Hit> triggers_in(const Reading& r, const Codebook& codebook, uint32_t sentence, ClaimType type) {
  std::vector<Hit> out;
  const Sentence& s = r.analysis.sentences[sentence];
  for (TokenId t = s.first; t < s.last; ++t) {
    bool done = false;
    for (const WordClass c : classes(r, t)) {
      for (const std::string& lemma : lemmas_of(r, t, c)) {
        size_t longest = 0;
        for (const auto& trigger : codebook.triggers(lemma, c)) {
          if (trigger.rule->type != type || trigger.rest.size() < longest || speaks_of_else(r, *trigger.rule, s)) continue;
          const auto last = match_rest(r, trigger.rest, t);
          if (!last) continue;
          longest = trigger.rest.size();
          out.push_back({trigger.rule, t, *last});
          done = true;
        }
        if (done) break;
      }
      if (done) break;
    }
  }
  return out;
}

Draft draft_of(const Reading& r, const Hit& hit) {
  Draft d;
  d.rule = hit.rule;
  d.trigger = hit.token;
  d.claim.type = hit.rule->type;
  d.claim.sentence = r.token(hit.token).sentence;
  d.claim.trigger = cover(r.token(hit.token).span, r.token(hit.last).span);
  d.claim.rule = hit.rule->name;
  d.claim.codes = hit.rule->codes;
  return d;
}

}  // namespace herald::claim
