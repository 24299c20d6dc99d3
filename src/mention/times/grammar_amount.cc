#include "mention/numbers/numbers.h"
#include "mention/times/grammar.h"
#include "mention/times/value.h"
#include "mention/times/vocabulary.h"

namespace herald::times {

using numbers::Shape;

// How many: "two", "35 to 50", "a", "several", "a couple of", "half an", "two and a half".
std::optional<Grammar::Count> Grammar::count(size_t at) const {
  const auto made = [](size_t end, double low) { return Count{.end = end, .amount = {.low = low, .high = std::nullopt, .vague = false}}; };
  const auto vague = [](size_t end) { return Count{.end = end, .amount = {.low = 1, .high = std::nullopt, .vague = true}}; };
  if (is(at, "another further additional") || (text(at) == "a" && text(at + 1) == "further")) {
    const size_t next = text(at) == "a" ? at + 2 : at + 1;
    if (const auto rest = numbers::cardinal(words_, next)) return made(rest->end, rest->value);
    if (text(at) == "another") return made(at + 1, 1);
    return std::nullopt;
  }
  if (text(at) == "half" && is(at + 1, "a an")) return made(at + 2, 0.5);
  if (is(at, "a the") && text(at + 1) == "couple") return made(text(at + 2) == "of" ? at + 3 : at + 2, 2);
  if (text(at) == "couple") return made(text(at + 1) == "of" ? at + 2 : at + 1, 2);
  if (text(at) == "a" && is(at + 1, "few")) return vague(at + 2);
  if (text(at) == "a" && is(at + 1, "number handful") && text(at + 2) == "of") return vague(at + 3);
  if (is(at, "several few many some various numerous countless")) return vague(at + 1);
  if (is(at, "dozens hundreds thousands scores tens") && text(at + 1) == "of") return vague(at + 2);
  const auto n = numbers::cardinal(words_, at);
  if (!n) {
    if (is(at, "a an")) return made(at + 1, 1);
    return std::nullopt;
  }
  Count out = made(n->end, n->value);
  if (text(n->end) == "and" && text(n->end + 1) == "a" && text(n->end + 2) == "half") {
    out.amount.low += 0.5;
    out.end += 3;
    return out;
  }
  if (is(n->end, "to or -")) {
    const auto second = numbers::cardinal(words_, n->end + 1);
    if (second && second->value > n->value) {
      out.amount.high = second->value;
      out.end = second->end;
    }
  }
  return out;
}

// Durations and what is counted from a point: "nearly two years", "27-year", "35 to 50 days", "two weeks ago", "three days later".
Grammar::Reading Grammar::amount_of_time(size_t at) const {
  Found found{.begin = at, .end = at, .what = {}};
  Expression& e = found.what;
  e.kind = Expression::Kind::duration;
  size_t i = at;
  const auto take = [&](size_t words, std::string_view mod) {
    e.mod = mod;
    i = at + words;
  };
  if (is(i, "just well") && is(i + 1, "over under")) {
    take(2, text(i + 1) == "over" ? "MORE_THAN" : "LESS_THAN");
  } else if (text(i) == "more" && text(i + 1) == "than") {
    take(2, "MORE_THAN");
  } else if (is(i, "less fewer") && text(i + 1) == "than") {
    take(2, "LESS_THAN");
  } else if (text(i) == "at" && text(i + 1) == "least") {
    take(2, "EQUAL_OR_MORE");
  } else if ((text(i) == "at" && text(i + 1) == "most") || (text(i) == "up" && text(i + 1) == "to")) {
    take(2, "EQUAL_OR_LESS");
  } else if (is(i, "nearly almost")) {
    take(1, "LESS_THAN");
  } else if (is(i, "about around roughly approximately") || (text(i) == "some" && numbers::cardinal(words_, i + 1))) {
    take(1, "APPROX");
  } else if (text(i) == "over" && was(at, "for in after within lasted lasts last spent to of took taken")) {
    take(1, "MORE_THAN");
  }
  const auto n = count(i);
  if (!n) return std::nullopt;
  e.amount = n->amount;
  size_t unit_at = n->end;
  const bool article = is(i, "a an") && n->end == i + 1;
  if (is(unit_at, "more full straight consecutive long solid whole additional working business successive entire other")) ++unit_at;
  const bool hyphen = joined(unit_at);
  if (hyphen) ++unit_at;
  const auto unit = unit_of(text(unit_at));
  if (!unit) return std::nullopt;
  // "two year" needs its hyphen or stands before a noun; "a second attack", "the first quarter": no amounts of time.
  if (unit->unit == Unit::second && !unit->plural && !hyphen) return std::nullopt;
  if (is(i, "few many several some") && !unit->plural) return std::nullopt;
  if (article && unit->plural) return std::nullopt;
  if (unit->unit == Unit::quarter && (article || hyphen || n->amount.low == 1 || !unit->plural)) return std::nullopt;
  e.unit = unit->unit;
  if (text(unit_at) == "fortnight" || text(unit_at) == "fortnights") e.amount.low *= 2;
  found.end = unit_at + 1;
  // "27-year-old" is a person's age, which TimeBank leaves out; "an 8-month-old truce" a length of time.
  if (joined(found.end) && text(found.end + 1) == "old" && unit->unit == Unit::year) return std::nullopt;
  if (joined(found.end) && is(found.end + 1, "old long")) found.end += 2;
  if (text(found.end) == "and" && text(found.end + 1) == "a" && text(found.end + 2) == "half") {
    e.amount.low += 0.5;
    found.end += 3;
  } else if (text(found.end) == "or" && text(found.end + 1) == "two") {
    e.amount.high = 2;
    found.end += 2;
  } else if (text(found.end) == "or" && is(found.end + 1, "so more")) {
    e.mod = text(found.end + 1) == "so" ? "APPROX" : "EQUAL_OR_MORE";
    found.end += 2;
  }
  if (text(n->end - 1) == "of" && is(n->end - 2, "couple")) e.mod = e.mod.empty() ? "APPROX" : e.mod;

  const bool lone_before =
      is(found.end, "before prior previously beforehand") && (found.end + 1 >= words_.size() || words_[found.end + 1].shape == Shape::mark);
  if (is(found.end, "ago earlier later hence") || lone_before || (text(found.end) == "from" && text(found.end + 1) == "now")) {
    e.kind = Expression::Kind::offset;
    e.shift = is(found.end, "later hence from") ? 1 : -1;
    e.origin = is(found.end, "ago from hence") ? Origin::publication : Origin::reference;
    found.end += text(found.end) == "from" ? 2 : 1;
    return found;
  }
  if (!article) return found;
  // "two attacks a day", "40 dollars a week": a rate. Only a preposition or a modifier makes "a week" a length of time.
  static constexpr std::string_view kLength =
      "in for after within of during over than about nearly almost just only since before least lasted lasting took spent roughly around "
      "another half under per";
  if (!e.mod.empty() || was(at, kLength) || is(found.end, "of after before long") || found.end > unit_at + 1) return found;
  if (!was(at, "once twice times") || e.unit < Unit::hour) return std::nullopt;
  e.kind = Expression::Kind::set;
  e.value = duration_value(e.amount, e.unit);
  return found;
}

// "year-earlier", "the year-ago quarter", "the year-earlier nine months".
Grammar::Reading Grammar::year_ago(size_t at) const {
  const size_t i = text(at) == "the" ? at + 1 : at;
  const auto unit = unit_of(text(i));
  if (!unit || unit->plural || unit->unit < Unit::week || !joined(i + 1) || !is(i + 2, "ago earlier")) return std::nullopt;
  Found found{.begin = at, .end = i + 3, .what = {}};
  found.what.kind = Expression::Kind::offset;
  found.what.unit = unit->unit;
  found.what.shift = -1;
  found.what.origin = Origin::reference;
  if (is(found.end, "quarter period month week")) {
    ++found.end;
  } else if (i != at) {
    return std::nullopt;
  }
  return found;
}

// What comes again: "daily", "every two weeks", "each July", "per day".
Grammar::Reading Grammar::repeated(size_t at) const {
  Found found{.begin = at, .end = at + 1, .what = {}};
  Expression& e = found.what;
  e.kind = Expression::Kind::set;
  const bool title = words_[at].capital && !words_[at].all_capitals && at + 1 < words_.size() && words_[at + 1].capital;  // "Daily Mirror"
  if (const auto unit = frequency_of(text(at)); unit && text(at) != "annual" && !title) {
    e.value = duration_value({}, *unit);
    return found;
  }
  if (!is(at, "every each per")) return std::nullopt;
  size_t i = at + 1;
  if (text(i) == "single") ++i;
  e.amount = {};
  if (text(at) == "every") {
    if (text(i) == "other") {
      e.amount.low = 2;
      ++i;
    } else if (const auto n = count(i); n && !is(i, "a an")) {
      e.amount = n->amount;
      i = n->end;
    }
  }
  if (const auto unit = unit_of(text(i)); unit && unit->unit >= Unit::minute && unit->plural == (e.amount.low > 1 || e.amount.vague)) {
    e.value = duration_value(e.amount, unit->unit);
    found.end = i + 1;
    return found;
  }
  if (text(at) == "per") return std::nullopt;
  if (const auto day = weekday_of(text(i)); day && !day->abbreviated) {
    e.value = "XXXX-WXX-" + std::to_string(day->weekday);
    found.end = i + 1;
    if (const Part part = part_of(text(found.end)); part != Part::none) {
      e.value += "T" + std::string(code_of(part));
      ++found.end;
    }
    return found;
  }
  if (const auto month = month_of(text(i)); month && !month->abbreviated) {
    e.value = std::string("XXXX-") + (month->month < 10 ? "0" : "") + std::to_string(month->month);
    found.end = i + 1;
    return found;
  }
  if (const Season s = season_of(text(i)); s != Season::none) {
    e.value = "XXXX-" + std::string(code_of(s));
    found.end = i + 1;
    return found;
  }
  if (const Part part = part_of(text(i)); part != Part::none) {
    e.value = "XXXX-XX-XXT" + std::string(code_of(part));
    found.end = i + 1;
    return found;
  }
  return std::nullopt;
}

// Lengths without a number: "months of talks", "for years", "decades-old", "day-long", "a while", "some time".
Grammar::Reading Grammar::bare_plural(size_t at) const {
  Found found{.begin = at, .end = at + 1, .what = {}};
  Expression& e = found.what;
  e.kind = Expression::Kind::duration;
  e.amount.vague = true;
  if ((text(at) == "a" && text(at + 1) == "while") || (text(at) == "some" && text(at + 1) == "time" && !is(at + 2, "ago"))) {
    found.end = at + 2;
    e.value = "PXX";
    return found;
  }
  if (is(at, "daylong weeklong monthlong yearlong")) {
    std::string_view unit = text(at);
    unit.remove_suffix(4);
    e.amount.vague = false;
    e.unit = unit_of(unit)->unit;
    return found;
  }
  const auto unit = unit_of(text(at));
  if (!unit || unit->unit < Unit::hour) return std::nullopt;
  if (!unit->plural) {
    if (!joined(at + 1) || text(at + 2) != "long") return std::nullopt;
    e.amount.vague = false;
    e.unit = unit->unit;
    found.end = at + 3;
    return found;
  }
  e.unit = unit->unit;
  if (is(at, "nights weekends quarters")) return std::nullopt;
  if (joined(at + 1) && is(at + 2, "old long")) {
    found.end = at + 3;
    return found;
  }
  if (was(at, "for in within of over after takes took lasted through during") || text(at + 1) == "of" || is(at + 1, "later ago earlier")) {
    if (is(at + 1, "later ago earlier")) {
      e.kind = Expression::Kind::offset;
      e.shift = text(at + 1) == "later" ? 1 : -1;
      e.origin = text(at + 1) == "ago" ? Origin::publication : Origin::reference;
      found.end = at + 2;
    }
    return found;
  }
  return std::nullopt;
}

}  // namespace herald::times
