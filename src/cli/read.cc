#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "base/files.h"
#include "cli/command.h"
#include "cli/interrupt.h"
#include "cli/ledger_options.h"
#include "cli/ledger_sink.h"
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
  LedgerOptions ledger;
  unsigned threads = std::max(1U, std::thread::hardware_concurrency());
};

// Bytes of all inputs together; 0 where that says nothing of how much there is to do: standard input, packed files, unreadable ones.
uint64_t size_of(const std::vector<std::string>& inputs) {
  namespace fs = std::filesystem;
  uint64_t total = 0;
  bool known = true;
  const auto add = [&](const fs::path& path) {
    std::error_code code;
    std::array<char, 2> head{};
    std::ifstream(path, std::ios::binary).read(head.data(), head.size());
    const bool packed = (head[0] == '\x1f' && head[1] == '\x8b') || (head[0] == '\x28' && head[1] == '\xb5');
    total += fs::file_size(path, code);
    if (packed || code) known = false;
  };
  for (const std::string& input : inputs) {
    std::error_code code;
    if (!fs::is_directory(input, code)) {
      add(input);
      continue;
    }
    for (auto it = fs::recursive_directory_iterator(input, code); !code && it != fs::recursive_directory_iterator(); it.increment(code))
      if (it->is_regular_file(code)) add(it->path());
  }
  return known ? total : 0;
}

// What becomes of each report as it comes out of the pipeline: a line of JSON, or a row of the ledger and a view of it.
class Output {
 public:
  // `ledger` is null where there is none to write to; `bytes` is the size of all inputs, 0 where it cannot be known.
  Output(LedgerSink* ledger, uint64_t bytes)
      : ledger_(ledger),
        bytes_(bytes),
        show_(ledger && is_terminal(stdout)),
        colour_(wants_colour(stdout)),
        width_(std::min<size_t>(width_of(stdout), 120)) {}

  void operator()(Result<CodedReport> coded) {
    ++done_;
    if (!coded) {
      progress_.clear();
      fail(coded.error());
      if (!ledger_) std::cout << exports::error_line("", coded.error().origin, coded.error()) << '\n';
      return;
    }
    bytes_done_ += coded->report.original.size();
    const bool shown = show_ && done_ <= kShown;
    if (shown) std::cout << lit_report(*coded, width_, colour_) << '\n';
    if (ledger_) {
      ledger_->add(std::move(*coded));
      if (ledger_->error()) interrupt();
    } else {
      std::cout << exports::to_json_line(*coded) << '\n';
    }
    if (!shown)
      progress_.show(done_, "reports",
                     bytes_ > 0 ? std::optional(static_cast<double>(bytes_done_) / static_cast<double>(bytes_)) : std::nullopt);
  }
  void finish() {
    progress_.clear();
    std::cout.flush();
  }

 private:
  LedgerSink* ledger_;
  uint64_t bytes_;
  uint64_t bytes_done_ = 0;
  bool show_, colour_;
  size_t width_;
  uint64_t done_ = 0;
  Progress progress_;
};

// Codes all inputs and tells how it went; kFailed where some could not be read or the user stopped it.
int code_inputs(const ReadOptions& options, const pipeline::Resources& resources, LedgerSink* ledger) {
  Output output(ledger, size_of(options.inputs));
  const auto each_input = [&](const intake::Sink& sink) {
    for (const std::string& path : options.inputs) intake::read_input(path, sink);
  };
  const auto report = pipeline::run(each_input, resources, std::ref(output), {options.threads, &catch_interrupts()});
  output.finish();
  std::cerr << report.text();
  if (report.stopped) std::cerr << "run the same command again to go on: what is in the ledger already is not added twice\n";
  return report.errors > 0 || report.stopped ? kFailed : kOk;
}

int read(const ReadOptions& options) {
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  const auto resources = pipeline::Resources::load(*data);
  if (!resources) return fail(resources.error());
  if (options.json) return code_inputs(options, *resources, nullptr);
  auto ledger = open_or_make(options.ledger.ledger);
  if (!ledger) return fail(ledger.error());
  LedgerSink sink(*ledger);
  const int status = code_inputs(options, *resources, &sink);
  const auto told = sink.finish();
  if (!told) return fail(told.error());
  std::cerr << ledger->name() << ": " << *told << '\n';
  return status;
}

}  // namespace

void add_read(CLI::App& app, Work& work) {
  auto options = std::make_shared<ReadOptions>();
  CLI::App* command = app.add_subcommand("read", "Code reports: into a ledger, or as JSON lines");
  command
      ->add_option("INPUT", options->inputs, "Files, folders, or - for standard input: HTML, plain text, JSON lines; gzip, zstd or plain")
      ->required();
  add_ledger(*command, options->ledger);
  command->add_flag("--json", options->json, "Write one JSON object a line to standard output; touch no ledger");
  command->add_option("--threads", options->threads, "Reports coded at a time")->check(CLI::Range(1U, 1024U))->capture_default_str();
  examples(*command,
           "  herald read examples                     codes a folder into ./herald.gpkg\n"
           "  herald read --json page.html             one JSON object a report\n"
           "  zcat wire.jsonl.gz | herald read -       reads standard input");
  command->callback([&work, options] { work = [options] { return read(*options); }; });
}

}  // namespace herald::cli
