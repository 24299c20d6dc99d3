// The closed classes of words that time expressions are made of. All words are lower case, as numbers::lex gives them.
#pragma once

#include <optional>
#include <string_view>

#include "mention/times/expression.h"

namespace herald::times {

struct MonthName {
  int month = 1;
  bool abbreviated = false;  // a dot may follow
  bool ambiguous = false;    // also a common word or a personal name: needs a date's company
};
[[nodiscard]] std::optional<MonthName> month_of(std::string_view word);

struct WeekdayName {
  int weekday = 1;
  bool abbreviated = false;
  bool plural = false;
};
[[nodiscard]] std::optional<WeekdayName> weekday_of(std::string_view word);

struct UnitName {
  Unit unit = Unit::day;
  bool plural = false;
};
[[nodiscard]] std::optional<UnitName> unit_of(std::string_view word);

[[nodiscard]] Season season_of(std::string_view word);
[[nodiscard]] Part part_of(std::string_view word);
// "daily" -> day.
[[nodiscard]] std::optional<Unit> frequency_of(std::string_view word);

// TIMEX3's letters: "TNI" without the T, "SU"; empty for none.
[[nodiscard]] std::string_view code_of(Part part);
[[nodiscard]] std::string_view code_of(Season season);

// True where `word` is one of `list`, words separated by single spaces.
[[nodiscard]] bool one_of(std::string_view word, std::string_view list);

}  // namespace herald::times
