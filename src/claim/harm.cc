#include "claim/harm.h"

#include <algorithm>

#include "claim/roles.h"
#include "claim/victims.h"
#include "claim/who.h"

namespace herald::claim {

bool by_accident(const Reading& r, const Codebook& codebook, TokenId trigger) {
  const auto mishap = [&](TokenId t) { return one_of(r.lemma(t), {"accident", "collision", "stampede", "avalanche"}); };
  // A helicopter that crashed because it was shot at is another matter.
  const auto mishap_clause = [&](TokenId verb) {
    if (!r.is(verb, {"advcl", "acl:relcl"}) || verb < trigger) return false;
    if (!one_of(r.lemma(verb), {"crash", "collide", "overturn", "capsize", "derail", "sink", "plunge", "skid"})) return false;
    for (TokenId t = verb; t < r.sentence_of(verb).last; ++t)
      if (!codebook.triggers(r.lemma(t), WordClass::noun).empty() || r.mention_at<Weapon>(t) || r.lemma(t) == "bomber") return false;
    return true;
  };
  const auto& cs = r.children(trigger);
  return std::any_of(cs.begin(), cs.end(), [&](TokenId c) {
    return (r.is(c, {"obl", "nmod"}) && one_of(r.case_of(c), {"in", "by", "of"}) && mishap(c)) || mishap_clause(c);
  });
}

bool is_either_harm(const Reading& r, const Codebook& codebook, const Hit& hit) {
  const Sentence& s = r.sentence_of(hit.token);
  const auto harms_otherwise = [&](TokenId t) {
    const auto other = [&](const auto& x) {
      return x.rule->type == ClaimType::casualties && x.rest.empty() && x.rule->value != hit.rule->value &&
             one_of(x.rule->value, {"killed", "wounded"});
    };
    const auto verbs = codebook.triggers(r.lemma(t), WordClass::verb);
    const auto adjectives = codebook.triggers(r.lower(t), WordClass::adjective);
    return std::any_of(verbs.begin(), verbs.end(), other) || std::any_of(adjectives.begin(), adjectives.end(), other);
  };
  return (hit.token + 2 < s.last && r.lower(hit.token + 1) == "or" && harms_otherwise(hit.token + 2)) ||
         (hit.token >= s.first + 2 && r.lower(hit.token - 1) == "or" && harms_otherwise(hit.token - 2));
}

bool is_animal(const Reading& r, TokenId t) {
  return one_of(r.lemma(t), {"animal", "livestock", "cattle", "cow",     "bull",    "buffalo",  "ox",       "sheep",   "goat",
                             "horse",  "donkey",    "mule",   "camel",   "pig",     "dog",      "cat",      "chicken", "hen",
                             "duck",   "goose",     "bird",   "poultry", "fish",    "elephant", "rhino",    "lion",    "tiger",
                             "wolf",   "bear",      "snake",  "whale",   "gorilla", "monkey",   "crocodile"});
}

bool can_wound(const Reading& r, const Codebook& codebook, TokenId v) {
  const auto subject = subject_of(r, v);
  if (!subject || r.token(*subject).upos == Upos::PRON || is_actor(r, *subject) || r.mention_at<Weapon>(*subject) ||
      r.mention_at<Quantity>(*subject))
    return true;
  if (!codebook.triggers(r.lemma(*subject), WordClass::noun).empty()) return true;
  return one_of(r.lemma(*subject), {"fire",      "bullet",    "shrapnel", "splinter",    "debris", "roof",       "wall",     "glass",
                                    "stone",     "car",       "vehicle",  "truck",       "van",    "bus",        "building", "violence",
                                    "unrest",    "war",       "incident", "collapse",    "round",  "projectile", "device",   "operation",
                                    "crackdown", "offensive", "rocket",   "disturbance", "riot"});
}

bool is_purpose(const Reading& r, TokenId v) {
  const auto mark = r.child(v, {"mark"});
  if (!mark || r.lower(*mark) != "to" || r.token(v).xpos != "VB" || !r.is(v, {"acl", "advcl"})) return false;
  const auto up = r.governor(v);
  return !forced_to(r, v) && !(up && one_of(r.lemma(*up), {"force", "oblige", "compel", "cause", "lead", "manage"}));
}

}  // namespace herald::claim
