#include "claim/roles.h"

#include <algorithm>

namespace herald::claim {
namespace {

bool is_verbal(const Reading& r, TokenId t) {
  return r.token(t).upos == Upos::VERB || r.token(t).upos == Upos::AUX;
}

// "by X" close behind a participle or noun, wherever the parser hung it; another verb between ends the search.
std::optional<TokenId> by_in_order(const Reading& r, TokenId head) {
  const TokenId end = std::min(r.sentence_of(head).last, head + 14);
  for (TokenId t = head + 1; t < end; ++t) {
    // "seized and beaten by X": the last of two participles speaks for both.
    const bool shared = r.is(t, {"conj"}) && r.token(t).head == static_cast<int32_t>(head) && r.token(t).xpos == "VBN" && t <= head + 3;
    if ((is_verbal(r, t) && !shared) || r.lower(t) == "while" || r.lower(t) == ";") return std::nullopt;
    if (r.lower(t) != "by") continue;
    for (TokenId n = t + 1; n < std::min(r.sentence_of(head).last, t + 8); ++n) {
      if (is_verbal(r, n) || r.token(n).upos == Upos::PUNCT) return std::nullopt;
      const Upos u = r.token(n).upos;
      const bool noun = u == Upos::NOUN || u == Upos::PROPN || u == Upos::PRON;
      // "by a sniper hiding in a tower": a participle that the tagger takes for a noun ends the phrase.
      const bool more =
          n + 1 < end && (r.token(n + 1).upos == Upos::NOUN || r.token(n + 1).upos == Upos::PROPN) && !r.lower(n + 1).ends_with("ing");
      if (noun && !more) return r.mention_at<Timex>(n) ? std::nullopt : std::optional(n);
    }
    return std::nullopt;
  }
  return std::nullopt;
}

// The subject that stands in a "when", "as" or "after" clause between a verb and the main verb that the parser hung it on: the first noun
// behind the subordinator. The main clause's subject is not the one who acts there.
std::optional<TokenId> subject_by_order(const Reading& r, TokenId main, TokenId verb) {
  for (TokenId t = verb; t-- > main + 1;) {
    const Upos word = r.token(t).upos;
    if (!one_of(r.lower(t), {"when", "as", "while", "because", "until", "where", "after", "before", "since"}) ||
        !(word == Upos::SCONJ || word == Upos::ADV || word == Upos::ADP) || r.token(t).head == static_cast<int32_t>(main))
      continue;
    for (TokenId n = t + 1; n < verb; ++n) {
      const Upos next = r.token(n + 1).upos;
      if (is_verbal(r, n)) return std::nullopt;
      const Upos u = r.token(n).upos;
      if ((u == Upos::NOUN || u == Upos::PROPN || u == Upos::PRON) && next != Upos::NOUN && next != Upos::PROPN && r.lower(n + 1) != "of")
        return n;
    }
  }
  return std::nullopt;
}

// "Ruritania said its aircraft struck and killed 30": the subject of what is said, where the parser hung what is said next on the saying.
std::optional<TokenId> subject_of_said(const Reading& r, TokenId saying, TokenId verb) {
  for (const TokenId c : r.children(saying))
    if (r.is(c, {"ccomp"}) && saying < c && c < verb)
      if (const auto s = r.child(c, {"nsubj", "nsubj:pass"}); s && *s > saying) return s;
  return std::nullopt;
}

// Governors under which a complement is not told as having happened.
bool is_irrealis_governor(const std::string& lemma) {
  return one_of(lemma, {"threaten",    "plan",       "intend",  "want",   "try",     "attempt",  "vow",     "order",       "aim",
                        "seek",        "hope",       "prepare", "urge",   "call",    "warn",     "pledge",  "refuse",      "decline",
                        "propose",     "expect",     "fail",    "demand", "promise", "conspire", "plot",    "wish",        "ask",
                        "allow",       "threat",     "bid",     "effort", "order",   "call",     "fear",    "possibility", "ability",
                        "capacity",    "likelihood", "risk",    "avoid",  "prevent", "stop",     "failure", "inability",   "refusal",
                        "preparation", "warrant",    "pretext", "hunt",   "search",  "likely",   "ready",   "unable"});
}

}  // namespace

bool is_blame(const std::string& lemma) {
  return one_of(lemma, {"blame", "accuse", "suspect", "hold", "charge", "convict", "implicate", "attribute", "pin", "fault", "indict",
                        "try", "prosecute", "jail", "imprison", "sentence", "hang"});
}

std::optional<TokenId> one_accused(const Reading& r, TokenId blame) {
  if (r.is_verb(blame)) {
    if (const auto trial = r.oblique(blame, {"on"}); trial && r.lemma(*trial) == "trial") return subject_of(r, blame);
    if (!is_blame(r.lemma(blame))) return std::nullopt;
    if (const auto on = r.oblique(blame, {"on", "to"}); on && one_of(r.lemma(blame), {"blame", "attribute", "pin"})) return on;
    return r.is_passive(blame) ? passive_subject(r, blame) : object_of(r, blame);
  }
  if (!one_of(r.lemma(blame), {"trial", "charge", "prosecution", "indictment", "conviction", "accusation", "verdict", "warrant"}))
    return std::nullopt;
  if (const auto who = r.oblique(blame, {"of", "against"}); who && r.token(*who).upos != Upos::VERB) return who;
  if (r.lemma(blame) == "trial" && r.case_of(blame) == "on")
    if (const auto who = r.child(blame, {"nsubj"})) return who;
  const auto verb = r.governor(blame);
  return verb && r.is(blame, {"obj", "obl"}) && one_of(r.lemma(*verb), {"face", "await", "stand", "go"}) ? subject_of(r, *verb)
                                                                                                         : std::nullopt;
}

TokenId antecedent_of_relative(const Reading& r, TokenId pronoun, TokenId verb) {
  if (!one_of(r.lower(pronoun), {"who", "that", "which", "whom"})) return pronoun;
  for (TokenId at = verb;;) {
    if (r.token(at).deprel == "acl:relcl" && r.token(at).head >= 0) return static_cast<TokenId>(r.token(at).head);
    const auto up = r.governor(at);
    if (!up || !r.is(at, {"conj", "xcomp", "ccomp"})) return pronoun;
    at = *up;
  }
}

std::optional<TokenId> subject_of(const Reading& r, TokenId verb) {
  TokenId at = verb;
  for (int steps = 0; steps < 8; ++steps) {
    if (const auto s = r.child(at, {"nsubj", "nsubj:pass", "nsubj:outer"})) return antecedent_of_relative(r, *s, at);
    const auto up = r.governor(at);
    if (!up) return std::nullopt;
    // "accused the army of shelling", "charges against two men for throwing": not the one who accuses.
    if (r.token(at).xpos == "VBG")
      if (const auto accused = one_accused(r, *up)) return accused;
    // "rebels fighting for the port"; and a main verb that the parser hung on its own subject.
    if (r.is(at, {"acl"}) && (r.token(at).xpos == "VBG" || r.child(at, {"obj"}))) return *up;
    if (r.token(at).deprel == "acl:relcl") return *up;
    if (!is_verbal(r, *up) && !r.is(at, {"conj", "advcl", "xcomp"})) return std::nullopt;
    if (!r.is(at, {"conj", "advcl", "xcomp", "parataxis", "ccomp"})) return std::nullopt;
    if (r.is(at, {"ccomp"})) return std::nullopt;
    if (*up < at && r.token(at).xpos != "VBG")
      if (const auto s = subject_by_order(r, *up, at)) return s;
    if (r.is(at, {"conj"}))
      if (const auto s = subject_of_said(r, *up, at)) return s;
    at = *up;
  }
  return std::nullopt;
}

std::optional<TokenId> object_of(const Reading& r, TokenId verb) {
  // "the house they had seized |Monday|" has no object there.
  if (const auto o = r.child(verb, {"obj"}); o && !r.mention_at<Timex>(*o)) return antecedent_of_relative(r, *o, verb);
  // "the hostages whom they killed": the noun of the relative clause where the verb lacks an object and has a subject of its own.
  if (r.token(verb).deprel == "acl:relcl" && r.token(verb).head >= 0) {
    for (const TokenId s : r.children(verb))
      if (r.is(s, {"nsubj"}) && !one_of(r.lower(s), {"who", "that", "which"})) return static_cast<TokenId>(r.token(verb).head);
  }
  // "killed and wounded dozens": the object stands with the last of two verbs.
  for (const TokenId c : r.children(verb))
    if (r.is(c, {"conj"}) && is_verbal(r, c) && c <= verb + 2 && !r.child(c, {"nsubj"}))
      if (const auto o = r.child(c, {"obj"})) return o;
  // The same by order, wherever the parser hung the two.
  const TokenId next = verb + 2;
  if (next < r.sentence_of(verb).last && one_of(r.lower(verb + 1), {"and", "or"}) && is_verbal(r, next) && !r.is_passive(next) &&
      !r.child(next, {"nsubj", "aux"}))
    return r.child(next, {"obj"});
  return std::nullopt;
}

std::optional<TokenId> passive_subject(const Reading& r, TokenId verb) {
  TokenId at = verb;
  for (int steps = 0; steps < 6; ++steps) {
    if (const auto s = r.child(at, {"nsubj:pass", "nsubj"})) return antecedent_of_relative(r, *s, at);
    const auto up = r.governor(at);
    if (!up) return std::nullopt;
    if (r.is(at, {"acl"})) {
      // "Fourteen farmers and two guards wounded in clashes": of a headline without a verb the whole list.
      TokenId noun = *up;
      const auto root = r.clause_of(noun);
      while (r.is(noun, {"conj"}) && r.token(noun).head >= 0 && r.token(root).upos != Upos::VERB &&
             r.is_nominal(static_cast<TokenId>(r.token(noun).head)))
        noun = static_cast<TokenId>(r.token(noun).head);
      return noun;
    }
    if (!r.is(at, {"conj", "xcomp", "advcl"})) return std::nullopt;
    // A coordinated participle with a figure of its own before it ("and five injured") has that as its subject.
    at = *up;
  }
  return std::nullopt;
}

std::optional<TokenId> by_phrase(const Reading& r, TokenId head) {
  if (const auto agent = r.child(head, {"obl:agent"})) return agent;
  if (const auto by = r.oblique(head, {"by", "by the hands of", "at the hands of"})) {
    // "by Friday", "by a bomb" are no agents; who.cc sorts out things.
    if (!r.mention_at<Timex>(*by)) return by;
  }
  if (r.is(head, {"conj"}) && r.token(head).head >= 0 && is_verbal(r, head) && !r.child(head, {"nsubj:pass"})) {
    const auto first = static_cast<TokenId>(r.token(head).head);
    if (is_verbal(r, first))
      if (const auto agent = r.child(first, {"obl:agent"})) return agent;
  }
  return by_in_order(r, head);
}

Modality modality_of(const Reading& r, TokenId head) {
  for (const TokenId c : r.children(head)) {
    if (!r.is(c, {"aux", "aux:pass"})) continue;
    const std::string& w = r.lower(c);
    if (one_of(w, {"may", "might", "could", "can"})) return Modality::possible;
    if (one_of(w, {"will", "would", "shall", "'ll", "’ll", "wo", "should", "must"})) return Modality::planned;
  }
  if (r.is_negated(head)) return Modality::denied;
  if (const auto up = r.governor(head); up && r.is(head, {"xcomp", "ccomp", "acl", "advcl"})) {
    // "Rebels threatened the village, killing two": an adverbial clause hangs on its governor by "to" alone.
    const auto mark = r.child(head, {"mark"});
    if (is_irrealis_governor(r.lemma(*up)) && (mark ? r.lower(*mark) == "to" : !r.is(head, {"advcl"}))) return Modality::planned;
    if (r.is(head, {"xcomp"}) && is_verbal(r, *up)) return modality_of(r, *up);
  }
  if (r.is(head, {"conj"}) && r.token(head).head >= 0 && is_verbal(r, head) && !r.child(head, {"nsubj", "nsubj:pass", "aux"}))
    return modality_of(r, static_cast<TokenId>(r.token(head).head));
  return Modality::actual;
}

bool is_habit(const Reading& r, TokenId head) {
  for (const TokenId c : r.children(head))
    if (one_of(r.lower(c), {"frequently", "often", "regularly", "routinely", "usually", "daily", "repeatedly", "always", "increasingly",
                            "sporadic", "frequent", "regular", "near-daily"}))
      return true;
  if (r.token(head).head >= 0 && r.is(head, {"nsubj"})) {
    const std::string& v = r.lemma(static_cast<TokenId>(r.token(head).head));
    return one_of(v, {"surge", "increase", "intensify", "decline", "decrease", "escalate", "rise", "drop"});
  }
  return false;
}

bool is_unreal(const Reading& r, TokenId head) {
  // "a bid to kill him", "forbidden to kill": an infinitive tells of no deed but behind "managed to" and the like.
  const auto goes_on = [&] {
    const auto up = r.governor(head);
    return up && r.is(head, {"xcomp"}) && one_of(r.lemma(*up), {"manage", "go", "proceed", "continue", "begin", "start", "help", "able"});
  };
  if (one_of(r.lower(head), {"kill", "wound", "arrest", "detain", "capture", "apprehend", "nab"}) && r.child(head, {"mark"}) &&
      r.lower(*r.child(head, {"mark"})) == "to" && !goes_on())
    return true;
  // "The failure to arrest them", wherever the parser hangs it.
  if (const auto to = r.child(head, {"mark"});
      to && r.lower(*to) == "to" && *to > r.sentence_of(head).first && r.is_nominal(*to - 1) && is_irrealis_governor(r.lemma(*to - 1)))
    return true;
  const Modality m = modality_of(r, head);
  if (m == Modality::planned || m == Modality::possible) return true;
  for (const TokenId c : r.children(head))
    if (r.is(c, {"mark"}) && one_of(r.lower(c), {"if", "unless", "whether"})) return true;
  // A conditional or a wish one clause up covers what it holds; "failed to prevent the massacre" tells of it all the same.
  const auto up = r.governor(head);
  if (up && one_of(r.lemma(*up), {"prevent", "stop", "avoid"}) && r.is(head, {"obj"}) &&
      (r.is_negated(*up) || (r.governor(*up) && one_of(r.lemma(*r.governor(*up)), {"fail", "failure", "inability", "unable"}))))
    return false;
  if (up && r.is(head, {"ccomp", "xcomp", "advcl", "obj", "obl", "nmod"}) && is_irrealis_governor(r.lemma(*up)) &&
      r.is(head, {"xcomp", "obj", "nmod"}))
    return true;
  return false;
}

}  // namespace herald::claim
