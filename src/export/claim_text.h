// A claim in a few words for people.
#pragma once

#include <string>

#include "herald/claim.h"

namespace herald::exports {

// "at least 100 killed (soldiers and fighters)", "taken by Syrian army: Al-Hader", "airstrike by Russia on Hama".
[[nodiscard]] std::string what_text(const Claim& claim);
// "Al-Hader, Aleppo, SY"; empty where unknown.
[[nodiscard]] std::string place_text(const Place& place);
// "2015-11-10", "2015-11-09 to 2015-11-12", "until 2015-11-12"; empty where unknown.
[[nodiscard]] std::string date_text(const Period& period);
// "3", "about 40", "at least 100", "up to 30", "20–30"; empty where there is no figure.
[[nodiscard]] std::string figure_text(const Quantity& figure);
// "AFP < military source": who says so, innermost last; empty in the reporter's own voice.
[[nodiscard]] std::string voice_text(const std::vector<Voice>& source);

}  // namespace herald::exports
