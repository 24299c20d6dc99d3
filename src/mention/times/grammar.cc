#include "mention/times/grammar.h"

#include "mention/times/vocabulary.h"

namespace herald::times {

using numbers::Shape;

Grammar::Grammar(const std::vector<numbers::Word>& words) : words_(words) {}

std::string_view Grammar::text(size_t at) const {
  return at < words_.size() ? std::string_view(words_[at].text) : std::string_view();
}
bool Grammar::is(size_t at, std::string_view list) const {
  return one_of(text(at), list);
}
bool Grammar::digits(size_t at) const {
  return at < words_.size() && words_[at].shape == Shape::digits;
}

bool Grammar::joined(size_t at) const {
  return text(at) == "-" && at > 0 && at + 1 < words_.size() && !words_[at].space_before && !words_[at + 1].space_before;
}

std::optional<int> Grammar::whole(size_t at, int low, int high) const {
  if (!digits(at) || words_[at].text.size() > 4 || words_[at].span.size() != words_[at].text.size()) return std::nullopt;
  int value = 0;
  for (const char c : words_[at].text) {
    if (c == '.') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  if (value < low || value > high) return std::nullopt;
  return value;
}

Grammar::Reading Grammar::longest(size_t at) const {
  Reading best;
  const auto offer = [&](Reading r) {
    if (r && (!best || r->end > best->end)) best = std::move(r);
  };
  offer(modified(at));
  offer(dated(at));
  offer(near_day(at));
  offer(determined(at));
  offer(definite(at));
  offer(clock(at));
  offer(repeated(at));
  offer(year_ago(at));
  offer(amount_of_time(at));
  offer(bare_plural(at));
  offer(reference(at));
  return best;
}

std::vector<Found> Grammar::all() const {
  std::vector<Found> out;
  for (size_t at = 0; at < words_.size();) {
    Reading r = longest(at);
    if (!r) {
      ++at;
      continue;
    }
    r->begin = at;
    at = r->end;
    out.push_back(std::move(*r));
    // "March 3-5", "between 7 and 9 November": the second day takes the first one's month.
    const Expression& e = out.back().what;
    const bool day_of_month = e.kind == Expression::Kind::calendar && e.month && e.day && !e.hour;
    if (day_of_month && (joined(at) || is(at, "to and"))) {
      const auto day = whole(at + 1, 1, 31);
      const bool ends =
          joined(at) || at + 2 >= words_.size() || words_[at + 2].shape == Shape::mark || is(at + 2, "in at when as after for with");
      if (day && ends && text(at + 2) != "%" && !(text(at + 2) == "-" && joined(at + 2))) {
        Found second{.begin = at + 1, .end = at + 2, .what = e};
        second.what.day = day;
        second.what.weekday.reset();
        at += 2;
        take_year(second);
        at = second.end;
        out.push_back(std::move(second));
      }
    }
  }
  return out;
}

}  // namespace herald::times
