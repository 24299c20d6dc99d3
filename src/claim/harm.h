// What is told as harm but is none that armed conflict did, or none that a figure tells of alone.
#pragma once

#include "claim/codebook.h"
#include "claim/reading.h"
#include "claim/triggers.h"

namespace herald::claim {

// "killed in a road accident", "when their truck overturned": what the clause itself lays to an accident.
[[nodiscard]] bool by_accident(const Reading& reading, const Codebook& codebook, TokenId trigger);
// "Mines killed or wounded 36": the figure is neither's.
[[nodiscard]] bool is_either_harm(const Reading& reading, const Codebook& codebook, const Hit& hit);
// Words wound too: only people, weapons, blasts and things that fall or burn are believed to.
[[nodiscard]] bool can_wound(const Reading& reading, const Codebook& codebook, TokenId verb);
[[nodiscard]] bool is_animal(const Reading& reading, TokenId noun);
// "an operation to detain gunmen": what was meant; but "forced to flee" and "only to be killed" happened.
[[nodiscard]] bool is_purpose(const Reading& reading, TokenId verb);

}  // namespace herald::claim
