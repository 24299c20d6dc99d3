// Days, periods and moments. All arithmetic is proleptic Gregorian; moments are UTC with the zone they were written in.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace herald {

using Day = std::chrono::sys_days;

// A stretch of whole days; both ends are inclusive. An open end is nullopt: "until 12 November" has no start.
// Where both ends are known, start <= end always holds.
struct Period {
  std::optional<Day> start;
  std::optional<Day> end;

  bool operator==(const Period&) const = default;
  [[nodiscard]] bool known() const { return start || end; }
};

// A point in time as a report states it.
struct Moment {
  std::chrono::sys_seconds utc{};
  std::optional<std::chrono::minutes> offset;  // zone written beside it; nullopt where none was
  bool day_only = false;                       // only the calendar day is known; utc is then its midnight

  bool operator==(const Moment&) const = default;
  // The calendar day in the zone it was written in.
  [[nodiscard]] Day day() const;
};

// "2015-11-12".
[[nodiscard]] std::string to_iso(Day day);
// "2015-11-12T23:44:00+05:30", "…Z" where the offset is zero or unknown, or the plain day where only that is known.
[[nodiscard]] std::string to_iso(const Moment& moment);
// Accepts what to_iso writes, a space for the T, seconds left out, and fractions of a second (dropped). nullopt where it is no valid date.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text);

}  // namespace herald
