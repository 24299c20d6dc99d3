#include <algorithm>

#include "claim/control_frames.h"
#include "claim/roles.h"
#include "claim/who.h"

namespace herald::claim {

void ControlFrames::take(const Hit& hit) {
  const TokenId v = hit.token;
  if (v > 0 && r_.word(v - 1) == "-") return compound(hit);
  // "control" tagged a verb for the noun.
  if (r_.lemma(v) == "control" && !object_of(r_, v) && !r_.is_passive(v)) return controlled_part(hit);
  const bool passive = r_.is_passive(v);
  auto place = passive ? passive_subject(r_, v) : object_of(r_, v);
  if (!passive && place && r_.lower(*place) == "it")
    place = named_before(v);
  else if (!passive && (!place || !is_ground(r_, *place)))
    place = ground_after(hit.last);
  if (passive && (!place || !is_ground(r_, *place)) && r_.child(v, {"aux"})) place = ground_before(v);
  if (!passive && one_of(r_.lemma(v), {"staff", "man", "patrol"})) return;
  if (!place || !is_ground(r_, *place) || (!passive && beside(*place))) return;
  if (const auto near = named_before_which(v)) place = near;
  auto holder = passive ? by_phrase(r_, v) : doer(v);
  if (passive && holder && !can_hold(*holder)) holder.reset();
  // "take", "run", "hold", "clear" of a place say nothing without someone armed or ruling behind them.
  const bool plain = one_of(r_.lemma(v), {"take", "run", "hold", "clear", "free", "ring", "leave", "secure", "dominate", "rule", "govern",
                                          "staff", "man", "patrol", "storm", "sweep", "have"});
  if (!holder && plain && !passive) return;
  if (holder && !can_hold(*holder)) return;
  if (plain && holder && !one_of(r_.lemma(v), {"rule", "govern"}) && !armed(*holder)) return;
  if (!holder && passive && plain) return;
  // A place that passes by agreement is handed over, whatever the verb.
  const bool agreed = hit.rule->value == "taken" && hit.last != v && r_.lemma(v) == "take" && by_agreement(sentence_);
  add(hit, *place, holder, loser(v, *place), agreed ? std::optional(ControlState::handed_over) : std::nullopt);
}

std::optional<TokenId> ControlFrames::named_before_which(TokenId v) const {
  for (const TokenId c : r_.children(v)) {
    if (r_.lower(c) != "which" || !r_.is(c, {"nsubj", "nsubj:pass", "obj"}) || c < r_.sentence_of(v).first + 2) continue;
    const Mention* m = r_.mention_at<Place>(r_.word(c - 1) == "," ? c - 2 : c - 1);
    if (m && m->as<Place>()->use == PlaceUse::literal && m->form == MentionForm::name) return m->head;
  }
  return std::nullopt;
}

std::optional<TokenId> ControlFrames::named_before(TokenId t) const {
  std::optional<TokenId> found;
  for (const uint32_t i : r_.mentions_in(sentence_)) {
    const Mention& m = r_.mentions[i];
    const Place* p = m.as<Place>();
    if (p && p->use == PlaceUse::literal && m.head < t && r_.is(m.head, {"obj", "obl", "nsubj"})) found = m.head;
  }
  return found;
}

void ControlFrames::control_of(const Hit& hit) {
  auto object = object_of(r_, hit.token) ? object_of(r_, hit.token) : passive_subject(r_, hit.token);
  if (!object || !one_of(r_.lemma(*object), {"control", "hold", "possession"})) object = next_word(hit.token, {"control", "possession"});
  if (!object) return;
  auto place = r_.oblique(*object, {"of", "over", "in"});
  if (!place || !is_ground(r_, *place)) place = r_.oblique(hit.token, {"of", "over", "in"});
  if (!place || !is_ground(r_, *place)) place = ground_after(*object);
  if (!place || !is_ground(r_, *place)) return;
  const auto holder = r_.is_passive(hit.token) ? by_phrase(r_, hit.token) : doer(hit.token);
  if (holder && !can_hold(*holder)) return;
  add(hit, *place, holder, loser(hit.token, *place));
}

void ControlFrames::nominal(const Hit& hit) {
  const TokenId n = hit.token;
  if (hit.rule->value == "lost") {
    auto place = r_.oblique(n, {"from"});
    if (!place) place = ground_after(n, "from");
    if (!place || !is_ground(r_, *place) || only_demanded(n)) return;
    auto who = r_.oblique(n, {"of", "by"});
    if (!who) who = r_.child(n, {"nmod:poss"});
    if (!who || !can_hold(*who)) return;
    add(hit, *place, std::nullopt, who);
    return;
  }
  auto place = r_.oblique(n, {"of"});
  if (!place || !is_ground(r_, *place)) place = ground_after(n, "of");
  const auto owner = r_.child(n, {"nmod:poss"});
  if (!place && owner && is_ground(r_, *owner) && r_.mention_at<Place>(*owner) && r_.lower(*owner) != "its") place = owner;
  const bool known = !place && !r_.oblique(n, {"of"}) && owner_or_the(n) && !one_of(r_.lemma(n), {"occupation", "liberation"});
  if (!known && (!place || !is_ground(r_, *place))) return;
  auto holder = by_phrase(r_, n);
  if (!holder && owner && owner != place && !known && can_hold(*owner))
    holder = one_of(r_.lower(*owner), {"its", "their"}) ? std::nullopt : owner;
  if (!holder && r_.is(n, {"obj"}) && r_.token(n).head >= 0) {
    const auto v = static_cast<TokenId>(r_.token(n).head);
    const auto who = subject_of(r_, v);
    if (who && can_hold(*who) && !speaks(*who) &&
        one_of(r_.lemma(v), {"complete", "announce", "declare", "proclaim", "keep", "maintain", "celebrate", "end"}))
      holder = who;
  }
  if (holder && !can_hold(*holder)) holder.reset();
  if (hit.rule->value == "held" && r_.is(n, {"obj"}) && r_.token(n).head >= 0 &&
      r_.lemma(static_cast<TokenId>(r_.token(n).head)) == "end") {
    add(hit, *place, std::nullopt, holder, ControlState::lost);
    return;
  }
  add(hit, place.value_or(n), holder, loser(n, place.value_or(n)));
}

void ControlFrames::fall(const Hit& hit, bool verb) {
  if (verb) {
    if (r_.is_negated(hit.token) && hit.last != hit.token) return;  // "never changed hands"
    auto place = subject_of(r_, hit.token);
    if (!place || !is_ground(r_, *place)) place = ground_before(hit.token);
    if (!place || !is_ground(r_, *place)) return;
    // "falls under", "falls within": said of what an office covers.
    if (r_.lemma(hit.token) == "fall" && r_.token(hit.token).xpos == "VBZ") return;
    auto holder = r_.oblique(hit.token, {"to", "under", "into"});
    if (holder && one_of(r_.lemma(*holder), {"hand", "control"}))
      holder = r_.oblique(*holder, {"of"}) ? r_.oblique(*holder, {"of"}) : r_.child(*holder, {"nmod:poss", "compound", "amod"});
    if (holder && !can_hold(*holder)) return;
    add(hit, *place, holder, std::nullopt);
  } else {
    auto place = r_.oblique(hit.token, {"of"});
    const auto owner = r_.child(hit.token, {"nmod:poss"});
    if (!place && owner && r_.mention_at<Place>(*owner)) place = owner;
    if (!place || !is_ground(r_, *place)) return;
    auto holder = r_.oblique(hit.token, {"to"});
    if (holder && !can_hold(*holder)) holder.reset();
    add(hit, *place, holder, std::nullopt);
  }
}

void ControlFrames::drive_out(const Hit& hit) {
  const TokenId v = hit.token;
  const auto place = r_.oblique(v, {"out of", "from", "off"});
  const auto out_of = place ? place : out_of_place(v);
  if (!out_of || !is_ground(r_, *out_of)) return;
  const bool passive = r_.is_passive(v);
  const auto loser = passive ? passive_subject(r_, v) : object_of(r_, v);
  const auto holder = passive ? by_phrase(r_, v) : subject_of(r_, v);
  if (!loser || !can_hold(*loser)) return;
  add(hit, *out_of, holder, loser, passive && !holder ? std::optional(ControlState::lost) : std::nullopt);
}

}  // namespace herald::claim
