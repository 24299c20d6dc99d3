// Hashes for ids. Ids come from content, so these must never change.
#pragma once

#include <string>
#include <string_view>

namespace herald::base {

// SHA-256, 64 lower-case hex digits.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);
// The first `digits` (<= 64) hex digits of SHA-256.
[[nodiscard]] std::string short_hash(std::string_view bytes, size_t digits);

}  // namespace herald::base
