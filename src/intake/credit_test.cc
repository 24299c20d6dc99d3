#include "intake/credit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace herald::intake {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Credit, ReadsLinesOfAgencies) {
  EXPECT_THAT(agencies_of_line("REUTERS/AFP"), ElementsAre("Reuters", "AFP"));
  EXPECT_THAT(agencies_of_line("(Xinhua)"), ElementsAre("Xinhua"));
  EXPECT_THAT(agencies_of_line("Agencies: AP, dpa and EFE"), ElementsAre("AP", "dpa", "EFE"));
  EXPECT_THAT(agencies_of_line("Reuters said so"), IsEmpty());
  EXPECT_THAT(agencies_of_line("app"), IsEmpty());
  EXPECT_THAT(agencies_of_byline("By Jane Doe, Reuters | Beirut"), ElementsAre("Reuters"));
}

TEST(Credit, FindsDatelines) {
  struct Case {
    std::string_view text;
    std::string_view dateline;
  };
  for (const Case& c : {Case{"BEIRUT, Nov 12 (Reuters) - Rebels left the town.", "BEIRUT, Nov 12 (Reuters)"},
                        {"UNITED NATIONS (AP) _ The council met.", "UNITED NATIONS (AP)"},
                        {"CLEVELAND, Ohio – A bridge fell.", "CLEVELAND, Ohio"},
                        {"NEW DELHI: Four men were held.", "NEW DELHI"},
                        {"MADRID — Two men were held.", "MADRID"},
                        {"BANGUI, Central African Republic (AP) — Militiamen fired.", "BANGUI, Central African Republic (AP)"},
                        {"ZHANJIANG, Guangdong, Nov. 15 (Xinhua) -- A ship sank.", "ZHANJIANG, Guangdong, Nov. 15 (Xinhua)"},
                        {"Kyiv (AFP) – A shell hit a school.", "Kyiv (AFP)"},
                        {"BAGHDAD, April 2 , 1997 (AFP) - A bomb went off.", "BAGHDAD, April 2 , 1997 (AFP)"}}) {
    const auto found = find_dateline(c.text);
    ASSERT_TRUE(found) << c.text;
    EXPECT_EQ(found->text, c.dateline);
    EXPECT_EQ(found->span.in(c.text), c.dateline);
  }
}

TEST(Credit, TakesNoOtherOpeningForADateline) {
  for (const char* s :
       {"EXCLUSIVE: The army has left.", "BREAKING NEWS - A bomb went off.", "The army (SAA) - which had left - came back.",
        "ISIS - the group - fled.", "Police said (again) that", "FIX IS IN - What they knew", "A-TEAM", "TEN KILLED IN BLAST - POLICE"})
    EXPECT_FALSE(find_dateline(s) && find_dateline(s)->text != "ISIS") << s;
}

TEST(Credit, ADatelinesFullDateIsADay) {
  const Dateline d = read_dateline("TIRANA, April 2 , 1997 (AFP)");
  EXPECT_THAT(d.agencies, ElementsAre("AFP"));
  ASSERT_TRUE(d.day);
  EXPECT_EQ(to_iso(*d.day), "1997-04-02");
  EXPECT_FALSE(read_dateline("BEIRUT, Nov 12 (Reuters)").day);
}

}  // namespace
}  // namespace herald::intake
