// Blocking: which incidents are worth comparing at all. Two meet where they share a place, or its country, in a window of time, or a proper
// name.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "ledger/link.h"

namespace herald::ledger {

// Whom the members of a block meet: in `rough` only what is rough meets all, in the others everyone meets everyone.
enum class Blocking : uint8_t { fine = 0, rough = 1, names = 2 };

// Incidents meet where hash and a time agree: place and day; place and month, country and day; name and month.
struct BlockKey {
  Blocking blocking = Blocking::fine;
  uint64_t hash = 0;
  DayRange times;  // in days or months
  bool rough = false;
};
[[nodiscard]] std::vector<BlockKey> keys_of(const Incident& incident);

// What is known only coarsely (a month, a country) meets what is precise, but through a block of its own, so that the busy town on the busy
// day costs only its own square. A block wider than the square of `kWidestBlock` meets only its neighbours in time; of others, whether two
// meet depends on nobody else.
inline constexpr size_t kWidestBlock = 256;
[[nodiscard]] bool too_wide(Blocking blocking, size_t rough, size_t precise);
// What a block is known by.
[[nodiscard]] uint64_t at_time(uint64_t hash, int64_t time);

struct Candidates {
  std::vector<std::pair<uint32_t, uint32_t>> pairs;  // (a < b), sorted, each once
  std::vector<uint64_t> wide;                        // blocks that are too wide
};
[[nodiscard]] Candidates candidate_pairs(const std::vector<Incident>& incidents);

}  // namespace herald::ledger
