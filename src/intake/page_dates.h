// Dates and clock times as pages print them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "herald/calendar.h"
#include "herald/span.h"

namespace herald::intake {

struct PageDate {
  Moment moment;  // day_only where no clock time stands beside the day; no offset where no zone does, or none that is certain
  Span span;      // bytes of the line
};

// Every full date (day, month, year) of a line, in order, with the clock time and zone next to it: "Mar 3, 2014, 9:05 am IST",
// "12 November 2015 | 14:30 GMT", "Thu, 12 Nov 2015 23:44:00 +0530", "2015-11-12T23:44:00Z", "13/11/2015", "12.11.2015 14:30". A date by
// numbers that could be read both ways round ("12/11/2015") is left out. `country` as country_of gives it.
[[nodiscard]] std::vector<PageDate> find_dates(std::string_view line, std::string_view country);

// A value that should be one date: ISO 8601 or what find_dates reads. nullopt where it is none, or no year in which news was printed.
[[nodiscard]] std::optional<Moment> read_date(std::string_view value, std::string_view country);

// What a line of dates says.
struct DateLine {
  std::optional<Moment> published;  // behind "Published", "Posted" …
  std::optional<Moment> updated;    // behind "Updated", "Last modified" …
  std::optional<Moment> bare;       // a date with no such word, where the line holds little else
  bool clock = false;  // a time of day or an "updated" with no date: when the page was served or last touched, not when it was written

  [[nodiscard]] bool any() const { return published || updated || bare || clock; }
};
[[nodiscard]] DateLine read_date_line(std::string_view line, std::string_view country);

}  // namespace herald::intake
