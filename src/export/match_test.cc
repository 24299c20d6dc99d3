#include "export/match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/reports.h"

namespace herald::exports {
namespace {

const actors::Registry& registry() {
  static const auto* loaded = new Result<actors::Registry>(actors::Registry::load(HERALD_SOURCE_DIR "/codebook"));
  return **loaded;
}

// Killings at one point each, of one report.
struct Told {
  const char* place;
  const char* day;
  int64_t dead;
  double lat;
};
ledger::Account told(const std::vector<Told>& events) {
  ledger::LedgerReport r = testing::report("r1", "The Harbour Post", "2015-11-20");
  for (const Told& t : events) {
    Claim& c = testing::add_killed(r, t.dead, t.dead, std::string("soldiers at ") + t.place, t.place, t.day, "");
    c.place->place.at = GeoPoint{t.lat, 37};
    c.place->place.country = "SY";
    c.by = testing::party("Islamic State", "actor:isis");
  }
  return ledger::reconcile({r}, {});
}

constexpr const char* kGed =
    "id,date_start,date_end,latitude,longitude,where_prec,where_coordinates,country,side_a,side_b,type_of_violence,deaths_civilians,low,"
    "best,high\n";

std::vector<Record> all(const ledger::Account& account) {
  return records_of(
      account, [](const Event&) { return true; }, registry());
}

TEST(Match, FindsTheSameTellsWhatDiffersAndWhatIsMissing) {
  const ledger::Account account =
      told({{"Tell Zayn", "2015-11-02", 7, 36.0}, {"Qasr Umrun", "2015-11-09", 4, 34.0}, {"Deir Sabil", "2015-11-12", 3, 32.0}});
  const auto reference =
      read_reference(std::string(kGed) +
                     "1,2015-11-02 00:00:00.000,2015-11-02,36.02,37,1,Tell Zayn town,Syria,Government of Syria,IS,1,0,7,7,7\n"
                     "2,2015-11-10,2015-11-10,34.0,37,1,Qasr Umrun,Syria,Government of Syria,IS,1,0,4,6,9\n"
                     "3,2015-11-10,2015-11-10,30.0,37,1,Elsewhere,Syria,Government of Syria,IS,1,0,1,1,1\n"
                     "4,2011-11-10,2011-11-10,30.0,37,1,Elsewhere,Syria,Government of Syria,IS,1,0,1,1,1\n"
                     "5,2015-11-10,2015-11-10,4.0,9,1,Elsewhere,Cameroon,Government of Cameroon,IS,1,0,1,1,1\n");
  ASSERT_TRUE(reference.ok()) << reference.error().message();
  const auto records = all(account);
  const Matching m = match(records, *reference, registry());
  ASSERT_EQ(m.matched.size(), 2U);
  EXPECT_EQ(m.matched[0].row->id, "1");
  EXPECT_EQ(m.matched[0].event->event->place->name, "Tell Zayn");
  const auto field = [&](const std::string& name) {
    for (const Difference& d : m.matched[1].differs)
      if (d.field == name) return d.herald + " not " + d.reference;
    return std::string("same");
  };
  EXPECT_EQ(field("date"), "2015-11-09 not 2015-11-10");
  EXPECT_EQ(field("best"), "4 not 6");
  EXPECT_EQ(field("low"), "same");
  ASSERT_EQ(m.missed.size(), 1U);
  EXPECT_EQ(m.missed[0]->id, "3");
  ASSERT_EQ(m.extra.size(), 1U);
  EXPECT_EQ(m.extra[0]->event->place->name, "Deir Sabil");
  EXPECT_EQ(m.out_of_reach, 2U);
}

TEST(Match, TakesEachEventOnceAndTheBestPairFirst) {
  const ledger::Account account = told({{"Tell Zayn", "2015-11-02", 7, 36.0}});
  const auto reference = read_reference(std::string(kGed) +
                                        "a,2015-11-02,2015-11-02,36.1,37,1,Near,Syria,Government of Syria,IS,1,0,1,1,1\n"
                                        "b,2015-11-02,2015-11-02,36.0,37,1,Tell Zayn,Syria,Government of Syria,IS,1,0,7,7,7\n");
  const auto records = all(account);
  const Matching m = match(records, *reference, registry());
  ASSERT_EQ(m.matched.size(), 1U);
  EXPECT_EQ(m.matched[0].row->id, "b");
  EXPECT_EQ(m.missed.size(), 1U);
}

TEST(Match, ReadsAcled) {
  const ledger::Account account = told({{"Tell Zayn", "2015-11-02", 7, 36.0}});
  const auto reference = read_reference(
      "event_id_cnty,event_date,sub_event_type,actor1,actor2,country,location,latitude,longitude,geo_precision,fatalities\n"
      "SYR1,02 November 2015,Armed clash,Islamic State (Iraq and the Levant),Military Forces of Syria (2000-2024),Syria,Tell "
      "Zayn,36,37,1,9\n");
  ASSERT_TRUE(reference.ok()) << reference.error().message();
  const auto records = all(account);
  const Matching m = match(records, *reference, registry());
  ASSERT_EQ(m.matched.size(), 1U);
  ASSERT_FALSE(m.matched[0].differs.empty());
  EXPECT_EQ(m.matched[0].differs[0].field, "fatalities");
}

TEST(Reference, NamesLineAndColumnOfWhatIsWrong) {
  const auto wrong = read_reference(std::string(kGed) + "1,2015-11-02,2015-11-02,36,37,1,T,Syria,,,1,0,7,many,7\n");
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().line, 2U);
  EXPECT_EQ(wrong.error().what, "best is no whole number: many");
  EXPECT_THAT(read_reference("a,b\n1,2\n").error().what, ::testing::HasSubstr("neither UCDP GED nor ACLED"));
}

}  // namespace
}  // namespace herald::exports
