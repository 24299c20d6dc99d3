#include "herald/calendar.h"

#include <gtest/gtest.h>

namespace herald {
namespace {

TEST(Calendar, WritesBackWhatItReads) {
  for (const char* s : {"2015-11-12", "2015-11-12T23:44:00+05:30", "1997-04-02T00:00:00Z", "2006-12-31T23:59:59-08:00"}) {
    const auto m = parse_moment(s);
    ASSERT_TRUE(m) << s;
    EXPECT_EQ(to_iso(*m), s);
  }
}

TEST(Calendar, DayIsTheOneOfItsOwnZone) {
  EXPECT_EQ(to_iso(parse_moment("2015-11-12T23:44:00+05:30")->day()), "2015-11-12");
  EXPECT_EQ(to_iso(parse_moment("2015-11-12T00:10:00-08:00")->day()), "2015-11-12");
}

TEST(Calendar, AcceptsLooseForms) {
  EXPECT_EQ(to_iso(*parse_moment(" 2014-03-05 11:00 ")), "2014-03-05T11:00:00Z");
  EXPECT_EQ(to_iso(*parse_moment("2014-03-05T11:00:00.123+0100")), "2014-03-05T11:00:00+01:00");
}

TEST(Calendar, RefusesWhatIsNoDate) {
  for (const char* s : {"", "2015", "2015-13-01", "2015-02-29", "2015-1-01", "2015-11-12T", "2015-11-12T25:00", "2015-11-12T10:00 pm",
                        "2015-11-12T10:00+5"})
    EXPECT_FALSE(parse_moment(s)) << s;
}

}  // namespace
}  // namespace herald
