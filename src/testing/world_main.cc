// ledger_world REPORTS SEED [PLACES]: makes a world, reconciles it, prints one JSON line of how right and how dear that was.
// bench/ledger runs it.
#include <sys/resource.h>

#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>

#include "testing/world.h"

namespace {

rusage used() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage;
}

// Of the processor, not of the wall, so that a busy machine measures as an idle one.
double cpu_seconds() {
  const rusage usage = used();
  const auto seconds = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double resident_mb() {
  return static_cast<double>(used().ru_maxrss) / 1024;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "ledger_world REPORTS SEED [PLACES]\n";
    return 2;
  }
  herald::testing::WorldOptions options;
  options.reports = std::strtoull(argv[1], nullptr, 10);
  options.seed = std::strtoull(argv[2], nullptr, 10);
  if (argc > 3) options.places = std::strtoull(argv[3], nullptr, 10);
  herald::testing::World world = herald::testing::make_world(options);
  std::vector<herald::ledger::LedgerReport> reports = std::move(world.reports);
  const double before = resident_mb();
  const double start = cpu_seconds();
  const herald::ledger::Account account = herald::ledger::reconcile(std::move(reports), {});
  const double seconds = cpu_seconds() - start;
  const double after = resident_mb();
  const herald::testing::BCubed events = herald::testing::b_cubed(world, account);
  const herald::testing::Tolls tolls = herald::testing::tolls(world, account);
  std::cout << nlohmann::json{{"reports", options.reports},
                              {"seed", options.seed},
                              {"places", options.places},
                              {"claims", account.claims.size()},
                              {"events", account.events.size()},
                              {"cpu_seconds", seconds},
                              {"mb_reports", before},
                              {"mb", after},
                              {"precision", events.precision},
                              {"recall", events.recall},
                              {"f1", events.f1()},
                              {"bracketed", tolls.bracketed},
                              {"held", tolls.held},
                              {"median_width", tolls.median_width},
                              {"copies_f1", herald::testing::copies_f1(world, account)},
                              {"disputes", world.disputes.size()},
                              {"disputes_named", herald::testing::disputes_named(world, account)}}
            << "\n";
}
