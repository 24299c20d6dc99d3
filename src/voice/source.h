// The noun phrase that speaks: found by the tree, and by order where the tree has lost it.
#pragma once

#include <cstdint>
#include <optional>

#include "voice/tree.h"

namespace herald::voice {

// A voice as written. `range` is the whole noun phrase with title, apposition and relative clause, without the preposition before it.
struct Source {
  Range range;
  uint32_t head = 0;
};

// The whole noun phrase of `head`, kept clear of the token `cue` and within one side of the quotation marks.
[[nodiscard]] Source noun_phrase(const Tree& tree, uint32_t head, uint32_t cue);

// Who does what the verb says: its subject, or that of the verb it is coordinated with or subordinate to, or the noun it modifies.
// nullopt for "it" of "it was reported", for imperatives, and where nothing is found. `Agent` phrases of passives are not subjects.
[[nodiscard]] std::optional<Source> subject_of(const Tree& tree, uint32_t verb);

// The agent of a passive: "by officials".
[[nodiscard]] std::optional<Source> agent_of(const Tree& tree, uint32_t verb);

// By order alone: the noun phrase that ends right before the verb, or begins right after it ("said X", "reports X").
[[nodiscard]] std::optional<Source> phrase_before(const Tree& tree, uint32_t verb);
[[nodiscard]] std::optional<Source> phrase_after(const Tree& tree, uint32_t verb);

// The speaker of an active verb: the tree's subject, or with `by_order` the noun phrase beside the verb where the tree has none there.
[[nodiscard]] std::optional<Source> speaker_of(const Tree& tree, uint32_t verb, bool by_order);

[[nodiscard]] bool is_passive(const Tree& tree, uint32_t verb);

}  // namespace herald::voice
