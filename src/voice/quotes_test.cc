#include "voice/quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace herald::voice {
namespace {

std::vector<std::string> quoted(std::string_view text) {
  std::vector<std::string> out;
  for (const Quote& q : find_quotes(text)) out.push_back(std::string(q.span.in(text)) + (q.goes_on ? " >" : q.open ? " ..." : ""));
  return out;
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(QuotesTest, StraightAndCurlyPairs) {
  EXPECT_THAT(quoted("\"We hold it,\" he said. \"We will stay.\""), ElementsAre("\"We hold it,\"", "\"We will stay.\""));
  EXPECT_THAT(quoted("She said “nobody came” and left."), ElementsAre("“nobody came”"));
  EXPECT_THAT(quoted("``They ran,'' he said."), ElementsAre("``They ran,''"));
}

TEST(QuotesTest, ApostrophesAreNoQuotations) {
  EXPECT_THAT(quoted("The rebels' camp wasn't hit, the army's spokesman said."), IsEmpty());
  EXPECT_THAT(quoted("The rebels’ camp wasn’t hit."), IsEmpty());
}

TEST(QuotesTest, SingleQuotesWhereTheyOpenAndClose) {
  EXPECT_THAT(quoted("It was ‘a mistake’, he said."), ElementsAre("‘a mistake’"));
  EXPECT_THAT(quoted("They called it 'a trap' afterwards."), ElementsAre("'a trap'"));
}

TEST(QuotesTest, AnOpenQuotationRunsToTheEndOfItsParagraphAndOn) {
  EXPECT_THAT(quoted("\"We came at dawn.\n\n\"We left at noon,\" he said."), ElementsAre("\"We came at dawn. >", "\"We left at noon,\""));
  EXPECT_THAT(quoted("He said \"we came at dawn.\n\nNobody answered."), ElementsAre("\"we came at dawn. ..."));
}

TEST(QuotesTest, AStrayClosingMarkOpensNothing) {
  EXPECT_THAT(quoted("We came at dawn,\" he said. Nobody answered."), IsEmpty());
}

}  // namespace
}  // namespace herald::voice
