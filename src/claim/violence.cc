#include "claim/violence.h"

#include <algorithm>

#include "claim/agents.h"
#include "claim/figures.h"
#include "claim/ground_roles.h"
#include "claim/roles.h"
#include "claim/triggers.h"
#include "claim/who.h"
#include "herald/names.h"

namespace herald::claim {
namespace {

// What a modifier makes of a bare "attack", "strike", "blast", "raid": "suicide attack", "rocket attack", "air raid".
std::optional<Kind> kind_of_modifier(const std::string& w) {
  if (one_of(w, {"air", "aerial", "drone", "helicopter", "jet", "airborne", "warplane"})) return Kind::airstrike;
  if (one_of(w, {"rocket", "missile", "mortar", "artillery", "shell", "tank", "grad", "katyusha"})) return Kind::shelling;
  if (one_of(w, {"bomb", "suicide", "car", "mine", "grenade", "ied", "landmine", "explosive", "device", "truck", "roadside", "bombing"}))
    return Kind::bombing;
  if (one_of(w, {"gun", "sniper", "shooting", "firing", "fire", "arms", "gunfire", "drive-by", "small-arms"})) return Kind::shooting;
  return std::nullopt;
}

class Proposer {
 public:
  Proposer(const Reading& r, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts)
      : r_(r), codebook_(codebook), sentence_(sentence), drafts_(drafts), first_(drafts.size()) {}

  void run() {
    for (const Hit& hit : triggers_in(r_, codebook_, sentence_, ClaimType::violence)) {
      if (is_unreal(r_, hit.token) || r_.is_negated(hit.token) || is_habit(r_, hit.token) || not_done(hit.token)) continue;
      if (hit.rule->frame == "use")
        use(hit);
      else if (!r_.is_verb(hit.token))
        noun(hit);
      else if (hit.rule->frame == "explode")
        explode(hit);
      else if (hit.rule->frame == "suffer")
        suffer(hit);
      else
        act(hit);
    }
  }

 private:
  using Head = std::optional<TokenId>;

  // An aim, a thing to be kept off, a thing to come: "ready to attack", "kept them from firing", "steps against shelling".
  [[nodiscard]] bool not_done(TokenId t) const {
    if (r_.token(t).upos != Upos::VERB) return false;
    for (const TokenId c : r_.children(t)) {
      if (r_.is(c, {"mark"}) && r_.lower(c) == "to" && r_.is(t, {"acl", "advcl"})) return true;
      if (r_.is(c, {"mark", "case"}) && c < t && one_of(r_.lower(c), {"from", "against"}) && r_.token(t).xpos == "VBG") return true;
      if (const Mention* m = r_.mention_at<Timex>(c);
          m && r_.report.published && m->as<Timex>()->period.start && *m->as<Timex>()->period.start > r_.report.published->day())
        return true;
    }
    return false;
  }

  // The first dependent with one of the adpositions, in their order, that is no time.
  [[nodiscard]] Head marked(TokenId t, std::initializer_list<std::string_view> marks) const {
    for (const std::string_view mark : marks)
      if (const auto o = r_.oblique(t, {mark}); o && !r_.mention_at<Timex>(*o)) return o;
    return std::nullopt;
  }

  void act(const Hit& hit) {
    const TokenId v = hit.token;
    const Rule& rule = *hit.rule;
    const bool passive = r_.is_passive(v);
    Head agent = passive ? by_phrase(r_, v) : subject_of(r_, v);
    Head target = passive ? passive_subject(r_, v) : object_of(r_, v);
    if (rule.object == "person" && !(target && is_people(r_, *target))) return;
    if (rule.object == "thing" && target && is_people(r_, *target)) return;
    if (!target || one_of(r_.lemma(v), {"open", "fire", "set"}))
      if (const auto o = marked(v, {"on", "at", "against", "upon", "into", "with", "to"})) target = o;
    const bool rounds = target && is_instrument(*target);
    if (rounds) {
      const TokenId instrument = *target;
      target = marked(v, {"on", "at", "against", "into", "towards"});
      if (!target) target = marked(instrument, {"on", "at", "against", "into", "towards"});
    }
    if (target && (r_.lower(*target) == "air" || r_.lower(*target) == "fire")) target.reset();
    if (r_.oblique(v, {"in", "into"}) && r_.lemma(*r_.oblique(v, {"in", "into"})) == "air") return;  // "shot in the air"
    if (rule.frame == "meet") {
      if (!agent || !is_actor(r_, *agent)) agent = neighbour_before(v);
      if (const auto with = r_.oblique(v, {"with", "against"})) target = with;
      if (!agent || !is_actor(r_, *agent)) return;
      if (!target)
        for (const TokenId side : r_.coordinated(*agent))
          if (!target && side > *agent && is_actor(r_, side)) target = side;
      if (r_.is(v, {"acl"}) && r_.token(v).xpos == "VBG" && !dated(v)) return;  // "rebels fighting the regime" tells who they are
      if (since_long(v)) return;
      // "The ministers clashed": only where someone armed is in it.
      if (!bears_arms(agent) && !bears_arms(target)) return;
    }
    if (rule.armed && !armed_context(agent, target)) return;
    // "a wave of attacks targeting judges": the noun tells it.
    if (r_.is(v, {"acl"}) && r_.token(v).xpos == "VBG" && r_.token(v).head >= 0 &&
        is_happening(r_, codebook_, static_cast<TokenId>(r_.token(v).head)))
      return;
    if (rule.name == "violence.gunfire" && !target && !rounds && !weapon_in_sentence() && !bears_arms(agent)) return;
    Kind kind = from_name<Kind>(rule.value).value_or(Kind::assault);
    if (kind == Kind::assault && agent && !is_actor(r_, *agent)) {
      if (const auto k = kind_of_weapon(*agent)) kind = *k;
    } else if (kind == Kind::assault && rule.armed && rule.object.empty() && agent && shoots(r_, *agent)) {
      kind = Kind::shooting;
    }
    if (agent && kind != Kind::clash && (flies(*agent) || (r_.lemma(v) == "bomb" && has_air_force(*agent)))) kind = Kind::airstrike;
    add(hit, v, kind, agent, target);
  }

  // "The convoy came under fire from rebels"; a minister comes under fire from critics, and so does a plan.
  void suffer(const Hit& hit) {
    const Head target = subject_of(r_, hit.token);
    Head agent = marked(hit.token, {"from", "by"});
    if (agent && !is_actor(r_, *agent)) agent.reset();
    const bool thing = target && (is_ground(r_, *target) || is_carrier(*target));
    if (!target || !(thing || armed_context(agent, target))) return;
    Kind kind = from_name<Kind>(hit.rule->value).value_or(Kind::assault);
    for (TokenId t = hit.token; t < hit.last; ++t)  // "came under rocket fire"
      if (const auto k = kind_of_modifier(r_.lemma(t))) kind = *k;
    add(hit, hit.token, kind, agent, target);
  }

  [[nodiscard]] bool is_carrier(TokenId t) const {
    return weapon_at(t) || one_of(r_.lemma(t), {"convoy", "car", "vehicle", "bus", "truck", "lorry", "van", "train", "boat", "ship",
                                                "plane", "motorcade", "jeep", "patrol", "position", "house", "home", "office"});
  }

  // "Rebels who have fought the army since 1983": a war, not a happening.
  [[nodiscard]] bool since_long(TokenId v) const {
    const auto since = r_.oblique(v, {"since"});
    const Mention* m = since ? r_.mention_at<Timex>(*since) : nullptr;
    const auto start = m ? m->as<Timex>()->period.start : std::nullopt;
    return start && r_.report.published && *start + std::chrono::days{365} < r_.report.published->day();
  }

  // Where the parser lost the subject: the noun phrase right before the verb, or the first of those coordinated with it.
  [[nodiscard]] Head neighbour_before(TokenId v) const {
    const TokenId first = r_.sentence_of(v).first;
    for (TokenId t = v; t-- > first;) {
      const Upos u = r_.token(t).upos;
      if (u == Upos::ADV || u == Upos::AUX || r_.lower(t) == ",") continue;
      if (!is_actor(r_, t)) return std::nullopt;
      TokenId out = t;
      if (r_.is(t, {"conj"}) && r_.token(t).head >= 0)
        for (const TokenId side : r_.coordinated(static_cast<TokenId>(r_.token(t).head)))
          if (side < out && is_actor(r_, side) && !r_.mention_at<Timex>(side)) out = side;
      return out;
    }
    return std::nullopt;
  }

  void explode(const Hit& hit) {
    const TokenId t = hit.token;
    Head agent, target;
    const auto subject = r_.is_passive(t) ? passive_subject(r_, t) : subject_of(r_, t);
    const auto object = object_of(r_, t);
    const bool bare = one_of(r_.lemma(t), {"rip", "tear", "blast", "go"});
    if (subject && is_actor(r_, *subject)) {
      agent = subject;
      if (object && !weapon_at(*object) && one_of(r_.lemma(t), {"blow", "blast"})) target = object;
      if (bare && !object) return;
      if (!object && !weapon_in_sentence() && r_.token(*subject).upos != Upos::PRON) return;  // "the senator exploded with anger"
    } else if (subject && !weapon_at(*subject) && bare) {
      return;
    }
    if (!subject && !object && bare) return;
    if (!target) {
      for (const auto mark : {"near", "in front of", "outside", "at", "next to", "inside", "through", "under", "beside", "on", "alongside"})
        if (!target)
          if (const auto o = marked(t, {mark}); o && !r_.mention_at<Place>(*o)) target = o;
    }
    // "exploded in a fish market": a site is what was attacked, a town where.
    if (const auto in = marked(t, {"in"});
        !target && in && r_.token(*in).upos == Upos::NOUN && !r_.mention_at<Place>(*in) &&
        !one_of(r_.lemma(*in),
                {"town",   "city",     "village", "district", "area",   "province", "region", "capital",       "north",
                 "south",  "east",     "west",    "country",  "suburb", "center",   "centre", "neighbourhood", "neighborhood",
                 "attack", "incident", "quarter", "state",    "part",   "air",      "hand",   "lap",           "face"}))
      target = in;
    if (r_.is_passive(t) && !agent) agent = by_phrase(r_, t);
    add(hit, t, Kind::bombing, agent, target);
  }

  // The head of a trigger of several words: "gun battle", "exchange of fire".
  [[nodiscard]] TokenId head_of(const Hit& hit) const {
    for (TokenId t = hit.token; t <= hit.last; ++t)
      if (const auto up = r_.token(t).head; up < static_cast<int32_t>(hit.token) || up > static_cast<int32_t>(hit.last)) return t;
    return hit.token;
  }

  void noun(const Hit& hit) {
    TokenId n = head_of(hit);
    const TokenId word = n;
    if (r_.is(n, {"compound", "amod"}) && r_.token(n).head > static_cast<int32_t>(n)) {
      // "bomb attack": the head speaks; "the bombing suspects" names no happening; "a bombing campaign": its head has the roles.
      const auto up = static_cast<TokenId>(r_.token(n).head);
      if (!one_of(r_.lemma(up), {"campaign", "spree", "wave", "series", "incident", "operation", "mission"})) return;
      n = up;
    }
    const bool meet = hit.rule->frame == "meet";
    if (meet && r_.oblique(n, {"against", "for", "over"}) && one_of(r_.lemma(n), {"fight", "battle"})) return;  // "the fight against crime"
    if (one_of(r_.lemma(word), {"bomb", "mine", "landmine", "grenade", "ied", "shell"}) &&
        (!strikes(word) || r_.token(word).upos == Upos::PROPN))
      return;
    if (one_of(r_.lemma(word), {"attack"}) && word > 0 && one_of(r_.lower(word - 1), {"heart", "panic", "asthma"})) return;
    Kind kind = from_name<Kind>(hit.rule->value).value_or(Kind::assault);
    if (one_of(r_.lemma(word),
               {"attack", "strike", "assault", "raid", "blast", "barrage", "fire", "explosion", "incident", "attempt", "ambush"}))
      for (const TokenId c : r_.children(word))
        if (r_.is(c, {"compound", "amod", "nmod"}) && c < word)
          if (const auto k = kind_of_modifier(r_.lemma(c))) kind = *k;
    Head agent = meet ? by_phrase(r_, n) : doer_of_event(r_, codebook_, n);
    Head target;
    if (meet) {
      sides(n, agent, target);
    } else {
      target = marked(n, {"on", "against", "at", "targeting", "near"});
      if (const auto of = r_.oblique(n, {"of"});
          !target && of && !r_.mention_at<Timex>(*of) &&
          (is_actor(r_, *of) || one_of(r_.lemma(n), {"bombing", "shelling", "storming", "bombardment", "hijacking", "looting"})))
        target = of;
      if (target && r_.lemma(*target) == "life") target = r_.child(*target, {"nmod:poss"});  // "an attempt on his life"
      // "launched a raid on": the verb may hold what the noun should.
      if (!target && r_.token(n).head >= 0 && r_.is(n, {"obj", "nsubj:pass"}) && is_doing(r_.lemma(static_cast<TokenId>(r_.token(n).head))))
        target = marked(static_cast<TokenId>(r_.token(n).head), {"on", "against", "at"});
    }
    if (hit.rule->armed && !armed_context(agent, target)) return;
    if (hit.rule->object == "person" && !agent && r_.oblique(n, {"of"}) && !is_people(r_, *r_.oblique(n, {"of"}))) return;
    if (r_.lemma(n) == "strike" && of_workers(n)) return;
    if (agent && flies(*agent) && one_of(r_.lemma(n), {"strike", "raid", "attack", "sortie", "bombardment"})) kind = Kind::airstrike;
    add(hit, word, kind, agent, target);
  }

  // "A hunger strike", "strikes and protests"
  [[nodiscard]] bool of_workers(TokenId n) const {
    const auto& parts = r_.children(n);
    return std::any_of(parts.begin(), parts.end(), [&](TokenId c) {
      return one_of(r_.lemma(c), {"hunger", "general", "labour", "labor", "protest", "demonstration", "rally", "march", "wildcat"});
    });
  }

  [[nodiscard]] bool flies(TokenId t) const {
    return one_of(r_.lemma(t), {"warplane", "plane", "jet", "aircraft", "helicopter", "gunship", "drone", "fighter-bomber"}) ||
           (r_.mention_at<Weapon>(t) && r_.mention_at<Weapon>(t)->as<Weapon>()->means == "airstrike");
  }

  // "Ruritania bombed the bridges", "bombed by coalition forces": a state bombs from the air.
  [[nodiscard]] bool has_air_force(TokenId t) const {
    if (const Mention* m = r_.mention_at<Place>(t)) return m->as<Place>()->type == PlaceType::country;
    const auto d = r_.describer.describe(t);
    return d.body == actors::Body::army || d.body == actors::Body::airforce || d.side == "coalition";
  }

  // "lobbed a grenade", "planted an IED", "rockets were fired": the weapon says the kind.
  void use(const Hit& hit) {
    const TokenId v = hit.token;
    const bool passive = r_.is_passive(v);
    Head weapon = passive ? passive_subject(r_, v) : object_of(r_, v);
    if (const auto with = r_.oblique(v, {"with"}); with && r_.lemma(v) == "pelt") {
      add(hit, v, kind_of_weapon(*with).value_or(Kind::assault), passive ? by_phrase(r_, v) : subject_of(r_, v), weapon);
      return;
    }
    const bool lands = one_of(r_.lemma(v), {"land", "fall", "slam", "rain"});
    if (lands) weapon = subject_of(r_, v);
    if (!weapon) return;
    auto kind = kind_of_weapon(*weapon);
    if (!kind && one_of(r_.lemma(*weapon), {"bomb", "explosive", "grenade", "device", "mine", "ied"})) kind = Kind::bombing;
    if (!kind) return;
    if (kind == Kind::bombing && r_.lemma(v) == "drop" && r_.lemma(*weapon) == "bomb") kind = Kind::airstrike;
    if (one_of(r_.lemma(v), {"plant", "lay"}) && !hurt_in_sentence()) return;  // found before it went off
    const Head agent = lands ? std::nullopt : passive ? by_phrase(r_, v) : subject_of(r_, v);
    Head target = marked(v, {"at", "on", "into", "near", "targeting", "against", "towards", "toward"});
    if (const auto in = marked(v, {"in"}); !target && in && !r_.mention_at<Place>(*in)) target = in;
    if (!target)
      for (const TokenId c : r_.children(v))
        if (r_.is(c, {"advcl"}) && r_.lemma(c) == "target") target = object_of(r_, c);
    add(hit, v, *kind, agent, target);
  }

  // "clashes between A and B", "fighting with C".
  void sides(TokenId n, Head& agent, Head& target) {
    if (const auto between = r_.oblique(n, {"between", "among"})) {
      agent = between;
      const auto both = r_.coordinated(*between);
      if (both.size() > 1) target = both[1];
    } else if (const auto with = r_.oblique(n, {"with", "against"})) {
      target = with;
      if (!agent && r_.token(n).head >= 0) {
        const auto v = static_cast<TokenId>(r_.token(n).head);
        if (r_.token(v).upos == Upos::VERB && !r_.is(n, {"nsubj"}))
          if (const auto s = r_.is_passive(v) ? passive_subject(r_, v) : subject_of(r_, v); s && is_actor(r_, *s)) agent = s;
      }
    }
  }

  // "a car bomb killed", "when a mine hit": a weapon that acts stands for its blast.
  [[nodiscard]] bool strikes(TokenId n) const {
    if (r_.is(n, {"nsubj"}) && r_.token(n).head >= 0) return r_.token(static_cast<TokenId>(r_.token(n).head)).upos == Upos::VERB;
    if (r_.is(n, {"obl"}) && r_.token(n).head >= 0 && one_of(r_.case_of(n), {"by", "in", "from", "under"})) {
      const std::string& v = r_.lemma(static_cast<TokenId>(r_.token(n).head));
      return one_of(v, {"kill", "wound", "injure", "hit", "strike", "destroy", "die", "damage", "maim", "target", "hurt", "come"});
    }
    return false;
  }

  [[nodiscard]] bool dated(TokenId v) const {
    for (const TokenId c : r_.children(v))
      if (r_.mention_at<Timex>(c)) return true;
    return false;
  }

  [[nodiscard]] bool bears_arms(const Head& t) const { return t && is_actor(r_, *t) && party_kind(r_, *t) == PartyKind::combatants; }

  [[nodiscard]] bool armed_context(const Head& agent, const Head& target) const {
    return bears_arms(agent) || bears_arms(target) || weapon_in_sentence() || hurt_in_sentence() || told_just_before();
  }

  // The sentences before told of violence: "another explosion" after a bombing is one too.
  [[nodiscard]] bool told_just_before() const {
    return std::any_of(drafts_.begin(), drafts_.begin() + static_cast<std::ptrdiff_t>(first_), [&](const Draft& d) {
      return d.claim.sentence + 3 >= sentence_ &&
             (d.claim.type == ClaimType::violence || d.claim.harm == Harm::killed || d.claim.harm == Harm::wounded);
    });
  }

  // "Fired 40 rounds", "used force": what it is done with, not whom it is done to.
  [[nodiscard]] bool is_instrument(TokenId t) const {
    return one_of(r_.lemma(t),
                  {"round", "shot", "bullet", "volley", "gas", "teargas", "shell", "canister", "force", "baton", "truncheon", "cannon"});
  }

  [[nodiscard]] bool weapon_at(TokenId t) const { return r_.mention_at<Weapon>(t) != nullptr; }

  [[nodiscard]] bool weapon_in_sentence() const {
    for (const uint32_t i : r_.mentions_in(sentence_))
      if (r_.mentions[i].as<Weapon>()) return true;
    return false;
  }

  [[nodiscard]] bool hurt_in_sentence() const {
    const Sentence& s = r_.analysis.sentences[sentence_];
    for (TokenId t = s.first; t < s.last; ++t)
      if (one_of(r_.lemma(t), {"kill", "wound", "injure", "die", "dead", "casualty", "bomb", "murder", "gunman", "militant", "rebel",
                               "insurgent", "terrorist"}))
        return true;
    return false;
  }

  [[nodiscard]] std::optional<Kind> kind_of_weapon(TokenId t) const {
    const Mention* m = r_.mention_at<Weapon>(t);
    if (!m) return std::nullopt;
    return kind_of_means(m->as<Weapon>()->means);
  }

  // "a bombing campaign targeting churches", "the clinic bombing": what the attack is said to be meant for or is named by.
  [[nodiscard]] Head aimed_at(TokenId trigger) const {
    const Sentence& s = r_.sentence_of(trigger);
    for (TokenId t = trigger + 1; t < s.last && t < trigger + 12; ++t) {
      if (r_.token(t).xpos == "VBG" && r_.lemma(t) == "target") {
        if (const auto object = object_of(r_, t)) return object;
        Head last;  // the parser may hang it elsewhere: the nouns right behind
        for (TokenId n = t + 1; n < s.last && (r_.is_nominal(n) || r_.token(n).upos == Upos::DET || r_.token(n).upos == Upos::ADJ); ++n)
          if (r_.is_nominal(n)) last = n;
        return last;
      }
      if (one_of(r_.lemma(t), {"aim", "direct"}) && t + 1 < s.last && r_.lower(t + 1) == "at") return r_.oblique(t, {"at"});
      if (r_.is_verb(t)) break;
    }
    if (r_.token(trigger).upos == Upos::NOUN)
      for (const TokenId c : r_.children(trigger))
        if (c < trigger && r_.is(c, {"compound"}) && r_.token(c).upos == Upos::NOUN && is_ground(r_, c) && !r_.mention_at<Weapon>(c))
          return c;
    return std::nullopt;
  }

  void add(const Hit& hit, TokenId trigger, Kind kind, Head agent, Head target) {
    for (size_t i = first_; i < drafts_.size(); ++i)
      if (drafts_[i].claim.type == ClaimType::violence && drafts_[i].trigger == trigger) return;
    Draft d = draft_of(r_, hit);
    d.trigger = trigger;
    Claim& c = d.claim;
    c.kind = kind;
    c.means = means_in(r_, sentence_);
    // Whoever throws something at others attacks them, be it villagers.
    if (agent && (can_attack(r_, *agent) || (hit.rule->frame == "use" && is_people(r_, *agent)))) d.agent = agent;
    if (!target) target = aimed_at(trigger);
    if (target && !(d.agent && *d.agent == *target) && !one_of(r_.lower(*target), {"it", "this", "that", "which"})) d.target = target;
    if (d.agent) c.by = agent_of(r_, d);
    if (d.target) c.target = party_at(r_, *d.target);
    drafts_.push_back(std::move(d));
  }

  const Reading& r_;
  const Codebook& codebook_;
  uint32_t sentence_;
  std::vector<Draft>& drafts_;
  size_t first_;
};

}  // namespace

std::optional<Kind> kind_of_means(const std::string& means) {
  if (one_of(means, {"rocket", "artillery", "mortar", "missile", "tank", "naval"})) return Kind::shelling;
  if (one_of(means, {"drone", "barrel-bomb", "cluster-bomb", "airstrike"})) return Kind::airstrike;
  if (one_of(means, {"suicide", "car-bomb", "ied", "mine", "grenade", "bomb"})) return Kind::bombing;
  if (one_of(means, {"small-arms", "machine-gun", "sniper"})) return Kind::shooting;
  if (one_of(means, {"stones", "knife", "blunt"})) return Kind::assault;
  return std::nullopt;
}

std::vector<std::string> means_in(const Reading& r, uint32_t sentence) {
  std::vector<std::string> out;
  for (const uint32_t i : r.mentions_in(sentence))
    if (const Weapon* w = r.mentions[i].as<Weapon>(); w && !w->means.empty() && std::find(out.begin(), out.end(), w->means) == out.end())
      out.push_back(w->means);
  return out;
}

bool shoots(const Reading& r, TokenId doer) {
  return one_of(r.lemma(doer), {"gunman", "sniper", "shooter", "marksman", "gunmen", "rifleman", "hitman"});
}

void propose_violence(const Reading& reading, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts) {
  Proposer(reading, codebook, sentence, drafts).run();
}

}  // namespace herald::claim
