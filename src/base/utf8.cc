#include "base/utf8.h"

namespace herald::base {

std::optional<size_t> first_invalid_utf8(std::string_view s) {
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(s[i]); };
  const auto tail = [&](size_t i) { return i < s.size() && (byte(i) & 0xC0) == 0x80; };
  for (size_t i = 0; i < s.size();) {
    const unsigned char c = byte(i);
    if (c < 0x80) {
      ++i;
    } else if (c >= 0xC2 && c <= 0xDF && tail(i + 1)) {
      i += 2;
    } else if (c >= 0xE0 && c <= 0xEF && tail(i + 1) && tail(i + 2) && (c != 0xE0 || byte(i + 1) >= 0xA0) &&
               (c != 0xED || byte(i + 1) < 0xA0)) {
      i += 3;
    } else if (c >= 0xF0 && c <= 0xF4 && tail(i + 1) && tail(i + 2) && tail(i + 3) && (c != 0xF0 || byte(i + 1) >= 0x90) &&
               (c != 0xF4 || byte(i + 1) < 0x90)) {
      i += 4;
    } else {
      return i;
    }
  }
  return std::nullopt;
}

CodePoint code_point_at(std::string_view s, size_t at) {
  const auto byte = [&](size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(s[i])); };
  const char32_t c = byte(at);
  if (c < 0x80) return {c, 1};
  if (c < 0xE0) return {((c & 0x1F) << 6) | (byte(at + 1) & 0x3F), 2};
  if (c < 0xF0) return {((c & 0x0F) << 12) | ((byte(at + 1) & 0x3F) << 6) | (byte(at + 2) & 0x3F), 3};
  return {((c & 0x07) << 18) | ((byte(at + 1) & 0x3F) << 12) | ((byte(at + 2) & 0x3F) << 6) | (byte(at + 3) & 0x3F), 4};
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t x) { out += static_cast<char>(x); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

CodePointIndex::CodePointIndex(std::string_view text) {
  points_.reserve(text.size() + 1);
  for (size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) starts_.push_back(static_cast<uint32_t>(i));
    points_.push_back(static_cast<uint32_t>(starts_.empty() ? 0 : starts_.size() - 1));
  }
  points_.push_back(static_cast<uint32_t>(starts_.size()));
  starts_.push_back(static_cast<uint32_t>(text.size()));
}

uint32_t CodePointIndex::to_code_points(uint32_t byte) const {
  return points_[byte < points_.size() ? byte : points_.size() - 1];
}

uint32_t CodePointIndex::to_bytes(uint32_t point) const {
  return starts_[point < starts_.size() ? point : starts_.size() - 1];
}

}  // namespace herald::base
