// Who is behind what happened: the doer of an attack that only a noun names ("two blasts triggered by X", "X is blamed for the bombing"),
// and of harm whose own clause names an attack or a weapon in place of a doer.
#pragma once

#include <optional>
#include <string>

#include "claim/codebook.h"
#include "claim/draft.h"
#include "claim/reading.h"

namespace herald::claim {

// What one does to an attack, a bomb or a raid: launch, stage, plant.
[[nodiscard]] bool is_doing(const std::string& lemma);
// A noun that names an attack or the weapon of one: what stands for its doer where harm is told.
[[nodiscard]] bool is_happening(const Reading& reading, const Codebook& codebook, TokenId noun);
// "by X", "planted by X", "X's raid", "Ruritanian strikes", "X launched an attack", "a series of attacks by X", "X is accused of the
// bombing".
[[nodiscard]] std::optional<TokenId> doer_of_event(const Reading& reading, const Codebook& codebook, TokenId noun);
// The doer of harm told by `trigger`, given what stands as its agent in the tree: that itself where it can act; where it is an attack or a
// weapon, or where the harm befell someone "in" one, the doer of that.
[[nodiscard]] std::optional<TokenId> doer_of_harm(const Reading& reading, const Codebook& codebook, TokenId trigger,
                                                  std::optional<TokenId> agent);

// The draft's agent as its claim names it: a coordination is one party, but not where it holds the target too ("between the army and
// rebels").
[[nodiscard]] Party agent_of(const Reading& reading, const Draft& draft);

}  // namespace herald::claim
