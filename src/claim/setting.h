// Setting: where and when happenings took place that their own sentences leave open. See docs/claims.md, "Gather".
#pragma once

#include <optional>
#include <vector>

#include "claim/happenings.h"

namespace herald::claim {

// Gives each happening without a day that of what is told around it, else of the report.
void set_in_time(const Reading& reading, const std::vector<Draft>& drafts, std::vector<Happening>& happenings);

// Gives each happening the place that its sentences together tell, else that of what is told around it, else of the report.
void set_in_place(const Reading& reading, std::vector<Happening>& happenings);

// True where another sentence of its happening names the town of what the claim's own only gives the region or country of.
[[nodiscard]] bool told_nearer(const Reading& reading, const Claim& claim, const Happening& happening);

// "across the country", "nationwide": the sentence speaks of the whole of it.
[[nodiscard]] bool is_nationwide(const Reading& reading, uint32_t sentence);

// "Killed in violence", "in separate attacks", "in a series of bombings": told of the country, not of the town that the report is filed
// from.
[[nodiscard]] bool is_widespread(const Reading& reading, const Draft& draft);

// The country that the report is about, where it names it.
[[nodiscard]] std::optional<ClaimPlace> main_country(const Reading& reading);

}  // namespace herald::claim
