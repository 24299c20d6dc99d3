#include "claim/control.h"

#include <algorithm>

#include "claim/roles.h"
#include "claim/triggers.h"
#include "claim/who.h"
#include "herald/names.h"

namespace herald::claim {
namespace {

bool is_ground_noun(const std::string& lemma) {
  return one_of(lemma, {"town",         "city",     "village",     "base",       "airbase",      "airport",    "airfield", "province",
                        "district",     "region",   "area",        "territory",  "road",         "highway",    "bridge",   "port",
                        "harbour",      "harbor",   "camp",        "barracks",   "headquarters", "outpost",    "hill",     "ridge",
                        "mountain",     "valley",   "border",      "crossing",   "checkpoint",   "suburb",     "quarter",  "neighbourhood",
                        "neighborhood", "township", "hamlet",      "island",     "stronghold",   "bastion",    "capital",  "country",
                        "half",         "part",     "third",       "quarter",    "east",         "west",       "north",    "south",
                        "garrison",     "fort",     "fortress",    "citadel",    "palace",       "station",    "hospital", "building",
                        "complex",      "compound", "dam",         "refinery",   "field",        "oilfield",   "junction", "position",
                        "post",         "enclave",  "pocket",      "zone",       "municipality", "settlement", "stretch",  "portion",
                        "swath",        "swathe",   "square",      "university", "school",       "mosque",     "embassy",  "residence",
                        "hotel",        "prison",   "jail",        "ground",     "soil",         "land",       "strip",    "peninsula",
                        "county",       "centre",   "center",      "outskirt",   "heartland",    "factory",    "mine",     "depot",
                        "checkpost",    "trench",   "line",        "frontline",  "facility",     "plant",      "site",     "locality",
                        "sector",       "rest",     "most",        "all",        "dock",         "terminal",   "tunnel",   "crossroads",
                        "everything",   "place",    "countryside", "terrain",    "state",        "parliament", "ministry", "studio"});
}

class Proposer {
 public:
  Proposer(const Reading& r, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts)
      : r_(r), codebook_(codebook), sentence_(sentence), drafts_(drafts), first_(drafts.size()) {}

  void run() {
    for (const Hit& hit : triggers_in(r_, codebook_, sentence_, ClaimType::control)) {
      const bool verb = r_.token(hit.token).upos == Upos::VERB;
      const std::string& f = hit.rule->frame;
      if (f == "take" && verb) take(hit);
      if (f == "control-of" && verb) control_of(hit);
      if (f == "nominal" && !verb) nominal(hit);
      if (f == "fall") fall(hit, verb);
      if (f == "drive-out" && verb) drive_out(hit);
      if (f == "in-control" && !verb) in_control(hit);
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
  }

 private:
  void take(const Hit& hit) {
    const TokenId v = hit.token;
    const bool passive = r_.is_passive(v);
    const auto place = passive ? passive_subject(r_, v) : object_of(r_, v);
    if (!place || !is_ground(r_, *place)) return;
    const auto holder = passive ? by_phrase(r_, v) : subject_of(r_, v);
    // "take", "run", "hold", "clear" of a place say nothing without someone armed or ruling behind them.
    if (!holder && one_of(r_.lemma(v), {"take", "run", "hold", "clear", "free", "ring", "leave", "secure", "dominate", "rule", "govern"}) &&
        !passive)
      return;
    if (holder && !can_hold(*holder)) return;
    if (one_of(r_.lemma(v), {"take", "run", "hold", "free", "clear", "secure", "dominate"}) && holder && !armed(*holder)) return;
    add(hit, *place, holder, r_.oblique(v, {"from"}));
  }

  void control_of(const Hit& hit) {
    const auto object = object_of(r_, hit.token) ? object_of(r_, hit.token) : passive_subject(r_, hit.token);
    if (!object || !one_of(r_.lemma(*object), {"control", "hold", "possession"})) return;
    auto place = r_.oblique(*object, {"of", "over", "in"});
    if (!place) place = r_.oblique(hit.token, {"of", "over", "in"});
    if (!place || !is_ground(r_, *place)) return;
    const auto holder = r_.is_passive(hit.token) ? by_phrase(r_, hit.token) : subject_of(r_, hit.token);
    if (holder && !can_hold(*holder)) return;
    add(hit, *place, holder, r_.oblique(hit.token, {"from"}));
  }

  void nominal(const Hit& hit) {
    const TokenId n = hit.token;
    const bool leaving = hit.rule->value == "lost";
    if (leaving) {
      const auto place = r_.oblique(n, {"from"});
      if (!place || !is_ground(r_, *place)) return;
      auto who = r_.oblique(n, {"of", "by"});
      if (!who) who = r_.child(n, {"nmod:poss"});
      if (!who || !can_hold(*who)) return;
      add(hit, *place, std::nullopt, who);
      return;
    }
    const auto place = r_.oblique(n, {"of"});
    if (!place || !is_ground(r_, *place)) return;
    auto holder = by_phrase(r_, n);
    if (!holder)
      if (const auto owner = r_.child(n, {"nmod:poss"}); owner && can_hold(*owner)) holder = owner;
    add(hit, *place, holder, r_.oblique(n, {"from"}));
  }

  void fall(const Hit& hit, bool verb) {
    if (verb) {
      const auto place = subject_of(r_, hit.token);
      if (!place || !is_ground(r_, *place)) return;
      auto holder = r_.oblique(hit.token, {"to", "under", "into"});
      if (holder && one_of(r_.lemma(*holder), {"hand", "control"}))
        holder = r_.oblique(*holder, {"of"}) ? r_.oblique(*holder, {"of"}) : r_.child(*holder, {"nmod:poss", "compound", "amod"});
      if (holder && !can_hold(*holder)) return;
      add(hit, *place, holder, std::nullopt);
    } else if (const auto place = r_.oblique(hit.token, {"of"}); place && is_ground(r_, *place)) {
      add(hit, *place, r_.oblique(hit.token, {"to"}), std::nullopt);
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
    const std::string mark = r_.case_of(n);
    if (mark == "under" || (one_of(r_.lemma(n), {"hand"}) && mark == "in")) {
      // "the dam is under government control", "a town under the control of the rebels"
      std::optional<TokenId> place = r_.child(n, {"nsubj"});
      if (!place && r_.token(n).head >= 0) {
        const auto up = static_cast<TokenId>(r_.token(n).head);
        place = r_.is(n, {"nmod"}) ? std::optional(up) : (r_.is_passive(up) ? passive_subject(r_, up) : subject_of(r_, up));
      }
      if (!place || !is_ground(r_, *place)) return;
      auto holder = r_.oblique(n, {"of"});
      if (!holder) holder = r_.child(n, {"nmod:poss", "compound"});
      if (!holder) holder = r_.child(n, {"amod"});
      if (!holder || !can_hold(*holder)) return;
      add(hit, *place, holder, std::nullopt);
    } else if (r_.lemma(n) == "control" && (mark == "in" || r_.is(n, {"obj", "nsubj", "conj", "obl"}))) {
      // "in control of the port", "have full control of", "government control in the west"
      auto place = r_.oblique(n, {"of", "over", "in"});
      if (!place || !is_ground(r_, *place)) return;
      std::optional<TokenId> holder;
      if (mark == "in") {
        holder = r_.child(n, {"nsubj"});
        if (!holder && r_.token(n).head >= 0) holder = subject_of(r_, static_cast<TokenId>(r_.token(n).head));
      } else if (const auto owner = r_.child(n, {"nmod:poss", "compound"})) {
        holder = owner;
      } else if (r_.is(n, {"obj"}) && r_.token(n).head >= 0 &&
                 one_of(r_.lemma(static_cast<TokenId>(r_.token(n).head)),
                        {"have", "keep", "maintain", "retain", "consolidate", "exercise"})) {
        holder = subject_of(r_, static_cast<TokenId>(r_.token(n).head));
      }
      if (!holder || !can_hold(*holder)) return;
      add(hit, *place, holder, std::nullopt);
    }
  }

  // "the rebel-held town of Douma", "government-controlled Aleppo".
  void compound(const Hit& hit) {
    const TokenId a = hit.token;
    const Token& k = r_.token(a);
    if (k.head < 0 || !r_.is(a, {"amod", "acl"})) return;
    const auto noun = static_cast<TokenId>(k.head);
    if (!is_ground(r_, noun)) return;
    std::optional<TokenId> holder = r_.child(a, {"obl", "compound", "nmod", "obl:agent", "nsubj", "amod", "obl:unmarked"});
    if (!holder || *holder > a || !can_hold(*holder)) return;
    add(hit, noun, holder, std::nullopt);
  }

  void leave(const Hit& hit) {
    const TokenId v = hit.token;
    const auto who = r_.is_passive(v) ? std::optional<TokenId>() : subject_of(r_, v);
    if (!who || !armed(*who)) return;
    auto place = r_.oblique(v, {"from", "out of"});
    if (!place) place = object_of(r_, v);
    // "pulled troops out of": the object is the force, the source the place.
    if (place && !is_ground(r_, *place)) place = r_.oblique(v, {"from", "out of"});
    if (!place || !is_ground(r_, *place)) return;
    add(hit, *place, std::nullopt, who);
  }

  void lose(const Hit& hit) {
    const auto who = subject_of(r_, hit.token);
    auto place = object_of(r_, hit.token);
    if (!place || !who || !armed(*who)) return;
    if (one_of(r_.lemma(*place), {"control", "hold", "grip"})) place = r_.oblique(*place, {"of", "over", "on"});
    if (!place || !is_ground(r_, *place)) return;
    const auto to = r_.oblique(hit.token, {"to"});
    add(hit, *place, to, who, to ? std::optional(ControlState::taken) : std::nullopt);
  }

  void siege(const Hit& hit) {
    const TokenId n = hit.token;
    if (r_.token(n).head >= 0) {
      const std::string& v = r_.lemma(static_cast<TokenId>(r_.token(n).head));
      if (r_.is(n, {"obj", "nsubj:pass", "nmod"}) && one_of(v, {"break", "lift", "end", "raise", "breaking", "lifting", "breach"})) return;
    }
    auto place = r_.oblique(n, {"of", "on", "at", "to"});
    if (!place && r_.case_of(n) == "under") place = r_.child(n, {"nsubj"}) ? r_.child(n, {"nsubj"}) : std::nullopt;
    if (!place || !is_ground(r_, *place)) return;
    auto holder = by_phrase(r_, n);
    if (!holder)
      if (const auto owner = r_.child(n, {"nmod:poss"}); owner && can_hold(*owner)) holder = owner;
    if (!holder && r_.token(n).head >= 0 && r_.is(n, {"obj"}) &&
        one_of(r_.lemma(static_cast<TokenId>(r_.token(n).head)), {"lay", "impose", "maintain"}))
      holder = subject_of(r_, static_cast<TokenId>(r_.token(n).head));
    add(hit, *place, holder, std::nullopt);
  }

  // "soldiers had been holed up at the base", "the base, where they were trapped"
  void trapped(const Hit& hit) {
    const TokenId v = hit.token;
    const auto who = r_.is_passive(v) ? passive_subject(r_, v) : subject_of(r_, v);
    if (!who || !armed(*who)) return;
    auto place = r_.oblique(v, {"in", "at", "inside", "around"});
    if (!place && r_.token(v).deprel == "acl:relcl" && r_.token(v).head >= 0) place = static_cast<TokenId>(r_.token(v).head);
    if (!place || !is_ground(r_, *place)) return;
    add(hit, *place, by_phrase(r_, v), std::nullopt);
  }

  // Forces that reach a besieged place relieve it; gather keeps this only where the report tells of the siege.
  void reach(const Hit& hit) {
    const auto place = object_of(r_, hit.token);
    const auto who = subject_of(r_, hit.token);
    if (!place || !who || !is_ground(r_, *place) || !armed(*who)) return;
    add(hit, *place, who, std::nullopt);
  }

  void break_siege(const Hit& hit, bool verb) {
    const TokenId t = hit.token;
    std::optional<TokenId> siege, holder;
    if (verb) {
      siege = r_.is_passive(t) ? passive_subject(r_, t) : object_of(r_, t);
      holder = r_.is_passive(t) ? by_phrase(r_, t) : subject_of(r_, t);
      if (siege && r_.lemma(t) == "relieve" && is_ground(r_, *siege)) {
        add(hit, *siege, holder, std::nullopt);
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
    auto place = r_.oblique(t, {"for", "over", "inside", "in", "within", "around"});
    const bool over = place && one_of(r_.case_of(*place), {"for", "over"});
    if (!place || !is_ground(r_, *place) || r_.mention_at<Timex>(*place)) {
      if (verb || r_.token(t).head < 0) return;
      const auto v = static_cast<TokenId>(r_.token(t).head);
      if (!one_of(r_.lemma(v), {"continue", "rage", "go", "ongoing", "persist", "erupt"})) return;
      place = r_.oblique(v, {"for", "over", "inside", "in", "within", "around"});
      if (!place || !is_ground(r_, *place)) return;
    }
    // Fighting in a place is contest only while it goes on for that place: "for", or told in the present or progressive.
    if (!over && !going_on(t, verb)) return;
    if (verb) {
      const auto who = subject_of(r_, t);
      if (!who || !armed(*who)) return;
    }
    add(hit, *place, std::nullopt, std::nullopt);
  }

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
    const auto place = r_.is_passive(v) ? passive_subject(r_, v) : object_of(r_, v);
    if (!place || !is_ground(r_, *place)) return;
    const auto to = r_.oblique(v, {"to"});
    const auto from = r_.is_passive(v) ? by_phrase(r_, v) : subject_of(r_, v);
    if (!to || !(can_hold(*to) || r_.mention_at<Place>(*to))) return;
    add(hit, *place, to, from);
  }

  [[nodiscard]] std::optional<TokenId> out_of_place(TokenId v) const {
    for (const TokenId c : r_.children(v))
      if (r_.is(c, {"obl"}) && r_.case_of(c).find("out") == 0) return c;
    return std::nullopt;
  }

  [[nodiscard]] bool can_hold(TokenId t) const {
    if (is_actor(r_, t)) return true;
    if (const Mention* m = r_.mention_at<Place>(t))
      return m->as<Place>()->type == PlaceType::country || m->as<Place>()->use == PlaceUse::associative;
    return r_.token(t).upos == Upos::PRON ||
           one_of(r_.lemma(t), {"government", "rebel", "opposition", "regime", "army", "column", "administration", "enemy"});
  }

  [[nodiscard]] bool armed(TokenId t) const {
    return can_hold(t) && party_kind(r_, t) != PartyKind::civilians &&
           (party_kind(r_, t) == PartyKind::combatants || r_.mention_at<Place>(t) || r_.token(t).upos == Upos::PRON ||
            r_.token(t).upos == Upos::PROPN ||
            one_of(r_.lemma(t), {"government", "rebel", "opposition", "regime", "army", "column", "administration", "group", "movement"}));
  }

  void add(const Hit& hit, TokenId ground, std::optional<TokenId> holder, std::optional<TokenId> from,
           std::optional<ControlState> other_state = std::nullopt) {
    const auto named = from_name<ControlState>(hit.rule->value);
    if (!named) return;
    const ControlState state = other_state.value_or(*named);
    for (const TokenId place : r_.coordinated(ground)) {
      if (place != ground && !is_ground(r_, place)) continue;
      bool twice = false;
      for (size_t i = first_; i < drafts_.size(); ++i)
        twice = twice || (drafts_[i].claim.type == ClaimType::control && drafts_[i].ground == place && drafts_[i].claim.state == state);
      if (twice) continue;
      Draft d;
      d.rule = hit.rule;
      d.trigger = hit.token;
      d.ground = place;
      if (is_part_word(r_.lemma(place)) && !r_.oblique(place, {"of"}))
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
      c.modality = modality_of(r_, hit.token);
      drafts_.push_back(std::move(d));
    }
  }

  // "large parts of Al-Hader", "the west of the city": the share as written, without the place.
  [[nodiscard]] std::string part_of(TokenId place) const {
    if (!is_part_word(r_.lemma(place))) return {};
    TokenId first = place;
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
    return std::nullopt;
  }

  const Reading& r_;
  const Codebook& codebook_;
  uint32_t sentence_;
  std::vector<Draft>& drafts_;
  size_t first_;
};

}  // namespace

bool is_part_word(const std::string& lemma) {
  return one_of(lemma, {"part",    "half",   "third",   "quarter",    "most",           "all",      "rest",  "stretch",
                        "portion", "swath",  "swathe",  "east",       "west",           "north",    "south", "majority",
                        "chunk",   "fifth",  "bulk",    "centre",     "center",         "outskirt", "edge",  "remainder",
                        "much",    "corner", "section", "two-thirds", "three-quarters", "area",     "pocket"});
}

bool is_ground(const Reading& r, TokenId head) {
  if (const Mention* m = r.mention_at<Place>(head)) {
    const Place* p = m->as<Place>();
    // A person or body named after a place is not the place.
    return p->use == PlaceUse::literal || r.is(head, {"obj", "nsubj:pass", "obl", "nmod"});
  }
  return is_ground_noun(r.lemma(r.content_head(head))) || is_ground_noun(r.lemma(head));
}

void propose_control(const Reading& reading, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts) {
  Proposer(reading, codebook, sentence, drafts).run();
}

}  // namespace herald::claim
