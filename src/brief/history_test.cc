#include "brief/history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/reports.h"

namespace herald::brief {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

ledger::LedgerReport told(const std::string& id, const std::string& outlet, const std::string& published, int64_t dead,
                          const std::string& voice) {
  ledger::LedgerReport r = testing::report(id, outlet, published);
  testing::add_violence(r, Kind::bombing, "Taiz", "2015-03-02", voice).incident = "i0";
  testing::add_killed(r, dead, dead, "people at the fish market", "Taiz", "2015-03-02", voice).incident = "i0";
  return r;
}

std::string lines(const Grid& grid) {
  std::string out;
  for (const auto& row : grid.rows) out += row[0] + " " + row[1] + ": " + row[2] + " -> " + row[3] + "\n";
  return out;
}

TEST(History, TellsWhichReportMovedWhichNumber) {
  const std::vector<ledger::LedgerReport> reports{told("r1", "Harbour Post", "2015-03-02T10:00:00Z", 7, "the governor"),
                                                  told("r2", "Hill Gazette", "2015-03-02T18:00:00Z", 12, "the interior ministry"),
                                                  told("r3", "Coast Courier", "2015-03-03T09:00:00Z", 12, "the interior ministry")};
  const ledger::Account now = ledger::reconcile(reports, {});
  ASSERT_THAT(now.events, SizeIs(1));
  const auto steps = history(reports, {}, now, now.events[0]);
  ASSERT_THAT(steps, SizeIs(3));
  EXPECT_THAT(steps[0].by, ElementsAre("r1 (Harbour Post)"));
  const std::string table = lines(history_table(steps));
  EXPECT_THAT(table, ::testing::HasSubstr("2015-03-02T10:00:00Z killed:  -> 7\n"));
  EXPECT_THAT(table, ::testing::HasSubstr("2015-03-02T18:00:00Z killed: 7 -> 7 to 12, best 7\n"));
  EXPECT_THAT(table, ::testing::HasSubstr("2015-03-02T18:00:00Z grade: single -> disputed\n"));
  EXPECT_TRUE(steps[2].changes.empty());
  EXPECT_THAT(table, ::testing::HasSubstr("2015-03-03T09:00:00Z nothing:  -> \n"));
}

TEST(History, TellsDecisionsAndCorrectedVersions) {
  std::vector<ledger::LedgerReport> reports{told("r1", "Harbour Post", "2015-03-02T10:00:00Z", 7, "the governor"),
                                            told("r1", "Harbour Post", "2015-03-02T12:00:00Z", 9, "the governor")};
  reports[1].key = "corrected";
  const ledger::Account now = ledger::reconcile(reports, {});
  ASSERT_THAT(now.events, SizeIs(1));
  const ledger::Decision pin{ledger::Action::pin,  now.events[0].claims.back(),          "", "killed", "8", "Ana",
                             "asked the hospital", *parse_moment("2015-04-01T00:00:00Z")};
  const auto steps = history(reports, {pin}, now, now.events[0]);
  const std::string table = lines(history_table(steps));
  EXPECT_THAT(table, ::testing::HasSubstr("2015-03-02T12:00:00Z killed: 7 -> 9\n"));
  EXPECT_THAT(table, ::testing::HasSubstr("2015-04-01T00:00:00Z killed: 9 -> 8\n"));
  EXPECT_THAT(steps.back().by, ElementsAre("pin by Ana: asked the hospital"));
}

}  // namespace
}  // namespace herald::brief
