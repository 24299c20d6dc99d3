// Spans of text. Everything inside Herald counts in bytes of UTF-8; code points appear only at the JSON edge (src/export).
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace herald {

// Half-open range of bytes [begin, end) into Report::text.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  auto operator<=>(const Span&) const = default;
  [[nodiscard]] bool empty() const { return end <= begin; }
  [[nodiscard]] uint32_t size() const { return empty() ? 0 : end - begin; }
  [[nodiscard]] bool contains(const Span& o) const { return begin <= o.begin && o.end <= end; }
  [[nodiscard]] bool overlaps(const Span& o) const { return begin < o.end && o.begin < end; }
  // The words at this span; the span must lie inside `text`.
  [[nodiscard]] std::string_view in(std::string_view text) const { return text.substr(begin, size()); }
};

// The smallest span that holds both.
inline Span cover(const Span& a, const Span& b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

// The order of text: what begins earlier first, the longer first of those that begin together.
inline bool in_text_order(const Span& a, const Span& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

}  // namespace herald
