#include "base/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace herald::base {
namespace {

using ::testing::ElementsAre;

TEST(Csv, ReadsQuotesBreaksAndCommasInCells) {
  const auto t = parse_csv("\xEF\xBB\xBFid,words\r\n1,\"a, \"\"b\"\"\nand c\"\r\n\r\n2,plain");
  ASSERT_TRUE(t.ok()) << t.error().message();
  EXPECT_THAT(t->columns, ElementsAre("id", "words"));
  ASSERT_EQ(t->rows.size(), 2U);
  EXPECT_THAT(t->rows[0].cells, ElementsAre("1", "a, \"b\"\nand c"));
  EXPECT_THAT(t->rows[1].cells, ElementsAre("2", "plain"));
  EXPECT_EQ(t->rows[1].line, 5U);
  EXPECT_EQ(t->column("words"), 1U);
  EXPECT_EQ(t->column("nothing"), std::nullopt);
}

TEST(Csv, TakesTheSeparatorOfItsHeader) {
  EXPECT_THAT(parse_csv("a;b\n1,5;2\n")->rows.at(0).cells, ElementsAre("1,5", "2"));
  EXPECT_THAT(parse_csv("a\tb\n1\t\n")->rows.at(0).cells, ElementsAre("1", ""));
}

TEST(Csv, NamesTheLineOfWhatIsWrong) {
  EXPECT_EQ(parse_csv("a,b\n1,2\n1,2,3\n").error().line, 3U);
  EXPECT_EQ(parse_csv("a,b\n1,\"open\n").error().line, 2U);
  EXPECT_EQ(parse_csv("a,b\n\"1\"x,2\n").error().line, 2U);
  EXPECT_FALSE(parse_csv("").ok());
}

}  // namespace
}  // namespace herald::base
