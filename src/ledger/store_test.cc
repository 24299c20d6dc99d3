#include "ledger/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "herald/names.h"
#include "ledger/postgresql.h"
#include "ledger/sqlite.h"

namespace herald::ledger {
namespace {

using testing::ElementsAre;

// Every test runs on both kinds of database: on the server only where test/run/postgresql_test.py has started one and tells its address.
enum class Where : uint8_t { file, server };
constexpr const char* kServer = "HERALD_TEST_POSTGRESQL";

std::unique_ptr<Database> database_at(const std::string& where) {
  Result<std::unique_ptr<Database>> opened = is_postgresql(where) ? open_postgresql(where) : open_sqlite(where);
  EXPECT_TRUE(opened) << opened.error().message();
  return std::move(*opened);
}

class StoreTest : public testing::TestWithParam<Where> {
 protected:
  void SetUp() override {
    if (on_server() && !std::getenv(kServer)) GTEST_SKIP() << "no server: " << kServer << " is not set";
    name_ = "store_" + std::to_string(getpid());
    make_empty();
  }
  void TearDown() override {
    if (!name_.empty()) clear();
  }
  [[nodiscard]] static bool on_server() { return GetParam() == Where::server; }
  // Of this test's own file or schema.
  [[nodiscard]] std::string where() const {
    return on_server() ? std::getenv(kServer) + ("&options=-csearch_path%3D" + name_ + ",public") : testing::TempDir() + name_ + ".gpkg";
  }
  void make_empty() const {
    clear();
    if (on_server()) {
      ASSERT_TRUE(database_at(std::getenv(kServer))->execute("CREATE SCHEMA " + name_));
    }
  }
  void clear() const {
    if (on_server()) {
      ASSERT_TRUE(database_at(std::getenv(kServer))->execute("DROP SCHEMA IF EXISTS " + name_ + " CASCADE"));
    } else {
      for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(where() + suffix);
    }
  }
  [[nodiscard]] Ledger open() const {
    Result<Ledger> ledger = Ledger::open(where());
    EXPECT_TRUE(ledger) << ledger.error().message();
    return std::move(*ledger);
  }
  // The tables themselves.
  [[nodiscard]] std::unique_ptr<Database> database() const { return database_at(where()); }

 private:
  std::string name_;
};

INSTANTIATE_TEST_SUITE_P(File, StoreTest, testing::Values(Where::file));
INSTANTIATE_TEST_SUITE_P(Server, StoreTest, testing::Values(Where::server));

CodedReport coded() {
  CodedReport out;
  out.report.id = "r1";
  out.report.outlet = "The Harbour Post";
  out.report.agencies = {"Reuters"};
  out.report.text = "Seven dockers were killed in Aden on Monday, the governor said.";
  out.report.published = parse_moment("2015-03-03T10:00:00Z");
  out.report.language = "en";
  out.report.original = std::string("raw\0bytes", 9);
  out.report.bytes_sha256 = std::string(64, 'a');
  out.sentences = {{0, 63}};
  Claim claim;
  claim.id = "0123456789";
  claim.incident = "i0";
  claim.trigger = {19, 25};
  claim.evidence = {{0, 63}};
  claim.harm = Harm::killed;
  claim.figure = {7, 7, false, false, "dockers"};
  claim.victims = Party{"Seven dockers", "Seven dockers", "", Span{0, 13}};
  claim.party = PartyKind::civilians;
  claim.source = {{"the governor", "", Span{45, 57}}};
  const Day monday = *parse_day("2015-03-02");
  claim.date = ClaimDate{{monday, monday}, DatePrecision::day, Span{37, 43}, false};
  Place aden;
  aden.ref = "geonames:415189";
  aden.name = "Aden";
  aden.country = "YE";
  aden.at = GeoPoint{12.78, 45.04};
  aden.radius_km = 10;
  aden.others = {{"Aden", "geonames:1", {1, 2}, 0.25}};
  claim.place = ClaimPlace{aden, Span{29, 33}};
  claim.with = {Party{"the port police", "the port police", "actor:port", std::nullopt}};
  claim.groups = {"workers"};
  claim.codes = {"Violence/Attack", "ASSAULT", "180"};
  claim.confidence = 0.5;
  claim.rule = "casualties.passive";
  out.claims = {claim};
  return out;
}

TEST_P(StoreTest, GivesBackAllThatItWasGiven) {
  Ledger ledger = open();
  ASSERT_EQ(*ledger.add(coded()), Added::added);
  const Result<std::vector<LedgerReport>> reports = ledger.reports();
  ASSERT_TRUE(reports);
  ASSERT_EQ(reports->size(), 1U);
  const LedgerReport& back = reports->front();
  const CodedReport given = coded();
  EXPECT_EQ(back.report.id, "r1");
  EXPECT_EQ(back.report.outlet, given.report.outlet);
  EXPECT_EQ(back.report.agencies, given.report.agencies);
  EXPECT_EQ(back.report.text, given.report.text);
  EXPECT_EQ(back.report.published, given.report.published);
  EXPECT_EQ(back.sentences, given.sentences);
  ASSERT_EQ(back.claims.size(), 1U);
  const Claim& claim = back.claims.front();
  const Claim& want = given.claims.front();
  EXPECT_EQ(claim.id, want.id);
  EXPECT_EQ(claim.incident, want.incident);
  EXPECT_EQ(claim.trigger, want.trigger);
  EXPECT_EQ(claim.evidence, want.evidence);
  EXPECT_EQ(claim.harm, want.harm);
  EXPECT_EQ(claim.figure.low, want.figure.low);
  EXPECT_EQ(claim.figure.unit, want.figure.unit);
  EXPECT_EQ(claim.victims, want.victims);
  EXPECT_EQ(claim.party, want.party);
  EXPECT_EQ(claim.source.front().name, "the governor");
  EXPECT_EQ(claim.source.front().span, want.source.front().span);
  EXPECT_EQ(claim.date->period, want.date->period);
  EXPECT_EQ(claim.date->span, want.date->span);
  EXPECT_EQ(claim.place->place.at, want.place->place.at);
  EXPECT_EQ(claim.place->place.radius_km, 10);
  EXPECT_EQ(claim.place->place.others.front().odds, 0.25);
  EXPECT_EQ(claim.with, want.with);
  EXPECT_EQ(claim.groups, want.groups);
  EXPECT_EQ(claim.codes, want.codes);
  EXPECT_EQ(claim.rule, want.rule);
  EXPECT_FALSE(claim.state);
  EXPECT_FALSE(claim.by);
}

TEST_P(StoreTest, KeepsTheOriginalBytes) {
  Ledger ledger = open();
  ASSERT_TRUE(ledger.add(coded()));
  EXPECT_EQ(*ledger.original("r1"), std::string("raw\0bytes", 9));
  EXPECT_FALSE(ledger.original("r2"));
}

TEST_P(StoreTest, ReadingTwiceAddsNothing) {
  Ledger ledger = open();
  ASSERT_EQ(*ledger.add(coded()), Added::added);
  ASSERT_EQ(*ledger.add(coded()), Added::known);
  EXPECT_EQ(ledger.reports()->size(), 1U);
  EXPECT_EQ(ledger.reports()->front().claims.size(), 1U);
}

TEST_P(StoreTest, CodingAgainTakesThePlaceOfTheOldClaims) {
  Ledger ledger = open();
  ASSERT_TRUE(ledger.add(coded()));
  CodedReport again = coded();
  again.claims.front().figure.low = 8;
  again.claims.front().figure.high = 8;
  ASSERT_EQ(*ledger.add(again), Added::recoded);
  const Result<std::vector<LedgerReport>> reports = ledger.reports();
  ASSERT_EQ(reports->front().claims.size(), 1U);
  EXPECT_EQ(reports->front().claims.front().figure.low, 8);
}

TEST_P(StoreTest, ACorrectedVersionSupersedesAndSaysSo) {
  Ledger ledger = open();
  ASSERT_TRUE(ledger.add(coded()));
  CodedReport corrected = coded();
  corrected.report.bytes_sha256 = std::string(64, 'b');
  corrected.report.updated = parse_moment("2015-03-03T12:00:00Z");
  corrected.claims.front().figure.low = corrected.claims.front().figure.high = 9;
  ASSERT_EQ(*ledger.add(corrected), Added::superseding);
  const Result<Account> account = ledger.account();
  ASSERT_TRUE(account);
  ASSERT_EQ(account->reports.size(), 1U);
  EXPECT_EQ(account->reports.front().claims.front().figure.low, 9);
  EXPECT_THAT(account->superseded, ElementsAre("r1 of 2015-03-03T10:00:00Z superseded by r1 of 2015-03-03T12:00:00Z"));
  // Before the correction the first version stood.
  Options then;
  then.as_of = parse_moment("2015-03-03T11:00:00Z");
  EXPECT_EQ(ledger.account(then)->reports.front().claims.front().figure.low, 7);
}

TEST_P(StoreTest, SurvivesClosing) {
  { ASSERT_TRUE(open().add(coded())); }
  EXPECT_EQ(open().reports()->size(), 1U);
}

TEST_P(StoreTest, RefusesWhatIsNoLedgerOrANewerOne) {
  const Result<Ledger> none = Ledger::open(where(), Missing::refuse);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().what, "no such ledger");
  ASSERT_TRUE(database()->execute("CREATE TABLE mine (x TEXT)"));
  const Result<Ledger> other = Ledger::open(where());
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().what, "not a Herald ledger");
  make_empty();
  (void)open();
  ASSERT_TRUE(database()->execute("UPDATE herald_schema SET version = 1000"));
  const Result<Ledger> newer = Ledger::open(where());
  ASSERT_FALSE(newer);
  EXPECT_EQ(newer.error().what, "the ledger is of a newer Herald (schema 1000)");
}

TEST_P(StoreTest, NothingOfABatchIsKeptWhereOneFails) {
  Ledger ledger = open();
  ASSERT_TRUE(database()->execute("CREATE UNIQUE INDEX refuse ON reports(text)"));
  CodedReport bad = coded();
  bad.report.id = "of the same text";
  EXPECT_FALSE(ledger.add_all(std::vector<CodedReport>{coded(), bad}));
  EXPECT_TRUE(ledger.reports()->empty());
  EXPECT_EQ(*ledger.add(coded()), Added::added) << "and the ledger can be used again";
}

TEST_P(StoreTest, TakesLongAddressesAndOddBytes) {
  CodedReport report = coded();
  report.report.url = "https://example.org/?";
  for (int i = 0; i < 10000; ++i) report.report.url += std::to_string(i * 7919);
  report.report.origin = "caf\xe9.html";
  report.report.text += std::string(2000000, 'x') + " end";
  Ledger ledger = open();
  EXPECT_EQ(*ledger.add(report), Added::added);
  EXPECT_EQ(*ledger.add(report), Added::known);
  EXPECT_EQ(ledger.reports()->front().report.url, report.report.url);
  EXPECT_EQ(ledger.reports()->front().report.text, report.report.text);
  ASSERT_TRUE(ledger.reconcile());
}

TEST_P(StoreTest, FindsReportsByTheirWords) {
  Ledger ledger = open();
  ASSERT_TRUE(ledger.add(coded()));
  EXPECT_THAT(*ledger.search("dockers"), ElementsAre("r1"));
  EXPECT_TRUE(ledger.search("sailors")->empty());
  EXPECT_THAT(*ledger.search("\"in Aden\""), ElementsAre("r1"));
  EXPECT_TRUE(ledger.search("\"Aden in\"")->empty());
}

TEST_P(StoreTest, DecisionsAreKeptOnce) {
  Ledger ledger = open();
  const Decision reject{Action::reject, "r1#0123456789", "", "", "", "Ana", "a rumour", *parse_moment("2015-03-04T00:00:00Z")};
  EXPECT_TRUE(*ledger.decide(reject));
  EXPECT_FALSE(*ledger.decide(reject));
  EXPECT_THAT(*ledger.decisions(), ElementsAre(reject));
}

TEST_P(StoreTest, DerivedTablesArePointsInWgs84) {
  Ledger ledger = open();
  ASSERT_TRUE(ledger.add(coded()));
  ASSERT_TRUE(ledger.reconcile());
  ASSERT_TRUE(ledger.reconcile());
  const auto db = database();
  Statement events = db->prepare("SELECT geom, kind, killed_low, killed_best, killed_high, grade FROM events");
  ASSERT_TRUE(events.step());
  EXPECT_EQ(events.point(0), (GeoPoint{12.78, 45.04}));
  EXPECT_EQ(events.text(1), "killed");
  EXPECT_EQ(events.integer(3), 7);
  EXPECT_EQ(events.text(5), "single");
  EXPECT_FALSE(events.step());
  Statement box = db->prepare(on_server() ? "SELECT ST_XMin(geom), ST_YMax(geom), ST_SRID(geom)::bigint FROM events"
                                          : "SELECT minx, maxy, srs_id FROM rtree_events_geom, gpkg_contents WHERE table_name = 'events'");
  ASSERT_TRUE(box.step());
  EXPECT_NEAR(box.real(0), 45.04, 1e-5);
  EXPECT_NEAR(box.real(1), 12.78, 1e-5);
  EXPECT_EQ(box.integer(2), 4326);
}

TEST_P(StoreTest, APlaceToldFromAnotherHasItsGroundAsAPolygon) {
  CodedReport report = coded();
  Place& place = report.claims[0].place->place;
  place.name = "northern Aden";
  place.method = PlaceMethod::relative;
  {
    Ledger ledger = open();
    ASSERT_TRUE(ledger.add(report));
    ASSERT_TRUE(ledger.reconcile());
  }
  const auto check = [&] {
    const auto db = database();
    Statement area = db->prepare(
        on_server() ? "SELECT place, radius_km, events, ST_XMin(geom), ST_YMax(geom) FROM areas"
                    : "SELECT place, radius_km, events, ST_MinX(geom), ST_MaxY(geom) FROM areas JOIN rtree_areas_geom ON id = fid");
    ASSERT_TRUE(area.step());
    EXPECT_EQ(area.text(0), "northern Aden");
    EXPECT_EQ(area.real(1), 10);
    EXPECT_EQ(area.integer(2), 1);
    EXPECT_NEAR(area.real(3), 45.04 - 10 / 108.5, 0.001);
    EXPECT_NEAR(area.real(4), 12.78 + 10 / 110.6, 0.001);
    EXPECT_FALSE(area.step());
  };
  check();
  // A ledger of before areas were kept gets them.
  ASSERT_TRUE(
      database()->execute("DROP TABLE areas; DROP INDEX reports_url; DROP INDEX tallies_event; DROP INDEX voices_key; ALTER TABLE voices "
                          "DROP COLUMN key; UPDATE herald_schema SET version = 1;"));
  for (const char* memo : {"pending", "reports", "bands", "copies", "incidents", "keys", "wide", "events", "event_voices", "said", "places",
                           "ground", "disputes", "areas", "outlets", "stories"})
    ASSERT_TRUE(database()->execute(std::string("DROP TABLE memo_") + memo));
  if (!on_server()) {
    ASSERT_TRUE(
        database()->execute("DROP TABLE rtree_areas_geom; DELETE FROM gpkg_geometry_columns WHERE table_name = 'areas';"
                            "DELETE FROM gpkg_extensions WHERE table_name = 'areas';"
                            "DELETE FROM gpkg_contents WHERE table_name = 'areas';"));
  }
  ASSERT_TRUE(open().reconcile());
  check();
}

TEST(Address, IsToldFromAFileAndShownWithoutItsSecrets) {
  for (const char* file : {"herald.gpkg", "/data/a=b.gpkg", "./host=x", "postgresql.gpkg"}) EXPECT_FALSE(is_postgresql(file)) << file;
  for (const char* server : {"postgresql://ana@db/news", "postgres:///news", "host=db dbname=news"}) EXPECT_TRUE(is_postgresql(server));
  EXPECT_EQ(shown_address("postgresql://ana:hush@db:5433/news?sslmode=require&sslpassword=hush"),
            "postgresql://ana@db:5433/news?sslmode=require");
  EXPECT_EQ(shown_address("host=/run/pg user=ana password='hu sh' dbname=news"), "postgresql://ana@/news?host=/run/pg");
  EXPECT_EQ(shown_address("password=hush oops"), "postgresql://…");
  for (const char* bad : {"host=db password=hush oops", "postgresql://ana:%hush@db", "postgresql://ana:hush@[db/news", "hush=hush"}) {
    const Result<Ledger> refused = Ledger::open(bad);
    ASSERT_FALSE(refused) << bad;
    EXPECT_EQ(refused.error().message().find("hush"), std::string::npos) << refused.error().message();
  }
}

}  // namespace
}  // namespace herald::ledger
