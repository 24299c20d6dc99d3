// The place of a claim, as its own sentence states it.
#pragma once

#include <optional>

#include "claim/reading.h"
#include "herald/claim.h"

namespace herald::claim {

// The most specific place the sentence gives for what `trigger` tells. nullopt where it gives none.
[[nodiscard]] std::optional<ClaimPlace> stated_place(const Reading& reading, TokenId trigger);

// The place a noun phrase is or stands for: a named place, "the town" by its cluster, or the phrase itself as an unresolved name.
[[nodiscard]] std::optional<ClaimPlace> place_at(const Reading& reading, TokenId head);

// The city of the dateline, where the report has one that the gazetteer knows.
[[nodiscard]] std::optional<ClaimPlace> dateline_place(const Reading& reading);

// Where the report as a whole plays: the first settlement of its headline or lead, else the dateline, else the lead's country or region.
[[nodiscard]] std::optional<ClaimPlace> main_place(const Reading& reading);

// True where `a` says more exactly where than `b`: a town than its region, a region than its country.
[[nodiscard]] bool narrower(const Place& a, const Place& b);

// True where both can be one place: same name or ref, one within the other's radius, or nothing known against it.
[[nodiscard]] bool compatible(const Place& a, const Place& b);

}  // namespace herald::claim
