#include "export/agreement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "export/own_coding.h"

namespace herald::exports {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

const std::vector<std::string> kFields{"low", "high", "place", "by"};

// A claim of the sentence that spans [begin, begin + 10).
Claim killed(int64_t n, uint32_t begin, const std::string& place = "Aleppo") {
  Claim c;
  c.type = ClaimType::casualties;
  c.harm = Harm::killed;
  c.figure.low = c.figure.high = n;
  c.trigger = {begin, begin + 5};
  Place p;
  p.name = place;
  c.place = ClaimPlace{p, {}};
  return c;
}
const std::vector<Span> kSentences{{0, 10}, {10, 20}};

TEST(Agreement, MatchesOneToOneAndTellsWhatDiffers) {
  const std::vector<Claim> own{killed(7, 0), killed(3, 10), killed(1, 10)};
  const std::vector<Claim> herald{killed(3, 12, "the city of Aleppo"), killed(9, 2), killed(40, 300)};
  const Agreement a = compare(own, herald, kSentences, kFields);
  ASSERT_THAT(a.matched, SizeIs(2));
  EXPECT_THAT(a.matched[0].differs, SizeIs(1));
  EXPECT_EQ(a.matched[0].differs[0].field, "figure");
  EXPECT_EQ(a.matched[0].differs[0].herald, "9");
  EXPECT_EQ(a.matched[0].differs[0].reference, "7");
  EXPECT_TRUE(a.matched[1].differs.empty()) << "one name holds the other";
  EXPECT_THAT(a.missed, ElementsAre(&own[2]));
  EXPECT_THAT(a.extra, ElementsAre(&herald[2]));
  std::vector<FieldCount> counts;
  count_fields(a, kFields, counts);
  EXPECT_EQ(counts[0].field, "figure");
  EXPECT_EQ(counts[0].agree, 1U);
  EXPECT_EQ(counts[0].of, 2U);
  EXPECT_EQ(counts[2].of, 0U) << "nobody is named";
}

TEST(Agreement, WhatTheMachineMakesUpDiffersFromWhatIsLeftOpen) {
  Claim open = killed(7, 0);
  open.place.reset();
  const std::vector<Claim> own{open};
  const std::vector<Claim> herald{killed(7, 0)};
  const Agreement a = compare(own, herald, kSentences, kFields);
  ASSERT_THAT(a.matched.at(0).differs, SizeIs(1));
  EXPECT_EQ(a.matched[0].differs[0].reference, "open");
  EXPECT_TRUE(compare(own, herald, kSentences, std::vector<std::string>{"low"}).matched.at(0).differs.empty())
      << "the person coded no places";
}

TEST(OwnCoding, ReadsOneRowAClaim) {
  auto coding = read_own_coding(
      "report,published,text,type,harm,low,high,words\n"
      "a,2015-03-02,\"Gunmen killed 3 guards. \nNo more.\",casualties,killed,3,3,killed 3 guards\n"
      "b,,Nothing happened.,,,,,\n"
      "a,,,casualties,wounded,2,,two were hurt\n");
  ASSERT_TRUE(coding.ok()) << coding.error().message();
  ASSERT_THAT(coding->reports, SizeIs(2));
  EXPECT_THAT(coding->fields, ElementsAre("harm", "low", "high"));
  OwnReport& a = coding->reports[0];
  EXPECT_THAT(a.coded.claims, SizeIs(2));
  EXPECT_THAT(find_own_words(a), ElementsAre("two were hurt"));
  EXPECT_EQ(a.coded.claims[0].trigger.in(a.coded.report.text), "killed 3 guards");
  EXPECT_TRUE(coding->reports[1].coded.claims.empty());
}

TEST(OwnCoding, NamesWhatIsWrong) {
  const auto what = [](const char* csv) { return read_own_coding(csv).error().message(); };
  EXPECT_THAT(what("report,type,colour\na,casualties,red\n"), ::testing::HasSubstr("no such column: colour"));
  EXPECT_THAT(what("report,type,low\na,casualties,many\n"), ::testing::HasSubstr("low cannot be: many"));
  EXPECT_THAT(what("type\ncasualties\n"), ::testing::HasSubstr("needs the columns report and type"));
}

}  // namespace
}  // namespace herald::exports
