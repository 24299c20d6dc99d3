#include "testing/world.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ledger/store.h"
#include "testing/reports.h"

namespace herald::testing {
namespace {

// splitmix64: the standard library's distributions differ between machines.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  uint64_t next() {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  size_t below(size_t n) { return static_cast<size_t>(next() % n); }
  int64_t between(int64_t low, int64_t high) { return low + static_cast<int64_t>(below(static_cast<size_t>(high - low + 1))); }
  double unit() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
  bool chance(double p) { return unit() < p; }
  template <typename T>
  const T& pick(const std::vector<T>& list) {
    return list[below(list.size())];
  }

 private:
  uint64_t state_;
};

const std::vector<std::string> kSyllables{"ba", "dor", "el", "fa",  "gul", "hin", "ka", "lor", "mar", "nes",
                                          "or", "pal", "qa", "rim", "sa",  "tel", "um", "vas", "yar", "zo"};
const std::vector<std::string> kSides{"the army",        "the Blue Front",    "the Hill Brigades",
                                      "the River Guard", "the border police", "the Lantern Movement"};
const std::vector<std::string> kTargets{
    "a checkpoint", "a fuel depot", "a convoy of lorries", "a barracks", "a grain market", "a bus station", "a bridge", "a school"};
const std::vector<std::string> kVoices{"the governor", "the interior ministry", "the Tide Observatory", "a hospital doctor",
                                       "residents",    "the rebels' spokesman", "a security official",  "aid workers"};
const std::vector<std::string> kOutlets{"Harbour Post",  "Hill Gazette",  "Valley Mail",  "Coast Radio",  "The Lamp",
                                        "Northern Wire", "Southern Wire", "Daily Anchor", "Evening Sail", "The Quarry"};
const std::vector<std::string> kFiller{"officials",  "said",  "smoke",   "rose",   "over",     "the",      "road",   "while",
                                       "ambulances", "came",  "from",    "three",  "villages", "and",      "shops",  "stayed",
                                       "shut",       "until", "evening", "as",     "soldiers", "searched", "houses", "near",
                                       "a",          "mill",  "where",   "people", "had",      "gathered", "for",    "bread"};
constexpr std::array<Kind, 6> kKinds{Kind::clash, Kind::airstrike, Kind::shelling, Kind::bombing, Kind::shooting, Kind::assault};
constexpr int32_t kFirstDay = 16000;
constexpr int32_t kDays = 180;

struct Scene {
  TrueEvent truth;
  Kind kind = Kind::clash;
  std::string attacker;
  std::string target;
};

struct Teller {
  Dice& dice;
  const WorldOptions& options;
  std::vector<Place> places;
  std::vector<Scene> scenes;
  World& world;
};

std::string word(Dice& dice) {
  std::string out = dice.pick(kSyllables) + dice.pick(kSyllables) + dice.pick(kSyllables);
  out.front() = static_cast<char>(out.front() - 'a' + 'A');
  return out;
}

std::string sentence(Dice& dice, const std::string& core) {
  std::string out = core;
  for (int i = 0; i < 14; ++i) out += " " + dice.pick(kFiller);
  return out + ".";
}

std::string iso(int32_t day) {
  return to_iso(Day{std::chrono::days{day}});
}

// What a voice says of a count on a day: early counts are short of it, some voices shave or swell it, some are exact.
int64_t told(Dice& dice, int64_t truth, const std::string& voice, int32_t days_late) {
  double factor = days_late == 0 ? 0.6 + 0.4 * dice.unit() : 1;
  if (voice == "the interior ministry") factor *= 0.8;
  if (voice == "the rebels' spokesman") factor *= 1.3;
  return std::max<int64_t>(truth > 0 ? 1 : 0, std::llround(static_cast<double>(truth) * factor));
}

// One scene in one report, as coded: the coder loses voices, places and figures.
void tell(Teller& t, ledger::LedgerReport& report, size_t index, int32_t published, const std::string& voice, size_t incident) {
  Dice& dice = t.dice;
  const Scene& scene = t.scenes[index];
  Place where = t.places[scene.truth.place];
  if (dice.chance(t.options.place_wrong)) {
    if (dice.chance(0.5)) {
      where = t.places[dice.below(t.places.size())];
    } else {  // only the country was found
      where = Place{};
      where.name = "Country " + t.places[scene.truth.place].country;
      where.country = t.places[scene.truth.place].country;
      where.type = PlaceType::country;
      where.at = GeoPoint{20, 40};
      where.radius_km = 600;
    }
  }
  const std::string day = iso(scene.truth.day);
  const auto finish = [&](Claim& claim) {
    claim.incident = "i" + std::to_string(incident);
    claim.place = ClaimPlace{where, std::nullopt};
    claim.date = dated(day);
    t.world.event_of[report.report.id + "#" + claim.id] = index;
  };
  const auto source = [&] { return dice.chance(t.options.voice_lost) ? std::string() : voice; };
  Claim& violence = add(report, ClaimType::violence, "", "", "",
                        sentence(dice, std::string("fighters of ") + scene.attacker + " struck " + scene.target + " at " + where.name));
  violence.kind = dice.chance(0.1) ? Kind::assault : scene.kind;
  violence.by = party(scene.attacker);
  violence.target = party(scene.target);
  finish(violence);
  for (const auto& [harm, truth] : {std::pair(Harm::killed, scene.truth.killed), std::pair(Harm::wounded, scene.truth.wounded)}) {
    if (truth == 0 || dice.chance(t.options.figure_missed)) continue;
    const int64_t n = told(dice, truth, voice, published - scene.truth.day);
    Claim& claim =
        add(report, ClaimType::casualties, "", "", source(),
            sentence(dice, std::to_string(n) + " people were " + (harm == Harm::killed ? "killed" : "hurt") + " at " + where.name));
    claim.harm = harm;
    claim.figure = {n, n, false, false, "people"};
    claim.victims = party("people");
    finish(claim);
  }
}

// Two exact figures of one event by two voices in one report, told on one day.
void plant_dispute(Teller& t, ledger::LedgerReport& report, size_t index) {
  const Scene& scene = t.scenes[index];
  const std::string day = iso(scene.truth.day);
  std::vector<std::string> ids;
  for (const auto& [voice, n] : {std::pair<std::string, int64_t>("the mayor", scene.truth.killed),
                                 std::pair<std::string, int64_t>("the clan elders", scene.truth.killed * 2 + 3)}) {
    Claim& claim = add(report, ClaimType::casualties, "", day, voice, sentence(t.dice, voice + " counted " + std::to_string(n) + " dead"));
    claim.harm = Harm::killed;
    claim.figure = {n, n, false, false, "people"};
    claim.victims = party("people");
    claim.place = ClaimPlace{t.places[scene.truth.place], std::nullopt};
    ids.push_back(report.report.id + "#" + claim.id);
    t.world.event_of[ids.back()] = index;
  }
  t.world.disputes.emplace_back(ids[0], ids[1]);
}

ledger::LedgerReport copy_of(Dice& dice, const ledger::LedgerReport& original, const std::string& id, World& world) {
  ledger::LedgerReport out = original;
  out.report.id = id;
  out.report.outlet = dice.pick(kOutlets);
  out.report.published->utc += std::chrono::hours(dice.between(1, 12));
  for (const Claim& claim : original.claims) {
    const auto event = world.event_of.find(original.report.id + "#" + claim.id);
    if (event != world.event_of.end()) world.event_of[id + "#" + claim.id] = event->second;
  }
  world.copies.emplace(id, original.report.id);
  out.key = ledger::content_key(out.report);
  return out;
}

}  // namespace

World make_world(const WorldOptions& options) {
  World world;
  Dice dice(options.seed);
  Teller t{dice, options, {}, {}, world};
  for (size_t i = 0; i < options.places; ++i) {
    Place p = place(word(dice) + " " + std::to_string(i));
    p.country = std::string(1, static_cast<char>('A' + static_cast<char>(i % 5))) + "X";
    t.places.push_back(std::move(p));
  }
  const auto scenes = static_cast<size_t>(static_cast<double>(options.reports) / options.reports_per_event);
  for (size_t i = 0; i < scenes; ++i) {
    Scene s;
    s.truth.day = kFirstDay + static_cast<int32_t>(dice.below(kDays));
    s.truth.place = dice.below(t.places.size());
    s.truth.killed = static_cast<int64_t>(std::exp(dice.unit() * 4.6)) - (dice.chance(0.1) ? 1 : 0);
    s.truth.wounded = static_cast<int64_t>(std::exp(dice.unit() * 5));
    s.kind = kKinds[dice.below(kKinds.size())];
    s.attacker = dice.pick(kSides);
    s.target = dice.pick(kTargets);
    world.events.push_back(s.truth);
    t.scenes.push_back(std::move(s));
  }
  std::vector<size_t> originals;
  while (world.reports.size() < options.reports) {
    const std::string id = "w" + std::to_string(world.reports.size());
    if (!originals.empty() && dice.chance(0.2)) {
      world.reports.push_back(copy_of(dice, world.reports[dice.pick(originals)], id, world));
      continue;
    }
    originals.push_back(world.reports.size());
    const size_t main = dice.below(t.scenes.size());
    const int32_t published = t.scenes[main].truth.day + static_cast<int32_t>(dice.below(3));
    ledger::LedgerReport r = report(id, dice.pick(kOutlets), iso(published) + "T" + (dice.chance(0.5) ? "08" : "16") + ":30:00Z");
    tell(t, r, main, published, dice.pick(kVoices), 0);
    // A second happening of the days before, as round-ups have them.
    if (dice.chance(0.3)) {
      for (int tries = 0; tries < 50; ++tries) {
        const size_t other = dice.below(t.scenes.size());
        const int32_t gap = published - t.scenes[other].truth.day;
        if (other == main || gap < 0 || gap > 4) continue;
        tell(t, r, other, published, dice.pick(kVoices), 1);
        break;
      }
    }
    if (dice.chance(0.05) && t.scenes[main].truth.killed > 0) plant_dispute(t, r, main);
    r.key = ledger::content_key(r.report);
    world.reports.push_back(std::move(r));
  }
  return world;
}

BCubed b_cubed(const World& world, const ledger::Account& account) {
  std::map<std::string, std::string> found;
  for (const ledger::ClaimRow& row : account.claims) {
    if (world.event_of.contains(row.id)) found[row.id] = row.event.empty() ? "alone " + row.id : row.event;
  }
  std::map<std::pair<std::string, size_t>, double> both;
  std::map<std::string, double> by_found;
  std::map<size_t, double> by_truth;
  for (const auto& [claim, event] : found) {
    const size_t truth = world.event_of.at(claim);
    both[{event, truth}] += 1;
    by_found[event] += 1;
    by_truth[truth] += 1;
  }
  BCubed out;
  for (const auto& [key, n] : both) {
    out.precision += n * n / by_found[key.first];
    out.recall += n * n / by_truth[key.second];
  }
  const auto total = static_cast<double>(std::max<size_t>(1, found.size()));
  out.precision /= total;
  out.recall /= total;
  return out;
}

Tolls tolls(const World& world, const ledger::Account& account) {
  std::map<size_t, std::map<std::string, size_t>> overlap;
  std::map<std::string, const Event*> events;
  for (const Event& e : account.events) events[e.id] = &e;
  for (const ledger::ClaimRow& row : account.claims) {
    const auto truth = world.event_of.find(row.id);
    if (truth == world.event_of.end() || row.event.empty()) continue;
    ++overlap[truth->second][row.event];
  }
  Tolls out;
  std::vector<double> widths;
  for (const auto& [truth, votes] : overlap) {
    const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const Event& event = *events.at(best->first);
    const int64_t killed = world.events[truth].killed;
    bool no_more = false;
    bool no_less = false;
    for (const EventVoice& v : event.voices) {
      for (const VoiceFigure& f : v.figures) {
        if (f.harm != Harm::killed || !f.low || !f.high) continue;
        no_more = no_more || *f.high <= killed;
        no_less = no_less || *f.low >= killed;
      }
    }
    const auto tally = std::find_if(event.tally.begin(), event.tally.end(), [](const HarmTally& h) { return h.harm == Harm::killed; });
    if (tally == event.tally.end()) continue;
    const Bounds& b = tally->whole;
    if (event.contradictions.empty() && b.low && b.high && b.best && *b.best > 0) {
      widths.push_back(static_cast<double>(*b.high - *b.low) / static_cast<double>(*b.best));
    }
    if (!no_more || !no_less) continue;
    ++out.bracketed;
    if (b.low && b.high && *b.low <= killed && killed <= *b.high) ++out.held;
  }
  if (!widths.empty()) {
    std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2), widths.end());
    out.median_width = widths[widths.size() / 2];
  }
  return out;
}

double copies_f1(const World& world, const ledger::Account& account) {
  size_t found = 0;
  size_t right = 0;
  for (const SyndicationGroup& g : account.syndication) {
    for (size_t i = 1; i < g.copies.size(); ++i) {
      ++found;
      if (world.copies.contains({g.copies[i].report, g.copies[0].report})) ++right;
    }
  }
  return found + world.copies.size() == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(found + world.copies.size());
}

double disputes_named(const World& world, const ledger::Account& account) {
  size_t named = 0;
  std::map<std::string, const Event*> by_claim;
  for (const Event& e : account.events) {
    for (const std::string& c : e.claims) by_claim[c] = &e;
  }
  for (const auto& [a, b] : world.disputes) {
    const auto event = by_claim.find(a);
    if (event != by_claim.end() && by_claim.contains(b) && by_claim[b] == event->second && !event->second->contradictions.empty()) ++named;
  }
  return world.disputes.empty() ? 1 : static_cast<double>(named) / static_cast<double>(world.disputes.size());
}

}  // namespace herald::testing
