#include "language/safetensors.h"

#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>
#include <numeric>

namespace herald::language {
namespace {

Error broken(const std::string& what, const std::string& origin, uint64_t offset) {
  return {.what = what,
          .origin = origin,
          .offset = offset,
          .line = std::nullopt,
          .hint = "the file is damaged: take it anew from the repository"};
}

}  // namespace

float from_half(uint16_t half) {
  // The exponent's bias is moved by a multiplication, which handles subnormals too.
  const float magnitude = std::bit_cast<float>(static_cast<uint32_t>(half & 0x7FFF) << 13) * 0x1p112F;
  return half & 0x8000 ? -magnitude : magnitude;
}

size_t Tensor::size() const {
  return std::accumulate(shape.begin(), shape.end(), size_t{1}, std::multiplies<>());
}

std::vector<float> Tensor::floats() const {
  std::vector<float> out(size());
  if (!half) {
    std::memcpy(out.data(), bytes.data(), out.size() * sizeof(float));
    return out;
  }
  for (size_t i = 0; i < out.size(); ++i) {
    uint16_t h = 0;
    std::memcpy(&h, bytes.data() + 2 * i, sizeof(h));
    out[i] = from_half(h);
  }
  return out;
}

void Tensor::add_row(size_t row, float scale, float* out) const {
  const size_t columns = shape[1];
  for (size_t i = 0; i < columns; ++i) {
    const size_t at = row * columns + i;
    if (half) {
      uint16_t h = 0;
      std::memcpy(&h, bytes.data() + 2 * at, sizeof(h));
      out[i] += scale * from_half(h);
    } else {
      float f = 0;
      std::memcpy(&f, bytes.data() + 4 * at, sizeof(f));
      out[i] += scale * f;
    }
  }
}

Result<Tensors> Tensors::parse(std::string_view bytes, const std::string& origin) {
  uint64_t length = 0;
  if (bytes.size() < sizeof(length)) return broken("not a safetensors file: shorter than its header's length", origin, 0);
  std::memcpy(&length, bytes.data(), sizeof(length));
  if (length > bytes.size() - sizeof(length)) return broken("not a safetensors file: header longer than the file", origin, 0);
  const nlohmann::json header = nlohmann::json::parse(bytes.substr(sizeof(length), length), nullptr, false);
  if (!header.is_object()) return broken("not a safetensors file: header is no JSON object", origin, sizeof(length));
  const std::string_view data = bytes.substr(sizeof(length) + length);

  Tensors out;
  out.origin_ = origin;
  for (auto item = header.begin(); item != header.end(); ++item) {
    const std::string& name = item.key();
    const nlohmann::json& entry = item.value();
    if (name == "__metadata__") continue;
    const auto refuse = [&](const std::string& what) { return broken("tensor \"" + name + "\" " + what, origin, sizeof(length)); };
    const auto list = [&](const char* key) -> std::vector<size_t> {
      std::vector<size_t> values;
      if (!entry.is_object() || !entry.contains(key) || !entry[key].is_array()) return values;
      for (const auto& v : entry[key])
        if (v.is_number_unsigned()) values.push_back(v.get<size_t>());
      return values.size() == entry[key].size() ? values : std::vector<size_t>{};
    };
    Tensor tensor;
    tensor.shape = list("shape");
    const std::vector<size_t> offsets = list("data_offsets");
    if (offsets.size() != 2 || !entry.contains("dtype") || !entry["dtype"].is_string()) return refuse("has no type or place");
    const std::string type = entry["dtype"].get<std::string>();
    if (type != "F16" && type != "F32") return refuse("has type " + type + ", not F16 or F32");
    tensor.half = type == "F16";
    if (offsets[0] > offsets[1] || offsets[1] > data.size()) return refuse("reaches outside the file");
    tensor.bytes = data.substr(offsets[0], offsets[1] - offsets[0]);
    // Dimension by dimension, so that no product can overflow.
    size_t room = tensor.bytes.size() / (tensor.half ? 2 : 4);
    size_t count = 1;
    for (const size_t dimension : tensor.shape) {
      if (dimension != 0 && count > room / dimension) return refuse("has a shape that does not fit its bytes");
      count *= dimension;
    }
    if (count * (tensor.half ? 2 : 4) != tensor.bytes.size()) return refuse("has a shape that does not fit its bytes");
    out.tensors_.emplace(name, std::move(tensor));
  }
  return out;
}

Result<Tensor> Tensors::get(const std::string& name, const std::vector<size_t>& shape) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end()) return broken("tensor \"" + name + "\" is missing", origin_, 0);
  if (found->second.shape != shape) return broken("tensor \"" + name + "\" has another shape than its labels ask for", origin_, 0);
  return found->second;
}

}  // namespace herald::language
