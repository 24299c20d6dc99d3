// Takes the tensors of one network part by part and keeps the first thing that went wrong, so that loading reads straight down.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "language/kernel.h"
#include "language/safetensors.h"

namespace herald::language {

class Weights {
 public:
  // Names are looked up under `prefix`. `tensors` must outlive this.
  Weights(const Tensors& tensors, std::string prefix) : tensors_(tensors), prefix_(std::move(prefix)) {}

  // An empty tensor once something is missing.
  Tensor table(const std::string& name, size_t rows, size_t columns) { return get(name, {rows, columns}); }
  std::vector<float> vector(const std::string& name, size_t size) { return get(name, {size}).floats(); }
  Affine affine(const std::string& name, size_t inputs, size_t outputs, bool bias = true) {
    const Tensor weight = get(name + ".weight", {outputs, inputs});
    const Tensor add = bias ? get(name + ".bias", {outputs}) : Tensor{};
    if (error_) return {};
    return {weight.floats(), bias ? add.floats() : std::vector<float>{}, outputs, inputs};
  }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  Tensor get(const std::string& name, const std::vector<size_t>& shape) {
    Result<Tensor> found = tensors_.get(prefix_ + name, shape);
    if (found) return std::move(found).value();
    if (!error_) error_ = found.error();
    return {.shape = {0}, .bytes = {}, .half = false};
  }

  const Tensors& tensors_;
  std::string prefix_;
  std::optional<Error> error_;
};

}  // namespace herald::language
