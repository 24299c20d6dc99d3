#include "cli/lit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace herald::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

CodedReport one_claim() {
  CodedReport coded;
  coded.report.id = "r1";
  coded.report.text = "Siege ends\n\nThree fighters were killed near the town on Monday, a monitor said.";
  Claim& c = coded.claims.emplace_back();
  c.id = "0123456789";
  c.harm = Harm::killed;
  c.figure.low = c.figure.high = 3;
  const auto at = static_cast<uint32_t>(coded.report.text.find("killed"));
  c.trigger = {at, at + 6};
  coded.report.warnings = {"no publication date: relative dates left open"};
  return coded;
}

TEST(LitReport, WithoutColourThereAreNoEscapes) {
  const std::string out = lit_report(one_claim(), 0, false);
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
  EXPECT_THAT(out, HasSubstr("Three fighters were killed near the town on Monday, a monitor said.\n"));
  EXPECT_THAT(out, HasSubstr("#0123456789"));
  EXPECT_THAT(out, HasSubstr("no publication date"));
}

TEST(LitReport, TheWordsOfAClaimAreLit) {
  EXPECT_THAT(lit_report(one_claim(), 0, true), HasSubstr("were \x1b[31mkilled\x1b[0m near"));
}

TEST(LitReport, LinesAreWrappedAtSpaces) {
  EXPECT_THAT(lit_report(one_claim(), 30, false),
              HasSubstr("Siege ends\n\nThree fighters were killed\nnear the town on Monday, a\nmonitor said.\n"));
}

TEST(LitWords, ShowTheTriggerInBracketsOrColour) {
  const std::string text = "One. Gunmen\nkilled two.";
  Claim c;
  c.trigger = {12, 18};
  EXPECT_EQ(lit_words(text, {5, 23}, c, false), "Gunmen [killed] two.");
  EXPECT_EQ(lit_words(text, {5, 23}, c, true), "Gunmen \x1b[31mkilled\x1b[0m two.");
}

}  // namespace
}  // namespace herald::cli
