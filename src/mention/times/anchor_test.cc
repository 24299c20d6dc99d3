#include "mention/times/anchor.h"

#include <gtest/gtest.h>

namespace herald::times {
namespace {

const Day kPublished = *parse_day("2015-11-12");

Timex date(std::string_view start, std::string_view end) {
  return {.type = TimexType::date, .value = std::string(start), .mod = "", .period = {parse_day(start), parse_day(end)}};
}
Timex duration(std::string value) {
  return {.type = TimexType::duration, .value = std::move(value), .mod = "", .period = {}};
}

std::string text(const Period& p) {
  return (p.start ? to_iso(*p.start) : "") + ".." + (p.end ? to_iso(*p.end) : "");
}

std::string days(const Timex& t, std::string_view preposition) {
  return text(days_of(t, relation_of(preposition, t.type), kPublished));
}

TEST(DaysOf, DatesByTheirPreposition) {
  const Timex day = date("2015-10-17", "2015-10-17");
  const Timex month = date("2015-10-01", "2015-10-31");
  EXPECT_EQ(days(day, "on"), "2015-10-17..2015-10-17");
  EXPECT_EQ(days(day, "since"), "2015-10-17..2015-11-12");
  EXPECT_EQ(days(month, "since"), "2015-10-01..2015-11-12");
  EXPECT_EQ(days(month, "until"), "..2015-10-31");
  EXPECT_EQ(days(month, "before"), "..2015-09-30");
  EXPECT_EQ(days(month, "after"), "2015-10-31..2015-11-12");
  EXPECT_EQ(days(date("2015-12-01", "2015-12-31"), "from"), "2015-12-01..");
}

TEST(DaysOf, LengthsEndWithPublication) {
  EXPECT_EQ(days(duration("P2Y"), "for"), "2013-11-01..2015-11-12");
  EXPECT_EQ(days(duration("P3M"), "over"), "2015-08-01..2015-11-12");
  EXPECT_EQ(days(duration("P2W"), "in"), "2015-10-26..2015-11-12");
  EXPECT_EQ(days(duration("PT24H"), "in"), "2015-11-11..2015-11-12");
  EXPECT_EQ(days(duration("PT48H"), "within"), "2015-11-10..2015-11-12");
  EXPECT_EQ(days(duration("PXM"), "for"), "..2015-11-12");
  EXPECT_EQ(days(duration("P2W"), "after"), "..");
}

TEST(DaysOf, AFrameHoldsTheLength) {
  const Period week{parse_day("2015-11-09"), parse_day("2015-11-12")};
  EXPECT_EQ(text(days_of(duration("PT24H"), Relation::within, kPublished, week)), text(week));
  EXPECT_EQ(text(days_of(duration("P10D"), Relation::lasting, kPublished, Period{std::nullopt, parse_day("2015-11-01")})),
            "2015-10-22..2015-11-01");
}

TEST(DaysOf, WithoutPublicationStaysOpen) {
  EXPECT_EQ(text(days_of(duration("P2Y"), Relation::lasting, std::nullopt)), "..");
  EXPECT_EQ(text(days_of(date("2015-10-17", "2015-10-17"), Relation::since, std::nullopt)), "2015-10-17..");
}

TEST(Precision, FollowsUcdpAndAcled) {
  const auto lasting = [](int n) { return Period{kPublished, kPublished + std::chrono::days{n - 1}}; };
  const std::vector<std::tuple<int, std::optional<int>, int>> rows = {
      {1, 1, 1}, {2, 2, 2}, {6, 2, 2}, {7, 3, 2}, {8, 4, 3}, {31, 4, 3}, {32, 5, 3}, {366, 5, 3}, {400, std::nullopt, 3}};
  for (const auto& [n, ucdp, acled] : rows) {
    EXPECT_EQ(ucdp_date_prec(lasting(n)), ucdp) << n;
    EXPECT_EQ(acled_time_precision(lasting(n)), acled) << n;
  }
  EXPECT_FALSE(ucdp_date_prec({std::nullopt, kPublished}));
  EXPECT_FALSE(acled_time_precision({kPublished, std::nullopt}));
}

}  // namespace
}  // namespace herald::times
