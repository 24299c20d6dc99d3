// Tallies: bounds on the harm of one event from the figures of its voices. The arithmetic is told in docs/ledger.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/facts.h"

namespace herald::ledger {

// What one voice says of one harm, at its latest: the whole, and the parts that it names.
struct Stated {
  std::string voice;  // key
  std::string name;
  std::optional<int64_t> low;   // no fewer than this
  std::optional<int64_t> high;  // no more than this
  std::optional<int64_t> best;  // the figure that the voice itself would give
  bool vague = false;           // no figure at all: only a lower bound
  bool approx = false;
  bool partial = false;     // only groups of those harmed: soldiers, children
  bool cumulative = false;  // a running total
  bool own_loss = false;    // a side that tells its own dead
  std::optional<Moment> said;
  struct Part {
    PartyKind kind = PartyKind::unknown;
    std::string side_ref;
    std::string side_name;
    std::optional<int64_t> low;
    std::optional<int64_t> high;
    const Claim* claim = nullptr;
  };
  std::vector<Part> parts;  // disjoint
};

struct Tallied {
  std::vector<HarmTally> tally;  // by harm
  std::vector<std::string> contradictions;
  std::vector<std::pair<Harm, Stated>> stated;  // by harm, voice
};

// `members` are facts of one event; all claims of casualties among them whose modality is actual count.
[[nodiscard]] Tallied tally_of(const Account& account, const std::vector<Fact>& facts, const std::vector<uint32_t>& members);

// "7", "at least 7", "7 to 12", "up to 30", "about 40", or "an unknown number".
[[nodiscard]] std::string figure_words(std::optional<int64_t> low, std::optional<int64_t> high, bool approx = false);

}  // namespace herald::ledger
