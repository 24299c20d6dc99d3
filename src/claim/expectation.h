// A claim as one short line: how the codebook's examples and the cases under test/claims/ say what they expect.
//   killed 3                      harm and figure: 3, 3+ (at least), -3 (at most), 3-5
//   taken border post             state and place
//   clash by="the army" place=Tikrit date=2015-11-09 source=police party=combatants modality=denied
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/codebook.h"
#include "herald/claim.h"
#include "herald/report.h"
#include "herald/result.h"

namespace herald::claim {

struct Expectation {
  std::string value;   // "killed", "taken", "clash"
  std::string figure;  // "", "3", "3+", "-3", "3-5", "vague"
  std::map<std::string, std::string>
      fields;  // by, place, date, source, party, target, holder, from, modality, part, rank, cumulative, approx, group
};

// The error says which word is not understood.
[[nodiscard]] Result<Expectation> parse_expectation(std::string_view line);

// What of the expectation the claim lacks; "" where it holds. Names hold where one contains the other, compared by base::fold.
[[nodiscard]] std::string mismatch(const Expectation& expected, const Claim& claim);

// The claim in the same notation, with all its fields.
[[nodiscard]] std::string claim_line(const Claim& claim);

// The contract's word for what a claim says: harm, state or kind.
[[nodiscard]] std::string value_of(const Claim& claim);

}  // namespace herald::claim
