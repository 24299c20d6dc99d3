#include "claim/control_frames.h"
#include "claim/roles.h"
#include "claim/who.h"

namespace herald::claim {

void ControlFrames::leave(const Hit& hit) {
  const TokenId v = hit.token;
  if (r_.is_passive(v) && !by_phrase(r_, v)) return;
  const auto who = r_.is_passive(v) ? by_phrase(r_, v) : doer(v);
  if (!who || !armed(*who) || only_demanded(v)) return;
  // People of all kinds leave and flee; only those known to bear arms lose ground by it.
  if (one_of(r_.lemma(v), {"leave", "flee", "evacuate", "quit", "vacate"}) && party_kind(r_, *who) != PartyKind::combatants &&
      !own_men(*who))
    return;
  if (left_in_control(v)) return;
  // Begun is not done.
  if (r_.is(v, {"xcomp"}) && r_.token(v).head >= 0 && one_of(r_.lemma(static_cast<TokenId>(r_.token(v).head)), {"begin", "start"})) return;
  auto place = r_.is_passive(v) ? passive_subject(r_, v) : object_of(r_, v);
  if (r_.lemma(v) == "pull" && hit.last == v && !(place && armed(*place))) return;
  // "pulled troops out of": the object is the force, the source the place.
  if (!place || !is_ground(r_, *place) || is_actor(r_, *place)) place = source_of(v);
  if (!place || !is_ground(r_, *place)) return;
  const auto to = r_.lemma(v) == "leave" ? r_.oblique(v, {"to"}) : std::nullopt;
  if (to && can_hold(*to))
    add(hit, *place, to, who, ControlState::handed_over);
  else
    add(hit, *place, std::nullopt, who);
}

bool ControlFrames::left_in_control(TokenId v) const {
  const auto in = r_.oblique(v, {"in", "under"});
  return in && one_of(r_.lemma(*in), {"hand", "control"});
}

void ControlFrames::lose(const Hit& hit) {
  const TokenId v = hit.token;
  const bool passive = r_.is_passive(v);
  auto who = passive ? by_phrase(r_, v) : doer(v);
  auto place = passive ? passive_subject(r_, v) : object_of(r_, v);
  if (place && one_of(r_.lemma(*place), {"control", "hold", "grip", "possession"})) {
    const TokenId held = *place;
    place = r_.oblique(held, {"of", "over", "on"});
    if (!place) place = ground_after(held);
  }
  if (!place || !is_ground(r_, *place)) place = passive ? ground_before(v) : ground_after(v);
  if (!place || !is_ground(r_, *place)) return;
  if (!passive && (!who || !armed(*who))) return;
  if (passive && who && !can_hold(*who)) who.reset();
  auto to = beside_or_under(v, *place, {"to"});
  if (to && !can_hold(*to)) to.reset();
  add(hit, *place, to, who, to ? std::optional(ControlState::taken) : std::nullopt);
}

void ControlFrames::hand_over(const Hit& hit) {
  const TokenId v = hit.token;
  const bool passive = r_.is_passive(v);
  auto place = passive ? passive_subject(r_, v) : object_of(r_, v);
  if (!place || !is_ground(r_, *place)) place = passive ? ground_before(v) : ground_after(hit.last);
  if (!place || !is_ground(r_, *place)) return;
  auto to = beside_or_under(v, *place, {"to", "into"});
  if (to && !can_hold(*to) && !r_.mention_at<Place>(*to)) to.reset();
  auto from = passive ? by_phrase(r_, v) : doer(v);
  if (from && !can_hold(*from)) from.reset();
  const std::string& lemma = r_.lemma(v);
  if (!to && (!from || !one_of(lemma, {"give", "cede", "surrender", "relinquish"}))) return;
  if (one_of(lemma, {"return", "give", "transfer", "sign", "leave"}) && !(to && can_hold(*to)) && !from) return;
  add(hit, *place, to, from, lemma == "surrender" ? std::optional(ControlState::taken) : std::nullopt);
}

}  // namespace herald::claim
