#include <limits>

#include "mention/times/holidays.h"
#include "mention/times/resolve.h"
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

std::optional<Day> date(int y, int m, int d) {
  const year_month_day ymd{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)}, std::chrono::day{static_cast<unsigned>(d)}};
  if (!ymd.ok()) return std::nullopt;
  return Day{ymd};
}

std::string two_digits(int n) {
  return (n < 10 ? "0" : "") + std::to_string(n);
}

std::string four_digits(int n) {
  std::string out = std::to_string(n);
  return std::string(out.size() < 4 ? 4 - out.size() : 0, '0') + out;
}

// How far a stretch lies from publication, weighed by tense: news without a year means the nearest, and the past before what is to come.
// A month by itself seldom lies ahead where the words look back.
double distance(const Period& p, Day publication, Tense tense) {
  if (*p.start <= publication && publication <= *p.end) return 0;
  const bool ahead = *p.start > publication;
  const bool month = *p.end - *p.start >= days{27};
  const auto length = static_cast<double>(ahead ? (*p.start - publication).count() : (publication - *p.end).count());
  if (tense == Tense::future) return ahead ? length : 3 * length;
  return ahead ? (month ? (tense == Tense::past ? 12 : 6.5) : tense == Tense::past ? 3 : 2) * length : length;
}

// Which of the stretches that come back every year is meant: "last" the latest that began before publication and does not hold it, "next"
// the first that begins after it, "this" the year's own, none the nearest. `in_year` gives the stretch of a year.
template <typename InYear>
std::optional<Period> nearest(const InYear& in_year, Day publication, const std::optional<int>& shift, Tense tense) {
  std::optional<Period> best;
  double best_cost = std::numeric_limits<double>::infinity();
  const int year = year_number(publication);
  for (int y = year - 4; y <= year + 4; ++y) {
    const std::optional<Period> p = in_year(y);
    if (!p) continue;
    double cost = distance(*p, publication, tense);
    if (shift && *shift < 0 && *p->end >= publication) continue;
    if (shift && *shift > 0 && *p->start <= publication) continue;
    if (shift && *shift == 0) cost = y == year ? 0 : 1 + std::abs(y - year);
    if (cost < best_cost) {
      best_cost = cost;
      best = p;
    }
  }
  return best;
}

}  // namespace

Timex Resolver::calendar(const Expression& e, Tense tense, std::optional<Day> day) const {
  Timex out;
  const bool timed = e.hour || e.part != Part::none;
  out.type = timed ? TimexType::time : TimexType::date;
  out.value = date_value(e, tense, day);
  out.period = period_of(out.value, e.mod).value_or(Period{});
  // An hour of a day that is not known to the day has no TIMEX3 value of its own.
  if (timed && out.value.size() == 10) {
    if (e.hour)
      out.value += "T" + two_digits(*e.hour) + (e.minute ? ":" + two_digits(*e.minute) : ":00") + (e.utc ? "Z" : "");
    else
      out.value += "T" + std::string(code_of(e.part));
  }
  return out;
}

std::string Resolver::date_value(const Expression& e, Tense tense, std::optional<Day> day) const {
  if (e.century) return two_digits(*e.century);
  if (e.decade) return std::to_string(*e.decade);
  if (e.quarter || e.half) return quarter_value(e, tense);
  if (e.season != Season::none) return season_value(e, tense);
  if (e.holiday != Holiday::none) return holiday_value(e, tense);
  if (e.month) return month_value(e, tense);
  if (e.weekday) return weekday_value(e, tense);
  if (const auto year = year_of(e)) return four_digits(*year);
  // A bare clock time.
  if (day) return to_iso(*day);
  if (last_ && last_->unit == Unit::day) return to_iso(last_->day);
  if (publication_) return to_iso(*publication_);
  return "XXXX-XX-XX";
}

std::string Resolver::quarter_value(const Expression& e, Tense tense) const {
  const std::string code = e.quarter ? "-Q" + std::to_string(*e.quarter) : "-H" + std::to_string(*e.half);
  if (const auto year = year_of(e)) return four_digits(*year) + code;
  if (!publication_) return "XXXX" + code;
  // The latest that has begun, but for plans.
  const auto in_year = [&](int y) { return period_of(four_digits(y) + code, ""); };
  int y = year_number(*publication_);
  if (*in_year(y)->start > *publication_ && tense != Tense::future) --y;
  if (*in_year(y)->end < *publication_ && tense == Tense::future && *publication_ - *in_year(y)->end > days{150}) ++y;
  return four_digits(y) + code;
}

std::string Resolver::season_value(const Expression& e, Tense tense) const {
  const std::string code = "-" + std::string(code_of(e.season));
  if (const auto year = year_of(e)) return four_digits(*year) + code;
  if (!publication_) return "XXXX" + code;
  const auto in_year = [&](int y) { return period_of(four_digits(y) + code, ""); };
  const auto p = nearest(in_year, *publication_, e.shift, tense);
  return four_digits(year_number(*p->start)) + code;
}

std::string Resolver::holiday_value(const Expression& e, Tense tense) const {
  const auto in_year = [&](int y) { return holiday_in(y, e.holiday); };
  std::optional<Period> p;
  if (const auto year = year_of(e))
    p = in_year(*year);
  else if (publication_)
    p = nearest(in_year, *publication_, e.shift, tense);
  if (!p) return "XXXX-XX-XX";
  return *p->start == *p->end ? to_iso(*p->start) : to_iso(*p->start) + "/" + to_iso(*p->end);
}

std::string Resolver::month_value(const Expression& e, Tense tense) const {
  const auto year = year_of(e);
  const std::string month = two_digits(*e.month);
  const std::string tail = month + (e.day ? "-" + two_digits(*e.day) : "");
  const auto in_year = [&](int y) -> std::optional<Period> {
    if (!e.day) return period_of(four_digits(y) + "-" + month, "");
    const auto d = date(y, *e.month, *e.day);
    if (!d) return std::nullopt;
    return Period{*d, *d};
  };
  if (year) {
    if (!in_year(*year)) return four_digits(*year) + "-" + month;  // 31 April: the month is what can be kept
    if (e.numeric && publication_) {
      // "11/12/2015": of month first and day first the reading nearer to publication.
      const auto swapped = date(*year, *e.day, *e.month);
      if (swapped && distance({*swapped, *swapped}, *publication_, Tense::past) < distance(*in_year(*year), *publication_, Tense::past))
        return to_iso(*swapped);
    } else if (e.numeric) {
      return four_digits(*year);
    }
    return four_digits(*year) + "-" + tail;
  }
  if (!publication_) return "XXXX-" + tail;
  const auto p = nearest(in_year, *publication_, e.shift, tense);
  if (!p) return "XXXX-" + tail;
  return four_digits(year_number(*p->start)) + "-" + tail;
}

std::string Resolver::weekday_value(const Expression& e, Tense tense) const {
  const auto from = origin(e);
  if (!from) return "XXXX-WXX-" + std::to_string(*e.weekday);
  const int back = (weekday_number(*from) - *e.weekday + 7) % 7;
  const Day past = *from - days{back};                       // on or before
  const Day ahead = *from + days{back == 0 ? 0 : 7 - back};  // on or after
  if (!e.shift) return to_iso(tense == Tense::future ? ahead : past);
  if (*e.shift < 0) return to_iso(back == 0 ? past - days{7} : past);
  if (*e.shift > 0) return to_iso(back == 0 ? ahead + days{7} : ahead);
  return to_iso(e.origin == Origin::publication && tense != Tense::past ? ahead : past);
}

}  // namespace herald::times
