#include "claim/who.h"

#include <algorithm>

#include "base/text.h"

namespace herald::claim {
namespace {

bool is_personal_pronoun(const std::string& w) {
  return one_of(w, {"he", "she", "they", "we", "i", "him", "her", "them", "us", "who", "whom", "himself", "herself", "themselves", "others", "another", "everyone", "someone", "ours"});
}

// The noun's row: with the modifiers before it, the longest that the list has ("police officer" before "officer").
const actors::PartyNoun* row_of(const Reading& r, TokenId noun) {
  std::string key = base::fold(r.lemma(noun));
  const actors::PartyNoun* best = r.parties.noun(key);
  if (!best) best = r.parties.noun(base::fold(r.lower(noun)));
  const TokenId first = r.sentence_of(noun).first;
  for (TokenId t = noun; t > first && noun - t < 3;) {
    --t;
    if (r.token(t).head != static_cast<int32_t>(noun) && !r.descends(t, noun)) break;
    key = base::fold(r.lower(t)) + " " + key;
    if (const auto* longer = r.parties.noun(key)) best = longer;
  }
  return best;
}

const actors::PartyNoun* modifier_of(const Reading& r, TokenId noun) {
  for (const TokenId c : r.children(noun))
    if (c < noun && r.is(c, {"amod", "compound", "nmod"}))
      if (const auto* m = r.parties.modifier(base::fold(r.lower(c)))) return m;
  return nullptr;
}

// The mention whose head this is, or that covers it.
const Mention* actor_at(const Reading& r, TokenId head) { return r.mention_at<Actor>(head); }

}  // namespace

bool is_actor(const Reading& r, TokenId head) {
  const TokenId noun = r.content_head(head);
  if (is_personal_pronoun(r.lower(noun))) return true;
  if (const Mention* m = actor_at(r, noun); m && (m->head == noun || noun + 1 == m->last)) return true;
  if (r.mention_at<Place>(noun)) {
    const Place* p = r.mention_at<Place>(noun)->as<Place>();
    return p->use == PlaceUse::associative;
  }
  return row_of(r, noun) != nullptr;
}

bool is_people(const Reading& r, TokenId head) {
  const TokenId noun = r.content_head(head);
  if (is_personal_pronoun(r.lower(noun))) return true;
  if (const auto* row = row_of(r, noun)) return !(row->speaks && row->collective && !one_of(r.lemma(noun), {"police"}));
  if (const Mention* m = actor_at(r, noun); m && (m->head == noun || noun + 1 == m->last)) {
    const Actor* a = m->as<Actor>();
    return a->type == ActorType::person || a->type == ActorType::group || a->type == ActorType::nationality;
  }
  if (r.mention_at<Place>(noun) || r.mention_at<Weapon>(noun) || r.mention_at<Timex>(noun)) return false;
  // A bare number counts people where it is harmed.
  return r.token(noun).upos == Upos::NUM;
}

PartyKind party_kind(const Reading& r, TokenId head) {
  const TokenId noun = r.content_head(head);
  const auto* modifier = modifier_of(r, noun);
  if (modifier && modifier->over && modifier->party != PartyKind::unknown) return modifier->party;
  if (const auto* row = row_of(r, noun)) {
    if (row->party != PartyKind::unknown) return row->party;
    return modifier ? modifier->party : PartyKind::unknown;
  }
  if (modifier && modifier->party != PartyKind::unknown) return modifier->party;
  // "Mohammed Hassan, a policeman": what stands beside a name says what he was.
  for (const TokenId c : r.children(noun))
    if (r.is(c, {"appos", "flat", "compound", "nmod:desc"}))
      if (const auto* row = row_of(r, c); row && row->party != PartyKind::unknown) return row->party;
  if (const Mention* m = actor_at(r, noun)) {
    if (m->as<Actor>()->party != PartyKind::unknown) return m->as<Actor>()->party;
    return r.first_of_cluster(*m).as<Actor>() ? r.first_of_cluster(*m).as<Actor>()->party : PartyKind::unknown;
  }
  return PartyKind::unknown;
}

std::vector<std::string> victim_groups(const Reading& r, TokenId head) {
  const TokenId noun = r.content_head(head);
  std::vector<std::string> out;
  const auto add = [&](const actors::PartyNoun* row) {
    if (row)
      for (const std::string& g : row->groups)
        if (std::find(out.begin(), out.end(), g) == out.end()) out.push_back(g);
  };
  add(modifier_of(r, noun));
  add(row_of(r, noun));
  return out;
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
