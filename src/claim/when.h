// The day of a claim, as its own sentence states it.
#pragma once

#include <optional>

#include "claim/reading.h"
#include "herald/claim.h"

namespace herald::claim {

// The date that the sentence gives for what `trigger` tells, not for when it was said. nullopt where it gives none.
[[nodiscard]] std::optional<ClaimDate> stated_date(const Reading& reading, TokenId trigger);

// The period runs over more than one happening: "since March", "this year", "in the past 96 hours".
[[nodiscard]] bool spans_many_days(const ClaimDate& date);

// The days that a time expression gives what it dates (what `trigger` tells, where known), seen from its preposition: "since March", "by
// Friday". nullopt where it gives none.
[[nodiscard]] std::optional<Period> days_told(const Reading& reading, const Mention& timex, std::optional<TokenId> trigger = std::nullopt);

// The date hangs on a verb of speech.
[[nodiscard]] bool hangs_on_speech(const Reading& reading, const Mention& timex);

[[nodiscard]] DatePrecision precision_of(const Period& period);

}  // namespace herald::claim
