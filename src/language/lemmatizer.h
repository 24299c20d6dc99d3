// Lemmas as edit scripts, the classes of the lemma head: "=be", or a case (l lower, t title, k kept, u upper), a digit for how many code
// points to cut from the end, and what to append: "l3y" makes "countries" of "Countries"'s lower case less three plus "y".
// train/herald_train/lemmas.py writes them.
#pragma once

#include <string>
#include <string_view>

namespace herald::language {

// A well-formed script is one that valid_edit accepts.
[[nodiscard]] bool valid_edit(std::string_view edit);
[[nodiscard]] std::string apply_edit(std::string_view form, std::string_view edit);

}  // namespace herald::language
