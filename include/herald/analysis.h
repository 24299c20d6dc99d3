// Analysis: what the language stage knows of a report: sentences, words, Universal Dependencies trees, entities.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "herald/span.h"

namespace herald {

// UPOS, https://universaldependencies.org/u/pos/. Stored values are frozen.
enum class Upos : uint8_t {
  X = 0,
  ADJ = 1,
  ADP = 2,
  ADV = 3,
  AUX = 4,
  CCONJ = 5,
  DET = 6,
  INTJ = 7,
  NOUN = 8,
  NUM = 9,
  PART = 10,
  PRON = 11,
  PROPN = 12,
  PUNCT = 13,
  SCONJ = 14,
  SYM = 15,
  VERB = 16,
};
[[nodiscard]] std::string_view name_of(Upos upos);

// One syntactic word.
struct Token {
  Span span;           // in Report::text
  std::string lemma;   // lower case but for proper nouns
  std::string xpos;    // Penn tag
  std::string feats;   // "Number=Plur|…", "_" where none
  std::string deprel;  // UD relation with subtype: "nsubj:pass"
  int32_t head = -1;   // index into Analysis::tokens of the head; -1 for the root of its sentence
  uint32_t sentence = 0;
  Upos upos = Upos::X;
  bool joined = false;  // continues the multiword token of the word before ("do" "n't")
};

// Token range [first, last).
struct Sentence {
  Span span;
  uint32_t first = 0;
  uint32_t last = 0;
};

enum class EntityType : uint8_t {
  person = 1,
  organisation = 2,
  location = 3,
  nationality = 4,
  weapon = 5,
  platform = 6,
  vehicle = 7,
  temporal = 8,
  quantity = 9,
};

// A named or described entity found by the model, tokens [first, last) of one sentence.
struct Entity {
  Span span;
  uint32_t first = 0;
  uint32_t last = 0;
  EntityType type = EntityType::person;
};

struct Analysis {
  std::vector<Sentence> sentences;  // ascending, disjoint; a headline and each paragraph begin a sentence
  std::vector<Token> tokens;        // ascending
  std::vector<Entity> entities;     // ascending, disjoint

  // Text of a token; `text` is the report's.
  [[nodiscard]] std::string_view word(uint32_t token, std::string_view text) const { return tokens[token].span.in(text); }
  // Children of a token, ascending. O(sentence length).
  [[nodiscard]] std::vector<uint32_t> children(uint32_t token) const;
  // The token whose span holds byte `at`, or the first one after it; tokens.size() where there is none.
  [[nodiscard]] uint32_t token_at(uint32_t at) const;
};

}  // namespace herald
