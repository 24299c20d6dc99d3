#include "base/utf8.h"

#include <gtest/gtest.h>

namespace herald::base {
namespace {

TEST(Utf8, FindsTheFirstBadByte) {
  EXPECT_FALSE(first_invalid_utf8("Dara‘a, Ḥalab, 𐎠"));
  EXPECT_EQ(first_invalid_utf8("abc\xC3"), 3u);
  EXPECT_EQ(first_invalid_utf8("\xC0\x80"), 0u);          // overlong
  EXPECT_EQ(first_invalid_utf8("a\xED\xA0\x80"), 1u);     // surrogate
  EXPECT_EQ(first_invalid_utf8("\xF4\x90\x80\x80"), 0u);  // past U+10FFFF
}

TEST(Utf8, IndexGoesBothWays) {
  const std::string text = "a–b 𐎠c";
  const CodePointIndex index(text);
  for (uint32_t cp = 0; cp <= 6; ++cp) EXPECT_EQ(index.to_code_points(index.to_bytes(cp)), cp);
  EXPECT_EQ(index.to_code_points(Span{0, static_cast<uint32_t>(text.size())}), (Span{0, 6}));
}

TEST(Utf8, AppendIsTheInverseOfReading) {
  for (char32_t c : {U'a', U'é', U'–', U'𐎠'}) {
    std::string s;
    append_utf8(s, c);
    EXPECT_EQ(code_point_at(s, 0).value, c);
    EXPECT_EQ(code_point_at(s, 0).size, s.size());
  }
}

}  // namespace
}  // namespace herald::base
