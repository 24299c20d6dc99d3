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

// "7 and 8 November", "between 29 and 30 January": the first day takes the month of the second.
Grammar::Reading Grammar::day_before(const Found& date, size_t from) const {
  if (date.begin < from + 2 || !digits(date.begin)) return std::nullopt;
  const size_t link = date.begin - 1;
  const auto day = whole(link - 1, 1, 31);
  if (!day || *day >= *date.what.day || (!joined(link) && !is(link, "and to or"))) return std::nullopt;
  if (link >= 2 && !joined(link) && !is(link - 2, "on between from of the since period during")) return std::nullopt;
  Found first{.begin = link - 1, .end = link, .what = date.what};
  first.what.day = day;
  first.what.weekday.reset();
  return first;
}

// "March 3-5", "March 3 and 5,": the second day takes the month of the first.
Grammar::Reading Grammar::day_behind(const Found& date) const {
  const size_t link = date.end;
  if (!joined(link) && !is(link, "to and")) return std::nullopt;
  const auto day = whole(link + 1, 1, 31);
  const size_t next = link + 2;
  const bool ends = joined(link) || next >= words_.size() || words_[next].shape == Shape::mark || is(next, "in at when as after for with");
  if (!day || !ends || text(next) == "%" || joined(next)) return std::nullopt;
  Found second{.begin = link + 1, .end = next, .what = date.what};
  second.what.day = day;
  second.what.weekday.reset();
  take_year(second);
  return second;
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
    const Expression& e = r->what;
    const bool day_of_month = e.kind == Expression::Kind::calendar && e.month && e.day && !e.hour;
    Reading first = day_of_month ? day_before(*r, out.empty() ? 0 : out.back().end) : std::nullopt;
    Reading second = day_of_month ? day_behind(*r) : std::nullopt;
    if (first) out.push_back(std::move(*first));
    out.push_back(std::move(*r));
    if (second) {
      at = second->end;
      out.push_back(std::move(*second));
    }
  }
  return out;
}

}  // namespace herald::times
