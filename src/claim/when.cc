#include "claim/when.h"

#include <algorithm>
#include <cmath>

#include "claim/passing.h"
#include "mention/times/anchor.h"
#include "mention/times/times.h"

namespace herald::claim {
namespace {

using std::chrono::days;

std::optional<Day> publication_day(const Reading& r) {
  return times::anchor_day(r.report);
}

// The date hangs on a verb of speech.
bool hangs_on_speech(const Reading& r, const Mention& m) {
  if (r.token(m.head).head < 0) return false;
  const std::string& verb = r.lemma(static_cast<TokenId>(r.token(m.head).head));
  return one_of(verb, {"say", "tell", "announce", "report", "add", "confirm", "state", "claim", "declare"});
}

// The day a voice spoke is not the day of what it tells: "police said on Friday that …".
bool dates_the_saying(const Reading& r, const Mention& m, TokenId trigger) {
  const Span& t = r.token(trigger).span;
  for (const Attribution& a : r.attributions) {
    const auto inside = [&](const Span& x) {
      return std::any_of(a.content.begin(), a.content.end(), [&](const Span& s) { return s.contains(x); });
    };
    if (inside(t) && !inside(m.span)) return true;
  }
  // The same by the tree, where no attribution was found.
  if (!hangs_on_speech(r, m)) return false;
  const auto verb = static_cast<TokenId>(r.token(m.head).head);
  return verb != trigger && r.descends(trigger, verb);
}

bool weekday_named(const Reading& r, const Mention& m) {
  for (TokenId t = m.first; t < m.last; ++t)
    if (one_of(r.lower(t), {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})) return true;
  return false;
}

std::string mark_before(const Reading& r, const Mention& m) {
  const std::string by_tree = r.case_of(m.head);
  if (!by_tree.empty()) return by_tree;
  return m.first > r.sentence_of(m.first).first ? r.lower(m.first - 1) : std::string();
}

// The preposition or clause mark before it: "since mid-2012", and "since fighting began there in mid-2012".
std::string relation_word(const Reading& r, const Mention& m) {
  const std::string mark = mark_before(r, m);
  if (const auto clause = r.child(r.clause_of(m.head), {"mark"}); clause && one_of(r.lower(*clause), {"since", "until", "before", "after"}))
    return r.lower(*clause) == "since" || mark.empty() ? r.lower(*clause) : mark;
  return mark;
}

// The days that the expression gives what it dates.
std::optional<Period> days_told(const Reading& r, const Mention& m) {
  Timex t = *m.as<Timex>();
  if (t.type == TimexType::set) return std::nullopt;
  const auto published = publication_day(r);
  // "Tuesday" in a sentence that also looks ahead: what has been done was done on the one past.
  if (published && t.period.start && *t.period.start > *published && *t.period.start - *published <= days{7} && weekday_named(r, m)) {
    t.period.start = *t.period.start - days{7};
    if (t.period.end) t.period.end = *t.period.end - days{7};
  }
  const auto relation = times::relation_of(relation_word(r, m), t.type);
  if (relation == times::Relation::since && t.mod == "MID" && t.period.start && t.period.end)
    t.period.start = *t.period.start + (*t.period.end - *t.period.start) / 2;
  if (t.type == TimexType::duration && relation == times::Relation::at && !t.period.known()) return std::nullopt;
  // "in just over 24 hours of fighting earlier this week": the length lies within the days named beside it.
  std::optional<Period> frame;
  if (t.type == TimexType::duration)
    for (const uint32_t i : r.mentions_in(m.sentence)) {
      const Timex* other = r.mentions[i].as<Timex>();
      if (other && other->type == TimexType::date && other->period.start && !hangs_on_speech(r, r.mentions[i])) {
        frame = other->period;
        break;
      }
    }
  Period p = times::days_of(t, relation, published, frame);
  if (!p.known()) return std::nullopt;
  // "this week", "this year" end with the day of publication.
  if (published && p.start && p.end && *p.start <= *published && *p.end > *published) p.end = *published;
  return p;
}

}  // namespace

DatePrecision precision_of(const Period& p) {
  if (!p.start || !p.end) return DatePrecision::longer;
  const auto n = (*p.end - *p.start).count() + 1;
  if (n <= 2) return DatePrecision::day;
  if (n <= 7) return DatePrecision::week;
  if (n <= 31) return DatePrecision::month;
  return n <= 366 ? DatePrecision::year : DatePrecision::longer;
}

bool spans_many_days(const ClaimDate& d) {
  if (!d.period.start || !d.period.end) return d.period.known();
  return *d.period.end - *d.period.start >= days{3};
}

std::optional<ClaimDate> stated_date(const Reading& r, TokenId trigger) {
  const Mention* best = nullptr;
  std::optional<Period> best_period;
  double best_cost = 1e9;
  const auto aside = told_in_passing(r, trigger);
  for (const uint32_t i : r.mentions_in(r.token(trigger).sentence)) {
    const Mention& m = r.mentions[i];
    const Timex* t = m.as<Timex>();
    if (!t || t->value == "PRESENT_REF" || t->value == "FUTURE_REF" || t->value == "PAST_REF") continue;
    const auto period = days_told(r, m);
    if (!period) continue;
    if (dates_the_saying(r, m, trigger) || (aside && !r.descends(m.head, *aside))) continue;
    double cost = r.distance(trigger, m.head) + 0.03 * std::abs(static_cast<int>(m.head) - static_cast<int>(trigger));
    if (r.clause_of(m.head) != r.clause_of(trigger) && !r.descends(trigger, m.head) && !r.descends(m.head, trigger)) cost += 1.5;
    // A relative clause or a participle behind a noun dates that noun, not the main event.
    if (r.is(r.clause_of(m.head), {"acl"}) && r.clause_of(m.head) != r.clause_of(trigger)) cost += 2;
    // A finer expression says more than a coarse one beside it.
    if (period->start && period->end) cost += std::min<double>(2.0, 0.01 * static_cast<double>((*period->end - *period->start).count()));
    if (cost < best_cost) {
      best_cost = cost;
      best = &m;
      best_period = period;
    }
  }
  if (!best || best_cost > 14) return std::nullopt;
  ClaimDate d;
  d.period = *best_period;
  d.precision = precision_of(d.period);
  d.span = best->span;
  return d;
}

}  // namespace herald::claim
