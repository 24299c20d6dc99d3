// Lines that belong to the page and not to the report.
#pragma once

#include <string_view>

namespace herald::intake {

// A short line of navigation, sharing, advertising, copyright, tags or place filing ("Location: Syria, Damascus"). Never a sentence of the
// report: a line of more than 200 bytes is none.
[[nodiscard]] bool is_furniture(std::string_view line);

// "By Jane Doe", "Staff reporter".
[[nodiscard]] bool is_byline(std::string_view line);

// "Home | World | Sport": short parts between bars or arrows.
[[nodiscard]] bool is_navigation(std::string_view line);

// Whether the words could name a newspaper or broadcaster: "The Daily Herald", "example.com".
[[nodiscard]] bool looks_like_outlet(std::string_view line);

// Ends as a sentence does: a stop, perhaps with quotation marks or brackets behind it.
[[nodiscard]] bool ends_sentence(std::string_view text);

// Words between white space; Chinese and Japanese, which have none, count two signs a word.
[[nodiscard]] size_t count_words(std::string_view text);

}  // namespace herald::intake
