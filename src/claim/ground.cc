#include "claim/ground.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "claim/ground_roles.h"
#include "claim/roles.h"
#include "claim/when.h"
#include "claim/where.h"
#include "claim/who.h"
#include "mention/times/anchor.h"

namespace herald::claim {
namespace {

class Filler {
 public:
  Filler(const Reading& r, std::vector<Draft>& drafts) : r_(r), roles_(r), drafts_(drafts) {}

  std::set<size_t> run() {
    for (Draft& d : drafts_)
      if (d.claim.type == ClaimType::control) {
        if (d.echo)
          fill_echo(d);
        else
          fill_ground(d);
        spell_out(d.claim.holder, d.agent);
        spell_out(d.claim.from, d.target);
        if (d.claim.modality == Modality::denied && d.claim.source.empty()) name_denier(d);
        remember(d.claim);
      }
    tie_grounds();
    fold_sieges();
    return dropped_;
  }

 private:
  [[nodiscard]] std::optional<Day> published() const {
    return r_.report.published ? std::optional(r_.report.published->day()) : std::nullopt;
  }

  void fill_ground(Draft& d) {
    Claim& c = d.claim;
    c.evidence = {r_.analysis.sentences[c.sentence].span};
    c.date = stated_date(r_, d.trigger);
    if (c.date && c.date->span && !dates(*c.date, d)) c.date.reset();
    if (is_event(c) && (!c.date || spans_many_days(*c.date)))
      if (const auto day = day_behind(d.trigger)) c.date = day;
    if (d.day)
      if (const auto day = day_behind(*d.day - 1)) c.date = day;
    if (d.ground) c.place = stands_alone(d) ? stands_for(*d.ground) : place_of(*d.ground);
    if (d.ground && r_.lower(*d.ground) == "it") c.place = told_last(d);
    if (c.place && c.place->span) grounds_.push_back(*c.place->span);
    if (!is_event(c)) long_lasting(d);
    if (c.modality == Modality::actual && c.date && published() && c.date->period.start && *c.date->period.start > *published())
      c.modality = Modality::planned;
    // "visited the rebel-held town": told beside, of the day it is told on and in no voice of its own.
    if (d.trigger > 0 && r_.word(d.trigger - 1) == "-") {
      c.date.reset();
      c.source.clear();
    }
    // What is planned lies ahead.
    if (c.modality == Modality::planned && c.date && published() && c.date->period.end && *c.date->period.end < *published())
      c.date.reset();
    if (c.date || c.modality == Modality::planned) return;
    if (is_event(c) && c.modality == Modality::actual && previous_date_ && !just_done(d.trigger)) c.date = previous_date_;
    if (c.modality == Modality::denied) c.date = day_of_place(c);
    if (!c.date && !(is_event(c) && background(d.trigger)))
      if (const auto day = published()) {
        ClaimDate date;
        date.period = {day, day};
        date.inherited = true;
        c.date = date;
      }
  }

  // "The rebels denied it": place and day of what they deny.
  void fill_echo(Draft& d) {
    Claim& c = d.claim;
    c.evidence = {r_.analysis.sentences[c.sentence].span};
    for (const Draft& o : drafts_) {
      if (&o == &d) break;
      if (o.claim.type != ClaimType::control || o.echo || o.ground != d.ground || o.claim.state != c.state) continue;
      c.place = o.claim.place;
      if (c.place) c.place->place.method = PlaceMethod::inherited;
      c.date = o.claim.date;
      if (c.date) c.date->inherited = true;
    }
  }

  // "It is to be given over": what the last sentence that told of ground told of first.
  [[nodiscard]] std::optional<ClaimPlace> told_last(const Draft& d) const {
    const Draft* best = nullptr;
    for (const Draft& o : drafts_)
      if (o.claim.type == ClaimType::control && o.claim.sentence < d.claim.sentence && o.claim.place &&
          (!best || o.claim.sentence > best->claim.sentence))
        best = &o;
    if (!best) return std::nullopt;
    ClaimPlace place = *best->claim.place;
    place.place.method = PlaceMethod::inherited;
    return place;
  }

  // Whose denial it is, where no attribution says so.
  void name_denier(Draft& d) const {
    const auto verb = d.echo ? std::optional(d.trigger) : roles_.denier(d.trigger);
    auto who = verb ? subject_of(r_, *verb) : std::nullopt;
    if (verb && !who) who = r_.child(*verb, {"compound"});  // "Rwanda denies", tagged as a noun
    if (!who || !roles_.can_hold(*who)) return;
    const Party voice = party_at(r_, *who);
    d.claim.source = {Voice{voice.name, voice.ref, voice.span}};
  }

  // "They stormed the depot", "the town was theirs": by the words of those who are meant.
  void spell_out(std::optional<Party>& party, std::optional<TokenId> head) const {
    if (!party || !head || !one_of(r_.lower(*head), {"they", "them", "it", "theirs", "their", "its"})) return;
    if (const auto meant = meant_by(*head)) party = party_over(r_, *meant, r_.noun_phrase(*meant));
  }

  // By the cluster, but for one who merely spoke elsewhere; else the armed subject told last or, of one's own words, the speaker.
  [[nodiscard]] std::optional<TokenId> meant_by(TokenId pronoun) const {
    const Span& at = r_.token(pronoun).span;
    if (const Mention* m = r_.mention_at<Actor>(pronoun); m && m->form == MentionForm::pronoun) {
      const Mention& first = r_.first_of_cluster(*m);
      if (&first != m && first.as<Actor>() && first.form != MentionForm::pronoun && roles_.armed(first.head) &&
          !speaks_elsewhere(first, at))
        return first.head;
    }
    const uint32_t sentence = r_.token(pronoun).sentence;
    if (const auto subject = fighters_before(sentence, pronoun)) return subject;
    for (const Attribution& a : r_.attributions) {
      if (a.kind != CueKind::speech || a.source.empty() || !holds(a, at)) continue;
      for (const Mention& m : r_.mentions)
        if (m.as<Actor>() && a.source.contains(m.span) && m.form != MentionForm::pronoun && roles_.armed(m.head)) return m.head;
    }
    for (uint32_t s = sentence; s > 0 && s + 2 > sentence; --s)
      if (const auto subject = fighters_before(s - 1, pronoun)) return subject;
    return std::nullopt;
  }

  static bool holds(const Attribution& a, const Span& span) {
    return std::any_of(a.content.begin(), a.content.end(), [&](const Span& s) { return s.contains(span); });
  }

  [[nodiscard]] bool speaks_elsewhere(const Mention& m, const Span& span) const {
    return std::any_of(r_.attributions.begin(), r_.attributions.end(),
                       [&](const Attribution& a) { return a.source.contains(m.span) && !holds(a, span); });
  }

  // The first armed subject of a sentence, else the first armed party; before a word.
  [[nodiscard]] std::optional<TokenId> fighters_before(uint32_t sentence, TokenId end) const {
    const Sentence& s = r_.analysis.sentences[sentence];
    std::optional<TokenId> any;
    for (TokenId t = s.first; t < s.last && t < end; ++t) {
      if (r_.token(t).upos == Upos::PRON || !r_.is_nominal(t) || !is_actor(r_, t) || party_kind(r_, t) != PartyKind::combatants ||
          !roles_.last_of_run(t) || roles_.speaks(t))
        continue;
      if (r_.is(t, {"nsubj", "nsubj:pass"})) return t;
      if (!any) any = t;
    }
    return any;
  }

  // "have regained the prison": as the report goes out.
  [[nodiscard]] bool just_done(TokenId verb) const {
    for (const TokenId c : r_.children(verb))
      if (r_.is(c, {"aux"}) && one_of(r_.lower(c), {"have", "has", "'ve"})) return true;
    return false;
  }

  // Told in passing, in a relative clause: its day may be any.
  [[nodiscard]] bool background(TokenId t) const {
    for (int steps = 0; steps < 4; ++steps) {
      if (r_.token(t).deprel == "acl:relcl") return true;
      if (r_.token(t).head < 0 || !r_.is(t, {"conj", "xcomp", "obj", "acl"})) return false;
      t = static_cast<TokenId>(r_.token(t).head);
    }
    return false;
  }

  static bool is_event(const Claim& c) {
    return c.state == ControlState::taken || c.state == ControlState::lost || c.state == ControlState::relieved ||
           c.state == ControlState::handed_over;
  }

  // "a nine-month blockade", "held the town for nearly two years": reaches back so far from the day of the change beside it, or from
  // publication.
  void long_lasting(Draft& d) const {
    Claim& c = d.claim;
    for (const uint32_t i : r_.mentions_in(c.sentence)) {
      const Mention& m = r_.mentions[i];
      const Timex* t = m.as<Timex>();
      if (!t || t->type != TimexType::duration || m.first == 0) continue;
      const bool before =
          m.last <= d.trigger && m.last + 3 > d.trigger && r_.token(m.last - 1).upos != Upos::PUNCT && no_verb(m.last, d.trigger);
      const bool lasts = m.first > d.trigger && r_.descends(m.head, d.trigger) && behind_for(m.first);
      if (!before && !lasts) continue;
      const auto end = change_beside(d) ? change_beside(d) : published();
      const auto start = end ? back_from(*end, t->value) : std::nullopt;
      if (!start) continue;
      ClaimDate date;
      date.period = {start, end};
      date.precision = precision_of(date.period);
      date.span = m.span;
      c.date = date;
      return;
    }
  }

  [[nodiscard]] bool behind_for(TokenId t) const {
    for (TokenId k = t; k > r_.sentence_of(t).first && k + 5 > t; --k)
      if (r_.lower(k - 1) == "for") return true;
    return false;
  }

  // The day of a change told in the same sentence, which ends what lasted till then.
  [[nodiscard]] std::optional<Day> change_beside(const Draft& d) const {
    for (const Draft& o : drafts_) {
      if (o.claim.type != ClaimType::control || o.claim.sentence != d.claim.sentence || !is_event(o.claim)) continue;
      if (const auto date = stated_date(r_, o.trigger); date && date->period.end && date->period.start == date->period.end)
        return date->period.end;
    }
    return std::nullopt;
  }

  // The day so long before another; nullopt for a length that is vague or has no days.
  static std::optional<Day> back_from(Day end, const std::string& length) {
    if (length.size() < 3 || length[0] != 'P' || length.size() > 6) return std::nullopt;
    const char unit = length.back();
    int n = 0;
    for (size_t i = 1; i + 1 < length.size(); ++i) {
      if (length[i] < '0' || length[i] > '9') return std::nullopt;
      n = 10 * n + (length[i] - '0');
    }
    if (unit == 'D') return end - std::chrono::days{n};
    if (unit == 'W') return end - std::chrono::days{7 * n};
    const std::chrono::year_month_day ymd{end};
    if (unit == 'Y') return clamped(ymd - std::chrono::years{n});
    if (unit == 'M') return clamped(ymd - std::chrono::months{n});
    return std::nullopt;
  }

  // 31 June is 30 June.
  static Day clamped(std::chrono::year_month_day d) { return d.ok() ? Day{d} : Day{d.year() / d.month() / std::chrono::last}; }

  // A single day named right behind a verb, before the next verb or comma: the day of it, whatever the parser hung it on.
  [[nodiscard]] std::optional<ClaimDate> day_behind(TokenId trigger) const {
    const Sentence& s = r_.sentence_of(trigger);
    for (TokenId t = trigger + 1; t < s.last; ++t) {
      if (r_.token(t).upos == Upos::VERB || (r_.token(t).upos == Upos::PUNCT && r_.word(t) != "-")) break;
      const Mention* m = r_.mention_at<Timex>(t);
      if (!m || r_.mention_at<Place>(t) || m->as<Timex>()->type != TimexType::date || m->as<Timex>()->value.ends_with("_REF")) continue;
      const Period p = times::days_of(*m->as<Timex>(), times::Relation::at, published());
      if (!p.start || p.start != p.end || (published() && *p.start > *published())) continue;
      ClaimDate date;
      date.period = p;
      date.precision = precision_of(p);
      date.span = m->span;
      return date;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool no_verb(TokenId from, TokenId to) const {
    for (TokenId t = from; t < to; ++t)
      if (r_.token(t).upos == Upos::VERB || r_.token(t).upos == Upos::ADP) return false;
    return true;
  }

  // The day of a change told without one: of the change told last, while the report is still at it.
  void remember(const Claim& c) {
    if (!is_event(c) || c.modality != Modality::actual || !c.date || c.date->inherited) return;
    const auto day = published();
    if (!day || !c.date->period.start || !c.date->period.end || *day - *c.date->period.start > std::chrono::days{7} ||
        spans_many_days(*c.date))
      return;
    // "took Gao on Sunday, two days after Kidal": what goes on is the later of the two.
    if (previous_date_ && previous_date_->period.start > c.date->period.start) return;
    previous_date_ = c.date;
    previous_date_->inherited = true;
    previous_date_->span.reset();
  }

  // A state told in the present holds on the day of publication: a day in another clause is of something else ("seized X in June and now
  // control Y"), unless it says since when.
  [[nodiscard]] bool dates(const ClaimDate& date, const Draft& d) const {
    if (r_.mention_at<Place>(r_.analysis.token_at(date.span->begin))) return false;
    if (is_event(d.claim)) return true;
    const TokenId t = d.trigger;
    const auto present = [&](TokenId v) { return one_of(r_.token(v).xpos, {"VBZ", "VBP"}); };
    bool now = present(t);
    for (const TokenId c : r_.children(t)) now = now || (r_.is(c, {"aux", "cop", "aux:pass"}) && present(c));
    if (!now) return true;
    const TokenId first = r_.analysis.token_at(date.span->begin);
    if (first > 0 && one_of(r_.lower(first - 1), {"since", "for"})) return true;
    return !date.period.start || !published() || *published() - *date.period.start <= std::chrono::days{2};
  }

  [[nodiscard]] bool has_name(const ClaimPlace& p) const {
    return p.place.at || std::any_of(p.place.name.begin(), p.place.name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // The place that the ground's phrase names, looked for behind "of" where the parser hung it elsewhere, or the one that it stands for.
  [[nodiscard]] std::optional<ClaimPlace> place_of(TokenId ground) const {
    if (!r_.mention_at<Place>(ground))
      if (const Mention* m = name_before(ground)) return ClaimPlace{*m->as<Place>(), m->span};
    if (is_settlement_noun(r_.lemma(ground)))
      if (auto named = named_behind(ground)) return named;
    auto place = place_at(r_, ground);
    if (place) place->place.name = place->place.name.substr(0, place->place.name.find(" from "));
    const bool beside =
        place && is_settlement_noun(r_.lemma(ground)) &&
        (place->place.method == PlaceMethod::relative || (place->place.name[0] >= 'a' && place->place.name[0] <= 'z' && place->place.at));
    if (place && has_name(*place) && !beside) return place;
    const Sentence& s = r_.sentence_of(ground);
    for (TokenId t = ground + 1; t + 1 < s.last && t <= ground + (is_part_word(r_.lemma(ground)) ? 2 : 1); ++t)
      if (one_of(r_.lower(t), {"of", "in", "at"}) && (t == ground + 1 || r_.token(t - 1).upos != Upos::VERB))
        for (TokenId k = t + 1; k < s.last && k <= t + 4; ++k) {
          if (r_.token(k).upos == Upos::VERB || r_.token(k).upos == Upos::PUNCT) break;
          if (r_.mention_at<Place>(k)) return place_at(r_, k);
        }
    if (auto known = stands_for(ground)) return known;
    if (beside) place->place.name = std::string(r_.text(r_.noun_phrase(ground)));
    if (beside) place->place.at.reset();
    return place;
  }

  // "the West Bank town of |Jenin|"
  [[nodiscard]] std::optional<ClaimPlace> named_behind(TokenId ground) const {
    const Sentence& s = r_.sentence_of(ground);
    if (ground + 2 >= s.last || r_.lower(ground + 1) != "of" || (r_.word(ground)[0] >= 'A' && r_.word(ground)[0] <= 'Z'))
      return std::nullopt;
    const Mention* m = r_.mention_at<Place>(ground + 2);
    return m && m->first == ground + 2 && m->form == MentionForm::name ? std::optional(ClaimPlace{*m->as<Place>(), m->span}) : std::nullopt;
  }

  static bool is_settlement_noun(const std::string& lemma) {
    return one_of(lemma, {"town", "city", "village", "capital", "stronghold", "enclave", "place", "township", "suburb", "port", "island",
                          "district", "province", "region"});
  }

  // "the siege", "its capture", "fighting goes on": a place told by what befalls it.
  [[nodiscard]] bool stands_alone(const Draft& d) const {
    return d.ground &&
           (*d.ground == d.trigger || r_.lower(*d.ground) == "it" || one_of(r_.lemma(*d.ground), {"siege", "blockade", "encirclement"}));
  }

  // "Kilo 16, the junction where …": the name before the comma.
  [[nodiscard]] const Mention* name_before(TokenId ground) const {
    const TokenId begin = r_.sentence_of(ground).first;
    TokenId t = ground;
    while (t > begin && (r_.token(t - 1).upos == Upos::ADJ || r_.token(t - 1).upos == Upos::NOUN || r_.token(t - 1).upos == Upos::DET)) --t;
    if (t < begin + 2 || r_.word(t - 1) != "," || t == ground) return nullptr;
    const Mention* m = r_.mention_at<Place>(t - 2);
    return m && m->form == MentionForm::name && m->as<Place>()->use == PlaceUse::literal ? m : nullptr;
  }

  // "the town", "a city that …", "the base": the place named last that such a word fits; its own kind of name where it has one.
  [[nodiscard]] std::optional<ClaimPlace> stands_for(TokenId ground) const {
    const std::string& noun = r_.lemma(ground);
    const auto of = r_.oblique(ground, {"of"});
    const bool its =
        r_.lower(ground) == "it" || (of && r_.lower(*of) == "it") ||
        (r_.child(ground, {"nmod:poss"}) && one_of(noun, {"capture", "recapture", "seizure", "fall", "conquest", "takeover", "retaking"}));
    const bool town = its || one_of(noun, {"town", "city", "village", "capital", "stronghold", "enclave", "place", "port", "township"});
    const bool site = !town && !is_part_word(noun) && is_ground(r_, ground);
    if (!town && !site) return std::nullopt;
    const auto det = r_.child(ground, {"det", "nmod:poss"});
    const bool indefinite = det && one_of(r_.lower(*det), {"a", "an", "another"});
    const uint32_t sentence = r_.token(ground).sentence;
    const Mention* best = nullptr;
    for (const Mention& m : r_.mentions) {
      const Place* p = m.as<Place>();
      if (!p || m.head >= ground || m.form != MentionForm::name || p->use != PlaceUse::literal ||
          (r_.report.dateline_span && r_.report.dateline_span->contains(m.span)))
        continue;
      if (m.sentence != sentence && (indefinite || sentence - m.sentence > 3)) continue;
      if (spoken_from(m)) continue;
      const bool fits = its || town
                            ? p->type == PlaceType::settlement || p->type == PlaceType::region || (its && p->type == PlaceType::facility)
                            : base::fold(p->name).find(noun == "base" ? "base" : noun) != std::string::npos;
      if (!fits || (indefinite && m.sentence == sentence && site)) continue;
      if (best && best->as<Place>()->type == PlaceType::settlement && p->type == PlaceType::region) continue;
      // What was fought over before is meant sooner than a place that merely lies between.
      if (best && fought_over(*best) && !fought_over(m) && !indefinite) continue;
      best = &m;
    }
    if (!best) return std::nullopt;
    ClaimPlace out{*best->as<Place>(), r_.token(ground).span};
    out.place.method = PlaceMethod::inherited;
    return out;
  }

  [[nodiscard]] bool nameless(const Draft& d) const {
    if (!d.ground || !d.claim.place) return true;
    const Place& p = d.claim.place->place;
    return !p.at && std::none_of(p.name.begin(), p.name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  [[nodiscard]] bool fought_over(const Mention& m) const {
    return std::any_of(grounds_.begin(), grounds_.end(), [&](const Span& s) { return s.contains(m.span) || m.span.contains(s); });
  }

  // "the radio, monitored in X": where a voice speaks.
  [[nodiscard]] bool spoken_from(const Mention& m) const {
    return std::any_of(r_.attributions.begin(), r_.attributions.end(), [&](const Attribution& a) { return a.source.contains(m.span); });
  }

  // What is denied of a place is of the day on which another says that it happened there.
  [[nodiscard]] std::optional<ClaimDate> day_of_place(const Claim& c) const {
    for (const Draft& o : drafts_) {
      if (&o.claim == &c) break;
      if (o.claim.type != ClaimType::control || !is_event(o.claim) || !c.place || !o.claim.place || !o.claim.date ||
          !compatible(c.place->place, o.claim.place->place) || o.claim.sentence + 4 < c.sentence)
        continue;
      ClaimDate date = *o.claim.date;
      date.inherited = true;
      date.span.reset();
      return date;
    }
    return std::nullopt;
  }

  // How well a sentence tells its claim: the place in its own words, the day, who; of states how long.
  [[nodiscard]] int fullness(const Draft& d) const {
    const Claim& c = d.claim;
    int n = r_.in_headline(c.sentence) ? -20 : 0;
    if (c.place && c.place->place.method == PlaceMethod::named) n += 3;
    if (c.date && !c.date->inherited) n += is_event(c) || spans_many_days(*c.date) ? 2 : 1;
    if (c.date && !c.date->inherited && is_event(c) && c.date->period.start == c.date->period.end) n += 1;
    if (c.date && c.date->period.start && spans_many_days(*c.date) && !is_event(c)) n += 3;
    if (d.agent) n += 1;
    if (!c.source.empty()) n += 1;
    return n;
  }

  // A siege or its end told twice: kept where told best, with what the other adds.
  void fold_sieges() {
    for (size_t i = 0; i < drafts_.size(); ++i)
      for (size_t k = i + 1; k < drafts_.size() && !dropped_.count(i); ++k) {
        Claim& a = drafts_[i].claim;
        Claim& b = drafts_[k].claim;
        if (dropped_.count(k) || a.type != ClaimType::control || b.type != a.type || a.state != b.state || a.modality != b.modality ||
            !siege_state(a))
          continue;
        if (!a.place || !b.place || !compatible(a.place->place, b.place->place) || a.part != b.part) continue;
        if (!a.source.empty() && !b.source.empty() && a.source.back().name != b.source.back().name) continue;
        const bool later = fullness(drafts_[k]) > fullness(drafts_[i]);
        Claim& keep = later ? b : a;
        Claim& drop = later ? a : b;
        if (!keep.holder) keep.holder = drop.holder;
        if (!keep.from) keep.from = drop.from;
        if (drop.sentence != keep.sentence) keep.also.push_back(r_.analysis.sentences[drop.sentence].span);
        keep.also.insert(keep.also.end(), drop.also.begin(), drop.also.end());
        dropped_.insert(later ? i : k);
      }
  }

  static bool siege_state(const Claim& c) { return c.state == ControlState::besieged || c.state == ControlState::relieved; }

  // "The siege was broken", "a key rebel town": the place that a neighbouring claim of the same change names.
  void tie_grounds() {
    for (size_t i = 0; i < drafts_.size(); ++i) {
      Draft& d = drafts_[i];
      Claim& c = d.claim;
      if (c.type != ClaimType::control) continue;
      if (nameless(d) && (stands_alone(d) || !d.ground || is_settlement_noun(r_.lemma(*d.ground)) ||
                          one_of(r_.lemma(*d.ground), {"base", "airbase", "garrison"}))) {
        const Draft* best = nullptr;
        int best_cost = 99;
        for (const Draft& o : drafts_) {
          if (o.claim.type != ClaimType::control || nameless(o)) continue;
          const bool akin = o.claim.state == c.state || (siege_state(c) && siege_state(o.claim)) || c.state == ControlState::contested ||
                            (c.state == ControlState::taken && o.claim.state == ControlState::held);
          if (!akin) continue;
          const int cost =
              2 * std::abs(static_cast<int>(o.claim.sentence) - static_cast<int>(c.sentence)) + (o.claim.state == c.state ? 0 : 1);
          if (cost < best_cost && (siege_state(c) || cost <= (c.sentence < 2 ? 7 : 3))) {
            best_cost = cost;
            best = &o;
          }
        }
        if (best) {
          c.place = best->claim.place;
          c.place->place.method = PlaceMethod::inherited;
          if (siege_state(c) && c.date && c.date->inherited && best->claim.state == c.state) c.date = best->claim.date;
        } else if (stands_alone(d)) {
          // "the siege", "its capture" of nothing named: the place the sentence gives, or no claim.
          c.place = stated_place(r_, d.trigger);
          if (!c.place) dropped_.insert(i);
        }
      }
      if (d.ground && !c.from && c.state == ControlState::taken) c.from = party_before(*d.ground);
    }
    // Reaching a place relieves it only where it was besieged; what ended a siege took it from those who laid it.
    for (size_t i = 0; i < drafts_.size(); ++i) {
      Claim& c = drafts_[i].claim;
      if (c.type != ClaimType::control || c.state != ControlState::relieved) continue;
      bool told = drafts_[i].rule->frame != "reach";
      for (size_t k = 0; k < drafts_.size(); ++k) {
        const Claim& o = drafts_[k].claim;
        if (k == i || o.type != ClaimType::control || !siege_state(o) || drafts_[k].rule->frame == "reach") continue;
        if (c.place && o.place && !compatible(c.place->place, o.place->place)) continue;
        told = true;
        if (!c.from) c.from = o.state == ControlState::besieged ? o.holder : o.from;
        if (o.state == ControlState::relieved && !c.holder) c.holder = o.holder;
      }
      if (!told) dropped_.insert(i);
    }
  }

  // "a key rebel town", "the former opposition bastion": who held it, by the word before.
  [[nodiscard]] std::optional<Party> party_before(TokenId ground) const {
    for (const TokenId c : r_.children(ground)) {
      if (c > ground || !r_.is(c, {"compound", "amod", "nmod:poss", "nmod"})) continue;
      if (is_side_word(r_.lemma(c))) return party_over(r_, c, r_.token(c).span);
    }
    return std::nullopt;
  }

  const Reading& r_;
  const GroundRoles roles_;
  std::vector<Draft>& drafts_;
  std::optional<ClaimDate> previous_date_;
  std::vector<Span> grounds_;  // places of the claims so far, as written
  std::set<size_t> dropped_;
};

}  // namespace

std::set<size_t> fill_grounds(const Reading& reading, std::vector<Draft>& drafts) {
  return Filler(reading, drafts).run();
}

}  // namespace herald::claim
