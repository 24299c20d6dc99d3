#include "export/event_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "export/geojson.h"
#include "testing/reports.h"

namespace herald::exports {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

const actors::Registry& registry() {
  static const auto* loaded = new Result<actors::Registry>(actors::Registry::load(HERALD_SOURCE_DIR "/codebook"));
  return **loaded;
}

std::vector<Record> all(const ledger::Account& account) {
  return records_of(
      account, [](const Event&) { return true; }, registry());
}

std::string cell(const Table& table, size_t row, const std::string& column) {
  const auto at = std::find(table.columns.begin(), table.columns.end(), column);
  return at == table.columns.end() ? "no such column" : table.rows.at(row).at(static_cast<size_t>(at - table.columns.begin()));
}

// A battle between a state and a group, told by two outlets with their own figures.
ledger::Account battle() {
  std::vector<ledger::LedgerReport> reports;
  for (const auto& [id, outlet, dead] : {std::tuple("r1", "The Harbour Post", 7), std::tuple("r2", "Levant Desk", 9)}) {
    ledger::LedgerReport r = testing::report(id, outlet, "2015-11-13");
    Claim& clash = testing::add_violence(r, Kind::clash, "Tell Zayn", "2015-11-12", "");
    clash.by = testing::party("Islamic State", "actor:isis");
    clash.target = testing::party("the army", "actor:sy-army");
    clash.codes.acled = "Battles/Armed clash";
    clash.incident = "i0";
    Claim& killed = testing::add_killed(r, dead, dead, "soldiers", "Tell Zayn", "2015-11-12", "");
    killed.party = PartyKind::combatants;
    killed.incident = "i0";
    for (Claim& c : r.claims) {
      c.place->place.country = "SY";
      c.place->place.admin1 = "Aleppo";
      c.place->place.at = GeoPoint{36.2, 37.1};
      c.place->place.radius_km = 3;
    }
    reports.push_back(std::move(r));
  }
  return ledger::reconcile(std::move(reports), {});
}

TEST(Ged, HasItsColumnsInOrderWithBoundsSidesAndPrecision) {
  const ledger::Account account = battle();
  const Sheet sheet = ged_sheet(all(account), registry());
  ASSERT_EQ(sheet.table.columns.size(), 49U);
  EXPECT_EQ(sheet.table.columns.front(), "id");
  EXPECT_EQ(sheet.table.columns.back(), "gwnob");
  ASSERT_EQ(sheet.table.rows.size(), 1U);
  const auto is = [&](const char* column, const std::string& value) { EXPECT_EQ(cell(sheet.table, 0, column), value) << column; };
  is("year", "2015");
  is("type_of_violence", "1");
  is("side_a", "Government of Syria");  // the state first, whoever attacked
  is("side_b", "IS");
  is("gwnoa", "652");
  is("gwnob", "");
  is("low", "7");
  is("high", "9");
  is("where_prec", "1");
  is("date_prec", "1");
  is("date_start", "2015-11-12 00:00:00.000");
  is("latitude", "36.2");
  is("geom_wkt", "POINT (37.1 36.2)");
  is("priogrid_gid", "181875");
  is("country", "Syria");
  is("country_id", "652");
  is("region", "Middle East");
  is("number_of_sources", "2");
  is("source_office", "The Harbour Post;Levant Desk");
  int64_t parts = 0;
  for (const char* column : {"deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"})
    parts += std::stoll(cell(sheet.table, 0, column));
  EXPECT_EQ(std::to_string(parts), cell(sheet.table, 0, "best"));
  EXPECT_THAT(sheet.losses, Contains(HasSubstr("empty throughout: active_year")));
}

TEST(Acled, HasItsColumnsCodesAndWords) {
  const ledger::Account account = battle();
  const Sheet sheet = acled_sheet(all(account), registry());
  ASSERT_EQ(sheet.table.columns.size(), 31U);
  ASSERT_EQ(sheet.table.rows.size(), 1U);
  const auto is = [&](const char* column, const std::string& value) { EXPECT_EQ(cell(sheet.table, 0, column), value) << column; };
  is("event_date", "2015-11-12");
  is("event_type", "Battles");
  is("sub_event_type", "Armed clash");
  is("actor1", "Military Forces of Syria");
  is("inter1", "State forces");
  is("inter2", "Rebel group");
  is("interaction", "State forces-Rebel group");
  is("iso", "760");
  is("region", "Middle East");
  is("time_precision", "1");
  is("geo_precision", "1");
  is("fatalities", "7");
  is("source", "The Harbour Post; Levant Desk");
}

TEST(Sheets, LeaveOutWhatTheFormDoesNotKnow) {
  ledger::LedgerReport r = testing::report("r1", "The Harbour Post", "2015-11-13");
  testing::add_control(r, ControlState::taken, "rebels", "Tell Zayn", "2015-11-12", "");
  const ledger::Account account = ledger::reconcile({r}, {});
  const Sheet ged = ged_sheet(all(account), registry());
  EXPECT_TRUE(ged.table.rows.empty());
  EXPECT_THAT(ged.losses, Contains(HasSubstr("1 events are left out, since no one is counted dead")));
  EXPECT_EQ(acled_sheet(all(account), registry()).table.rows.size(), 1U);
}

TEST(Sheets, OneSidedViolenceNamesCivilians) {
  ledger::LedgerReport r = testing::report("r1", "The Harbour Post", "2015-11-13");
  Claim& killed = testing::add_killed(r, 3, 3, "villagers", "Tell Zayn", "2015-11-12", "");
  killed.party = PartyKind::civilians;
  killed.by = testing::party("Islamic State", "actor:isis");
  const ledger::Account account = ledger::reconcile({r}, {});
  const auto records = all(account);
  EXPECT_EQ(cell(ged_sheet(records, registry()).table, 0, "side_b"), "Civilians");
  EXPECT_EQ(cell(ged_sheet(records, registry()).table, 0, "type_of_violence"), "3");
  EXPECT_EQ(cell(ged_sheet(records, registry()).table, 0, "deaths_civilians"), "3");
  EXPECT_EQ(cell(acled_sheet(records, registry()).table, 0, "civilian_targeting"), "Civilian targeting");
}

TEST(GeoJson, HasAFeatureForEachRowWithItsPrecision) {
  const ledger::Account account = battle();
  const auto json = geojson(all(account), {});
  ASSERT_EQ(json["features"].size(), 1U);
  const auto& f = json["features"][0];
  EXPECT_EQ(f["geometry"]["coordinates"][0], 37.1);
  EXPECT_EQ(f["properties"]["layer"], "event");
  EXPECT_EQ(f["properties"]["where_prec"], 1);
  EXPECT_EQ(f["properties"]["tally"]["killed"]["high"], 9);
  ControlRow row;
  row.place.name = "Tell Zayn";
  const auto control = geojson({}, {&row});
  EXPECT_TRUE(control["features"][0]["geometry"].is_null());
  EXPECT_EQ(control["features"][0]["properties"]["layer"], "control");
}

}  // namespace
}  // namespace herald::exports
