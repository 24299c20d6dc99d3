#include "claim/log_linear.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace herald::claim {
namespace {

namespace fs = std::filesystem;
using ::testing::DoubleNear;
using ::testing::ElementsAre;
using ::testing::Pair;

TEST(LogLinear, AddsWhatHoldsForAllAndForTheKind) {
  const LogLinear model({{"near", 1.5}, {"casualties|near", 0.5}, {"far", -4}});
  EXPECT_DOUBLE_EQ(model.sum({"near", "unheard"}), 1.5);
  EXPECT_DOUBLE_EQ(model.sum({"near", "far"}, "casualties"), -2);
}

TEST(LogLinear, GivesTheHeaviestReasonsFirst) {
  const LogLinear model({{"near", 1.5}, {"far", -4}, {"named", 0.25}});
  EXPECT_THAT(model.reasons({"named", "near", "far", "unheard"}, 2), ElementsAre(Pair("far", -4), Pair("near", 1.5)));
}

class ChooserFile : public ::testing::Test {
 protected:
  Result<Chooser> load(const std::string& text) {
    std::ofstream(file_) << text;
    return Chooser::load(file_);
  }
  void TearDown() override { fs::remove(file_); }

  fs::path file_ =
      fs::temp_directory_path() / ("herald_chooser_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + ".json");
};

TEST_F(ChooserFile, ChoosesTheMostProbableWhereItIsSureEnough) {
  const auto chooser = load(R"({"least": 0.6, "weights": {"near": 2, "far": -1}})");
  ASSERT_TRUE(chooser);
  EXPECT_THAT(chooser->probabilities({{"far"}, {"near"}, {}}),
              ElementsAre(DoubleNear(0.042, 1e-3), DoubleNear(0.844, 1e-3), DoubleNear(0.114, 1e-3)));
  EXPECT_EQ(chooser->choose({{"far"}, {"near"}, {}}), 1U);
  EXPECT_EQ(chooser->choose({{"near"}, {"near"}}), std::nullopt);
  EXPECT_EQ(chooser->choose({}), std::nullopt);
}

TEST_F(ChooserFile, SaysWhatIsWrongWithAModel) {
  for (const char* bad :
       {"", "{", "[]", R"({"least": 0.5})", R"({"least": "much", "weights": {}})", R"({"least": 0, "weights": {"a": "b"}})"}) {
    const auto chooser = load(bad);
    ASSERT_FALSE(chooser) << bad;
    EXPECT_EQ(chooser.error().origin, file_.string()) << bad;
  }
}

TEST(Chooser, ChoosesNothingWithoutAModel) {
  EXPECT_EQ(Chooser().choose({{"near"}}), std::nullopt);
}

}  // namespace
}  // namespace herald::claim
