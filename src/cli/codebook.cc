#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "claim/examples.h"
#include "cli/command.h"
#include "mention/actors/check.h"
#include "pipeline/run.h"

namespace herald::cli {
namespace {

int check() {
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  auto resources = pipeline::Resources::load(*data);
  if (!resources) return fail(resources.error());
  std::vector<std::string> wrong = actors::check_actors(resources->mention.registry);
  const auto more = [&](std::vector<std::string> found) {
    wrong.insert(wrong.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  };
  more(quantities::check(resources->mention.quantities));
  more(quantities::check(resources->mention.weapons));
  for (const std::string& what : wrong) std::cout << what << '\n';
  std::cout << resources->mention.registry.entries().size() << " actors, the counts and the weapons: " << wrong.size()
            << " against the rules\n";
  resources->learned = {};  // a sentence alone is no report to judge
  language::Workspace workspace;
  const auto code = [&](const std::string& sentence) {
    Report report;
    report.id = "example";
    report.language = "en";
    report.text = sentence;
    return pipeline::code(std::move(report), *resources, workspace).claims;
  };
  const auto failures = claim::check_examples(resources->codebook, code);
  for (const claim::ExampleFailure& f : failures) std::cout << f.rule << ": " << f.what << "\n  " << f.sentence << '\n';
  std::cout << claim::count_examples(resources->codebook) << " examples of " << resources->codebook.rules().size() << " rules, "
            << failures.size() << " not coded as they say\n";
  return wrong.empty() && failures.empty() ? kOk : kFailed;
}

}  // namespace

void add_codebook(CLI::App& app, Work& work) {
  CLI::App* command = app.add_subcommand("codebook", "The coding rules");
  command->require_subcommand(1);
  CLI::App* checking =
      command->add_subcommand("check", "Hold the registry of actors to its rules and run the examples that the codebook carries");
  examples(*checking, "  herald codebook check");
  checking->callback([&work] { work = check; });
}

}  // namespace herald::cli
