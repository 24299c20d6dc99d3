#include <algorithm>

#include "claim/control_frames.h"
#include "claim/roles.h"
#include "claim/when.h"
#include "claim/who.h"

namespace herald::claim {

void ControlFrames::take(const Hit& hit) {
  const TokenId v = hit.token;
  if (v > 0 && r_.word(v - 1) == "-") return compound(hit);
  // "control" tagged a verb for the noun.
  if (r_.lemma(v) == "control" && !object_of(r_, v) && !r_.is_passive(v) && one_of(next_lower(v), {"of", "over", "in", "on", "across"}))
    return controlled_part(hit);
  const bool passive = r_.is_passive(v);
  auto place = passive ? passive_subject(r_, v) : object_of(r_, v);
  if (place && r_.lower(*place) == "it")
    place = it_stands_for(*place, v);
  else if (!passive && (!place || !ground(*place, v)))
    place = ground_after(past_share(hit.last));
  if (passive && (!place || !ground(*place, v)) && r_.child(v, {"aux"})) place = ground_before(v);
  if (!passive && r_.lemma(v) == "patrol") return;
  if (!place || !ground(*place, v) || (!passive && hit.last == v && beside(*place))) return;
  // "take part", "take the place of", "rule out"
  if (one_of(r_.lower(*place), {"part", "place"}) && one_of(r_.lemma(v), {"take", "hold", "have", "win", "gain"}) &&
      !(r_.oblique(*place, {"of"}) && is_part_word(r_.lemma(*place))))
    return;
  if (r_.lemma(v) == "rule" && next_lower(v) == "out") return;
  // A state has its rulers; only a piece of it is held.
  const Mention* whole = r_.mention_at<Place>(*place);
  if (one_of(r_.lemma(v), {"rule", "govern"}) && whole && whole->as<Place>()->type == PlaceType::country) return;
  // "took land and cattle": ground without a name.
  if (r_.lemma(*place) == "land" && !r_.child(*place, {"det", "nmod", "acl:relcl", "nmod:poss"})) return;
  if (const auto near = named_before_which(v)) place = near;
  auto holder = passive ? by_phrase(r_, v) : doer(v);
  const bool besieged = hit.rule->value == "besieged";
  // "cut off by floods"
  if (passive && holder && !can_hold(*holder)) {
    if (besieged) return;
    holder.reset();
  }
  if (holder && !can_hold(*holder)) return;
  // "take", "run", "hold", "clear" of a place say nothing without someone armed or ruling behind them.
  const bool plain = one_of(r_.lemma(v), {"take", "run", "hold", "clear", "free", "ring", "leave", "secure", "dominate", "rule", "govern",
                                          "staff", "man", "patrol", "storm", "sweep", "have", "cut", "seal"});
  // Sport and business use these too: they need someone known to fight.
  const bool loose = one_of(r_.lemma(v), {"recover", "grab",   "keep",    "march",  "roll",      "cling",    "hang", "sit",
                                          "dig",     "get",    "police",  "gain",   "purge",     "cleanse",  "rid",  "pry",
                                          "prise",   "wrench", "possess", "pacify", "overpower", "overwhelm"}) ||
                     (hit.last != v && r_.lemma(v) == "hold");
  const auto from = loser(v, *place);
  if (plain && holder && !one_of(r_.lemma(v), {"rule", "govern"}) && !armed(*holder)) return;
  const bool known = (holder && (fights(*holder) || (told_before() && r_.token(*holder).upos == Upos::PRON))) || (from && fights(*from));
  if (loose && !known) return;
  // "The fort was taken on Monday": of a place known by its name, or from someone, that says enough.
  const bool changed =
      passive && hit.rule->value == "taken" &&
      (from || (named(*place) && one_of(r_.lemma(v), {"take", "secure", "free"}) && !one_of(next_lower(v), {"to", "into"})));
  if (plain && !holder && !changed) return;
  // "Occupying oil wells is common"
  if (hit.rule->value == "held" && !passive && !holder) return;
  if (hit.rule->value == "held" && no_longer(v)) {
    if (holder) add(hit, *place, std::nullopt, holder, ControlState::lost);
    return;
  }
  // A place that passes by agreement is handed over, whatever the verb.
  std::optional<ControlState> state;
  if (hit.rule->value == "taken" && hit.last != v && r_.lemma(v) == "take" && by_agreement(v)) state = ControlState::handed_over;
  if (r_.lemma(v) == "occupy" && on_a_day(v)) state = ControlState::taken;
  add(hit, *place, holder, from, state);
}

TokenId ControlFrames::past_share(TokenId t) const {
  TokenId k = t;
  while (one_of(next_lower(k), {"most", "much", "all", "half"})) ++k;
  return k > t && next_lower(k) == "of" ? k : t;
}

bool ControlFrames::no_longer(TokenId v) const {
  const TokenId begin = r_.sentence_of(v).first;
  for (TokenId t = v; t > begin + 1 && t + 4 > v; --t)
    if (one_of(r_.lower(t - 1), {"longer", "more"}) && one_of(r_.lower(t - 2), {"no", "any"})) return true;
  return false;
}

bool ControlFrames::on_a_day(TokenId v) const {
  if (!one_of(r_.token(v).xpos, {"VBD", "VBN", "VBG"})) return false;
  const auto date = stated_date(r_, v);
  if (!date || !date->span || date->period.start != date->period.end) return false;
  const TokenId first = r_.analysis.token_at(date->span->begin);
  return first == 0 || !one_of(r_.lower(first - 1), {"since", "until"});
}

std::optional<TokenId> ControlFrames::named_before_which(TokenId v) const {
  for (const TokenId c : r_.children(v)) {
    if (r_.lower(c) != "which" || !r_.is(c, {"nsubj", "nsubj:pass", "obj"}) || c < r_.sentence_of(v).first + 2) continue;
    const Mention* m = r_.mention_at<Place>(r_.word(c - 1) == "," ? c - 2 : c - 1);
    // "Glina, south of Zagreb, which": what only says where it lies is stepped over.
    if (m && m->as<Place>()->method == PlaceMethod::relative && m->first >= r_.sentence_of(v).first + 2 && r_.word(m->first - 1) == ",")
      m = r_.mention_at<Place>(m->first - 2);
    if (m && m->as<Place>()->use == PlaceUse::literal && m->form == MentionForm::name) return m->head;
  }
  return std::nullopt;
}

std::optional<TokenId> ControlFrames::it_stands_for(TokenId it, TokenId v) const {
  std::optional<TokenId> found;
  for (size_t i = first_; i < drafts_.size(); ++i)
    if (drafts_[i].claim.type == ClaimType::control && drafts_[i].ground && *drafts_[i].ground < v) found = drafts_[i].ground;
  if (found) return found;
  for (const uint32_t i : r_.mentions_in(sentence_)) {
    const Mention& m = r_.mentions[i];
    const Place* p = m.as<Place>();
    if (p && p->use == PlaceUse::literal && m.head < v && r_.is(m.head, {"obj", "obl", "nsubj", "nmod"})) found = m.head;
  }
  if (!found && told_before()) found = it;
  return found;
}

bool ControlFrames::told_before() const {
  return std::any_of(drafts_.begin(), drafts_.end(),
                     [&](const Draft& d) { return d.claim.type == ClaimType::control && d.claim.sentence + 2 >= sentence_; });
}

void ControlFrames::control_of(const Hit& hit) {
  const TokenId v = hit.token;
  auto object = object_of(r_, v) ? object_of(r_, v) : passive_subject(r_, v);
  if (!object || !one_of(r_.lemma(*object), {"control", "hold", "possession", "rule", "authority"}))
    object = next_word(v, {"control", "possession", "hold"});
  if (!object) return;
  auto place = r_.oblique(*object, {"of", "over", "in"});
  if (!place || !is_ground(r_, *place)) place = r_.oblique(v, {"of", "over", "in"});
  if (!place || !is_ground(r_, *place)) place = ground_after(*object);
  if (!place || !is_ground(r_, *place)) return;
  auto holder = r_.is_passive(v) ? by_phrase(r_, v) : doer(v);
  // "restored government control over X": whose it is stands before the word.
  if (const auto side = side_word_before(*object)) holder = side;
  if (holder && !can_hold(*holder)) return;
  add(hit, *place, holder, loser(v, *place));
}

void ControlFrames::nominal(const Hit& hit) {
  const TokenId n = hit.token;
  if (hit.rule->value == "lost") {
    auto place = r_.oblique(n, {"from"});
    if (!place) place = ground_after(n, "from");
    if (!place || !is_ground(r_, *place) || only_demanded(n)) return;
    auto who = r_.oblique(n, {"of", "by"});
    if (!who) who = r_.child(n, {"nmod:poss", "amod", "compound"});  // "the Israeli withdrawal"
    if (!who || !can_hold(*who)) return;
    add(hit, *place, std::nullopt, who);
    return;
  }
  auto place = r_.oblique(n, {"of"});
  if (!place || !is_ground(r_, *place)) place = ground_after(n, "of");
  const auto owner = r_.child(n, {"nmod:poss"});
  if (!place && owner && is_ground(r_, *owner) && r_.mention_at<Place>(*owner) && r_.lower(*owner) != "its") place = owner;
  const bool known =
      !place && !r_.oblique(n, {"of"}) && owner_or_the(n) && (owner || told_before()) && !one_of(r_.lemma(n), {"occupation", "liberation"});
  if (!known && (!place || !is_ground(r_, *place))) return;
  auto holder = by_phrase(r_, n);
  if (!holder && owner && owner != place && !known && can_hold(*owner))
    holder = one_of(r_.lower(*owner), {"its", "their"}) ? std::nullopt : owner;
  const auto up = r_.governor(n);
  const std::string verb = up && r_.is(n, {"obj"}) ? r_.lemma(*up) : std::string();
  if (!holder && !verb.empty()) {
    const auto who = subject_of(r_, *up);
    if (who && can_hold(*who) && !speaks(*who) &&
        one_of(verb, {"complete", "announce", "declare", "proclaim", "keep", "maintain", "celebrate", "end"}))
      holder = who;
  }
  if (holder && !can_hold(*holder)) holder.reset();
  if (hit.rule->value == "held" && verb == "end") {
    add(hit, *place, std::nullopt, holder, ControlState::lost);
    return;
  }
  add(hit, place.value_or(n), holder, loser(n, place.value_or(n)));
}

void ControlFrames::fall(const Hit& hit, bool verb) {
  const TokenId t = hit.token;
  if (!verb) {
    auto place = r_.oblique(t, {"of"});
    const auto owner = r_.child(t, {"nmod:poss"});
    if (!place && owner && r_.mention_at<Place>(*owner)) place = owner;
    if (!place || !is_ground(r_, *place)) return;
    auto holder = r_.oblique(t, {"to"});
    if (holder && !can_hold(*holder)) holder.reset();
    add(hit, *place, holder, std::nullopt);
    return;
  }
  if (r_.is_negated(t) && hit.last != t) return;  // "never changed hands"
  // Many things go, pass or yield to many; a place to those who fight for it.
  const bool loose = one_of(r_.lemma(t), {"go", "pass", "yield", "succumb", "return", "revert", "give", "surrender", "capitulate"});
  auto place = subject_of(r_, t);
  if (!loose && (!place || !ground(*place, t))) place = ground_before(t);
  if (!place || !ground(*place, t)) return;
  // "falls under", "falls within": said of what an office covers.
  if (r_.lemma(t) == "fall" && r_.token(t).xpos == "VBZ") return;
  auto holder = r_.oblique(t, {"to", "under", "into"});
  if (!holder && r_.lower(hit.last) == "to") holder = party_after(hit.last);
  if (holder && one_of(r_.lemma(*holder), {"hand", "control", "rule", "clutch", "grip"}))
    holder = r_.oblique(*holder, {"of"}) ? r_.oblique(*holder, {"of"}) : r_.child(*holder, {"nmod:poss", "compound", "amod"});
  if (holder && !can_hold(*holder)) return;
  if (loose && (armed(*place) || !(holder ? fights(*holder) || (told_before() && r_.token(*holder).upos == Upos::PRON)
                                          : one_of(r_.lower(hit.last), {"too", "well", "way"}) && named(*place))))
    return;
  const bool passed = one_of(r_.lemma(t), {"pass", "revert"});
  add(hit, *place, holder, loser(t, *place), passed ? std::optional(ControlState::handed_over) : std::nullopt);
}

void ControlFrames::drive_out(const Hit& hit) {
  const TokenId v = hit.token;
  const bool passive = r_.is_passive(v);
  auto who = passive ? passive_subject(r_, v) : object_of(r_, v);
  auto place = r_.oblique(v, {"out of", "from", "off"});
  if (!place) place = out_of_place(v);
  if (!place && who) place = r_.oblique(*who, {"out of", "from", "off"});
  if (!place || !is_ground(r_, *place)) place = source_of(v);
  // "captured the town but were driven out"
  if (!place && drafts_.size() > first_ && drafts_.back().claim.type == ClaimType::control && next_word(v, {"out", "back"}))
    place = drafts_.back().ground;
  if (!place || !who || !is_ground(r_, *place) || !can_hold(*who)) return;
  // Pupils are expelled, rivals beaten: of those who fight alone.
  const bool strong = one_of(r_.lemma(v), {"drive", "push", "force", "dislodge", "oust", "flush", "evict", "expel", "eject"});
  if (!fights(*who) && !(strong && armed(*who))) return;
  auto holder = passive ? by_phrase(r_, v) : doer(v);
  if (holder && !can_hold(*holder)) {
    if (!passive) return;
    holder.reset();
  }
  add(hit, *place, holder, who, passive && !holder ? std::optional(ControlState::lost) : std::nullopt);
}

void ControlFrames::flag(const Hit& hit) {
  const TokenId v = hit.token;
  const auto cloth = r_.is_passive(v) ? passive_subject(r_, v) : object_of(r_, v);
  if (!cloth || !one_of(r_.lemma(*cloth), {"flag", "banner", "colour", "color", "standard", "ensign", "tricolour", "tricolor"})) return;
  auto place = beside_or_under(v, *cloth, {"over", "on", "in", "at", "above", "atop", "inside", "onto"});
  for (TokenId t = *cloth + 1; (!place || !is_ground(r_, *place)) && t < *cloth + 3 && t < r_.sentence_of(v).last; ++t)
    if (r_.token(t).upos == Upos::ADP) place = ground_after(t);
  if (!place || !is_ground(r_, *place)) return;
  const auto holder = r_.is_passive(v) ? by_phrase(r_, v) : doer(v);
  if (holder ? armed(*holder) : r_.is_passive(v)) add(hit, *place, holder, std::nullopt);
}

}  // namespace herald::claim
