#include "claim/gather.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "claim/agents.h"
#include "claim/ground.h"
#include "claim/repeats.h"
#include "claim/roles.h"
#include "claim/setting.h"
#include "claim/totals.h"
#include "claim/violence.h"
#include "claim/when.h"
#include "claim/where.h"
#include "claim/who.h"

namespace herald::claim {
namespace {

class Gatherer {
 public:
  Gatherer(const Reading& r, std::vector<Draft>& drafts) : r_(r), drafts_(drafts), happenings_(find_happenings(r, drafts)) {}

  std::vector<Gathered> run() {
    responsibility();
    set_in_time(r_, drafts_, happenings_);
    set_in_place(r_, happenings_);
    for (Draft& d : drafts_) fill(d);
    dropped_ = fill_grounds(r_, drafts_);
    fold_repeats(r_, drafts_, dropped_);
    std::vector<Gathered> out;
    violence(out);
    for (size_t i = 0; i < drafts_.size(); ++i)
      if (!dropped_.count(i) && drafts_[i].claim.type != ClaimType::violence) out.push_back({drafts_[i].claim, i, drafts_[i].whole, {}});
    for (Gathered& g : out) g.doers = doer_options(r_, drafts_, g.claim, happening_of(g.claim));
    return out;
  }

 private:
  // "X claimed responsibility for the blast", "the attack was blamed on X", "responsibility was claimed by X".
  void responsibility() {
    for (const Attribution& a : r_.attributions) {
      if (a.kind != CueKind::responsibility || a.negated || a.source.empty() || base::starts_with_ignore_case(r_.text(a.source), "no "))
        continue;
      const uint32_t at = r_.analysis.token_at(a.cue.begin);
      if (at >= r_.analysis.tokens.size() || base::fold(r_.text(a.cue)).find("responsibilities") != std::string::npos) continue;
      Party p;
      p.text = std::string(r_.text(a.source));
      p.name = a.name.empty() ? p.text : a.name;
      p.ref = a.ref;
      p.span = a.source;
      claimed(at, p);
    }
    for (TokenId t = 0; t < r_.analysis.tokens.size(); ++t) {
      if (r_.lower(t) != "responsibility") continue;
      for (TokenId v = t + 1; v + 1 < r_.sentence_of(t).last; ++v)
        if (r_.lower(v + 1) == "by" && one_of(r_.lower(v), {"claimed", "taken", "accepted", "admitted"}))
          if (const auto by = by_phrase(r_, v); by && can_attack(r_, *by)) claimed(t, party_at(r_, *by));
    }
  }

  // Whose it is goes to the happening that the sentence itself tells of, and to the toll that this one is named for; else to the one most
  // is told of, the latest of equals.
  void claimed(TokenId cue, const Party& by) {
    const uint32_t sentence = r_.token(cue).sentence;
    Happening* best = nullptr;
    const auto here = [&](const Happening& h) { return h.last_sentence == sentence; };
    const auto open = [&](const Happening& h) {
      return h.kind && !h.by && !r_.in_headline(h.first_sentence) && h.first_sentence <= sentence;
    };
    for (Happening& h : happenings_)
      if (open(h) && (!best || here(h) > here(*best) || (here(h) == here(*best) && h.drafts.size() >= best->drafts.size()))) best = &h;
    if (!best) return;
    best->by = by;
    const auto toll = [&](const Happening& h) {
      return std::any_of(h.drafts.begin(), h.drafts.end(), [&](size_t i) { return drafts_[i].claim.harm.has_value(); });
    };
    if (best->first_sentence != sentence || toll(*best)) return;
    Happening* told = nullptr;
    for (Happening& h : happenings_)
      if (open(h) && h.kind == best->kind && toll(h) && dates_agree(h.date, best->date)) told = &h;
    if (told) told->by = by;
  }

  [[nodiscard]] const Happening* happening_of(const Claim& c) const {
    return c.incident.empty() ? nullptr : &happenings_[std::stoul(c.incident.substr(1))];
  }

  // "The war has claimed the lives of …"
  [[nodiscard]] bool done_by_war(const Draft& d) const {
    const auto subject = r_.child(d.trigger, {"nsubj"});
    return subject && one_of(r_.lemma(*subject), {"war", "conflict", "insurgency", "rebellion"});
  }

  // "In recent years", "over the years", "in the past".
  [[nodiscard]] bool long_ago(const Draft& d) const {
    const Sentence& s = r_.sentence_of(d.trigger);
    for (TokenId t = s.first; t + 1 < s.last; ++t)
      if ((one_of(r_.lower(t), {"recent", "past", "previous"}) && one_of(r_.lower(t + 1), {"years", "decades", "months"}) &&
           r_.clause_of(t) == r_.clause_of(d.trigger)) ||
          (r_.lower(t) == "the" && r_.lower(t + 1) == "years" && t > s.first && r_.lower(t - 1) == "over"))
        return true;
    return false;
  }

  // People who are refugees, those a whole war killed: the report's day is not theirs.
  [[nodiscard]] bool undated(const Draft& d) const {
    return done_by_war(d) || long_ago(d) || (d.claim.harm == Harm::displaced && r_.token(d.trigger).upos == Upos::NOUN);
  }

  // A toll of many months is the country's, one of days or weeks that of the battle.
  [[nodiscard]] bool of_a_war(const Draft& d) const {
    const Claim& c = d.claim;
    return done_by_war(d) || (c.date && c.date->period.start && r_.report.published &&
                              *c.date->period.start + std::chrono::days{120} < r_.report.published->day());
  }

  void fill(Draft& d) {
    Claim& c = d.claim;
    c.evidence = {r_.analysis.sentences[c.sentence].span};
    c.date = stated_date(r_, d.trigger);
    if (c.type == ClaimType::control) return;  // ground.cc
    c.place = stated_place(r_, d.trigger);
    if (!d.incident) {
      if (d.agent && !c.by) c.by = agent_of(r_, d);
      return;
    }
    const Happening& h = happenings_[*d.incident];
    c.incident = "i" + std::to_string(*d.incident);
    if (c.type == ClaimType::casualties) c.cumulative = totals(d);
    if (!c.date && h.date && !undated(d) && (!c.cumulative || spans_many_days(*h.date))) c.date = inherited(*h.date);
    if (c.place && h.located && !c.cumulative && (narrower(h.place->place, c.place->place) || compatible(h.place->place, c.place->place)))
      c.place.reset();
    if (c.place && !c.cumulative && told_nearer(r_, c, h)) c.place.reset();
    if (!c.place &&
        ((c.cumulative && of_a_war(d)) || is_nationwide(r_, c.sentence) ||
         (d.claim.figure.low.value_or(2) > 1 && (!h.place || h.place->place.method != PlaceMethod::named) && is_widespread(r_, d))))
      c.place = main_country(r_);
    if (!c.place && c.cumulative) c.place = main_place(r_);
    if (!c.place && h.place) {
      c.place = h.place;
      if (c.place->place.method == PlaceMethod::named) c.place->place.method = PlaceMethod::inherited;
    }
    if (d.agent) {
      c.by = agent_of(r_, d);
    } else if (c.type == ClaimType::casualties && c.harm != Harm::missing && r_.lemma(d.trigger) != "lose") {
      c.by = attacker_of(d, h);
    } else if (c.type == ClaimType::violence) {
      if (!c.by) c.by = h.by;
    }
    if (c.type == ClaimType::violence && !c.target) c.target = h.target;
  }

  // One person is a part of a running total where the same word tells of others who make one: "three doctors and a guard since May".
  [[nodiscard]] bool totals(const Draft& d) const {
    if (is_running_total(r_, d)) return true;
    return d.claim.figure.high == 1 && std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& x) {
             return x.trigger == d.trigger && x.claim.type == d.claim.type && x.claim.cumulative;
           });
  }

  // In a clash the other side did it; else the attacker, unless that is the victim.
  [[nodiscard]] std::optional<Party> attacker_of(const Draft& d, const Happening& h) const {
    if (d.claim.harm == Harm::captured || d.claim.harm == Harm::displaced) return std::nullopt;
    const auto same = [&](const std::optional<Party>& p) {
      if (!p || !d.claim.victims) return false;
      if (!p->ref.empty() && p->ref == d.claim.victims->ref) return true;
      const std::string a = " " + base::fold(p->text) + " ";
      const std::string b = " " + base::fold(d.claim.victims->text) + " ";
      const auto last = [](const std::string& s) { return s.substr(s.find_last_of(' ', s.size() - 2)); };
      // "Two rebels were killed when they attacked": the pronoun is theirs.
      const bool theirs = one_of(base::fold(p->text), {"they", "he", "she"}) && h.by_sentence == d.claim.sentence;
      return theirs || last(a) == last(b);
    };
    if (h.kind == Kind::clash) {
      const std::optional<Party> other = same(h.by) ? h.target : same(h.target) ? h.by : other_side(d);
      return other && dies_with(*other, d) ? std::nullopt : other;
    }
    if (same(h.by) || (h.by_sentence == d.claim.sentence && part_has_doer(d))) return std::nullopt;
    // A doer named far off may belong to something else that the report tells: better open than wrong.
    if (h.by_sentence && (*h.by_sentence > d.claim.sentence + 2 || *h.by_sentence + 2 < d.claim.sentence)) return std::nullopt;
    return h.by;
  }

  // "The toll stood at 41, including nine killed by guards": who did the part need not have done the whole.
  [[nodiscard]] bool part_has_doer(const Draft& d) const {
    return std::any_of(drafts_.begin(), drafts_.end(),
                       [&](const Draft& x) { return x.whole && &drafts_[*x.whole] == &d && x.agent && x.trigger != d.trigger; });
  }

  // "Sixty rebels, nine soldiers and a clerk died in the clashes" does not tell who killed whom.
  [[nodiscard]] bool dies_with(const Party& p, const Draft& d) const {
    return std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& x) {
      return x.trigger == d.trigger && x.claim.victims && x.claim.victims->span && p.span && p.span->begin < x.claim.victims->span->end &&
             x.claim.victims->span->begin < p.span->end;
    });
  }

  // Which side of a war a noun phrase speaks of: the state's forces, those who fight them, or neither.
  enum class Side { none, state, rebels };
  [[nodiscard]] Side side_of(TokenId head) const {
    const auto d = r_.describer.describe(head);
    if (d.party != PartyKind::combatants) return Side::none;
    if (d.body != actors::Body::none && d.side.empty()) return Side::state;
    if (!d.side.empty() && d.side != "coalition" && d.side != "peacekeepers") return Side::rebels;
    if (d.named) {
      const auto kind = r_.describer.registry().entry(d.named->hits.front().entry).kind;
      if (kind == actors::ActorKind::rebel || kind == actors::ActorKind::militia) return Side::rebels;
      if (kind == actors::ActorKind::army || kind == actors::ActorKind::police) return Side::state;
    }
    return Side::none;
  }

  // Who merely tells of the fight is no side of it.
  [[nodiscard]] bool may_fight(const Mention& m) const {
    return m.as<Actor>() && m.form != MentionForm::pronoun &&
           std::none_of(r_.attributions.begin(), r_.attributions.end(),
                        [&](const Attribution& a) { return a.kind == CueKind::speech && a.source.contains(m.span); });
  }

  // A clash whose sides the words leave open takes them from those who stand against each other near by.
  void fill_sides(Claim& c) const {
    const auto near = [&](Side side) -> std::optional<Party> {
      const Mention* best = nullptr;
      const auto away = [&](const Mention& x) { return std::abs(static_cast<int>(x.sentence) - static_cast<int>(c.sentence)); };
      for (const Mention& m : r_.mentions)
        if (may_fight(m) && away(m) <= 2 && side_of(m.head) == side && (!best || away(m) < away(*best))) best = &m;
      return best ? std::optional(party_over(r_, best->head, r_.noun_phrase(best->head))) : std::nullopt;
    };
    if (!c.by && !c.target) {
      const auto rebels = near(Side::rebels);
      const auto state = near(Side::state);
      if (!rebels || !state) return;
      const bool rebels_first = rebels->span && state->span && rebels->span->begin < state->span->begin;
      c.by = rebels_first ? rebels : state;
      c.target = rebels_first ? state : rebels;
    }
  }

  // In a clash told without its sides: those of the report that stand against the victims, nearest to them.
  [[nodiscard]] std::optional<Party> other_side(const Draft& d) const {
    if (!d.victim) return std::nullopt;
    const Side mine = side_of(*d.victim);
    if (mine == Side::none) return std::nullopt;
    const Mention* best = nullptr;
    for (const Mention& m : r_.mentions) {
      if (!may_fight(m)) continue;
      const Side theirs = side_of(m.head);
      if (theirs == Side::none || theirs == mine) continue;
      const auto away = [&](const Mention& x) { return std::abs(static_cast<int>(x.sentence) - static_cast<int>(d.claim.sentence)); };
      if (away(m) <= 2 && (!best || away(m) < away(*best))) best = &m;
    }
    return best ? std::optional(party_over(r_, best->head, r_.noun_phrase(best->head))) : std::nullopt;
  }

  [[nodiscard]] static ClaimDate inherited(ClaimDate d) {
    d.inherited = true;
    d.span.reset();
    return d;
  }

  // ---- violence ----

  // How well a draft's sentence states the happening: who did what to whom, by which means, with which toll, where and when; a word in
  // passing ("after the blast", "condemned the raid") states it badly.
  [[nodiscard]] int tells(const Draft& d, const Happening& h) const {
    const Claim& c = d.claim;
    int n = r_.in_headline(c.sentence) ? -20 : 0;
    if (d.agent) n += 2;
    if (d.target || d.victim) n += 2;
    if (c.date && !c.date->inherited) n += 1;
    if (c.place && c.place->place.method != PlaceMethod::inherited) n += 2;
    if (h.kind && (c.type == ClaimType::violence ? c.kind : manner_of(d)) == *h.kind) n += 2;
    if (r_.token(d.trigger).upos == Upos::VERB) n += 1;
    if (in_passing(d)) n -= 2;
    const bool harm =
        std::any_of(h.drafts.begin(), h.drafts.end(), [&](size_t i) { return is_harm(i) && drafts_[i].claim.sentence == c.sentence; });
    return harm ? n + 1 : n;
  }

  [[nodiscard]] bool is_harm(size_t i) const {
    const Claim& c = drafts_[i].claim;
    return c.type == ClaimType::casualties && (c.harm == Harm::killed || c.harm == Harm::wounded) && !c.cumulative && !dropped_.count(i);
  }

  // "the blast", "this attack": known already.
  [[nodiscard]] bool in_passing(const Draft& d) const {
    if (r_.token(d.trigger).upos == Upos::VERB) return false;
    for (const TokenId c : r_.children(d.trigger))
      if (r_.is(c, {"det"}) && one_of(r_.lower(c), {"the", "this", "that", "these", "those"})) return true;
    return false;
  }

  // A kind that the words themselves say stands against what the rest of the happening suggests: only an "attack" may turn out a bombing.
  [[nodiscard]] Kind kind_of(const Draft& d, const Happening& h) const {
    const Kind own = d.claim.kind;
    if (!h.kind || own == *h.kind) return own;
    const bool open = own == Kind::assault && d.rule && d.rule->armed && d.rule->object.empty();
    return (open && may_be(d.claim, *h.kind)) || (own == Kind::shooting && *h.kind == Kind::clash) ? *h.kind : own;
  }

  // Soldiers and police who killed someone did not do it with the bomb that the report tells of.
  [[nodiscard]] bool may_be(const Claim& c, Kind kind) const {
    return kind != Kind::bombing || !c.by || !c.by->span || side_of(r_.analysis.token_at(c.by->span->begin)) != Side::state;
  }

  // The kind that the sentence itself says of the happening.
  [[nodiscard]] std::optional<Kind> kind_told_in(uint32_t sentence, const Happening& h) const {
    for (const size_t i : h.drafts)
      if (drafts_[i].claim.type == ClaimType::violence && drafts_[i].claim.sentence == sentence) return kind_of(drafts_[i], h);
    return std::nullopt;
  }

  void violence(std::vector<Gathered>& out) {
    for (const Happening& h : happenings_) {
      std::optional<size_t> best, harm_draft;
      for (const size_t i : h.drafts) {
        if (drafts_[i].claim.type == ClaimType::violence && (!best || tells(drafts_[i], h) > tells(drafts_[*best], h))) best = i;
        if (is_harm(i) && (!harm_draft || tells(drafts_[i], h) > tells(drafts_[*harm_draft], h))) harm_draft = i;
      }
      if (best && !harm_draft && !told_enough(h)) continue;
      // The sentence of the toll may state it better than a word in passing elsewhere.
      if (best && harm_draft && tells(drafts_[*harm_draft], h) > tells(drafts_[*best], h) + 1 &&
          drafts_[*harm_draft].claim.sentence != drafts_[*best].claim.sentence) {
        Claim c = from_harm(drafts_[*harm_draft]);
        if (c.kind == Kind::assault && h.kind && may_be(c, *h.kind)) c.kind = *h.kind;
        if (const auto own = kind_told_in(c.sentence, h)) c.kind = *own;
        if (!c.by) c.by = h.by;
        out.push_back({std::move(c), std::nullopt, std::nullopt, {}});
      } else if (best) {
        Claim c = drafts_[*best].claim;
        c.kind = kind_of(drafts_[*best], h);
        if (!c.by) c.by = h.by;
        if (!c.target) c.target = h.target;
        if (c.kind == Kind::clash) fill_sides(c);
        if (!c.target && harm_draft && drafts_[*harm_draft].claim.victims && c.kind != Kind::clash)
          c.target = drafts_[*harm_draft].claim.victims;
        for (const size_t i : h.drafts)
          if (i != *best && drafts_[i].claim.type == ClaimType::violence && drafts_[i].claim.sentence != c.sentence)
            c.also.push_back(r_.analysis.sentences[drafts_[i].claim.sentence].span);
        out.push_back({std::move(c), std::nullopt, std::nullopt, {}});
      } else if (harm_draft) {
        out.push_back({from_harm(drafts_[*harm_draft]), std::nullopt, std::nullopt, {}});
      }
    }
  }

  // "Attacks on villages", "rocket attacks": bare plurals without a day are what goes on, not what happened.
  [[nodiscard]] bool is_theme(const Draft& d) const {
    if (r_.token(d.trigger).xpos != "NNS" || (d.claim.date && !d.claim.date->inherited)) return false;
    if (r_.is(d.trigger, {"obj", "nsubj:pass"})) return false;  // "jets carried out strikes"
    const auto& parts = r_.children(d.trigger);
    return std::none_of(parts.begin(), parts.end(), [&](TokenId c) { return r_.is(c, {"det", "nummod", "nmod:poss"}); });
  }

  // A bare word of violence with neither doer nor victim nor target is a theme ("to prevent bombings"), not a happening.
  [[nodiscard]] bool told_enough(const Happening& h) const {
    bool verb = false;
    bool dated = false;
    bool placed = false;
    for (const size_t i : h.drafts) {
      const Draft& d = drafts_[i];
      if (d.claim.type == ClaimType::violence && is_theme(d)) continue;
      if (d.agent || d.target || d.victim) return true;
      verb = verb || r_.token(d.trigger).upos == Upos::VERB;
      dated = dated || (d.claim.date && !d.claim.date->inherited);
      placed = placed || (d.claim.place && d.claim.place->place.method != PlaceMethod::inherited);
    }
    return verb || (dated && placed);
  }

  [[nodiscard]] Kind manner_of(const Draft& d) const {
    if (one_of(r_.lemma(d.trigger), {"shoot", "gun", "machine-gun"})) return Kind::shooting;
    if (d.agent && shoots(r_, *d.agent)) return Kind::shooting;
    for (const std::string& means : d.claim.means)
      if (const auto kind = kind_of_means(means)) return *kind;
    return Kind::assault;
  }

  // People killed by violence of unstated manner: an assault, unless weapons of the sentence say more.
  [[nodiscard]] Claim from_harm(const Draft& d) const {
    Claim c = d.claim;
    c.type = ClaimType::violence;
    c.kind = manner_of(d);
    c.harm.reset();
    c.figure = {};
    c.target = c.victims;
    c.victims.reset();
    c.party = PartyKind::unknown;
    c.groups.clear();
    c.also.clear();
    c.rule = "violence.from-harm";
    c.codes = {.acled = "Violence against civilians/Attack", .plover = "ASSAULT", .cameo = "180"};
    return c;
  }

  const Reading& r_;
  std::vector<Draft>& drafts_;
  std::vector<Happening> happenings_;
  std::set<size_t> dropped_;
};

}  // namespace

std::vector<Gathered> gather(const Reading& reading, std::vector<Draft>& drafts) {
  return Gatherer(reading, drafts).run();
}

}  // namespace herald::claim
