// Who a report is credited to: agencies, and the dateline they write.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/calendar.h"
#include "herald/span.h"

namespace herald::intake {

// The agency that these words name, under the name it is known by ("REUTERS" and "Thomson Reuters" -> "Reuters"); empty where they name
// none.
[[nodiscard]] std::string_view agency_of(std::string_view words);

// Agencies of a line that names agencies and nothing else: "REUTERS/AFP", "(Reuters)", "Agencies: AP, dpa"; empty for any other line.
[[nodiscard]] std::vector<std::string> agencies_of_line(std::string_view line);

// Agencies that a byline adds ("By Jane Doe, Reuters | Beirut").
[[nodiscard]] std::vector<std::string> agencies_of_byline(std::string_view line);

// "BEIRUT, Nov 12 (Reuters) -" at the head of a paragraph.
struct Dateline {
  Span span;         // bytes of the paragraph, place to agency, without the dash behind it
  std::string text;  // the words at span
  std::vector<std::string> agencies;
  std::optional<Day> day;  // where it gives day, month and year
};
[[nodiscard]] std::optional<Dateline> find_dateline(std::string_view paragraph);

// Agencies and day of a dateline that the input gives by itself: "TIRANA, April 2 , 1997 (AFP)".
[[nodiscard]] Dateline read_dateline(std::string_view dateline);

}  // namespace herald::intake
