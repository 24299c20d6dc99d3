// Small string work that several stages share. ASCII-only functions say so; the rest goes through ICU.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/span.h"

namespace herald::base {

[[nodiscard]] std::string_view trim(std::string_view s);    // ASCII white space
[[nodiscard]] std::string lower_ascii(std::string_view s);  // ASCII letters only
[[nodiscard]] std::vector<std::string_view> split(std::string_view s, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view separator);
[[nodiscard]] std::string squeeze(std::string_view s);  // trims, and every run of white space is one space
[[nodiscard]] std::string replace_all(std::string s, std::string_view what, std::string_view with);
// Where the words stand first, runs of white space alike; nullopt where they do not.
[[nodiscard]] std::optional<Span> find_words(std::string_view text, std::string_view words);
// All lower case or all capitals, but for a heading perhaps: capitals tell nothing of names.
[[nodiscard]] bool is_caseless(std::string_view text);
[[nodiscard]] bool starts_with_ignore_case(std::string_view s, std::string_view prefix);  // ASCII
// Full Unicode case folding and removal of diacritics, punctuation as spaces, squeezed: the key under which names are compared.
// "Dayr az-Zawr" -> "dayr az zawr", "Kobanî’s" -> "kobani s".
[[nodiscard]] std::string fold(std::string_view s);

}  // namespace herald::base
