// The cue lexicon: which words lay a passage in another's mouth, and where their content stands.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "herald/attribution.h"
#include "herald/result.h"

namespace herald::voice {

// Where the content of a cue stands; bits of Cue::frames. codebook/voice.yaml says what each means.
enum Frame : uint8_t { clause = 1, order = 2, infinitive = 4, object = 8, passive = 16, naming = 32, raising = 64 };

struct Cue {
  CueKind kind = CueKind::speech;
  uint8_t frames = 0;
  [[nodiscard]] bool has(Frame f) const { return (frames & f) != 0; }
};

// Immutable once loaded; shared by all threads.
class Cues {
 public:
  // Reads codebook/voice.yaml. Fails on unknown kinds, frames and keys, naming the file and line.
  [[nodiscard]] static Result<Cues> load(const std::filesystem::path& file);

  // Entries of a lemma or of a phrase of lemmas ("call for"), in the order of the file; empty where it is no cue.
  [[nodiscard]] const std::vector<Cue>& verb(std::string_view phrase) const { return find(verbs_, phrase); }
  // Whether some entry is this verb or a phrase that begins with it.
  [[nodiscard]] bool begins_verb(std::string_view lemma) const { return first_words_.contains(lemma); }
  [[nodiscard]] const std::vector<Cue>& noun(std::string_view phrase) const { return find(nouns_, phrase); }
  [[nodiscard]] const std::vector<Cue>& adjective(std::string_view lemma) const { return find(adjectives_, lemma); }
  [[nodiscard]] bool hearsay(std::string_view adverb) const { return adverbs_.contains(adverb); }
  [[nodiscard]] bool according(std::string_view preposition) const { return prepositions_.contains(preposition); }
  [[nodiscard]] bool view(std::string_view noun) const { return views_.contains(noun); }
  [[nodiscard]] bool speaker(std::string_view noun) const { return speakers_.contains(noun); }
  [[nodiscard]] bool document(std::string_view noun) const { return documents_.contains(noun); }
  [[nodiscard]] bool office(std::string_view noun) const { return offices_.contains(noun); }

 private:
  using Table = std::map<std::string, std::vector<Cue>, std::less<>>;
  using Words = std::set<std::string, std::less<>>;
  [[nodiscard]] static const std::vector<Cue>& find(const Table& table, std::string_view phrase);

  Table verbs_, nouns_, adjectives_;
  Words first_words_, adverbs_, prepositions_, views_, speakers_, documents_, offices_;
};

}  // namespace herald::voice
