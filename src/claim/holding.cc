#include "claim/control_frames.h"
#include "claim/roles.h"
#include "claim/who.h"

namespace herald::claim {

void ControlFrames::in_control(const Hit& hit) {
  const TokenId n = hit.token;
  const std::string mark = preposition_before(n);
  if (mark == "under" || (r_.lemma(n) == "hand" && mark == "in")) {
    // "the dam is under government control", "a town under the control of the rebels"
    std::optional<TokenId> place = r_.child(n, {"nsubj"});
    if (!place && r_.token(n).head >= 0) {
      const auto up = static_cast<TokenId>(r_.token(n).head);
      place = r_.is(n, {"nmod"}) ? std::optional(up) : (r_.is_passive(up) ? passive_subject(r_, up) : subject_of(r_, up));
    }
    if (!place || !is_ground(r_, *place)) place = ground_before(n);
    if (!place || !is_ground(r_, *place)) return;
    auto holder = r_.oblique(n, {"of"});
    if (!holder || !can_hold(*holder)) holder = r_.child(n, {"nmod:poss"});
    if (!holder || !can_hold(*holder)) holder = r_.child(n, {"compound"});
    if (!holder || !can_hold(*holder)) holder = side_word_before(n);
    if (!holder || !can_hold(*holder)) return;
    const bool put = r_.token(n).head >= 0 && one_of(r_.lemma(static_cast<TokenId>(r_.token(n).head)), {"put", "place", "bring"});
    add(hit, *place, holder, std::nullopt, put ? std::optional(ControlState::handed_over) : std::nullopt);
  } else if (one_of(r_.lemma(n), {"control", "grip", "hold"})) {
    controlled_part(hit);
  }
}

void ControlFrames::controlled_part(const Hit& hit) {
  const TokenId n = hit.token;
  auto place = r_.oblique(n, {"of", "over", "in", "on", "across"});
  if (!place || !is_ground(r_, *place))
    place = one_of(next_lower(n), {"of", "over", "in", "on", "across"}) ? ground_after(n) : std::nullopt;
  if (!place || !is_ground(r_, *place)) return;
  // "battling militants for control of the port"
  if (preposition_before(n) == "for") {
    if (r_.token(n).head >= 0 && one_of(r_.lemma(static_cast<TokenId>(r_.token(n).head)), {"battle", "fight", "clash", "fighting", "vie"}))
      add(hit, *place, std::nullopt, std::nullopt, ControlState::contested);
    return;
  }
  std::optional<TokenId> holder;
  if (preposition_before(n) == "in") {
    holder = r_.child(n, {"nsubj"});
    if (!holder && r_.token(n).head >= 0) holder = subject_of(r_, static_cast<TokenId>(r_.token(n).head));
  } else if (const auto owner = r_.child(n, {"nmod:poss"}); owner && can_hold(*owner)) {
    holder = owner;
  } else if (const auto side = side_word_before(n)) {
    holder = side;
  } else if (const auto v = having(n)) {
    holder = doer(*v);
  }
  if (!holder || !can_hold(*holder)) return;
  add(hit, *place, holder, std::nullopt);
}

void ControlFrames::belong(const Hit& hit) {
  const auto place = subject_of(r_, hit.token);
  const auto holder = r_.oblique(hit.token, {"to"});
  if (!place || !holder || !is_ground(r_, *place) || !armed(*holder)) return;
  add(hit, *place, holder, std::nullopt);
}

void ControlFrames::possession() {
  const Rule* rule = codebook_.find("control.in-control");
  if (!rule) return;
  const Sentence& s = r_.analysis.sentences[sentence_];
  for (TokenId t = s.first + 1; t < s.last; ++t) {
    if (!one_of(r_.lower(t), {"ours", "theirs"}) || !one_of(r_.lemma(t - 1), {"be", "now", "still", "remain"})) continue;
    auto place = r_.child(t, {"nsubj"});
    if (!place || !is_ground(r_, *place)) place = ground_before(t);
    if (place && is_ground(r_, *place)) add({rule, t, t}, *place, t, std::nullopt);
  }
}

void ControlFrames::compound(const Hit& hit) {
  const TokenId a = hit.token;
  const Sentence& s = r_.sentence_of(a);
  if (a < s.first + 2 || r_.word(a - 1) != "-") return;
  const TokenId holder = a - 2;
  if (r_.token(holder).upos == Upos::ADV || one_of(r_.lower(holder), {"long", "tightly", "self", "state", "privately"})) return;
  TokenId noun = a + 1;
  while (noun + 1 < s.last && noun < a + 8 &&
         (r_.token(noun).upos == Upos::ADJ || r_.token(noun).upos == Upos::NOUN || r_.token(noun).upos == Upos::PROPN ||
          r_.word(noun) == "-") &&
         (r_.token(noun + 1).upos == Upos::NOUN || r_.token(noun + 1).upos == Upos::PROPN || r_.token(noun + 1).upos == Upos::ADJ))
    ++noun;
  if (noun >= s.last || !is_ground(r_, noun)) return;
  add(hit, noun, holder, std::nullopt);
}

}  // namespace herald::claim
