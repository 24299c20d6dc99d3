// Proposes claims of ground: who takes, holds, loses, besieges, relieves, contests or hands over a place.
#pragma once

#include <string>
#include <vector>

#include "claim/draft.h"

namespace herald::claim {

void propose_control(const Reading& reading, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts);

// A share of a place: "half", "the east", "large parts".
[[nodiscard]] bool is_part_word(const std::string& lemma);

// A place that can be held: a named place used literally, or a noun such as town, base, bridge, district.
[[nodiscard]] bool is_ground(const Reading& reading, TokenId head);

}  // namespace herald::claim
