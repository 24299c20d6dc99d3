#include "ledger/link.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>

#include "ledger/block.h"
#include "ledger/cluster.h"

namespace herald::ledger {
namespace {

constexpr double kWithinSame = 0.9;
constexpr double kWithinContains = -1.4;
constexpr double kWithinNear = -1.4;
// Average log odds above which two groups of claims are one happening.
constexpr double kWithinThreshold = 0.6;
constexpr double kAcrossThreshold = 2.0;
// A claim that a report gives as part of another's total is about the same happening.
constexpr double kPartOfWhole = 20;
// What a pair of incidents that no block brought together scores.
constexpr double kMissing = -1.5;
constexpr double kDiffer = -1.6;
constexpr double kDecided = 1e6;
// A battle or offensive that is told as one happening lasts no longer.
constexpr int32_t kBattleDays = 31;
constexpr int32_t kYearDays = 366;
// One count of one harm is never so many times another of the same happening.
constexpr int64_t kFarApart = 50;

template <typename T>
void sort_unique(std::vector<T>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

bool is_casualties(const Fact& f) {
  return f.claim->type == ClaimType::casualties;
}

// A place that a claim has from its surroundings may be another's: it weighs less, for and against.
double inherited_place(PlaceRelation relation) {
  switch (relation) {
    case PlaceRelation::same:
      return 0.9;
    case PlaceRelation::near:
      return -0.4;
    case PlaceRelation::differ:
      return -0.5;
    case PlaceRelation::apart:
      return -0.9;
    case PlaceRelation::contains:
    case PlaceRelation::unknown:
      return 0;
  }
  return 0;
}

// "Northern Iraq" and "Baghdad" can be one place; two towns cannot.
double within_place(const Fact& a, const Fact& b) {
  if (!a.claim->place || !b.claim->place) return 0;
  const Place& x = a.claim->place->place;
  const Place& y = b.claim->place->place;
  const PlaceRelation relation = compare(x, y);
  if (!a.place_stated || !b.place_stated) return inherited_place(relation);
  switch (relation) {
    case PlaceRelation::same:
      return kWithinSame;
    // A report that names the town for one claim and only the country for another seldom means one happening, unless the place was
    // inferred.
    case PlaceRelation::contains:
      return x.method == PlaceMethod::named && y.method == PlaceMethod::named ? kWithinContains : 0;
    case PlaceRelation::near:
      return kWithinNear;
    case PlaceRelation::differ:
      return -1.8;
    case PlaceRelation::apart:
      return -3.0;
    case PlaceRelation::unknown:
      return 0;
  }
  return 0;
}

double within_time(const Fact& a, const Fact& b) {
  if (!a.when || !b.when) return 0;
  const bool stated = a.when_stated && b.when_stated;
  if (a.when->first == b.when->first && a.when->last == b.when->last) return stated ? 0.8 : 0.4;
  if (!stated) return a.when->overlaps(*b.when) ? 0 : a.when->gap(*b.when) == 1 ? -0.5 : -1.2;
  if (a.when->overlaps(*b.when)) return std::abs(a.when->days() - b.when->days()) <= 1 ? 0.3 : -0.6;
  return a.when->gap(*b.when) == 1 ? -1.5 : -4.0;
}

bool battle(Kind kind) {
  return kind == Kind::clash || kind == Kind::shelling || kind == Kind::airstrike;
}

double within_kind(const Fact& a, const Fact& b) {
  const Claim& x = *a.claim;
  const Claim& y = *b.claim;
  if (x.type == ClaimType::violence && y.type == ClaimType::violence) {
    // A report tells a violent incident once: two claims of violence are two incidents unless all else agrees. A battle has its shelling
    // and its strikes.
    const bool one_target = shared(a.victims, b.victims) > 0;
    if (battle(x.kind) && battle(y.kind) && x.kind != y.kind) return -0.6;
    return x.kind == y.kind ? (one_target ? -0.2 : -1.0) : (one_target ? -1.2 : -1.8);
  }
  if (x.type == ClaimType::control && y.type == ClaimType::control) {
    // A siege and its relief are two; a capture, the word that the town is held, and the fighting for it are one.
    const auto siege = [](const Claim& c) { return c.state == ControlState::besieged || c.state == ControlState::relieved; };
    return x.state == y.state ? 0.2 : siege(x) || siege(y) ? -2.0 : -0.1;
  }
  if (x.type != y.type && (x.type == ClaimType::control || y.type == ClaimType::control)) return -0.4;
  if (is_casualties(a) && is_casualties(b)) {
    // Arrests and abductions are seldom what kills.
    const auto seized = [](const Claim& c) { return c.harm == Harm::captured || c.harm == Harm::abducted; };
    if (seized(x) != seized(y)) return -0.7;
  } else if (is_casualties(a) != is_casualties(b)) {
    const Claim& harm = is_casualties(a) ? x : y;
    if (harm.harm == Harm::captured) return -0.5;
    if (harm.harm == Harm::displaced) return -0.3;
    return 0.2;
  }
  return 0;
}

double within_parties(const Fact& a, const Fact& b) {
  double score = 0;
  if (!a.agents.empty() && !b.agents.empty()) score += shared(a.agents, b.agents) > 0 ? 0.9 : -0.9;
  if (shared(a.names, b.names) > 0) score += 1.0;
  if (shared(a.victims, b.victims) > 0) score += 0.5;
  return score;
}

double within_text(const Fact& a, const Fact& b) {
  const uint32_t bytes = a.at > b.at ? a.at - b.at : b.at - a.at;
  if (bytes < 40) return 1.0;
  if (bytes < 300) return 0.4;
  return bytes < 900 ? 0 : -0.3;
}

// Ground that is held, for longer than a battle lasts or since nobody knows when, is a state of things and no happening.
bool state_of_things(const Fact& f) {
  if (f.claim->type != ClaimType::control || f.claim->state != ControlState::held) return false;
  return !f.when || f.when->days() > kBattleDays || !f.claim->date->period.start;
}

// Running totals, and what is counted over more than a year, are about no one happening, unless the report tells their days in their place
// as one battle or offensive.
bool running_total(const Fact& f, const Fact* begin, const Fact* end) {
  const bool counted_over_years = is_casualties(f) && f.when && f.when->days() > kYearDays;
  if ((!f.claim->cumulative && !counted_over_years) || (f.claim->figure.low == 1 && f.claim->figure.high == 1)) return false;
  return !std::any_of(begin, end, [&](const Fact& o) {
    const bool one_incident = !f.claim->incident.empty() && f.claim->incident == o.claim->incident;
    if (one_incident && o.claim->type == ClaimType::violence && f.when && o.when && f.when->first == o.when->first &&
        f.when->last == o.when->last)
      return true;
    if (o.claim->cumulative || o.claim->type == ClaimType::casualties || !f.when || !o.when || !f.claim->place || !o.claim->place)
      return false;
    const bool days = f.when->first == o.when->first && f.when->last == o.when->last && f.when->days() > 1 && f.when->days() <= kBattleDays;
    const PlaceRelation place = compare(f.claim->place->place, o.claim->place->place);
    return days && (place == PlaceRelation::same || place == PlaceRelation::contains);
  });
}

// Facts of one report that are about no one happening; a part goes where its whole goes. Indices are into [begin, end).
std::vector<bool> background(const Fact* begin, const Fact* end) {
  std::vector<bool> out(static_cast<size_t>(end - begin));
  for (const Fact* f = begin; f != end; ++f) out[static_cast<size_t>(f - begin)] = state_of_things(*f) || running_total(*f, begin, end);
  for (const Fact* part = begin; part != end; ++part) {
    for (const Fact* whole = begin; whole != end && !part->claim->within.empty(); ++whole) {
      if (whole->claim->id == part->claim->within && out[static_cast<size_t>(whole - begin)]) out[static_cast<size_t>(part - begin)] = true;
    }
  }
  return out;
}

Incident incident_of(const std::vector<Fact>& facts, std::vector<uint32_t> members) {
  Incident out;
  out.report = facts[members.front()].report;
  out.published = facts[members.front()].published;
  for (const uint32_t m : members) {
    const Fact& f = facts[m];
    if (f.when && (!out.when || std::pair(!f.when_stated, f.when->days()) < std::pair(!out.when_stated, out.when->days()))) {
      out.when = f.when;
      out.when_stated = f.when_stated;
    }
    if (f.claim->place) {
      const Place& place = f.claim->place->place;
      if (!out.place || std::pair(coarse(place), !f.place_stated) < std::pair(coarse(*out.place), !out.place_stated)) {
        out.place = &place;
        out.place_stated = f.place_stated;
      }
    }
    out.victims.insert(out.victims.end(), f.victims.begin(), f.victims.end());
    out.agents.insert(out.agents.end(), f.agents.begin(), f.agents.end());
    out.names.insert(out.names.end(), f.names.begin(), f.names.end());
    if (f.claim->kind != Kind::none) out.kinds.push_back(static_cast<uint8_t>(f.claim->kind));
    if (f.claim->state) out.states.push_back(static_cast<uint8_t>(*f.claim->state));
    if (is_casualties(f) && f.claim->harm && f.claim->figure.low && !f.claim->figure.vague)
      out.figures.emplace_back(*f.claim->harm, *f.claim->figure.low);
  }
  out.facts = std::move(members);
  sort_unique(out.victims);
  sort_unique(out.agents);
  sort_unique(out.names);
  sort_unique(out.kinds);
  sort_unique(out.states);
  sort_unique(out.figures);
  return out;
}

std::vector<Pair> within_pairs(const std::vector<Fact>& facts, const std::vector<uint32_t>& claims, const Verdicts& verdicts) {
  std::vector<Pair> pairs;
  for (uint32_t i = 0; i < claims.size(); ++i) {
    for (uint32_t j = i + 1; j < claims.size(); ++j) pairs.push_back({i, j, within_score(facts[claims[i]], facts[claims[j]])});
  }
  const auto local = [&](uint32_t fact) {
    return static_cast<uint32_t>(std::lower_bound(claims.begin(), claims.end(), fact) - claims.begin());
  };
  const auto here = [&](uint32_t fact) { return local(fact) < claims.size() && claims[local(fact)] == fact; };
  const auto decide = [&](const std::vector<std::pair<uint32_t, uint32_t>>& list, double score) {
    for (const auto& [x, y] : list) {
      if (!here(x) || !here(y)) continue;
      for (Pair& pair : pairs) {
        if (pair.a == std::min(local(x), local(y)) && pair.b == std::max(local(x), local(y))) pair.score = score;
      }
    }
  };
  decide(verdicts.together, kDecided);
  decide(verdicts.apart, kCannotLink);
  return pairs;
}

double across_time(const Incident& a, const Incident& b) {
  if (!a.when || !b.when) return std::abs(a.published - b.published) <= 3 ? 0.2 : -0.3;
  const int32_t widest = std::max(a.when->days(), b.when->days());
  if (a.when->overlaps(*b.when)) return widest <= 2 ? 1.6 : widest <= 10 ? 0.9 : widest <= 40 ? 0.5 : 0.2;
  const int32_t gap = a.when->gap(*b.when);
  // The day of the report where it says no other: the happening may have been days before.
  if (!a.when_stated || !b.when_stated) return gap <= 1 ? -0.3 : gap <= 3 ? -0.8 : gap <= kInheritedDays ? -1.2 : kCannotLink;
  if (gap == 1) return -0.6;
  return gap <= 3 ? -3.0 : kCannotLink;
}

double across_place(const Incident& a, const Incident& b) {
  if (!a.place || !b.place) return 0;
  switch (compare(*a.place, *b.place)) {
    case PlaceRelation::same:
      return coarse(*a.place) ? 1.0 : 2.0;
    case PlaceRelation::contains:
      return 0.8;
    case PlaceRelation::near:
      return 0.5;
    case PlaceRelation::differ:
      return -1.6;
    case PlaceRelation::apart:
      return a.place_stated && b.place_stated ? kCannotLink : kDiffer;
    case PlaceRelation::unknown:
      return 0;
  }
  return 0;
}

template <typename T>
bool meet(const std::vector<T>& a, const std::vector<T>& b) {
  return std::any_of(a.begin(), a.end(), [&](const T& x) { return std::binary_search(b.begin(), b.end(), x); });
}

double across_kind(const Incident& a, const Incident& b) {
  double score = 0;
  constexpr uint8_t kAssault = static_cast<uint8_t>(Kind::assault);
  if (!a.kinds.empty() && !b.kinds.empty()) {
    const bool loose =
        std::binary_search(a.kinds.begin(), a.kinds.end(), kAssault) || std::binary_search(b.kinds.begin(), b.kinds.end(), kAssault);
    score += meet(a.kinds, b.kinds) ? 0.8 : loose ? -0.2 : -1.2;
  }
  if (!a.states.empty() && !b.states.empty()) score += meet(a.states, b.states) ? 1.2 : -0.4;
  if (a.states.empty() != b.states.empty()) score -= 0.3;
  return score;
}

// Rare figures that agree weigh more than ones and twos; figures that differ a little may be updates.
double across_figures(const Incident& a, const Incident& b) {
  double score = 0;
  int apart = 0;
  for (const auto& [harm, n] : a.figures) {
    bool same_harm = false;
    bool close = false;
    bool far = true;
    for (const auto& [other, m] : b.figures) {
      if (other != harm) continue;
      same_harm = true;
      close = close || (std::max(n, m) <= 2 * std::min(n, m));
      far = far && std::max(n, m) > kFarApart * std::min(n, m);
      if (n == m) score += n >= 10 ? 1.4 : n >= 4 ? 0.9 : 0.4;
    }
    if (same_harm && !close) ++apart;
    if (same_harm && far) score -= 2.0;
  }
  return std::min(score, 2.5) - std::min(apart, 2) * 0.5;
}

double across_parties(const Incident& a, const Incident& b) {
  double score = 0;
  if (!a.agents.empty() && !b.agents.empty()) score += shared(a.agents, b.agents) > 0 ? 0.7 : -0.4;
  const size_t names = shared(a.names, b.names);
  score += names == 0 ? 0 : names == 1 ? 1.6 : 2.4;
  score += std::min<size_t>(3, shared(a.victims, b.victims)) * 0.35;
  return score;
}

}  // namespace

double within_score(const Fact& a, const Fact& b) {
  double score = within_place(a, b) + within_time(a, b) + within_kind(a, b) + within_parties(a, b) + within_text(a, b);
  if (!a.claim->incident.empty() && !b.claim->incident.empty()) score += a.claim->incident == b.claim->incident ? 1.5 : -1.2;
  if (a.claim->modality != b.claim->modality)
    score -= a.claim->modality == Modality::planned || b.claim->modality == Modality::planned ? 2.0 : 0.0;
  return score;
}

double across_score(const Incident& a, const Incident& b) {
  const double time = across_time(a, b);
  const double place = across_place(a, b);
  if (time <= kCannotLink || place <= kCannotLink) return kCannotLink;
  double score = time + place + across_kind(a, b) + across_figures(a, b) + across_parties(a, b);
  // Two names without coordinates may be a town and its country; a victim that both name says so.
  if (place == kDiffer && shared(a.names, b.names) > 0) score -= kDiffer / 2;
  // A report that told two incidents apart knows them to be two; totals are no parts.
  if (a.report == b.report) score -= 4.0;
  if (a.total != b.total) score -= 3.0;
  return score;
}

namespace {

// A total takes in the places of its parts: a figure of one town is no sum over another's.
bool elsewhere(const Fact& whole, const Fact& part) {
  return whole.place_stated && part.place_stated && compare(whole.claim->place->place, part.claim->place->place) == PlaceRelation::apart;
}

// The incidents of a report over which `whole` sums up; empty where it is no sum. A figure that is the sum of the same harm over two or
// more other incidents of its report is their total.
std::vector<uint32_t> summed(const std::vector<Fact>& facts, const std::vector<Incident>& incidents, uint32_t f) {
  const Claim& whole = *facts[f].claim;
  if (!is_casualties(facts[f]) || !whole.figure.low || whole.figure.low != whole.figure.high || *whole.figure.low < 3) return {};
  int64_t sum = 0;
  std::vector<uint32_t> parts;
  for (uint32_t i = 0; i < incidents.size(); ++i) {
    int64_t most = 0;
    for (const uint32_t g : incidents[i].facts) {
      const Claim& part = *facts[g].claim;
      if (g == f || part.harm != whole.harm || !part.figure.low || part.figure.low != part.figure.high) continue;
      if (facts[f].when && facts[g].when && !facts[f].when->overlaps(*facts[g].when)) continue;
      if (elsewhere(facts[f], facts[g])) continue;
      most = std::max(most, *part.figure.low);
    }
    if (most == 0 || most >= *whole.figure.low) continue;
    sum += most;
    parts.push_back(i);
  }
  return parts.size() >= 2 && sum == *whole.figure.low ? parts : std::vector<uint32_t>{};
}

// Takes the totals of a report out of its incidents and makes them incidents of their own, those of one sentence together with the figures
// of other harms that it gives. `first` is the index that the first of `incidents` will have among all.
void find_totals(const std::vector<Fact>& facts, std::vector<Incident>& incidents, uint32_t first) {
  std::map<uint32_t, std::pair<std::vector<uint32_t>, std::vector<uint32_t>>> totals;  // by sentence: facts, parts
  for (const Incident& incident : incidents) {
    for (const uint32_t f : incident.facts) {
      std::vector<uint32_t> parts = summed(facts, incidents, f);
      if (parts.empty()) continue;
      auto& [members, over] = totals[facts[f].at];
      members.push_back(f);
      over.insert(over.end(), parts.begin(), parts.end());
    }
  }
  for (auto& [at, total] : totals) {
    auto& [members, parts] = total;
    const std::vector<uint32_t> sums = members;
    for (const Incident& incident : incidents) {
      const bool whole_here = std::any_of(sums.begin(), sums.end(),
                                          [&](uint32_t f) { return std::binary_search(incident.facts.begin(), incident.facts.end(), f); });
      for (const uint32_t g : incident.facts) {
        if (whole_here && is_casualties(facts[g]) && facts[g].at == at) members.push_back(g);
      }
    }
    sort_unique(members);
    sort_unique(parts);
    for (Incident& incident : incidents) {
      std::vector<uint32_t> rest;
      std::set_difference(incident.facts.begin(), incident.facts.end(), members.begin(), members.end(), std::back_inserter(rest));
      if (rest.size() == incident.facts.size()) continue;
      const bool was_total = incident.total;
      if (rest.empty()) {
        incident = Incident{};
      } else if (!was_total) {
        incident = incident_of(facts, std::move(rest));
      }
    }
    Incident whole = incident_of(facts, members);
    whole.total = true;
    for (const uint32_t part : parts) whole.parts.push_back(first + part);
    incidents.push_back(std::move(whole));
  }
}

// Totals over the same events are one event, however far apart their figures and words.
void join_totals(const Linked& linked, std::vector<std::vector<uint32_t>>& events) {
  std::vector<uint32_t> event_of(linked.incidents.size());
  for (uint32_t e = 0; e < events.size(); ++e) {
    for (const uint32_t i : events[e]) event_of[i] = e;
  }
  std::map<std::vector<uint32_t>, uint32_t> by_parts;  // events of the parts -> event of the total
  for (uint32_t i = 0; i < linked.incidents.size(); ++i) {
    if (!linked.incidents[i].total) continue;
    std::vector<uint32_t> parts;
    for (const uint32_t part : linked.incidents[i].parts) parts.push_back(event_of[part]);
    sort_unique(parts);
    if (parts.size() < 2) continue;
    const auto [known, is_new] = by_parts.emplace(std::move(parts), event_of[i]);
    if (is_new || known->second == event_of[i]) continue;
    const uint32_t from = event_of[i];
    std::vector<uint32_t>& to = events[known->second];
    for (const uint32_t moved : events[from]) event_of[moved] = known->second;
    to.insert(to.end(), events[from].begin(), events[from].end());
    std::sort(to.begin(), to.end());
    events[from].clear();
  }
  std::erase_if(events, [](const std::vector<uint32_t>& e) { return e.empty(); });
}

std::vector<uint32_t> components(const std::vector<Incident>& incidents, const std::vector<Pair>& pairs) {
  UnionFind sets(static_cast<uint32_t>(incidents.size()));
  for (const Pair& pair : pairs) {
    if (pair.score > kAcrossThreshold) sets.join(pair.a, pair.b);
  }
  std::vector<uint32_t> out(incidents.size());
  for (uint32_t i = 0; i < incidents.size(); ++i) {
    for (const uint32_t part : incidents[i].parts) sets.join(i, part);
  }
  for (uint32_t i = 0; i < incidents.size(); ++i) out[i] = sets.root(i);
  return out;
}

}  // namespace

Linked link(const std::vector<Fact>& facts, const Verdicts& verdicts) {
  Linked out;
  for (uint32_t begin = 0; begin < facts.size();) {
    uint32_t end = begin;
    std::vector<uint32_t> claims;
    while (end < facts.size() && facts[end].report == facts[begin].report) ++end;
    const std::vector<bool> aside = background(facts.data() + begin, facts.data() + end);
    for (uint32_t f = begin; f < end; ++f) (aside[f - begin] ? out.background : claims).push_back(f);
    begin = end;
    std::vector<Incident> here;
    for (std::vector<uint32_t>& group :
         cluster(static_cast<uint32_t>(claims.size()), within_pairs(facts, claims, verdicts), 0, kWithinThreshold)) {
      for (uint32_t& member : group) member = claims[member];
      here.push_back(incident_of(facts, std::move(group)));
    }
    find_totals(facts, here, static_cast<uint32_t>(out.incidents.size()));
    out.incidents.insert(out.incidents.end(), std::make_move_iterator(here.begin()), std::make_move_iterator(here.end()));
  }

  std::vector<uint32_t> incident_of_fact(facts.size(), UINT32_MAX);
  for (uint32_t i = 0; i < out.incidents.size(); ++i) {
    for (const uint32_t f : out.incidents[i].facts) incident_of_fact[f] = i;
  }
  std::vector<Pair> pairs;
  Candidates candidates = candidate_pairs(out.incidents);
  out.wide = std::move(candidates.wide);
  pairs.reserve(candidates.pairs.size());
  for (const auto& [a, b] : candidates.pairs) pairs.push_back({a, b, across_score(out.incidents[a], out.incidents[b])});
  const auto decide = [&](const std::vector<std::pair<uint32_t, uint32_t>>& list, double score) {
    for (const auto& [x, y] : list) {
      const uint32_t a = incident_of_fact[x];
      const uint32_t b = incident_of_fact[y];
      if (a == b || a == UINT32_MAX || b == UINT32_MAX) continue;
      pairs.push_back({std::min(a, b), std::max(a, b), score});
    }
  };
  decide(verdicts.together, kDecided);
  decide(verdicts.apart, kCannotLink);
  out.component = components(out.incidents, pairs);
  out.events = cluster(static_cast<uint32_t>(out.incidents.size()), std::move(pairs), kMissing, kAcrossThreshold);
  join_totals(out, out.events);
  return out;
}

}  // namespace herald::ledger
