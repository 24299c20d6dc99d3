#include "claim/who.h"

#include <algorithm>

namespace herald::claim {
namespace {

bool is_personal_pronoun(const std::string& w) {
  return one_of(w, {"he", "she", "they", "we", "i", "him", "her", "them", "us", "who", "whom", "himself", "herself", "themselves", "others",
                    "another", "everyone", "someone", "ours"});
}

// The actor mention that this token heads or ends; one that merely holds it ("Lebanon" in "Lebanon's Hezbollah") does not count.
const Mention* actor_at(const Reading& r, TokenId t) {
  const Mention* m = r.mention_at<Actor>(t);
  return m && (m->head == t || t + 1 == m->last || m->form == MentionForm::name) ? m : nullptr;
}

}  // namespace

bool is_actor(const Reading& r, TokenId head) {
  const TokenId noun = r.content_head(head);
  if (is_personal_pronoun(r.lower(noun))) return true;
  if (r.mention_at<Weapon>(noun) && !r.describer.describe(noun).own_noun) return false;
  if (actor_at(r, noun)) return true;
  if (const Mention* m = r.mention_at<Place>(noun)) return m->as<Place>()->use == PlaceUse::associative;
  return r.describer.describe(head).noun != nullptr;
}

bool can_attack(const Reading& r, TokenId head) {
  const TokenId noun = r.content_head(head);
  if (!is_actor(r, head) || r.mention_at<Timex>(noun)) return false;
  if (one_of(r.lemma(noun), {"other", "another", "people", "person", "one", "embassy", "consulate", "mission", "hospital", "court",
                             "parliament", "nobody", "victim", "who"}) ||
      r.token(noun).upos == Upos::NUM)
    return false;
  const auto d = r.describer.describe(head);
  return !(d.own_noun && d.speaks && d.party != PartyKind::combatants && d.body == actors::Body::none);
}

bool is_people(const Reading& r, TokenId head) {
  const TokenId noun = r.content_head(head);
  if (is_personal_pronoun(r.lower(noun))) return true;
  const auto d = r.describer.describe(head);
  if (d.own_noun) return !(d.noun->speaks && (d.noun->thing || (d.noun->collective && r.lemma(noun) != "police")));
  if (const Mention* m = actor_at(r, noun)) {
    const ActorType type = m->as<Actor>()->type;
    // "Palestinian militants" is a name of the registry, and still people.
    if (type == ActorType::organisation && r.token(noun).upos == Upos::NOUN && r.token(noun).xpos == "NNS") return true;
    return type == ActorType::person || type == ActorType::group || type == ActorType::nationality;
  }
  if (r.mention_at<Place>(noun) || r.mention_at<Weapon>(noun) || r.mention_at<Timex>(noun)) return false;
  // A bare number counts people where it is harmed.
  return r.token(noun).upos == Upos::NUM ||
         (r.mention_at<Quantity>(noun) && one_of(r.lemma(noun), {"dozen", "score", "hundred", "thousand"}));
}

PartyKind party_kind(const Reading& r, TokenId head) {
  const PartyKind described = r.describer.party_of(head);
  if (described != PartyKind::unknown) return described;
  const TokenId noun = r.content_head(head);
  if (const Mention* m = actor_at(r, noun)) {
    if (m->as<Actor>()->party != PartyKind::unknown) return m->as<Actor>()->party;
    const Mention& first = r.first_of_cluster(*m);
    if (const Actor* a = first.as<Actor>(); a && a->party != PartyKind::unknown) return a->party;
  }
  return PartyKind::unknown;
}

std::vector<std::string> victim_groups(const Reading& r, TokenId head) {
  return r.describer.describe(head).groups;
}

Party party_over(const Reading& r, TokenId head, const Span& words) {
  Party p;
  p.text = std::string(r.text(words));
  p.name = p.text;
  p.span = words;
  if (const Mention* m = actor_at(r, r.content_head(head))) {
    const Mention& first = r.first_of_cluster(*m);
    const Actor* a = first.as<Actor>() ? first.as<Actor>() : m->as<Actor>();
    p.ref = a->ref;
    if (!a->ref.empty() || m->form == MentionForm::pronoun) p.name = a->name;
  }
  return p;
}

Party party_at(const Reading& r, TokenId head) {
  Span words = r.noun_phrase(head);
  const auto all = r.coordinated(head);
  // "government and Ethiopian troops": one phrase, where the first of them is the head asked for.
  if (all.size() > 1 && all.front() == head && !r.mention_at<Quantity>(all[1])) words = cover(words, r.noun_phrase(all.back()));
  return party_over(r, head, words);
}

}  // namespace herald::claim
