// Place candidates: what a sentence names that can be a place, resolved or not, among which where.cc and placing.cc choose.
#pragma once

#include <string>
#include <vector>

#include "claim/reading.h"
#include "herald/claim.h"

namespace herald::claim {

// A place to choose from: a mention, or a name that only its surroundings show to be one ("in the Gula area of …").
struct Candidate {
  TokenId first = 0;
  TokenId last = 0;  // one past
  TokenId head = 0;
  ClaimPlace place;
  bool resolved = false;
};

// Names behind a preposition of place that the gazetteer lacks. Needs capitals.
[[nodiscard]] std::vector<Candidate> located_names(const Reading& reading, uint32_t sentence);

// Those of a sentence that can be where what `trigger` tells of happened, in text order.
[[nodiscard]] std::vector<Candidate> candidates_in(const Reading& reading, uint32_t sentence, TokenId trigger);

// "B" of "A area of B", "A, B", "A in B": the wider place that merely says where the narrower lies.
[[nodiscard]] bool is_outer_of(const Reading& reading, const Candidate& outer, const Candidate& inner);

// What the gazetteer has as a small town, and the report as a person's last name or as a label: "Roundup: …", "Bushnell said".
[[nodiscard]] bool is_no_place(const Reading& reading, const Mention& mention);

// Said of who speaks or of who acts, and not of where it happened: "officials in Baghdad said", "Lebanon's Hezbollah".
[[nodiscard]] bool belongs_elsewhere(const Reading& reading, const Mention& mention, TokenId trigger);

// "the island of Bali": the noun that stands in the sentence for the name behind it, else the name itself.
[[nodiscard]] TokenId standing_for(const Reading& reading, TokenId head);

[[nodiscard]] bool has_capital(const Reading& reading, const Mention& mention);

}  // namespace herald::claim
