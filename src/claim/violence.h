// Proposes violent happenings and fills attacker, target and means within the sentence. Gather decides which of them are one incident.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/draft.h"

namespace herald::claim {

void propose_violence(const Reading& reading, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts);

// What the weapons of a sentence say about means: "suicide", "car-bomb" … in text order, each once.
[[nodiscard]] std::vector<std::string> means_in(const Reading& reading, uint32_t sentence);

// What a weapon makes of an attack whose words leave the kind open.
[[nodiscard]] std::optional<Kind> kind_of_means(const std::string& means);

// Whose trade is the gun: gunmen, snipers.
[[nodiscard]] bool shoots(const Reading& reading, TokenId doer);

}  // namespace herald::claim
