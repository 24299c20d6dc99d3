#include "language/spanning_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace herald::language {
namespace {

// One root word, and every word reaches it.
bool is_tree(const std::vector<uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  for (uint32_t at : heads) {
    for (size_t steps = 0; at != 0; at = heads[at - 1])
      if (++steps > heads.size()) return false;
  }
  return true;
}

float total(const std::vector<float>& scores, const std::vector<uint32_t>& heads) {
  float sum = 0;
  for (size_t d = 0; d < heads.size(); ++d) sum += scores[d * (heads.size() + 1) + heads[d]];
  return sum;
}

TEST(SpanningTree, AgreesWithTryingEveryTreeOnSmallGraphs) {
  std::mt19937 random(20);
  std::normal_distribution<float> score(0, 2);
  for (int round = 0; round < 600; ++round) {
    const uint32_t n = 1 + random() % 5;
    std::vector<float> scores(n * (n + 1));
    for (float& s : scores) s = score(random);
    std::vector<uint32_t> heads(n, 0);
    float best = -1e9F;
    for (;;) {
      if (is_tree(heads)) best = std::max(best, total(scores, heads));
      uint32_t k = 0;
      while (k < n && ++heads[k] > n) heads[k++] = 0;
      if (k == n) break;
    }
    const std::vector<uint32_t> found = best_tree(scores, n);
    ASSERT_TRUE(is_tree(found));
    EXPECT_NEAR(total(scores, found), best, 1e-4) << "round " << round << ", " << n << " words";
  }
}

TEST(SpanningTree, NestedCyclesOfALongSentenceGiveATree) {
  std::mt19937 random(21);
  std::normal_distribution<float> score(0, 5);
  const uint32_t n = 120;
  std::vector<float> scores(n * (n + 1));
  for (float& s : scores) s = score(random);
  for (uint32_t d = 0; d < n; ++d) scores[d * (n + 1) + (d ^ 1U) + 1] += 40;  // pairs that want each other
  EXPECT_TRUE(is_tree(best_tree(scores, n)));
}

TEST(SpanningTree, EqualScoresAndOneWord) {
  EXPECT_EQ(best_tree({3.0F, 9.0F}, 1), std::vector<uint32_t>{0});
  EXPECT_TRUE(is_tree(best_tree(std::vector<float>(7 * 8, 1.0F), 7)));
  EXPECT_TRUE(best_tree({}, 0).empty());
}

}  // namespace
}  // namespace herald::language
