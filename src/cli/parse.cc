#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "cli/command.h"
#include "intake/intake.h"
#include "language/language.h"

namespace herald::cli {
namespace {

int parse(const std::vector<std::string>& inputs) {
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  const auto model = language::Model::load(*data / "models");
  if (!model) return fail(model.error());
  language::Workspace workspace;
  int status = kOk;
  for (const std::string& path : inputs)
    intake::read_input(path, [&](const Result<Report>& report) {
      if (report)
        std::cout << language::to_conllu(*report, language::analyse(*report, *model, workspace));
      else
        status = fail(report.error());
    });
  return status;
}

}  // namespace

void add_parse(CLI::App& app, Work& work) {
  auto inputs = std::make_shared<std::vector<std::string>>();
  CLI::App* command = app.add_subcommand("parse", "Sentences, tags and trees as CoNLL-U");
  command->add_option("INPUT", *inputs, "As for read")->required();
  examples(*command, "  herald parse page.html\n  echo 'Troops took the town.' | herald parse -");
  command->callback([&work, inputs] { work = [inputs] { return parse(*inputs); }; });
}

}  // namespace herald::cli
