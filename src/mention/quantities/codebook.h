// The rules of figures as data: codebook/quantities.yaml.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "herald/mention.h"
#include "herald/result.h"
#include "mention/numbers/lexer.h"

namespace herald::quantities {

// What words beside a number do to it.
enum class Effect : uint8_t {
  at_least,   // low n, high open
  above,      // low n + 1, high open
  at_most,    // high n, low open
  below,      // high n - 1, low open
  approx,     // low n, high n, rough
  range,      // opens a range: "between"
  vague,      // a word that counts without a figure; value is its low end
  number,     // a word that is a number; value is it
  increment,  // to be added to a figure named before
};

struct Phrase {
  std::vector<std::string> words;
  Effect effect = Effect::approx;
  int64_t value = 0;
  bool plural = false;  // a vague word that counts only before a plural: "some soldiers"
};

// A sentence and the figures that it must give, in the notation of `notation()`; empty: none.
struct Example {
  std::string entry;
  std::string sentence;
  std::string figures;
};

// Phrases by their first word, longest first.
using Phrases = std::map<std::string, std::vector<Phrase>, std::less<>>;

// Immutable after load; shared by all threads.
class Quantities {
 public:
  // The error names file, line and what is wrong.
  [[nodiscard]] static Result<Quantities> load(const std::filesystem::path& file);

  // The longest phrase of `phrases` that starts at word `at`; nullptr where none does.
  [[nodiscard]] static const Phrase* match(const Phrases& phrases, const std::vector<numbers::Word>& words, size_t at);

  [[nodiscard]] const Phrases& before() const { return before_; }  // modifiers before a number, ranges' openings, "another"
  [[nodiscard]] const Phrases& after() const { return after_; }    // modifiers behind a number, "more"
  [[nodiscard]] const Phrases& cores() const { return cores_; }    // vague words and words that are numbers
  [[nodiscard]] bool links_range(std::string_view word) const { return links_.contains(word); }
  [[nodiscard]] bool is_person(std::string_view word) const { return persons_.contains(word); }
  [[nodiscard]] bool is_people(std::string_view word) const { return peoples_.contains(word); }
  [[nodiscard]] bool is_measure(std::string_view word) const { return measures_.contains(word); }
  [[nodiscard]] bool is_label(std::string_view word) const { return labels_.contains(word); }
  [[nodiscard]] const std::vector<Example>& examples() const { return examples_; }

 private:
  using Words = std::set<std::string, std::less<>>;
  friend class Loader;
  Phrases before_, after_, cores_;
  Words links_, persons_, peoples_, measures_, labels_;
  std::vector<Example> examples_;
};

// "3", "100..", "..30", "20..30", "~40", "24.. vague", "12 more".
[[nodiscard]] std::string notation(const Quantity& quantity);

// Reads every example of the codebook; one line for each that does not give what it must. Empty when all is well.
[[nodiscard]] std::vector<std::string> check(const Quantities& codebook);

}  // namespace herald::quantities
