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
  if (unreal(hit.token) && !by_breaking(hit)) return;
  for (const TokenId place : listed(ground)) {
    if (place != ground && !is_ground(r_, place)) continue;
    bool twice = false;
    for (size_t i = first_; i < drafts_.size(); ++i)
      twice = twice || (drafts_[i].claim.type == ClaimType::control && drafts_[i].ground == place && drafts_[i].claim.state == state);
    if (twice) continue;
    Draft d = draft_of(r_, hit);
    d.ground = place;
    if (is_part_word(r_.lemma(place)) && !r_.oblique(place, {"of"}) && next_lower(place) != "of")
      if (const auto whole = whole_of(place)) d.ground = whole;
    // "the country, large parts of which they hold"
    if (const auto of = r_.oblique(place, {"of"});
        of && r_.lower(*of) == "which" && r_.governor(place) && is_ground(r_, *r_.governor(place)))
      d.ground = r_.governor(place);
    d.agent = holder;
    d.target = from;
    Claim& c = d.claim;
    c.state = state;
    if (holder) c.holder = party_at(r_, *holder);
    if (from) c.from = party_at(r_, *from);
    c.part = part_of(place);
    c.modality = told_as(hit.token);
    drafts_.push_back(std::move(d));
  }
  gapped(ground);
}

bool ControlFrames::by_breaking(const Hit& hit) const {
  const auto up = r_.governor(hit.token);
  return hit.rule->frame == "break-siege" && up && r_.is(hit.token, {"advcl", "xcomp"}) &&
         one_of(r_.lemma(*up), {"break", "punch", "blast", "smash", "burst", "crash", "cut", "pierce", "fight"}) &&
         one_of(next_lower(*up), {"through", "into"});
}

void ControlFrames::gapped(TokenId ground) {
  const Draft first = drafts_.back();
  if (first.claim.type != ClaimType::control || first.claim.sentence != sentence_ || !first.ground) return;
  const Sentence& s = r_.analysis.sentences[sentence_];
  const Mention* day = nullptr;
  TokenId at = std::max(ground, first.trigger) + 1;
  for (; at < s.last && !(day && r_.lower(at) == "and"); ++at) {
    if (r_.token(at).upos == Upos::VERB || r_.lower(at) == ",") return;
    if (const Mention* m = r_.mention_at<Timex>(at)) day = m;
  }
  // "… and the oil town of Muanda the next day": a place and a day, and nothing more.
  std::optional<TokenId> place;
  for (TokenId t = at + 1; t < s.last && t < at + 9; ++t) {
    const Mention* m = r_.mention_at<Timex>(t);
    if (m && m != day && place) {
      const TokenId end = m->last;
      if (end < s.last && r_.token(end).upos != Upos::PUNCT) return;
      Draft d = first;
      d.ground = place;
      d.day = m->head;
      d.claim.part = part_of(*place);
      drafts_.push_back(std::move(d));
      return;
    }
    if (r_.token(t).upos == Upos::VERB || r_.token(t).upos == Upos::PUNCT) return;
    if (!place && r_.is_nominal(t) && last_of_run(t)) {
      if (!is_ground(r_, t)) return;
      place = t;
    }
  }
}

void ControlFrames::echo_denial() {
  const Sentence& s = r_.analysis.sentences[sentence_];
  for (TokenId v = s.first; v < s.last; ++v) {
    // "said that this was false"
    if (const auto it = r_.child(v, {"nsubj"});
        it && r_.child(v, {"cop"}) && lie_from(v) &&
        (one_of(r_.lower(*it), {"it", "this", "that"}) || one_of(r_.lemma(*it), {"claim", "report"})))
      return deny_last(v);
    if (r_.token(v).upos != Upos::VERB || r_.is_negated(v) || r_.is_passive(v)) continue;
    auto what = r_.child(v, {"obj"});
    if (!what && one_of(next_lower(v), {"it", "this", "that"})) what = v + 1;
    if (!what || !r_.child(v, {"nsubj"})) continue;
    const std::string& word = r_.lower(*what);
    const bool taken_up = one_of(word, {"it", "this", "that", "these"}) ||
                          (one_of(r_.lemma(*what), {"claim", "report", "assertion", "account", "statement", "loss", "allegation"}) &&
                           !r_.oblique(*what, {"of", "about"}) && !r_.child(*what, {"acl"}));
    const bool denies = one_of(r_.lemma(v), {"deny", "dismiss", "reject", "refute", "dispute", "rebut"});
    const bool called = one_of(r_.lemma(v), {"call", "describe"}) && lie_from(v + 1);
    if (!taken_up || !(denies || called) || (denies && r_.child(v, {"ccomp", "xcomp"}))) continue;
    return deny_last(v);
  }
}

void ControlFrames::deny_last(TokenId by) {
  std::optional<uint32_t> told;
  for (const Draft& d : drafts_)
    if (d.claim.type == ClaimType::control && d.claim.modality == Modality::actual && d.claim.sentence < sentence_ &&
        d.claim.sentence + 2 >= sentence_)
      told = std::max(told.value_or(0), d.claim.sentence);
  if (!told) return;
  const size_t n = drafts_.size();
  for (size_t i = 0; i < n; ++i) {
    if (drafts_[i].claim.type != ClaimType::control || drafts_[i].claim.sentence != *told || drafts_[i].echo) continue;
    if (!one_of(name_of(*drafts_[i].claim.state), {"taken", "lost", "relieved", "besieged", "handed-over"})) continue;
    Draft d = drafts_[i];
    d.echo = true;
    d.claim.sentence = sentence_;
    d.claim.modality = Modality::denied;
    d.claim.trigger = r_.token(by).span;
    d.trigger = by;
    drafts_.push_back(std::move(d));
  }
}

bool ControlFrames::lie_from(TokenId first) const {
  for (TokenId t = first; t < r_.analysis.sentences[sentence_].last && t < first + 8; ++t)
    if (one_of(r_.lemma(t), {"lie", "propaganda", "false", "untrue", "fabrication", "rumour", "rumor", "nonsense", "baseless", "fake"}))
      return true;
  return false;
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
