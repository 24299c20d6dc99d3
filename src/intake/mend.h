// Mends words that broke in conversion. Only what is all but certain: a wrong mend is worse than none.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "intake/mapped_text.h"

namespace herald::intake {

// UTF-8 that was once read as windows-1252 ("â€œ" for a quotation mark): the edits that undo it. Sequences that could be meant as they
// stand are left.
[[nodiscard]] std::vector<Edit> mend_encoding(std::string_view text);

// The words of one report and how often each stands there: the evidence for a mend.
class Vocabulary {
 public:
  void add(std::string_view text);
  // As written; a possessive counts for its word too.
  [[nodiscard]] size_t count(std::string_view word) const;
  // Any word begins with a capital and goes on in lower case: false for wire text of one case, where names cannot be told.
  [[nodiscard]] bool mixed_case() const { return capitalised_ && lower_; }

 private:
  std::unordered_map<std::string, size_t> count_;
  bool capitalised_ = false;
  bool lower_ = false;
};

// English text. Four mends:
//  - a missing space after a comma or a full stop between words ("Meanwhile,Syria’s");
//  - two words in one ("forcesreached"): an unknown lower-case word that can be cut into two common words in one way only, and not of the
//  kind
//    that makes compounds;
//  - a hyphen inside a word ("Hezboll-ah"): the joined form stands in the report, or is a known word and the second half is none;
//  - a letter stuck to an acronym of the report ("ISISe").
[[nodiscard]] std::vector<Edit> mend_words(std::string_view text, const Vocabulary& vocabulary);

}  // namespace herald::intake
