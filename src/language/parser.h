// Tags, lemmas, trees and entities of sentences: the heads over one encoder. Trees by deep biaffine attention (Dozat and Manning 2017) with
// learned preferences for distance, decoded as maximum spanning trees. train/herald_train/network.py (Parser) computes the same.
#pragma once

#include <string_view>
#include <vector>

#include "herald/analysis.h"
#include "language/encoder.h"
#include "language/labels.h"

namespace herald::language {

// What the parser says of one word; tag and relation are indices into Labels.
struct ParsedWord {
  uint32_t tag = 0;
  uint32_t relation = 0;
  int32_t head = -1;  // word of the same sentence, -1 the root
  std::string lemma;
};

// Scratch of one thread.
struct ParserState {
  EncoderState encoder;
  WordCache cache;
  Matrix tags, entities, dependents, queries, keys, wants, wanted, relation_dependents, relation_heads, hidden, relations, lemmas;
  std::vector<const float*> parts;
  std::vector<ParsedWord> words;  // result: all words of the sentences, in order
  std::vector<Entity> found;      // result: first and last count in the words of all sentences; spans are left empty
};

class Parser {
 public:
  // `labels` and the weights' bytes must outlive this.
  [[nodiscard]] static Result<Parser> load(Weights& weights, const Labels& labels);

  // Sentence k holds the next sizes[k] > 0 words.
  void run(const std::vector<std::string_view>& words, const std::vector<uint32_t>& sizes, ParserState& state) const;

 private:
  // apply() of one matrix of rows.
  void apply(const Affine& affine, const Matrix& rows, ParserState& state, Matrix& out) const;
  void parse_sentence(size_t first, uint32_t size, ParserState& state) const;

  const Labels* labels_ = nullptr;
  Encoder encoder_;
  Affine tag_, entity_, arc_dependent_, arc_head_, arc_, distance_query_, distance_key_, relation_dependent_, relation_head_, relation_,
      lemma_hidden_, lemma_;
  Matrix root_key_;       // what arc_head_ makes of the root's vector, after its nonlinearity
  Matrix root_wanted_;    // distance_key_ of it
  Matrix root_relation_;  // relation_head_ of the root's vector
};

}  // namespace herald::language
