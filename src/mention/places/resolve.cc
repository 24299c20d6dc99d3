#include "mention/places/resolve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace herald::places {
namespace {

using format::kNone;

constexpr size_t kMostCandidates = 150;
constexpr size_t kMostChoices = 6;
constexpr int kRounds = 3;
constexpr double kLeastOdds = 0.005;
constexpr double kLeastLikeness = 0.8;
constexpr double kNamedOdds = 0.5;
constexpr double kSamePlace = 6;  // km

// Weights in nats, fitted by hand on the even lines of GeoVirus and LGL.
struct Weights {
  double population = 0.75;  // a factor of e in inhabitants
  double country = 12.0;
  double region = 9.0;
  double admin2 = 4.5;
  double seat = 0.8;
  double capital = 2.2;
  double codebook = 9.5;
  double alias = -0.9;
  double alternate = -3.3;
  double unlike = -12.0;  // for all of likeness lost
  double sort_fits = 6.0;
  double sort_clashes = -4.0;
  double inside = 7.0;        // lies in what the text says holds it
  double same_country = 5.5;  // for all of the report's weight in its country
  double same_region = 4.6;
  double near_by = 2.5;
  double none = 3.0;  // that the name means a place which the gazetteer lacks
};
constexpr Weights kWeights;

struct Vector {
  double x = 0;
  double y = 0;
  double z = 0;
};
Vector direction(const format::PlaceRecord& r) {
  const double lat = r.lat * M_PI / 180;
  const double lon = r.lon * M_PI / 180;
  return {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

double prior(const Gazetteer& gazetteer, const Candidate& c) {
  const format::PlaceRecord& r = gazetteer.record(c.place);
  const Kind kind = gazetteer.kind(c.place);
  double s = 0;
  if (kind == Kind::country || kind == Kind::former_state || kind == Kind::macro_region) {
    s = kWeights.country;
  } else if (kind == Kind::admin1) {
    s = kWeights.region;
  } else if (kind == Kind::admin2) {
    s = kWeights.admin2;
  } else if (r.source == static_cast<uint8_t>(Source::codebook)) {
    s = kWeights.codebook;
  } else {
    s = kWeights.population * std::log(r.population + 50.0) - 2;
    if (kind == Kind::capital) s += kWeights.capital;
    if (kind == Kind::seat) s += kWeights.seat;
  }
  if (c.how == How::alias) s += kWeights.alias;
  if (c.how == How::alternate) s += kWeights.alternate;
  return s + kWeights.unlike * (1 - c.likeness);
}

// All spots of one name and sort.
struct Group {
  std::vector<Candidate> candidates;
  std::vector<double> base;  // score before the report's geography
  std::vector<Vector> at;
  std::vector<double> odds;
  double weight = 0;  // how often the name stands
};

// Odds of each candidate beside one another and beside none of them.
void to_odds(const std::vector<double>& scores, std::vector<double>& odds) {
  odds.assign(scores.size(), 0);
  if (scores.empty()) return;
  const double top = std::max(kWeights.none, *std::max_element(scores.begin(), scores.end()));
  double sum = std::exp(kWeights.none - top);
  for (size_t i = 0; i < scores.size(); ++i) sum += odds[i] = std::exp(scores[i] - top);
  for (double& o : odds) o /= sum;
}

class Resolver {
 public:
  Resolver(const Reading& reading, const Gazetteer& gazetteer, const std::vector<Spot>& spots)
      : reading_(reading), gazetteer_(gazetteer), spots_(spots) {}

  std::vector<std::vector<Choice>> run() {
    group();
    for (Group& g : groups_) to_odds(g.base, g.odds);
    for (int round = 0; round < kRounds; ++round) weigh();
    for (const Group& g : groups_)
      for (size_t i = 0; i < g.candidates.size(); ++i)
        if (g.candidates[i].likeness == 1 && g.odds[i] >= kNamedOdds) named_.insert(gazetteer_.country(g.candidates[i].place));
    std::vector<std::vector<Choice>> out;
    out.reserve(spots_.size());
    for (const size_t g : group_of_) out.push_back(choices(groups_[g]));
    return out;
  }

 private:
  void group() {
    std::map<std::pair<std::string, Sort>, size_t> known;
    for (const Spot& s : spots_) {
      const auto [it, fresh] = known.try_emplace({s.key, s.sort}, groups_.size());
      if (fresh) {
        groups_.emplace_back();
        start(groups_.back(), s);
      }
      group_of_.push_back(it->second);
    }
    for (size_t i = 0; i < spots_.size(); ++i) {
      Group& g = groups_[group_of_[i]];
      const Span line = reading_.report.dateline_span.value_or(Span{});
      g.weight += line.contains(spots_[i].span) ? 2 : 1;
      if (spots_[i].inside >= 0) hold(g, spots_[static_cast<size_t>(spots_[i].inside)]);
    }
  }

  void start(Group& g, const Spot& s) const {
    std::vector<std::pair<double, Candidate>> scored;
    for (const Candidate& c : s.candidates) {
      double score = prior(gazetteer_, c);
      if (s.sort != Sort::none) score += fits(s.sort, gazetteer_.kind(c.place)) ? kWeights.sort_fits : kWeights.sort_clashes;
      scored.emplace_back(score, c);
    }
    std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    if (scored.size() > kMostCandidates) scored.resize(kMostCandidates);
    for (const auto& [score, c] : scored) {
      g.candidates.push_back(c);
      g.base.push_back(score);
      g.at.push_back(direction(gazetteer_.record(c.place)));
    }
  }

  // What the text says holds the name: "Columbus, Ohio".
  void hold(Group& g, const Spot& holder) const {
    for (size_t i = 0; i < g.candidates.size(); ++i) {
      const bool in = std::any_of(holder.candidates.begin(), holder.candidates.end(), [&](const Candidate& h) {
        return h.how != How::alternate && lies_in(gazetteer_, g.candidates[i].place, h.place);
      });
      if (in) g.base[i] += kWeights.inside;
    }
  }

  // One round: each name's candidates against what the other names seem to mean.
  void weigh() {
    std::map<std::string_view, double> countries;
    std::map<uint32_t, double> regions;
    double total = 0;
    const auto tell = [&](const Group& g, double sign) {
      const double w = sign * std::sqrt(g.weight);
      for (size_t i = 0; i < g.candidates.size(); ++i) {
        const uint32_t place = g.candidates[i].place;
        countries[gazetteer_.country(place)] += w * g.odds[i];
        const uint32_t region = gazetteer_.kind(place) == Kind::admin1 ? place : gazetteer_.admin1(place);
        if (region != kNone) regions[region] += w * g.odds[i];
      }
      if (!g.candidates.empty()) total += w;
    };
    for (const Group& g : groups_) tell(g, 1);
    std::vector<std::vector<double>> next(groups_.size());
    for (size_t k = 0; k < groups_.size(); ++k) {
      const Group& g = groups_[k];

      tell(g, -1);
      std::vector<double> scores = g.base;
      for (size_t i = 0; i < g.candidates.size(); ++i) {
        const uint32_t place = g.candidates[i].place;
        const std::string_view country = gazetteer_.country(place);
        if (!country.empty()) scores[i] += kWeights.same_country * countries[country] / (total + 1);
        const uint32_t region = gazetteer_.kind(place) == Kind::admin1 ? place : gazetteer_.admin1(place);
        if (region != kNone) scores[i] += kWeights.same_region * regions[region] / (total + 1);
        scores[i] += kWeights.near_by * closeness(k, g.at[i]);
      }
      tell(g, 1);
      to_odds(scores, next[k]);
    }
    for (size_t k = 0; k < groups_.size(); ++k) groups_[k].odds = std::move(next[k]);
  }

  // In [0, 1]: how close the other names' likeliest places lie, each fading over 100 km.
  [[nodiscard]] double closeness(size_t own, const Vector& at) const {
    double far = 1;
    for (size_t k = 0; k < groups_.size(); ++k) {
      const Group& o = groups_[k];
      if (k == own || o.candidates.empty()) continue;
      const auto best = static_cast<size_t>(std::max_element(o.odds.begin(), o.odds.end()) - o.odds.begin());
      if (type_of(gazetteer_.kind(o.candidates[best].place)) == PlaceType::country) continue;
      const Vector& b = o.at[best];
      const double chord2 = (at.x - b.x) * (at.x - b.x) + (at.y - b.y) * (at.y - b.y) + (at.z - b.z) * (at.z - b.z);
      const double km = std::sqrt(chord2) * 6371;
      if (km < 600) far *= 1 - 0.6 * o.odds[best] * std::exp(-km / 100);
    }
    return 1 - far;
  }

  // A variant spelling counts only where it is close and in a country that the report names by itself.
  [[nodiscard]] bool believable(const Candidate& c) const {
    return c.likeness == 1 || (c.likeness >= kLeastLikeness && named_.count(gazetteer_.country(c.place)) != 0);
  }

  // One place may stand twice, in the codebook and in GeoNames: the likelier entry takes the other's odds.
  void merge(std::vector<Choice>& out) const {
    for (size_t i = 0; i < out.size(); ++i) {
      const format::PlaceRecord& a = gazetteer_.record(out[i].place);
      for (size_t j = out.size(); --j > i;) {
        const format::PlaceRecord& b = gazetteer_.record(out[j].place);
        if (type_of(gazetteer_.kind(out[i].place)) != type_of(gazetteer_.kind(out[j].place))) continue;
        if (rough_km({.lat = a.lat, .lon = a.lon}, {.lat = b.lat, .lon = b.lon}) >
            std::max(kSamePlace, static_cast<double>(std::min(a.radius_km, b.radius_km))))
          continue;
        out[i].odds += out[j].odds;
        out.erase(out.begin() + static_cast<std::ptrdiff_t>(j));
      }
    }
    std::stable_sort(out.begin(), out.end(), [](const Choice& a, const Choice& b) { return a.odds > b.odds; });
  }

  [[nodiscard]] std::vector<Choice> choices(const Group& g) const {
    std::vector<Choice> out;
    double none = 1;
    double best = 0;
    for (const double o : g.odds) {
      none -= o;
      best = std::max(best, o);
    }
    if (best < none) return out;
    for (size_t i = 0; i < g.candidates.size(); ++i)
      if (g.odds[i] >= kLeastOdds && believable(g.candidates[i])) out.push_back({.place = g.candidates[i].place, .odds = g.odds[i]});
    std::stable_sort(out.begin(), out.end(), [](const Choice& a, const Choice& b) { return a.odds > b.odds; });
    merge(out);
    if (out.size() > kMostChoices) out.resize(kMostChoices);
    return out;
  }

  const Reading& reading_;
  const Gazetteer& gazetteer_;
  const std::vector<Spot>& spots_;
  std::vector<Group> groups_;
  std::vector<size_t> group_of_;      // one a spot
  std::set<std::string_view> named_;  // countries of the places that are sure
};

}  // namespace

std::vector<std::vector<Choice>> resolve(const Reading& reading, const Gazetteer& gazetteer, const std::vector<Spot>& spots) {
  return Resolver(reading, gazetteer, spots).run();
}

std::vector<Choice> rank_alone(const Gazetteer& gazetteer, const std::vector<Candidate>& candidates, size_t most) {
  std::vector<double> scores;
  scores.reserve(candidates.size());
  for (const Candidate& c : candidates) scores.push_back(prior(gazetteer, c));
  std::vector<double> odds;
  to_odds(scores, odds);
  std::vector<Choice> out;
  for (size_t i = 0; i < candidates.size(); ++i) out.push_back({.place = candidates[i].place, .odds = odds[i]});
  std::stable_sort(out.begin(), out.end(), [](const Choice& a, const Choice& b) { return a.odds > b.odds; });
  if (out.size() > most) out.resize(most);
  return out;
}

double rough_km(const GeoPoint& a, const GeoPoint& b) {
  const double rad = M_PI / 180;
  const double h = std::pow(std::sin((b.lat - a.lat) * rad / 2), 2) +
                   std::cos(a.lat * rad) * std::cos(b.lat * rad) * std::pow(std::sin((b.lon - a.lon) * rad / 2), 2);
  return 2 * 6371.0 * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace herald::places
