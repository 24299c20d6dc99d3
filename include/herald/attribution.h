// Attributions: passages that a report lays in another's mouth.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "herald/span.h"

namespace herald {

struct Attribution {
  Span source;                 // the voice as written, "the Britain-based Syrian Observatory for Human Rights"; empty where none is named
  Span cue;                    // "said", "according to"
  std::vector<Span> content;   // what is said; several pieces where the cue stands in the middle or the quotation runs on
  std::string name;            // the voice named in full: the antecedent of "he", "the source"; the words of `source` otherwise
  std::string ref;             // "actor:<id>" of the body the voice speaks for; empty where the registry has none
  std::optional<uint32_t> outer;  // index of the attribution whose content holds this one
};

}  // namespace herald
