// Word lists and tests behind the tokenizer: the conventions of UD English (EWT and GUM 2.16), https://universaldependencies.org/en/.
// All functions are pure and take text as written; case is ignored where not said otherwise.
#pragma once

#include <cstddef>
#include <string_view>

namespace herald::language {

// "Mr", "Gen", "Nov", "etc": written with a full stop that belongs to the word. `word` is without it; `next` is what follows after white
// space, for words such as "No" and "Sat" that are abbreviations only before a figure.
[[nodiscard]] bool is_abbreviation(std::string_view word, std::string_view next);

// "non", "anti", "mid": stays in one word with what follows its hyphen.
[[nodiscard]] bool is_bound_prefix(std::string_view part);

// "km", "pm", "kg": cut from the figure it is written to.
[[nodiscard]] bool is_unit(std::string_view letters);

// Web and mail addresses, domain names and file names: never cut inside.
[[nodiscard]] bool is_address(std::string_view chunk);

// Faces such as ":-)".
[[nodiscard]] bool is_emoticon(std::string_view chunk);

// Where a word falls into two syntactic words: byte offset of the second ("do|n't", "he|'s", "can|not", "gon|na"), 0 where it does not.
[[nodiscard]] size_t clitic_cut(std::string_view word);

}  // namespace herald::language
