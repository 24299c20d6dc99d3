// Days of holidays as news names them.
#pragma once

#include <optional>

#include "herald/calendar.h"
#include "mention/times/expression.h"

namespace herald::times {

// The days of a holiday that begins in a Gregorian year; Ramadan covers its month, the feasts after it three and four days, Passover,
// Sukkot and Hanukkah their week. Easter is the Western one (Meeus/Jones/Butcher), Islamic days are Umm al-Qura's and Jewish ones the civil
// Hebrew calendar's, both by ICU; local sightings of the moon can differ by a day. A Muslim holiday that begins twice in the year gives the
// first. Independence Day is the Fourth of July; others are known by their country, which a bare name does not give. nullopt outside [1900,
// 2076].
[[nodiscard]] std::optional<Period> holiday_in(int year, Holiday holiday);

}  // namespace herald::times
