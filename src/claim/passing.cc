#include "claim/passing.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace herald::claim {
namespace {

// What people do about a happening afterwards.
bool is_answer(const std::string& lemma) {
  static const std::set<std::string_view> kVerbs = {
      "accuse",  "acquit",      "address",   "admit",     "apologise",    "apologize",   "appear",      "appeal",    "arrest",
      "arrive",  "ask",         "assess",    "attend",    "ban",          "blame",       "bury",        "call",      "charge",
      "comment", "commemorate", "condemn",   "confess",   "congratulate", "convene",     "convict",     "criticise", "criticize",
      "debate",  "decry",       "delay",     "demand",    "denounce",     "deplore",     "describe",    "detain",    "discuss",
      "examine", "express",     "extradite", "face",      "fear",         "fly",         "gather",      "hear",      "hold",
      "honour",  "honor",       "identify",  "implicate", "indict",       "interrogate", "investigate", "issue",     "jail",
      "lament",  "lay",         "link",      "mark",      "meet",         "mourn",       "offer",       "open",      "order",
      "pay",     "plead",       "pledge",    "point",     "praise",       "pray",        "probe",       "promise",   "protest",
      "publish", "question",    "rally",     "reiterate", "release",      "remember",    "renew",       "resign",    "resume",
      "return",  "review",      "send",      "sentence",  "show",         "slam",        "speak",       "stand",     "summon",
      "suspect", "suspend",     "take",      "talk",      "testify",      "thank",       "travel",      "try",       "urge",
      "visit",   "vow",         "want",      "warn",      "welcome",      "wrap"};
  return kVerbs.contains(lemma);
}

// "met to finish talks that the raid cut short"; ", in which 20 died", which the parser may hang on the verb before.
bool is_told_with(const Reading& r, TokenId clause, TokenId trigger) {
  if (!r.is_verb(clause)) return false;
  const auto& parts = r.children(clause);
  return std::any_of(parts.begin(), parts.end(), [&](TokenId c) {
    return (clause != trigger && r.lower(c) == "to" && r.is(c, {"mark"})) ||
           (r.is(clause, {"advcl"}) && r.lower(c) == "which" && !r.case_of(c).empty());
  });
}

}  // namespace

std::optional<TokenId> told_in_passing(const Reading& r, TokenId trigger) {
  std::optional<TokenId> out;
  TokenId at = trigger;
  for (int steps = 0; steps < 64 && r.token(at).head >= 0; ++steps) {
    const auto up = static_cast<TokenId>(r.token(at).head);
    const bool noun = r.token(at).upos == Upos::NOUN || r.token(at).upos == Upos::PROPN;
    const bool told = noun ? r.is(at, {"obj", "obl", "nmod"}) : is_told_with(r, at, trigger);
    if (told && r.is_verb(up) && up != trigger && is_answer(r.lemma(up))) out = at;
    at = up;
  }
  return out;
}

bool is_deed(const std::string& lemma) {
  return one_of(lemma, {"ambush", "assault", "attack", "blast", "bomb", "bombing", "clash", "encounter", "execution", "explosion",
                        "fighting", "gunbattle", "incident", "killing", "massacre", "raid", "shooting", "siege", "strike"});
}

}  // namespace herald::claim
