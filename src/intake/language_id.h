// Which language a text is in.
#pragma once

#include <string>
#include <string_view>

namespace herald::intake {

// ISO 639-1 by Compact Language Detector 2; short English text, of which that is seldom sure, by its share of everyday English words. "und"
// where neither is sure, or the language has no code of two letters. `text` is valid UTF-8.
[[nodiscard]] std::string identify_language(std::string_view text);

}  // namespace herald::intake
