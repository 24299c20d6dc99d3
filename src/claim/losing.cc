#include "claim/control_frames.h"
#include "claim/roles.h"
#include "claim/who.h"

namespace herald::claim {

void ControlFrames::leave(const Hit& hit) {
  const TokenId v = hit.token;
  if (r_.is_passive(v) && !by_phrase(r_, v)) return;
  auto who = r_.is_passive(v) ? by_phrase(r_, v) : doer(v);
  // "forced the garrison to abandon the hill"
  if (const auto up = r_.governor(v); up && r_.is(v, {"xcomp"}) && one_of(r_.lemma(*up), {"force", "compel", "oblige", "cause", "lead"}))
    who = r_.is_passive(*up) ? passive_subject(r_, *up) : object_of(r_, *up);
  if (!who || !armed(*who) || only_demanded(v)) return;
  // People of all kinds leave and flee; only those known to bear arms lose ground by it.
  const bool own = one_of(r_.lemma(v), {"withdraw", "abandon", "retreat", "pull", "redeploy", "forsake", "clear"});
  if (!own && !fights(*who)) return;
  if (left_in_control(v)) return;
  // Begun is not done.
  if (const auto up = r_.governor(v); up && r_.is(v, {"xcomp"}) && one_of(r_.lemma(*up), {"begin", "start"})) return;
  auto place = r_.is_passive(v) ? passive_subject(r_, v) : object_of(r_, v);
  if (r_.lemma(v) == "pull" && hit.last == v && !(place && armed(*place))) return;
  if (place && r_.lower(*place) == "it") place = it_stands_for(*place, v);
  // "pulled troops out of": the object is the force, the source the place.
  if (!place || !ground(*place, v) || (!r_.is_passive(v) && is_actor(r_, *place) && !unknown_name(*place, v))) place = source_of(v);
  if (!place || !ground(*place, v)) place = noun_before(*who);
  if (!place || !ground(*place, v)) return;
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
  if (place && one_of(r_.lemma(*place), {"control", "hold", "grip", "possession", "foothold"})) {
    const TokenId held = *place;
    place = r_.oblique(held, {"of", "over", "on", "in", "at"});
    if (!place) place = ground_after(held);
  }
  if (place && r_.lower(*place) == "it") place = it_stands_for(*place, v);
  if (!place || !ground(*place, v)) place = passive ? ground_before(v) : ground_after(v);
  if (!place || !ground(*place, v)) return;
  if (!passive && (!who || !armed(*who))) return;
  if (passive && who && !can_hold(*who)) who.reset();
  auto to = beside_or_under(v, *place, {"to"});
  if (to && !can_hold(*to)) to.reset();
  add(hit, *place, to, who, to ? std::optional(ControlState::taken) : std::nullopt);
}

void ControlFrames::hand_over(const Hit& hit) {
  const TokenId v = hit.token;
  const std::string& lemma = r_.lemma(v);
  // "where the rebels surrendered" is no passive, whatever the tagger says.
  const bool passive = r_.is_passive(v) && (lemma != "surrender" || r_.child(v, {"aux:pass"}));
  auto place = passive ? passive_subject(r_, v) : object_of(r_, v);
  if (place && r_.lower(*place) == "it") place = it_stands_for(*place, v);
  // "handed control of the base to"
  if (place && one_of(r_.lemma(*place), {"control", "possession", "custody", "command"})) place = r_.oblique(*place, {"of", "over"});
  if (!place || !ground(*place)) place = passive ? ground_before(v) : ground_after(hit.last);
  // "The fortress surrendered to the king's men"
  if (!passive && lemma == "surrender" && (!place || !ground(*place))) return fall(hit, true);
  if (!place || !ground(*place)) return;
  auto to = beside_or_under(v, *place, {"to", "into"});
  if (to && (*to < v || (!can_hold(*to) && !r_.mention_at<Place>(*to)))) to.reset();
  auto from = passive ? by_phrase(r_, v) : doer(v);
  if (from && !can_hold(*from)) from.reset();
  if (!to && (!from || !one_of(lemma, {"give", "cede", "surrender", "relinquish", "yield", "concede"}))) return;
  if (one_of(lemma, {"return", "give", "transfer", "sign", "leave"}) && !(to && can_hold(*to)) && !from) return;
  std::optional<ControlState> state;
  if (lemma == "surrender") state = ControlState::taken;
  if (!to && one_of(lemma, {"give", "relinquish", "yield", "concede"})) state = ControlState::lost;
  if (state == ControlState::lost && !armed(*from)) return;
  add(hit, *place, to, from, state);
}

}  // namespace herald::claim
