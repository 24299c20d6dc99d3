#include <algorithm>
#include <array>

#include "mention/numbers/numbers.h"
#include "mention/times/grammar.h"
#include "mention/times/vocabulary.h"

namespace herald::times {

using numbers::Shape;

Grammar::Reading Grammar::dated(size_t at) const {
  Reading best;
  const auto offer = [&](Reading r) {
    if (r && (!best || r->end > best->end)) best = std::move(r);
  };
  offer(numeric_date(at));
  offer(month_date(at));
  offer(day_month(at));
  offer(weekday(at));
  offer(year(at));
  offer(decade_or_century(at));
  offer(season(at));
  offer(quarter(at));
  offer(holiday(at));
  return best;
}

// "1998", "'98", "nineteen ninety-four": the year and the word behind it.
std::optional<std::pair<int, size_t>> Grammar::year_at(size_t at) const {
  if (const auto y = whole(at, 1500, 2199); y && words_[at].text.size() == 4) return std::pair{*y, at + 1};
  if (text(at) == "'" && digits(at + 1) && words_[at + 1].text.size() == 2 && !words_[at + 1].space_before) {
    const auto y = whole(at + 1, 0, 99);
    if (y) return std::pair{*y < 40 ? 2000 + *y : 1900 + *y, at + 2};
  }
  if (is(at, "nineteen eighteen")) {
    const auto rest = numbers::cardinal(words_, at + 1);
    if (rest && rest->value >= 10 && rest->value < 100 && !rest->digits)
      return std::pair{(text(at) == "nineteen" ? 1900 : 1800) + static_cast<int>(rest->value), rest->end};
  }
  return std::nullopt;
}

// ", 1998", "of 1998", " 1998" behind a month or a day.
void Grammar::take_year(Found& found) const {
  size_t at = found.end;
  if (text(at) == ",") ++at;
  if (text(at) == "of" || (text(at) == "in" && !found.what.day)) ++at;
  if (const auto y = year_at(at);
      y && text(y->second) != "%" && !(text(at - 1) == "," && found.what.day == std::nullopt && is(y->second, "people"))) {
    found.what.year = y->first;
    found.end = y->second;
    return;
  }
  // "October this year", "April of last year", "the same year".
  at = found.end;
  if (text(at) == "of") ++at;
  if (is(at, "this last next") && text(at + 1) == "year") {
    found.what.shift = text(at) == "this" ? 0 : text(at) == "last" ? -1 : 1;
    found.what.unit = Unit::year;
    found.end = at + 2;
  }
}

Grammar::Reading Grammar::numeric_date(size_t at) const {
  Found found{.begin = at, .end = at + 5, .what = {}};
  const bool slash = text(at + 1) == "/" && text(at + 3) == "/";
  const bool dash = joined(at + 1) && joined(at + 3);
  if ((!slash && !dash) || !digits(at) || !digits(at + 2) || !digits(at + 4)) return std::nullopt;
  if (at > 0 && (text(at - 1) == "-" || text(at - 1) == "/") && !words_[at].space_before) return std::nullopt;
  if (const auto y = whole(at, 1500, 2199); y && whole(at + 2, 1, 12) && whole(at + 4, 1, 31)) {
    found.what.year = y;
    found.what.month = whole(at + 2, 1, 12);
    found.what.day = whole(at + 4, 1, 31);
    return found;
  }
  auto y = whole(at + 4, 1500, 2199);
  if (!y && words_[at + 4].text.size() == 2)
    if (const auto two = whole(at + 4, 0, 99)) y = *two < 40 ? 2000 + *two : 1900 + *two;
  const auto a = whole(at, 1, 31);
  const auto b = whole(at + 2, 1, 31);
  if (!y || !a || !b || (*a > 12 && *b > 12)) return std::nullopt;
  found.what.year = y;
  found.what.month = *a > 12 ? b : a;
  found.what.day = *a > 12 ? a : b;
  found.what.numeric = *a <= 12 && *b <= 12 && *a != *b;
  return found;
}

// "may", "march", "sept" are months only in a date's company.
bool Grammar::month_in_company(size_t at, size_t end) const {
  const auto name = month_of(text(at));
  if (!name->ambiguous) return true;
  if (name->abbreviated && !words_[at].capital) return whole(end, 1, 31) || year_at(end);
  if (year_at(end) || was(at, "in since until till of early late last next this mid through during each every by from")) return true;
  if (at >= 2 && text(at - 1) == "-" && text(at - 2) == "mid") return true;
  const size_t next = text(end) == "," ? end + 1 : end;
  return whole(end, 1, 31) || year_at(next) || numbers::ordinal(words_, end) || (at > 0 && (whole(at - 1, 1, 31) || before(at) == "th"));
}

Grammar::Reading Grammar::month_date(size_t at) const {
  const auto name = month_of(text(at));
  if (!name) return std::nullopt;
  Found found{.begin = at, .end = at + 1, .what = {}};
  const bool dot = name->abbreviated && text(at + 1) == "." && !words_[at + 1].space_before;
  if (dot) ++found.end;
  if (!month_in_company(at, found.end)) return std::nullopt;
  found.what.month = name->month;
  const size_t day_at = text(found.end) == "the" ? found.end + 1 : found.end;
  if (const auto o = numbers::ordinal(words_, day_at); o && o->value <= 31) {
    found.what.day = static_cast<int>(o->value);
    found.end = o->end;
  } else if (const auto d = whole(found.end, 1, 31);
             d && words_[found.end].text.size() <= 2 &&
             !(text(found.end + 1) == ":" && digits(found.end + 2) && !words_[found.end + 2].space_before) &&
             !is(found.end + 1, "am pm %")) {
    found.what.day = d;
    ++found.end;
  } else if (dot && !year_at(found.end)) {
    // "in Aug." at the end of a sentence: the dot is the sentence's own.
    if (found.end >= words_.size()) --found.end;
  }
  take_year(found);
  return found;
}

// "9 November 2014", "12th of May", "the 7th of July".
Grammar::Reading Grammar::day_month(size_t at) const {
  const size_t first = text(at) == "the" ? at + 1 : at;
  std::optional<int> day;
  size_t next = first + 1;
  if (const auto o = numbers::ordinal(words_, first); o && o->value <= 31) {
    day = static_cast<int>(o->value);
    next = o->end;
  } else if (first == at && words_.size() > first && words_[first].text.size() <= 2) {
    day = whole(first, 1, 31);
  }
  if (!day) return std::nullopt;
  const bool of = text(next) == "of";
  if (of || text(next) == "-") ++next;
  if (first != at && !of) return std::nullopt;
  const auto name = month_of(text(next));
  if (!name || (name->ambiguous && !words_[next].capital)) return std::nullopt;
  // "the 2 March 10 attacks": the day behind the month is the nearer one, unless a preposition claims the first ("on 23 May 28 men died").
  if (whole(next + 1, 1, 31) && words_[next + 1].text.size() <= 2 && !was(at, "on of since until from by to between and"))
    return std::nullopt;
  Found found{.begin = at, .end = next + 1, .what = {}};
  if (name->abbreviated && text(found.end) == "." && found.end + 1 < words_.size()) ++found.end;
  found.what.month = name->month;
  found.what.day = day;
  take_year(found);
  return found;
}

Grammar::Reading Grammar::weekday(size_t at) const {
  const auto name = weekday_of(text(at));
  if (!name) return std::nullopt;
  Found found{.begin = at, .end = at + 1, .what = {}};
  Expression& e = found.what;
  if (name->abbreviated) {
    const size_t next = text(at + 1) == "." || text(at + 1) == "," ? at + 2 : at + 1;
    if (!words_[at].capital || !(month_of(text(next)) || month_of(text(next + 1)))) return std::nullopt;
    found.end = text(at + 1) == "." ? at + 2 : at + 1;
  }
  if (name->plural) {
    e.kind = Expression::Kind::set;
    e.value = "XXXX-WXX-" + std::to_string(name->weekday);
    return found;
  }
  // "the Sunday Times"
  if (is(found.end, "times telegraph mirror express herald mail tribune star post leader") && words_[found.end].capital)
    return std::nullopt;
  e.weekday = name->weekday;
  // The date behind a weekday belongs to it.
  const size_t date_at = text(found.end) == "," ? found.end + 1 : found.end;
  Reading date = month_date(date_at);
  if (!date || !date->what.day) date = day_month(date_at);
  if (date && date->what.day) {
    const int weekday_number = name->weekday;
    e = date->what;
    e.weekday = weekday_number;
    found.end = date->end;
    return found;
  }
  if (text(found.end) == "," && is(found.end + 1, "the") && numbers::ordinal(words_, found.end + 2)) return found;
  take_part(found);
  if (found.what.part != Part::none && is(found.end, "s") && !words_[found.end].space_before) return found;
  if (e.part != Part::none) return found;
  if (is(found.end, "mornings afternoons evenings nights")) {
    std::string_view part = text(found.end);
    part.remove_suffix(1);
    e.kind = Expression::Kind::set;
    e.value = "XXXX-WXX-" + std::to_string(name->weekday) + "T" + std::string(code_of(part_of(part)));
    ++found.end;
  }
  return found;
}

Grammar::Reading Grammar::year(size_t at) const {
  // "fiscal 1988", "fiscal year 1988", "the fiscal year".
  size_t first = at;
  if (text(at) == "fiscal") first = text(at + 1) == "year" ? at + 2 : at + 1;
  const auto y = year_at(first);
  if (!y) return std::nullopt;
  const size_t next = y->second;
  if (first == at) {
    static constexpr std::string_view kUnits =
        "people troops soldiers men women children civilians fighters militants rebels refugees prisoners police policemen officers km "
        "kilometers kilometres "
        "miles meters metres feet tons tonnes dollars euros pounds gmt utc hours hrs homes houses families persons percent francs yen "
        "rupees shares workers";
    if (is(next, kUnits) || is(next, "% :") || was(at, "$ # # no £ € / . page flight highway route")) return std::nullopt;
    if (text(next) == "-" && joined(next) && is(next + 1, "strong")) return std::nullopt;
    if (before(at) == "-" && joined(at - 1) && at >= 2 && words_[at - 2].shape == Shape::letters && !is(at - 2, "mid post pre"))
      return std::nullopt;
    // Outside the last century only where a preposition marks a year.
    if ((y->first < 1900 || y->first > 2050) && !was(at, "in since of until by before after from to during")) return std::nullopt;
    if (text(at) == "'" && was(at, "'")) return std::nullopt;
  }
  Found found{.begin = at, .end = next, .what = {}};
  found.what.year = y->first;
  return found;
}

Grammar::Reading Grammar::decade_or_century(size_t at) const {
  const size_t first = text(at) == "the" ? at + 1 : at;
  std::string mod;
  size_t i = first;
  if (is(i, "early late mid")) {
    mod = text(i) == "early" ? "START" : text(i) == "late" ? "END" : "MID";
    i = text(i + 1) == "-" ? i + 2 : i + 1;
  }
  Found found{.begin = at, .end = 0, .what = {}};
  found.what.mod = mod;
  const bool apostrophe = text(i) == "'";
  const size_t number_at = apostrophe ? i + 1 : i;
  if (digits(number_at) && text(number_at + 1) == "s" && !words_[number_at + 1].space_before) {
    if (const auto y = whole(number_at, 1500, 2099); y && *y % 10 == 0) {
      found.what.decade = *y / 10;
      found.end = number_at + 2;
      return found;
    }
    if (const auto two = whole(number_at, 20, 90); two && *two % 10 == 0 && first != at) {
      found.what.decade = 190 + *two / 10;
      found.end = number_at + 2;
      return found;
    }
  }
  static constexpr std::array<std::string_view, 8> kDecades = {"twenties", "thirties",  "forties",  "fifties",
                                                               "sixties",  "seventies", "eighties", "nineties"};
  for (size_t d = 0; d < kDecades.size(); ++d) {
    const bool full = text(i) == "nineteen" && text(i + 1) == kDecades.at(d);
    if (!full && (text(i) != kDecades.at(d) || first == at || is(i + 1, "and"))) continue;
    found.what.decade = 192 + static_cast<int>(d);
    found.end = full ? i + 2 : i + 1;
    return found;
  }
  const auto o = numbers::ordinal(words_, i);
  if (!o || o->value > 22) return std::nullopt;
  const size_t century = text(o->end) == "-" ? o->end + 1 : o->end;
  if (text(century) != "century") return std::nullopt;
  if (century != o->end && first != at) return std::nullopt;  // "the 20th-century city": the determiner is the noun's
  found.what.century = static_cast<int>(o->value) - 1;
  found.end = century + 1;
  return found;
}

// "summer 1994", "the winter of 1994", "spring"; "the summer".
Grammar::Reading Grammar::season(size_t at) const {
  const size_t first = text(at) == "the" ? at + 1 : at;
  const Season s = season_of(text(first));
  if (s == Season::none) return std::nullopt;
  Found found{.begin = at, .end = first + 1, .what = {}};
  found.what.season = s;
  const bool verb = is(first, "fall spring");
  const size_t before_year = found.end;
  take_year(found);
  if (found.end != before_year) return found;
  // "fall" and "spring" alone are verbs more often than not.
  if (verb && !(was(at, "in since until last this next") && (first != at || before(at) == "in"))) return std::nullopt;
  if (verb && text(first + 1) == "of") return std::nullopt;
  if (first == at && !was(at, "in since until by during")) return std::nullopt;
  return found;
}

// "the third quarter", "third-quarter", "the first half of 1998", "this year's third quarter".
Grammar::Reading Grammar::quarter(size_t at) const {
  Found found{.begin = at, .end = 0, .what = {}};
  Expression& e = found.what;
  size_t i = at;
  bool own_year = false;
  if (is(i, "this last next") && text(i + 1) == "year" && text(i + 2) == "'s") {
    e.shift = text(i) == "this" ? 0 : text(i) == "last" ? -1 : 1;
    e.unit = Unit::year;
    own_year = true;
    i += 3;
  } else if (text(i) == "the") {
    ++i;
  }
  if (text(i) == "fiscal") ++i;
  const auto o = numbers::ordinal(words_, i);
  if (!o || o->value > 4) return std::nullopt;
  size_t noun = o->end;
  if (text(noun) == "fiscal") ++noun;
  const bool hyphen = joined(noun);
  if (hyphen) ++noun;
  if (is(noun, "quarter")) {
    e.quarter = static_cast<int>(o->value);
  } else if (text(noun) == "half" && o->value <= 2 && (text(noun + 1) == "of" || own_year)) {
    e.half = static_cast<int>(o->value);
  } else {
    return std::nullopt;
  }
  if (hyphen && i != at && !own_year) return std::nullopt;  // "the third-quarter loss": the determiner is the noun's
  found.end = noun + 1;
  const size_t before_year = found.end;
  take_year(found);
  if (found.end == before_year && text(noun + 1) == "of" && text(noun + 2) == "the" && text(noun + 3) == "year") found.end = noun + 4;
  if (e.half && found.end == before_year && !own_year) return std::nullopt;
  return found;
}

Grammar::Reading Grammar::holiday(size_t at) const {
  struct Name {
    std::string_view words;
    Holiday holiday;
  };
  static constexpr std::array<Name, 48> kNames = {{
      {"new year ' s day", Holiday::new_year},
      {"new year 's day", Holiday::new_year},
      {"new year 's eve", Holiday::new_year_eve},
      {"christmas eve", Holiday::christmas_eve},
      {"christmas day", Holiday::christmas},
      {"christmas", Holiday::christmas},
      {"easter sunday", Holiday::easter},
      {"easter monday", Holiday::easter_monday},
      {"easter", Holiday::easter},
      {"good friday", Holiday::good_friday},
      {"palm sunday", Holiday::palm_sunday},
      {"thanksgiving day", Holiday::thanksgiving},
      {"thanksgiving", Holiday::thanksgiving},
      {"labor day", Holiday::labor_day},
      {"memorial day", Holiday::memorial_day},
      {"independence day", Holiday::independence_day},
      {"halloween", Holiday::halloween},
      {"valentine 's day", Holiday::valentines_day},
      {"may day", Holiday::may_day},
      {"election day", Holiday::election_day},
      {"martin luther king day", Holiday::martin_luther_king_day},
      {"veterans day", Holiday::veterans_day},
      {"nowruz", Holiday::nowruz},
      {"noruz", Holiday::nowruz},
      {"newroz", Holiday::nowruz},
      {"ramadan", Holiday::ramadan},
      {"ramadhan", Holiday::ramadan},
      {"ramazan", Holiday::ramadan},
      {"eid al - fitr", Holiday::eid_al_fitr},
      {"eid al fitr", Holiday::eid_al_fitr},
      {"eid ul - fitr", Holiday::eid_al_fitr},
      {"eid - ul - fitr", Holiday::eid_al_fitr},
      {"eid al - adha", Holiday::eid_al_adha},
      {"eid al adha", Holiday::eid_al_adha},
      {"eid ul - adha", Holiday::eid_al_adha},
      {"eid - ul - adha", Holiday::eid_al_adha},
      {"ashura", Holiday::ashura},
      {"ashoura", Holiday::ashura},
      {"arbaeen", Holiday::arbaeen},
      {"islamic new year", Holiday::islamic_new_year},
      {"mawlid", Holiday::mawlid},
      {"rosh hashanah", Holiday::rosh_hashanah},
      {"yom kippur", Holiday::yom_kippur},
      {"passover", Holiday::passover},
      {"hanukkah", Holiday::hanukkah},
      {"sukkot", Holiday::sukkot},
      {"new year 's", Holiday::new_year},
      {"eid ul fitr", Holiday::eid_al_fitr},
  }};
  if (at >= words_.size() || !words_[at].capital) return std::nullopt;
  Reading best;
  for (const Name& name : kNames) {
    size_t i = at;
    std::string_view rest = name.words;
    bool all = true;
    while (all && !rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      all = text(i++) == word;
      rest = word.size() < rest.size() ? rest.substr(word.size() + 1) : std::string_view();
    }
    if (!all || (best && best->end >= i)) continue;
    best = Found{.begin = at, .end = i, .what = {}};
    best->what.holiday = name.holiday;
  }
  if (!best) return std::nullopt;
  if (is(best->end, "truce offering accord agreement") || (is(best->end, "island islands") && words_[best->end].capital))
    return std::nullopt;
  take_year(*best);
  return best;
}

}  // namespace herald::times
