#include "mention/times/resolve.h"

#include <algorithm>
#include <cmath>

#include "mention/times/value.h"
#include "mention/times/vocabulary.h"

namespace herald::times {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

int year_number(Day day) {
  return static_cast<int>(year_month_day{day}.year());
}
int weekday_number(Day day) {
  return static_cast<int>(std::chrono::weekday{day}.iso_encoding());
}

std::string two_digits(int n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

}  // namespace

std::optional<Day> Resolver::origin(const Expression& e) const {
  if (e.origin == Origin::reference && last_) return last_->day;
  return publication_;
}

std::optional<int> Resolver::year_of(const Expression& e) const {
  if (e.year) return e.year;
  if (e.shift && e.unit == Unit::year && publication_) return year_number(*publication_) + *e.shift;
  return std::nullopt;
}

void Resolver::remember(const Timex& t) {
  if ((t.type != TimexType::date && t.type != TimexType::time) || !t.period.start || !t.period.end) return;
  const auto whole = period_of(t.value, "");
  if (!whole) return;
  const int64_t length = (*whole->end - *whole->start).count() + 1;
  const bool quarter = t.value.find("-Q") != std::string::npos;
  const Unit known = length == 1 ? Unit::day : length <= 7 ? Unit::week : quarter ? Unit::quarter : length <= 31 ? Unit::month : Unit::year;
  last_ = Point{.day = *whole->start, .unit = known};
}

Timex Resolver::resolve(const Expression& e, Tense tense, std::optional<Day> day) {
  Timex out;
  switch (e.kind) {
    case Expression::Kind::calendar:
      out = calendar(e, tense, day);
      break;
    case Expression::Kind::unit:
      out = unit(e, tense);
      break;
    case Expression::Kind::offset:
      out = offset(e);
      break;
    case Expression::Kind::window:
      out = window(e);
      break;
    case Expression::Kind::reference:
      out = reference(e);
      break;
    case Expression::Kind::duration:
      out = Timex{
          .type = TimexType::duration, .value = e.value.empty() ? duration_value(e.amount, e.unit) : e.value, .mod = "", .period = {}};
      break;
    case Expression::Kind::set:
      out = Timex{.type = TimexType::set, .value = e.value, .mod = "", .period = {}};
      break;
  }
  out.mod = e.mod;
  remember(out);
  // "A year earlier" leaves "the quarter" what it was.
  if (e.kind != Expression::Kind::offset && out.period.start && out.value.find("-Q") != std::string::npos) quarter_ = out.period.start;
  return out;
}

Timex Resolver::reference(const Expression& e) const {
  Timex out{.type = TimexType::date, .value = e.value, .mod = "", .period = {}};
  if (!publication_) return out;
  if (e.value != "FUTURE_REF") out.period.end = publication_;
  if (e.value != "PAST_REF") out.period.start = publication_;
  return out;
}

Timex Resolver::window(const Expression& e) const {
  Timex out{.type = TimexType::duration, .value = duration_value(e.amount, e.unit), .mod = "", .period = {}};
  const auto from = origin(e);
  if (!from || !e.shift) return out;
  (*e.shift < 0 ? out.period.end : out.period.start) = from;
  if (e.amount.vague) return out;
  const double n = e.amount.high.value_or(e.amount.low);
  const int whole = static_cast<int>(std::ceil(n));
  // Hours reach into the day that they began in.
  // "The past three days" are today and the two before.
  const int days_before = e.unit == Unit::day && whole > 1 ? whole - 1 : whole;
  const int count = e.unit <= Unit::hour ? std::max(whole, e.unit == Unit::hour ? 24 : 1440) : days_before;
  (*e.shift < 0 ? out.period.start : out.period.end) = shifted(*from, e.unit, *e.shift * count);
  return out;
}

Timex Resolver::offset(const Expression& e) const {
  const int sign = e.shift.value_or(-1);
  Timex out{.type = TimexType::date, .value = sign < 0 ? "PAST_REF" : "FUTURE_REF", .mod = "", .period = {}};
  const auto from = origin(e);
  if (e.amount.vague) {
    if (from) (sign < 0 ? out.period.end : out.period.start) = from;
    return out;
  }
  if (!from) {
    out.value = duration_value(e.amount, e.unit);
    out.type = TimexType::duration;
    return out;
  }
  double n = e.amount.high.value_or(e.amount.low);
  Unit unit = e.unit;
  if (n != std::floor(n) && unit >= Unit::year) {
    n *= unit == Unit::decade ? 120 : unit == Unit::century ? 1200 : 12;
    unit = Unit::month;
  }
  const Day there = shifted(*from, unit, sign * static_cast<int>(std::ceil(n)));
  if (unit <= Unit::hour) {
    out.value = to_iso(there);
    out.period = sign < 0 ? Period{there - days{1}, *from} : Period{*from, there + days{1}};
    return out;
  }
  Unit exact = unit == Unit::decade || unit == Unit::century ? Unit::year : unit == Unit::week || unit == Unit::weekend ? Unit::day : unit;
  // "a year earlier" behind a quarter is that quarter of the year before.
  if (e.origin == Origin::reference && e.unit == Unit::year && quarter_) {
    const Day quarter = shifted(*quarter_, unit, sign * static_cast<int>(n));
    out.value = value_of(quarter, Unit::quarter);
    out.period = *period_of(out.value, "");
    return out;
  }
  out.value = value_of(there, exact);
  out.period = *period_of(out.value, "");
  // Weeks are counted loosely: the day falls somewhere in that week.
  if (unit == Unit::week) out.period = {start_of(there, Unit::week), start_of(there, Unit::week) + days{6}};
  return out;
}

Timex Resolver::unit(const Expression& e, Tense tense) const {
  Timex out{.type = e.part == Part::none ? TimexType::date : TimexType::time, .value = "", .mod = "", .period = {}};
  const auto from = origin(e);
  const std::string suffix = e.hour ? "T" + two_digits(*e.hour) + ":" + two_digits(e.minute.value_or(0)) + (e.utc ? "Z" : "")
                             : e.part == Part::none ? ""
                                                    : "T" + std::string(code_of(e.part));
  if (e.hour) out.type = TimexType::time;
  if (!from) {
    out.value = (e.unit == Unit::day       ? "XXXX-XX-XX"
                 : e.unit == Unit::week    ? "XXXX-WXX"
                 : e.unit == Unit::weekend ? "XXXX-WXX-WE"
                 : e.unit == Unit::month   ? "XXXX-XX"
                 : e.unit == Unit::quarter ? "XXXX-QX"
                                           : "XXXX") +
                suffix;
    return out;
  }
  int shift = e.shift.value_or(0);
  Day base = start_of(*from, e.unit);
  if (e.unit == Unit::quarter && e.origin == Origin::reference) {
    // "the latest quarter": the one last named, else the one that ended before publication.
    base = quarter_ ? *quarter_ : shifted(start_of(*publication_, Unit::quarter), Unit::quarter, -1);
  } else if (e.unit == Unit::weekend && shift == 0 && weekday_number(*from) < 6 && tense != Tense::future) {
    shift = -1;
  }
  const Day there = shifted(base, e.unit, shift);
  out.value = value_of(there, e.unit) + suffix;
  out.period = period_of(out.value, e.mod).value_or(Period{});
  if (e.overnight) out.period.end = *from;
  const auto whole = period_of(out.value, "");
  // "earlier this week" ends on the day of publication, "later this week" starts there.
  if (e.comparative && whole && publication_ && *whole->start <= *publication_ && *publication_ <= *whole->end)
    out.period = e.mod == "START" ? Period{*whole->start, *publication_} : Period{*publication_, *whole->end};
  return out;
}

}  // namespace herald::times
