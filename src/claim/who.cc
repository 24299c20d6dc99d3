#include "claim/who.h"

#include <algorithm>

#include "claim/figures.h"

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

// Where the harmed stand or travel, unlike the jets and tanks that fire.
bool stays_put(const std::string& lemma) {
  return one_of(lemma, {"convoy", "base", "post", "checkpoint", "checkpost", "station", "headquarters", "vehicle", "hospital", "clinic",
                        "embassy", "consulate", "compound", "body", "corpse"});
}

// "The group", "a Kurdish movement": a body that may bear arms, unless what stands before it says that it watches, helps or debates.
bool is_band(const Reading& r, TokenId noun) {
  if (!one_of(r.lemma(noun), {"group", "movement", "front", "network", "organisation", "organization", "tribe", "clan"})) return false;
  const auto& parts = r.children(noun);
  return std::none_of(parts.begin(), parts.end(), [&](TokenId c) {
    return c < noun && one_of(r.lemma(c), {"right", "rights", "monitoring", "aid", "relief", "advocacy", "opposition", "charity", "news",
                                           "media", "humanitarian", "refugee", "international", "working", "watchdog"});
  });
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
                             "parliament", "nobody", "victim", "who", "mine"}) ||
      r.token(noun).upos == Upos::NUM)
    return false;
  if (is_band(r, noun)) return true;
  const auto d = r.describer.describe(head);
  if (d.own_noun && d.noun->thing && stays_put(r.lemma(noun))) return false;
  return !(d.own_noun && d.speaks && d.party != PartyKind::combatants && d.body == actors::Body::none);
}

bool is_people(const Reading& r, TokenId head) {
  const TokenId noun = r.content_head(head);
  if (is_personal_pronoun(r.lower(noun)) || is_ordinal_person(r, head)) return true;
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
  const Mention* m = actor_at(r, r.content_head(head));
  if (!m) return PartyKind::unknown;
  if (m->as<Actor>()->party != PartyKind::unknown) return m->as<Actor>()->party;
  if (m->form != MentionForm::name || m->as<Actor>()->type != ActorType::person) return PartyKind::unknown;
  // What the report calls the same person elsewhere.
  const Mention& first = r.first_of_cluster(*m);
  for (const Mention& other : r.mentions) {
    const Actor* a = other.as<Actor>();
    if (a && other.form != MentionForm::pronoun && &r.first_of_cluster(other) == &first) {
      const PartyKind kind = a->party != PartyKind::unknown ? a->party : r.describer.party_of(other.head);
      if (kind != PartyKind::unknown) return kind;
    }
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

TokenId antecedent(const Reading& r, TokenId head) {
  const Mention* m = r.token(head).upos == Upos::PRON ? r.mention_at<Actor>(head) : nullptr;
  if (!m) return head;
  const Mention& first = r.first_of_cluster(*m);
  return first.as<Actor>() && first.form != MentionForm::pronoun ? first.head : head;
}

Party party_at(const Reading& r, TokenId head) {
  Span words = r.noun_phrase(head);
  const auto all = r.coordinated(head);
  // "government and Ethiopian troops": one phrase, where the first of them is the head asked for.
  if (all.size() > 1 && all.front() == head && !r.mention_at<Quantity>(all[1])) words = cover(words, r.noun_phrase(all.back()));
  return party_over(r, head, words);
}

}  // namespace herald::claim
