// Grades and independence of the voices of one event.
#pragma once

#include <vector>

#include "ledger/facts.h"
#include "ledger/tally.h"

namespace herald::ledger {

struct Graded {
  Grade grade = Grade::single;
  std::vector<EventVoice> voices;  // by name, ref
  uint32_t origins = 0;
  uint32_t outlets = 0;
};

[[nodiscard]] Graded grade_of(const Account& account, const std::vector<Fact>& facts, const std::vector<uint32_t>& members,
                              const Tallied& tallied);

}  // namespace herald::ledger
