// Weapons, platforms and vehicles named in a report, by codebook/weapons.yaml.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "herald/analysis.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "herald/result.h"
#include "mention/numbers/lexer.h"

namespace herald::quantities {

// The lexicon of weapons. Immutable after load; shared by all threads.
class Weapons {
 public:
  struct Entry {
    Weapon weapon;
    std::vector<std::string> unless_after, unless_before;  // words beside a one-word match that make it something else
    std::vector<std::string> must, never;                  // sentences of the codebook that find it, and that do not
  };
  // Words [begin, end) name `entry`.
  struct Match {
    size_t begin = 0;
    size_t end = 0;
    const Entry* entry = nullptr;
  };

  // The error names file, line and what is wrong; two entries may not share an alias.
  [[nodiscard]] static Result<Weapons> load(const std::filesystem::path& file);

  // The longest name that starts at word `at`, singular or plural, with or without hyphens; entry is nullptr where none does.
  [[nodiscard]] Match match(const std::vector<numbers::Word>& words, size_t at) const;
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  struct Alias {
    std::vector<std::string> words;  // lower case, no hyphens
    std::vector<bool> capital;       // the word is a name: found in capitals only
    size_t entry = 0;
  };
  friend class WeaponsLoader;
  std::vector<Entry> entries_;
  std::map<std::string, std::vector<Alias>, std::less<>> by_first_;  // by the first word, longest first
};

// Every weapon named, ascending and disjoint, each a Mention that holds a Weapon; the head is the last token. Words alone suffice; with
// tags, verbs
// ("to shell a town") and names of companies are left out. Pure.
[[nodiscard]] std::vector<Mention> find_weapons(const Report& report, const Analysis& analysis, const Weapons& codebook);

// Reads every example of the codebook, and every name and alias by itself; one line for each that does not give what it must.
[[nodiscard]] std::vector<std::string> check(const Weapons& codebook);

}  // namespace herald::quantities
