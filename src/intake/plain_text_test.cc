#include "intake/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace herald::intake {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Report read(std::string_view text) {
  auto r = parse_text(text, "page.txt");
  EXPECT_TRUE(r) << (r ? "" : r.error().message());
  return r ? *r : Report{};
}

// A page as copied: masthead with the day it was served, headline twice, credits, dates, a standfirst that is the first sentence cut short,
// broken words, a filing line.
constexpr std::string_view kPage = R"(Tuesday, Feb 4, 2020 | Last Update : 09:12 PM IST

  Rebels leave hill town after truce

Rebels leave hill town after truce

AP/XINHUA
Published : Mar 3, 2014, 10:05 am IST
Updated : Mar 4, 2014, 8:00 am IST

Rebel fighters withdrew from the hill town of Darsa on Monday under a truce that the ministry of defence had announced late on Sund

Rebel fighters withdrew from the hill town of Darsa on Monday under a truce that the ministry of defence had announced late on Sunday, residents said.

Some fightersstayed behind, the ministry said.But its spokesman gave no figure.

Location: Darsa, Examplia
)";

TEST(PlainText, ReadsAPageAsCopied) {
  const Report r = read(kPage);
  EXPECT_EQ(r.headline, "Rebels leave hill town after truce");
  EXPECT_EQ(r.text,
            "Rebels leave hill town after truce\n\n"
            "Rebel fighters withdrew from the hill town of Darsa on Monday under a truce that the ministry of defence had announced late "
            "on Sunday, residents said.\n\n"
            "Some fighters stayed behind, the ministry said. But its spokesman gave no figure.");
  EXPECT_THAT(r.agencies, ElementsAre("AP", "Xinhua"));
  ASSERT_TRUE(r.published && r.updated);
  EXPECT_EQ(to_iso(*r.published), "2014-03-03T10:05:00+05:30");
  EXPECT_EQ(to_iso(*r.updated), "2014-03-04T08:00:00+05:30");
  EXPECT_EQ(r.language, "en");
  EXPECT_TRUE(r.warnings.empty());
  ASSERT_TRUE(r.headline_span);
  EXPECT_EQ(r.headline_span->in(r.text), r.headline);
  EXPECT_FALSE(r.standfirst_span);
}

TEST(PlainText, EveryPieceMapsBackToTheOriginal) {
  const Report r = read(kPage);
  uint32_t last = 0;
  for (const SourcePiece& p : r.pieces) {
    EXPECT_GE(p.text.begin, last);
    EXPECT_LE(p.text.end, r.text.size());
    ASSERT_LE(p.original_end, kPage.size());
    last = p.text.end;
    std::string was(kPage.substr(p.original, p.original_end - p.original));
    for (char& c : was)
      if (c == '\n') c = ' ';
    EXPECT_EQ(p.text.in(r.text), was);
  }
}

TEST(PlainText, MastheadDateIsNotTheReports) {
  const Report r = read(
      "Tuesday, Feb 4, 2020 | Last Update : 09:12 PM IST\n\nTwo shot in Darsa market\n\nTwo traders were shot dead in the market of Darsa "
      "on Monday, the town's police chief said.\n");
  EXPECT_FALSE(r.published);
  EXPECT_THAT(r.warnings, ElementsAre("no publication date: relative dates left open"));
  EXPECT_THAT(r.text, Not(HasSubstr("2020")));
}

TEST(PlainText, TakesADateLineUnderTheHeadline) {
  const Report r = read(
      "The Darsa Herald\nHome | World | Sport\n\nTwo shot in Darsa market\nBy Jane Doe, Reuters\n3 March 2014 | 14:30 GMT\n\nTwo traders "
      "were shot dead in the market of Darsa on Monday, the town's police chief said.\n\nShare this article\nRelated stories\nMore "
      "fighting in the north\n");
  EXPECT_EQ(r.outlet, "The Darsa Herald");
  EXPECT_EQ(r.headline, "Two shot in Darsa market");
  EXPECT_THAT(r.agencies, ElementsAre("Reuters"));
  ASSERT_TRUE(r.published);
  EXPECT_EQ(to_iso(*r.published), "2014-03-03T14:30:00Z");
  EXPECT_EQ(r.text,
            "Two shot in Darsa market\n\nTwo traders were shot dead in the market of Darsa on Monday, the town's police chief said.");
}

TEST(PlainText, KeepsAStandfirstOfItsOwn) {
  const Report r = read(
      "Two shot in Darsa market\n\nThird attack on traders in as many weeks\n\nTwo traders were shot dead in the market of Darsa on "
      "Monday, the town's police chief said.\n");
  ASSERT_TRUE(r.standfirst_span);
  EXPECT_EQ(r.standfirst_span->in(r.text), "Third attack on traders in as many weeks");
}

TEST(PlainText, JoinsWrappedLines) {
  const Report r = read(
      "Two shot in Darsa\n\nTwo traders were shot dead in the market of Darsa on\nMonday, the town's police chief said. He gave no "
      "names\nand said that nobody had been arrested so far.\n\nA third man was hurt when he fell from a wall during\nthe panic that "
      "followed, according to the hospital.\n");
  EXPECT_EQ(r.text,
            "Two shot in Darsa\n\nTwo traders were shot dead in the market of Darsa on Monday, the town's police chief said. He gave no "
            "names and said that nobody had been arrested so far.\n\n"
            "A third man was hurt when he fell from a wall during the panic that followed, according to the hospital.");
}

TEST(PlainText, LinesWithoutBlankOnesBetweenAreParagraphs) {
  const Report r = read(
      "Two shot in Darsa\nTwo traders were shot dead in the market of Darsa on Monday, the town's police chief said, and a third man was "
      "hurt when he fell from a wall.\nNobody has been arrested so far, he said in a statement to reporters in the capital, where the "
      "ministry was silent.\n");
  EXPECT_THAT(r.text, HasSubstr("a wall.\n\nNobody has"));
}

TEST(PlainText, TextOfOneCasePassesUnharmed) {
  const std::string caps = "BANDITS SHOT TWO FARMERS NEAR DARSA ON MONDAY, POLICE SAID. A THIRD MAN IS MISSING.";
  EXPECT_EQ(read(caps).text, caps);
  EXPECT_EQ(read(caps).language, "en");
  const std::string small = "darsa: two farmers were shot near the town on monday, police said. a third man is missing.";
  EXPECT_EQ(read(small).text, small);
}

TEST(PlainText, ShortReportIsItsOwnBody) {
  EXPECT_EQ(read("Gunmen killed three men in Darsa.\n").text, "Gunmen killed three men in Darsa.");
  EXPECT_EQ(read("Gunmen killed three men in Darsa.\n").headline, "");
}

TEST(PlainText, DatelineGivesCreditAndDay) {
  const Report r = read(
      "Rebels leave Darsa\n\nDARSA, Examplia, March 3, 2014 (Reuters) - Rebel fighters withdrew from the hill town on Monday under a "
      "truce, residents said.\n");
  EXPECT_EQ(r.dateline, "DARSA, Examplia, March 3, 2014 (Reuters)");
  ASSERT_TRUE(r.dateline_span);
  EXPECT_EQ(r.dateline_span->in(r.text), r.dateline);
  EXPECT_THAT(r.agencies, ElementsAre("Reuters"));
  ASSERT_TRUE(r.published);
  EXPECT_EQ(to_iso(*r.published), "2014-03-03");
}

TEST(PlainText, TellsOtherLanguages) {
  EXPECT_EQ(read("قتل جنديان في هجوم على حاجز عسكري قرب المدينة صباح اليوم، بحسب ما قال ناطق باسم الشرطة المحلية.").language, "ar");
  EXPECT_EQ(read("Deux soldats ont été tués lundi dans une attaque contre un poste militaire près de la ville, a déclaré un porte-parole "
                 "de la police.")
                .language,
            "fr");
}

TEST(PlainText, SameWordsHaveTheSameId) {
  EXPECT_EQ(read("Gunmen killed three  men in Darsa.").id, read("Gunmen killed three men\nin Darsa.\n").id);
  EXPECT_NE(read("Gunmen killed three men in Darsa.").id, read("Gunmen killed four men in Darsa.").id);
}

}  // namespace
}  // namespace herald::intake
