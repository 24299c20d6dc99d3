// Where the roles of a verb or noun stand in a UD tree, and whether it is told as having happened.
#pragma once

#include <optional>

#include "claim/reading.h"
#include "herald/claim.h"

namespace herald::claim {

// The one who acts: nsubj, through coordination, control (xcomp, gerunds that lean on their main clause) and relative pronouns.
[[nodiscard]] std::optional<TokenId> subject_of(const Reading& reading, TokenId verb);
// The one acted upon in an active clause.
[[nodiscard]] std::optional<TokenId> object_of(const Reading& reading, TokenId verb);
// The one acted upon in a passive clause or by a participle: nsubj:pass, the noun a participle stands behind, the subject of "are believed
// killed".
[[nodiscard]] std::optional<TokenId> passive_subject(const Reading& reading, TokenId verb);
// "by X" of a passive or a noun.
[[nodiscard]] std::optional<TokenId> by_phrase(const Reading& reading, TokenId head);
// To blame for a deed or to try one for it: accuse, charge, jail.
[[nodiscard]] bool is_blame(const std::string& lemma);
// The one to whom a verb or noun of blame or trial lays a deed: "accused X of", "X was jailed for", "the trial of X", "X faces charges".
[[nodiscard]] std::optional<TokenId> one_accused(const Reading& reading, TokenId blame);
// A relative pronoun's noun; the token itself otherwise.
[[nodiscard]] TokenId antecedent_of_relative(const Reading& reading, TokenId pronoun, TokenId verb);

// How the text tells it: actual, possible (may, might), planned (will, to), denied (not).
[[nodiscard]] Modality modality_of(const Reading& reading, TokenId head);
// Told as a habit or a trend: "frequently target", "attacks have surged". Not coded.
[[nodiscard]] bool is_habit(const Reading& reading, TokenId head);
// Told as wished, feared, planned, threatened, conditional or tried only: casualties and violence of this kind are not coded.
[[nodiscard]] bool is_unreal(const Reading& reading, TokenId head);

}  // namespace herald::claim
