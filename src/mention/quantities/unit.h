// The noun that a number counts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "herald/analysis.h"
#include "mention/numbers/lexer.h"
#include "mention/quantities/codebook.h"

namespace herald::quantities {

// One sentence as the number rules see it.
struct Line {
  std::string_view text;  // the report's
  const Analysis& analysis;
  const Quantities& codebook;
  const std::vector<numbers::Word>& words;

  [[nodiscard]] std::string_view word(size_t at) const { return at < words.size() ? std::string_view(words[at].text) : std::string_view(); }
  // The token that holds a word; nullptr past the end.
  [[nodiscard]] const Token* token(size_t at) const;
  // The analysis has tags for this word.
  [[nodiscard]] bool tagged(size_t at) const;
};

struct Noun {
  size_t at = 0;     // word
  std::string text;  // as written
};

// The noun counted by the number whose last word is `last` and whose span ends before word `end`: the head of the noun phrase that follows,
// past "of", adjectives and nationalities. nullopt where none follows in the phrase ("five died").
[[nodiscard]] std::optional<Noun> counted_noun(const Line& line, size_t last, size_t end);

// The person noun in the singular that heads the phrase behind an article at word `at`: "a Palestinian policeman". nullopt where the
// phrase's head is no person.
[[nodiscard]] std::optional<Noun> counted_person(const Line& line, size_t at);

}  // namespace herald::quantities
