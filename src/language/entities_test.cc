#include "language/entities.h"

#include <gtest/gtest.h>

#include <random>

namespace herald::language {
namespace {

enum : size_t { kB = 0, kI = 1, kE = 2, kS = 3 };
size_t tag(EntityType type, size_t place) {
  return 1 + 4 * (static_cast<size_t>(type) - 1) + place;
}

TEST(Entities, ReadsSpansOffTheBestTags) {
  std::vector<float> scores(4 * kEntityTags, 0.0F);
  scores[0 * kEntityTags + tag(EntityType::location, kS)] = 5;
  scores[1 * kEntityTags + 0] = 5;
  scores[2 * kEntityTags + tag(EntityType::person, kB)] = 5;
  scores[3 * kEntityTags + tag(EntityType::person, kE)] = 5;
  const std::vector<EntitySpan> found = best_entities(scores.data(), kEntityTags, 4);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].type, EntityType::location);
  EXPECT_EQ(found[0].last, 1U);
  EXPECT_EQ(found[1].type, EntityType::person);
  EXPECT_EQ(found[1].first, 2U);
  EXPECT_EQ(found[1].last, 4U);
}

TEST(Entities, WhatOpensIsClosedByItsOwnType) {
  // Every word wants to open an organisation; none may stay open.
  std::vector<float> scores(3 * kEntityTags, 0.0F);
  for (size_t i = 0; i < 3; ++i) scores[i * kEntityTags + tag(EntityType::organisation, kB)] = 3;
  scores[2 * kEntityTags + tag(EntityType::organisation, kE)] = 1;
  scores[2 * kEntityTags + tag(EntityType::weapon, kE)] = 2;
  const std::vector<EntitySpan> found = best_entities(scores.data(), kEntityTags, 3);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].type, EntityType::organisation);
  EXPECT_EQ(found[0].first, 1U);
  EXPECT_EQ(found[0].last, 3U);
}

TEST(Entities, AgreesWithTryingEverySequence) {
  std::mt19937 random(7);
  std::normal_distribution<float> score(0, 1);
  // Two types keep the search small; the others are made hopeless.
  std::vector<size_t> tags = {0};
  for (const EntityType type : {EntityType::person, EntityType::quantity})
    for (size_t place = 0; place < 4; ++place) tags.push_back(tag(type, place));
  const auto opens = [](size_t t) { return t && (t - 1) % 4 < 2; };
  const auto continues = [](size_t t) { return t && ((t - 1) % 4 == 1 || (t - 1) % 4 == 2); };
  for (int round = 0; round < 50; ++round) {
    constexpr uint32_t n = 4;
    std::vector<float> scores(n * kEntityTags, -100.0F);
    for (uint32_t i = 0; i < n; ++i)
      for (const size_t t : tags) scores[i * kEntityTags + t] = score(random);
    std::vector<size_t> at(n, 0);
    float best = -1e9F;
    for (;;) {
      bool valid = !continues(tags[at[0]]) && !opens(tags[at[n - 1]]);
      float sum = 0;
      for (uint32_t i = 0; i < n; ++i) {
        sum += scores[i * kEntityTags + tags[at[i]]];
        if (i == 0) continue;
        const size_t a = tags[at[i - 1]];
        const size_t b = tags[at[i]];
        valid = valid && opens(a) == continues(b) && (!continues(b) || (a - 1) / 4 == (b - 1) / 4);
      }
      if (valid) best = std::max(best, sum);
      uint32_t k = 0;
      while (k < n && ++at[k] == tags.size()) at[k++] = 0;
      if (k == n) break;
    }
    float found = 0;
    uint32_t next = 0;
    for (const EntitySpan& e : best_entities(scores.data(), kEntityTags, n)) {
      for (; next < e.first; ++next) found += scores[next * kEntityTags];
      for (; next < e.last; ++next) {
        const size_t place = e.last - e.first == 1 ? kS : next == e.first ? kB : next + 1 == e.last ? kE : kI;
        found += scores[next * kEntityTags + tag(e.type, place)];
      }
    }
    for (; next < n; ++next) found += scores[next * kEntityTags];
    EXPECT_NEAR(found, best, 1e-4) << round;
  }
}

TEST(Entities, NoWordsNoEntities) {
  EXPECT_TRUE(best_entities(nullptr, kEntityTags, 0).empty());
}

}  // namespace
}  // namespace herald::language
