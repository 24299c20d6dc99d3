// What must hold of any set of reports, on the worlds that src/testing/world.h makes.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <random>

#include "ledger/store.h"
#include "testing/reports.h"
#include "testing/world.h"

namespace herald::ledger {
namespace {

using herald::testing::dump;
using herald::testing::make_world;
using herald::testing::World;
using herald::testing::WorldOptions;

World world_of(size_t reports, uint64_t seed) {
  WorldOptions options;
  options.reports = reports;
  options.seed = seed;
  return make_world(options);
}

TEST(Properties, FiftyOrdersOfTheSameReportsGiveOneAccount) {
  const World world = world_of(200, 7);
  const std::string expected = dump(reconcile(world.reports, {}));
  std::mt19937_64 random(11);
  for (int order = 0; order < 50; ++order) {
    std::vector<LedgerReport> reports = world.reports;
    std::shuffle(reports.begin(), reports.end(), random);
    ASSERT_EQ(dump(reconcile(std::move(reports), {})), expected) << "order " << order;
  }
}

TEST(Properties, ReadingEverythingTwiceChangesNothing) {
  const World world = world_of(200, 8);
  std::vector<LedgerReport> twice = world.reports;
  twice.insert(twice.end(), world.reports.begin(), world.reports.end());
  EXPECT_EQ(dump(reconcile(std::move(twice), {})), dump(reconcile(world.reports, {})));
}

TEST(Properties, EveryClaimIsInOneEventAtMostAndEverySplitAddsUp) {
  const World world = world_of(300, 9);
  const Account account = reconcile(world.reports, {});
  std::set<std::string> seen;
  for (const Event& e : account.events) {
    for (const std::string& c : e.claims) EXPECT_TRUE(seen.insert(c).second) << c;
    for (const HarmTally& t : e.tally) {
      EXPECT_LE(t.whole.low.value_or(0), t.whole.best.value_or(INT64_MAX));
      EXPECT_LE(t.whole.best.value_or(0), t.whole.high.value_or(INT64_MAX));
      int64_t sum = 0;
      for (const Bounds& b : t.by_kind) sum += b.best.value_or(0);
      EXPECT_EQ(sum, t.whole.best.value_or(0));
    }
  }
}

TEST(Properties, TheTruthIsFoundAmongErringVoices) {
  const World world = world_of(1000, 10);
  const Account account = reconcile(world.reports, {});
  EXPECT_GE(herald::testing::b_cubed(world, account).f1(), 0.90);
  const herald::testing::Tolls tolls = herald::testing::tolls(world, account);
  EXPECT_GT(tolls.bracketed, 50U);
  EXPECT_GE(static_cast<double>(tolls.held), 0.99 * static_cast<double>(tolls.bracketed));
  EXPECT_LT(tolls.median_width, 0.3);
  EXPECT_GE(herald::testing::copies_f1(world, account), 0.95);
  EXPECT_GE(herald::testing::disputes_named(world, account), 0.97);
}

// A child adds reports one by one and says so; it is killed somewhere, and another goes on.
TEST(Properties, KillingTheProcessAnywhereLosesAndDoublesNothing) {
  const World world = world_of(24, 12);
  const std::filesystem::path path = std::filesystem::path(::testing::TempDir()) / ("ledger_kill_" + std::to_string(getpid()) + ".gpkg");
  const auto remove = [&] {
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + suffix);
  };
  remove();
  const auto coded = [&](size_t i) {
    CodedReport out;
    out.report = world.reports[i].report;
    out.sentences = world.reports[i].sentences;
    out.claims = world.reports[i].claims;
    return out;
  };
  std::mt19937 random(13);
  size_t done = 0;
  for (int round = 0; round < 20; ++round) {
    int pipe_ends[2];
    ASSERT_EQ(pipe(pipe_ends), 0);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      Result<Ledger> ledger = Ledger::open(path.string());
      for (size_t i = 0; ledger && i < world.reports.size(); ++i) {
        if (!ledger->add(coded(i))) _exit(1);
        const auto said = static_cast<unsigned char>(i);
        if (write(pipe_ends[1], &said, 1) != 1) _exit(1);
      }
      _exit(0);
    }
    close(pipe_ends[1]);
    const size_t until = 1 + random() % world.reports.size();
    unsigned char said = 0;
    for (size_t n = 0; n < until && read(pipe_ends[0], &said, 1) == 1; ++n) done = std::max(done, static_cast<size_t>(said) + 1);
    kill(child, SIGKILL);
    while (read(pipe_ends[0], &said, 1) == 1) done = std::max(done, static_cast<size_t>(said) + 1);
    close(pipe_ends[0]);
    waitpid(child, nullptr, 0);
    const Result<Ledger> after = Ledger::open(path.string());
    ASSERT_TRUE(after);
    const Result<std::vector<LedgerReport>> kept = after->reports();
    ASSERT_TRUE(kept);
    EXPECT_GE(kept->size(), done);
    std::set<std::string> ids;
    for (const LedgerReport& r : *kept) EXPECT_TRUE(ids.insert(r.report.id).second);
  }
  Result<Ledger> ledger = Ledger::open(path.string());
  ASSERT_TRUE(ledger);
  for (size_t i = 0; i < world.reports.size(); ++i) ASSERT_TRUE(ledger->add(coded(i)));
  EXPECT_EQ(dump(*ledger->account()), dump(reconcile(world.reports, {})));
  remove();
}

}  // namespace
}  // namespace herald::ledger
