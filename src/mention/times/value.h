// TIMEX3 values (TimeML 1.2.1, ISO 8601 underneath): writing them, and the days that a value covers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "herald/calendar.h"
#include "mention/times/expression.h"

namespace herald::times {

// The first day of the calendar unit that holds `day`; hours and less give the day itself, a weekend its Saturday.
[[nodiscard]] Day start_of(Day day, Unit unit);
// `day` moved by `count` units. Months and longer keep the day of the month or take the month's last ("31 May" less one month is 30 April).
[[nodiscard]] Day shifted(Day day, Unit unit, int count);
// The value of the unit that holds `day`: "2015-11-12", "2015-W46", "2015-W46-WE", "2015-11", "2015-Q4", "2015", "201", "20".
[[nodiscard]] std::string value_of(Day day, Unit unit);
// "P2D", "PT48H", "P2.5Y", "PXM"; a decade is ten years, a century a hundred, a quarter three months, a weekend two days.
[[nodiscard]] std::string duration_value(const Amount& amount, Unit unit);

// The number and unit of such a value; nullopt where it is vague or none.
[[nodiscard]] std::optional<std::pair<double, Unit>> length_of_duration(std::string_view value);

// The days that a DATE or TIME value covers (an ISO 8601 interval "2015-06-18/2015-07-16" too), narrowed by START, MID or END: of a month
// the days 1-10, 11-20, 21-end; of a year the months 1-4, 5-8, 9-12; of a decade the years 0-3, 4-6, 7-9; of anything else its thirds. Any
// other mod leaves it whole. nullopt for values that name no stretch of the calendar: durations, sets, references, and values with X for
// what is unknown.
[[nodiscard]] std::optional<Period> period_of(std::string_view value, std::string_view mod);

}  // namespace herald::times
