#include "mention/numbers/numbers.h"
#include "mention/times/grammar.h"
#include "mention/times/vocabulary.h"

namespace herald::times {

// "early", "late in", "the end of", "mid-".
std::optional<Grammar::Modifier> Grammar::modifier(size_t at) const {
  const auto mod_of = [](std::string_view word) -> std::string {
    if (one_of(word, "early earlier beginning start")) return "START";
    if (one_of(word, "late later end close")) return "END";
    return "MID";
  };
  if (is(at, "early earlier late later mid")) {
    Modifier m{.end = at + 1, .mod = mod_of(text(at)), .end_of = false, .comparative = is(at, "earlier later")};
    if (text(at + 1) == "-") ++m.end;
    if (text(at + 1) == "in" && text(at) != "mid") {
      ++m.end;
      m.end_of = true;
    }
    return m;
  }
  size_t i = text(at) == "the" ? at + 1 : at;
  if (is(i, "very")) ++i;
  if (is(i, "beginning start end middle close") && text(i + 1) == "of" && (i != at || was(at, "at by until since from before")))
    return Modifier{.end = i + 2, .mod = mod_of(text(i)), .end_of = true, .comparative = false};
  if (is(i, "latter early late") && is(i + 1, "part half days weeks months") && text(i + 2) == "of" && i != at)
    return Modifier{.end = i + 3, .mod = text(i) == "early" ? "START" : "END", .end_of = true, .comparative = false};
  return std::nullopt;
}

Grammar::Reading Grammar::modified(size_t at) const {
  // "year-end", "year's end", "the year's end", "month-end".
  const size_t unit_at = text(at) == "the" ? at + 1 : at;
  if (const auto u = unit_of(text(unit_at));
      u && !u->plural && (u->unit == Unit::year || u->unit == Unit::month || u->unit == Unit::week)) {
    const bool hyphen = joined(unit_at + 1) && text(unit_at + 2) == "end";
    const bool genitive = text(unit_at + 1) == "'s" && text(unit_at + 2) == "end";
    if ((hyphen && unit_at == at) || genitive) {
      Found found{.begin = at, .end = unit_at + 3, .what = {}};
      found.what.kind = Expression::Kind::unit;
      found.what.unit = u->unit;
      found.what.shift = 0;
      found.what.mod = "END";
      return found;
    }
  }
  const auto m = modifier(at);
  if (!m) return std::nullopt;
  Reading core;
  const auto offer = [&](Reading r) {
    if (r && (!core || r->end > core->end)) core = std::move(r);
  };
  offer(dated(m->end));
  offer(near_day(m->end));
  offer(determined(m->end));
  if (m->end_of && text(m->end) == "the") {
    // "the end of the month", "later in the day".
    if (const auto u = unit_of(text(m->end + 1)); u && !u->plural && u->unit >= Unit::day && !core) {
      Found found{.begin = at, .end = m->end + 2, .what = {}};
      found.what.kind = Expression::Kind::unit;
      found.what.unit = u->unit;
      found.what.shift = 0;
      core = found;
    }
  }
  if (!core || !core->what.mod.empty()) return std::nullopt;
  const Expression::Kind kind = core->what.kind;
  if (kind != Expression::Kind::calendar && kind != Expression::Kind::unit) return std::nullopt;
  // "late 7 November" is no phrase; "earlier 1998" neither.
  if (core->what.day && !core->what.weekday && !m->end_of) return std::nullopt;
  core->what.mod = m->mod;
  core->what.comparative = m->comparative;
  core->begin = at;
  return core;
}

// Days by their distance: "today", "last night", "the day before yesterday", "the previous evening".
Grammar::Reading Grammar::near_day(size_t at) const {
  Found found{.begin = at, .end = at + 1, .what = {}};
  Expression& e = found.what;
  e.kind = Expression::Kind::unit;
  e.unit = Unit::day;
  if (is(at, "today tonight yesterday tomorrow")) {
    e.shift = text(at) == "yesterday" ? -1 : text(at) == "tomorrow" ? 1 : 0;
    if (text(at) == "tonight")
      e.part = Part::night;
    else
      take_part(found);
    return found;
  }
  if (text(at) == "overnight") {
    e.overnight = true;
    e.shift = -1;
    e.part = Part::night;
    return found;
  }
  if (text(at) == "the" && is(at + 1, "morning afternoon evening night") && was(at, "in during by on")) {
    e.kind = Expression::Kind::calendar;
    e.part = part_of(text(at + 1));
    found.end = at + 2;
    return found;
  }
  if (text(at) == "mid" && joined(at + 1) && part_of(text(at + 2)) != Part::none && is(at + 3, "today yesterday tomorrow")) {
    e.shift = text(at + 3) == "yesterday" ? -1 : text(at + 3) == "tomorrow" ? 1 : 0;
    e.part = part_of(text(at + 2));
    e.mod = "MID";
    found.end = at + 4;
    return found;
  }
  if (text(at) == "the" && text(at + 1) == "day" && is(at + 2, "before after") && is(at + 3, "yesterday tomorrow")) {
    e.shift = text(at + 2) == "before" ? -2 : 2;
    found.end = at + 4;
    return found;
  }
  // A determiner and a day or a part of one.
  size_t i = text(at) == "the" ? at + 1 : at;
  const bool the = i != at;
  const std::string_view determiner = text(i);
  if (!one_of(determiner, "last this that same previous next following very preceding")) return std::nullopt;
  if (!the && !one_of(determiner, "last this that next")) return std::nullopt;
  ++i;
  if (is(i, "same very")) ++i;
  const Part part = part_of(text(i));
  if (text(i) != "day" && (part == Part::none || is(i, "noon midnight lunchtime midday"))) return std::nullopt;
  if (text(i) == "day" && one_of(determiner, "last next") && !the) return std::nullopt;
  if (text(i) == "day" && one_of(determiner, "last this very")) return std::nullopt;
  e.part = part;
  found.end = i + 1;
  e.shift = one_of(determiner, "last previous preceding") ? -1 : one_of(determiner, "next following") ? 1 : 0;
  // "last night" and "this morning" count from publication; "that night" and "the next day" from the time last named.
  const bool near = one_of(determiner, "last this") && text(i - 1) == determiner;
  e.origin = near ? Origin::publication : Origin::reference;
  return found;
}

// A determiner that places a unit: "last week", "the past two months", "next Friday", "this summer", "the following month".
Grammar::Reading Grammar::determined(size_t at) const {
  size_t i = text(at) == "the" ? at + 1 : at;
  const bool the = i != at;
  const std::string_view determiner = text(i);
  static constexpr std::string_view kPast = "last past previous preceding recent";
  static constexpr std::string_view kFuture = "next coming following upcoming";
  static constexpr std::string_view kSame = "this current same that present";
  // "following Tuesday's raid": a preposition.
  if (determiner == "following" && !the) return std::nullopt;
  const bool first = the && determiner == "first";
  const bool past = one_of(determiner, kPast);
  const bool future = one_of(determiner, kFuture);
  if (!past && !future && !one_of(determiner, kSame) && !first) return std::nullopt;
  ++i;
  if (is(i, "same very") || (is(i, "fiscal") && is(i + 1, "year quarter"))) ++i;

  Found found{.begin = at, .end = 0, .what = {}};
  Expression& e = found.what;
  e.shift = past ? -1 : future ? 1 : 0;
  const bool refers = one_of(determiner, "previous preceding following same that") || text(i - 1) == "same";
  e.origin = refers ? Origin::reference : Origin::publication;

  // "the last two weeks"
  if (past || future || first) {
    const auto counted = count(i);
    const auto unit = counted ? unit_of(text(counted->end)) : std::nullopt;
    if (unit && (unit->plural || counted->amount.low == 1) && !one_of(text(i), "a an")) {
      e.kind = Expression::Kind::window;
      e.unit = unit->unit;
      e.amount = counted->amount;
      found.end = counted->end + 1;
      if (text(found.end) == "or" && text(found.end + 1) == "so") {
        e.mod = "APPROX";
        found.end += 2;
      }
      if (first) e.shift.reset();
      return found;
    }
    // "recent years", "the coming weeks", "recent weeks and months"
    if (const auto plural = unit_of(text(i)); plural && plural->plural && !first) {
      const bool reference = one_of(determiner, "recent coming upcoming");
      e.kind = reference ? Expression::Kind::reference : Expression::Kind::window;
      e.value = past ? "PAST_REF" : "FUTURE_REF";
      e.unit = plural->unit;
      e.amount.vague = true;
      found.end = i + 1;
      if (text(found.end) == "and" && unit_of(text(found.end + 1)) && unit_of(text(found.end + 1))->plural) found.end += 2;
      return found;
    }
  }
  if (first || determiner == "recent") return std::nullopt;

  if (const auto unit = unit_of(text(i)); unit && !unit->plural && unit->unit >= Unit::day) {
    e.unit = unit->unit;
    found.end = i + 1;
    if (text(i) == "night" || (unit->unit == Unit::day && determiner != "past")) return std::nullopt;
    if (determiner == "past" || (unit->unit == Unit::day && past)) {
      e.kind = Expression::Kind::window;
    } else {
      e.kind = Expression::Kind::unit;
    }
    if (text(found.end) == "or" && text(found.end + 1) == "so") {
      e.mod = "APPROX";
      found.end += 2;
    }
    return found;
  }
  if (one_of(determiner, "current present upcoming coming past") && !weekday_of(text(i)) && !month_of(text(i)) &&
      season_of(text(i)) == Season::none)
    return std::nullopt;

  Reading core = weekday(i);
  if (!core) core = month_date(i);
  if (!core) core = season(i);
  if (!core && season_of(text(i)) != Season::none) {
    core = Found{.begin = i, .end = i + 1, .what = {}};
    core->what.season = season_of(text(i));
  }
  if (!core) core = holiday(i);
  if (!core || core->what.kind != Expression::Kind::calendar || core->what.year) return std::nullopt;
  const Expression relation = e;
  e = core->what;
  e.shift = relation.shift;
  e.origin = relation.origin;
  found.end = core->end;
  return found;
}

// "the weekend", "the year", "the latest quarter", "the fiscal year".
Grammar::Reading Grammar::definite(size_t at) const {
  if (text(at) != "the") return std::nullopt;
  Found found{.begin = at, .end = at + 2, .what = {}};
  Expression& e = found.what;
  e.kind = Expression::Kind::unit;
  e.shift = 0;
  size_t i = at + 1;
  const bool latest = text(i) == "latest";
  if (is(i, "latest full fiscal")) ++i;
  found.end = i + 1;
  if (latest && text(i) == "period") {
    e.unit = Unit::quarter;
    e.origin = Origin::reference;
    return found;
  }
  const auto unit = unit_of(text(i));
  if (!unit || unit->plural || text(i) == "night") return std::nullopt;
  e.unit = unit->unit;
  if (unit->unit == Unit::weekend) return found;
  if (unit->unit == Unit::quarter || unit->unit == Unit::year) {
    if (unit->unit == Unit::year && is(found.end, "ended ending")) {
      e.kind = Expression::Kind::duration;
      return found;
    }
    e.origin = unit->unit == Unit::quarter ? Origin::reference : Origin::publication;
    // "the year of the flood", "the Year 2000 bug"
    if (text(found.end) == "of" || digits(found.end)) return std::nullopt;
    return found;
  }
  return std::nullopt;
}

Grammar::Reading Grammar::reference(size_t at) const {
  Found found{.begin = at, .end = at + 1, .what = {}};
  Expression& e = found.what;
  e.kind = Expression::Kind::reference;
  if (text(at) == "the" && is(at + 1, "past future") && !unit_of(text(at + 2)) && words_.size() > at + 2 &&
      words_[at + 2].shape != numbers::Shape::digits) {
    e.value = text(at + 1) == "past" ? "PAST_REF" : "FUTURE_REF";
    found.end = at + 2;
    // "the past chairman": a noun phrase of its own.
    if (words_[at + 2].shape == numbers::Shape::letters &&
        !is(at + 2, "and or that has have is was when he she they it we but as to the by a an"))
      return std::nullopt;
    return found;
  }
  if (text(at) == "the" && is(at + 1, "near foreseeable") && text(at + 2) == "future") {
    e.value = "FUTURE_REF";
    found.end = at + 3;
    return found;
  }
  if (text(at) == "the" && is(at + 1, "recent distant") && text(at + 2) == "past") {
    e.value = "PAST_REF";
    found.end = at + 3;
    return found;
  }
  if (text(at) == "the" && is(at + 1, "moment present") && was(at, "at for")) {
    e.value = "PRESENT_REF";
    found.end = at + 2;
    return found;
  }
  if (is(at, "now currently current presently nowadays")) {
    if (text(at) == "current" && is(at + 1, "and affairs")) return std::nullopt;
    e.value = "PRESENT_REF";
    return found;
  }
  if (is(at, "recently lately")) {
    e.value = "PAST_REF";
    return found;
  }
  if (text(at) == "soon" && !(was(at, "as so too")) && text(at + 1) != "after" && text(at + 1) != "as") {
    e.value = "FUTURE_REF";
    return found;
  }
  return std::nullopt;
}

}  // namespace herald::times
