#include "intake/words.h"

// The list lies in the program's read-only data, so that nothing is loaded and no file can be missing.
asm(".pushsection .rodata\n"
    ".global herald_english_words\n"
    "herald_english_words:\n"
    ".incbin \"" HERALD_ENGLISH_WORDS
    "\"\n"
    ".global herald_english_words_end\n"
    "herald_english_words_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" {
extern const char herald_english_words[];
extern const char herald_english_words_end[];
}

namespace herald::intake {

WordRank rank_of(std::string_view word) {
  const std::string_view list(herald_english_words, static_cast<size_t>(herald_english_words_end - herald_english_words));
  // Binary search over bytes: [low, high) begins and ends at a line.
  size_t low = 0;
  size_t high = list.size();
  while (low < high) {
    const size_t mid = low + (high - low) / 2;
    const size_t before = list.rfind('\n', mid == 0 ? 0 : mid - 1);
    const size_t begin = before == std::string_view::npos || before < low ? low : before + 1;
    const size_t end = list.find('\n', begin);
    const std::string_view entry = list.substr(begin, end - begin - 2);
    const int order = entry.compare(word);
    if (order == 0) return static_cast<WordRank>(list[end - 1] - '0');
    if (order < 0)
      low = end + 1;
    else
      high = begin;
  }
  return WordRank::unknown;
}

}  // namespace herald::intake
