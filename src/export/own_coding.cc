#include "export/own_coding.h"

#include <algorithm>
#include <map>

#include "base/csv.h"
#include "base/text.h"
#include "ledger/fields.h"

namespace herald::exports {
namespace {

Error wrong(std::string what, uint64_t line, std::string hint = {}) {
  return {.what = std::move(what), .origin = {}, .offset = {}, .line = line, .hint = std::move(hint)};
}

// Fields of the report itself; false where the column is none of them.
bool set_report(Report& report, const std::string& column, const std::string& value) {
  if (column == "text")
    report.text = value;
  else if (column == "headline")
    report.headline = value;
  else if (column == "outlet")
    report.outlet = value;
  else if (column == "dateline")
    report.dateline = value;
  else if (column == "published")
    report.published = parse_moment(value);
  else
    return false;
  return true;
}

bool known(const std::string& column) {
  const auto fields = ledger::field_names();
  Report none;
  return column == "report" || column == "words" || set_report(none, column, "") ||
         std::find(fields.begin(), fields.end(), column) != fields.end();
}

}  // namespace

Result<OwnCoding> read_own_coding(std::string_view csv) {
  const auto table = base::parse_csv(csv);
  if (!table) return table.error();
  OwnCoding out;
  const std::string hint = "columns are report, words, text, headline, outlet, dateline, published, " +
                           base::join({ledger::field_names().begin(), ledger::field_names().end()}, ", ");
  for (const std::string& column : table->columns) {
    if (!known(column)) return wrong("no such column: " + column, 1, hint);
    const auto fields = ledger::field_names();
    if (std::find(fields.begin(), fields.end(), column) != fields.end() && column != "type") out.fields.push_back(column);
  }
  const auto id = table->column("report");
  if (!id || !table->column("type")) return wrong("a coding needs the columns report and type", 1, hint);
  std::map<std::string, size_t> index;
  for (const auto& row : table->rows) {
    const auto [at, fresh] = index.emplace(row.cells[*id], out.reports.size());
    if (fresh) {
      out.reports.emplace_back().coded.report.id = row.cells[*id];
      out.reports.back().coded.report.language = "en";
    }
    OwnReport& report = out.reports[at->second];
    Claim claim;
    claim.id = "line " + std::to_string(row.line);
    std::string words;
    for (size_t c = 0; c < row.cells.size(); ++c) {
      const std::string& column = table->columns[c];
      const std::string value(base::trim(row.cells[c]));
      if (value.empty() || column == "report") continue;
      if (column == "published" && !parse_moment(value)) return wrong("published is no time: " + value, row.line);
      if (column == "words")
        words = value;
      else if (!set_report(report.coded.report, column, value) && !ledger::set_field(claim, column, value))
        return wrong(column + " cannot be: " + value, row.line);
    }
    if (row.cells[*table->column("type")].empty()) continue;
    report.coded.claims.push_back(std::move(claim));
    report.words.push_back(std::move(words));
  }
  return out;
}

std::vector<std::string> find_own_words(OwnReport& report) {
  std::vector<std::string> lost;
  for (size_t i = 0; i < report.words.size(); ++i) {
    if (report.words[i].empty()) continue;
    if (const auto at = base::find_words(report.coded.report.text, report.words[i])) {
      report.coded.claims[i].trigger = *at;
      report.coded.claims[i].evidence = {*at};
    } else {
      lost.push_back(report.words[i]);
    }
  }
  return lost;
}

}  // namespace herald::exports
