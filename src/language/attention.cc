#include "language/attention.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace herald::language {

using Eigen::Index;

uint32_t distance_class(uint32_t from, uint32_t to) {
  const uint32_t size = to > from ? to - from : from - to;
  if (size == 0) return 0;
  const uint32_t near = size <= kNear ? size : kNear + 1 + (size > 18 ? 1 : 0) + (size > 30 ? 1 : 0);
  return to > from ? near : kNear + kSteps + near;
}

float stable_exp(float x) {
  if (x < -87.0F) return 0.0F;
  x = std::min(x, 88.0F);
  // x = k ln 2 + r, |r| <= ln 2 / 2; ln 2 in two parts, so that r keeps its digits.
  const float k = std::floor(x * 1.44269504F + 0.5F);
  const float r = (x - k * 0.693359375F) + k * 2.12194440e-4F;
  // Taylor's series to the sixth power.
  float y = 1.0F / 720;
  y = y * r + 1.0F / 120;
  y = y * r + 1.0F / 24;
  y = y * r + 1.0F / 6;
  y = y * r + 0.5F;
  y = y * r + 1.0F;
  y = y * r + 1.0F;
  return y * std::bit_cast<float>(static_cast<uint32_t>(static_cast<int32_t>(k) + 127) << 23);
}

Attention::Attention(Weights& weights, const std::string& name, size_t width)
    : heads_(width / kHeadWidth),
      inward_(weights.affine(name + ".inward", width, 3 * width)),
      outward_(weights.affine(name + ".outward", width, width)),
      distance_(weights.table(name + ".distance", width / kHeadWidth, kDistances).floats()) {}

void Attention::run(const Matrix& states, const std::vector<uint32_t>& sizes, Matrix& inward, Matrix& mixed,
                    std::vector<const float*>& parts, Matrix& out) const {
  const auto apply = [&parts](const Affine& affine, const Matrix& rows, Matrix& result) {
    const auto n = static_cast<size_t>(rows.rows());
    parts.resize(n);
    for (size_t i = 0; i < n; ++i) parts[i] = rows.row(static_cast<Index>(i)).data();
    result.resize(rows.rows(), static_cast<Index>(affine.stride()));
    affine.apply(parts.data(), n, 1, result.data());
  };
  apply(inward_, states, inward);
  mixed.resize(states.rows(), states.cols());
  Index first = 0;
  for (const uint32_t size : sizes) {
    mix(inward, first, size, mixed);
    first += size;
  }
  apply(outward_, mixed, out);
}

void Attention::mix(const Matrix& inward, Index first, uint32_t size, Matrix& mixed) const {
  constexpr auto kWidth = static_cast<Index>(kHeadWidth);
  const Index width = mixed.cols();
  const float scale = 1.0F / std::sqrt(static_cast<float>(kHeadWidth));
  Matrix scores;
  for (size_t head = 0; head < heads_; ++head) {
    const Index at = static_cast<Index>(head) * kWidth;
    const auto query = inward.block(first, at, size, kWidth);
    const auto key = inward.block(first, width + at, size, kWidth);
    const auto value = inward.block(first, 2 * width + at, size, kWidth);
    // lazyProduct: Eigen's blocked product sums in an order that hangs on the processor's caches.
    scores = query.lazyProduct(key.transpose());
    const float* preference = distance_.data() + head * kDistances;
    for (uint32_t i = 0; i < size; ++i) {
      float* row = scores.row(i).data();
      float top = row[0] * scale + preference[distance_class(i, 0)];
      for (uint32_t j = 0; j < size; ++j) {
        row[j] = row[j] * scale + preference[distance_class(i, j)];
        top = std::max(top, row[j]);
      }
      float sum = 0;
      for (uint32_t j = 0; j < size; ++j) sum += row[j] = stable_exp(row[j] - top);
      const float share = 1.0F / sum;
      for (uint32_t j = 0; j < size; ++j) row[j] *= share;
    }
    mixed.block(first, at, size, kWidth) = scores.lazyProduct(value);
  }
}

}  // namespace herald::language
