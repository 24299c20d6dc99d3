// Lemmas as edit scripts, the classes of the lemma head: "=be", or a case (l lower, t title, k kept, u upper), a digit for how many code
// points to cut from the end, and what to append: "l3y" makes "countries" of "Countries"'s lower case less three plus "y".
// train/herald_train/lemmas.py writes them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "herald/analysis.h"

namespace herald::language {

// A well-formed script is one that valid_edit accepts.
[[nodiscard]] bool valid_edit(std::string_view edit);
[[nodiscard]] std::string apply_edit(std::string_view form, std::string_view edit);

// What is known of lemmas beside the edits.
struct Lexicon {
  std::vector<std::string> known;                // lemmas of common words, ascending, in lower case
  std::map<std::string, std::string> irregular;  // "VERB overran" -> "overrun"
};

// The lemma of `form`: an irregular form's own; else by the edit with the best of edits.size() scores, or, where that leads to no known
// lemma, by the best one near it that does ("exploded" is made "explode" and not "explod"). Names and figures take the best edit as it is.
[[nodiscard]] std::string choose_lemma(std::string_view form, Upos upos, const float* scores, const std::vector<std::string>& edits,
                                       const Lexicon& lexicon);

}  // namespace herald::language
