#include "cli/ledger_options.h"

#include <iostream>

#include "cli/command.h"
#include "cli/terminal.h"
#include "export/contract_json.h"
#include "export/table.h"

namespace herald::cli {
namespace {

// Checks of the command line, in CLI11's form: the message, or nothing.
std::string is_day(const std::string& text) {
  return parse_day(text) ? "" : text + " is no day; write 2015-11-12";
}
}  // namespace

std::string is_moment(const std::string& text) {
  return parse_moment(text) ? "" : text + " is no time; write 2015-11-12T18:00Z or 2015-11-12";
}

brief::Filter LedgerOptions::filter() const {
  return {parse_day(from), parse_day(to), place, party};
}

std::optional<Moment> LedgerOptions::moment() const {
  return parse_moment(as_of);
}

void add_ledger(CLI::App& command, LedgerOptions& options) {
  command.add_option("--ledger", options.ledger, "The ledger: a GeoPackage file, or postgresql://user@host/database")
      ->type_name("LEDGER")
      ->capture_default_str();
}

void add_as_of(CLI::App& command, LedgerOptions& options) {
  command.add_option("--as-of", options.as_of, "The ledger as it stood: reports published later are left out")
      ->type_name("TIME")
      ->check(is_moment);
}

void add_view(CLI::App& command, LedgerOptions& options) {
  add_ledger(command, options);
  add_as_of(command, options);
  command.add_option("--format", options.format, "How it is written")
      ->check(CLI::IsMember({"text", "markdown", "html", "csv", "json"}))
      ->capture_default_str();
}

void add_filter(CLI::App& command, LedgerOptions& options) {
  command.add_option("--from", options.from, "Only what is not known to lie before this day")->type_name("DAY")->check(is_day);
  command.add_option("--to", options.to, "Only what is not known to lie after this day")->type_name("DAY")->check(is_day);
  command.add_option("--place", options.place, "Only here: a name, or part of one, of a place, region or country")->type_name("NAME");
  command.add_option("--party", options.party, "Only this party: a name, or part of one")->type_name("NAME");
}

Result<ledger::Ledger> open_or_make(const std::string& path) {
  return ledger::Ledger::open(path);
}

Result<ledger::Ledger> open_existing(const std::string& path) {
  return ledger::Ledger::open(path, ledger::Missing::refuse);
}

Result<ledger::Account> account_of(const LedgerOptions& options) {
  const auto ledger = open_existing(options.ledger);
  if (!ledger) return ledger.error();
  return ledger->account({options.moment()});
}

int print(const LedgerOptions& options, const brief::Grid& grid, const std::function<std::vector<nlohmann::ordered_json>()>& json) {
  const exports::Table table{grid.columns, grid.rows};
  if (options.format == "json")
    for (const auto& object : json()) std::cout << exports::line_of(object) << '\n';
  else if (options.format == "csv")
    std::cout << exports::to_csv(table);
  else if (options.format == "markdown")
    std::cout << exports::to_markdown(table);
  else if (options.format == "html")
    std::cout << exports::to_html(table);
  else if (table.rows.empty())
    std::cout << "nothing\n";
  else
    std::cout << exports::to_text(table, width_of(stdout));
  return kOk;
}

}  // namespace herald::cli
