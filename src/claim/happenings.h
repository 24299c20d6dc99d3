// Happenings: which of a report's drafts tell of one and the same incident. Date, place, parties and voice that a sentence leaves open come
// from its incident. See docs/claims.md, "Gather".
#pragma once

#include <optional>
#include <vector>

#include "claim/draft.h"

namespace herald::claim {

struct Happening {
  std::vector<size_t> drafts;  // ascending
  uint32_t first_sentence = 0;
  uint32_t last_sentence = 0;
  std::optional<Kind> kind;  // the most telling kind of its triggers
  std::optional<ClaimDate> date;
  std::optional<ClaimPlace> place;
  bool aside = false;    // only spoken of, never told: "condemned the attack"
  bool refers = false;   // first told of as known: "the blast"
  bool located = false;  // a sentence of its own says where: "The attack took place in X"
  std::optional<Party> by;
  std::optional<uint32_t> by_sentence;  // that named the doer; nullopt where responsibility was claimed or laid
  std::optional<Party> target;
  std::optional<bool> by_state;  // done by soldiers or police (true) or by people without arms (false), where told
};

// Assigns every draft of casualties and violence to a happening (Draft::incident) and fills what the happenings know.
[[nodiscard]] std::vector<Happening> find_happenings(const Reading& reading, std::vector<Draft>& drafts);

// False where both are known and no day is in both.
[[nodiscard]] bool dates_agree(const std::optional<ClaimDate>& a, const std::optional<ClaimDate>& b);

// The part of a sentence that tells one thing: token at its head.
[[nodiscard]] TokenId segment_of(const Reading& reading, TokenId trigger);

}  // namespace herald::claim
