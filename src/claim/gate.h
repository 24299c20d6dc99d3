// Tells deaths by violence from deaths by accident, disaster, disease and sport, which are not coded.
#pragma once

#include "claim/reading.h"

namespace herald::claim {

// True where the sentence, or the report it stands in, speaks of an accident and nothing beside it of violence.
[[nodiscard]] bool is_accident(const Reading& reading, uint32_t sentence);

}  // namespace herald::claim
