#include "mention/times/value.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "mention/times/vocabulary.h"

namespace herald::times {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month_day;
using std::chrono::year_month_day_last;
using std::chrono::years;

Day first_of(int y, int m) {
  return Day{year{y} / month{static_cast<unsigned>(m)} / 1};
}
Day last_of(int y, int m) {
  return Day{year_month_day_last{year{y}, std::chrono::month_day_last{month{static_cast<unsigned>(m)}}}};
}
int year_of(Day day) {
  return static_cast<int>(year_month_day{day}.year());
}
int month_number(Day day) {
  return static_cast<int>(static_cast<unsigned>(year_month_day{day}.month()));
}
int weekday_number(Day day) {
  return static_cast<int>(std::chrono::weekday{day}.iso_encoding());
}

std::string padded(int value, int width) {
  std::array<char, 16> buf{};
  std::snprintf(buf.data(), buf.size(), "%0*d", width, value);
  return buf.data();
}

// ISO 8601: the week belongs to the year that holds its Thursday.
std::string iso_week(Day day) {
  const Day thursday = day + days{4 - weekday_number(day)};
  const int y = year_of(thursday);
  const int64_t week = (thursday - first_of(y, 1)).count() / 7 + 1;
  return padded(y, 4) + "-W" + padded(static_cast<int>(week), 2);
}

std::optional<int> number(std::string_view s) {
  int value = 0;
  const auto r = std::from_chars(s.data(), s.data() + s.size(), value);
  if (s.empty() || r.ec != std::errc{} || r.ptr != s.data() + s.size()) return std::nullopt;
  return value;
}

Period third(const Period& whole, std::string_view mod) {
  const int64_t length = (*whole.end - *whole.start).count() + 1;
  const int64_t one = length / 3;
  const int64_t two = length - one;
  if (one == 0) return whole;
  if (mod == "START") return {*whole.start, *whole.start + days{one - 1}};
  if (mod == "MID") return {*whole.start + days{one}, *whole.start + days{two - 1}};
  return {*whole.start + days{two}, *whole.end};
}

Period narrowed(const Period& whole, Unit unit, std::string_view mod) {
  if (mod != "START" && mod != "MID" && mod != "END") return whole;
  const int y = year_of(*whole.start);
  if (unit == Unit::month) {
    if (mod == "START") return {*whole.start, *whole.start + days{9}};
    if (mod == "MID") return {*whole.start + days{10}, *whole.start + days{19}};
    return {*whole.start + days{20}, *whole.end};
  }
  if (unit == Unit::year) {
    const int from = mod == "START" ? 1 : mod == "MID" ? 5 : 9;
    return {first_of(y, from), last_of(y, from + 3)};
  }
  if (unit == Unit::decade) {
    const int from = mod == "START" ? y : mod == "MID" ? y + 4 : y + 7;
    return {first_of(from, 1), last_of(mod == "START" ? y + 3 : mod == "MID" ? y + 6 : y + 9, 12)};
  }
  return third(whole, mod);
}

// "W46", "W46-WE", "W46-3" of a year.
std::optional<Period> of_week(int y, std::string_view rest) {
  const auto week = number(rest.substr(1, 2));
  if (!week || *week < 1 || *week > 53) return std::nullopt;
  const Day january4 = first_of(y, 1) + days{3};
  const Day monday = january4 - days{weekday_number(january4) - 1} + days{7 * (*week - 1)};
  const std::string_view tail = rest.substr(3);
  if (tail.empty()) return Period{monday, monday + days{6}};
  if (tail == "-WE") return Period{monday + days{5}, monday + days{6}};
  const auto weekday = tail.size() == 2 && tail[0] == '-' ? number(tail.substr(1)) : std::nullopt;
  if (!weekday || *weekday < 1 || *weekday > 7) return std::nullopt;
  return Period{monday + days{*weekday - 1}, monday + days{*weekday - 1}};
}

// What follows the year: "11", "11-12", "Q4", "H1", "SU", "W46".
std::optional<std::pair<Period, Unit>> of_year(int y, std::string_view rest) {
  const auto pair = [](Period p, Unit u) { return std::optional(std::pair{p, u}); };
  if (rest.empty()) return pair({first_of(y, 1), last_of(y, 12)}, Unit::year);
  if (rest[0] == 'W' && rest != "WI") {
    const auto p = rest.size() >= 3 ? of_week(y, rest) : std::nullopt;
    if (!p) return std::nullopt;
    return pair(*p, rest.size() == 3 ? Unit::week : Unit::day);
  }
  if (rest.size() == 2 && (rest[0] == 'Q' || rest[0] == 'H')) {
    const int length = rest[0] == 'Q' ? 3 : 6;
    const int n = rest[1] - '0';
    if (n < 1 || n > 12 / length) return std::nullopt;
    return pair({first_of(y, (n - 1) * length + 1), last_of(y, n * length)}, Unit::quarter);
  }
  for (const Season s : {Season::spring, Season::summer, Season::autumn, Season::winter}) {
    if (rest != code_of(s)) continue;
    const int from = 3 * static_cast<int>(s);  // meteorological seasons of the northern half: spring is March to May
    const Day end = from + 2 <= 12 ? last_of(y, from + 2) : last_of(y + 1, from + 2 - 12);
    return pair({first_of(y, from), end}, Unit::quarter);
  }
  const auto m = number(rest.substr(0, 2));
  if (!m || *m < 1 || *m > 12 || rest.size() < 2) return std::nullopt;
  if (rest.size() == 2) return pair({first_of(y, *m), last_of(y, *m)}, Unit::month);
  return std::nullopt;
}

}  // namespace

Day start_of(Day day, Unit unit) {
  const int y = year_of(day);
  switch (unit) {
    case Unit::week:
      return day - days{weekday_number(day) - 1};
    case Unit::weekend:
      return day - days{weekday_number(day) - 1} + days{5};
    case Unit::month:
      return first_of(y, month_number(day));
    case Unit::quarter:
      return first_of(y, (month_number(day) - 1) / 3 * 3 + 1);
    case Unit::year:
      return first_of(y, 1);
    case Unit::decade:
      return first_of(y / 10 * 10, 1);
    case Unit::century:
      return first_of(y / 100 * 100, 1);
    default:
      return day;
  }
}

Day shifted(Day day, Unit unit, int count) {
  const auto by_months = [&](int n) {
    const year_month_day moved = year_month_day{day} + months{n};
    if (moved.ok()) return Day{moved};
    return last_of(static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())));
  };
  switch (unit) {
    case Unit::second:
      return day + days{count / 86400};
    case Unit::minute:
      return day + days{count / 1440};
    case Unit::hour:
      return day + days{count / 24};
    case Unit::day:
      return day + days{count};
    case Unit::week:
    case Unit::weekend:
      return day + days{7 * count};
    case Unit::month:
      return by_months(count);
    case Unit::quarter:
      return by_months(3 * count);
    case Unit::year:
      return by_months(12 * count);
    case Unit::decade:
      return by_months(120 * count);
    case Unit::century:
      return by_months(1200 * count);
  }
  return day;
}

std::string value_of(Day day, Unit unit) {
  const int y = year_of(day);
  switch (unit) {
    case Unit::week:
      return iso_week(day);
    case Unit::weekend:
      return iso_week(day) + "-WE";
    case Unit::month:
      return padded(y, 4) + "-" + padded(month_number(day), 2);
    case Unit::quarter:
      return padded(y, 4) + "-Q" + std::to_string((month_number(day) + 2) / 3);
    case Unit::year:
      return padded(y, 4);
    case Unit::decade:
      return padded(y / 10, 3);
    case Unit::century:
      return padded(y / 100, 2);
    default:
      return to_iso(day);
  }
}

std::string duration_value(const Amount& amount, Unit unit) {
  const bool clock = unit == Unit::second || unit == Unit::minute || unit == Unit::hour;
  static constexpr std::array<std::string_view, 11> kLetters = {"S", "M", "H", "D", "W", "M", "M", "Y", "Y", "Y", "D"};
  const int factor = unit == Unit::quarter ? 3 : unit == Unit::decade ? 10 : unit == Unit::century ? 100 : unit == Unit::weekend ? 2 : 1;
  std::string out = clock ? "PT" : "P";
  if (amount.vague || amount.high) {
    // TimeML keeps the order of magnitude of vague decades and centuries.
    out += unit == Unit::decade ? "XE" : unit == Unit::century ? "XC" : "X" + std::string(kLetters.at(static_cast<size_t>(unit)));
    return out;
  }
  const double n = amount.low * factor;
  std::array<char, 32> buf{};
  if (n == std::floor(n))
    std::snprintf(buf.data(), buf.size(), "%.0f", n);
  else
    std::snprintf(buf.data(), buf.size(), "%.4g", n);
  return out + buf.data() + std::string(kLetters.at(static_cast<size_t>(unit)));
}

std::optional<std::pair<double, Unit>> length_of_duration(std::string_view value) {
  if (value.size() < 3 || value[0] != 'P') return std::nullopt;
  const bool clock = value[1] == 'T';
  const std::string_view digits = value.substr(clock ? 2 : 1, value.size() - (clock ? 3 : 2));
  double count = 0;
  const auto r = std::from_chars(digits.data(), digits.data() + digits.size(), count);
  if (digits.empty() || r.ec != std::errc{} || r.ptr != digits.data() + digits.size()) return std::nullopt;
  switch (value.back()) {
    case 'S':
      return std::pair{count, Unit::second};
    case 'H':
      return std::pair{count, Unit::hour};
    case 'D':
      return std::pair{count, Unit::day};
    case 'W':
      return std::pair{count, Unit::week};
    case 'M':
      return std::pair{count, clock ? Unit::minute : Unit::month};
    case 'Y':
      return std::pair{count, Unit::year};
    default:
      return std::nullopt;
  }
}

std::optional<Period> period_of(std::string_view value, std::string_view mod) {
  if (const size_t slash = value.find('/'); slash != std::string_view::npos) {
    const auto from = parse_day(value.substr(0, slash));
    const auto to = parse_day(value.substr(slash + 1));
    if (!from || !to || *from > *to) return std::nullopt;
    return Period{*from, *to};
  }
  // A time of day covers its day.
  if (const size_t t = value.find('T'); t != std::string_view::npos && t == 10) value = value.substr(0, 10);
  if (value.size() == 10) {
    if (const auto day = parse_day(value)) return Period{*day, *day};
  }
  const std::string_view head = value.substr(0, value.find('-'));
  const auto n = number(head);
  if (!n || *n < 0) return std::nullopt;
  const auto years_of = [](int from, int to) { return Period{first_of(from, 1), last_of(to, 12)}; };
  if (head.size() == value.size() && head.size() == 3) return narrowed(years_of(*n * 10, *n * 10 + 9), Unit::decade, mod);
  if (head.size() == value.size() && head.size() == 2) return narrowed(years_of(*n * 100, *n * 100 + 99), Unit::century, mod);
  if (head.size() != 4) return std::nullopt;
  const auto whole = of_year(*n, value.size() > 5 ? value.substr(5) : std::string_view());
  if (!whole) return std::nullopt;
  return narrowed(whole->first, whole->second, mod);
}

}  // namespace herald::times
