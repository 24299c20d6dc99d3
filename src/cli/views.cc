// Views of the ledger: brief, claims, events, tally, control, voices, syndication.
#include <iostream>
#include <memory>

#include "brief/brief.h"
#include "brief/tables.h"
#include "cli/command.h"
#include "cli/ledger_options.h"
#include "cli/terminal.h"
#include "export/contract_json.h"
#include "export/ledger_json.h"
#include "export/table.h"

namespace herald::cli {
namespace {

using Json = nlohmann::ordered_json;
using ledger::Account;

constexpr size_t kBriefWidth = 100;

// The brief line by line, for CSV and JSON.
brief::Grid lines_of(const brief::Document& document) {
  brief::Grid out{{"section", "group", "entry", "note", "label", "text", "source"}, {}};
  for (const auto& section : document.sections)
    for (const auto& group : section.groups)
      for (const auto& entry : group.entries)
        for (const auto& line : entry.lines)
          out.rows.push_back({section.title, group.title, entry.title, entry.note, line.label, line.text, line.source});
  return out;
}

// A grid as one object a row.
std::vector<Json> objects_of(const brief::Grid& grid) {
  std::vector<Json> out;
  for (const auto& row : grid.rows) {
    Json object;
    for (size_t c = 0; c < row.size(); ++c) object[grid.columns[c]] = exports::text_or_null(row[c]);
    out.push_back(std::move(object));
  }
  return out;
}

int brief_view(const LedgerOptions& options) {
  const auto account = account_of(options);
  if (!account) return fail(account.error());
  const brief::Document document = brief::situation_report(*account, options.filter(), options.moment());
  const size_t width = width_of(stdout);
  if (options.format == "text")
    std::cout << brief::to_text(document, width == 0 ? kBriefWidth : std::min(width, kBriefWidth));
  else if (options.format == "markdown")
    std::cout << brief::to_markdown(document);
  else if (options.format == "html")
    std::cout << brief::to_html(document);
  else
    return print(options, lines_of(document), [&] { return objects_of(lines_of(document)); });
  return kOk;
}

// A table of the account and the objects of its JSON form.
struct View {
  const char* name;
  const char* help;
  bool filtered;  // by day, place and party
  brief::Grid (*table)(const Account&, const brief::Filter&);
  std::vector<Json> (*json)(const Account&, const brief::Filter&);
};

const View kViews[] = {
    {"claims", "What each voice says happened", true, brief::claims_table,
     [](const Account& a, const brief::Filter& f) {
       std::vector<Json> out;
       for (const auto& row : a.claims)
         if (brief::matches(f, a.claim(row))) out.push_back(exports::ledger_claim_json(a, row));
       return out;
     }},
    {"events", "What the claims come to, with bounds on each toll", true, brief::events_table,
     [](const Account& a, const brief::Filter& f) {
       std::vector<Json> out;
       for (const Event& e : a.events)
         if (brief::matches(f, e)) out.push_back(exports::event_json(e));
       return out;
     }},
    {"tally", "Tolls by party, for events and for periods", true, brief::tally_table,
     [](const Account& a, const brief::Filter& f) {
       std::vector<Json> out;
       for (const Event& e : a.events)
         if (!e.tally.empty() && brief::matches(f, e)) out.push_back(exports::tally_json(e));
       for (const PeriodTally& t : a.totals)
         if (brief::matches(f, t)) out.push_back(exports::total_json(t));
       return out;
     }},
    {"control", "Who holds which place, from when to when", true, brief::control_table,
     [](const Account& a, const brief::Filter& f) {
       std::vector<Json> out;
       for (const ControlRow& row : a.control)
         if (brief::matches(f, row)) out.push_back(exports::control_json(row));
       return out;
     }},
    {"voices", "Who is quoted, how often, and how often disputed", false,
     [](const Account& a, const brief::Filter&) { return brief::voices_table(a); },
     [](const Account& a, const brief::Filter&) {
       std::vector<Json> out;
       for (const VoiceRow& v : a.voices) out.push_back(exports::voice_json(v));
       return out;
     }},
    {"syndication", "Which reports copy one another", false,
     [](const Account& a, const brief::Filter&) { return brief::syndication_table(a); },
     [](const Account& a, const brief::Filter&) {
       std::vector<Json> out;
       for (const SyndicationGroup& g : a.syndication) out.push_back(exports::syndication_json(g));
       return out;
     }},
};

int show(const View& view, const LedgerOptions& options) {
  const auto account = account_of(options);
  if (!account) return fail(account.error());
  return print(options, view.table(*account, options.filter()), [&] { return view.json(*account, options.filter()); });
}

}  // namespace

void add_views(CLI::App& app, Work& work) {
  auto options = std::make_shared<LedgerOptions>();
  CLI::App* command = app.add_subcommand("brief", "The ledger told as a situation report");
  add_view(*command, *options);
  add_filter(*command, *options);
  examples(*command, "  herald brief --from 2015-11-09 --to 2015-11-15 --place Aleppo\n  herald brief --format html > brief.html");
  command->callback([&work, options] { work = [options] { return brief_view(*options); }; });
  for (const View& view : kViews) {
    options = std::make_shared<LedgerOptions>();
    command = app.add_subcommand(view.name, view.help);
    add_view(*command, *options);
    if (view.filtered) add_filter(*command, *options);
    examples(*command, "  herald " + std::string(view.name) + " --format csv");
    command->callback([&work, &view, options] { work = [&view, options] { return show(view, *options); }; });
  }
}

}  // namespace herald::cli
