#include "export/match.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "mention/places/relative.h"

namespace herald::exports {
namespace {

constexpr double kRoomKm = 25;
constexpr int kRoomDays = 1;       // reports and coders differ by a night
constexpr double kLeast = 0.45;    // of the four measures' mean: below it day and place meet by chance
constexpr double kPlaceTold = 25;  // km apart that are told as a difference

// Names of sides as keys that both projects' spellings come to: the folded name that UCDP has for the actor, which is one for all bodies of
// a state, else the actor, else the folded name without the years that ACLED puts behind governments.
class Sides {
 public:
  explicit Sides(const actors::Registry& registry) : registry_(registry) {
    for (const actors::ActorEntry& e : registry.entries())
      for (const std::string& name : {e.ucdp, e.acled})
        if (!name.empty()) keys_.emplace(base::fold(name), key(e));
  }
  [[nodiscard]] std::string key(const Side& side) const {
    const actors::ActorEntry* entry = registry_.find(side.ref);
    return entry ? key(*entry) : key(side.name);
  }
  [[nodiscard]] std::string key(const std::string& name) const {
    const std::string folded = base::fold(plain(name));
    for (const std::string& form : {base::fold(name), folded}) {
      if (const auto found = keys_.find(form); found != keys_.end()) return found->second;
      if (const auto* entry = named(form)) return key(*entry);
    }
    return folded;
  }
  // Of a country, by its code or its name.
  [[nodiscard]] std::string country(const std::string& name) const {
    if (const auto* state = registry_.find("actor:" + base::lower_ascii(name))) return std::string(state->country());
    const auto* entry = named(base::fold(plain(name)));
    return entry ? std::string(entry->country()) : base::fold(plain(name));
  }

 private:
  [[nodiscard]] std::string key(const actors::ActorEntry& entry) const {
    return entry.ucdp.empty() ? side_key(entry.id, registry_) : base::fold(entry.ucdp);
  }
  // "Yemen (North Yemen)", "Military Forces of Syria (2000-2024)" without what stands in brackets.
  static std::string plain(const std::string& name) { return name.substr(0, std::min(name.size(), name.find(" ("))); }
  [[nodiscard]] const actors::ActorEntry* named(const std::string& folded) const {
    const auto* hits = registry_.named(folded);
    return hits && !hits->empty() ? &registry_.entry(hits->front().entry) : nullptr;
  }

  const actors::Registry& registry_;
  std::map<std::string, std::string> keys_;
};

struct Seen {  // a record or a row, made ready
  std::set<std::string> sides;
  int64_t first = 0;
  int64_t last = 0;
};

int64_t number(Day day) {
  return day.time_since_epoch().count();
}

std::set<std::string> sides_of(const Record& r, const Sides& sides) {
  std::set<std::string> out;
  for (const Side* s : {&r.a, &r.b})
    if (!s->name.empty()) out.insert(sides.key(*s));
  return out;
}

double shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  if (a.empty() || b.empty()) return 0.5;  // nothing speaks for it or against it
  const auto common = std::count_if(a.begin(), a.end(), [&](const std::string& s) { return b.contains(s); });
  return static_cast<double>(common) / static_cast<double>(std::min(a.size(), b.size()));
}

// Kilometres between the points; nullopt where one has none.
std::optional<double> distance(const Record& r, const ReferenceEvent& row) {
  if (!r.event->place || !r.event->place->at || !row.at) return std::nullopt;
  return places::distance_km(*r.event->place->at, *row.at);
}

// How well two agree, [0, 1]; nullopt where they cannot be one.
std::optional<double> score(const Record& r, const Seen& seen, const ReferenceEvent& row, const Seen& seen_row) {
  const int64_t gap = std::max<int64_t>({0, seen.first - seen_row.last, seen_row.first - seen.last});
  if (gap > kRoomDays) return std::nullopt;
  double place = 0.5;
  if (const auto km = distance(r, row)) {
    const double room = r.event->place->radius_km + row.radius_km + kRoomKm;
    if (*km > room) return std::nullopt;
    place = 1 - *km / room;
  } else if (!r.event->place || base::fold(r.event->place->name) != base::fold(row.place)) {
    return std::nullopt;
  }
  const double overlap = static_cast<double>(std::min(seen.last, seen_row.last) - std::max(seen.first, seen_row.first) + 1);
  const double span = static_cast<double>(std::max(seen.last, seen_row.last) - std::min(seen.first, seen_row.first) + 1);
  const double days = gap > 0 ? 0.3 : overlap / span;
  double deaths = 0.5;
  if (r.killed.best && row.best) {
    const auto [low, high] = std::minmax(*r.killed.best, *row.best);
    deaths = (static_cast<double>(low) + 1) / (static_cast<double>(high) + 1);
  }
  const double mean = (days + place + deaths + shared(seen.sides, seen_row.sides)) / 4;
  return mean >= kLeast ? std::optional(mean) : std::nullopt;
}

std::string in_days(const std::optional<Day>& first, const std::optional<Day>& last) {
  if (!first) return "unknown";
  return to_iso(*first) + (last && *last != *first ? "/" + to_iso(*last) : "");
}

std::string names_of(const Record& r) {
  return base::join({r.a.name, r.b.name}, "; ");
}

std::vector<Difference> differences(const Record& r, const Seen& seen, const ReferenceEvent& row, const Seen& seen_row,
                                    ReferenceForm form) {
  std::vector<Difference> out;
  // ACLED gives each event one day, within what its time precision leaves open.
  const bool same_days =
      form == ReferenceForm::ged ? r.first == row.first && r.last == row.last : r.first <= row.first && row.first <= r.last;
  if (!same_days) out.push_back({"date", in_days(r.first, r.last), in_days(row.first, row.last)});
  const auto km = distance(r, row);
  if (km && *km > kPlaceTold)
    out.push_back({"place", r.event->place->name, row.place + ", " + std::to_string(static_cast<int>(std::lround(*km))) + " km away"});
  const auto count = [&](const char* field, std::optional<int64_t> own, std::optional<int64_t> theirs) {
    if (!theirs || own == theirs) return;
    out.push_back({field, own ? std::to_string(*own) : "unknown", std::to_string(*theirs)});
  };
  if (form == ReferenceForm::ged) {
    count("best", r.killed.best, row.best);
    count("low", r.killed.low, row.low);
    count("high", r.killed.high, row.high);
    if (r.killed.best) count("deaths_civilians", r.deaths_civilians, row.civilians);
    const std::string violence = r.violence == 0 ? std::string("unknown") : std::to_string(r.violence);
    if (!row.type.empty() && violence != row.type) out.push_back({"type_of_violence", violence, row.type});
  } else {
    if (r.killed.low || row.best.value_or(0) > 0) count("fatalities", r.killed.low, row.best);
    if (!row.type.empty() && base::fold(r.acled_sub) != base::fold(row.type))
      out.push_back({"sub_event_type", r.acled_sub.empty() ? "unknown" : r.acled_sub, row.type});
  }
  if (!row.sides.empty() && seen.sides != seen_row.sides) out.push_back({"sides", names_of(r), base::join(row.sides, "; ")});
  return out;
}

}  // namespace

Matching match(const std::vector<Record>& records, const Reference& reference, const actors::Registry& registry) {
  const Sides sides(registry);
  std::vector<Seen> seen(records.size());
  std::vector<uint32_t> by_day;  // records with a day, by their first
  std::set<std::string> countries;
  int64_t longest = 0;
  int64_t end = INT64_MIN;
  for (uint32_t i = 0; i < records.size(); ++i) {
    const Record& r = records[i];
    if (r.event->place) countries.insert(sides.country(r.event->place->country));
    if (!r.first) continue;
    seen[i] = {sides_of(r, sides), number(*r.first), number(*r.last)};
    longest = std::max(longest, seen[i].last - seen[i].first);
    end = std::max(end, seen[i].last);
    by_day.push_back(i);
  }
  std::sort(by_day.begin(), by_day.end(), [&](uint32_t a, uint32_t b) { return seen[a].first < seen[b].first; });
  const auto within_reach = [&](const ReferenceEvent& row, const Seen& s) {
    const bool days = !by_day.empty() && s.first <= end && seen[by_day.front()].first <= s.last;
    return days && (row.country.empty() || countries.contains(sides.country(row.country)));
  };

  struct Candidate {
    double score;
    uint32_t record, row;
  };
  std::vector<Candidate> candidates;
  std::vector<Seen> seen_rows(reference.events.size());
  std::vector<bool> reached(reference.events.size());
  for (uint32_t k = 0; k < reference.events.size(); ++k) {
    const ReferenceEvent& row = reference.events[k];
    if (!row.first) continue;
    Seen& s = seen_rows[k];
    s = {{}, number(*row.first), number(row.last.value_or(*row.first))};
    reached[k] = within_reach(row, s);
    if (!reached[k]) continue;
    for (const std::string& name : row.sides) s.sides.insert(sides.key(name));
    const auto from = std::lower_bound(by_day.begin(), by_day.end(), s.first - longest - kRoomDays,
                                       [&](uint32_t i, int64_t day) { return seen[i].first < day; });
    for (auto i = from; i != by_day.end() && seen[*i].first <= s.last + kRoomDays; ++i)
      if (const auto agreed = score(records[*i], seen[*i], row, s)) candidates.push_back({*agreed, *i, k});
  }
  std::sort(candidates.begin(), candidates.end(), [&](const Candidate& a, const Candidate& b) {
    return std::tuple(-a.score, records[a.record].event->id, reference.events[a.row].id, a.row) <
           std::tuple(-b.score, records[b.record].event->id, reference.events[b.row].id, b.row);
  });

  std::vector<bool> told(records.size());
  std::vector<std::optional<Pair>> pair_of(reference.events.size());
  for (const Candidate& c : candidates) {
    if (told[c.record] || pair_of[c.row]) continue;
    told[c.record] = true;
    const ReferenceEvent& row = reference.events[c.row];
    pair_of[c.row] =
        Pair{&records[c.record], &row, c.score, differences(records[c.record], seen[c.record], row, seen_rows[c.row], reference.form)};
  }
  Matching out;
  for (size_t k = 0; k < reference.events.size(); ++k) {
    if (pair_of[k])
      out.matched.push_back(std::move(*pair_of[k]));
    else if (reached[k])
      out.missed.push_back(&reference.events[k]);
    else
      ++out.out_of_reach;
  }
  for (size_t i = 0; i < records.size(); ++i) {
    const bool lethal = records[i].killed.best.value_or(0) > 0;
    const bool asked = lethal || (reference.form == ReferenceForm::acled && !records[i].acled_type.empty());
    if (!told[i] && asked) out.extra.push_back(&records[i]);
  }
  return out;
}

}  // namespace herald::exports
