#include "mention/times/grammar.h"
#include "mention/times/vocabulary.h"

namespace herald::times {

// A part of the day behind a day: "Tuesday night", "yesterday mid-afternoon".
void Grammar::take_part(Found& found) const {
  size_t at = found.end;
  if (joined(at)) return;
  if (text(at) == "mid" && joined(at + 1)) at += 2;
  const Part part = part_of(text(at));
  if (part == Part::none) return;
  if (at != found.end) found.what.mod = "MID";
  found.what.part = part;
  found.end = at + 1;
}

// "at 0630 on 22 March", "around 2335 (0335 GMT)", "1400 hours". What could be a year needs more company than "at".
bool Grammar::military_clock(size_t at) const {
  const auto time = whole(at, 0, 2359);
  if (!time || words_[at].text.size() != 4 || *time % 100 >= 60) return false;
  if (is(at + 1, "hours hrs")) return true;
  if (!was(at, "at around about by until from after before between")) return false;
  const bool dated_behind = (text(at + 1) == "on" && dated(at + 2)) || near_day(at + 1) ||
                            (text(at + 1) == "local" && text(at + 2) == "time") || (text(at + 1) == "(" && is(at + 3, "gmt utc"));
  const bool no_year = *time < 1500 || *time >= 2100;
  return dated_behind || (no_year && was(at, "at") && (at + 1 >= words_.size() || words_[at + 1].shape == numbers::Shape::mark));
}

Grammar::Reading Grammar::clock(size_t at) const {
  Found found{.begin = at, .end = at, .what = {}};
  Expression& e = found.what;
  e.kind = Expression::Kind::calendar;
  bool sure = false;  // the words are a time of day whatever stands around them
  if (is(at, "noon midday midnight")) {
    e.hour = text(at) == "midnight" ? 0 : 12;
    e.minute = 0;
    found.end = at + 1;
    sure = true;
  } else if (const auto zulu = whole(at, 0, 2400); zulu && words_[at].text.size() == 4 && *zulu % 100 < 60 && is(at + 1, "gmt utc")) {
    e.hour = *zulu / 100;
    e.minute = *zulu % 100;
    found.end = at + 1;
    sure = true;
  } else if (military_clock(at)) {
    e.hour = *whole(at, 0, 2400) / 100;
    e.minute = *whole(at, 0, 2400) % 100;
    found.end = is(at + 1, "hours hrs") ? at + 2 : at + 1;
    sure = true;
  } else if (digits(at) && words_[at].text.size() <= 5) {
    auto hour = whole(at, 0, 24);
    size_t next = at + 1;
    std::optional<int> minute;
    if (hour && text(next) == ":" && !words_[next].space_before && whole(next + 1, 0, 59) && words_[next + 1].text.size() == 2) {
      minute = whole(next + 1, 0, 59);
      next += 2;
      if (text(next) == ":" && whole(next + 1, 0, 59)) next += 2;
      // A score or ratio is not introduced like a time.
      sure = was(at, "at around about by until till from before after since between approximately");
    } else if (const size_t dot = words_[at].text.find('.'); !hour && dot != std::string::npos && words_[at].text.size() == dot + 3) {
      const std::string& t = words_[at].text;  // "7.30 pm"
      hour = dot == 1 ? t[0] - '0' : (t[0] - '0') * 10 + (t[1] - '0');
      minute = (t[dot + 1] - '0') * 10 + (t[dot + 2] - '0');
      if (*hour > 24 || *minute > 59 || !is(next, "am pm gmt utc")) return std::nullopt;
    }
    if (!hour) return std::nullopt;
    if (is(next, "am pm") || (is(next, "a p") && text(next + 1) == "m")) {
      if (*hour > 12) return std::nullopt;
      const bool evening = text(next).front() == 'p';
      e.hour = *hour % 12 + (evening ? 12 : 0);
      next += is(next, "am pm") ? 1 : 2;
      sure = true;
    } else if (text(next) == "o" && text(next + 1) == "'" && text(next + 2) == "clock") {
      e.hour = hour;
      next += 3;
      sure = true;
    } else if (minute && (is(next, "gmt utc") || (text(next) == "local" && text(next + 1) == "time"))) {
      e.hour = hour;
      sure = true;
    } else {
      e.hour = hour;
    }
    e.minute = minute;
    found.end = next;
  }
  if (!sure) return std::nullopt;
  if (is(found.end, "gmt utc")) {
    e.utc = true;
    ++found.end;
  } else if (is(found.end, "est edt cst cdt mst mdt pst pdt bst ist cet cest msk")) {
    ++found.end;
  } else if (text(found.end) == "local" && text(found.end + 1) == "time") {
    found.end += 2;
  }
  // "9 a.m. EST Tuesday", "midnight Friday", "3 p.m. yesterday".
  if (Reading day = dated(found.end); day && day->what.kind == Expression::Kind::calendar && (day->what.weekday || day->what.day)) {
    const Expression clock_time = e;
    e = day->what;
    e.hour = clock_time.hour;
    e.minute = clock_time.minute;
    e.utc = clock_time.utc;
    found.end = day->end;
  } else if (Reading near = near_day(found.end); near && near->what.kind == Expression::Kind::unit && near->what.part == Part::none) {
    const Expression clock_time = e;
    e = near->what;
    e.hour = clock_time.hour;
    e.minute = clock_time.minute;
    e.utc = clock_time.utc;
    found.end = near->end;
  }
  return found;
}

}  // namespace herald::times
