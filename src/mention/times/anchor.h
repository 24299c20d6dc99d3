// What a preposition makes of a time expression, and how exactly a period is known: helpers for the stages that date claims.
#pragma once

#include <optional>
#include <string_view>

#include "herald/calendar.h"
#include "herald/mention.h"

namespace herald::times {

// How a time expression stands to what it dates.
enum class Relation : uint8_t {
  at,       // "on Tuesday", "last week", none
  since,    // "since October 17", "from Monday"
  until,    // "until Friday", "by Friday", "through May"
  before,   // "before Ramadan"
  after,    // "after the weekend"
  within,   // a length of time that holds the happening: "in 48 hours", "over two weeks", "within days"
  lasting,  // a length of time that it fills: "for nearly two years"
};

// The relation of a preposition (lower case) before an expression of that type; `at` for any other word, and for none.
[[nodiscard]] Relation relation_of(std::string_view preposition, TimexType type);

// The days that an expression in that relation covers, seen from publication.
//   at                its own days
//   since             from its first day to publication; open at the end where publication is unknown or lies before
//   until, before     open at the start; to its last day, or to the day before its first
//   after             from its last day to publication, as for since
//   within, lasting   a length of time ends with `frame`, the days of another expression of the clause ("in just over 24 hours earlier this
//                     week": that week), else with publication, and begins so much before: lengths in years and months reach back to the
//                     first of their month, weeks to their Monday, hours to the day they began in. A vague length ("for months") leaves the
//                     start open.
// A set, and what cannot be anchored, gives the open period. Start never lies after end.
[[nodiscard]] Period days_of(const Timex& timex, Relation relation, std::optional<Day> publication,
                             const std::optional<Period>& frame = std::nullopt);

// UCDP GED date_prec: 1 the day is known, 2 within 2-6 days, 3 within a week, 4 within a month (8-31 days), 5 longer, up to a year. nullopt
// where an end is open or it is longer than a year, which UCDP does not code.
[[nodiscard]] std::optional<int> ucdp_date_prec(const Period& period);
// ACLED time_precision: 1 the day is known, 2 the week, 3 the month or less exact. nullopt where an end is open.
[[nodiscard]] std::optional<int> acled_time_precision(const Period& period);

}  // namespace herald::times
