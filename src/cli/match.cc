// herald match FILE: the ledger's events beside those that UCDP or ACLED coded by hand.
#include "export/match.h"

#include <array>
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "base/files.h"
#include "brief/phrase.h"
#include "cli/command.h"
#include "cli/ledger_options.h"
#include "export/contract_json.h"
#include "export/ledger_json.h"

namespace herald::cli {
namespace {

using Json = nlohmann::ordered_json;

struct MatchOptions {
  LedgerOptions ledger;
  std::string file;
};

std::string two_digits(double value) {
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%.2f", value);
  return out.data();
}

std::string days_of(const exports::ReferenceEvent& row) {
  if (!row.first) return {};
  return to_iso(*row.first) + (row.last && *row.last != *row.first ? "/" + to_iso(*row.last) : "");
}

std::string told(const std::vector<exports::Difference>& differs) {
  std::string out;
  for (const auto& d : differs) out += (out.empty() ? "" : "; ") + d.field + ": " + d.herald + ", not " + d.reference;
  return out;
}

brief::Grid grid_of(const exports::Matching& matching) {
  brief::Grid out{{"status", "row", "event", "likeness", "date", "place", "killed", "differs"}, {}};
  const auto count = [](std::optional<int64_t> n) { return n ? std::to_string(*n) : std::string(); };
  for (const auto& p : matching.matched)
    out.rows.push_back({p.differs.empty() ? "matched" : "differs", p.row->id, p.event->event->id, two_digits(p.score), days_of(*p.row),
                        p.row->place, count(p.row->best), told(p.differs)});
  for (const auto* row : matching.missed) out.rows.push_back({"missed", row->id, "", "", days_of(*row), row->place, count(row->best), ""});
  for (const auto* r : matching.extra)
    out.rows.push_back({"extra", "", r->event->id, "", brief::date_words(r->event->date), brief::place_words(r->event->place),
                        brief::bounds_words(r->killed), ""});
  return out;
}

Json row_json(const exports::ReferenceEvent& row) {
  const auto count = [](std::optional<int64_t> n) { return n ? Json(*n) : Json(nullptr); };
  return Json{{"id", row.id},
              {"line", row.line},
              {"date", exports::text_or_null(days_of(row))},
              {"place", exports::text_or_null(row.place)},
              {"sides", row.sides},
              {"type", exports::text_or_null(row.type)},
              {"low", count(row.low)},
              {"best", count(row.best)},
              {"high", count(row.high)}};
}

std::vector<Json> objects_of(const exports::Matching& matching) {
  std::vector<Json> out;
  for (const auto& p : matching.matched) {
    Json differs = Json::object();
    for (const auto& d : p.differs) differs[d.field] = Json{{"herald", d.herald}, {"reference", d.reference}};
    out.push_back(Json{{"status", "matched"},
                       {"likeness", p.score},
                       {"differs", differs},
                       {"row", row_json(*p.row)},
                       {"event", exports::event_json(*p.event->event)}});
  }
  for (const auto* row : matching.missed) out.push_back(Json{{"status", "missed"}, {"row", row_json(*row)}});
  for (const auto* r : matching.extra) out.push_back(Json{{"status", "extra"}, {"event", exports::event_json(*r->event)}});
  return out;
}

int compare(const MatchOptions& options) {
  const auto bytes = base::read_file(options.file);
  if (!bytes) return fail(bytes.error());
  auto reference = exports::read_reference(*bytes);
  if (!reference) {
    Error error = reference.error();
    error.origin = options.file;
    return fail(error);
  }
  const auto account = account_of(options.ledger);
  if (!account) return fail(account.error());
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  const auto registry = actors::Registry::load(*data / "codebook");
  if (!registry) return fail(registry.error());
  const brief::Filter filter = options.ledger.filter();
  const auto records = exports::records_of(
      *account, [&](const Event& e) { return brief::matches(filter, e); }, *registry);
  const auto matching = exports::match(records, *reference, *registry);
  const auto differing = std::count_if(matching.matched.begin(), matching.matched.end(), [](const auto& p) { return !p.differs.empty(); });
  std::cerr << matching.matched.size() << " matched, " << differing << " of them with other values; " << matching.missed.size()
            << " missed, " << matching.extra.size() << " extra; " << matching.out_of_reach
            << " rows outside the ledger's days and countries\n";
  return print(options.ledger, grid_of(matching), [&] { return objects_of(matching); });
}

}  // namespace

void add_match(CLI::App& app, Work& work) {
  auto options = std::make_shared<MatchOptions>();
  CLI::App* command = app.add_subcommand("match", "The events beside those of UCDP GED or ACLED: matched, missed, extra, differing");
  command->add_option("FILE", options->file, "CSV with GED's or ACLED's columns")->required();
  add_view(*command, options->ledger);
  add_filter(*command, options->ledger);
  examples(*command, "  herald match ged251.csv --ledger syria.gpkg --place Aleppo\n  herald match acled.csv --format json");
  command->callback([&work, options] { work = [options] { return compare(*options); }; });
}

}  // namespace herald::cli
