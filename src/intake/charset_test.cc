#include "intake/charset.h"

#include <gtest/gtest.h>

namespace herald::intake {
namespace {

TEST(Charset, ReadsByMarkHeaderAndStatistics) {
  EXPECT_EQ(decode("\xEF\xBB\xBF"
                   "caf\xC3\xA9",
                   {}, false)
                ->text,
            "café");
  EXPECT_EQ(decode(std::string_view("\xFF\xFEo\0k\0", 6), {}, false)->text, "ok");
  EXPECT_EQ(decode("\xEF\xF0\xE8\xE2\xE5\xF2", "windows-1251", false)->text, "привет");
  EXPECT_EQ(decode("\x93yes\x94", "ISO-8859-1", false)->text, "“yes”") << "latin-1 on the web is windows-1252";
  EXPECT_EQ(decode("The \x93truce\x94 held through the night, the army\x92s spokesman said.", {}, false)->text,
            "The “truce” held through the night, the army’s spokesman said.");
}

TEST(Charset, ValidUtf8GoesBeforeAWrongDeclaration) {
  EXPECT_EQ(decode("caf\xC3\xA9", "iso-8859-1", true)->text, "café");
}

TEST(Charset, BrokenUtf8NamesTheByte) {
  struct Case {
    std::string_view bytes;
    size_t at;
  };
  for (const Case& c : {Case{"caf\xC3", 3}, {"caf\xC3\xA9 and \xE2\x80 more", 10}, {"ok \xE2\x80", 3}, {"two \xF0\x9F\x98", 4}}) {
    const auto r = decode(c.bytes, {}, false);
    ASSERT_FALSE(r) << c.bytes;
    EXPECT_EQ(r.error().offset, c.at) << c.bytes;
    EXPECT_FALSE(r.error().hint.empty());
  }
}

TEST(Charset, LenientReplacesAStrayByteAndSaysWhere) {
  const auto r = decode("caf\xC3\xA9 \xFF ok", "utf-8", true);
  ASSERT_TRUE(r);
  EXPECT_EQ(r->text, "café \uFFFD ok");
  EXPECT_EQ(r->first_replaced, 6U);
  EXPECT_FALSE(decode("caf\xC3\xA9 caf\xC3", "utf-8", true)) << "a page that breaks off inside a character is cut short";
}

TEST(Charset, FindsWhatAPageDeclares) {
  EXPECT_EQ(meta_charset("<head><meta charset=\"UTF-8\"></head>"), "utf-8");
  EXPECT_EQ(meta_charset("<META http-equiv=Content-Type content='text/html; charset=windows-1256'>"), "windows-1256");
  EXPECT_EQ(meta_charset("<meta name=x content=y>"), "");
}

}  // namespace
}  // namespace herald::intake
