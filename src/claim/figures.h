// How many a noun phrase speaks of, by the gold guide's rules.
#pragma once

#include <optional>

#include "claim/reading.h"
#include "herald/mention.h"

namespace herald::claim {

// The count of the phrase under `head`: a figure beside it, one for a name or a singular person, a vague plural otherwise.
// nullopt where the phrase counts nothing that can be harmed (a mass noun, a pronoun that stands for nothing known).
[[nodiscard]] std::optional<Quantity> count_of(const Reading& reading, TokenId head);

// "a fourth was wounded": one more of those named before.
[[nodiscard]] bool is_ordinal_person(const Reading& reading, TokenId head);

// The mention of the count written beside the head; nullptr where there is none.
[[nodiscard]] const Mention* counting_mention(const Reading& reading, TokenId head);

// The count written beside the head alone; nullopt where there is none.
[[nodiscard]] std::optional<Quantity> written_count(const Reading& reading, TokenId head);

}  // namespace herald::claim
