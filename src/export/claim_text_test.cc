#include "export/claim_text.h"

#include <gtest/gtest.h>

namespace herald::exports {
namespace {

TEST(ClaimText, FiguresSayTheirBounds) {
  EXPECT_EQ(figure_text({3, 3, false, false, {}, false}), "3");
  EXPECT_EQ(figure_text({40, 40, true, false, {}, false}), "about 40");
  EXPECT_EQ(figure_text({100, {}, false, false, {}, false}), "at least 100");
  EXPECT_EQ(figure_text({{}, 30, false, false, {}, false}), "up to 30");
  EXPECT_EQ(figure_text({20, 30, false, false, {}, false}), "20–30");
  EXPECT_EQ(figure_text({}), "");
}

TEST(ClaimText, CasualtiesNameVictimsAndAgent) {
  Claim c;
  c.harm = Harm::killed;
  c.figure.low = 100;
  c.victims = Party{"soldiers", "soldiers", "", {}};
  c.by = Party{"the group", "Islamic State", "actor:isis", {}};
  EXPECT_EQ(what_text(c), "at least 100 killed (soldiers) by Islamic State");
  c.modality = Modality::denied;
  EXPECT_EQ(what_text(c), "at least 100 killed (soldiers) by Islamic State [denied]");
}

TEST(ClaimText, GroundNamesHolderLoserAndPart) {
  Claim c;
  c.type = ClaimType::control;
  c.state = ControlState::taken;
  c.holder = Party{"troops", "Syrian army", "", {}};
  c.from = Party{"rebels", "rebels", "", {}};
  c.part = "the west";
  EXPECT_EQ(what_text(c), "taken by Syrian army from rebels, the west");
}

TEST(ClaimText, ViolenceNamesKindAgentTarget) {
  Claim c;
  c.type = ClaimType::violence;
  c.kind = Kind::airstrike;
  c.by = Party{"jets", "Russia", "", {}};
  c.target = Party{"a market", "a market", "", {}};
  EXPECT_EQ(what_text(c), "airstrike by Russia on a market");
}

TEST(ClaimText, OpenPeriodsSayWhichEndIsKnown) {
  EXPECT_EQ(date_text({parse_day("2015-11-09"), parse_day("2015-11-12")}), "2015-11-09 to 2015-11-12");
  EXPECT_EQ(date_text({{}, parse_day("2015-11-12")}), "until 2015-11-12");
  EXPECT_EQ(date_text({}), "");
}

}  // namespace
}  // namespace herald::exports
