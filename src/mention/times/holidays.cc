#include "mention/times/holidays.h"

#include <unicode/calendar.h>

#include <memory>

namespace herald::times {
namespace {

using std::chrono::days;

Day date(int y, unsigned m, unsigned d) {
  return Day{std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d}};
}

Day nth_weekday(int y, unsigned m, unsigned weekday_iso, unsigned n) {
  const std::chrono::weekday wd{weekday_iso % 7};
  return Day{std::chrono::year{y} / std::chrono::month{m} / wd[n]};
}

// Meeus, Astronomical Algorithms, ch. 8.
Day easter(int y) {
  const int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return date(y, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

// The first Gregorian day in `year` that is day `d` of month `m` (0-based) in another calendar, by ICU.
std::optional<Day> in_calendar(const char* locale, int year, int32_t m, int32_t d) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(locale), status));
  if (U_FAILURE(status)) return std::nullopt;
  const Day january = date(year, 1, 1);
  calendar->setTime(static_cast<double>(january.time_since_epoch().count()) * 86400000.0 + 43200000.0, status);
  const int32_t first_year = calendar->get(UCAL_EXTENDED_YEAR, status);
  for (int32_t y = first_year; y <= first_year + 1; ++y) {
    calendar->clear();
    calendar->set(UCAL_EXTENDED_YEAR, y);
    calendar->set(UCAL_MONTH, m);
    calendar->set(UCAL_DATE, d);
    calendar->set(UCAL_HOUR_OF_DAY, 12);
    const double millis = calendar->getTime(status);
    if (U_FAILURE(status)) return std::nullopt;
    const Day day{days{static_cast<int64_t>(millis / 86400000.0)}};
    if (day >= january && day < date(year + 1, 1, 1)) return day;
  }
  return std::nullopt;
}

std::optional<Period> lasting(std::optional<Day> first, int length) {
  if (!first) return std::nullopt;
  return Period{*first, *first + days{length - 1}};
}

std::optional<Period> islamic(int year, int32_t m, int32_t d, int length) {
  return lasting(in_calendar("en@calendar=islamic-umalqura", year, m, d), length);
}

std::optional<Period> hebrew(int year, int32_t m, int32_t d, int length) {
  return lasting(in_calendar("en@calendar=hebrew", year, m, d), length);
}

}  // namespace

std::optional<Period> holiday_in(int y, Holiday holiday) {
  if (y < 1900 || y > 2076) return std::nullopt;
  switch (holiday) {
    case Holiday::none:
      return std::nullopt;
    case Holiday::new_year:
      return lasting(date(y, 1, 1), 1);
    case Holiday::new_year_eve:
      return lasting(date(y, 12, 31), 1);
    case Holiday::christmas:
      return lasting(date(y, 12, 25), 1);
    case Holiday::christmas_eve:
      return lasting(date(y, 12, 24), 1);
    case Holiday::easter:
      return lasting(easter(y), 1);
    case Holiday::good_friday:
      return lasting(easter(y) - days{2}, 1);
    case Holiday::easter_monday:
      return lasting(easter(y) + days{1}, 1);
    case Holiday::palm_sunday:
      return lasting(easter(y) - days{7}, 1);
    case Holiday::thanksgiving:
      return lasting(nth_weekday(y, 11, 4, 4), 1);
    case Holiday::labor_day:
      return lasting(nth_weekday(y, 9, 1, 1), 1);
    case Holiday::memorial_day:
      return lasting(nth_weekday(y, 6, 1, 1) - days{7}, 1);  // the last Monday of May
    case Holiday::independence_day:
      return lasting(date(y, 7, 4), 1);
    case Holiday::halloween:
      return lasting(date(y, 10, 31), 1);
    case Holiday::valentines_day:
      return lasting(date(y, 2, 14), 1);
    case Holiday::may_day:
      return lasting(date(y, 5, 1), 1);
    case Holiday::election_day:
      return lasting(nth_weekday(y, 11, 1, 1) + days{1}, 1);  // the United States': Tuesday after the first Monday
    case Holiday::martin_luther_king_day:
      return lasting(nth_weekday(y, 1, 1, 3), 1);
    case Holiday::veterans_day:
      return lasting(date(y, 11, 11), 1);
    case Holiday::nowruz:
      return lasting(date(y, 3, 21), 1);
    case Holiday::ramadan: {
      const auto first = in_calendar("en@calendar=islamic-umalqura", y, 8, 1);
      if (!first) return std::nullopt;
      const auto feast = in_calendar("en@calendar=islamic-umalqura", y, 9, 1);
      const bool same_year = feast && *feast > *first && *feast - *first <= days{30};
      return Period{*first, same_year ? *feast - days{1} : *first + days{29}};
    }
    case Holiday::eid_al_fitr:
      return islamic(y, 9, 1, 3);
    case Holiday::eid_al_adha:
      return islamic(y, 11, 10, 4);
    case Holiday::ashura:
      return islamic(y, 0, 10, 1);
    case Holiday::arbaeen:
      return islamic(y, 1, 20, 1);
    case Holiday::islamic_new_year:
      return islamic(y, 0, 1, 1);
    case Holiday::mawlid:
      return islamic(y, 2, 12, 1);
    case Holiday::rosh_hashanah:
      return hebrew(y, 0, 1, 2);
    case Holiday::yom_kippur:
      return hebrew(y, 0, 10, 1);
    case Holiday::passover:
      return hebrew(y, 7, 15, 8);  // Nisan is month 7 from 0 of ICU, where Adar I always has its number
    case Holiday::hanukkah:
      return hebrew(y, 2, 25, 8);
    case Holiday::sukkot:
      return hebrew(y, 0, 15, 7);
  }
  return std::nullopt;
}

}  // namespace herald::times
