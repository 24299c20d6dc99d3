// herald export --as FORM: the ledger's events in the forms of other projects.
#include <iostream>
#include <memory>
#include <string>

#include "base/files.h"
#include "cli/command.h"
#include "cli/ledger_options.h"
#include "export/contract_json.h"
#include "export/event_tables.h"
#include "export/geojson.h"
#include "export/record.h"

namespace herald::cli {
namespace {

struct ExportOptions {
  LedgerOptions ledger;
  std::string form;
};

int write(const ExportOptions& options) {
  const auto account = account_of(options.ledger);
  if (!account) return fail(account.error());
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  const auto registry = actors::Registry::load(*data / "codebook");
  if (!registry) return fail(registry.error());
  const brief::Filter filter = options.ledger.filter();
  const auto records = exports::records_of(
      *account, [&](const Event& e) { return brief::matches(filter, e); }, *registry);
  if (options.form == "geojson") {
    std::vector<const ControlRow*> control;
    for (const ControlRow& row : account->control)
      if (brief::matches(filter, row)) control.push_back(&row);
    std::cout << exports::line_of(exports::geojson(records, control)) << '\n';
    return kOk;
  }
  const exports::Sheet sheet = options.form == "ged" ? exports::ged_sheet(records, *registry) : exports::acled_sheet(records, *registry);
  std::cout << exports::to_csv(sheet.table);
  std::cerr << sheet.table.rows.size() << " events\n";
  for (const std::string& loss : sheet.losses) std::cerr << loss << '\n';
  return kOk;
}

}  // namespace

void add_export(CLI::App& app, Work& work) {
  auto options = std::make_shared<ExportOptions>();
  CLI::App* command = app.add_subcommand("export", "The events in the form of UCDP GED, ACLED or GeoJSON");
  command->add_option("--as", options->form, "ged and acled are CSV in those projects' columns; what they leave empty is told")
      ->required()
      ->type_name("FORM")
      ->check(CLI::IsMember({"ged", "acled", "geojson"}));
  add_ledger(*command, options->ledger);
  add_as_of(*command, options->ledger);
  add_filter(*command, options->ledger);
  examples(*command, "  herald export --as ged --from 2015-01-01 > events.csv\n  herald export --as geojson > events.geojson");
  command->callback([&work, options] { work = [options] { return write(*options); }; });
}

}  // namespace herald::cli
