#include "mention/times/value.h"

#include <gtest/gtest.h>

#include <random>

#include "mention/numbers/naive_analysis.h"
#include "mention/times/holidays.h"
#include "mention/times/times.h"

namespace herald::times {
namespace {

using std::chrono::days;

std::string days_text(std::string_view value, std::string_view mod = "") {
  const auto p = period_of(value, mod);
  if (!p) return "none";
  return to_iso(*p->start) + ".." + to_iso(*p->end);
}

TEST(PeriodOf, MonthEndsLeapYearsAndYearWraps) {
  EXPECT_EQ(days_text("2016-02"), "2016-02-01..2016-02-29");
  EXPECT_EQ(days_text("2015-02"), "2015-02-01..2015-02-28");
  EXPECT_EQ(days_text("1900-02", "END"), "1900-02-21..1900-02-28");
  EXPECT_EQ(days_text("2015-W53"), "2015-12-28..2016-01-03");
  EXPECT_EQ(days_text("2015-W01"), "2014-12-29..2015-01-04");
  EXPECT_EQ(days_text("2014-WI"), "2014-12-01..2015-02-28");
  EXPECT_EQ(days_text("2012", "MID"), "2012-05-01..2012-08-31");
  EXPECT_EQ(days_text("2015-Q4"), "2015-10-01..2015-12-31");
  EXPECT_EQ(days_text("2015-H1"), "2015-01-01..2015-06-30");
  EXPECT_EQ(days_text("199"), "1990-01-01..1999-12-31");
  EXPECT_EQ(days_text("19"), "1900-01-01..1999-12-31");
  EXPECT_EQ(days_text("2015-11-10TNI"), "2015-11-10..2015-11-10");
  EXPECT_EQ(days_text("2015-06-18/2015-07-16"), "2015-06-18..2015-07-16");
}

TEST(PeriodOf, ValuesOfNoStretchGiveNone) {
  for (std::string_view value : {"P2D", "PXM", "PRESENT_REF", "XXXX-11", "2015-13", "2015-02-30", "2015-W54x", "", "2015-Q5", "20155"})
    EXPECT_EQ(days_text(value), "none") << value;
}

TEST(PeriodOf, TheUnitOfADayHoldsTheDay) {
  std::mt19937 random(7);
  for (int i = 0; i < 3000; ++i) {
    const Day day = *parse_day("1950-01-01") + days{static_cast<int>(random() % 40000)};
    for (const Unit unit : {Unit::day, Unit::week, Unit::month, Unit::quarter, Unit::year, Unit::decade, Unit::century}) {
      const auto whole = period_of(value_of(day, unit), "");
      ASSERT_TRUE(whole) << to_iso(day);
      EXPECT_LE(*whole->start, day);
      EXPECT_GE(*whole->end, day);
      EXPECT_EQ(*whole->start, start_of(day, unit));
      for (const std::string_view mod : {"START", "MID", "END"}) {
        const auto part = period_of(value_of(day, unit), mod);
        ASSERT_TRUE(part);
        EXPECT_LE(*part->start, *part->end);
        EXPECT_LE(*whole->start, *part->start);
        EXPECT_GE(*whole->end, *part->end);
      }
    }
  }
}

TEST(Shifted, MonthsKeepTheDayOrTakeTheLast) {
  EXPECT_EQ(to_iso(shifted(*parse_day("2015-05-31"), Unit::month, -1)), "2015-04-30");
  EXPECT_EQ(to_iso(shifted(*parse_day("2016-02-29"), Unit::year, 1)), "2017-02-28");
  EXPECT_EQ(to_iso(shifted(*parse_day("2015-01-15"), Unit::quarter, -1)), "2014-10-15");
  EXPECT_EQ(to_iso(shifted(*parse_day("2015-12-30"), Unit::week, 1)), "2016-01-06");
}

TEST(DurationValue, RoundTrips) {
  for (const Unit unit : {Unit::second, Unit::minute, Unit::hour, Unit::day, Unit::week, Unit::month, Unit::year}) {
    const auto length = length_of_duration(duration_value({.low = 7, .high = std::nullopt, .vague = false}, unit));
    ASSERT_TRUE(length);
    EXPECT_DOUBLE_EQ(length->first, 7);
    EXPECT_EQ(length->second, unit);
  }
  EXPECT_EQ(duration_value({.low = 2.5, .high = std::nullopt, .vague = false}, Unit::year), "P2.5Y");
  EXPECT_EQ(duration_value({.low = 3, .high = std::nullopt, .vague = false}, Unit::decade), "P30Y");
  EXPECT_FALSE(length_of_duration("PXM"));
}

TEST(HolidayIn, KnownDays) {
  const auto day = [](int year, Holiday h) { return to_iso(*holiday_in(year, h)->start); };
  EXPECT_EQ(day(2015, Holiday::easter), "2015-04-05");
  EXPECT_EQ(day(2024, Holiday::thanksgiving), "2024-11-28");
  EXPECT_EQ(day(2016, Holiday::election_day), "2016-11-08");
  EXPECT_EQ(day(2016, Holiday::memorial_day), "2016-05-30");
  EXPECT_EQ(day(2016, Holiday::eid_al_fitr), "2016-07-06");
  EXPECT_EQ(day(2023, Holiday::ramadan), "2023-03-23");
  EXPECT_EQ(day(2023, Holiday::passover), "2023-04-06");
  EXPECT_EQ(day(2023, Holiday::yom_kippur), "2023-09-25");
  EXPECT_FALSE(holiday_in(1800, Holiday::easter));
}

// Sentences whose values all hang on the day of publication.
constexpr std::string_view kRelative =
    "It fell on Tuesday. It burned last week, two days ago, earlier this week, yesterday, three weeks ago, overnight and this weekend. "
    "Talks will open on Friday. "
    "For the last two weeks they fought.";

std::vector<Timex> read(std::string_view text, Day published) {
  Report r;
  r.text = text;
  r.published = Moment{.utc = published, .offset = std::nullopt, .day_only = true};
  std::vector<Timex> out;
  for (const Mention& m : find_times(r, herald::testing::naive_analysis(r.text))) out.push_back(*m.as<Timex>());
  return out;
}

TEST(FindTimes, AWeekLaterEverythingRelativeIsAWeekLater) {
  for (int i = 0; i < 800; ++i) {
    const Day day = *parse_day("2011-12-01") + days{i};
    const auto now = read(kRelative, day);
    const auto later = read(kRelative, day + days{7});
    ASSERT_EQ(now.size(), 10U);
    ASSERT_EQ(later.size(), now.size());
    for (size_t k = 0; k < now.size(); ++k) {
      ASSERT_TRUE(now[k].period.start && now[k].period.end) << k;
      EXPECT_EQ(*later[k].period.start - *now[k].period.start, days{7}) << to_iso(day) << " " << now[k].value;
      EXPECT_EQ(*later[k].period.end - *now[k].period.end, days{7}) << to_iso(day) << " " << now[k].value;
    }
  }
}

TEST(FindTimes, PeriodsNeverRunBackwardsAndHoldTheirValue) {
  constexpr std::string_view kText =
      "On Feb. 29, in early March, late last year, at the end of the month, in mid-2012, on 31 April 2014, next Ramadan, two and a half "
      "years ago, a decade later, "
      "the following day, in the winter of 2012, on 12/11/2013, last October, next Monday, this summer, at 3 p.m. on Sunday, in the third "
      "quarter, a year earlier, "
      "the previous week, in the late 1980s, this century, the past 36 hours, later this week.";
  for (int i = 0; i < 1500; ++i) {
    const Day day = *parse_day("2010-01-01") + days{i};
    const auto found = read(kText, day);
    EXPECT_GE(found.size(), 20U);
    for (const Timex& t : found) {
      EXPECT_FALSE(t.value.empty());
      if (!t.period.start || !t.period.end) continue;
      EXPECT_LE(*t.period.start, *t.period.end) << t.value;
      const auto whole = period_of(t.value, "");
      if (!whole) continue;
      // The period lies within the value but where the text itself is loose ("three weeks ago") or runs on ("overnight").
      EXPECT_TRUE(*t.period.start <= *whole->end && *whole->start <= *t.period.end) << t.value;
    }
  }
}

}  // namespace
}  // namespace herald::times
