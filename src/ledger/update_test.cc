// What came in is reckoned with no more of the rest than it touches; it must come out as if everything were reckoned anew.
#include "ledger/update.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <random>

#include "herald/names.h"
#include "ledger/sqlite.h"
#include "ledger/store.h"
#include "testing/reports.h"
#include "testing/world.h"

namespace herald::ledger {
namespace {

// Everything that the derived tables hold, row numbers apart.
std::string derived_rows(const Database& db) {
  const std::vector<std::pair<std::string, std::string>> tables{
      {"events",
       "geom, id, kind, date_start, date_end, date_precision, place, place_ref, country, admin1, radius_km, part_of, grade, origins, "
       "outlets, "
       "killed_low, killed_best, killed_high, wounded_low, wounded_best, wounded_high, parties, contradictions"},
      {"event_claims", "event, claim"},
      {"tallies", "event, harm, split, share, low, best, high"},
      {"control",
       "geom, place, place_ref, country, admin1, radius_km, date_from, date_to, status, fighting, holder, besieger, holders, voices, "
       "claims"},
      {"areas", "geom, place, place_ref, country, admin1, radius_km, events, control"},
      {"voices", "key, name, ref, reporter, reports, claims, events, disputed, first, last, outlets"},
      {"gpkg_contents", "table_name, min_x, min_y, max_x, max_y"}};
  std::string out;
  for (const auto& [table, columns] : tables) {
    const size_t count = static_cast<size_t>(std::count(columns.begin(), columns.end(), ',')) + 1;
    std::vector<std::string> rows;
    Statement s = db.prepare("SELECT " + columns + " FROM " + table);
    EXPECT_TRUE(s.each([&] {
      std::string row = table;
      for (size_t c = 0; c < count; ++c) row += "|" + (s.is_null(static_cast<int>(c)) ? "null" : s.text(static_cast<int>(c)));
      rows.push_back(std::move(row));
    }));
    std::sort(rows.begin(), rows.end());
    for (const std::string& row : rows) out += row + "\n";
  }
  return out;
}

// Where two texts part, with the line before.
std::string parting(const std::string& a, const std::string& b) {
  const auto at = static_cast<size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(std::min(a.size(), b.size())), b.begin()).first - a.begin());
  const size_t from = at > 400 ? at - 400 : 0;
  return "\n---- " + a.substr(from, 900) + "\n---- " + b.substr(from, 900);
}

class Pair {
 public:
  Pair() {
    for (const std::string& p : paths_) remove(p);
    for (const std::string& p : paths_) {
      ledgers_.push_back(Ledger::open(p).value());
      databases_.push_back(open_sqlite(p).value());
    }
  }
  ~Pair() {
    for (const std::string& p : paths_) remove(p);
  }
  void add(const LedgerReport& r) {
    CodedReport coded;
    coded.report = r.report;
    coded.sentences = r.sentences;
    coded.claims = r.claims;
    for (Ledger& l : ledgers_) ASSERT_TRUE(l.add(coded));
  }
  void decide(const Decision& d) {
    for (Ledger& l : ledgers_) ASSERT_TRUE(l.decide(d));
  }
  // One is brought up to date, the other reckoned anew. True where they are the same.
  void compare(const std::string& after) {
    {
      Result<Transaction> t = Transaction::write(*databases_[0]);
      const Result<bool> done = update_derived(*databases_[0], *ledgers_[0].decisions());
      ASSERT_TRUE(done) << done.error().message();
      if (!first_) {
        EXPECT_TRUE(*done) << after;
        ASSERT_TRUE(t->commit());
      }
      first_ = false;
    }
    const Status brought = ledgers_[0].reconcile();
    ASSERT_TRUE(brought) << brought.error().message();
    ASSERT_TRUE(databases_[1]->execute("DELETE FROM memo_reports; INSERT OR IGNORE INTO memo_pending SELECT fid FROM reports"));
    const Status reckoned = ledgers_[1].reconcile();
    ASSERT_TRUE(reckoned) << reckoned.error().message();
    const std::string kept = derived_rows(*databases_[0]);
    const std::string anew = derived_rows(*databases_[1]);
    ASSERT_EQ(kept == anew, true) << after << parting(kept, anew);
  }
  [[nodiscard]] Account account() const { return *ledgers_[0].account(); }

 private:
  static void remove(const std::string& path) {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path + suffix);
  }
  std::vector<std::string> paths_{::testing::TempDir() + "update_a_" + std::to_string(getpid()) + ".gpkg",
                                  ::testing::TempDir() + "update_b_" + std::to_string(getpid()) + ".gpkg"};
  std::vector<Ledger> ledgers_;
  std::vector<std::unique_ptr<Database>> databases_;
  bool first_ = true;
};

// A small crowded world, in which some claims tell of ground, some places have references, points or are told from others, and some
// reports have addresses.
std::vector<LedgerReport> crowded(uint64_t seed, std::mt19937_64& random) {
  testing::WorldOptions options;
  options.reports = 90;
  options.places = 6;
  options.seed = seed;
  std::vector<LedgerReport> out = testing::make_world(options).reports;
  for (LedgerReport& r : out) {
    if (random() % 3 == 0) {
      const std::vector<std::string> marks{"", "", "1st Ld: ", "2nd Ld-Writethru: ", "CORRECTED: ", "KILL: "};
      r.report.headline = marks[random() % marks.size()] + "Fighting by the river, part " + std::to_string(random() % 8);
      r.report.outlet = "Harbour Post";
    }
    if (random() % 4 == 0) r.report.url = "https://example.org/" + std::to_string(random() % 60);
    for (Claim& c : r.claims) {
      if (c.place) {
        Place& p = c.place->place;
        if (random() % 3 == 0) p.ref = "geonames:" + std::to_string(p.name.size() % 5 + random() % 2);
        if (random() % 2 == 0) p.at = GeoPoint{20.0 + static_cast<double>(p.name.size()) / 8, 40}, p.radius_km = 5;
        if (p.at && random() % 4 == 0) p.method = PlaceMethod::relative;
      }
      if (c.type == ClaimType::violence && random() % 2 == 0) {
        c.type = ClaimType::control;
        c.kind = Kind::none;
        c.state = static_cast<ControlState>(1 + random() % 7);
        c.holder = random() % 2 == 0 ? c.by : c.target;
        if (random() % 3 == 0) c.part = "the west";
      }
    }
  }
  return out;
}

Decision decision(const Account& account, int n, std::mt19937_64& random) {
  const auto claim = [&] { return account.claims[random() % account.claims.size()].id; };
  Decision d;
  d.action = static_cast<Action>(2 + random() % 6);
  d.target = claim();
  if (d.action == Action::merge || d.action == Action::split) d.other = claim();
  if (d.action == Action::correct) d.field = random() % 2 == 0 ? "high" : "place", d.value = d.field == "high" ? "77" : "Newtown";
  if (d.action == Action::pin) d.field = "killed", d.value = "11";
  d.who = "Ana";
  d.why = "asked";
  d.when = *parse_moment("2016-01-01T00:00:00Z");
  d.when.utc += std::chrono::seconds(n);
  return d;
}

TEST(Update, GivesWhatReckoningEverythingAnewGives) {
  for (const uint64_t seed : {21, 22, 23}) {
    std::mt19937_64 random(seed);
    std::vector<LedgerReport> reports = crowded(seed, random);
    std::shuffle(reports.begin(), reports.end(), random);
    Pair pair;
    for (size_t i = 0; i < 30; ++i) pair.add(reports[i]);
    pair.compare("the first thirty");
    int step = 0;
    for (size_t i = 30; i < reports.size() && !::testing::Test::HasFatalFailure();) {
      std::string what = "seed " + std::to_string(seed) + " step " + std::to_string(++step) + ":";
      for (size_t n = 1 + random() % 3; n > 0 && i < reports.size(); --n, ++i) {
        what += " " + reports[i].report.id;
        pair.add(reports[i]);
      }
      LedgerReport again = reports[random() % i];
      if (random() % 3 == 0) {  // coded otherwise
        what += ", anew " + again.report.id;
        if (!again.claims.empty() && random() % 2 == 0) again.claims.pop_back();
        for (Claim& c : again.claims) c.date.reset();
        pair.add(again);
      } else if (random() % 3 == 0) {  // a later or an earlier version
        what += ", version of " + again.report.id;
        again.report.updated = again.report.published;
        again.report.updated->utc += std::chrono::hours(static_cast<int>(random() % 9) - 3);
        again.report.text += "\n\n" + reports[random() % i].report.text;
        pair.add(again);
      }
      if (random() % 2 == 0) {
        const Decision d = decision(pair.account(), step, random);
        what += ", " + std::string(name_of(d.action)) + " " + d.target + " " + d.other;
        pair.decide(d);
      }
      pair.compare(what);
    }
  }
}

}  // namespace
}  // namespace herald::ledger
