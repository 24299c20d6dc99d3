// A true world and the reports of erring voices about it: what the ledger is measured on. The generator knows nothing of linking or
// tallies; it makes happenings first, then people who tell of them late, with bias, by copying one another, and then a coder who loses
// things.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/account.h"

namespace herald::testing {

struct WorldOptions {
  uint64_t seed = 1;
  size_t reports = 1000;
  size_t places = 150;
  double reports_per_event = 5;
  // The coder's errors, at rates measured on hand-coded wire.
  double voice_lost = 0.10;
  double place_wrong = 0.15;
  double figure_missed = 0.10;
};

struct TrueEvent {
  int64_t killed = 0;
  int64_t wounded = 0;
  int32_t day = 0;
  size_t place = 0;
};

struct World {
  std::vector<TrueEvent> events;
  std::vector<ledger::LedgerReport> reports;
  std::map<std::string, size_t> event_of;                // claim id in the ledger -> index into events; claims about no event are absent
  std::set<std::pair<std::string, std::string>> copies;  // report -> the report that it copies
  std::vector<std::pair<std::string, std::string>> disputes;  // claim ids whose exact figures of one event differ by planted contradiction
};

// The same options give the same world, on every machine.
[[nodiscard]] World make_world(const WorldOptions& options);

// B-cubed over claims that belong to a true event (Bagga and Baldwin 1998).
struct BCubed {
  double precision = 0;
  double recall = 0;
  [[nodiscard]] double f1() const { return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0; }
};
[[nodiscard]] BCubed b_cubed(const World& world, const ledger::Account& account);

struct Tolls {
  size_t bracketed = 0;     // events of which some voice says no more and some no less than the truth
  size_t held = 0;          // of those, with closed bounds that hold the truth
  double median_width = 0;  // (high - low) / best where voices agree
};
[[nodiscard]] Tolls tolls(const World& world, const ledger::Account& account);

// F1 of pairs report - origin.
[[nodiscard]] double copies_f1(const World& world, const ledger::Account& account);
// Share of planted contradictions whose event is disputed.
[[nodiscard]] double disputes_named(const World& world, const ledger::Account& account);

}  // namespace herald::testing
