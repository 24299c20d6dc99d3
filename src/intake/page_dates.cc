#include "intake/page_dates.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "intake/zones.h"

namespace herald::intake {
namespace {

using std::chrono::minutes;
using std::chrono::year_month_day;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Token {
  std::string_view text;
  size_t begin = 0;
  int value = -1;  // of a number of at most four digits
};

// Numbers, words of ASCII letters, and single other bytes; white space is left out.
std::vector<Token> tokens_of(std::string_view s) {
  std::vector<Token> out;
  for (size_t i = 0; i < s.size();) {
    if (s[i] == ' ' || (s[i] >= '\t' && s[i] <= '\r')) {
      ++i;
      continue;
    }
    size_t end = i + 1;
    if (is_digit(s[i])) {
      while (end < s.size() && is_digit(s[end])) ++end;
    } else if (is_letter(s[i])) {
      while (end < s.size() && is_letter(s[end])) ++end;
    }
    Token t{.text = s.substr(i, end - i), .begin = i, .value = -1};
    if (is_digit(s[i]) && end - i <= 4) t.value = std::stoi(std::string(t.text));
    out.push_back(t);
    i = end;
  }
  return out;
}

bool is_plausible(year_month_day day) {
  return day.ok() && day.year() >= std::chrono::year{1900} && day.year() <= std::chrono::year{2100};
}

unsigned month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                               "july",    "august",   "september", "october", "november", "december"};
  const std::string w = base::lower_ascii(word);
  if (w.size() < 3) return 0;
  for (unsigned m = 0; m < 12; ++m) {
    const std::string_view full = kMonths.at(m);
    if (w == full || (w.size() == 3 && full.starts_with(w)) || (m == 8 && w == "sept")) return m + 1;
  }
  return 0;
}

// Reads tokens from a place on; each function moves past what it took, or stays and gives nothing.
class Scan {
 public:
  Scan(const std::vector<Token>& tokens, size_t at) : tokens_(tokens), at_(at) {}

  [[nodiscard]] size_t at() const { return at_; }
  [[nodiscard]] size_t end_byte() const { return at_ == 0 ? 0 : tokens_[at_ - 1].begin + tokens_[at_ - 1].text.size(); }

  std::optional<year_month_day> date() {
    const size_t start = at_;
    std::optional<year_month_day> out = by_words();
    if (!out) {
      at_ = start;
      out = by_numbers();
    }
    if (!out || !is_plausible(*out)) {
      at_ = start;
      return std::nullopt;
    }
    return out;
  }

  // Minutes of the day.
  std::optional<int> time() {
    const size_t start = at_;
    const int hour = number(1, 2);
    int minute = -1;
    if (hour >= 0 && hour < 24) {
      const size_t before = at_;
      const bool dot = is(".");
      if (take(":") || take(".") || take("h")) minute = number(2, 2);
      if (minute < 0 || minute > 59) {
        at_ = before;
        minute = -1;
      } else if (take(":")) {
        number(2, 2);
        if (take(".")) number(1, 9);
      }
      const int half = half_day();
      if (half >= 0 && hour >= 1 && hour <= 12) return (hour % 12 + half) * 60 + std::max(minute, 0);
      // "14.30" alone may be a price; a zone makes it a time.
      if (half < 0 && minute >= 0 && (!dot || (at_ < tokens_.size() && is_zone(tokens_[at_].text)))) return hour * 60 + minute;
    }
    at_ = start;
    if (const int clock = number(4, 4);
        clock >= 0 && clock / 100 < 24 && clock % 100 < 60 && at_ < tokens_.size() && is_zone(tokens_[at_].text))
      return clock / 100 * 60 + clock % 100;
    at_ = start;
    return std::nullopt;
  }

  std::optional<minutes> zone(year_month_day day, std::string_view country) {
    const size_t start = at_;
    take("(");
    if (at_ < tokens_.size() && is_zone(tokens_[at_].text)) {
      const std::string name = base::lower_ascii(tokens_[at_++].text);
      if (name == "gmt" || name == "utc")
        if (const auto offset = signed_offset()) return offset;
      return zone_offset(name, day, country);
    }
    if (const auto offset = signed_offset()) return offset;
    at_ = start;
    return std::nullopt;
  }

  // Passes over what may stand between a day and its time: ", | - at on T" and a weekday.
  void gap() {
    for (int n = 0; n < 6 && at_ < tokens_.size(); ++n, ++at_) {
      const std::string w = base::lower_ascii(tokens_[at_].text);
      if (!(w == "," || w == "|" || w == "-" || w == "/" || w == "." || w == "at" || w == "on" || w == "t" || w == "(" || w == "\xC2" ||
            w == "\xB7" || w == "\xE2" || w == "\x80" || w == "\x93" || w == "\x94" || w == "\xA2" || (w.size() > 3 && w.ends_with("day"))))
        return;
    }
  }

 private:
  [[nodiscard]] bool is(std::string_view word) const { return at_ < tokens_.size() && base::lower_ascii(tokens_[at_].text) == word; }
  bool take(std::string_view word) {
    if (!is(word)) return false;
    ++at_;
    return true;
  }
  int number(size_t least, size_t most) {
    if (at_ >= tokens_.size() || !is_digit(tokens_[at_].text[0]) || tokens_[at_].text.size() < least || tokens_[at_].text.size() > most)
      return -1;
    return std::max(tokens_[at_++].value, 0);
  }
  int half_day() {
    const size_t start = at_;
    for (const auto& [letter, hours] : {std::pair<std::string_view, int>{"a", 0}, {"p", 12}}) {
      if (take(std::string(letter) + "m")) return hours;
      if (take(letter) && take(".") && take("m")) {
        take(".");
        return hours;
      }
      at_ = start;
    }
    return -1;
  }
  std::optional<minutes> signed_offset() {
    const size_t start = at_;
    if (!is("+") && !is("-")) return std::nullopt;
    const int sign = is("-") ? -1 : 1;
    ++at_;
    if (const int four = number(4, 4); four >= 0) return minutes{sign * (four / 100 * 60 + four % 100)};
    if (const int hours = number(1, 2); hours >= 0 && hours <= 14) {
      int rest = 0;
      if (take(":")) rest = std::max(0, number(2, 2));
      return minutes{sign * (hours * 60 + rest)};
    }
    at_ = start;
    return std::nullopt;
  }
  static std::optional<year_month_day> ymd(int y, unsigned m, int d) {
    if (y < 0 || m == 0 || d <= 0) return std::nullopt;
    return year_month_day{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{static_cast<unsigned>(d)}};
  }
  std::optional<year_month_day> by_words() {
    if (at_ >= tokens_.size()) return std::nullopt;
    if (unsigned m = month_of(tokens_[at_].text)) {  // November 12th, 2015
      ++at_;
      take(".");
      const int d = number(1, 2);
      ordinal();
      take(",");
      return ymd(number(4, 4), m, d);
    }
    const int d = number(1, 2);
    if (d < 0) return std::nullopt;
    ordinal();
    take("of");
    if (!take("-")) take("/");
    if (at_ >= tokens_.size()) return std::nullopt;
    const unsigned m = month_of(tokens_[at_++].text);
    take(".");
    if (!take(",") && !take("-")) take("/");
    return ymd(number(4, 4), m, d);
  }
  std::optional<year_month_day> by_numbers() {
    const size_t first = at_;
    const int a = number(1, 4);
    if (a < 0 || at_ >= tokens_.size()) return std::nullopt;
    const std::string_view mark = tokens_[at_].text;
    if (mark != "-" && mark != "/" && mark != ".") return std::nullopt;
    ++at_;
    const int b = number(1, 2);
    if (b < 0 || !take(mark)) return std::nullopt;
    if (tokens_[first].text.size() == 4) return ymd(a, static_cast<unsigned>(b), number(1, 2));
    const int year = number(4, 4);
    if (mark == "." || a > 12 || a == b) return ymd(year, static_cast<unsigned>(b), a);
    if (b > 12) return ymd(year, static_cast<unsigned>(a), b);
    return std::nullopt;
  }
  void ordinal() {
    if (!take("st") && !take("nd") && !take("rd")) take("th");
  }

  const std::vector<Token>& tokens_;
  size_t at_;
};

Moment moment_of(year_month_day day, std::optional<int> time, std::optional<minutes> offset) {
  Moment out;
  out.utc = std::chrono::sys_days{day};
  out.day_only = !time;
  if (time) {
    out.offset = offset;
    out.utc += minutes{*time} - offset.value_or(minutes{0});
  }
  return out;
}

struct Label {
  std::string_view word;
  bool updated;
};
constexpr std::array kLabels = std::to_array<Label>({
    {"published", false},
    {"publish date", false},
    {"posted", false},
    {"publication date", false},
    {"first aired", false},
    {"created", false},
    {"updated", true},
    {"last update", true},
    {"modified", true},
    {"edited", true},
});

// Words in lower case, outside the dates, that no line of dates would have: a sign of running text.
size_t strange_words(std::string_view lower, std::string_view line, const std::vector<PageDate>& dates) {
  static constexpr std::array kUsual =
      std::to_array<std::string_view>({"published", "posted", "publish", "publication", "date", "created", "updated", "update", "modified",
                                       "edited",    "last",   "first",   "aired",       "on",   "at",      "by",      "and",    "am",
                                       "pm",        "min",    "mins",    "minute",      "read", "ago",     "the"});
  size_t out = 0;
  for (const Token& t : tokens_of(lower)) {
    if (!is_letter(t.text[0]) || line[t.begin] != t.text[0]) continue;
    const bool dated =
        std::any_of(dates.begin(), dates.end(), [&](const PageDate& d) { return d.span.begin <= t.begin && t.begin < d.span.end; });
    if (!dated && !is_zone(t.text) && std::find(kUsual.begin(), kUsual.end(), t.text) == kUsual.end()) ++out;
  }
  return out;
}

size_t covered(const std::vector<PageDate>& dates) {
  size_t out = 0;
  for (const PageDate& d : dates) out += d.span.size();
  return out;
}

}  // namespace

std::vector<PageDate> find_dates(std::string_view line, std::string_view country) {
  std::vector<PageDate> out;
  const std::vector<Token> tokens = tokens_of(line);
  std::optional<int> earlier;  // a clock time just before: "14:30, 12 November 2015"
  std::string earlier_zone;
  size_t earlier_end = 0;
  size_t earlier_begin = 0;
  for (size_t i = 0; i < tokens.size();) {
    Scan scan(tokens, i);
    if (const auto day = scan.date()) {
      size_t begin = tokens[i].begin;
      size_t end = scan.end_byte();
      Scan after(tokens, scan.at());
      after.gap();
      auto time = after.time();
      std::optional<minutes> offset;
      size_t next = scan.at();
      if (time) {
        offset = after.zone(*day, country);
        next = after.at();
        end = after.end_byte();
      } else if (earlier && earlier_end == i) {
        time = earlier;
        begin = earlier_begin;
        if (!earlier_zone.empty()) offset = zone_offset(earlier_zone, *day, country);
      }
      out.push_back({.moment = moment_of(*day, time, offset), .span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}});
      i = next;
      earlier.reset();
      continue;
    }
    if (const auto time = scan.time()) {
      earlier = time;
      earlier_begin = tokens[i].begin;
      earlier_zone = scan.at() < tokens.size() && is_zone(tokens[scan.at()].text) ? std::string(tokens[scan.at()].text) : "";
      Scan rest(tokens, scan.at() + (earlier_zone.empty() ? 0 : 1));
      rest.gap();
      earlier_end = rest.at();
      i = scan.at();
      continue;
    }
    ++i;
  }
  return out;
}

std::optional<Moment> read_date(std::string_view value, std::string_view country) {
  if (const auto m = parse_moment(value)) {
    const year_month_day day{m->day()};
    return is_plausible(day) ? m : std::nullopt;
  }
  const auto found = find_dates(value, country);
  if (found.empty()) return std::nullopt;
  return found.front().moment;
}

DateLine read_date_line(std::string_view line, std::string_view country) {
  DateLine out;
  if (line.size() > 300) return out;
  const std::vector<PageDate> dates = find_dates(line, country);
  const std::string lower = base::lower_ascii(line);
  std::vector<std::pair<size_t, bool>> labels;  // where each begins, and whether it says "updated"
  for (const Label& label : kLabels)
    for (size_t at = lower.find(label.word); at != std::string::npos; at = lower.find(label.word, at + 1))
      labels.emplace_back(at, label.updated);
  std::sort(labels.begin(), labels.end());
  std::vector<bool> used(dates.size());
  for (size_t i = 0; i < labels.size(); ++i) {
    const size_t stop = i + 1 < labels.size() ? labels[i + 1].first : line.size();
    const auto date =
        std::find_if(dates.begin(), dates.end(), [&](const PageDate& d) { return d.span.begin >= labels[i].first && d.span.begin < stop; });
    if (date == dates.end()) {
      out.clock = out.clock || labels[i].second;
      continue;
    }
    used[static_cast<size_t>(date - dates.begin())] = true;
    auto& slot = labels[i].second ? out.updated : out.published;
    if (!slot) slot = date->moment;
  }
  const size_t strange = strange_words(lower, line, dates);
  if (strange > (labels.empty() ? 0 : 2)) return {};
  if (labels.empty() && !dates.empty() && base::trim(line).size() <= covered(dates) + 40) out.bare = dates.front().moment;
  return out;
}

}  // namespace herald::intake
