// Reads safetensors files (https://github.com/huggingface/safetensors): a length, a JSON header, then the numbers. F16 and F32 are
// understood.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "herald/result.h"

namespace herald::language {

// One tensor's place in the bytes it was read from, which must outlive it.
struct Tensor {
  std::vector<size_t> shape;
  std::string_view bytes;
  bool half = false;

  [[nodiscard]] size_t size() const;
  // All values, converted.
  [[nodiscard]] std::vector<float> floats() const;
  // Adds row `row` of a matrix, times `scale`, onto out[0, columns).
  void add_row(size_t row, float scale, float* out) const;
};

// Exact for every finite half; weights hold no infinities.
[[nodiscard]] float from_half(uint16_t half);

class Tensors {
 public:
  // A truncated or malformed file, or one whose tensors reach outside it, is an Error.
  [[nodiscard]] static Result<Tensors> parse(std::string_view bytes, const std::string& origin);

  // The tensor of this name and shape; an Error where it is missing or has another shape.
  [[nodiscard]] Result<Tensor> get(const std::string& name, const std::vector<size_t>& shape) const;

 private:
  std::map<std::string, Tensor> tensors_;
  std::string origin_;
};

}  // namespace herald::language
