#include "mention/times/anchor.h"

#include <algorithm>
#include <cmath>

#include "mention/times/value.h"
#include "mention/times/vocabulary.h"

namespace herald::times {
namespace {

using std::chrono::days;

std::optional<int64_t> length_of(const Period& p) {
  if (!p.start || !p.end) return std::nullopt;
  return (*p.end - *p.start).count() + 1;
}

// From a length of time back from its last day.
Period back_from(Day end, std::string_view value) {
  const auto length = length_of_duration(value);
  if (!length) return {std::nullopt, end};
  const auto [count, unit] = *length;
  if (unit == Unit::year || unit == Unit::month) {
    const int months = static_cast<int>(std::lround(count * (unit == Unit::year ? 12 : 1)));
    return {start_of(shifted(end, Unit::month, -months), Unit::month), end};
  }
  const int whole = static_cast<int>(std::ceil(count));
  if (unit == Unit::week) return {start_of(shifted(end, Unit::week, -whole), Unit::week), end};
  if (unit == Unit::day) return {end - days{whole}, end};
  const int hours = unit == Unit::hour ? whole : 1;
  return {end - days{(hours + 23) / 24}, end};
}

}  // namespace

Relation relation_of(std::string_view preposition, TimexType type) {
  const bool length = type == TimexType::duration;
  if (one_of(preposition, "since from")) return Relation::since;
  if (one_of(preposition, "until till by through to")) return Relation::until;
  if (preposition == "before") return Relation::before;
  if (one_of(preposition, "after following")) return Relation::after;
  if (length && preposition == "for") return Relation::lasting;
  if (length && one_of(preposition, "in within over during throughout inside")) return Relation::within;
  return Relation::at;
}

Period days_of(const Timex& t, Relation relation, std::optional<Day> publication, const std::optional<Period>& frame) {
  if (t.type == TimexType::set) return {};
  if (t.type == TimexType::duration) {
    if (t.period.known()) return t.period;
    if (relation != Relation::within && relation != Relation::lasting) return {};
    if (frame && frame->known()) {
      if (relation == Relation::within || !frame->end) return *frame;
      return back_from(*frame->end, t.value);
    }
    if (!publication) return {};
    return back_from(*publication, t.value);
  }
  const auto to_publication = [&](Day start) {
    return publication && start <= *publication ? Period{start, publication} : Period{start, std::nullopt};
  };
  switch (relation) {
    case Relation::since:
      return t.period.start ? to_publication(*t.period.start) : Period{};
    case Relation::after:
      return t.period.end ? to_publication(*t.period.end) : Period{};
    case Relation::until:
      return {std::nullopt, t.period.end};
    case Relation::before:
      return {std::nullopt, t.period.start ? std::optional(*t.period.start - days{1}) : std::nullopt};
    case Relation::at:
    case Relation::within:
    case Relation::lasting:
      break;
  }
  return t.period;
}

std::optional<int> ucdp_date_prec(const Period& period) {
  const auto n = length_of(period);
  if (!n || *n > 366) return std::nullopt;
  if (*n == 1) return 1;
  if (*n < 7) return 2;
  if (*n == 7) return 3;
  return *n <= 31 ? 4 : 5;
}

std::optional<int> acled_time_precision(const Period& period) {
  const auto n = length_of(period);
  if (!n) return std::nullopt;
  if (*n == 1) return 1;
  return *n <= 7 ? 2 : 3;
}

}  // namespace herald::times
