// Time zones as pages write them: "IST", "GMT+3", "EET".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace herald::intake {

// Where a page comes from, as far as its address and outlet tell: ISO 3166-1 alpha-2 in lower case ("in", "il", "us"), empty where they do
// not.
[[nodiscard]] std::string country_of(std::string_view url, std::string_view outlet);

// Offset from UTC of an abbreviation (any case) on a local day. Abbreviations that several countries use are read by `country`; of those
// only IST has a reading without one (India's: its press writes it, Israel's and Ireland's hardly do). nullopt where the abbreviation is
// unknown or stays ambiguous.
[[nodiscard]] std::optional<std::chrono::minutes> zone_offset(std::string_view abbreviation, std::chrono::year_month_day day,
                                                              std::string_view country);

// Whether the word is a zone abbreviation at all, resolvable or not.
[[nodiscard]] bool is_zone(std::string_view word);

}  // namespace herald::intake
