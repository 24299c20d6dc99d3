#include "base/text.h"

#include <gtest/gtest.h>

namespace herald::base {
namespace {

TEST(Text, FoldMakesSpellingsComparable) {
  EXPECT_EQ(fold("Dayr az-Zawr"), "dayr az zawr");
  EXPECT_EQ(fold("Kobanî’s"), "kobani s");
  EXPECT_EQ(fold("ʿAyn al-ʿArab"), "ayn al arab");
  EXPECT_EQ(fold("Diyarbakır"), "diyarbakir");
  EXPECT_EQ(fold("  U.S. "), "u s");
  EXPECT_EQ(fold(""), "");
}

TEST(Text, SqueezeAndSplit) {
  EXPECT_EQ(replace_all("a-b--c", "-", "--"), "a--b----c");
  EXPECT_EQ(squeeze(" a \n b\t\tc "), "a b c");
  EXPECT_EQ(split("a,,b", ',').size(), 3u);
  EXPECT_EQ(join({"a", "b"}, ", "), "a, b");
  EXPECT_TRUE(starts_with_ignore_case("Published : Nov", "PUBLISHED"));
}

TEST(Text, CapitalsTellNothingInOneCase) {
  EXPECT_TRUE(is_caseless("rebels took the town of kota on monday"));
  EXPECT_TRUE(is_caseless("REBELS TOOK THE TOWN OF KOTA ON MONDAY (map)"));
  EXPECT_FALSE(is_caseless("Rebels took the town of Kota on Monday"));
}

TEST(FindWords, TakesWhiteSpaceAsItComes) {
  const std::string text = "One.  Two\nfishermen came.";
  const auto at = find_words(text, " Two fishermen");
  ASSERT_TRUE(at.has_value());
  EXPECT_EQ(at->in(text), "Two\nfishermen");
  EXPECT_FALSE(find_words(text, "Two fishers").has_value());
  EXPECT_FALSE(find_words(text, "").has_value());
}

}  // namespace
}  // namespace herald::base
