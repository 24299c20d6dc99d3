// Bytes of an unknown charset to UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "herald/result.h"

namespace herald::intake {

struct Decoded {
  std::string text;                      // valid UTF-8 without a byte order mark
  std::string charset;                   // "UTF-8", "windows-1252"
  std::optional<size_t> first_replaced;  // byte of `bytes` whose like stands as U+FFFD in text
};

// Charset by byte order mark, then `declared` (from an HTTP header or a meta element; empty where none), then UTF-8 where the bytes are
// valid, then ICU's statistics. Broken UTF-8 is an Error with the byte; with `lenient` set a stray bad byte inside (browsers' way with web
// pages) becomes U+FFFD.
[[nodiscard]] Result<Decoded> decode(std::string_view bytes, std::string_view declared, bool lenient);

// The charset that a page's own meta elements declare in its first 2,048 bytes; empty where none.
[[nodiscard]] std::string meta_charset(std::string_view html);

}  // namespace herald::intake
