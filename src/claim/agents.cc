#include "claim/agents.h"

#include <algorithm>

#include "claim/roles.h"
#include "claim/who.h"

namespace herald::claim {
namespace {

// A killing belongs to the one killed: "his murder", "the minister's assassination".
bool owned_by_victim(const std::string& lemma) {
  return one_of(
      lemma, {"murder", "killing", "assassination", "death", "execution", "beheading", "lynching", "slaying", "kidnapping", "abduction"});
}

// A noun of harm that may be told with its doer: "the murder of X by Y", "tried for the massacre of 40 farmers".
bool is_harming(const std::string& lemma) {
  return owned_by_victim(lemma) || one_of(lemma, {"massacre", "slaughter", "arrest", "capture", "detention"});
}

std::optional<TokenId> if_actor(const Reading& r, std::optional<TokenId> t) {
  return t && r.is_nominal(*t) && !r.mention_at<Timex>(*t) && can_attack(r, *t) ? t : std::nullopt;
}

// What only a force does: the adjective before it says whose force. An attack, a bombing or a blast may as well be named for where it was.
bool is_force_at_work(const Reading& r, TokenId noun) {
  if (one_of(r.lemma(noun), {"firing",    "fire",     "gunfire",   "bullet",      "shelling",  "bombardment", "strike",
                             "airstrike", "raid",     "incursion", "lathicharge", "offensive", "operation",   "assault",
                             "invasion",  "campaign", "crackdown", "ambush",      "barrage",   "sweep"}))
    return true;
  const auto& parts = r.children(noun);
  return std::any_of(parts.begin(), parts.end(), [&](TokenId c) {
    return (c < noun && one_of(r.lemma(c), {"air", "aerial", "drone", "rocket", "missile", "mortar", "artillery", "tank", "helicopter"})) ||
           (c > noun && r.is(c, {"nmod", "obl"}) && one_of(r.case_of(c), {"on", "against"}));
  });
}

// "Ruritanian air strikes", "Taliban attacks", "police firing", "a militia ambush": a people, a named group or a force; "terrorist attack"
// names nobody, and in "the Ruritanian embassy bombing" the embassy is theirs and not the bombing.
bool is_people_or_group(const Reading& r, TokenId t, TokenId noun) {
  for (TokenId k = t + 1; k < noun; ++k)
    if (r.token(k).upos == Upos::NOUN && !r.mention_at<Weapon>(k) &&
        !one_of(r.lemma(k), {"air", "military", "army", "tank", "police", "navy", "ground", "force"}))
      return false;
  if (const Mention* m = r.mention_at<Place>(t)) {
    // "Jordan bomb attacks" tells where; "US strikes" has no adjective to tell whose.
    const std::string_view word = r.word(t);
    const bool letters = std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
    return m->as<Place>()->use == PlaceUse::associative && (r.token(t).upos == Upos::ADJ || letters) && is_force_at_work(r, noun);
  }
  const Mention* m = r.mention_at<Actor>(t);
  if (m && m->form == MentionForm::name && m->first <= t && t < m->last && r.token(t).upos != Upos::NOUN)
    return m->as<Actor>()->type != ActorType::nationality || is_force_at_work(r, noun);
  const auto d = r.describer.describe(t);
  return d.own_noun && d.party == PartyKind::combatants && !d.noun->thing &&
         !one_of(r.lemma(t), {"terrorist", "bomber", "suicide", "military"}) && is_force_at_work(r, noun);
}

// The participle or relative clause right behind a noun that tells who did it: "carried out by X", "that X staged".
std::optional<TokenId> doer_behind(const Reading& r, TokenId noun) {
  const TokenId end = std::min(r.sentence_of(noun).last, noun + 9);
  for (const TokenId c : r.children(noun)) {
    if (!r.is(c, {"acl"}) || c < noun || !(is_doing(r.lemma(c)) || is_blame(r.lemma(c)))) continue;
    if (const auto by = if_actor(r, by_phrase(r, c))) return by;
    if (is_blame(r.lemma(c)))
      if (const auto on = if_actor(r, r.oblique(c, {"on", "to"}))) return on;
    if (const auto s = r.child(c, {"nsubj"}); s && !one_of(r.lower(*s), {"that", "which", "who"}))
      if (const auto doer = if_actor(r, s)) return doer;
  }
  // The parser may hang the participle on the verb of the sentence.
  for (TokenId t = noun + 1; t < end; ++t) {
    if (r.token(t).upos == Upos::PUNCT && r.word(t) != "(" && r.word(t) != ")") break;
    if (r.token(t).upos != Upos::VERB) continue;
    const bool by = t + 2 < end && (r.lower(t + 1) == "by" || r.lower(t + 2) == "by");
    if ((r.token(t).xpos == "VBN" || by) && is_doing(r.lemma(t))) return if_actor(r, by_phrase(r, t));
    break;
  }
  return std::nullopt;
}

// The one who launches, stages, carries out what the noun names.
std::optional<TokenId> doer_before(const Reading& r, TokenId noun) {
  const Sentence& s = r.sentence_of(noun);
  for (TokenId t = noun; t-- > s.first && t + 8 > noun;) {
    const Upos u = r.token(t).upos;
    if (u == Upos::VERB) {
      if (!is_doing(r.lemma(t)) && !one_of(r.lemma(t), {"call", "reply", "respond", "retaliate", "answer", "use"})) return std::nullopt;
      return if_actor(r, r.is_passive(t) && !r.child(t, {"nsubj"}) ? by_phrase(r, t) : subject_of(r, t));
    }
    if (u == Upos::PUNCT || (u == Upos::ADP && !one_of(r.lower(t), {"out", "in", "with", "of"}))) return std::nullopt;
  }
  return std::nullopt;
}

// "X is blamed for the bombing", "accused X of being behind a series of attacks", "the trial of X for the massacre".
std::optional<TokenId> one_blamed(const Reading& r, TokenId noun) {
  std::optional<TokenId> at = noun;
  for (int steps = 0; at && steps < 6; ++steps) {
    if (*at != noun)
      if (const auto accused = one_accused(r, *at); accused && *accused != noun) return if_actor(r, accused);
    if (r.is_verb(*at) && !r.is(*at, {"acl", "advcl", "ccomp", "xcomp"})) return std::nullopt;
    if (r.is(*at, {"nsubj", "acl:relcl"})) return std::nullopt;
    if (one_of(r.case_of(*at), {"after", "before", "since", "during", "following", "despite", "amid"})) return std::nullopt;
    at = r.governor(*at);
  }
  return std::nullopt;
}

std::optional<TokenId> doer_of(const Reading& r, const Codebook& codebook, TokenId noun, int depth) {
  if (const auto by = if_actor(r, by_phrase(r, noun))) return by;
  if (const auto behind = doer_behind(r, noun)) return behind;
  const bool killing = owned_by_victim(r.lemma(noun));
  for (const TokenId c : r.children(noun)) {
    if (r.is(c, {"nmod:poss"}) && (!killing || r.oblique(noun, {"of"})))
      if (const auto owner = if_actor(r, c)) return owner;
    if (c < noun && r.is(c, {"amod", "compound"}) && !killing && is_people_or_group(r, c, noun) && can_attack(r, c)) return c;
  }
  if (r.is(noun, {"nsubj:pass"}))
    if (const auto v = r.governor(noun); v && is_doing(r.lemma(*v))) return if_actor(r, by_phrase(r, *v));
  if (const auto before = doer_before(r, noun)) return before;
  if (const auto blamed = one_blamed(r, noun)) return blamed;
  const auto whole = r.governor(noun);
  if (depth < 3 && whole && r.is(noun, {"nmod", "conj", "appos"}) && r.is_nominal(*whole) && is_happening(r, codebook, *whole))
    return doer_of(r, codebook, *whole, depth + 1);
  return std::nullopt;
}

bool is_deed(const Reading& r, const Codebook& codebook, TokenId verb) {
  const auto& hits = codebook.triggers(r.lemma(verb), WordClass::verb);
  return std::any_of(hits.begin(), hits.end(),
                     [](const auto& t) { return t.rule->type == ClaimType::violence && t.rule->value != "clash"; });
}

// "killed when police opened fire", "died in army firing": who did the deed of the clause or gerund that hangs on the harm.
std::optional<TokenId> doer_of_clause(const Reading& r, const Codebook& codebook, TokenId c) {
  if (r.is(c, {"obl"}) && r.case_of(c) == "in" && c + 1 < r.sentence_of(c).last && r.token(c + 1).xpos == "VBG" &&
      is_deed(r, codebook, c + 1))
    return if_actor(r, c);
  if (!r.is(c, {"advcl"}) || !is_deed(r, codebook, c)) return std::nullopt;
  const auto link = r.child(c, {"mark", "advmod"});
  if (!link || !one_of(r.lower(*link), {"when", "as", "after"})) return std::nullopt;
  const auto doer = r.child(c, {"nsubj"});
  return doer && r.token(*doer).upos != Upos::PRON ? if_actor(r, doer) : std::nullopt;
}

}  // namespace

bool is_doing(const std::string& lemma) {
  return one_of(lemma,
                {"launch",  "carry", "stage",  "conduct", "mount",    "make",        "commit",     "lead",  "perpetrate", "execute",
                 "unleash", "open",  "resume", "start",   "trigger",  "detonate",    "set",        "plant", "lay",        "lob",
                 "hurl",    "fire",  "throw",  "drop",    "engineer", "orchestrate", "mastermind", "plot",  "deliver",    "explode"});
}

bool is_happening(const Reading& r, const Codebook& codebook, TokenId noun) {
  if (r.mention_at<Weapon>(noun) && !is_actor(r, noun)) return true;
  if (one_of(r.lemma(noun), {"operation", "offensive", "campaign", "series", "wave", "string", "spate", "spree", "incident", "crackdown",
                             "invasion", "incursion", "sweep"}))
    return true;
  const auto& hits = codebook.triggers(r.lemma(noun), WordClass::noun);
  return std::any_of(hits.begin(), hits.end(), [](const auto& t) { return t.rule->type == ClaimType::violence && t.rest.empty(); });
}

std::optional<TokenId> doer_of_event(const Reading& r, const Codebook& codebook, TokenId noun) {
  return doer_of(r, codebook, noun, 0);
}

std::optional<TokenId> doer_of_harm(const Reading& r, const Codebook& codebook, TokenId trigger, std::optional<TokenId> agent) {
  // "bombings by X left two dead", "X staged bombings, leaving two dead"
  if (const auto left = r.governor(trigger); !agent && left && r.is(trigger, {"xcomp"}) && r.lemma(*left) == "leave")
    agent = subject_of(r, *left);
  if (agent && can_attack(r, *agent)) return agent;
  if (!agent && r.token(trigger).upos == Upos::NOUN && is_harming(r.lemma(trigger)))
    if (const auto doer = doer_of_event(r, codebook, trigger)) return doer;
  // "the shelling of a bus in Sirte which killed nine": the relative clause may hang on any noun of the attack's phrase.
  while (agent && r.token(trigger).deprel == "acl:relcl" && r.is_nominal(*agent) && !is_happening(r, codebook, *agent) &&
         r.is(*agent, {"nmod"}))
    agent = r.governor(*agent);
  if (agent) return r.is_nominal(*agent) && is_happening(r, codebook, *agent) ? doer_of_event(r, codebook, *agent) : std::nullopt;
  for (const TokenId c : r.children(trigger))
    if (r.is(c, {"obl", "nmod"}) && one_of(r.case_of(c), {"in", "by", "during", "from", "of", "under", "after", "to", "due"}) &&
        is_happening(r, codebook, c))
      if (const auto doer = doer_of_event(r, codebook, c)) return doer;
  for (const TokenId c : r.children(trigger))
    if (const auto doer = doer_of_clause(r, codebook, c)) return doer;
  return std::nullopt;
}

Party agent_of(const Reading& r, const Draft& d) {
  const TokenId agent = antecedent(r, *d.agent);
  Party whole = party_at(r, agent);
  if (d.target && whole.span->contains(r.token(*d.target).span)) return party_over(r, agent, r.noun_phrase(agent));
  return whole;
}

}  // namespace herald::claim
