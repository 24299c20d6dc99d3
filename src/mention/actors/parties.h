// Nouns and modifiers that describe parties without naming them: codebook/parties.yaml, whose head explains the fields.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "herald/mention.h"
#include "herald/result.h"

namespace herald::actors {

// What of a state a noun stands for.
enum class Body : uint8_t { none = 0, government = 1, army = 2, police = 3, airforce = 4, navy = 5 };

struct PartyNoun {
  PartyKind party = PartyKind::unknown;
  std::vector<std::string> groups;  // "children", "soldiers" …
  Body body = Body::none;
  std::string side;         // "rebels", "coalition" …; empty where none
  bool speaks = false;      // its word is reported
  bool collective = false;  // names a body in the singular
  bool thing = false;       // describes a party and is no actor itself: warplanes, bodies
  bool over = false;        // of a modifier: its party holds over that of the noun
};

// Immutable after load; any thread may read it.
class Parties {
 public:
  [[nodiscard]] static Result<Parties> load(const std::filesystem::path& path);

  // Keys are base::fold of the lemma, words joined by single spaces: "police officer". nullptr where the list has none.
  [[nodiscard]] const PartyNoun* noun(const std::string& folded) const;
  [[nodiscard]] const PartyNoun* modifier(const std::string& folded) const;
  [[nodiscard]] size_t size() const { return nouns_.size(); }

 private:
  std::vector<PartyNoun> rows_;
  std::unordered_map<std::string, uint32_t> nouns_;
  std::unordered_map<std::string, uint32_t> modifiers_;
};

}  // namespace herald::actors
