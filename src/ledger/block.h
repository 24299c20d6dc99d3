// Blocking: which incidents are worth comparing at all. Two meet where they share a place, or its country, in a window of time, or a proper
// name.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "ledger/link.h"

namespace herald::ledger {

// Pairs (a < b), sorted, each once. What is known only coarsely (a month, a country) meets what is precise, but through a block of its own,
// so that the busy town on the busy day costs only its own square. A block wider than the square of `kWidestBlock` meets only its
// neighbours in time.
inline constexpr size_t kWidestBlock = 256;
[[nodiscard]] std::vector<std::pair<uint32_t, uint32_t>> candidate_pairs(const std::vector<Incident>& incidents);

}  // namespace herald::ledger
