// UTF-8: validity, code points, and the one conversion from byte spans to the code-point spans of the JSON contract.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/span.h"

namespace herald::base {

// Byte offset of the first byte that is not valid UTF-8 (overlong forms and surrogates are not), or nullopt.
[[nodiscard]] std::optional<size_t> first_invalid_utf8(std::string_view text);

// The code point at byte `at` of valid UTF-8 and its length in bytes.
struct CodePoint {
  char32_t value = 0;
  uint32_t size = 1;
};
[[nodiscard]] CodePoint code_point_at(std::string_view text, size_t at);

void append_utf8(std::string& out, char32_t code_point);

// Maps byte offsets of one valid UTF-8 text to code points and back in O(1) and O(log n). Immutable, shareable among threads.
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  [[nodiscard]] uint32_t to_code_points(uint32_t byte) const;
  [[nodiscard]] Span to_code_points(const Span& bytes) const { return {to_code_points(bytes.begin), to_code_points(bytes.end)}; }
  // Past the end gives the length of the text.
  [[nodiscard]] uint32_t to_bytes(uint32_t code_point) const;
  [[nodiscard]] Span to_bytes(const Span& points) const { return {to_bytes(points.begin), to_bytes(points.end)}; }

 private:
  std::vector<uint32_t> starts_;  // byte of each code point, then the size of the text
  std::vector<uint32_t> points_;  // code point of each byte, then their number
};

}  // namespace herald::base
