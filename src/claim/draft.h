// Draft: a claim in the making, with the tokens that its roles were read from. Proposers make drafts, settle and gather complete them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "claim/codebook.h"
#include "claim/reading.h"
#include "herald/claim.h"

namespace herald::claim {

struct Draft {
  Claim claim;
  const Rule* rule = nullptr;
  TokenId trigger = 0;
  std::optional<TokenId> victim;      // head of the harmed
  std::optional<TokenId> agent;       // head of attacker, holder
  std::optional<TokenId> target;      // head of the attacked, of the loser of ground
  std::optional<TokenId> ground;      // head of the place that changes hands
  std::optional<TokenId> day;         // head of the day where it stands apart from the trigger
  std::optional<size_t> whole;        // draft whose total holds this part
  std::optional<size_t> incident;     // set by gather
  bool fresh = false;                 // told as another happening: "in a separate attack"; set by gather
  bool echo = false;                  // "they deny it": of control told just before, whose place and day it shares
  bool same_party_as_before = false;  // "three others": of the kind named before
};

}  // namespace herald::claim
