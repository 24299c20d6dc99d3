#include "claim/doers.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace herald::claim {
namespace {

namespace fs = std::filesystem;

DoerOption somebody(const std::string& name, const Features& features) {
  Party p;
  p.text = p.name = name;
  return {.who = p, .features = features};
}

class ChooseDoer : public ::testing::Test {
 protected:
  void SetUp() override {
    std::ofstream(file_) << R"({"least": 0.6, "weights": {"by": 4, "rules:stated": 1, "nobody": 0.5}})";
    auto loaded = Chooser::load(file_);
    ASSERT_TRUE(loaded);
    chooser_ = std::move(*loaded);
    claim_.by = somebody("police", {}).who;
  }
  void TearDown() override { fs::remove(file_); }

  fs::path file_ =
      fs::temp_directory_path() / ("herald_doers_" + std::to_string(::testing::UnitTest::GetInstance()->random_seed()) + ".json");
  Chooser chooser_;
  Claim claim_;
};

TEST_F(ChooseDoer, OverrulesTheRulesWhereItIsSure) {
  choose_doer(claim_, {{.who = {}, .features = {"nobody"}}, somebody("police", {"rules:stated"}), somebody("gunmen", {"by"})}, chooser_);
  ASSERT_TRUE(claim_.by);
  EXPECT_EQ(claim_.by->name, "gunmen");
}

TEST_F(ChooseDoer, NobodyIsAChoiceToo) {
  choose_doer(claim_, {{.who = {}, .features = {"nobody", "by"}}, somebody("police", {"rules:stated"})}, chooser_);
  EXPECT_FALSE(claim_.by);
}

TEST_F(ChooseDoer, LeavesTheRulesTheirChoiceWhereItIsUnsureOrHasNone) {
  choose_doer(claim_, {{.who = {}, .features = {"nobody"}}, somebody("police", {"rules:stated"})}, Chooser());
  ASSERT_TRUE(claim_.by);
  choose_doer(claim_, {{.who = {}, .features = {}}, somebody("gunmen", {})}, chooser_);
  ASSERT_TRUE(claim_.by);
  choose_doer(claim_, {}, chooser_);
  EXPECT_EQ(claim_.by->name, "police");
}

}  // namespace
}  // namespace herald::claim
