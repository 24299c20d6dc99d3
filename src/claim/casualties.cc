#include "claim/casualties.h"

#include <algorithm>

#include "claim/agents.h"
#include "claim/figures.h"
#include "claim/ground_roles.h"
#include "claim/harm.h"
#include "claim/roles.h"
#include "claim/rolls.h"
#include "claim/triggers.h"
#include "claim/victims.h"
#include "claim/violence.h"
#include "claim/who.h"
#include "herald/names.h"

namespace herald::claim {
namespace {

class Proposer {
 public:
  Proposer(const Reading& r, const Codebook& codebook, const Topics& topics, uint32_t sentence, std::vector<Draft>& drafts)
      : r_(r), codebook_(codebook), topics_(topics), sentence_(sentence), drafts_(drafts), first_(drafts.size()) {}

  void run() {
    for (const RollEntry& e : rolls_in(r_, codebook_, sentence_))
      if (*e.rank)
        add_ranked(e.hit, e.member, e.rank);
      else
        add_roll(e.hit, e.member);
    auto hits = triggers_in(r_, codebook_, sentence_, ClaimType::casualties);
    numbers_of(hits);
    // "Three hostages were killed" tells of the dead: those who are harmed already are not counted again for what they are.
    for (const bool last : {false, true})
      for (const Hit& hit : hits)
        if ((hit.rule->frame == "counted") == last && fits_kind(hit) && !is_purpose(r_, hit.token) &&
            !by_accident(r_, codebook_, hit.token) && !is_either_harm(r_, codebook_, hit))
          propose(hit);
  }

 private:
  void propose(const Hit& hit) {
    const std::string& frame = hit.rule->frame;
    if (frame == "transitive")
      transitive(hit);
    else if (frame == "intransitive")
      intransitive(hit);
    else if (frame == "nominal")
      nominal(hit);
    else if (frame == "predicate")
      predicate(hit);
    else if (frame == "lives")
      lives(hit);
    else if (frame == "toll")
      toll(hit);
    else if (frame == "counted")
      counted(hit);
    else if (frame == "suffer")
      suffer(hit);
    else if (frame == "custody")
      custody(hit);
  }

  // Verbs are tried as verbs and nouns as nouns: a rule may list both.
  [[nodiscard]] bool fits_kind(const Hit& hit) const {
    const bool verb = r_.is_verb(hit.token) || r_.token(hit.token).upos == Upos::AUX;
    const bool verbal = one_of(hit.rule->frame, {"transitive", "intransitive", "lives", "suffer"});
    return verb ? (verbal || r_.token(hit.token).xpos == "VBG" || hit.rule->frame == "predicate")
                : !verbal || hit.rule->frame == "predicate" || r_.lemma(hit.token) == "loss";
  }

  void add_roll(const Hit& hit, TokenId member) {
    const size_t before = drafts_.size();
    for (const TokenId m : listed(r_, member)) {
      const auto n = count_of(r_, m);
      if (!n || !is_people(r_, m) || m == hit.token) continue;
      const size_t total = add(hit, m, std::nullopt, *n);
      for (const TokenId part : parts_of(r_, m, hit.token))
        if (const auto k = count_of(r_, part); k && total < drafts_.size())
          if (const size_t at = add(hit, part, std::nullopt, *k); at < drafts_.size()) drafts_[at].whole = total;
    }
    // The whole is the nearest total told before.
    for (size_t i = before; i-- > 0;) {
      const Claim& c = drafts_[i].claim;
      if (c.type != ClaimType::casualties || !c.harm || name_of(*c.harm) != hit.rule->value || c.figure.low.value_or(0) < 2 ||
          drafts_[i].whole)
        continue;
      for (size_t k = before; k < drafts_.size(); ++k) drafts_[k].whole = i;
      break;
    }
  }

  void add_ranked(const Hit& hit, TokenId victim, const char* rank) {
    Quantity q;
    q.low = 2;
    q.vague = true;
    const size_t at = add(hit, victim, std::nullopt, q);
    if (at >= drafts_.size()) return;
    drafts_[at].claim.rank = rank;
    drafts_[at].claim.victims = party_at(r_, victim);
    // The whole is the nearest total told before.
    for (size_t i = first_; i-- > 0;)
      if (drafts_[i].claim.type == ClaimType::casualties && drafts_[i].claim.harm == drafts_[at].claim.harm &&
          drafts_[i].claim.rank.empty()) {
        drafts_[at].whole = i;
        break;
      }
  }

  void transitive(const Hit& hit) {
    const TokenId v = hit.token;
    if (is_unreal(r_, v) || r_.is_negated(v)) return;
    // "The injured trooper", "rescued the abducted trader": takes up what is told elsewhere, unless it counts.
    const auto own = own_figure(r_, v);
    if (!own && r_.is(v, {"amod"}) && r_.token(v).head > static_cast<int32_t>(v)) {
      const Mention* n = counting_mention(r_, static_cast<TokenId>(r_.token(v).head));
      if (!n || (n->first < v && n->as<Quantity>()->low.value_or(0) < 2)) return;
    }
    std::optional<TokenId> victim = r_.is_passive(v) ? subject_before(v) : object_of(r_, v);
    std::optional<TokenId> agent = r_.is_passive(v) ? by_phrase(r_, v) : subject_of(r_, v);
    if (const auto right = counted_behind(r_, hit.last); right && !r_.child(v, {"aux:pass"}) &&
                                                         (!r_.child(v, {"obj"}) || (victim && verb_between(*right, *victim))) &&
                                                         acceptable(hit, *right)) {
      victim = right;  // "killed nine traders and wounded dozens"
      agent = subject_of(r_, v);
      if (!agent && r_.is(v, {"acl"}) && r_.token(v).head >= 0) agent = static_cast<TokenId>(r_.token(v).head);
    }
    if (const auto elided = subject_of_elided(r_, v)) {
      victim = elided;
      agent = by_phrase(r_, v);
    }
    if (const auto beside = noun_beside(r_, v)) victim = beside;
    if (own && !r_.child(v, {"obj"})) {
      victim = own;
      agent = by_phrase(r_, v);
    }
    if (!r_.is_passive(v) && one_of(r_.lemma(v), {"wound", "hurt", "injure", "cripple"}) && victim && !written_count(r_, *victim) &&
        drafts_.size() == first_ && !can_wound(r_, codebook_, v))
      return;
    if (victim && *victim == hit.last && hit.last != v) {  // "took 15 villagers hostage", with the last word as the object
      victim = counted_behind(r_, v);
      if (!victim) victim = r_.child(hit.last, {"compound", "nmod:poss"});
      if (!victim) return;
    }
    if (victim && agent && *victim == *agent) agent.reset();
    // Places are captured too; that is ground, and control.cc codes it.
    if (hit.rule->value == "captured")
      if (const auto o = r_.child(v, {"obj"}); o && !acceptable(hit, *o)) return;
    if (hit.rule->armed && !someone_armed()) return;
    if (!victim || !acceptable(hit, *victim)) victim = bare_oblique(hit, r_.is_passive(v));
    if (!victim) {
      // A parser's slip must cost little: the figure just before a participle, or just behind a verb, is its victim.
      victim = counted_near(r_, v, hit.last, r_.token(v).xpos == "VBN" || r_.token(v).xpos == "VBD");
      if (!victim || !acceptable(hit, *victim)) return;
      if (*victim < v) agent = by_phrase(r_, v);
    }
    // "The army lost three men": who lost them did not do it.
    if (r_.lemma(v) == "lose") {
      const bool fighters = party_kind(r_, *victim) == PartyKind::combatants ||
                            (is_people(r_, *victim) && agent && party_kind(r_, *agent) == PartyKind::combatants);
      if (!written_count(r_, *victim) || !fighters) return;
      agent.reset();
    }
    const size_t before = drafts_.size();
    add_all(hit, *victim, agent);
    if (is_included(r_, *victim))
      for (size_t i = before; i-- > first_ && before < drafts_.size();)
        if (drafts_[i].claim.harm == drafts_[before].claim.harm && !drafts_[i].whole) {
          drafts_[before].whole = i;
          break;
        }
    other_subjects(hit, *victim, agent);
    if (const auto others = companions(r_, hit.last); others && acceptable(hit, *others)) add_all(hit, *others, agent);
  }

  // "Nine people were killed and 20 others wounded": what follows "were killed" belongs to the next participle.
  [[nodiscard]] std::optional<TokenId> subject_before(TokenId v) const {
    const auto subject = passive_subject(r_, v);
    if (subject && *subject > v && r_.child(v, {"aux:pass"})) return std::nullopt;
    // "one of three hotels where 20 people were killed": of two subjects the people.
    if (subject && !is_people(r_, *subject))
      for (const TokenId c : r_.children(v))
        if (c < v && r_.is(c, {"nsubj"}) && is_people(r_, c)) return c;
    return subject;
  }

  // A subject or object that the parser took for an adverbial though no preposition stands before it.
  [[nodiscard]] std::optional<TokenId> bare_oblique(const Hit& hit, bool before) const {
    for (const TokenId c : r_.children(hit.token))
      if (r_.token(c).deprel == "obl" && (c < hit.token) == before && r_.case_of(c).empty() && !r_.mention_at<Timex>(c) &&
          acceptable(hit, c))
        return c;
    return std::nullopt;
  }

  [[nodiscard]] bool verb_between(TokenId a, TokenId b) const {
    for (TokenId t = a + 1; t < b; ++t)
      if (r_.token(t).upos == Upos::VERB && !r_.is(t, {"amod"})) return true;
    return false;
  }

  void intransitive(const Hit& hit) {
    const TokenId v = hit.token;
    if (is_unreal(r_, v) || r_.is_negated(v)) return;
    if (const auto up = r_.governor(v); up && r_.lemma(*up) == "force" && is_unreal(r_, *up)) return;
    auto victim = forced_to(r_, v);
    if (!victim) victim = subject_of(r_, v);
    if (!victim || !acceptable(hit, *victim)) victim = bare_oblique(hit, true);
    if (!victim) victim = counted_near(r_, v, hit.last, true);
    if (!victim || !acceptable(hit, *victim)) return;
    if (hit.rule->object == "civilian" && !(written_count(r_, *victim) && party_kind(r_, *victim) != PartyKind::combatants)) return;
    add_all(hit, *victim, std::nullopt);
    other_subjects(hit, *victim, std::nullopt);
  }

  // "Nine clerks, including the chief, and five guards were killed": a list that the parser cut into two subjects.
  void other_subjects(const Hit& hit, TokenId victim, std::optional<TokenId> agent) {
    if (!r_.is(victim, {"nsubj"}) || !written_count(r_, victim)) return;
    for (const TokenId c : r_.children(hit.token))
      if (c != victim && c < hit.token && r_.token(c).deprel == r_.token(victim).deprel && written_count(r_, c) && acceptable(hit, c))
        add_all(hit, c, agent);
  }

  void nominal(const Hit& hit) {
    const TokenId n = hit.token;
    if (r_.is_negated(n)) return;
    if (hit.rule->value == "wounded") {  // "injuries to 14 people"
      const bool to = n + 1 < r_.sentence_of(n).last && r_.lower(n + 1) == "to";
      if (const auto counted = to ? counted_behind(r_, n + 1) : std::nullopt; counted && acceptable(hit, *counted) && !is_unreal(r_, n))
        add_all(hit, *counted, std::nullopt);
      return;
    }
    const auto owner = r_.child(n, {"nmod:poss"});
    auto victim = r_.oblique(n, {"of"});
    std::optional<TokenId> agent = by_phrase(r_, n);
    if (victim && owner && !agent) agent = owner;  // "the regime's slaughter of nine monks"
    if (!victim && hit.rule->value == "captured" && counted_arrests(hit)) return;
    if (!victim && owner && is_people(r_, *owner)) victim = owner;
    if (!victim) {
      if (const auto name = r_.child(n, {"compound"});
          name && r_.token(*name).upos == Upos::PROPN && is_people(r_, *name) && !one_of(r_.lemma(n), {"massacre", "slaughter"}))
        victim = name;
    }
    if (is_unreal(r_, n)) return;
    if (!victim || !acceptable(hit, *victim)) {
      // "Two killings": one of each.
      const auto q = one_of(r_.lemma(n), {"killing", "murder", "assassination"}) ? written_count(r_, n) : std::nullopt;
      if (q && !q->vague && q->low.value_or(2) > 1 && !r_.is(n, {"compound"})) add(hit, n, agent, *q);
      return;
    }
    add_all(hit, *victim, agent);
  }

  // "Police made six arrests", "mass arrests were carried out": as many people as there are arrests.
  bool counted_arrests(const Hit& hit) {
    const TokenId n = hit.token;
    const auto up = r_.governor(n);
    const bool made = up && one_of(r_.lemma(*up), {"make", "carry", "effect"}) && r_.is(n, {"obj", "nsubj:pass"});
    const auto det = r_.child(n, {"det"});
    const bool known = det && one_of(r_.lower(*det), {"the", "these", "those", "all", "any"});
    const auto count = written_count(r_, n) || (made && !known) ? count_of(r_, n) : std::nullopt;
    if (!count || is_unreal(r_, n) || (made && (is_unreal(r_, *up) || r_.is_negated(*up)))) return false;
    add(hit, n, made && !r_.is_passive(*up) ? subject_of(r_, *up) : by_phrase(r_, n), *count);
    return true;
  }

  void predicate(const Hit& hit) {
    const TokenId a = hit.token;
    if (r_.is_negated(a) || is_unreal(r_, a)) return;
    const bool verb = r_.token(a).upos == Upos::VERB;
    std::optional<TokenId> victim;
    std::optional<TokenId> agent;
    if (const auto number = number_before(a)) {
      victim = number;  // "four dead and 12 wounded"
    } else if (const auto q = written_count(r_, a); q && !verb) {
      victim = a;  // "20 dead"
    } else if (r_.is(a, {"xcomp", "advcl", "acl", "amod", "nmod"}) && r_.token(a).head >= 0 && !verb) {
      const auto governor = static_cast<TokenId>(r_.token(a).head);
      if (r_.is(a, {"amod", "acl", "nmod"}))
        victim = a > governor && written_count(r_, governor) ? std::optional(governor) : std::nullopt;  // "five soldiers dead"
      else
        victim = r_.is_passive(governor) ? passive_subject(r_, governor) : object_of(r_, governor);
    } else if (const auto subject = r_.child(a, {"nsubj", "nsubj:pass"}); subject && (r_.child(a, {"cop", "aux"}) || !verb)) {
      victim = subject;
    }
    if (!victim || (*victim != a && !acceptable(hit, *victim))) return;
    if (*victim != a && !written_count(r_, *victim) && !r_.child(a, {"cop", "aux"})) return;
    add_all(hit, *victim, agent);
  }

  [[nodiscard]] std::optional<TokenId> number_before(TokenId a) const {
    for (const uint32_t i : r_.mentions_in(sentence_))
      if (r_.mentions[i].as<Quantity>() && r_.mentions[i].last == a && r_.token(r_.mentions[i].head).upos != Upos::DET)
        return r_.mentions[i].head;
    return std::nullopt;
  }

  void lives(const Hit& hit) {
    if (is_unreal(r_, hit.token)) return;
    auto life = object_of(r_, hit.token);
    for (TokenId t = hit.token + 1; t < r_.sentence_of(hit.token).last && t < hit.token + 7 && !(life && r_.lemma(*life) == "life"); ++t)
      if (one_of(r_.lower(t), {"lives", "life"})) life = t;
    if (!life || r_.lemma(*life) != "life") return;
    if (const auto of = r_.oblique(*life, {"of"}))
      add_all(hit, *of, std::nullopt);
    else if (written_count(r_, *life))
      add_all(hit, *life, std::nullopt);
  }

  // "The number of soldiers killed rose to 43", "brought to nine the number of the missing": the harm's own words count nobody. The hits
  // under such a number are taken out.
  void numbers_of(std::vector<Hit>& hits) {
    const Sentence& s = r_.analysis.sentences[sentence_];
    for (TokenId n = s.first; n + 1 < s.last; ++n) {
      const bool definite = n > s.first && (r_.lower(n - 1) == "the" || (n > s.first + 1 && r_.lower(n - 2) == "the"));
      if (r_.lower(n) != "number" || r_.lower(n + 1) != "of" || !definite) continue;
      std::optional<Hit> harm;
      std::erase_if(hits, [&](const Hit& hit) {
        if (hit.token < n || hit.token > n + 10 || !(r_.descends(hit.token, n) || stands_with(n, hit.token))) return false;
        if (!harm) harm = hit;
        return true;
      });
      if (!harm || is_unreal(r_, n) || is_unreal(r_, harm->token) || is_either_harm(r_, codebook_, *harm)) continue;
      const auto of = r_.oblique(n, {"of"});
      const Mention* m = toll_figure(n, false);
      if (!m) continue;
      add(*harm, of.value_or(m->head), std::nullopt, *m->as<Quantity>());
      std::erase_if(hits, [&](const Hit& hit) { return hit.rule->frame == "toll" && toll_figure(hit.token, true) == m; });
    }
  }

  // Nothing but nouns and their words between the two: "the number of soldiers killed".
  [[nodiscard]] bool stands_with(TokenId n, TokenId harm) const {
    for (TokenId t = n; t < harm; ++t)
      if (r_.token(t).upos == Upos::VERB || r_.token(t).upos == Upos::AUX || r_.token(t).upos == Upos::PUNCT) return false;
    return true;
  }

  void toll(const Hit& hit) {
    const TokenId n = hit.token;
    if (r_.child(n, {"compound"}) && one_of(r_.lemma(*r_.child(n, {"compound"})), {"injury", "phone", "road"})) return;
    const Mention* m = toll_figure(n, true);
    if (m && !is_unreal(r_, n)) add(hit, m->head, std::nullopt, *m->as<Quantity>());
  }

  // "rose to 43", "at 12", "stood at", "bringing the toll to", "a toll of 16 dead"; what follows "from" is the old figure.
  [[nodiscard]] const Mention* toll_figure(TokenId n, bool of) const {
    const Sentence& s = r_.sentence_of(n);
    for (const uint32_t i : r_.mentions_in(sentence_)) {
      const Mention& m = r_.mentions[i];
      const Quantity* q = m.as<Quantity>();
      if (!q || q->vague) continue;
      const TokenId before = m.first > s.first ? m.first - 1 : m.first;
      const bool climbs =
          before > s.first && one_of(r_.lemma(before - 1), {"rise", "climb", "go", "jump", "increase", "soar", "mount", "grow"});
      const bool after_toll = m.first > n && (m.first <= n + 16 || climbs);
      const bool fronted = m.last <= n && m.last + 3 >= n && r_.lower(before) == "to";
      if (!after_toll && !fronted) continue;
      if ((of && r_.lower(before) == "of") || one_of(r_.lower(before), {"to", "at", "was", "is", "reached", "passed", "hit", "topped",
                                                                        "exceeded", "totalled", "totaled", "reaching", "passing"}))
        return &m;
    }
    return nullptr;
  }

  void counted(const Hit& hit) {
    const TokenId n = hit.token;
    if (r_.is_negated(n) || r_.is(n, {"compound"})) return;
    const auto of = r_.oblique(n, {"of"});
    auto q = written_count(r_, n);
    if (!q && of && one_of(r_.lemma(n), {"body", "corpse"}) && is_people(r_, *of)) q = count_of(r_, *of);
    if (!q || (q->vague && (hit.rule->value != "displaced" || q->low.value_or(0) < 24)) || is_unreal(r_, n)) return;
    const TokenId victim = of && is_people(r_, *of) ? *of : n;
    if (hit.rule->value != "killed" && (q->low == 1 || harmed(victim))) return;
    for (const TokenId c : r_.children(n))
      if (r_.lower(c) == "former") return;
    add(hit, victim, std::nullopt, *q);
  }

  [[nodiscard]] bool harmed(TokenId victim) const {
    return std::any_of(drafts_.begin() + static_cast<std::ptrdiff_t>(first_), drafts_.end(),
                       [&](const Draft& d) { return d.victim == victim; });
  }

  void suffer(const Hit& hit) {
    if (is_unreal(r_, hit.token) || r_.is_negated(hit.token)) return;
    auto object = object_of(r_, hit.token);
    // "one died and another received injuries": the participle that the parser makes of the verb.
    std::optional<TokenId> victim;
    if (r_.is(hit.token, {"amod"}) && r_.governor(hit.token) && hit.token > r_.sentence_of(hit.token).first) {
      object = r_.governor(hit.token);
      const TokenId before = hit.token - 1;
      const Mention* count = r_.mention_at<Quantity>(before);
      if (r_.lower(before) == "another" || count) victim = count ? count->head : before;
    }
    if (!object || !(r_.lower(*object).starts_with("injur") || r_.lower(*object).starts_with("wound")) || r_.is_negated(*object)) return;
    if (!victim) victim = subject_of(r_, hit.token);
    if (victim && acceptable(hit, *victim)) add_all(hit, *victim, std::nullopt);
  }

  void custody(const Hit& hit) {
    if (const auto victim = held_in(r_, hit.token); victim && acceptable(hit, *victim)) add_all(hit, *victim, std::nullopt);
  }

  [[nodiscard]] bool acceptable(const Hit& hit, TokenId victim) const {
    if (r_.is_negated(victim)) return false;  // "no guard was hurt"
    if (is_people(r_, victim)) return true;
    if (hit.rule->object == "civilian") return false;
    if (hit.rule->object == "anyone" && nameless(victim) &&
        (r_.token(victim).upos == Upos::PROPN || written_count(r_, victim) || (r_.child(victim, {"det"}) && r_.is(victim, {"nsubj:pass"}))))
      return true;
    // Who "was shot dead" is a person, and the name whom soldiers killed, though no lexicon has the noun or the name.
    const bool harmed = r_.is(victim, {"nsubj:pass"}) && (!plural_verb(hit.token) || r_.child(victim, {"conj"}));
    const bool killed = r_.is(victim, {"obj"}) && r_.token(victim).upos == Upos::PROPN && hit.rule->name == "casualties.kill";
    if ((harmed || killed) && hit.rule->frame == "transitive" && hit.rule->value != "displaced" && !is_ground(r_, victim) &&
        !r_.mention_at<Weapon>(victim) && !r_.mention_at<Timex>(victim) && !is_known_body(victim) && topics_.violent(sentence_, true) &&
        !topics_.criminal(sentence_) && (r_.token(victim).upos == Upos::PROPN || r_.child(victim, {"det"})) &&
        !r_.mention_at<Place>(victim) && codebook_.triggers(r_.lemma(victim), WordClass::noun).empty())
      return true;
    // A counted noun that the lexicon lacks may be people; places, weapons and attacks are not.
    return hit.rule->object.empty() && written_count(r_, victim) && !is_ground(r_, victim) && !is_animal(r_, victim) &&
           !r_.mention_at<Weapon>(victim) && codebook_.triggers(r_.lemma(victim), WordClass::noun).empty();
  }

  // No place, weapon, time or body that the resources know: whoever undergoes what only people do is then a person of unknown name or
  // trade.
  [[nodiscard]] bool nameless(TokenId t) const {
    return !is_ground(r_, t) && !is_actor(r_, t) && !r_.mention_at<Place>(t) && !r_.mention_at<Weapon>(t) && !r_.mention_at<Timex>(t) &&
           codebook_.triggers(r_.lemma(t), WordClass::noun).empty();
  }

  // Police, soldiers or others who bear arms are named in the sentence: who is picked up there is taken.
  [[nodiscard]] bool someone_armed() const {
    const Sentence& s = r_.analysis.sentences[sentence_];
    for (TokenId t = s.first; t < s.last; ++t)
      if (r_.is_nominal(t) && r_.describer.party_of(t) == PartyKind::combatants) return true;
    return false;
  }

  // A name that the tagger takes for an organisation, but that no registry knows, may be a person's.
  [[nodiscard]] bool is_known_body(TokenId t) const {
    const Mention* m = r_.mention_at<Actor>(t);
    return is_actor(r_, t) && !(m && m->form == MentionForm::name && m->as<Actor>()->ref.empty() && r_.token(t).upos == Upos::PROPN);
  }

  // One draft for each coordinated victim, then the parts that "including" names.
  void add_all(const Hit& hit, TokenId victim, std::optional<TokenId> agent) {
    const auto heads = listed(r_, first_of_list(r_, hit.token, victim));
    for (size_t i = 0; i < heads.size(); ++i) {
      const TokenId head = heads[i];
      if (head == hit.last && hit.last != hit.token) continue;
      if (i > 0 && head != victim && (describes_same(r_, heads[i - 1], head, hit.token) || names_again(r_, heads, i, hit.token))) continue;
      const auto count = count_of(r_, head);
      if (!count) continue;
      if (head != victim && !is_people(r_, head) &&
          !(written_count(r_, head) && codebook_.triggers(r_.lemma(head), WordClass::noun).empty()))
        continue;
      const size_t total = add(hit, head, agent, *count);
      // "At least 100 soldiers and fighters": plurals without a figure of their own share the one before them.
      if (count->low.value_or(0) > 1 && !count->vague)
        while (i + 1 < heads.size() && !written_count(r_, heads[i + 1]) && count_of(r_, heads[i + 1]) &&
               count_of(r_, heads[i + 1])->vague && heads[i + 1] <= head + 3) {
          ++i;
          if (total < drafts_.size()) share_figure(drafts_[total], heads[i]);
        }
      for (const TokenId part : parts_of(r_, head, hit.token)) {
        const auto n = count_of(r_, part);
        const size_t at = n && total < drafts_.size() ? add(hit, part, agent, *n) : SIZE_MAX;
        if (at >= drafts_.size()) continue;
        drafts_[at].whole = total;
        // "Six militants, including two women": who is counted among fighters is one.
        const PartyKind all = drafts_[total].claim.party;
        PartyKind& own = drafts_[at].claim.party;
        if (all == PartyKind::combatants || own == PartyKind::unknown) own = all;
      }
    }
  }

  void share_figure(Draft& d, TokenId other) const {
    Claim& c = d.claim;
    c.victims = party_over(r_, *d.victim, cover(*c.victims->span, r_.token(other).span));
    const PartyKind theirs = party_kind(r_, other);
    if (theirs != c.party) c.party = PartyKind::unknown;
  }

  [[nodiscard]] bool plural_verb(TokenId v) const {
    const auto aux = r_.child(v, {"aux:pass"});
    return !aux || one_of(r_.lower(*aux), {"were", "are"});
  }

  // What is harm by armed conflict only where something says so: arrests, executions by a court's order, one person's death.
  [[nodiscard]] bool out_of_scope(const Hit& hit, TokenId victim, const Quantity& count) const {
    const std::string& verb = r_.lemma(hit.token);
    const bool armed = party_kind(r_, victim) == PartyKind::combatants || topics_.violent(sentence_, false);
    if (hit.rule->value == "captured") return !armed && topics_.criminal(sentence_);
    const bool one = count.low == 1 && count.high == 1;
    if (one && one_of(verb, {"die", "death", "perish"})) return !armed;
    if (one && (hit.rule->value == "displaced" || (r_.lower(victim).ends_with("self") && !topics_.violent(sentence_, false)))) return true;
    if (one_of(verb, {"execute", "execution", "hang"})) {
      if (one && r_.token(victim).upos == Upos::PROPN) return true;
      // What the words of its own clause say: "was sentenced in a case in which 148 were executed" tells of others.
      TokenId top = hit.token;
      const auto relative = [&](TokenId v) {
        const auto& cs = r_.children(v);
        return std::any_of(cs.begin(), cs.end(), [&](TokenId c) { return one_of(r_.lower(c), {"which", "who", "whom"}); });
      };
      while (r_.governor(top) && !r_.is(top, {"acl:relcl"}) && !relative(top)) top = *r_.governor(top);
      const Sentence& s = r_.sentence_of(victim);
      for (TokenId t = s.first; t < s.last; ++t)
        if (one_of(r_.lemma(t), {"sentence", "convict", "conviction", "court", "penalty", "trafficker", "murderer", "amnesty"}) &&
            r_.descends(t, top))
          return true;
    }
    return false;
  }

  // The victim's noun phrase, from behind a verb or the figure of another that the tree took into it: "seven and injured scores".
  [[nodiscard]] Span own_words(TokenId victim) const {
    const Span words = r_.noun_phrase(victim);
    for (TokenId t = victim; t > r_.analysis.token_at(words.begin); --t) {
      const Mention* count = r_.mention_at<Quantity>(t);
      const bool verb = r_.token(t - 1).upos == Upos::VERB && (!r_.is(t - 1, {"amod"}) || (count && count->first == t));
      if (verb || (r_.token(t - 1).upos == Upos::CCONJ && count && count->first == t)) return {r_.token(t).span.begin, words.end};
    }
    return words;
  }

  // Index of the draft, or SIZE_MAX where the phrase has been coded already.
  size_t add(const Hit& hit, TokenId victim, std::optional<TokenId> agent, const Quantity& count) {
    const auto harm = from_name<Harm>(hit.rule->value);
    if (!harm || out_of_scope(hit, victim, count)) return SIZE_MAX;
    Span words = own_words(victim);
    if (const Mention* m = counting_mention(r_, victim); m && m->first < victim) words = cover(m->span, words);
    for (size_t i = first_; i < drafts_.size(); ++i) {
      const Claim& before = drafts_[i].claim;
      const bool same = drafts_[i].victim == victim || (before.victims && before.victims->span && before.victims->span->overlaps(words));
      if (same && (before.harm == harm || before.harm == Harm::killed)) return SIZE_MAX;
    }
    Draft d = draft_of(r_, hit);
    d.victim = victim;
    d.agent = doer_of_harm(r_, codebook_, hit.token, agent);
    Claim& c = d.claim;
    c.harm = harm;
    c.figure = count;
    c.victims = party_over(r_, victim, words);
    c.party = party_kind(r_, victim);
    c.groups = victim_groups(r_, victim);
    c.means = means_in(r_, sentence_);
    d.same_party_as_before = one_of(r_.lemma(r_.content_head(victim)), {"other", "another", "more"}) || is_ordinal_person(r_, victim) ||
                             (c.party == PartyKind::unknown && r_.token(victim).upos == Upos::NUM);
    if (d.same_party_as_before) take_party(c);
    drafts_.push_back(std::move(d));
    return drafts_.size() - 1;
  }

  // "Killing two soldiers and wounding five others": of the kind told just before, where that is one kind; but a boy shot dead does not
  // make children of the twenty others who were hurt.
  void take_party(Claim& c) const {
    std::optional<TokenId> trigger;
    for (size_t i = drafts_.size(); i-- > first_;) {
      const Draft& before = drafts_[i];
      if (before.whole || (trigger && before.trigger != *trigger)) continue;
      const bool civilians = before.claim.party == PartyKind::civilians;
      if (trigger && before.claim.party != c.party) {
        c.party = PartyKind::unknown;
        c.groups.clear();
        return;
      }
      if (!trigger && !(civilians && before.claim.figure.high == 1 && c.figure.low.value_or(0) > 1)) {
        c.party = before.claim.party;
        c.groups = before.claim.groups;
      }
      trigger = before.trigger;
    }
  }

  const Reading& r_;
  const Codebook& codebook_;
  const Topics& topics_;
  uint32_t sentence_;
  std::vector<Draft>& drafts_;
  size_t first_;
};

}  // namespace

void propose_casualties(const Reading& reading, const Codebook& codebook, const Topics& topics, uint32_t sentence,
                        std::vector<Draft>& drafts) {
  Proposer(reading, codebook, topics, sentence, drafts).run();
}

}  // namespace herald::claim
