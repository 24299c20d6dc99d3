#include "cli/why_not.h"

#include <filesystem>
#include <iostream>

#include "base/files.h"
#include "base/text.h"
#include "brief/phrase.h"
#include "cli/command.h"
#include "herald/names.h"
#include "ledger/postgresql.h"
#include "pipeline/run.h"

namespace herald::cli {

int tell_why_not(const std::string& sentence, const LedgerOptions& options) {
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  auto resources = pipeline::Resources::load(*data);
  if (!resources) return fail(resources.error());
  Report report;
  report.language = "en";
  report.text = base::squeeze(sentence);
  Span within{0, static_cast<uint32_t>(report.text.size())};
  bool known = false;
  if (ledger::is_postgresql(options.ledger) || std::filesystem::exists(options.ledger)) {
    const auto ledger = open_existing(options.ledger);
    if (!ledger) return fail(ledger.error());
    const auto reports = ledger->reports();
    if (!reports) return fail(reports.error());
    for (const ledger::LedgerReport& r : *reports) {
      const auto at = base::find_words(r.report.text, sentence);
      if (!at) continue;
      report = r.report;
      within = *at;
      known = true;
      break;
    }
  }
  if (!known) resources->learned = {};  // a sentence alone is no report to judge
  std::cout << (known ? "in " + report.id + ": " + brief::source_words(report) : std::string("by itself")) << '\n';
  language::Workspace workspace;
  const CodedReport coded = pipeline::code(report, *resources, workspace);
  for (const Claim& c : coded.claims)
    if (c.trigger.overlaps(within))
      std::cout << "coded      \"" << c.trigger.in(report.text) << "\"  " << c.rule << ": " << brief::claim_words(c) << '\n';
  const auto left = pipeline::why_not(report, within, *resources, workspace);
  for (const claim::NotCoded& n : left) {
    std::cout << "not coded  \"" << n.trigger.in(report.text) << "\"  " << n.rule->name << ", left at " << n.step << '\n';
    for (const std::string& lack : n.lacks) std::cout << "             " << lack << '\n';
  }
  if (left.empty()) std::cout << "no other word of it is a trigger of the codebook\n";
  return kOk;
}

}  // namespace herald::cli
