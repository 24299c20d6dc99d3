// Spotting: which stretches of a report name places.
#pragma once

#include <string>
#include <vector>

#include "mention/places/cues.h"
#include "mention/places/reading.h"

namespace herald::places {

// A name of a place in the text, not yet resolved.
struct Spot {
  uint32_t first = 0;  // pieces [first, last) of the name itself
  uint32_t last = 0;
  Span span;                          // in the text; with the word for its kind where that follows ("Hama province")
  std::string key;                    // of the name itself
  Sort sort = Sort::none;             // what the text says it is
  bool adjective = false;             // "Syrian"
  bool part_of_name = false;          // stands in a longer name, of a body mostly: "Aleppo Media Centre"
  std::vector<Candidate> candidates;  // empty where the gazetteer knows no such place
  int32_t inside = -1;                // index of the spot that is said to contain it: "Columbus, Ohio"
};

// Ascending, disjoint by pieces.
[[nodiscard]] std::vector<Spot> spot(const Reading& reading, const Gazetteer& gazetteer);

// Whether `inner` lies in `outer` by the gazetteer's own account.
[[nodiscard]] bool lies_in(const Gazetteer& gazetteer, uint32_t inner, uint32_t outer);

}  // namespace herald::places
