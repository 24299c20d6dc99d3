#include "ledger/decisions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/fields.h"
#include "testing/reports.h"

namespace herald::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

LedgerReport told() {
  LedgerReport r = herald::testing::report("r1", "Harbour Post", "2015-03-02");
  herald::testing::add_killed(r, 7, 7, "soldiers", "Taiz", "2015-03-02", "the governor");
  r.report.text += "\n\nTwo fishermen\nlost their lives.";
  return r;
}

Decision by_ana(Decision d) {
  d.who = "Ana";
  d.why = "the report says so";
  d.when = *parse_moment("2015-04-01T00:00:00Z");
  return d;
}

TEST(Add, PutsAClaimOnTheWordsOfTheReport) {
  const Decision d = by_ana(addition("r1", "Two fishermen lost their  lives",
                                     {"type=casualties", "harm=killed", "low=2", "high=2", "party=civilians", "date=2015-03-02",
                                      "place=Taiz @ 13.5795 44.0209 8.0 geonames:70225 YE settlement Taiz", "voice=the harbour master"}));
  const Account a = reconcile({told()}, {d});
  ASSERT_EQ(a.claims.size(), 2U);
  const ClaimRow* row = a.find(d.target);
  ASSERT_NE(row, nullptr);
  const Claim& c = a.claim(*row);
  EXPECT_EQ(c.trigger.in(a.reports[0].report.text), "Two fishermen\nlost their lives");
  EXPECT_EQ(c.figure.low, 2);
  EXPECT_EQ(c.place->place.country, "YE");
  EXPECT_EQ(row->voice, "the harbour master");
  EXPECT_FALSE(row->event.empty());
  EXPECT_TRUE(a.notes.empty());
  // It can be decided on like any other.
  Decision no = by_ana({Action::reject, d.target, "", "", "", "", "", {}});
  EXPECT_TRUE(reconcile({told()}, {d, no}).find(d.target)->rejected);
}

TEST(Add, SurvivesCodingAgainAndIsOneWhenSaidTwice) {
  const Decision d = by_ana(addition("r1", "Two fishermen lost their lives", {"type=casualties", "harm=killed"}));
  Decision again = d;
  again.who = "Bela";
  LedgerReport coded_anew = told();
  coded_anew.claims.clear();
  EXPECT_EQ(reconcile({coded_anew}, {d, again}).claims.size(), 1U);
}

TEST(Add, SaysWhatIsWrong) {
  const auto note = [](const Decision& d) { return reconcile({told()}, {by_ana(d)}).notes; };
  EXPECT_THAT(note(addition("r9", "Two", {"type=casualties"})), ElementsAre("add by Ana: no report r9"));
  EXPECT_THAT(note(addition("r1", "Three fishermen", {"type=casualties"})),
              ElementsAre("add by Ana: the report does not say: Three fishermen"));
  EXPECT_THAT(note(addition("r1", "Two fishermen", {"harm=killed"})), ElementsAre("add by Ana: a claim needs a type"));
  EXPECT_THAT(note(addition("r1", "Two fishermen", {"type=casualties"})), ElementsAre("add by Ana: casualties need a harm"));
  EXPECT_THAT(note(addition("r1", "Two fishermen", {"type=casualties", "low=many"})), ElementsAre("add by Ana: cannot set low=many"));
}

TEST(Fields, TakeWhatPeopleWrite) {
  Claim c;
  EXPECT_TRUE(set_field(c, "date", "2015-11-09/2015-11-11"));
  EXPECT_EQ(c.date->period.end, parse_day("2015-11-11"));
  EXPECT_EQ(c.date->precision, DatePrecision::week);
  EXPECT_TRUE(set_field(c, "by", "Islamic State @ actor:isis"));
  EXPECT_EQ(c.by->ref, "actor:isis");
  EXPECT_TRUE(set_field(c, "by", ""));
  EXPECT_FALSE(c.by.has_value());
  Place p;
  p.name = "Deir Sabil";
  p.at = GeoPoint{35.5, 36.25};
  p.radius_km = 2;
  EXPECT_TRUE(set_field(c, "place", place_value(p)));
  EXPECT_EQ(c.place->place.at, p.at);
  EXPECT_TRUE(set_field(c, "high", "unknown"));
  for (const auto& [field, value] : {std::pair("date", "2015-11-09/2015-11-01"), std::pair("low", "-3"), std::pair("place", "X @ 99 0 1"),
                                     std::pair("colour", "red"), std::pair("harm", "hurt")})
    EXPECT_FALSE(set_field(c, field, value)) << field;
  EXPECT_THAT(std::string(field_names().front()), HasSubstr("type"));
}

}  // namespace
}  // namespace herald::ledger
