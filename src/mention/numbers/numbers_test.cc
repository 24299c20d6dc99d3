#include "mention/numbers/numbers.h"

#include <gtest/gtest.h>

#include <string>

namespace herald::numbers {
namespace {

std::vector<Word> words(std::string_view text) {
  return lex(text, {0, static_cast<uint32_t>(text.size())});
}

std::string joined(std::string_view text) {
  std::string out;
  for (const Word& w : words(text)) out += (out.empty() ? "" : "|") + w.text;
  return out;
}

TEST(Lexer, CutsHyphensSuffixesAndAbbreviations) {
  EXPECT_EQ(joined("A 27-year-old at 3pm"), "a|27|-|year|-|old|at|3|pm");
  EXPECT_EQ(joined("10:35 a.m. in the U.S., 1990s"), "10|:|35|am|in|the|us|,|1990|s");
  EXPECT_EQ(joined("2,850 men, 4.5 km, 1,2"), "2850|men|,|4.5|km|,|1|,|2");
}

TEST(Lexer, FoldsTypographicSigns) {
  EXPECT_EQ(joined("last year’s 15–20"), "last|year|'s|15|-|20");
}

TEST(Lexer, SpansAreBytesOfTheText) {
  const std::string text = "Früh am 9. Mai";
  const auto w = words(text);
  ASSERT_EQ(w.size(), 5U);
  EXPECT_EQ(w[0].span.in(text), "Früh");
  EXPECT_EQ(w[2].span.in(text), "9");
}

struct Case {
  std::string_view text;
  double value;
  size_t end;
};

TEST(Cardinal, ReadsDigitsWordsAndBoth) {
  for (const Case& c : {Case{"2,850 troops", 2850, 1}, Case{"twenty-four people", 24, 3}, Case{"two hundred and five dead", 205, 4},
                        Case{"1.2 million refugees", 1200000, 2}, Case{"half a dozen men", 6, 3}, Case{"a dozen men", 12, 2},
                        Case{"two dozen", 24, 2}, Case{"a hundred", 100, 2}, Case{"three thousand two hundred", 3200, 4},
                        Case{"HALF A MILLION", 500000, 3}, Case{"nine and ten", 9, 1}, Case{"15-20", 15, 1},
                        Case{"one thousand and one", 1001, 4}, Case{"two million three hundred thousand", 2300000, 5}}) {
    const auto n = cardinal(words(c.text), 0);
    ASSERT_TRUE(n) << c.text;
    EXPECT_DOUBLE_EQ(n->value, c.value) << c.text;
    EXPECT_EQ(n->end, c.end) << c.text;
  }
}

TEST(Cardinal, IsNoOrdinalDecadeOrArticle) {
  for (std::string_view text : {"12th Brigade", "1990s", "a soldier", "third", "hundreds", "dozens", "million"})
    EXPECT_FALSE(cardinal(words(text), 0)) << text;
}

TEST(Ordinal, ReadsWordsAndSuffixedDigits) {
  EXPECT_DOUBLE_EQ(ordinal(words("thirty-first"), 0)->value, 31);
  EXPECT_DOUBLE_EQ(ordinal(words("12th"), 0)->value, 12);
  EXPECT_DOUBLE_EQ(ordinal(words("third quarter"), 0)->value, 3);
  EXPECT_FALSE(ordinal(words("three"), 0));
  EXPECT_FALSE(ordinal(words("12 th"), 0));
}

}  // namespace
}  // namespace herald::numbers
