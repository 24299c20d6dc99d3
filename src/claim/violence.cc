#include "claim/violence.h"

#include <algorithm>

#include "claim/agents.h"
#include "claim/figures.h"
#include "claim/roles.h"
#include "claim/triggers.h"
#include "claim/who.h"
#include "herald/names.h"

namespace herald::claim {
namespace {

// "The president fired the general": who is the object of "fire" loses a post; who is shot at stands behind "on", "at" or "into".
bool is_dismissal(const Reading& r, TokenId verb) {
  if (!r.is_verb(verb) || r.lemma(verb) != "fire") return false;
  const auto whom = r.child(verb, {"obj", "nsubj:pass"});
  return whom && is_people(r, *whom);
}

// What a modifier makes of a bare "attack", "strike", "blast", "raid": "suicide attack", "rocket attack", "air raid".
std::optional<Kind> kind_of_modifier(const std::string& w) {
  if (one_of(w, {"air", "aerial", "drone", "helicopter", "jet", "airborne", "warplane"})) return Kind::airstrike;
  if (one_of(w, {"rocket", "missile", "mortar", "artillery", "shell", "tank"})) return Kind::shelling;
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
      if (is_unreal(r_, hit.token) || r_.is_negated(hit.token) || is_habit(r_, hit.token) || is_dismissal(r_, hit.token)) continue;
      const bool verb = r_.is_verb(hit.token);
      if (hit.rule->frame == "use")
        use(hit);
      else if (hit.rule->frame == "explode")
        explode(hit, verb);
      else if (verb)
        act(hit);
      else
        noun(hit);
    }
  }

 private:
  void act(const Hit& hit) {
    const TokenId v = hit.token;
    const bool passive = r_.is_passive(v);
    std::optional<TokenId> agent = passive ? by_phrase(r_, v) : subject_of(r_, v);
    std::optional<TokenId> target = passive ? passive_subject(r_, v) : object_of(r_, v);
    if (!target || (r_.lemma(v) == "open" || one_of(r_.lemma(v), {"fire", "set", "carry"})))
      if (const auto o = r_.oblique(v, {"on", "at", "against", "upon", "into", "with", "to"}); o && !r_.mention_at<Timex>(*o)) target = o;
    if (hit.rule->frame == "meet") {
      if (!agent || !is_actor(r_, *agent)) agent = neighbour_before(v);
      if (const auto with = r_.oblique(v, {"with", "against"})) target = with;
      if (!agent || !is_actor(r_, *agent)) return;
      if (!target)
        for (const TokenId side : r_.coordinated(*agent))
          if (!target && side > *agent && is_actor(r_, side)) target = side;
      if (r_.is(v, {"acl"}) && r_.token(v).xpos == "VBG" && !dated(v)) return;  // "rebels fighting the regime" tells who they are
      // "The ministers clashed": only where someone armed is in it.
      if (party_kind(r_, *agent) != PartyKind::combatants && !(target && party_kind(r_, *target) == PartyKind::combatants)) return;
    }
    Kind kind = from_name<Kind>(hit.rule->value).value_or(Kind::assault);
    if (one_of(r_.lemma(v), {"attack", "target", "strike", "hit", "raid"})) {
      const bool armed = (agent && is_actor(r_, *agent) && party_kind(r_, *agent) != PartyKind::civilians) || weapon_in_sentence() ||
                         (target && is_actor(r_, *target) && party_kind(r_, *target) == PartyKind::combatants) || hurt_in_sentence();
      if (!armed) return;
      if (agent && !is_actor(r_, *agent)) {
        if (const auto k = kind_of_weapon(*agent)) kind = *k;
      } else if (agent && shoots(r_, *agent)) {
        kind = Kind::shooting;
      }
    }
    if (agent && flies(*agent) && one_of(r_.lemma(v), {"attack", "hit", "strike", "raid", "pound", "bomb", "rocket", "target", "bombard"}))
      kind = Kind::airstrike;
    if (r_.lemma(v) == "fire" && !target && !weapon_in_sentence()) return;
    if (r_.lemma(v) == "fire" && target && is_people(r_, *target) == false && r_.child(v, {"obj"}) && is_people(r_, *r_.child(v, {"obj"})))
      return;
    add(hit, kind, agent, target);
  }

  // Where the parser lost the subject: the noun phrase right before the verb, or the first of those coordinated with it.
  [[nodiscard]] std::optional<TokenId> neighbour_before(TokenId v) const {
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

  void explode(const Hit& hit, bool verb) {
    const TokenId t = hit.token;
    if (!verb) {
      noun(hit);
      return;
    }
    std::optional<TokenId> agent, target;
    const auto subject = r_.is_passive(t) ? passive_subject(r_, t) : subject_of(r_, t);
    const auto object = object_of(r_, t);
    const bool bare = one_of(r_.lemma(t), {"rip", "tear", "blast", "go"});
    if (subject && is_actor(r_, *subject)) {
      agent = subject;
      if (object && !weapon_at(*object) && one_of(r_.lemma(t), {"blow", "blast"})) target = object;
      if (bare && !object) return;
    } else if (subject && !weapon_at(*subject) && bare) {
      return;
    }
    if (!subject && !object && bare) return;
    for (const auto mark : {"near", "in front of", "outside", "at", "next to", "inside", "through", "under", "beside", "on", "alongside"})
      if (!target)
        if (const auto o = r_.oblique(t, {mark}); o && !r_.mention_at<Timex>(*o) && !r_.mention_at<Place>(*o)) target = o;
    if (r_.is_passive(t) && !agent) agent = by_phrase(r_, t);
    add(hit, Kind::bombing, agent, target);
  }

  void noun(const Hit& hit) {
    TokenId n = hit.token;
    TokenId carrier = n;
    if (r_.relation(n) == "compound" || r_.relation(n) == "amod") {
      // "bomb attack": the head speaks; "the bombing suspects" names no happening.
      if (r_.token(n).head > static_cast<int32_t>(n)) {
        const auto up = static_cast<TokenId>(r_.token(n).head);
        if (!one_of(r_.lemma(up), {"campaign", "spree", "wave", "series", "incident", "operation", "mission"})) return;
        carrier = up;  // "a bombing campaign": its head has the roles
      }
    }
    Kind kind = from_name<Kind>(hit.rule->value).value_or(Kind::assault);
    const bool weapon_word = one_of(r_.lemma(n), {"bomb", "mine", "landmine", "grenade", "ied", "shell"});
    if (weapon_word && (!strikes(n) || r_.token(n).upos == Upos::PROPN)) return;
    for (const TokenId c : r_.children(n))
      if (r_.is(c, {"compound", "amod", "nmod"}) && c < n)
        if (const auto k = kind_of_modifier(r_.lemma(c));
            k && one_of(r_.lemma(n),
                        {"attack", "strike", "assault", "raid", "blast", "barrage", "fire", "explosion", "incident", "attempt", "ambush"}))
          kind = *k;
    if (carrier != n) n = carrier;
    std::optional<TokenId> agent = hit.rule->frame == "meet" ? by_phrase(r_, n) : doer_of_event(r_, codebook_, n);
    std::optional<TokenId> target;
    for (const auto mark : {"on", "against", "at", "of", "targeting", "near"})
      if (!target && hit.rule->frame != "meet")
        if (const auto o = r_.oblique(n, {mark});
            o && !r_.mention_at<Timex>(*o) &&
            (std::string_view(mark) != "of" || is_actor(r_, *o) || one_of(r_.lemma(n), {"bombing", "shelling", "storming", "bombardment"})))
          target = o;
    if (hit.rule->frame == "meet") sides(n, agent, target);
    // A light verb gives the noun its parties: "launched an attack on", "carried out two bombings", "were killed in an attack by".
    if (r_.token(n).head >= 0 && r_.is(n, {"obj", "nsubj:pass"})) {
      const auto v = static_cast<TokenId>(r_.token(n).head);
      if (one_of(r_.lemma(v), {"launch", "carry", "stage", "conduct", "mount", "make", "commit", "lead", "perpetrate", "execute", "unleash",
                               "open", "resume", "start"})) {
        if (!agent) agent = r_.is_passive(v) ? by_phrase(r_, v) : subject_of(r_, v);
        for (const auto mark : {"on", "against", "at"})
          if (!target)
            if (const auto o = r_.oblique(v, {mark}); o && !r_.mention_at<Timex>(*o)) target = o;
      }
    }
    if (generic(n) && !armed_context(agent, target)) return;
    if (agent && flies(*agent) && one_of(r_.lemma(n), {"strike", "raid", "attack", "sortie", "bombardment"})) kind = Kind::airstrike;
    add(hit, kind, agent, target);
  }

  [[nodiscard]] bool flies(TokenId t) const {
    return one_of(r_.lemma(t), {"warplane", "plane", "jet", "aircraft", "helicopter", "gunship", "drone", "fighter-bomber"}) ||
           (r_.mention_at<Weapon>(t) && r_.mention_at<Weapon>(t)->as<Weapon>()->means == "airstrike");
  }

  // "lobbed a grenade", "planted an IED", "rockets were fired": the weapon says the kind.
  void use(const Hit& hit) {
    const TokenId v = hit.token;
    const bool passive = r_.is_passive(v);
    const auto weapon = passive ? passive_subject(r_, v) : object_of(r_, v);
    if (!weapon) return;
    auto kind = kind_of_weapon(*weapon);
    if (!kind && one_of(r_.lemma(*weapon), {"bomb", "explosive", "grenade", "device", "mine", "ied"})) kind = Kind::bombing;
    if (!kind) return;
    if (one_of(r_.lemma(v), {"plant", "lay"}) && !hurt_in_sentence()) return;  // found before it went off
    const auto agent = passive ? by_phrase(r_, v) : subject_of(r_, v);
    std::optional<TokenId> target;
    for (const auto mark : {"at", "on", "into", "near", "targeting", "against", "towards"})
      if (!target)
        if (const auto o = r_.oblique(v, {mark}); o && !r_.mention_at<Timex>(*o)) target = o;
    if (!target)
      for (const TokenId c : r_.children(v))
        if (r_.is(c, {"advcl"}) && r_.lemma(c) == "target") target = object_of(r_, c);
    add(hit, *kind, agent, target);
  }

  // "clashes between A and B", "fighting with C".
  void sides(TokenId n, std::optional<TokenId>& agent, std::optional<TokenId>& target) {
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

  // Words that news uses for votes, games and markets as well.
  [[nodiscard]] bool generic(TokenId n) const {
    return one_of(r_.lemma(n), {"attack", "strike", "battle", "raid", "assault", "confrontation", "encounter", "fire", "operation",
                                "standoff", "blast", "explosion", "murder", "killing", "barrage"});
  }

  [[nodiscard]] bool armed_context(const std::optional<TokenId>& agent, const std::optional<TokenId>& target) const {
    const auto armed = [&](const std::optional<TokenId>& t) {
      return t && is_actor(r_, *t) && party_kind(r_, *t) == PartyKind::combatants;
    };
    return armed(agent) || armed(target) || weapon_in_sentence() || hurt_in_sentence() || told_just_before();
  }

  // The sentences before told of violence: "another explosion" after a bombing is one too.
  [[nodiscard]] bool told_just_before() const {
    return std::any_of(drafts_.begin(), drafts_.begin() + static_cast<std::ptrdiff_t>(first_), [&](const Draft& d) {
      return d.claim.sentence + 3 >= sentence_ &&
             (d.claim.type == ClaimType::violence || d.claim.harm == Harm::killed || d.claim.harm == Harm::wounded);
    });
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
    const std::string& means = m->as<Weapon>()->means;
    if (one_of(means, {"rocket", "artillery", "mortar", "missile"})) return Kind::shelling;
    if (one_of(means, {"drone", "barrel-bomb", "airstrike"})) return Kind::airstrike;
    if (one_of(means, {"suicide", "car-bomb", "ied", "mine", "grenade"})) return Kind::bombing;
    if (one_of(means, {"small-arms"})) return Kind::shooting;
    return std::nullopt;
  }

  void add(const Hit& hit, Kind kind, std::optional<TokenId> agent, std::optional<TokenId> target) {
    for (size_t i = first_; i < drafts_.size(); ++i)
      if (drafts_[i].claim.type == ClaimType::violence && drafts_[i].trigger == hit.token) return;
    Draft d;
    d.rule = hit.rule;
    d.trigger = hit.token;
    Claim& c = d.claim;
    c.type = ClaimType::violence;
    c.kind = kind;
    c.sentence = sentence_;
    c.trigger = cover(r_.token(hit.token).span, r_.token(hit.last).span);
    c.rule = hit.rule->name;
    c.codes = hit.rule->codes;
    c.means = means_in(r_, sentence_);
    if (agent && can_attack(r_, *agent)) d.agent = agent;
    if (target && !(d.agent && *d.agent == *target) && !one_of(r_.lower(*target), {"it", "this", "that", "which"})) d.target = target;
    if (d.agent) c.by = party_at(r_, *d.agent);
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
