#include "intake/mapped_text.h"

#include <gtest/gtest.h>

namespace herald::intake {
namespace {

std::string original_words(std::string_view original, const MappedText& t, size_t begin, size_t end) {
  const auto [from, to] = t.original_of(begin, end);
  return std::string(original.substr(from, to - from));
}

TEST(MappedText, SqueezedKeepsTheMap) {
  const std::string original = "  Two\t men \n were\u00A0shot\u200B.  ";
  const MappedText t = MappedText(original).squeezed();
  EXPECT_EQ(t.text(), "Two men were shot.");
  EXPECT_EQ(original_words(original, t, 4, 7), "men");
  EXPECT_EQ(original_words(original, t, 13, 18), "shot\u200B.");
}

TEST(MappedText, EditsMapAsAWhole) {
  const MappedText t =
      MappedText("a b-c d", 100)
          .edited({{.begin = 3, .end = 4, .with = ""}, {.begin = 5, .end = 5, .with = "!"}, {.begin = 6, .end = 7, .with = "DD"}});
  EXPECT_EQ(t.text(), "a bc! DD");
  EXPECT_EQ(t.original_of(2, 4), (std::pair<uint64_t, uint64_t>(102, 105)));
  EXPECT_EQ(t.original_of(6, 7), (std::pair<uint64_t, uint64_t>(106, 107)));
  EXPECT_EQ(t.original_of(4, 5), (std::pair<uint64_t, uint64_t>(0, 0))) << "what was put in has no original";
}

TEST(MappedText, BlankLinesEndParagraphs) {
  const auto p = MappedText("one\ntwo\n \t\r\nthree\n\n\n\nfour").paragraphs();
  ASSERT_EQ(p.size(), 3U);
  EXPECT_EQ(p[0].text(), "one two");
  EXPECT_EQ(p[1].text(), "three");
  EXPECT_EQ(p[2].text(), "four");
}

TEST(MappedText, ComposeGoesThroughTwoMaps) {
  MappedText outer;  // the original wrote an escape for the quotation mark
  outer.append("say ", 10, 14);
  outer.append("\"", 14, 16);
  outer.append("no", 16, 18);
  const MappedText inner = MappedText(outer.text()).slice(4, 7);
  const MappedText both = compose(inner, outer);
  EXPECT_EQ(both.text(), inner.text());
  const auto& pieces = both.pieces();
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].original, 14U);
  EXPECT_EQ(pieces[0].original_end, 16U);
  EXPECT_EQ(pieces[1].text, (Span{1, 3}));
  EXPECT_EQ(pieces[1].original, 16U);
}

TEST(MappedText, ComposeKeepsTheInnerWords) {
  const MappedText outer("two\nmen", 5);
  const MappedText both = compose(MappedText(outer.text()).squeezed(), outer);
  EXPECT_EQ(both.text(), "two men");
  EXPECT_EQ(both.original_of(4, 7), (std::pair<uint64_t, uint64_t>(9, 12)));
}

}  // namespace
}  // namespace herald::intake
