#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/ledger_options.h"
#include "cli/ledger_sink.h"
#include "cli/terminal.h"
#include "export/contract_json.h"
#include "intake/stream.h"
#include "pipeline/resolve.h"

namespace herald::cli {
namespace {

constexpr size_t kMaxLine = size_t{64} << 20;

struct LoadOptions {
  std::vector<std::string> inputs;
  LedgerOptions ledger;
};

// Hands every line of a file to `each`; an Error where the file cannot be read to its end.
template <typename Each>
Status for_each_line(const std::string& path, Each each) {
  auto source = intake::open_source(path);
  if (!source) return source.error();
  intake::Reader reader(std::move(*source));
  uint64_t number = 0;
  while (const auto line = reader.line(kMaxLine)) {
    ++number;
    if (!base::trim(*line).empty()) each(number, *line);
  }
  if (auto error = reader.error()) {
    error->origin = path;
    return *error;
  }
  return Done{};
}

int load(const LoadOptions& options) {
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  const auto resources = pipeline::Resources::load(*data);
  if (!resources) return fail(resources.error());
  auto ledger = open_or_make(options.ledger.ledger);
  if (!ledger) return fail(ledger.error());
  LedgerSink sink(*ledger);
  language::Workspace workspace;
  Progress progress;
  int status = kOk;
  uint64_t done = 0;
  for (const std::string& path : options.inputs) {
    const Status read = for_each_line(path, [&](uint64_t number, const std::string& line) {
      if (sink.error()) return;
      auto coded = exports::from_json_line(line);
      if (!coded) {
        Error error = coded.error();
        error.origin = path;
        error.line = number;
        progress.clear();
        status = fail(error);
        return;
      }
      pipeline::resolve(*coded, *resources, workspace);
      sink.add(std::move(*coded));
      progress.show(++done, "reports");
    });
    if (!read) status = fail(read.error());
  }
  progress.clear();
  const auto told = sink.finish();
  if (!told) return fail(told.error());
  std::cerr << *told << '\n';
  return status;
}

}  // namespace

void add_load(CLI::App& app, Work& work) {
  auto options = std::make_shared<LoadOptions>();
  CLI::App* command = app.add_subcommand("load", "Take coded reports in the form of read --json into a ledger");
  command->add_option("CODED", options->inputs, "Files of JSON lines, or - for standard input")->required();
  add_ledger(*command, options->ledger);
  examples(*command, "  herald read --json wire.jsonl > coded.jsonl && herald load coded.jsonl");
  command->callback([&work, options] { work = [options] { return load(*options); }; });
}

}  // namespace herald::cli
