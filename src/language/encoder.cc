#include "language/encoder.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "language/features.h"

namespace herald::language {
namespace {

constexpr size_t kCachedWords = 50000;  // 25 MB at width 128; then the cache starts anew
constexpr float kEpsilon = 1e-5F;       // PyTorch's

// Eight partial sums, so that the order of additions does not hang on the compiler.
template <typename Value>
float sum(size_t n, Value value) {
  std::array<float, 8> parts{};
  for (size_t i = 0; i < n; ++i) parts[i % 8] += value(i);
  return ((parts[0] + parts[1]) + (parts[2] + parts[3])) + ((parts[4] + parts[5]) + (parts[6] + parts[7]));
}

}  // namespace

Result<Encoder> Encoder::load(Weights& weights, const EncoderShape& shape, const std::vector<std::string>& vocabulary) {
  Encoder out;
  out.shape_ = shape;
  out.vocabulary_ = &vocabulary;
  out.word_ = weights.table("encoder.word.weight", vocabulary.size(), shape.word);
  out.prefix_ = weights.table("encoder.prefix.weight", shape.prefix_rows, shape.prefix);
  out.suffix_ = weights.table("encoder.suffix.weight", shape.suffix_rows, shape.suffix);
  out.form_ = weights.table("encoder.form.weight", shape.form_rows, shape.form);
  out.grams_ = weights.table("encoder.grams.weight", shape.gram_rows, shape.grams);
  if (shape.gaps) out.gaps_ = weights.table("encoder.extra.weight", shape.gaps, shape.width);
  const auto layer = [&](const std::string& name, size_t inputs, size_t dilation) {
    Layer made;
    made.dilation = dilation;
    if (inputs)
      made.affine = weights.affine(name + ".linear", inputs, 2 * shape.width);
    else
      made.attention = Attention(weights, name, shape.width);
    made.scale = weights.vector(name + ".norm.weight", shape.width);
    made.shift = weights.vector(name + ".norm.bias", shape.width);
    return made;
  };
  out.mix_ = layer("encoder.mix", shape.word + shape.prefix + shape.suffix + shape.form + shape.grams, 0);
  for (size_t i = 0; i < shape.dilations.size(); ++i) {
    const size_t dilation = shape.dilations[i];
    out.layers_.push_back(layer("encoder.layers." + std::to_string(i), dilation ? 3 * shape.width : 0, dilation));
  }
  if (weights.error()) return *weights.error();
  return out;
}

size_t Encoder::reach() const {
  size_t reach = 0;
  for (const size_t dilation : shape_.dilations) reach += dilation;
  return reach;
}

void Encoder::embed(std::string_view word, float* out) const {
  const std::string normal = norm(word);
  const auto found = std::lower_bound(vocabulary_->begin(), vocabulary_->end(), normal);
  const bool known = found != vocabulary_->end() && *found == normal;
  word_.add_row(known ? static_cast<size_t>(found - vocabulary_->begin()) : 0, 1, out);
  out += shape_.word;
  prefix_.add_row(fnv1a("p", head3(normal)) % shape_.prefix_rows, 1, out);
  out += shape_.prefix;
  suffix_.add_row(fnv1a("s", tail3(normal)) % shape_.suffix_rows, 1, out);
  out += shape_.suffix;
  form_.add_row(fnv1a("h", language::shape(word)) % shape_.form_rows, 1, out);
  out += shape_.form;
  std::vector<uint32_t> hashes;
  grams(normal, hashes);
  for (const uint32_t hash : hashes) grams_.add_row(hash % shape_.gram_rows, 1.0F / static_cast<float>(hashes.size()), out);
}

void Encoder::maxout(const Layer& layer, const float* sums, float* out) const {
  const size_t n = shape_.width;
  for (size_t i = 0; i < n; ++i) out[i] = std::max(sums[i], sums[n + i]);
  normalise(layer, out);
}

void Encoder::normalise(const Layer& layer, float* row) const {
  const size_t n = shape_.width;
  const float mean = sum(n, [&](size_t i) { return row[i]; }) / static_cast<float>(n);
  const float variance = sum(n, [&](size_t i) { return (row[i] - mean) * (row[i] - mean); }) / static_cast<float>(n);
  const float inverse = 1.0F / std::sqrt(variance + kEpsilon);
  for (size_t i = 0; i < n; ++i) row[i] = (row[i] - mean) * inverse * layer.scale[i] + layer.shift[i];
}

void Encoder::look_up(const std::vector<std::string_view>& words, WordCache& cache, EncoderState& out) const {
  const size_t width = shape_.width;
  if (cache.rows.size() > kCachedWords) cache = {};
  const size_t inputs = mix_.affine.inputs();
  std::vector<uint32_t> rows(words.size());
  std::vector<float> embedded;
  const size_t before = cache.rows.size();
  for (size_t i = 0; i < words.size(); ++i) {
    const auto [at, fresh] = cache.rows.try_emplace(std::string(words[i]), static_cast<uint32_t>(cache.rows.size()));
    rows[i] = at->second;
    if (!fresh) continue;
    embedded.resize(embedded.size() + inputs, 0.0F);
    embed(words[i], embedded.data() + embedded.size() - inputs);
  }
  const size_t fresh = cache.rows.size() - before;
  out.parts.resize(fresh);
  for (size_t i = 0; i < fresh; ++i) out.parts[i] = embedded.data() + i * inputs;
  out.wide.resize(static_cast<Eigen::Index>(fresh), static_cast<Eigen::Index>(mix_.affine.stride()));
  mix_.affine.apply(out.parts.data(), fresh, 1, out.wide.data());
  cache.vectors.resize(cache.rows.size() * width);
  for (size_t i = 0; i < fresh; ++i)
    maxout(mix_, out.wide.row(static_cast<Eigen::Index>(i)).data(), cache.vectors.data() + (before + i) * width);

  out.vectors.resize(static_cast<Eigen::Index>(words.size()), static_cast<Eigen::Index>(width));
  for (size_t i = 0; i < words.size(); ++i)
    std::copy_n(cache.vectors.data() + rows[i] * width, width, out.vectors.row(static_cast<Eigen::Index>(i)).data());
}

void Encoder::run(const std::vector<std::string_view>& words, const std::vector<uint32_t>& sizes, const std::vector<uint8_t>& gaps,
                  WordCache& cache, EncoderState& out) const {
  look_up(words, cache, out);
  const size_t n = words.size();
  const size_t width = shape_.width;
  out.states = out.vectors;
  for (size_t i = 0; i < gaps.size(); ++i) gaps_.add_row(gaps[i], 1, out.states.row(static_cast<Eigen::Index>(i)).data());

  std::vector<float> row(width);
  for (const Layer& layer : layers_) {
    if (layer.dilation)
      convolve(layer, sizes, out);
    else
      layer.attention.run(out.states, sizes, out.inward, out.mixed, out.parts, out.wide);
    for (size_t i = 0; i < n; ++i) {
      float* sums = out.wide.row(static_cast<Eigen::Index>(i)).data();
      if (layer.dilation)
        maxout(layer, sums, row.data());
      else
        normalise(layer, sums);
      out.states.row(static_cast<Eigen::Index>(i)) +=
          Eigen::Map<const Eigen::RowVectorXf>(layer.dilation ? row.data() : sums, static_cast<Eigen::Index>(width));
    }
  }
}

void Encoder::convolve(const Layer& layer, const std::vector<uint32_t>& sizes, EncoderState& out) const {
  const auto n = static_cast<size_t>(out.states.rows());
  const std::vector<float> zero(shape_.width, 0.0F);  // stands outside every sentence
  out.parts.resize(3 * n);
  size_t first = 0;
  for (const uint32_t size : sizes) {
    for (size_t i = 0; i < size; ++i) {
      const auto at = [&](size_t k) { return out.states.data() + (first + k) * shape_.width; };
      const float** tap = out.parts.data() + 3 * (first + i);
      tap[0] = i >= layer.dilation ? at(i - layer.dilation) : zero.data();
      tap[1] = at(i);
      tap[2] = i + layer.dilation < size ? at(i + layer.dilation) : zero.data();
    }
    first += size;
  }
  out.wide.resize(static_cast<Eigen::Index>(n), static_cast<Eigen::Index>(layer.affine.stride()));
  layer.affine.apply(out.parts.data(), n, 3, out.wide.data());
}

}  // namespace herald::language
