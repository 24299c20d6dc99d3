// Where sentences begin: a small network over the words of a paragraph. train/herald_train/network.py (Segmenter) computes the same.
#pragma once

#include <string_view>
#include <vector>

#include "language/encoder.h"
#include "language/labels.h"
#include "language/tokenizer.h"

namespace herald::language {

struct SegmenterState {
  EncoderState encoder;
  WordCache cache;
  Matrix scores;
  std::vector<const float*> parts;
};

class Segmenter {
 public:
  // `labels` and the weights' bytes must outlive this.
  [[nodiscard]] static Result<Segmenter> load(Weights& weights, const Labels& labels);

  // Appends the sizes of the sentences of pieces[first, last), the words of one paragraph. No sentence is longer than kLongestSentence.
  void run(std::string_view text, const std::vector<Piece>& pieces, size_t first, size_t last, SegmenterState& state,
           std::vector<uint32_t>& sizes) const;

 private:
  Encoder encoder_;
  Affine begins_;
  float threshold_ = 0;
};

// Scoring arcs is quadratic in the sentence; what is longer is a list or a table, not a sentence.
inline constexpr uint32_t kLongestSentence = 250;

}  // namespace herald::language
