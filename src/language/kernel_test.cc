#include "language/kernel.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "language/attention.h"

namespace herald::language {
namespace {

std::vector<float> numbers(size_t n, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, 1);
  std::vector<float> out(n);
  for (float& x : out) x = normal(random);
  return out;
}

TEST(Kernel, GivesBiasPlusProductsInTheirOrder) {
  constexpr size_t kInputs = 21;
  constexpr size_t kOutputs = 37;
  constexpr size_t kRows = 29;
  const std::vector<float> weight = numbers(kInputs * kOutputs, 1);
  const std::vector<float> bias = numbers(kOutputs, 2);
  const std::vector<float> rows = numbers(kInputs * kRows, 3);
  const Affine affine(weight, bias, kOutputs, kInputs);
  ASSERT_EQ(affine.stride(), 48U);
  // Three parts a row, as the convolutions hand them over.
  std::vector<const float*> parts;
  for (size_t i = 0; i < kRows; ++i)
    for (size_t tap = 0; tap < 3; ++tap) parts.push_back(rows.data() + i * kInputs + tap * 7);
  std::vector<float> out(kRows * affine.stride());
  affine.apply(parts.data(), kRows, 3, out.data());
  for (size_t i = 0; i < kRows; ++i) {
    for (size_t o = 0; o < kOutputs; ++o) {
      volatile float sum = bias[o];  // volatile: each step is rounded
      for (size_t k = 0; k < kInputs; ++k) {
        volatile float product = weight[o * kInputs + k] * rows[i * kInputs + k];
        sum = sum + product;
      }
      ASSERT_EQ(out[i * affine.stride() + o], sum) << i << " " << o;
    }
    for (size_t o = kOutputs; o < affine.stride(); ++o) ASSERT_EQ(out[i * affine.stride() + o], 0.0F);
  }
}

TEST(Kernel, ARowDoesNotHangOnItsBatch) {
  const Affine affine(numbers(64 * 32, 4), numbers(32, 5), 32, 64);
  const std::vector<float> rows = numbers(64 * 40, 6);
  std::vector<const float*> parts;
  for (size_t i = 0; i < 40; ++i) parts.push_back(rows.data() + i * 64);
  std::vector<float> all(40 * 32);
  affine.apply(parts.data(), 40, 1, all.data());
  for (size_t i = 0; i < 40; ++i) {
    std::vector<float> one(32);
    affine.apply(parts.data() + i, 1, 1, one.data());
    ASSERT_TRUE(std::equal(one.begin(), one.end(), all.begin() + static_cast<std::ptrdiff_t>(i * 32))) << i;
  }
}

TEST(StableExp, AgreesWithTheLibrary) {
  for (float x = -80; x < 80; x += 0.037F) EXPECT_NEAR(stable_exp(x) / std::exp(x), 1.0, 1e-6) << x;
  EXPECT_EQ(stable_exp(-1000), 0.0F);
  EXPECT_EQ(stable_exp(0), 1.0F);
}

TEST(DistanceClass, TellsSidesAndStepsApart) {
  EXPECT_EQ(distance_class(5, 5), 0U);
  EXPECT_EQ(distance_class(5, 6), 1U);
  EXPECT_EQ(distance_class(6, 5), 16U);
  EXPECT_EQ(distance_class(0, 12), 12U);
  EXPECT_EQ(distance_class(0, 13), 13U);
  EXPECT_EQ(distance_class(0, 19), 14U);
  EXPECT_EQ(distance_class(0, 200), 15U);
  EXPECT_EQ(distance_class(200, 0), 30U);
}

}  // namespace
}  // namespace herald::language
