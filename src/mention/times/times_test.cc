#include "mention/times/times.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mention/numbers/naive_analysis.h"

namespace herald::times {
namespace {

Report report_of(std::string text, std::string_view published) {
  Report r;
  r.text = std::move(text);
  r.published = parse_moment(published);
  return r;
}

std::string type_name(TimexType t) {
  switch (t) {
    case TimexType::date:
      return "DATE";
    case TimexType::time:
      return "TIME";
    case TimexType::duration:
      return "DURATION";
    case TimexType::set:
      return "SET";
  }
  return "";
}

// "late Tuesday=DATE 2015-11-10 END [2015-11-10,2015-11-10]", joined by "; ".
std::string found(const Report& report) {
  std::string out;
  for (const Mention& m : find_times(report, herald::testing::naive_analysis(report.text))) {
    const Timex& t = *m.as<Timex>();
    if (!out.empty()) out += "; ";
    out += std::string(m.span.in(report.text)) + "=" + type_name(t.type) + " " + t.value + (t.mod.empty() ? "" : " " + t.mod);
    if (t.period.known())
      out += " [" + (t.period.start ? to_iso(*t.period.start) : "") + "," + (t.period.end ? to_iso(*t.period.end) : "") + "]";
  }
  return out;
}

struct Case {
  std::string text;
  std::string expected;
};

// Published on a Thursday.
constexpr std::string_view kThursday = "2015-11-12T10:00:00+02:00";

void expect_all(const std::vector<Case>& cases, std::string_view published = kThursday) {
  for (const Case& c : cases) EXPECT_EQ(found(report_of(c.text, published)), c.expected) << c.text;
}

TEST(FindTimes, WeekdaysAreTheNearestPastUnlessTheSentenceLooksAhead) {
  expect_all({
      {"The rebels fell back on Tuesday.", "Tuesday=DATE 2015-11-10 [2015-11-10,2015-11-10]"},
      {"Shells hit the market Thursday.", "Thursday=DATE 2015-11-12 [2015-11-12,2015-11-12]"},
      {"Talks will open on Monday.", "Monday=DATE 2015-11-16 [2015-11-16,2015-11-16]"},
      {"The envoy is expected to arrive on Saturday.", "Saturday=DATE 2015-11-14 [2015-11-14,2015-11-14]"},
      {"A convoy was hit late Tuesday.", "late Tuesday=DATE 2015-11-10 END [2015-11-10,2015-11-10]"},
      {"Two men died Tuesday night.", "Tuesday night=TIME 2015-11-10TNI [2015-11-10,2015-11-10]"},
      {"Last Thursday the bridge fell.", "Last Thursday=DATE 2015-11-05 [2015-11-05,2015-11-05]"},
      {"They pray on Fridays.", "Fridays=SET XXXX-WXX-5"},
  });
}

TEST(FindTimes, CalendarDatesTakeTheNearestYear) {
  expect_all({
      {"He was shot on Nov. 9 near the gate.", "Nov. 9=DATE 2015-11-09 [2015-11-09,2015-11-09]"},
      {"The truce of December 20 held.", "December 20=DATE 2015-12-20 [2015-12-20,2015-12-20]"},
      {"On 7 May 2013 they took the hill.", "7 May 2013=DATE 2013-05-07 [2013-05-07,2013-05-07]"},
      {"In March 2012, and since mid-2012, it burned.",
       "March 2012=DATE 2012-03 [2012-03-01,2012-03-31]; mid-2012=DATE 2012 MID [2012-05-01,2012-08-31]"},
      {"It fell in early November.", "early November=DATE 2015-11 START [2015-11-01,2015-11-10]"},
      {"Monday, November 9, was quiet.", "Monday, November 9=DATE 2015-11-09 [2015-11-09,2015-11-09]"},
      {"February 29 is no day of 2015.", "February 29=DATE 2016-02-29 [2016-02-29,2016-02-29]; 2015=DATE 2015 [2015-01-01,2015-12-31]"},
      {"The raid of 2015-11-03 failed.", "2015-11-03=DATE 2015-11-03 [2015-11-03,2015-11-03]"},
      {"On 9 and 10 November it rained.", "9=DATE 2015-11-09 [2015-11-09,2015-11-09]; 10 November=DATE 2015-11-10 [2015-11-10,2015-11-10]"},
      {"Fighting of November 3-5 left ruins.",
       "November 3=DATE 2015-11-03 [2015-11-03,2015-11-03]; 5=DATE 2015-11-05 [2015-11-05,2015-11-05]"},
  });
}

TEST(FindTimes, UnitsCountFromPublication) {
  expect_all({
      {"It began last week.", "last week=DATE 2015-W45 [2015-11-02,2015-11-08]"},
      {"It began earlier this week.", "earlier this week=DATE 2015-W46 START [2015-11-09,2015-11-12]"},
      {"It ended last year.", "last year=DATE 2014 [2014-01-01,2014-12-31]"},
      {"Rockets fell overnight.", "overnight=TIME 2015-11-11TNI [2015-11-11,2015-11-12]"},
      {"Rockets fell over the weekend.", "the weekend=DATE 2015-W45-WE [2015-11-07,2015-11-08]"},
      {"He left two weeks ago.", "two weeks ago=DATE 2015-10-29 [2015-10-26,2015-11-01]"},
      {"He left three days ago.", "three days ago=DATE 2015-11-09 [2015-11-09,2015-11-09]"},
      {"At the end of the month they go.", "the end of the month=DATE 2015-11 END [2015-11-21,2015-11-30]"},
      {"Forty died in the past 24 hours.", "the past 24 hours=DURATION PT24H [2015-11-11,2015-11-12]"},
      {"For the last two weeks it rained.", "the last two weeks=DURATION P2W [2015-10-29,2015-11-12]"},
      {"In the past three days it fell.", "the past three days=DURATION P3D [2015-11-10,2015-11-12]"},
      {"It was calm following Tuesday's raid.", "Tuesday=DATE 2015-11-10 [2015-11-10,2015-11-10]"},
      {"The Sunday Times and the Daily Mirror wrote of it.", ""},
      {"They now hold the base.", "now=DATE PRESENT_REF [2015-11-12,2015-11-12]"},
      {"It was recently taken.", "recently=DATE PAST_REF [,2015-11-12]"},
  });
}

TEST(FindTimes, FollowingDaysCountFromTheTimeLastNamed) {
  expect_all({
      {"The siege began on October 3. The following day a shell hit a school.",
       "October 3=DATE 2015-10-03 [2015-10-03,2015-10-03]; The following day=DATE 2015-10-04 [2015-10-04,2015-10-04]"},
      {"The siege began on October 3. Two days later they fled.",
       "October 3=DATE 2015-10-03 [2015-10-03,2015-10-03]; Two days later=DATE 2015-10-05 [2015-10-05,2015-10-05]"},
      {"On October 3 he spoke. That same day guns fired.",
       "October 3=DATE 2015-10-03 [2015-10-03,2015-10-03]; That same day=DATE 2015-10-03 [2015-10-03,2015-10-03]"},
  });
}

TEST(FindTimes, DurationsAndSetsHaveNoDaysOfTheirOwn) {
  expect_all({
      {"The base was besieged for nearly two years.", "nearly two years=DURATION P2Y LESS_THAN"},
      {"The march lasted between 12 and 20 days.", "20 days=DURATION P20D"},
      {"A two-week truce ended.", "two-week=DURATION P2W"},
      {"They fought for more than 48 hours.", "more than 48 hours=DURATION PT48H MORE_THAN"},
      {"Shells fall daily.", "daily=SET P1D"},
      {"Each year they return.", "Each year=SET P1Y"},
      {"A 27-year-old man fled.", ""},
  });
}

TEST(FindTimes, ClockTimesTakeTheDayBesideThem) {
  expect_all({
      {"It struck at 3 p.m. on Tuesday.",
       "3 p.m.=TIME 2015-11-10T15:00 [2015-11-10,2015-11-10]; Tuesday=DATE 2015-11-10 [2015-11-10,2015-11-10]"},
      {"It struck at 7:30 local time.", "7:30 local time=TIME 2015-11-12T07:30 [2015-11-12,2015-11-12]"},
      {"It struck at 10:05 GMT Tuesday.", "10:05 GMT Tuesday=TIME 2015-11-10T10:05Z [2015-11-10,2015-11-10]"},
      {"The match ended 3:2.", ""},
      {"It struck at 0630 on 2 November.",
       "0630=TIME 2015-11-02T06:30 [2015-11-02,2015-11-02]; 2 November=DATE 2015-11-02 [2015-11-02,2015-11-02]"},
  });
}

TEST(FindTimes, LargerStretches) {
  expect_all({
      {"In the 1990s war came.", "the 1990s=DATE 199 [1990-01-01,1999-12-31]"},
      {"In the early 1980s war came.", "the early 1980s=DATE 198 START [1980-01-01,1983-12-31]"},
      {"In the third quarter prices rose.", "the third quarter=DATE 2015-Q3 [2015-07-01,2015-09-30]"},
      {"Last summer they left.", "Last summer=DATE 2015-SU [2015-06-01,2015-08-31]"},
      {"In fiscal 2014 it lost.", "fiscal 2014=DATE 2014 [2014-01-01,2014-12-31]"},
  });
}

TEST(FindTimes, HolidaysByTheirCalendars) {
  expect_all({
      {"He died during Ramadan.", "Ramadan=DATE 2015-06-18/2015-07-16 [2015-06-18,2015-07-16]"},
      {"He died on Christmas Eve.", "Christmas Eve=DATE 2015-12-24 [2015-12-24,2015-12-24]"},
      {"At Easter 2014 it held.", "Easter 2014=DATE 2014-04-20 [2014-04-20,2014-04-20]"},
  });
}

TEST(FindTimes, FiguresAreNoYears) {
  expect_all({
      {"Some 2000 soldiers left.", ""},
      {"It cost $1999.", ""},
      {"May God help them, they march on.", ""},
  });
}

TEST(FindTimes, AllCapitalsAndLowerCaseReadAlike) {
  expect_all({
      {"TWO GUERRILLAS DIED ON 12 MAY 1990.", "12 MAY 1990=DATE 1990-05-12 [1990-05-12,1990-05-12]"},
      {"two men died on tuesday.", "tuesday=DATE 2015-11-10 [2015-11-10,2015-11-10]"},
  });
}

TEST(FindTimes, WithoutPublicationRelativeDatesStayOpen) {
  Report r;
  r.text = "It fell on Tuesday, last week and on 7 May 2013.";
  EXPECT_EQ(found(r), "Tuesday=DATE XXXX-WXX-2; last week=DATE XXXX-WXX; 7 May 2013=DATE 2013-05-07 [2013-05-07,2013-05-07]");
}

TEST(AnchorDay, IsTheDatelineWhereThatIsJustBeforePublication) {
  Report r = report_of("It fell today.", "1997-04-03");
  r.dateline = "ROME, April 2 , 1997 (AFP)";
  EXPECT_EQ(to_iso(*anchor_day(r)), "1997-04-02");
  EXPECT_EQ(found(r), "today=DATE 1997-04-02 [1997-04-02,1997-04-02]");
  r.published.reset();
  EXPECT_EQ(to_iso(*anchor_day(r)), "1997-04-02");
  r.dateline = "ROME, April 2 (AFP)";
  EXPECT_FALSE(anchor_day(r));
  r.published = parse_moment("1997-06-30");
  EXPECT_EQ(to_iso(*anchor_day(r)), "1997-06-30");
}

TEST(AnchorDay, CountsInTheZoneOfPublication) {
  Report r = report_of("It fell today.", "2015-11-12T23:44:00+05:30");
  EXPECT_EQ(found(r), "today=DATE 2015-11-12 [2015-11-12,2015-11-12]");
}

}  // namespace
}  // namespace herald::times
