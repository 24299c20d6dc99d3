// A list of English words by how common they are, for telling a broken word from a rare one.
#pragma once

#include <string_view>

namespace herald::intake {

// Ranks of english.words, which make_words.py makes from SCOWL (Spell Checker Oriented Word Lists, Kevin Atkinson).
enum class WordRank { unknown = 0, everyday = 1, usual = 2, common = 3, rare = 4, name = 5, abbreviation = 6 };

// Rank of an ASCII word in lower case. The list is part of the program; O(log n), any thread.
[[nodiscard]] WordRank rank_of(std::string_view word);
[[nodiscard]] inline bool is_word(std::string_view word) {
  return rank_of(word) != WordRank::unknown;
}
// One of the 41,000 words that most readers know; no names.
[[nodiscard]] inline bool is_common(std::string_view word) {
  const WordRank r = rank_of(word);
  return r != WordRank::unknown && r <= WordRank::common;
}

}  // namespace herald::intake
