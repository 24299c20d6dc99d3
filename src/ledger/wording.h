// How voices are named in a sentence, for contradictions and whatever is written above the ledger.
#pragma once

#include <string>
#include <string_view>

namespace herald::ledger {

// A name or description as it stands inside a sentence, told apart from the one it was taken from: "Police" is "police" there, "The army"
// "the army", "Its spokesman, Adam Hale" "the spokesman, Adam Hale", "the monitor, which counts by telephone" "the monitor"; "Free Syrian
// Army" is itself.
[[nodiscard]] std::string mid_sentence(std::string phrase);
// "according to police", "according to the Syrian Observatory for Human Rights", "reports Harbour Post".
[[nodiscard]] std::string according_to(const std::string& voice, bool reporter);
// Whether a noun phrase begins with a count, in digits or words: "two hospital officials", "62".
[[nodiscard]] bool counted(std::string_view phrase);

}  // namespace herald::ledger
