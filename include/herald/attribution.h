// Attributions: passages that a report lays in another's mouth.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "herald/span.h"

namespace herald {

// What the cue does with its content. Stored values are frozen.
enum class CueKind : uint8_t {
  speech = 1,          // said, according to, reportedly: put forward as fact
  thought = 2,         // believes, hopes, fears
  denial = 3,          // denied, rejected, ruled out
  prediction = 4,      // expects, warned, predicted
  intention = 5,       // vowed to, threatened to, plans to
  demand = 6,          // urged, ordered, called for, asked
  responsibility = 7,  // claimed responsibility for
  blame = 8,           // accused, blamed
  stance = 9,          // praised, criticised, supports
};

struct Attribution {
  Span source;                    // the voice as written, "the Geneva-based Harbour Watch"; empty where none is named
  Span cue;                       // "said", "according to"
  std::vector<Span> content;      // what is said; several pieces where the cue stands in the middle or the quotation runs on
  std::string name;               // the voice named in full: the antecedent of "he", "the source"; the words of `source` otherwise
  std::string ref;                // "actor:<id>" of the body the voice speaks for; empty where the registry has none
  std::optional<uint32_t> outer;  // index of the attribution whose content holds this one
  CueKind kind = CueKind::speech;
  bool negated = false;  // the cue itself is denied: "did not say", "declined to confirm"
};

}  // namespace herald
