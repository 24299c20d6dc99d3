// Names as keys: what two spellings of one place share.
#pragma once

#include <string>
#include <string_view>

namespace herald::places {

// The key under which a name is found: Unicode case folding, no diacritics, no apostrophes, dotted initials run together ("U.S." is "us"),
// other punctuation as spaces, "saint", "mount" and "fort" shortened. "Dayr az-Zawr" is "dayr az zawr", "Ma'arib" is "maarib".
[[nodiscard]] std::string key_of(std::string_view name);

// What romanisations of one Arabic, Persian, Hindustani or Cyrillic name have in common: consonant classes without articles, vowels and
// doubled letters. "kweires", "kweyris", "kuwayris", "quwayris" give one skeleton. `key` is a key; the result is ASCII for Latin keys.
[[nodiscard]] std::string skeleton_of(std::string_view key);

// How alike two keys sound, in [0, 1]: 1 less the edit distance of their sound classes (vowels kept) over the longer length.
[[nodiscard]] double likeness(std::string_view key_a, std::string_view key_b);

}  // namespace herald::places
