// Linking: which claims are about one happening. First inside each report (its incidents), then incidents across reports.
// Scores are sums of log-odds weights over agreement in kind, place, time, parties and figures (Fellegi and Sunter 1969), so they can be
// read and added up by hand; clustering is src/ledger/cluster.h. Candidates across reports share a day and place, or a name, so no
// all-pairs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/facts.h"

namespace herald::ledger {

// A date that a claim has from its surroundings (the day of the report, most often) may lie so many days after the happening.
inline constexpr int32_t kInheritedDays = 10;

// Claims of one report about one happening.
struct Incident {
  uint32_t report = 0;
  std::vector<uint32_t> facts;   // ascending
  std::optional<DayRange> when;  // its most precise date, one that is stated before one that is inherited
  const Place* place = nullptr;  // its most specific place, likewise; nullptr where none is known
  bool when_stated = false;
  bool place_stated = false;
  std::vector<std::string> victims;  // sorted unions of those of its facts
  std::vector<std::string> agents;
  std::vector<std::string> names;
  std::vector<uint8_t> kinds;                     // of violence, movement, agreement, alliance; sorted
  std::vector<uint8_t> states;                    // of control; sorted
  std::vector<std::pair<Harm, int64_t>> figures;  // exact and "at least"; sorted
  int32_t published = 0;
  bool total = false;           // a total over incidents of its report: an event that has them as children
  std::vector<uint32_t> parts;  // of a total: indices into Linked::incidents
};

// Facts that are about no one happening (running totals over a period, who has held a place for years) go to `background`.
struct Linked {
  std::vector<Incident> incidents;
  std::vector<std::vector<uint32_t>> events;  // indices into incidents, each ascending
  std::vector<uint32_t> background;           // facts
  // Of each incident the first that it hangs together with, through pairs that agree and totals over their parts. What events its claims
  // come to depends on no incident of another component, unless a block is too wide.
  std::vector<uint32_t> component;
  std::vector<uint64_t> wide;  // blocks in which not all met all (ledger/block.h)
};

// Pairs of claim rows that people said are one, or are not: they outweigh every score.
struct Verdicts {
  std::vector<std::pair<uint32_t, uint32_t>> together;  // indices into facts
  std::vector<std::pair<uint32_t, uint32_t>> apart;
};

[[nodiscard]] Linked link(const std::vector<Fact>& facts, const Verdicts& verdicts);

// Seams for tests and for `herald explain`.
[[nodiscard]] double within_score(const Fact& a, const Fact& b);
[[nodiscard]] double across_score(const Incident& a, const Incident& b);

}  // namespace herald::ledger
