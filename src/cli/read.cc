#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/files.h"
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/lit.h"
#include "cli/terminal.h"
#include "export/contract_json.h"
#include "pipeline/run.h"

namespace herald::cli {
namespace {

constexpr uint64_t kShown = 20;  // reports that are shown in full; after that a count goes on

struct ReadOptions {
  std::vector<std::string> inputs;
  bool json = false;
  unsigned threads = std::max(1U, std::thread::hardware_concurrency());
};

// What becomes of each report as it comes out of the pipeline.
class Output {
 public:
  explicit Output(const ReadOptions& options)
      : json_(options.json),
        show_(!options.json && is_terminal(stdout)),
        colour_(wants_colour(stdout)),
        width_(std::min<size_t>(width_of(stdout), 120)) {}

  void operator()(const Result<CodedReport>& coded) {
    ++done_;
    if (!coded) {
      progress_.clear();
      fail(coded.error());
      if (json_) std::cout << exports::error_line("", coded.error().origin, coded.error()) << '\n';
      return;
    }
    if (json_) {
      std::cout << exports::to_json_line(*coded) << '\n';
    } else if (show_ && done_ <= kShown) {
      std::cout << lit_report(*coded, width_, colour_) << '\n';
      return;
    }
    progress_.show(done_, 0, "reports");
  }

 private:
  bool json_, show_, colour_;
  size_t width_;
  uint64_t done_ = 0;
  Progress progress_;
};

int read(const ReadOptions& options) {
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  const auto resources = pipeline::Resources::load(*data);
  if (!resources) return fail(resources.error());
  Output output(options);
  const auto each_input = [&](const intake::Sink& sink) {
    for (const std::string& path : options.inputs) intake::read_input(path, sink);
  };
  const pipeline::RunReport report = pipeline::run(each_input, *resources, std::ref(output), {options.threads, &catch_interrupts()});
  std::cout.flush();
  std::cerr << report.text();
  return report.errors > 0 || report.stopped ? kFailed : kOk;
}

}  // namespace

void add_read(CLI::App& app, Work& work) {
  auto options = std::make_shared<ReadOptions>();
  CLI::App* command = app.add_subcommand("read", "Code reports: into a ledger, or as JSON lines");
  command
      ->add_option("INPUT", options->inputs, "Files, folders, or - for standard input: HTML, plain text, JSON lines; gzip, zstd or plain")
      ->required();
  command->add_flag("--json", options->json, "Write one JSON object a line to standard output; touch no ledger");
  command->add_option("--threads", options->threads, "Reports coded at a time")->check(CLI::Range(1U, 1024U))->capture_default_str();
  examples(*command,
           "  herald read examples                     codes a folder into ./herald.gpkg\n"
           "  herald read --json page.html             one JSON object a report\n"
           "  zcat wire.jsonl.gz | herald read -       reads standard input");
  command->callback([&work, options] { work = [options] { return read(*options); }; });
}

}  // namespace herald::cli
