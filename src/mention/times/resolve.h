// Anchoring: from what an expression says to a TIMEX3 value and the days it covers.
#pragma once

#include <optional>

#include "herald/mention.h"
#include "mention/times/expression.h"
#include "mention/times/tense.h"

namespace herald::times {

// Resolves the expressions of one report in the order in which they stand; remembers the time last named. One per report, one thread.
class Resolver {
 public:
  // Without a publication day relative expressions stay open: their values have X for what is unknown and their periods no ends.
  explicit Resolver(std::optional<Day> publication) : publication_(publication) {}

  // `day` is the day that a bare clock time or part of a day belongs to; without it the time last named, else publication.
  [[nodiscard]] Timex resolve(const Expression& e, Tense tense, std::optional<Day> day = std::nullopt);

 private:
  struct Point {
    Day day;
    Unit unit = Unit::day;  // how exactly it is known
  };

  [[nodiscard]] Timex calendar(const Expression& e, Tense tense, std::optional<Day> day) const;
  [[nodiscard]] Timex unit(const Expression& e, Tense tense) const;
  [[nodiscard]] Timex offset(const Expression& e) const;
  [[nodiscard]] Timex window(const Expression& e) const;
  [[nodiscard]] Timex reference(const Expression& e) const;
  [[nodiscard]] std::string date_value(const Expression& e, Tense tense, std::optional<Day> day) const;
  [[nodiscard]] std::string season_value(const Expression& e, Tense tense) const;
  [[nodiscard]] std::string quarter_value(const Expression& e, Tense tense) const;
  [[nodiscard]] std::string holiday_value(const Expression& e, Tense tense) const;
  [[nodiscard]] std::string month_value(const Expression& e, Tense tense) const;
  [[nodiscard]] std::string weekday_value(const Expression& e, Tense tense) const;
  [[nodiscard]] std::optional<int> year_of(const Expression& e) const;
  [[nodiscard]] std::optional<Day> origin(const Expression& e) const;
  void remember(const Timex& timex);

  std::optional<Day> publication_;
  std::optional<Point> last_;   // the time last named
  std::optional<Day> quarter_;  // first day of the quarter last named
};

}  // namespace herald::times
