// Capitals for text that has none of its own to go by, all lower case or all capitals, so that the network sees names as it learned them.
#pragma once

#include <string>
#include <string_view>

namespace herald::language {

// A word as mixed-case text would write it: what the word list has as an everyday word in lower case, names and words that it lacks with a
// capital, as is the first word of a sentence. Words with figures or letters beyond ASCII stay as they are.
[[nodiscard]] std::string truecase(std::string_view word, bool opens_sentence);

}  // namespace herald::language
