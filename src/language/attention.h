// A layer of attention: each word of a sentence looks at all of it, with a learned preference for each distance (Vaswani and others 2017;
// Shaw and others 2018). train/herald_train/network.py (Attention) computes the same.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <string>
#include <vector>

#include "language/kernel.h"
#include "language/weights.h"

namespace herald::language {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Distances of one word from another: exact up to 12, then in three steps; 0 is the word itself.
inline constexpr uint32_t kNear = 12;
inline constexpr uint32_t kSteps = 3;
inline constexpr size_t kDistances = 2 * (kNear + kSteps) + 1;
[[nodiscard]] uint32_t distance_class(uint32_t from, uint32_t to);

// e^x to about 1e-7 in relative error, the same bits on every machine (the C library's is not).
[[nodiscard]] float stable_exp(float x);

class Attention {
 public:
  Attention() = default;
  // `width` is a multiple of kHeadWidth. Errors stay in `weights`.
  Attention(Weights& weights, const std::string& name, size_t width);

  // out = what the layer adds to `states`, before normalisation; rows are words, sentence k has the next sizes[k]. out's rows are outward's
  // stride wide.
  void run(const Matrix& states, const std::vector<uint32_t>& sizes, Matrix& inward, Matrix& mixed, std::vector<const float*>& parts,
           Matrix& out) const;

  static constexpr size_t kHeadWidth = 32;

 private:
  void mix(const Matrix& inward, Eigen::Index first, uint32_t size, Matrix& mixed) const;

  size_t heads_ = 0;
  Affine inward_;  // query, key and value
  Affine outward_;
  std::vector<float> distance_;  // [head][kDistances]
};

}  // namespace herald::language
