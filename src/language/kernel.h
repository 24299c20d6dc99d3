// The one hot loop: rows times a weight matrix, plus bias.
//
// Every output is bias + the products in the order of the inputs, one multiplication and one addition at a time (never fused), whatever the
// width of the processor's vectors. So a row comes out bit for bit alike on any x86-64, in any batch, on any thread.
#pragma once

#include <cstddef>
#include <vector>

namespace herald::language {

// Weights [inputs, outputs] in panels of 16 outputs, the last one filled up with zeros.
class Affine {
 public:
  Affine() = default;
  // `weight` is row-major [outputs, inputs], as PyTorch keeps it; `bias` has `outputs` values or none.
  Affine(const std::vector<float>& weight, const std::vector<float>& bias, size_t outputs, size_t inputs);

  [[nodiscard]] size_t inputs() const { return inputs_; }
  [[nodiscard]] size_t outputs() const { return outputs_; }
  // Outputs filled up to whole panels: the distance between rows of `out`.
  [[nodiscard]] size_t stride() const { return (outputs_ + 15) / 16 * 16; }

  // out[n, stride()] = rows * weight + bias. Row i is the concatenation of `taps` parts of inputs()/taps floats each, at parts[i * taps +
  // k].
  void apply(const float* const* parts, size_t n, size_t taps, float* out) const;

 private:
  size_t inputs_ = 0;
  size_t outputs_ = 0;
  std::vector<float> panels_;  // [panel][input][16]
  std::vector<float> bias_;    // filled up with zeros
};

}  // namespace herald::language
