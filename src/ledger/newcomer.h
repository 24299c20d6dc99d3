// Copies in a report that comes to a ledger, without asking again where the others come from.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "ledger/kept.h"

namespace herald::ledger {

// The paragraphs of a report that are copied, each with the report that it comes from, as Origins tells it; nullopt where the newcomer may
// change where a paragraph of another comes from. Needs what `memo_bands` and `memo_copies` hold of the others.
[[nodiscard]] std::optional<std::vector<std::pair<Span, int64_t>>> copies_in_newcomer(Kept& kept, int64_t number);

}  // namespace herald::ledger
