// What the network sees of a word. train/herald_train/features.py computes the same; features_test.cc holds the two together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace herald::language {

// Lower or upper case point by point (ICU simple mappings).
[[nodiscard]] std::string lower(std::string_view text);
[[nodiscard]] std::string upper(std::string_view text);

// Lower case; quotation marks and dashes in one form; digits as 0, but that the century of a year is kept. At most 40 code points.
[[nodiscard]] std::string norm(std::string_view form);

// X upper, x lower, d digit, others as they are; runs are cut at four.
[[nodiscard]] std::string shape(std::string_view form);

// FNV-1a, 32 bits, of `kind` followed by `text`.
[[nodiscard]] uint32_t fnv1a(std::string_view kind, std::string_view text);

// The first or last three code points.
[[nodiscard]] std::string_view head3(std::string_view text);
[[nodiscard]] std::string_view tail3(std::string_view text);

// Hashes of all strings of 3 to 5 code points of "<text>".
void grams(std::string_view text, std::vector<uint32_t>& out);

}  // namespace herald::language
