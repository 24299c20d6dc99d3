// ledger_world REPORTS SEED [PLACES [MORE FILE]]: makes a world, reconciles it, prints one JSON line of how right and how dear that was.
// With MORE and FILE it writes the reports into a new ledger and prints what each of so many more costs that come one by one. bench/ledger
// runs it.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "ledger/store.h"
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

// Milliseconds that each took, of the processor and of the wall; the median and the worst.
nlohmann::json spread(std::vector<double> ms) {
  std::sort(ms.begin(), ms.end());
  return {{"median", ms[ms.size() / 2]}, {"most", ms.back()}};
}

int grow(const herald::testing::World& world, size_t more, const std::string& path) {
  using Clock = std::chrono::steady_clock;
  std::filesystem::remove(path);
  herald::Result<herald::ledger::Ledger> ledger = herald::ledger::Ledger::open(path);
  std::vector<herald::CodedReport> batch;
  std::vector<double> cpu;
  std::vector<double> wall;
  double first = 0;
  for (size_t i = 0; ledger && i < world.reports.size(); ++i) {
    herald::CodedReport coded;
    coded.report = world.reports[i].report;
    coded.sentences = world.reports[i].sentences;
    coded.claims = world.reports[i].claims;
    batch.push_back(std::move(coded));
    const size_t left = world.reports.size() - 1 - i;
    if (batch.size() < 1000 && left > more) continue;
    const double start = cpu_seconds();
    const auto begin = Clock::now();
    if (!ledger->add_all(batch)) return 1;
    batch.clear();
    if (left > more) continue;
    if (!ledger->reconcile()) return 1;
    if (left == more) {
      first = cpu_seconds() - start;
      continue;
    }
    cpu.push_back(1000 * (cpu_seconds() - start));
    wall.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
  }
  if (cpu.empty()) return 1;
  std::cout << nlohmann::json{{"reports", world.reports.size() - more},
                              {"all_cpu_seconds", first},
                              {"cpu_ms", spread(cpu)},
                              {"wall_ms", spread(wall)},
                              {"ledger_mb", std::filesystem::file_size(path) >> 20},
                              {"mb", resident_mb()}}
            << "\n";
  return 0;
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
  const size_t more = argc > 5 ? std::strtoull(argv[4], nullptr, 10) : 0;
  options.reports += more;
  herald::testing::World world = herald::testing::make_world(options);
  if (more > 0) return grow(world, more, argv[5]);
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
