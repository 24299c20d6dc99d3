// CodedReport: a report with all that Herald took from it; the contract's JSON object in memory.
#pragma once

#include <string>
#include <vector>

#include "herald/analysis.h"
#include "herald/attribution.h"
#include "herald/claim.h"
#include "herald/mention.h"
#include "herald/report.h"

namespace herald {

struct CodedReport {
  Report report;
  std::vector<Span> sentences;
  std::vector<Mention> mentions;
  std::vector<Attribution> attributions;
  std::vector<Claim> claims;
};

}  // namespace herald
