// The herald program. Each command stands in a file of its own; docs/cli.md tells what they do.
#include <iostream>

#include "cli/command.h"

int main(int argc, char** argv) {
  using namespace herald::cli;
  CLI::App app("Herald codes conflict news: who was harmed, who holds what, where, when, and on whose word.", "herald");
  app.set_version_flag("--version", "herald " HERALD_VERSION);
  app.set_help_all_flag("--help-all", "Help for every command");
  app.require_subcommand(0, 1);
  app.footer("herald COMMAND --help tells more of a command.");
  Work work;
  for (const auto add : {add_read, add_load, add_views, add_export, add_match, add_score, add_history, add_decide, add_explain, add_parse,
                         add_codebook, add_gazetteer})
    add(app, work);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? kOk : kUsage;
  }
  if (!work) {
    std::cout << app.help();
    return kOk;
  }
  return work();
}
