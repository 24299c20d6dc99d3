#include "ledger/facts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/one_of.h"
#include "base/text.h"

namespace herald::ledger {
namespace {

using base::one_of;

constexpr double kEarthRadiusKm = 6371.0088;
constexpr double kCoarseKm = 60;
constexpr double kNearKm = 25;

// Words that tell nothing about which people or place is meant. Sorted.
constexpr std::array<std::string_view, 73> kEmptyWords{
    "a",      "about",     "all",    "allied", "an",       "and",    "another",   "as",     "at",      "backed", "by",
    "dead",   "dozens",    "eight",  "eleven", "five",     "for",    "forces",    "former", "four",    "from",   "had",
    "has",    "her",       "him",    "his",    "hundreds", "in",     "including", "its",    "least",   "least",  "led",
    "many",   "members",   "more",   "most",   "near",     "nearly", "nine",      "of",     "on",      "one",    "other",
    "others", "over",      "people", "person", "persons",  "scores", "senior",    "set",    "several", "seven",  "six",
    "some",   "suspected", "ten",    "than",   "that",     "the",    "their",     "them",   "those",   "three",  "to",
    "twelve", "two",       "up",     "was",    "were",     "who",    "with"};

// Titles and ranks that begin with a capital but name nobody.
constexpr std::array<std::string_view, 40> kTitles{
    "brigadier", "captain",  "capt",    "chief",    "col",       "colonel",  "commander", "corporal",   "dr",     "ex",
    "former",    "gen",      "general", "governor", "her",       "his",      "king",      "lieutenant", "lt",     "maj",
    "major",     "minister", "miss",    "mr",       "mrs",       "ms",       "mullah",    "officer",    "police", "premier",
    "president", "prime",    "prince",  "prof",     "professor", "sergeant", "sgt",       "sheikh",     "sir",    "the"};

// "policemen" and "policeman", "soldiers" and "soldier" are to meet: a plural s and the e of -men go.
std::string stem(std::string_view word) {
  std::string s(word);
  if (s.size() > 4 && s.ends_with("men")) s[s.size() - 2] = 'a';
  if (s.size() > 4 && s.ends_with("ies")) return s.substr(0, s.size() - 3) + "y";
  if (s.size() > 3 && s.ends_with('s') && !s.ends_with("ss")) s.pop_back();
  return s;
}

void sort_unique(std::vector<std::string>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

std::vector<std::string> proper_names(std::string_view phrase) {
  std::vector<std::string> out;
  for (std::string_view raw : base::split(phrase, ' ')) {
    while (!raw.empty() && !std::isalnum(static_cast<unsigned char>(raw.front())) && static_cast<unsigned char>(raw.front()) < 0x80)
      raw.remove_prefix(1);
    if (raw.empty() || !(raw.front() >= 'A' && raw.front() <= 'Z')) continue;
    for (const std::string& word : content_words(raw)) {
      if (word.size() > 2 && !one_of(word, kTitles)) out.push_back(word);
    }
  }
  sort_unique(out);
  return out;
}

double distance_km(const GeoPoint& a, const GeoPoint& b) {
  const double rad = std::acos(-1.0) / 180;
  const double dlat = (b.lat - a.lat) * rad;
  const double dlon = (b.lon - a.lon) * rad;
  const double h = std::pow(std::sin(dlat / 2), 2) + std::cos(a.lat * rad) * std::cos(b.lat * rad) * std::pow(std::sin(dlon / 2), 2);
  return 2 * kEarthRadiusKm * std::asin(std::min(1.0, std::sqrt(h)));
}

int32_t days_of(Day day) {
  return static_cast<int32_t>(day.time_since_epoch().count());
}

std::optional<DayRange> range_of(const Claim& claim) {
  if (!claim.date) return std::nullopt;
  const Period& p = claim.date->period;
  if (p.start && p.end) return DayRange{days_of(*p.start), days_of(*p.end)};
  // An open period is known by the end that it has.
  if (p.end) return DayRange{days_of(*p.end), days_of(*p.end)};
  if (p.start) return DayRange{days_of(*p.start), days_of(*p.start)};
  return std::nullopt;
}

bool relative(std::string_view folded_name) {
  for (const std::string_view side : {"north of ", "south of ", "east of ", "west of ", "near ", "outside "}) {
    if (folded_name.find(side) != std::string_view::npos) return true;
  }
  return false;
}

void add_words(std::vector<std::string>& to, const std::optional<Party>& party) {
  if (!party) return;
  for (std::string& word : content_words(party->text)) to.push_back(std::move(word));
  if (party->name != party->text) {
    for (std::string& word : content_words(party->name)) to.push_back(std::move(word));
  }
}

// The words by which common parlance names a state's side and its foes.
constexpr std::array<std::string_view, 9> kStateWords{"army",  "government", "loyalist", "military", "regime",
                                                      "state", "troop",      "warplane", "soldier"};
constexpr std::array<std::string_view, 6> kRebelWords{"rebel", "opposition", "insurgent", "guerrilla", "islamist", "militant"};

enum class Camp : uint8_t { unknown, state, rebel };

Camp camp_of(const std::vector<std::string>& words) {
  const auto any = [&](const auto& list) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& w) { return one_of(w, list); });
  };
  return any(kRebelWords) ? Camp::rebel : any(kStateWords) ? Camp::state : Camp::unknown;
}

std::vector<std::string> words_of(const Party& party) {
  return content_words(party.text + " " + party.name);
}

}  // namespace

std::vector<std::string> content_words(std::string_view phrase) {
  const std::string folded = base::fold(phrase);
  std::vector<std::string> out;
  for (const std::string_view word : base::split(folded, ' ')) {
    if (word.size() < 2 || one_of(word, kEmptyWords) || std::isdigit(static_cast<unsigned char>(word.front()))) continue;
    out.push_back(stem(word));
  }
  sort_unique(out);
  return out;
}

size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  size_t n = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++n, ++i, ++j;
    }
  }
  return n;
}

bool coarse(const Place& place) {
  return place.type == PlaceType::country || place.type == PlaceType::region || (place.at && place.radius_km > kCoarseKm);
}

PlaceRelation compare(const Place& a, const Place& b) {
  const std::string name_a = base::fold(a.name);
  const std::string name_b = base::fold(b.name);
  // "South of Baghdad" is not in Baghdad, and may bear its reference.
  if (relative(name_a) != relative(name_b))
    return a.country == b.country || a.country.empty() || b.country.empty() ? PlaceRelation::near : PlaceRelation::apart;
  if (!a.ref.empty() && a.ref == b.ref) return PlaceRelation::same;
  if (name_a.empty() || name_b.empty()) return PlaceRelation::unknown;
  if (name_a == name_b && (a.ref.empty() || b.ref.empty() || a.country == b.country)) return PlaceRelation::same;
  const auto country_holds = [](const Place& c, const Place& p) {
    return c.type == PlaceType::country && !c.country.empty() && c.country == p.country;
  };
  if (country_holds(a, b) || country_holds(b, a)) return PlaceRelation::contains;
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return PlaceRelation::apart;
  if (a.at && b.at) {
    const double km = distance_km(*a.at, *b.at);
    if (km <= std::max(a.radius_km, b.radius_km)) return PlaceRelation::contains;
    return km <= kNearKm + a.radius_km + b.radius_km ? PlaceRelation::near : PlaceRelation::apart;
  }
  const std::vector<std::string> words_a = content_words(name_a);
  const std::vector<std::string> words_b = content_words(name_b);
  const size_t common = shared(words_a, words_b);
  return common > 0 && common >= std::min(words_a.size(), words_b.size()) ? PlaceRelation::contains : PlaceRelation::differ;
}

bool opposed(const Party& a, const Party& b) {
  const Camp x = camp_of(words_of(a));
  const Camp y = camp_of(words_of(b));
  return x != y && x != Camp::unknown && y != Camp::unknown;
}

bool same_side(const Party& a, const Party& b) {
  if (!a.ref.empty() && a.ref == b.ref) return true;
  const std::vector<std::string> words_a = words_of(a);
  const std::vector<std::string> words_b = words_of(b);
  const Camp x = camp_of(words_a);
  const Camp y = camp_of(words_b);
  if (x != Camp::unknown && y != Camp::unknown) return x == y;
  return shared(words_a, words_b) > 0;
}

std::vector<Fact> facts_of(const Account& account) {
  std::vector<Fact> out;
  out.reserve(account.claims.size());
  for (uint32_t i = 0; i < account.claims.size(); ++i) {
    const ClaimRow& row = account.claims[i];
    if (row.rejected) continue;
    const LedgerReport& report = account.reports[row.report];
    const Claim& claim = report.claims[row.claim];
    Fact fact;
    fact.row = i;
    fact.report = row.report;
    fact.claim = &claim;
    fact.when = range_of(claim);
    fact.when_stated = fact.when && !claim.date->inherited;
    if (claim.place) fact.place = base::fold(claim.place->place.name);
    fact.place_stated =
        claim.place && claim.place->place.method != PlaceMethod::inherited && claim.place->place.method != PlaceMethod::dateline;
    add_words(fact.victims, claim.victims);
    add_words(fact.victims, claim.target);
    add_words(fact.victims, claim.from);
    add_words(fact.agents, claim.by);
    add_words(fact.agents, claim.holder);
    sort_unique(fact.victims);
    sort_unique(fact.agents);
    for (const std::optional<Party>* party : {&claim.victims, &claim.target}) {
      if (!*party) continue;
      for (std::string& name : proper_names((*party)->text)) fact.names.push_back(std::move(name));
    }
    sort_unique(fact.names);
    fact.voice = row.voice_key;
    fact.at = claim.evidence.empty() ? claim.trigger.begin : claim.evidence.front().begin;
    if (report.report.published) fact.published = days_of(report.report.published->day());
    out.push_back(std::move(fact));
  }
  return out;
}

}  // namespace herald::ledger
