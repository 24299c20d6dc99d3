#include "claim/control.h"

#include <algorithm>

#include "claim/ground_roles.h"
#include "claim/roles.h"
#include "claim/triggers.h"
#include "claim/who.h"
#include "herald/names.h"

namespace herald::claim {
namespace {

class Proposer : private GroundRoles {
 public:
  Proposer(const Reading& r, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts)
      : GroundRoles(r), codebook_(codebook), sentence_(sentence), drafts_(drafts), first_(drafts.size()) {}

  void run() {
    for (const Hit& hit : triggers_in(r_, codebook_, sentence_, ClaimType::control)) {
      if (part_of_name(hit.token)) continue;
      const bool verb = r_.token(hit.token).upos == Upos::VERB;
      const std::string& f = hit.rule->frame;
      if (f == "take" && verb) take(hit);
      if (f == "take" && !verb) under_siege(hit);
      if (f == "control-of" && verb) control_of(hit);
      if (f == "nominal" && !verb) nominal(hit);
      if (f == "fall") fall(hit, verb);
      if (f == "drive-out" && verb) drive_out(hit);
      if (f == "in-control" && !verb) in_control(hit);
      if (f == "belong" && verb) belong(hit);
      if (f == "compound") compound(hit);
      if (f == "leave" && verb) leave(hit);
      if (f == "lose" && verb) lose(hit);
      if (f == "siege" && !verb) siege(hit);
      if (f == "trapped" && verb) trapped(hit);
      if (f == "reach" && verb) reach(hit);
      if (f == "break-siege") break_siege(hit, verb);
      if (f == "contest") contest(hit, verb);
      if (f == "hand-over" && verb) hand_over(hit);
    }
    possession();
  }

 private:
  void take(const Hit& hit) {
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

  // "a depot east of Bunia, which was taken": the name right before the pronoun, not the noun further up.
  [[nodiscard]] std::optional<TokenId> named_before_which(TokenId v) const {
    for (const TokenId c : r_.children(v)) {
      if (r_.lower(c) != "which" || !r_.is(c, {"nsubj", "nsubj:pass", "obj"}) || c < r_.sentence_of(v).first + 2) continue;
      const Mention* m = r_.mention_at<Place>(r_.word(c - 1) == "," ? c - 2 : c - 1);
      if (m && m->as<Place>()->use == PlaceUse::literal && m->form == MentionForm::name) return m->head;
    }
    return std::nullopt;
  }

  // "the besieged town"
  void under_siege(const Hit& hit) {
    const Token& k = r_.token(hit.token);
    if (!r_.is(hit.token, {"amod"}) || k.head < 0 || !is_ground(r_, static_cast<TokenId>(k.head))) return;
    add(hit, static_cast<TokenId>(k.head), std::nullopt, std::nullopt);
  }

  // "entered Mogadishu and took it": the place named last before it in the sentence.
  [[nodiscard]] std::optional<TokenId> named_before(TokenId t) const {
    std::optional<TokenId> found;
    for (const uint32_t i : r_.mentions_in(sentence_)) {
      const Mention& m = r_.mentions[i];
      const Place* p = m.as<Place>();
      if (p && p->use == PlaceUse::literal && m.head < t && r_.is(m.head, {"obj", "obl", "nsubj"})) found = m.head;
    }
    return found;
  }

  void control_of(const Hit& hit) {
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

  void nominal(const Hit& hit) {
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

  void fall(const Hit& hit, bool verb) {
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

  void drive_out(const Hit& hit) {
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

  void in_control(const Hit& hit) {
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

  // "in control of the port", "have full control of", "government control in the west", "tightened their grip on"
  void controlled_part(const Hit& hit) {
    const TokenId n = hit.token;
    auto place = r_.oblique(n, {"of", "over", "in", "on", "across"});
    if (!place || !is_ground(r_, *place))
      place = one_of(next_lower(n), {"of", "over", "in", "on", "across"}) ? ground_after(n) : std::nullopt;
    if (!place || !is_ground(r_, *place)) return;
    // "battling militants for control of the port"
    if (preposition_before(n) == "for") {
      if (r_.token(n).head >= 0 &&
          one_of(r_.lemma(static_cast<TokenId>(r_.token(n).head)), {"battle", "fight", "clash", "fighting", "vie"}))
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

  // "The junction belongs to the coalition"
  void belong(const Hit& hit) {
    const auto place = subject_of(r_, hit.token);
    const auto holder = r_.oblique(hit.token, {"to"});
    if (!place || !holder || !is_ground(r_, *place) || !armed(*holder)) return;
    add(hit, *place, holder, std::nullopt);
  }

  // "The airport is ours", "they said the town was theirs": no trigger but a pronoun that says whose it is.
  void possession() {
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

  // "the rebel-held town of Douma", "government-controlled Aleppo".
  void compound(const Hit& hit) {
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

  void leave(const Hit& hit) {
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
    if (r_.is(v, {"xcomp"}) && r_.token(v).head >= 0 && one_of(r_.lemma(static_cast<TokenId>(r_.token(v).head)), {"begin", "start"}))
      return;
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

  // "leaving the villages in the hands of the army": held by those, told by its own trigger.
  [[nodiscard]] bool left_in_control(TokenId v) const {
    const auto in = r_.oblique(v, {"in", "under"});
    return in && one_of(r_.lemma(*in), {"hand", "control"});
  }

  void lose(const Hit& hit) {
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

  void siege(const Hit& hit) {
    const TokenId n = hit.token;
    auto place = r_.oblique(n, {"of", "on", "at", "to", "around"});
    if (!place || !is_ground(r_, *place)) place = one_of(next_lower(n), {"of", "around"}) ? ground_after(n) : std::nullopt;
    if (!place && preposition_before(n) == "under") {
      place = r_.child(n, {"nsubj"});
      if (!place && r_.token(n).head >= 0) place = subject_of(r_, static_cast<TokenId>(r_.token(n).head));
      if (!place || !is_ground(r_, *place)) return;
    }
    auto holder = by_phrase(r_, n);
    if (holder && !can_hold(*holder)) holder.reset();
    if (!holder)
      if (const auto owner = r_.child(n, {"nmod:poss"}); owner && can_hold(*owner)) holder = owner;
    if (!holder) holder = besieger_before(n);
    const auto v = r_.token(n).head >= 0 && r_.is(n, {"obj", "nsubj:pass", "nmod"}) ? std::optional(static_cast<TokenId>(r_.token(n).head))
                                                                                    : std::nullopt;
    // A siege that is broken is told as one only with what it was: whose, or how long.
    const bool broken = v && one_of(r_.lemma(*v), {"break", "lift", "end", "raise", "breaking", "lifting", "breach"});
    if (broken && !holder && !long_siege(n)) return;
    if (!holder && v && one_of(r_.lemma(*v), {"lay", "impose", "maintain", "close", "tighten", "keep"})) holder = doer(*v);
    const bool goes_on = r_.is(n, {"nsubj"}) && r_.token(n).head >= 0 &&
                         one_of(r_.lemma(static_cast<TokenId>(r_.token(n).head)), {"go", "continue", "last", "drag"});
    if (!place || !is_ground(r_, *place)) {
      if (!long_siege(n) && !holder && !goes_on && !r_.is_negated(n)) return;
      place = n;
    }
    if (holder && !can_hold(*holder)) holder.reset();
    add(hit, *place, holder, std::nullopt);
  }

  // "soldiers had been holed up at the base", "the base, where they were trapped"
  void trapped(const Hit& hit) {
    const TokenId v = hit.token;
    const auto who = r_.is_passive(v) ? passive_subject(r_, v) : subject_of(r_, v);
    if (!who || !armed(*who)) return;
    auto place = r_.oblique(v, {"in", "at", "inside", "around"});
    if (!place && r_.token(v).deprel == "acl:relcl" && r_.token(v).head >= 0) place = static_cast<TokenId>(r_.token(v).head);
    if (!place || !is_ground(r_, *place)) place = where_before(v);
    if (!place || !is_ground(r_, *place)) return;
    add(hit, *place, by_phrase(r_, v), std::nullopt);
  }

  // "the base, where soldiers had been trapped"
  [[nodiscard]] std::optional<TokenId> where_before(TokenId v) const {
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

  // Forces that reach a besieged place relieve it; gather keeps this only where the report tells of the siege.
  void reach(const Hit& hit) {
    auto place = object_of(r_, hit.token);
    if (hit.last != hit.token && place && !is_ground(r_, *place) && !armed(*place)) place.reset();
    if (!place || !(is_ground(r_, *place) || armed(*place))) place = r_.oblique(hit.token, {"with", "to"});
    if (!place || !is_ground(r_, *place)) place = place && armed(*place) ? place : ground_after(hit.last);
    const auto who = doer(hit.token);
    if (!place || !who || !armed(*who) || !(is_ground(r_, *place) || armed(*place))) return;
    add(hit, is_ground(r_, *place) ? *place : hit.token, who, std::nullopt);
  }

  void break_siege(const Hit& hit, bool verb) {
    const TokenId t = hit.token;
    if (!verb && one_of(preposition_before(t), {"at", "after", "since", "before", "until", "for", "to"})) return;
    std::optional<TokenId> siege, holder;
    if (verb) {
      siege = r_.is_passive(t) ? passive_subject(r_, t) : object_of(r_, t);
      holder = r_.is_passive(t) ? by_phrase(r_, t) : subject_of(r_, t);
      if (!r_.is_passive(t) && !holder) holder = doer(t);
      if (siege && r_.lemma(t) == "relieve") {
        if (is_ground(r_, *siege)) add(hit, *siege, holder && can_hold(*holder) ? holder : std::nullopt, std::nullopt);
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

  void contest(const Hit& hit, bool verb) {
    const TokenId t = hit.token;
    if (one_of(r_.lower(t), {"dispute", "disputed", "contested"})) return disputed(hit, verb);
    // "Three weeks into the battle for X", "since the fighting in X": named only as a time.
    if (!verb && one_of(preposition_before(t), {"into", "after", "during", "since", "of", "before", "from"})) return;
    auto place = r_.oblique(t, {"for", "over", "inside", "in", "within", "around"});
    if (!place || !is_ground(r_, *place) || r_.mention_at<Timex>(*place)) {
      place.reset();
      if (!verb && r_.token(t).head >= 0 && goes_on(static_cast<TokenId>(r_.token(t).head)))
        place = r_.oblique(static_cast<TokenId>(r_.token(t).head), {"for", "over", "inside", "in", "within", "around"});
      if (place && (!is_ground(r_, *place) || r_.mention_at<Timex>(*place))) place.reset();
      // "Fighting continues block by block": for what the report says is fought over.
      if (!place && !verb && r_.lower(t) == "fighting" && going_on(t, verb)) place = t;
      if (!place) return;
    }
    const bool over = one_of(r_.case_of(*place), {"for", "over"});
    // Fighting in a place is contest only while it goes on for that place: "for", or told in the present or progressive.
    if (!over && !going_on(t, verb)) return;
    if (verb) {
      const auto who = doer(t);
      if (!who || !armed(*who)) return;
    }
    add(hit, *place, std::nullopt, std::nullopt);
  }

  // "X remains disputed", "the islet is in dispute"
  void disputed(const Hit& hit, bool verb) {
    const TokenId t = hit.token;
    if (verb && !r_.is_passive(t) && !r_.child(t, {"cop"})) return;
    if (!verb && r_.lower(t) == "dispute" && preposition_before(t) != "in") return;
    std::optional<TokenId> place = r_.child(t, {"nsubj", "nsubj:pass"});
    if (!place && r_.token(t).head >= 0) {
      const auto up = static_cast<TokenId>(r_.token(t).head);
      place = r_.is(t, {"amod"}) ? std::optional(up) : subject_of(r_, up);
    }
    if (!place || !is_ground(r_, *place)) place = ground_before(t);
    if (place && is_ground(r_, *place)) add(hit, *place, std::nullopt, std::nullopt);
  }

  [[nodiscard]] bool goes_on(TokenId v) const { return one_of(r_.lemma(v), {"continue", "rage", "go", "ongoing", "persist", "erupt"}); }

  [[nodiscard]] bool going_on(TokenId t, bool verb) const {
    const auto progressive = [&](TokenId v) {
      if (one_of(r_.lemma(v), {"continue", "rage", "ongoing", "persist"})) return true;
      return r_.token(v).xpos == "VBG" && r_.child(v, {"aux"}).has_value();
    };
    if (verb) return progressive(t);
    if (r_.child(t, {"amod"}) && r_.lower(*r_.child(t, {"amod"})) == "ongoing") return true;
    return r_.token(t).head >= 0 && r_.is(t, {"nsubj"}) && progressive(static_cast<TokenId>(r_.token(t).head));
  }

  void hand_over(const Hit& hit) {
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

  void add(const Hit& hit, TokenId ground, std::optional<TokenId> holder, std::optional<TokenId> from,
           std::optional<ControlState> other_state = std::nullopt) {
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

  // "large parts of Al-Hader", "the west of the city": the share as written, without the place.
  [[nodiscard]] std::string part_of(TokenId place) const {
    if (!is_part_word(r_.lemma(place))) return {};
    if (one_of(r_.lemma(place), {"area", "centre", "center", "section", "pocket", "corner"}) && next_lower(place) != "of") return {};
    TokenId first = place;
    if (place > 0 && r_.token(place - 1).upos == Upos::DET) first = place - 1;
    for (const TokenId c : r_.children(place))
      if (c < first && r_.is(c, {"det", "amod", "advmod", "nummod"})) first = c;
    return std::string(r_.text(cover(r_.token(first).span, r_.token(place).span)));
  }

  // The whole that "the west" is a part of where the phrase does not say: what the sentence is about ("Aleppo has been divided between …").
  [[nodiscard]] std::optional<TokenId> whole_of(TokenId part) const {
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

  const Codebook& codebook_;
  uint32_t sentence_;
  std::vector<Draft>& drafts_;
  size_t first_;
};

}  // namespace

void propose_control(const Reading& reading, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts) {
  Proposer(reading, codebook, sentence, drafts).run();
}

}  // namespace herald::claim
