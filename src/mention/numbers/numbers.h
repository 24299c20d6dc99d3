// Numbers as English writes them: digits, words, and both ("2,850", "twenty-four", "two hundred and five", "1.2 million", "half a dozen").
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "mention/numbers/lexer.h"

namespace herald::numbers {

struct Number {
  double value = 0;      // >= 0; exact below 2^53
  size_t end = 0;        // one past its last word
  bool ordinal = false;  // "third", "12th"
  bool digits = false;   // written in digits, at least in part

  [[nodiscard]] bool whole() const { return value == static_cast<double>(static_cast<long long>(value)); }
};

// The longest cardinal that starts at word `at`: "a"/"an" only before a multiplier ("a hundred", "a dozen"). nullopt where none does.
// A hyphen joins tens and units only ("twenty-four"); "15-20" is two numbers.
[[nodiscard]] std::optional<Number> cardinal(const std::vector<Word>& words, size_t at);
// "first" … "thirty-first", "12th", "2nd"; [1, 100). nullopt where none starts here.
[[nodiscard]] std::optional<Number> ordinal(const std::vector<Word>& words, size_t at);

}  // namespace herald::numbers
