#include "claim/control_frames.h"
#include "claim/roles.h"
#include "claim/who.h"

namespace herald::claim {

void ControlFrames::in_control(const Hit& hit) {
  const TokenId n = hit.token;
  const std::string& lemma = r_.lemma(n);
  if (one_of(lemma, {"master", "lord"})) return master(hit);
  if (one_of(lemma, {"control", "rule"}) && really_verb(n)) return ruled(hit);
  const std::string mark = preposition_before(n);
  const bool out = mark == "from" || (mark == "of" && !r_.oblique(n, {"of"}));
  const bool in = one_of(mark, {"in", "into"}) &&
                  (one_of(lemma, {"hand", "grip", "clutch", "grasp"}) || (lemma == "possession" && next_lower(n) != "of"));
  if (mark == "under" || in || (out && one_of(lemma, {"hand", "grip", "clutch", "grasp", "control"}))) return in_hands(hit, out);
  if (one_of(lemma, {"possession", "territory", "domain"}) && r_.child(n, {"cop"})) return possessed(hit);
  if (one_of(lemma, {"control", "grip", "hold", "charge", "possession", "command"})) controlled_part(hit);
}

// "the dam is under government control", "a town under the control of the rebels", "have three towns in their grip", "slipped from its
// hands"
void ControlFrames::in_hands(const Hit& hit, bool out) {
  const TokenId n = hit.token;
  const auto up = r_.governor(n);
  const std::string verb = up ? r_.lemma(*up) : std::string();
  // "fell into the hands of": told by the verb.
  if (!out && verb == "fall") return;
  std::optional<TokenId> place = r_.child(n, {"nsubj"});
  std::optional<TokenId> haver;
  if (one_of(verb, {"have", "keep", "hold", "bring", "get", "put", "place", "take"}) && !r_.is_passive(*up)) {
    haver = subject_of(r_, *up);
    place = object_of(r_, *up);
    if (!place || !is_ground(r_, *place)) place = ground_after(*up);
  } else if (!place && up) {
    place = r_.is(n, {"nmod"}) ? up : (r_.is_passive(*up) ? passive_subject(r_, *up) : subject_of(r_, *up));
  }
  if (!place || !ground(*place)) place = haver ? std::nullopt : ground_before(n);
  if (place && r_.lower(*place) == "it") place = it_stands_for(*place, n);
  if (!place || !ground(*place)) return;
  auto holder = r_.oblique(n, {"of"});
  if (!holder || !can_hold(*holder)) holder = r_.child(n, {"nmod:poss"});
  if (!holder || !can_hold(*holder)) holder = r_.child(n, {"compound"});
  if (!holder || !can_hold(*holder)) holder = r_.child(n, {"amod"});
  if (!holder || !can_hold(*holder)) holder = side_word_before(n);
  if (haver && holder && one_of(r_.lower(*holder), {"their", "its"}) && can_hold(*haver)) holder = haver;
  if ((!holder || !can_hold(*holder)) && haver && armed(*haver)) holder = haver;
  if (!holder || !can_hold(*holder)) return;
  if (out) {
    if (one_of(verb, {"slip", "pass", "be", "fall", "slide", "go", "remain"})) add(hit, *place, std::nullopt, holder, ControlState::lost);
    return;
  }
  std::optional<ControlState> state;
  if (one_of(verb, {"put", "place"})) state = ControlState::handed_over;
  if (one_of(verb, {"come", "bring", "pass", "return"})) state = ControlState::taken;
  add(hit, *place, holder, std::nullopt, state);
}

void ControlFrames::master(const Hit& hit) {
  const TokenId n = hit.token;
  auto place = r_.oblique(n, {"of", "over"});
  if (!place || !ground(*place)) place = ground_after(n, "of");
  auto holder = r_.child(n, {"nsubj"});
  if (!holder && r_.governor(n)) holder = subject_of(r_, *r_.governor(n));
  if (place && ground(*place) && holder && fights(*holder)) add(hit, *place, holder, std::nullopt);
}

// "The town has been a rebel possession", "The valley is still army territory"
void ControlFrames::possessed(const Hit& hit) {
  auto place = r_.child(hit.token, {"nsubj"});
  if (!place) place = ground_before(hit.token);
  const auto holder = side_word_before(hit.token);
  if (place && is_ground(r_, *place) && holder) add(hit, *place, holder, std::nullopt);
}

bool ControlFrames::really_verb(TokenId n) const {
  const Sentence& s = r_.sentence_of(n);
  if (n == s.first || n + 1 >= s.last || r_.child(n, {"det", "nmod:poss", "cop"}) || r_.token(n - 1).upos == Upos::ADP ||
      r_.token(n - 1).upos == Upos::ADJ || r_.lower(n - 1) == "'s")
    return false;
  if (r_.lower(n) == "control" && r_.is(n - 1, {"compound"}) && can_hold(n - 1) && r_.token(n + 1).upos == Upos::ADP) return false;
  const Upos next = r_.token(n + 1).upos;
  return next == Upos::DET || next == Upos::PROPN || one_of(r_.lower(n + 1), {"most", "all", "half", "large", "much", "parts"});
}

// "Islamic State rules Palmyra", "fighters … control most of the city" where the tagger saw a noun: who stands right before, or else the
// first of the sentence.
void ControlFrames::ruled(const Hit& hit) {
  const auto place = ground_after(past_share(hit.token));
  const Sentence& s = r_.sentence_of(hit.token);
  std::optional<TokenId> holder;
  TokenId before = hit.token - 1;
  while (before > s.first && r_.token(before).upos == Upos::ADV) --before;
  if (r_.is_nominal(before) && can_hold(before)) holder = before;
  for (TokenId t = s.first; !holder && t < hit.token && r_.token(t).upos != Upos::VERB; ++t)
    if (r_.is_nominal(t) && last_of_run(t)) {
      if (!armed(t)) break;
      holder = t;
    }
  if (!place || !holder) return;
  if (no_longer(hit.token))
    add(hit, *place, std::nullopt, holder, ControlState::lost);
  else
    add(hit, *place, holder, std::nullopt);
}

void ControlFrames::controlled_part(const Hit& hit) {
  const TokenId n = hit.token;
  auto place = r_.oblique(n, {"of", "over", "in", "on", "across"});
  if (!place || !ground(*place)) place = one_of(next_lower(n), {"of", "over", "in", "on", "across"}) ? ground_after(n) : std::nullopt;
  if (!place || !ground(*place)) return;
  // "restored government control over the valley": an act, told by its verb.
  const auto up = r_.governor(n);
  if (up && r_.is(n, {"obj"}) &&
      one_of(r_.lemma(*up), {"take", "seize", "gain", "regain", "restore", "recover", "reassert", "win", "impose"}))
    return;
  // "battling militants for control of the port"
  if (preposition_before(n) == "for") {
    if (contending_before(n)) add(hit, *place, std::nullopt, std::nullopt, ControlState::contested);
    return;
  }
  std::optional<TokenId> holder;
  if (preposition_before(n) == "in") {
    holder = r_.child(n, {"nsubj"});
    if (!holder && r_.governor(n)) holder = subject_of(r_, *r_.governor(n));
  } else if (const auto owner = r_.child(n, {"nmod:poss"}); owner && can_hold(*owner)) {
    holder = owner;
  } else if (const auto side = side_word_before(n)) {
    holder = side;
  } else if (const auto v = having(n)) {
    holder = doer(*v);
  }
  if (!holder || !can_hold(*holder) || (one_of(r_.lemma(n), {"charge", "possession"}) && !fights(*holder))) return;
  add(hit, *place, holder, std::nullopt);
}

bool ControlFrames::contending_before(TokenId n) const {
  for (TokenId t = n; t > r_.sentence_of(n).first && t + 10 > n; --t)
    if (one_of(r_.lemma(t - 1), {"battle", "fight", "clash", "fighting", "vie", "struggle", "contend", "duel", "wrestle", "skirmish"}))
      return true;
  return false;
}

void ControlFrames::belong(const Hit& hit) {
  const TokenId v = hit.token;
  const auto place = subject_of(r_, v);
  if (!place || !is_ground(r_, *place)) return;
  // "Lyman stays Russian"
  if (r_.lemma(v) != "belong") {
    const auto side = r_.child(v, {"xcomp", "obj"});
    const Mention* people = side ? r_.mention_at<Actor>(*side) : nullptr;
    if (people && people->as<Actor>()->type == ActorType::nationality && r_.mention_at<Place>(*place) && *side == v + 1)
      add(hit, *place, side, std::nullopt);
    return;
  }
  const auto holder = r_.oblique(v, {"to"});
  if (holder && armed(*holder)) add(hit, *place, holder, std::nullopt);
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
  if (r_.token(a).upos == Upos::VERB && one_of(r_.lemma(a), {"patrol", "man", "staff", "guard", "police"})) return;
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
