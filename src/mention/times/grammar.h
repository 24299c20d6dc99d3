// The grammar of English time expressions over words. Purely local: nothing is anchored here.
// Span conventions are TimeML's (Annotation Guidelines 1.2.1): no leading preposition, determiners and modifiers inside.
#pragma once

#include <optional>
#include <vector>

#include "mention/numbers/lexer.h"
#include "mention/times/expression.h"

namespace herald::times {

// Words [begin, end).
struct Found {
  size_t begin = 0;
  size_t end = 0;
  Expression what;
};

// Reads one sentence. Keeps a reference to its words, which must outlive it.
class Grammar {
 public:
  explicit Grammar(const std::vector<numbers::Word>& words);

  // Every expression of the sentence, ascending and disjoint; at each word the longest reading wins.
  [[nodiscard]] std::vector<Found> all() const;

 private:
  using Reading = std::optional<Found>;
  // A modifier before an expression: "early", "late in", "the end of".
  struct Modifier {
    size_t end = 0;
    std::string mod;
    bool end_of = false;       // "end of", "late in": a determiner may follow
    bool comparative = false;  // "earlier", "later"
  };
  struct Count {
    size_t end = 0;
    Amount amount;
  };

  [[nodiscard]] std::string_view text(size_t at) const;
  [[nodiscard]] bool is(size_t at, std::string_view list) const;
  [[nodiscard]] bool joined(size_t at) const;  // a hyphen without white space on either side
  [[nodiscard]] bool digits(size_t at) const;
  [[nodiscard]] std::optional<int> whole(size_t at, int low, int high) const;
  [[nodiscard]] std::string_view before(size_t at) const { return at > 0 ? text(at - 1) : std::string_view(); }
  [[nodiscard]] bool was(size_t at, std::string_view list) const { return at > 0 && is(at - 1, list); }

  [[nodiscard]] Reading longest(size_t at) const;
  [[nodiscard]] Reading day_before(const Found& date, size_t from) const;
  [[nodiscard]] Reading day_behind(const Found& date) const;

  // grammar_calendar.cc: dates, weekdays, years, seasons, quarters, holidays.
  [[nodiscard]] Reading dated(size_t at) const;
  [[nodiscard]] Reading numeric_date(size_t at) const;
  [[nodiscard]] Reading month_date(size_t at) const;
  [[nodiscard]] Reading day_month(size_t at) const;
  [[nodiscard]] Reading weekday(size_t at) const;
  [[nodiscard]] Reading year(size_t at) const;
  [[nodiscard]] Reading decade_or_century(size_t at) const;
  [[nodiscard]] Reading season(size_t at) const;
  [[nodiscard]] Reading quarter(size_t at) const;
  [[nodiscard]] Reading holiday(size_t at) const;
  [[nodiscard]] bool month_in_company(size_t at, size_t end) const;
  [[nodiscard]] std::optional<std::pair<int, size_t>> year_at(size_t at) const;
  void take_year(Found& found) const;

  // grammar_relative.cc: "last week", "two days ago", "the previous day", "now".
  [[nodiscard]] Reading modified(size_t at) const;
  [[nodiscard]] std::optional<Modifier> modifier(size_t at) const;
  [[nodiscard]] Reading near_day(size_t at) const;
  [[nodiscard]] Reading determined(size_t at) const;
  [[nodiscard]] Reading definite(size_t at) const;
  [[nodiscard]] Reading reference(size_t at) const;

  // grammar_amount.cc: durations, offsets, sets.
  [[nodiscard]] Reading amount_of_time(size_t at) const;
  [[nodiscard]] Reading year_ago(size_t at) const;
  [[nodiscard]] Reading repeated(size_t at) const;
  [[nodiscard]] std::optional<Count> count(size_t at) const;
  [[nodiscard]] Reading bare_plural(size_t at) const;

  // grammar_clock.cc
  [[nodiscard]] Reading clock(size_t at) const;
  [[nodiscard]] bool military_clock(size_t at) const;
  void take_part(Found& found) const;

  const std::vector<numbers::Word>& words_;
};

}  // namespace herald::times
