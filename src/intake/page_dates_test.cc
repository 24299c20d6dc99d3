#include "intake/page_dates.h"

#include <gtest/gtest.h>

#include "intake/zones.h"

namespace herald::intake {
namespace {

std::string first(std::string_view line, std::string_view country = {}) {
  const auto found = find_dates(line, country);
  return found.empty() ? "none" : to_iso(found.front().moment);
}

TEST(PageDates, ReadsDatesAsPagesPrintThem) {
  struct Case {
    std::string_view line;
    std::string_view country;
    std::string_view want;
  };
  const Case cases[] = {
      {"Nov 12, 2015, 11:44 pm IST", "", "2015-11-12T23:44:00+05:30"},
      {"Nov 12, 2015, 11:44 pm IST", "il", "2015-11-12T23:44:00+02:00"},
      {"12 November 2015 | 14:30 GMT", "", "2015-11-12T14:30:00Z"},
      {"Thursday, 12th of November 2015 14:30 UTC", "", "2015-11-12T14:30:00Z"},
      {"November 12, 2015 at 9:05 a.m. EST", "", "2015-11-12T09:05:00-05:00"},
      {"Sept. 3, 2014 2 PM EDT", "", "2014-09-03T14:00:00-04:00"},
      {"July 3, 2014 2:00pm ET", "", "2014-07-03T14:00:00-04:00"},
      {"January 3, 2014 2:00pm ET", "", "2014-01-03T14:00:00-05:00"},
      {"Thu, 12 Nov 2015 23:44:00 +0530", "", "2015-11-12T23:44:00+05:30"},
      {"2015-11-12T23:44:00+05:30", "", "2015-11-12T23:44:00+05:30"},
      {"2015-11-12 23:44:10 GMT", "", "2015-11-12T23:44:00Z"},
      {"12.11.2015 14:30 MSK", "", "2015-11-12T14:30:00+03:00"},
      {"12.11.2013 14:30 MSK", "", "2013-11-12T14:30:00+04:00"},
      {"13/11/2015", "", "2015-11-13"},
      {"11/13/2015", "", "2015-11-13"},
      {"14:30 EET, 12 November 2015", "", "2015-11-12T14:30:00+02:00"},
      {"1430 GMT is no date but 12 Nov 2015 1430 GMT is", "", "2015-11-12T14:30:00Z"},
      {"12 Nov 2015 20:00 GMT+3", "", "2015-11-12T20:00:00+03:00"},
      {"12 Nov 2015 20:00 CST", "", "2015-11-12T20:00:00Z"},  // China or Chicago: the zone stays unknown
      {"12 Nov 2015 20:00 CST", "cn", "2015-11-12T20:00:00+08:00"},
      {"12 Nov 2015 20:00 BST", "gb", "2015-11-12T20:00:00+01:00"},
      {"TIRANA, April 2 , 1997 (AFP)", "", "1997-04-02"},
      {"12/11/2015", "", "none"},
      {"31 November 2015", "", "none"},
      {"May 3", "", "none"},
      {"Room 12, 2015", "", "none"},
      {"1 January 0001", "", "none"},
  };
  for (const Case& c : cases) EXPECT_EQ(first(c.line, c.country), c.want) << c.line;
}

TEST(PageDates, UnknownZoneIsNoZone) {
  EXPECT_EQ(find_dates("12 Nov 2015 20:00 CST", {}).front().moment.offset, std::nullopt);
  EXPECT_EQ(find_dates("12 Nov 2015 20:00", {}).front().moment.offset, std::nullopt);
  EXPECT_TRUE(find_dates("12 Nov 2015 20:00", {}).front().moment.offset == std::nullopt &&
              !find_dates("12 Nov 2015 20:00", {}).front().moment.day_only);
}

TEST(PageDates, LabelsSayWhatADateIs) {
  const DateLine both = read_date_line("Published : Nov 14, 2015, 10:21 pm IST | Updated : Nov 15, 2015, 1:00 am IST", {});
  ASSERT_TRUE(both.published && both.updated);
  EXPECT_EQ(to_iso(*both.published), "2015-11-14T22:21:00+05:30");
  EXPECT_EQ(to_iso(*both.updated), "2015-11-15T01:00:00+05:30");
  EXPECT_TRUE(read_date_line("Posted on 3 March 2014", {}).published);
  EXPECT_TRUE(read_date_line("Beirut | 3 March 2014", {}).bare);
}

TEST(PageDates, AMastheadClockIsNoDate) {
  const DateLine d = read_date_line("Monday, Jul 1, 2019 | Last Update : 06:15 PM GMT", {});
  EXPECT_FALSE(d.published || d.updated || d.bare);
  EXPECT_TRUE(d.clock);
}

TEST(PageDates, RunningTextIsNoDateLine) {
  EXPECT_FALSE(read_date_line("The group said in a video published on 3 March 2014 that it held the town", {}).any());
  EXPECT_FALSE(read_date_line("Attack of 12 November 2015", {}).any());
}

TEST(Zones, CountryByAddressThenOutlet) {
  EXPECT_EQ(country_of("https://www.example.co.uk/a", ""), "gb");
  EXPECT_EQ(country_of("https://example.in", "BBC"), "in");
  EXPECT_EQ(country_of("", "The Jerusalem Bulletin"), "il");
  EXPECT_EQ(country_of("https://example.com/a", "Star"), "");
}

}  // namespace
}  // namespace herald::intake
