// Words -> one vector each: hashed features of the word, mixed, then residual convolutions over its sentence.
// train/herald_train/network.py (Encoder) computes the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "herald/result.h"
#include "language/attention.h"
#include "language/kernel.h"
#include "language/weights.h"

namespace herald::language {

// Sizes of an encoder, as the labels file has them.
struct EncoderShape {
  size_t width = 0;
  std::vector<size_t> dilations;  // of each layer; 0 is a layer of attention
  size_t word = 0, prefix = 0, suffix = 0, form = 0, grams = 0;
  size_t prefix_rows = 0, suffix_rows = 0, form_rows = 0, gram_rows = 0;
  size_t gaps = 0;  // rows of the table of white space, 0 where the encoder does not look at it
};

// Vectors of the words met so far. A pure function of the word, so that it changes nothing but time.
struct WordCache {
  std::unordered_map<std::string, uint32_t> rows;
  std::vector<float> vectors;
};

// Scratch and results of one run; rows are words.
struct EncoderState {
  Matrix vectors;  // before the convolutions
  Matrix states;   // after them
  Matrix wide, inward, mixed;
  std::vector<const float*> parts;
};

class Encoder {
 public:
  // `vocabulary` is ascending; its first row is the unknown word. It and the weights' bytes must outlive this.
  [[nodiscard]] static Result<Encoder> load(Weights& weights, const EncoderShape& shape, const std::vector<std::string>& vocabulary);

  // Sentence k holds the next sizes[k] words. `gaps` is empty or has one value a word.
  void run(const std::vector<std::string_view>& words, const std::vector<uint32_t>& sizes, const std::vector<uint8_t>& gaps,
           WordCache& cache, EncoderState& out) const;

  [[nodiscard]] size_t width() const { return shape_.width; }
  // How many words to each side a word's state depends on; for encoders without attention.
  [[nodiscard]] size_t reach() const;

 private:
  struct Layer {
    size_t dilation = 1;
    Affine affine;        // of a convolution
    Attention attention;  // of a layer with dilation 0
    std::vector<float> scale;
    std::vector<float> shift;
  };

  // Row in the cache of each word; words not met before are embedded.
  void look_up(const std::vector<std::string_view>& words, WordCache& cache, EncoderState& out) const;
  void embed(std::string_view word, float* out) const;
  // One row of 2 * width sums -> width values: the larger of each pair, normalised.
  void maxout(const Layer& layer, const float* sums, float* out) const;
  void normalise(const Layer& layer, float* row) const;
  // Rows of layer.affine's sums over the words and their neighbours, into out.wide.
  void convolve(const Layer& layer, const std::vector<uint32_t>& sizes, EncoderState& out) const;

  EncoderShape shape_;
  const std::vector<std::string>* vocabulary_ = nullptr;
  Tensor word_, prefix_, suffix_, form_, grams_, gaps_;
  Layer mix_;
  std::vector<Layer> layers_;
};

}  // namespace herald::language
