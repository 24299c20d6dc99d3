#include "cli/ledger_sink.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace herald::cli {
namespace {

CodedReport report(int n) {
  CodedReport coded;
  coded.report.id = "r" + std::to_string(n);
  coded.report.language = "en";
  coded.report.text = "Text of report " + std::to_string(n) + ".";
  return coded;
}

TEST(LedgerSink, KeepsWholeBatchesAndTheRest) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "herald_ledger_sink_test.gpkg";
  std::filesystem::remove(path);
  auto ledger = ledger::Ledger::open(path);
  ASSERT_TRUE(ledger.ok()) << ledger.error().message();
  for (const char* expected : {"100 reports added", "0 reports added, 100 known before"}) {
    LedgerSink sink(*ledger);
    for (int n = 0; n < 100; ++n) sink.add(report(n));
    const auto told = sink.finish();
    ASSERT_TRUE(told.ok()) << told.error().message();
    EXPECT_EQ(*told, expected);
  }
  EXPECT_EQ(ledger->reports()->size(), 100U);
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace herald::cli
