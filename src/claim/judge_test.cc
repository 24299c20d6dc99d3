#include "claim/judge.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>

namespace herald::claim {
namespace {

namespace fs = std::filesystem;

class JudgeFile : public ::testing::Test {
 protected:
  Result<Judge> load(const std::string& text) {
    std::ofstream(file_) << text;
    return Judge::load(file_);
  }
  void TearDown() override { fs::remove(file_); }

  fs::path file_ =
      fs::temp_directory_path() / ("herald_judge_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + ".json");
};

constexpr auto kModel = R"({"types": {"casualties": {"bias": 1.0, "least": 0.4}, "violence": {"bias": 0.0, "least": 0.1}},
                            "weights": {"word:bomb": 1.5, "casualties|word:bomb": 0.5, "word:league": -4, "word:be": 0.25}})";

TEST_F(JudgeFile, AddsWhatHoldsForAllTypesAndForTheOne) {
  const auto judge = load(kModel);
  ASSERT_TRUE(judge);
  EXPECT_NEAR(judge->probability(ClaimType::casualties, {"word:bomb"}), 1 / (1 + std::exp(-3.0)), 1e-12);
  EXPECT_NEAR(judge->probability(ClaimType::violence, {"word:bomb"}), 1 / (1 + std::exp(-1.5)), 1e-12);
  EXPECT_NEAR(judge->probability(ClaimType::casualties, {"word:unheard"}), 1 / (1 + std::exp(-1.0)), 1e-12);
  EXPECT_LT(judge->probability(ClaimType::casualties, {"word:bomb", "word:league"}), judge->least(ClaimType::casualties));
  EXPECT_EQ(judge->probability(ClaimType::movement, {"word:bomb"}), 0) << "not trained on movements";
  EXPECT_EQ(judge->least(ClaimType::movement), 0);
}

TEST_F(JudgeFile, GivesTheHeaviestReasonsFirst) {
  const auto judge = load(kModel);
  ASSERT_TRUE(judge);
  const auto reasons = judge->reasons(ClaimType::casualties, {"word:be", "word:bomb", "word:league", "word:unheard"}, 2);
  ASSERT_EQ(reasons.size(), 2U);
  EXPECT_EQ(reasons[0], std::pair(std::string("word:league"), -4.0));
  EXPECT_EQ(reasons[1], std::pair(std::string("word:bomb"), 2.0));
}

TEST_F(JudgeFile, SaysWhatIsWrongWithAModel) {
  for (const char* bad : {"", "{", "[]", R"({"types": {}})", R"({"types": {"weather": {"bias": 0, "least": 0}}, "weights": {}})",
                          R"({"types": {"control": {"bias": "high", "least": 0}}, "weights": {}})"}) {
    const auto judge = load(bad);
    ASSERT_FALSE(judge) << bad;
    EXPECT_EQ(judge.error().origin, file_.string()) << bad;
  }
}

TEST(Judge, TheModelOfTheTreeLoads) {
  const auto judge = Judge::load(fs::path(HERALD_SOURCE_DIR) / "models/claims.json");
  ASSERT_TRUE(judge) << judge.error().message();
  EXPECT_GT(judge->probability(ClaimType::casualties, {"word:kill", "tag:VBN", "relation:root"}),
            judge->probability(ClaimType::casualties, {"head:league", "head:season"}));
}

}  // namespace
}  // namespace herald::claim
