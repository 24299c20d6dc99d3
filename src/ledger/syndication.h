// Syndication: passages that copy one another over the whole ledger, so that a wire story printed ten times counts once.
// MinHash of word shingles (Broder 1997) with banded buckets (locality-sensitive hashing); matches are checked on the shingles themselves.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ledger/account.h"

namespace herald::ledger {

struct Passage {
  Span span;            // in the report's text: one paragraph
  uint32_t origin = 0;  // index of the earliest report in which it stands; the report itself where it is new
};

struct Syndication {
  std::vector<std::vector<Passage>> passages;  // of each report, ascending
  std::vector<SyndicationGroup> groups;        // by id

  // The report from which the words at byte `at` of report `report` come, as far as is known.
  [[nodiscard]] uint32_t origin(uint32_t report, uint32_t at) const;
};

// `reports` must be in order of publication.
[[nodiscard]] Syndication find_copies(const std::vector<LedgerReport>& reports);

}  // namespace herald::ledger
