#include "claim/control_frames.h"

#include <algorithm>

#include "claim/who.h"
#include "herald/names.h"

namespace herald::claim {

void ControlFrames::add(const Hit& hit, TokenId ground, std::optional<TokenId> holder, std::optional<TokenId> from,
                        std::optional<ControlState> other_state) {
  const auto named = from_name<ControlState>(hit.rule->value);
  if (!named) return;
  const ControlState state = other_state.value_or(*named);
  if (unreal(hit.token)) return;
  auto places = r_.coordinated(ground);
  // "Bukavu, capital of the province": without "and" the second names the first again.
  if (std::none_of(places.begin(), places.end(), [&](TokenId p) { return r_.child(p, {"cc"}).has_value(); })) places = {ground};
  for (const TokenId place : places) {
    if (place != ground && !is_ground(r_, place)) continue;
    bool twice = false;
    for (size_t i = first_; i < drafts_.size(); ++i)
      twice = twice || (drafts_[i].claim.type == ClaimType::control && drafts_[i].ground == place && drafts_[i].claim.state == state);
    if (twice) continue;
    Draft d;
    d.rule = hit.rule;
    d.trigger = hit.token;
    d.ground = place;
    if (is_part_word(r_.lemma(place)) && !r_.oblique(place, {"of"}) && next_lower(place) != "of")
      if (const auto whole = whole_of(place)) d.ground = whole;
    d.agent = holder;
    d.target = from;
    Claim& c = d.claim;
    c.type = ClaimType::control;
    c.state = state;
    c.sentence = sentence_;
    c.trigger = cover(r_.token(hit.token).span, r_.token(hit.last).span);
    c.rule = hit.rule->name;
    c.codes = hit.rule->codes;
    if (holder) c.holder = party_at(r_, *holder);
    if (from) c.from = party_at(r_, *from);
    c.part = part_of(place);
    c.modality = told_as(hit.token);
    drafts_.push_back(std::move(d));
  }
}

std::string ControlFrames::part_of(TokenId place) const {
  if (!is_part_word(r_.lemma(place))) return {};
  if (one_of(r_.lemma(place), {"area", "centre", "center", "section", "pocket", "corner"}) && next_lower(place) != "of") return {};
  TokenId first = place;
  if (place > 0 && r_.token(place - 1).upos == Upos::DET) first = place - 1;
  for (const TokenId c : r_.children(place))
    if (c < first && r_.is(c, {"det", "amod", "advmod", "nummod"})) first = c;
  return std::string(r_.text(cover(r_.token(first).span, r_.token(place).span)));
}

std::optional<TokenId> ControlFrames::whole_of(TokenId part) const {
  TokenId at = part;
  for (int steps = 0; steps < 12 && r_.token(at).head >= 0; ++steps) {
    at = static_cast<TokenId>(r_.token(at).head);
    for (const TokenId c : r_.children(at))
      if (r_.is(c, {"nsubj", "nsubj:pass"}) && c != part && r_.mention_at<Place>(c) && is_ground(r_, c)) return c;
  }
  // The first town of the sentence, where the tree does not show its subject.
  for (const uint32_t i : r_.mentions_in(sentence_))
    if (const Place* p = r_.mentions[i].as<Place>(); p && p->at && p->use == PlaceUse::literal && r_.mentions[i].head < part)
      return r_.mentions[i].head;
  return std::nullopt;
}

}  // namespace herald::claim
