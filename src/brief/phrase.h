// Claims, dates, voices and figures in words. No wording says more than the voice does: what is unknown is left out or called unknown.
#pragma once

#include <string>

#include "herald/claim.h"
#include "herald/event.h"
#include "ledger/account.h"

namespace herald::brief {

[[nodiscard]] std::string in_words(Day day);             // "12 November 2015"
[[nodiscard]] std::string in_words(const Moment& when);  // "12 November 2015, 23:44 +05:30"; the day alone where only that is known
// "12 November 2015", "9 to 12 November 2015", "until 12 November 2015", "since 1 July 2012", "day unknown".
[[nodiscard]] std::string in_words(const Period& period);
[[nodiscard]] std::string date_words(const std::optional<ClaimDate>& date);
// "Al-Hader, Aleppo, SY"; "place unknown".
[[nodiscard]] std::string place_words(const std::optional<Place>& place);
// A party inside a sentence, in the report's words or by its name where those are half a word: "the army", "Syrian rebels".
[[nodiscard]] std::string party_words(const Party& party);
// "7", "7 to 12, best 12", "at least 7", "unknown".
[[nodiscard]] std::string bounds_words(const Bounds& bounds);

// What a claim states, without its voice, day and place: "at least 100 soldiers and fighters killed", "bombing by the Taliban, target a
// convoy", "large parts taken by government forces". Begins in lower case.
[[nodiscard]] std::string claim_words(const Claim& claim);
// Outlet and day of a claim's report: "The Harbour Post, 12 November 2015".
[[nodiscard]] std::string source_words(const Report& report);

}  // namespace herald::brief
