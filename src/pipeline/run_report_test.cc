#include "pipeline/run_report.h"

#include <gtest/gtest.h>

namespace herald::pipeline {
namespace {

TEST(RunReport, CountsReportsWordsClaimsAndWarningsByKind) {
  CodedReport coded;
  coded.report.text = "Three died.\n\nMore follows";
  coded.claims.resize(2);
  coded.report.warnings = {"no publication date: relative dates left open"};
  RunReport run;
  run.count(coded);
  coded.claims.clear();
  coded.report.warnings = {"not coded: ar", "no publication date: relative dates left open"};
  run.count(coded);
  run.errors = 1;
  EXPECT_EQ(run.text(),
            "2 reports, 8 words, 2 claims in 0.0 s and 0 MB, 1 input could not be read\n"
            "  2 reports: no publication date\n"
            "  1 report: not coded: ar\n");
}

TEST(RunReport, SaysThatItWasStopped) {
  RunReport run;
  run.stopped = true;
  EXPECT_EQ(run.text(), "0 reports, 0 words, 0 claims in 0.0 s and 0 MB, stopped before the end\n");
}

}  // namespace
}  // namespace herald::pipeline
