// herald history EVENT: which report or decision moved which number when.
#include "brief/history.h"

#include <iostream>
#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/ledger_options.h"
#include "export/contract_json.h"

namespace herald::cli {
namespace {

using Json = nlohmann::ordered_json;

struct HistoryOptions {
  LedgerOptions ledger;
  std::string event;
};

std::vector<Json> objects_of(const std::vector<brief::Step>& steps) {
  std::vector<Json> out;
  for (const brief::Step& step : steps) {
    Json object{{"when", step.when ? Json(to_iso(*step.when)) : Json(nullptr)}, {"by", step.by}, {"changes", Json::array()}};
    for (const brief::Change& c : step.changes)
      object["changes"].push_back(
          Json{{"what", c.what}, {"before", exports::text_or_null(c.before)}, {"after", exports::text_or_null(c.after)}});
    out.push_back(std::move(object));
  }
  return out;
}

int tell(const HistoryOptions& options) {
  const auto ledger = open_existing(options.ledger.ledger);
  if (!ledger) return fail(ledger.error());
  const auto reports = ledger->reports();
  if (!reports) return fail(reports.error());
  const auto decisions = ledger->decisions();
  if (!decisions) return fail(decisions.error());
  const ledger::Account account = ledger::reconcile(*reports, *decisions, {options.ledger.moment()});
  const ledger::ClaimRow* claim = account.find(options.event);
  const Event* event = account.event(claim ? claim->event : options.event);
  if (!event) return fail({.what = "no such event", .origin = options.event, .offset = {}, .line = {}, .hint = "herald events lists them"});
  const auto steps = brief::history(*reports, *decisions, account, *event);
  return print(options.ledger, brief::history_table(steps), [&] { return objects_of(steps); });
}

}  // namespace

void add_history(CLI::App& app, Work& work) {
  auto options = std::make_shared<HistoryOptions>();
  CLI::App* command = app.add_subcommand("history", "Which report or decision moved which number of an event, and when");
  command->add_option("EVENT", options->event, "Its id, or a claim's of it")->required();
  add_view(*command, options->ledger);
  examples(*command, "  herald history 3f2a91bc04de\n  herald history AFP_1#9f2c41d07a --format json");
  command->callback([&work, options] { work = [options] { return tell(*options); }; });
}

}  // namespace herald::cli
