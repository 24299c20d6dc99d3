#include <algorithm>

#include "claim/control_frames.h"
#include "claim/roles.h"
#include "claim/who.h"

namespace herald::claim {

void ControlFrames::under_siege(const Hit& hit) {
  const Token& k = r_.token(hit.token);
  // "The town remains besieged"
  if (const auto place =
          r_.is(hit.token, {"xcomp"}) && k.head >= 0 ? subject_of(r_, *r_.governor(hit.token)) : r_.child(hit.token, {"nsubj"});
      place && is_ground(r_, *place))
    return add(hit, *place, by_phrase(r_, hit.token), std::nullopt);
  if (!r_.is(hit.token, {"amod"}) || k.head < 0 || !is_ground(r_, static_cast<TokenId>(k.head))) return;
  add(hit, static_cast<TokenId>(k.head), std::nullopt, std::nullopt);
}

void ControlFrames::siege(const Hit& hit) {
  const TokenId n = hit.token;
  const auto up = r_.governor(n);
  // A siege named only as a time.
  if (one_of(preposition_before(n), {"after", "before", "since", "during"})) return;
  // "closed the ring around the town": a ring is a siege only there.
  const bool ring = one_of(r_.lemma(n), {"ring", "noose", "cordon"});
  auto place = ring ? r_.oblique(n, {"around", "round"}) : r_.oblique(n, {"of", "on", "at", "to", "around"});
  if (!place && ring && up) place = r_.oblique(*up, {"around", "round"});
  if (!place || !ground(*place)) place = next_lower(n) == "around" || (!ring && next_lower(n) == "of") ? ground_after(n) : std::nullopt;
  if (!place && up && one_of(preposition_before(n), {"to", "on"}) && r_.lemma(*up) == "lay") place = ground_after(n, "to");
  std::optional<TokenId> holder;
  if (const auto kind = r_.child(n, {"amod"}); kind && one_of(r_.lower(*kind), {"economic", "diplomatic", "financial", "political"}))
    return;
  if (!place && preposition_before(n) == "under") {
    place = r_.child(n, {"nsubj"}) || r_.is(n, {"acl"}) ? subject_of(r_, n) : std::nullopt;
    if (!place && up) place = subject_of(r_, *up);
    // "have had the town under siege since May"
    if (up && one_of(r_.lemma(*up), {"have", "keep", "hold"}) && place && armed(*place)) {
      holder = place;
      place = object_of(r_, *up);
      if (!place || !is_ground(r_, *place)) place = ground_after(*up);
    }
    if (!place || !ground(*place)) return;
  }
  if (ring && (!place || !ground(*place))) return;
  if (!holder) holder = by_phrase(r_, n);
  if (holder && !can_hold(*holder)) holder.reset();
  if (!holder)
    if (const auto owner = r_.child(n, {"nmod:poss"}); owner && can_hold(*owner)) holder = owner;
  if (!holder) holder = besieger_before(n);
  const bool object = up && r_.is(n, {"obj", "nsubj:pass", "nmod"});
  const std::string verb = object ? r_.lemma(*up) : std::string();
  // A siege that is broken is told as one only with what it was: whose, or how long.
  const bool broken = one_of(verb, {"break", "lift", "end", "raise", "breaking", "lifting", "breach", "call", "smash", "crack"});
  // "a blockade that the rebels had imposed": whose it was.
  if (!holder)
    for (const TokenId c : r_.children(n))
      if (r_.is(c, {"acl"}) && one_of(r_.lemma(c), {"impose", "lay", "maintain", "enforce", "declare", "mount"}))
        holder = subject_of(r_, c);
  if (broken && !holder && !long_siege(n)) return;
  if (!holder && object &&
      one_of(verb, {"lay", "impose", "maintain", "close", "tighten", "keep", "throw", "draw", "complete", "mount", "enforce"}))
    holder = doer(*up);
  const bool goes_on = r_.is(n, {"nsubj"}) && up && one_of(r_.lemma(*up), {"go", "continue", "last", "drag"});
  if (!place || !ground(*place)) {
    if (!long_siege(n) && !holder && !goes_on && !r_.is_negated(n)) return;
    place = n;
  }
  if (holder && !can_hold(*holder)) holder.reset();
  add(hit, *place, holder, std::nullopt);
}

void ControlFrames::trapped(const Hit& hit) {
  const TokenId v = hit.token;
  const auto who = r_.is_passive(v) ? passive_subject(r_, v) : subject_of(r_, v);
  if (!who || !armed(*who)) return;
  auto place = r_.oblique(v, {"in", "at", "inside", "around"});
  if (!place && r_.token(v).deprel == "acl:relcl") place = r_.governor(v);
  if (!place || !is_ground(r_, *place)) place = where_before(v);
  if (!place || !is_ground(r_, *place)) return;
  add(hit, *place, by_phrase(r_, v), who);
}

std::optional<TokenId> ControlFrames::where_before(TokenId v) const {
  const TokenId begin = r_.sentence_of(v).first;
  TokenId t = v;
  while (t > begin && t + 8 > v && r_.lower(t) != "where") --t;
  if (r_.lower(t) != "where") return std::nullopt;
  // The noun that the clause hangs on or, past the names that only say where it lies, the first ground of the phrase before it.
  std::optional<TokenId> found;
  for (; t > begin && r_.token(t - 1).upos != Upos::VERB; --t)
    if (r_.is_nominal(t - 1) && is_ground(r_, t - 1)) found = t - 1;
  return found;
}

void ControlFrames::reach(const Hit& hit) {
  auto place = object_of(r_, hit.token);
  if (hit.last != hit.token && place && !is_ground(r_, *place) && !armed(*place)) place.reset();
  if (!place || !(is_ground(r_, *place) || armed(*place))) place = r_.oblique(hit.token, {"with", "to"});
  if (!place || !is_ground(r_, *place)) place = place && armed(*place) ? place : ground_after(hit.last);
  const auto who = doer(hit.token);
  if (!place || !who || !armed(*who) || !(is_ground(r_, *place) || armed(*place))) return;
  add(hit, is_ground(r_, *place) ? *place : hit.token, who, std::nullopt);
}

void ControlFrames::break_siege(const Hit& hit, bool verb) {
  const TokenId t = hit.token;
  if (!verb && one_of(preposition_before(t), {"at", "after", "since", "before", "until", "for", "to"})) return;
  std::optional<TokenId> siege, holder;
  if (verb) {
    siege = r_.is_passive(t) ? passive_subject(r_, t) : object_of(r_, t);
    holder = r_.is_passive(t) ? by_phrase(r_, t) : subject_of(r_, t);
    if (!r_.is_passive(t) && !holder) holder = doer(t);
    if (r_.lemma(t) == "relieve") {
      if (siege && r_.lower(*siege) == "it") siege = it_stands_for(*siege, t);
      // "denied that anyone had been relieved": those who sit in what is besieged.
      const bool anyone = siege && one_of(r_.lower(*siege), {"anyone", "anybody", "nobody", "one"}) && told_before();
      if (anyone) siege = t;
      if (siege && (anyone || ground(*siege))) add(hit, *siege, holder && can_hold(*holder) ? holder : std::nullopt, std::nullopt);
      return;
    }
  } else {
    siege = r_.oblique(t, {"of", "to"});
    holder = by_phrase(r_, t);
  }
  if (!siege || !one_of(r_.lemma(*siege), {"siege", "blockade", "encirclement"})) return;
  auto place = r_.oblique(*siege, {"of", "on", "at", "around"});
  if (!place) place = r_.oblique(t, {"of", "on", "at", "around"});
  auto from = by_phrase(r_, *siege);
  if (!from) from = r_.child(*siege, {"nmod:poss"});
  if (from && !can_hold(*from)) from.reset();
  if (!from) from = besieger_before(*siege);
  if (!place && one_of(next_lower(*siege), {"of", "around"})) place = ground_after(*siege);
  if (place && !is_ground(r_, *place)) {
    if (!from && can_hold(*place)) from = place;
    place = std::nullopt;
    for (const TokenId c : r_.children(*siege))
      if (r_.is(c, {"nmod"}) && is_ground(r_, c)) place = c;
  }
  if (holder && !can_hold(*holder)) holder.reset();
  if (place)
    add(hit, *place, holder, from);
  else
    add(hit, *siege, holder, from);  // its place comes from the incident
}

void ControlFrames::contest(const Hit& hit, bool verb) {
  const TokenId t = hit.token;
  if (one_of(r_.lower(t), {"dispute", "disputed", "contested"})) return disputed(hit, verb);
  // "Three weeks into the battle for X", "since the fighting in X": named only as a time.
  const bool scene = r_.is(t, {"nmod"}) && one_of(r_.lemma(*r_.governor(t)), {"scene", "site"});
  if (!verb && !scene && one_of(preposition_before(t), {"into", "after", "during", "since", "of", "before", "from"})) return;
  if (verb && r_.is_passive(t) && !scene) {
    // "The bridge is being fought over"
    const auto what = passive_subject(r_, t);
    if (what && is_ground(r_, *what) && one_of(next_lower(t), {"over", "for"}) && r_.child(t, {"aux"}))
      add(hit, *what, std::nullopt, std::nullopt);
    return;
  }
  const auto fought_for = [&](TokenId at) -> std::optional<TokenId> {
    for (const TokenId c : r_.children(at))
      if (one_of(r_.case_of(c), {"for", "over", "inside", "in", "within", "around"}) && is_ground(r_, c)) return c;
    return std::nullopt;
  };
  auto place = fought_for(t);
  // "battled the insurgents for the bridge": hung on those fought against.
  if (!place && verb)
    if (const auto enemy = object_of(r_, t); enemy && armed(*enemy))
      if (const auto prize = r_.oblique(*enemy, {"for", "over"}); prize && is_ground(r_, *prize)) place = prize;
  if (!place && !verb && r_.governor(t) && goes_on(*r_.governor(t))) place = fought_for(*r_.governor(t));
  // "the town is the scene of fierce fighting"
  if (!place && scene) {
    place = r_.child(*r_.governor(t), {"nsubj"});
    if (place && is_ground(r_, *place)) return add(hit, *place, std::nullopt, std::nullopt);
    return;
  }
  // "Fighting continues block by block": for what the report says is fought over.
  if (!place && !verb && r_.lower(t) == "fighting" && going_on(t, verb)) place = t;
  if (!place) return;
  const bool over = one_of(r_.case_of(*place), {"for", "over"});
  // Fighting in a place is contest only while it goes on for that place: "for", or told in the present or progressive.
  if (!over && !going_on(t, verb)) return;
  if (verb) {
    const auto who = doer(t);
    if (!who || !armed(*who)) return;
  }
  add(hit, *place, std::nullopt, std::nullopt);
}

void ControlFrames::disputed(const Hit& hit, bool verb) {
  const TokenId t = hit.token;
  if (verb && !r_.is_passive(t) && !r_.child(t, {"cop"})) return;
  if (!verb && r_.lower(t) == "dispute" && (t == 0 || r_.lower(t - 1) != "in")) return;
  // A border drawn two ways is no fighting: "the disputed islands".
  if (r_.is(t, {"amod"})) return;
  std::optional<TokenId> place = r_.child(t, {"nsubj", "nsubj:pass"});
  if (!place && r_.governor(t)) place = subject_of(r_, *r_.governor(t));
  if (!place || !is_ground(r_, *place)) place = ground_before(t);
  if (place && is_ground(r_, *place)) add(hit, *place, std::nullopt, std::nullopt);
}

bool ControlFrames::goes_on(TokenId v) const {
  return one_of(r_.lemma(v), {"continue", "rage", "go", "ongoing", "persist", "erupt"});
}

bool ControlFrames::going_on(TokenId t, bool verb) const {
  const auto progressive = [&](TokenId v) {
    if (one_of(r_.lemma(v), {"continue", "rage", "ongoing", "persist"})) return true;
    return r_.token(v).xpos == "VBG" && r_.child(v, {"aux"}).has_value();
  };
  if (verb) return progressive(t);
  if (r_.child(t, {"amod"}) && r_.lower(*r_.child(t, {"amod"})) == "ongoing") return true;
  return r_.token(t).head >= 0 && r_.is(t, {"nsubj"}) && progressive(static_cast<TokenId>(r_.token(t).head));
}

}  // namespace herald::claim
