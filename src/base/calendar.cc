#include "herald/calendar.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace herald {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;
using std::chrono::year_month_day;

// Reads exactly `n` digits at `at`, or nothing.
std::optional<int> digits(std::string_view s, size_t at, size_t n) {
  if (at + n > s.size()) return std::nullopt;
  int value = 0;
  for (size_t i = at; i < at + n; ++i) {
    if (s[i] < '0' || s[i] > '9') return std::nullopt;
    value = value * 10 + (s[i] - '0');
  }
  return value;
}

// "Z", "+05:30", "+0530", "+05" or nothing; false where it is none of these.
bool parse_zone(std::string_view s, std::optional<minutes>& zone) {
  if (s.empty()) return true;
  if (s == "Z" || s == "z") {
    zone = minutes{0};
    return true;
  }
  if (s[0] != '+' && s[0] != '-') return false;
  const auto h = digits(s, 1, 2);
  if (!h || *h > 15) return false;
  int m = 0;
  if (s.size() > 3) {
    const size_t at = s[3] == ':' ? 4 : 3;
    const auto mm = digits(s, at, 2);
    if (!mm || *mm > 59 || s.size() != at + 2) return false;
    m = *mm;
  }
  const int total = *h * 60 + m;
  zone = minutes{s[0] == '-' ? -total : total};
  return true;
}

}  // namespace

Day Moment::day() const {
  return floor<days>(utc + offset.value_or(minutes{0}));
}

std::string to_iso(Day day) {
  const year_month_day ymd{day};
  std::array<char, 32> buf{};
  std::snprintf(buf.data(), buf.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                static_cast<unsigned>(ymd.day()));
  return buf.data();
}

std::string to_iso(const Moment& moment) {
  if (moment.day_only) return to_iso(moment.day());
  const minutes zone = moment.offset.value_or(minutes{0});
  const auto local = moment.utc + zone;
  const auto tod = std::chrono::hh_mm_ss{local - floor<days>(local)};
  std::array<char, 32> buf{};
  std::snprintf(buf.data(), buf.size(), "T%02d:%02d:%02d", static_cast<int>(tod.hours().count()), static_cast<int>(tod.minutes().count()),
                static_cast<int>(tod.seconds().count()));
  std::string out = to_iso(moment.day()) + buf.data();
  if (zone.count() == 0) return out + "Z";
  const int64_t z = zone.count() < 0 ? -zone.count() : zone.count();
  std::snprintf(buf.data(), buf.size(), "%c%02d:%02d", zone.count() < 0 ? '-' : '+', static_cast<int>(z / 60), static_cast<int>(z % 60));
  return out + buf.data();
}

std::optional<Day> parse_day(std::string_view s) {
  const auto y = digits(s, 0, 4);
  const auto m = digits(s, 5, 2);
  const auto d = digits(s, 8, 2);
  if (!y || !m || !d || s.size() != 10 || s[4] != '-' || s[7] != '-') return std::nullopt;
  const year_month_day ymd{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                           std::chrono::day{static_cast<unsigned>(*d)}};
  if (!ymd.ok()) return std::nullopt;
  return Day{ymd};
}

std::optional<Moment> parse_moment(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\n' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\n' || s.back() == '\t')) s.remove_suffix(1);
  const auto day = parse_day(s.substr(0, 10));
  if (!day) return std::nullopt;
  Moment out;
  if (s.size() == 10) {
    out.utc = *day;
    out.day_only = true;
    return out;
  }
  if (s[10] != 'T' && s[10] != 't' && s[10] != ' ') return std::nullopt;
  const auto hh = digits(s, 11, 2);
  const auto mm = digits(s, 14, 2);
  if (!hh || !mm || s[13] != ':' || *hh > 24 || *mm > 59) return std::nullopt;
  size_t at = 16;
  int ss = 0;
  if (at < s.size() && s[at] == ':') {
    const auto sec = digits(s, 17, 2);
    if (!sec || *sec > 60) return std::nullopt;
    ss = *sec;
    at = 19;
    if (at < s.size() && (s[at] == '.' || s[at] == ','))
      for (++at; at < s.size() && s[at] >= '0' && s[at] <= '9';) ++at;
  }
  while (at < s.size() && s[at] == ' ') ++at;
  if (!parse_zone(s.substr(at), out.offset)) return std::nullopt;
  out.utc = sys_seconds{*day} + std::chrono::hours{*hh} + minutes{*mm} + seconds{ss} - out.offset.value_or(minutes{0});
  return out;
}

}  // namespace herald
