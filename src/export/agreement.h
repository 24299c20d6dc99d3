// Two codings of one report beside each other: a person's and Herald's.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "export/match.h"
#include "herald/claim.h"

namespace herald::exports {

struct ClaimPair {
  const Claim* own = nullptr;
  const Claim* herald = nullptr;
  std::vector<Difference> differs;  // `reference` is the person's
};

struct Agreement {
  std::vector<ClaimPair> matched;  // in the order of the person's claims
  std::vector<const Claim*> missed;
  std::vector<const Claim*> extra;
};

// One to one, the likest first. Two claims match where type and harm, state or kind are one and the same and their words lie in one
// sentence of `sentences`; a claim of the person's without words may match anywhere. Only `fields` (ledger/fields.h) are compared; a figure
// is low and high together. Names are alike where one holds the other, or where they have one reference.
[[nodiscard]] Agreement compare(const std::vector<Claim>& own, const std::vector<Claim>& herald, const std::vector<Span>& sentences,
                                std::span<const std::string> fields);

// How often matched claims agree in a field that the person filled: counted over many reports.
struct FieldCount {
  std::string field;
  uint32_t agree = 0;
  uint32_t of = 0;
};
void count_fields(const Agreement& agreement, std::span<const std::string> fields, std::vector<FieldCount>& counts);

}  // namespace herald::exports
