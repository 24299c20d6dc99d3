#include "claim/when.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "claim/passing.h"
#include "mention/numbers/numbers.h"
#include "mention/times/anchor.h"
#include "mention/times/times.h"

namespace herald::claim {
namespace {

using std::chrono::days;

std::optional<Day> publication_day(const Reading& r) {
  return times::anchor_day(r.report);
}

// The day a voice spoke is not the day of what it tells: "police said on Friday that …".
bool dates_the_saying(const Reading& r, const Mention& m, TokenId trigger) {
  const Span& t = r.token(trigger).span;
  for (const Attribution& a : r.attributions) {
    const auto inside = [&](const Span& x) {
      return std::any_of(a.content.begin(), a.content.end(), [&](const Span& s) { return s.contains(x); });
    };
    if (inside(t)) return !inside(m.span);
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
  if (const auto mark = r.child(m.head, {"case"})) {
    // "rose to eight late Wednesday"
    for (TokenId t = *mark + 1; t < m.first; ++t)
      if (r.token(t).upos == Upos::NUM) return {};
    return r.case_of(m.head);
  }
  return m.first > r.sentence_of(m.first).first ? r.lower(m.first - 1) : std::string();
}

// The preposition or clause mark before it: "since mid-2012", and "since fighting began there in mid-2012", "since the May 2012 rising".
std::string relation_word(const Reading& r, const Mention& m, std::optional<TokenId> trigger) {
  std::string mark = mark_before(r, m);
  if (r.is(m.head, {"compound", "nmod", "amod", "nummod"}) && r.token(m.head).head >= static_cast<int32_t>(m.last) &&
      r.case_of(static_cast<TokenId>(r.token(m.head).head)) == "since" && (!trigger || !r.descends(*trigger, *r.governor(m.head))))
    return "since";
  if (const auto clause = r.child(r.clause_of(m.head), {"mark"}); clause && one_of(r.lower(*clause), {"since", "until", "before", "after"}))
    return r.lower(*clause) == "since" || mark.empty() ? r.lower(*clause) : mark;
  return mark;
}

// "for half an hour", "hours after": no day.
bool within_a_day(const std::string& length) {
  if (!length.starts_with("PT")) return false;
  return length.back() != 'H' || std::atof(length.c_str() + 2) < 24;
}

// "P3D", "P2W" in days; nullopt for what is vague or has none.
std::optional<days> whole_days(const std::string& length) {
  const int n = length.size() > 2 && length[0] == 'P' ? std::atoi(length.c_str() + 1) : 0;
  if (n <= 0 || (length.back() != 'D' && length.back() != 'W')) return std::nullopt;
  return days{length.back() == 'W' ? 7 * n : n};
}

bool names_year(const Reading& r, const Mention& m) {
  for (TokenId t = m.first; t < m.last; ++t)
    if (r.word(t).size() == 4 && std::all_of(r.word(t).begin(), r.word(t).end(), [](char c) { return c >= '0' && c <= '9'; })) return true;
  return false;
}

std::chrono::year year_of(Day day) {
  return std::chrono::year_month_day{day}.year();
}

// The same days of that year.
Period in_year(const Period& p, std::chrono::year year) {
  const auto away = year - year_of(*p.start);
  const auto moved = [&](Day d) { return Day{std::chrono::year_month_day{d} + away}; };
  return {moved(*p.start), p.end ? std::optional(moved(*p.end)) : std::nullopt};
}

// "the 7 July bombings in London in 2005": the year that stands apart from its day.
std::optional<std::chrono::year> year_apart(const Reading& r, const Mention& m) {
  const Timex& t = *m.as<Timex>();
  if (t.type != TimexType::date || t.value.size() < 7 || !t.period.start || names_year(r, m) || weekday_named(r, m)) return std::nullopt;
  const auto noun = r.governor(m.head);
  if (!noun || !r.is(m.head, {"compound", "nmod", "amod", "nummod"})) return std::nullopt;
  for (const uint32_t i : r.mentions_in(m.sentence)) {
    const Mention& other = r.mentions[i];
    const Timex* year = other.as<Timex>();
    if (!year || year->value.size() != 4 || !year->period.start || other.first <= *noun) continue;
    bool together = true;
    for (TokenId k = *noun + 1; k < other.first; ++k)
      together = together && (r.is_nominal(k) || r.token(k).upos == Upos::ADP || r.token(k).upos == Upos::DET);
    if (together) return year_of(*year->period.start);
  }
  return std::nullopt;
}

// "from Monday to Wednesday", "between 3 and 9 May": the days of both.
std::optional<Period> range_around(const Reading& r, const Mention& m) {
  for (const uint32_t i : r.mentions_in(m.sentence)) {
    const Mention& other = r.mentions[i];
    const Timex* t = other.as<Timex>();
    if (!t || t->type != TimexType::date || &other == &m) continue;
    const Mention& a = other.first < m.first ? other : m;
    const Mention& b = other.first < m.first ? m : other;
    if (b.first != a.last + 1 || a.first <= r.sentence_of(a.first).first) continue;
    const std::string& opens = r.lower(a.first - 1);
    const std::string& joins = r.lower(a.last);
    if (!(opens == "from" && one_of(joins, {"to", "till", "until", "through"})) && !(opens == "between" && joins == "and")) continue;
    Period p{a.as<Timex>()->period.start, b.as<Timex>()->period.end};
    // "from 20 November to 3 December, 1991"
    if (p.start && p.end && *p.start > *p.end && !names_year(r, a)) p.start = in_year({p.start, {}}, year_of(*p.end)).start;
    if (p.start && p.end && *p.start <= *p.end) return p;
  }
  return std::nullopt;
}

// "will be imposed during Thursday's vote", "a strike for Thursday": it is of what is to come.
bool told_ahead(const Reading& r, const Mention& m) {
  if (r.case_of(m.head) == "for") return true;
  TokenId at = m.head;
  for (int steps = 0; steps < 32 && r.token(at).head >= 0; ++steps) {
    at = static_cast<TokenId>(r.token(at).head);
    if (!r.is_verb(at)) continue;
    const auto aux = r.child(at, {"aux"});
    return aux && one_of(r.lemma(*aux), {"will", "shall"});
  }
  return false;
}

// "retook it on Wednesday, three days after rebels stormed it": the storming's day, counted from the other's. nullopt where a length of
// days or hours with "after" or "before" does not stand so between the two.
std::optional<ClaimDate> counted_from_another(const Reading& r, TokenId trigger) {
  const uint32_t s = r.token(trigger).sentence;
  const auto comma_between = [&](TokenId a, TokenId b) {
    for (TokenId t = a; t < b; ++t)
      if (r.lower(t) == ",") return true;
    return false;
  };
  const auto verbs_between = [&](TokenId a, TokenId b) {
    int n = 0;
    for (TokenId t = a; t < b; ++t) n += r.token(t).upos == Upos::VERB;
    return n;
  };
  for (const uint32_t i : r.mentions_in(s)) {
    const Mention& length = r.mentions[i];
    const Timex* t = length.as<Timex>();
    if (!t || t->type != TimexType::duration || length.last >= trigger) continue;
    const auto marked = r.governor(length.last);
    const bool of_clause = marked && *marked > length.last && (*marked == trigger || r.descends(trigger, *marked));
    if (!of_clause && (comma_between(length.last, trigger) || verbs_between(length.last, trigger) > 1)) continue;
    const std::string& way = r.lower(length.last);
    const auto n = within_a_day(t->value) ? std::optional<days>(0) : whole_days(t->value);
    if (!n || !one_of(way, {"after", "before"})) continue;
    const Mention* from = nullptr;
    for (const uint32_t k : r.mentions_in(s)) {
      const Mention& m = r.mentions[k];
      const Timex* day = m.as<Timex>();
      if (!day || !day->period.known() || k == i) continue;
      const bool outside = m.last <= length.first || (m.first > trigger && comma_between(trigger, m.first));
      if (!outside) return std::nullopt;
      if (day->period.start == day->period.end && (!from || m.last <= length.first)) from = &m;
    }
    // Where nothing else is dated, "a day after" counts from the report's own.
    if (!from && (way == "before" || *n == days{0})) continue;
    const auto told = from ? days_told(r, *from) : std::nullopt;
    const auto anchor = from ? (told ? told->start : std::nullopt) : publication_day(r);
    if (!anchor) continue;
    const Day day = way == "after" ? *anchor - *n : *anchor + *n;
    return ClaimDate{{day, day}, DatePrecision::day, length.span, false};
  }
  return std::nullopt;
}

// "clashed on Saturday, leaving 20 hurt, while a convoy was stoned on Sunday": each side of "while" has its own day.
bool parted(const Reading& r, TokenId a, TokenId b) {
  for (TokenId t = std::min(a, b) + 1; t < std::max(a, b); ++t)
    if (one_of(r.lower(t), {"while", "whereas"})) return true;
  return false;
}

// "marked on Friday the second anniversary of the shelling": as many years before that day, or before publication.
std::optional<ClaimDate> remembered_date(const Reading& r, TokenId trigger) {
  for (TokenId at = trigger; r.token(at).head >= 0;) {
    at = static_cast<TokenId>(r.token(at).head);
    if (r.lemma(at) != "anniversary") continue;
    std::optional<int64_t> years;
    for (const TokenId c : r.children(at))
      if (const auto n = numbers::ordinal(numbers::lex(r.report.text, r.token(c).span), 0)) years = static_cast<int64_t>(n->value);
    if (!years) return std::nullopt;
    std::optional<Day> day = publication_day(r);
    for (const uint32_t i : r.mentions_in(r.token(at).sentence)) {
      const Timex* t = r.mentions[i].as<Timex>();
      if (t && t->type == TimexType::date && t->period.start && t->period.start == t->period.end &&
          !r.descends(r.mentions[i].head, trigger))
        day = t->period.start;
    }
    if (!day) return std::nullopt;
    const std::chrono::year_month_day then{*day};
    const Day first{std::chrono::year_month_day{then.year() - std::chrono::years{*years}, then.month(), then.day()}};
    return ClaimDate{{first, first}, DatePrecision::day, r.token(at).span, false};
  }
  return std::nullopt;
}

}  // namespace

bool hangs_on_speech(const Reading& r, const Mention& m) {
  if (r.token(m.head).head < 0) return false;
  const std::string& verb = r.lemma(static_cast<TokenId>(r.token(m.head).head));
  return one_of(verb, {"say", "tell", "announce", "report", "add", "confirm", "state", "claim", "declare"});
}

std::optional<Period> days_told(const Reading& r, const Mention& m, std::optional<TokenId> trigger) {
  Timex t = *m.as<Timex>();
  if (t.type == TimexType::set) return std::nullopt;
  if (t.type == TimexType::duration && within_a_day(t.value)) return std::nullopt;
  if (const auto both = range_around(r, m)) return both;
  if (const auto year = year_apart(r, m)) t.period = in_year(t.period, *year);
  const auto published = publication_day(r);
  // "Tuesday" in a sentence that also looks ahead: what has been done was done on the one past.
  if (published && t.period.start && *t.period.start > *published && *t.period.start - *published <= days{7} && weekday_named(r, m) &&
      !told_ahead(r, m)) {
    t.period.start = *t.period.start - days{7};
    if (t.period.end) t.period.end = *t.period.end - days{7};
  }
  const auto relation = times::relation_of(relation_word(r, m, trigger), t.type);
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
  // "within weeks": of what was told before, not of publication.
  if (!p.known() || (relation == times::Relation::within && !p.start)) return std::nullopt;
  // "this week", "this year" end with the day of publication.
  if (published && p.start && p.end && *p.start <= *published && *p.end > *published) p.end = *published;
  return p;
}

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
  if (auto counted = counted_from_another(r, trigger)) return counted;
  if (auto remembered = remembered_date(r, trigger)) return remembered;
  const Mention* best = nullptr;
  std::optional<Period> best_period;
  double best_cost = 1e9;
  const auto aside = told_in_passing(r, trigger);
  for (const uint32_t i : r.mentions_in(r.token(trigger).sentence)) {
    const Mention& m = r.mentions[i];
    const Timex* t = m.as<Timex>();
    if (!t || t->value == "PRESENT_REF" || t->value == "FUTURE_REF" || t->value == "PAST_REF") continue;
    // "Taha Yassin Ramadan" is no feast.
    if (r.is(m.head, {"flat"})) continue;
    if (const Mention* a = r.mention_at<Actor>(m.head); a && a->form == MentionForm::name && a->span.size() > m.span.size()) continue;
    const auto period = days_told(r, m, trigger);
    if (!period) continue;
    if (dates_the_saying(r, m, trigger) || (aside && m.head < *aside && !r.descends(m.head, *aside))) continue;
    double cost = r.distance(trigger, m.head) + 0.03 * std::abs(static_cast<int>(m.head) - static_cast<int>(trigger));
    if (r.clause_of(m.head) != r.clause_of(trigger) && !r.descends(trigger, m.head) && !r.descends(m.head, trigger)) cost += 1.5;
    // A relative clause or a participle behind a noun dates that noun, not the main event.
    if (r.is(r.clause_of(m.head), {"acl"}) && r.clause_of(m.head) != r.clause_of(trigger)) cost += 2;
    if (parted(r, trigger, m.head)) cost += 3;
    // What is still to come has harmed nobody.
    if (const auto published = publication_day(r); published && period->start && *period->start > *published) cost += 6;
    // "the 2002 blasts which killed …"
    if (r.token(m.head).head >= 0 && r.is(trigger, {"acl"}) && r.token(trigger).head == r.token(m.head).head) cost -= 2;
    // "at 9:05 a.m. on Tuesday": the clock alone names no day.
    if (t->type == TimexType::time && !weekday_named(r, m)) cost += 1.5;
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
