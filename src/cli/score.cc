// herald score FILE: Herald beside a person's own coding of the same reports.
#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/text.h"
#include "brief/phrase.h"
#include "cli/command.h"
#include "cli/lit.h"
#include "cli/terminal.h"
#include "export/agreement.h"
#include "export/contract_json.h"
#include "export/own_coding.h"
#include "export/table.h"
#include "herald/names.h"
#include "ledger/fields.h"
#include "pipeline/run.h"

namespace herald::cli {
namespace {

using Json = nlohmann::ordered_json;

struct ScoreOptions {
  std::string file;
  std::vector<std::string> reports;  // inputs that hold the texts
  bool json = false;
};

struct Count {
  uint32_t own = 0, herald = 0, matched = 0;
};

std::string share(double part, double whole) {
  if (whole == 0) return {};
  std::array<char, 16> out{};
  std::snprintf(out.data(), out.size(), "%.2f", part / whole);
  return out.data();
}

// JSON lines in the contract's form, or CSV.
Result<exports::OwnCoding> read_coding(const std::string& path) {
  const auto bytes = base::read_file(path);
  if (!bytes) return bytes.error();
  const auto located = [&](Error error, std::optional<uint64_t> line) {
    error.origin = path;
    if (line) error.line = line;
    return error;
  };
  if (!base::trim(*bytes).starts_with('{')) {
    auto coding = exports::read_own_coding(*bytes);
    if (!coding) return located(coding.error(), {});
    return coding;
  }
  exports::OwnCoding out;
  for (const std::string_view field : ledger::field_names()) out.fields.emplace_back(field);
  uint64_t number = 0;
  for (const std::string_view line : base::split(*bytes, '\n')) {
    ++number;
    if (base::trim(line).empty()) continue;
    auto coded = exports::from_json_line(line);
    if (!coded) return located(coded.error(), number);
    out.reports.push_back({std::move(*coded), {}});
  }
  return out;
}

// Texts of reports by id, from the inputs that hold them.
Status add_texts(const std::vector<std::string>& inputs, exports::OwnCoding& coding) {
  std::map<std::string, Report*> open;
  for (exports::OwnReport& r : coding.reports)
    if (r.coded.report.text.empty()) open[r.coded.report.id] = &r.coded.report;
  for (const std::string& input : inputs)
    intake::read_input(input, [&](Result<Report> report) {
      if (!report) {
        fail(report.error());
        return;
      }
      const auto found = open.find(report->id);
      if (found == open.end()) return;
      *found->second = std::move(*report);
      open.erase(found);
    });
  if (open.empty()) return Done{};
  return Error{.what = "no text of report " + open.begin()->first,
               .origin = {},
               .offset = {},
               .line = {},
               .hint = "give the coding a column text, or name the input that has it with --reports"};
}

class Scorer {
 public:
  Scorer(const pipeline::Resources& resources, bool json) : resources_(resources), json_(json), colour_(wants_colour(stdout)) {}

  void add(exports::OwnReport& own, const std::vector<std::string>& fields) {
    for (const std::string& words : exports::find_own_words(own))
      std::cerr << own.coded.report.id << ": not in its text: " << words << '\n';
    Report report = own.coded.report;
    report.language = "en";
    const CodedReport herald = pipeline::code(std::move(report), resources_, workspace_);
    const exports::Agreement agreed = exports::compare(own.coded.claims, herald.claims, herald.sentences, fields);
    for (const Claim& c : own.coded.claims) ++counts_[c.type].own;
    for (const Claim& c : herald.claims) ++counts_[c.type].herald;
    for (const auto& p : agreed.matched) ++counts_[p.own->type].matched;
    exports::count_fields(agreed, fields, fields_);
    json_ ? print_json(own.coded, agreed) : print_text(own.coded, herald, agreed);
  }

  void finish() const {
    if (json_) {
      Json types = Json::object();
      for (const auto& [type, n] : counts_)
        types[std::string(name_of(type))] = Json{{"own", n.own}, {"herald", n.herald}, {"matched", n.matched}};
      Json fields = Json::object();
      for (const auto& f : fields_) fields[f.field] = Json{{"agree", f.agree}, {"of", f.of}};
      std::cout << exports::line_of(Json{{"summary", Json{{"claims", types}, {"fields", fields}}}}) << '\n';
      return;
    }
    exports::Table claims{{"claims", "yours", "Herald's", "matched", "precision", "recall", "F1"}, {}};
    Count all;
    const auto row = [&](const std::string& name, const Count& n) {
      claims.rows.push_back({name, std::to_string(n.own), std::to_string(n.herald), std::to_string(n.matched), share(n.matched, n.herald),
                             share(n.matched, n.own), share(2.0 * n.matched, n.own + n.herald)});
    };
    for (const auto& [type, n] : counts_) {
      row(std::string(name_of(type)), n);
      all = {all.own + n.own, all.herald + n.herald, all.matched + n.matched};
    }
    row("all", all);
    exports::Table fields{{"field of matched claims", "yours", "the same", "share"}, {}};
    for (const auto& f : fields_)
      if (f.of > 0) fields.rows.push_back({f.field, std::to_string(f.of), std::to_string(f.agree), share(f.agree, f.of)});
    std::cout << exports::to_text(claims, width_of(stdout)) << '\n' << exports::to_text(fields, width_of(stdout));
  }

 private:
  void print_text(const CodedReport& own, const CodedReport& herald, const exports::Agreement& agreed) const {
    const bool same = agreed.missed.empty() && agreed.extra.empty() &&
                      std::all_of(agreed.matched.begin(), agreed.matched.end(), [](const auto& p) { return p.differs.empty(); });
    if (same) return;
    std::cout << painted(own.report.id + ": " + brief::source_words(own.report), Colour::dim, colour_) << '\n';
    const auto line = [&](const char* what, Colour colour, const CodedReport& coded, const Claim& c) {
      std::cout << "  " << painted(what, colour, colour_) << "  " << brief::claim_words(c) << '\n';
      if (!c.evidence.empty()) std::cout << "           " << lit_words(coded.report.text, sentence_of(herald, c), c, colour_) << '\n';
    };
    for (const auto& p : agreed.matched) {
      if (p.differs.empty()) continue;
      line("differs", Colour::yellow, herald, *p.herald);
      for (const auto& d : p.differs) std::cout << "           " << d.field << ": " << d.herald << ", yours " << d.reference << '\n';
    }
    for (const Claim* c : agreed.missed) line("missed ", Colour::red, own, *c);
    for (const Claim* c : agreed.extra) line("extra  ", Colour::blue, herald, *c);
    std::cout << '\n';
  }

  // The sentence that a claim's words stand in.
  static Span sentence_of(const CodedReport& coded, const Claim& c) {
    const Span at = c.trigger.empty() ? c.evidence.front() : c.trigger;
    for (const Span& s : coded.sentences)
      if (s.overlaps(at)) return cover(s, at);
    return at;
  }

  static void print_json(const CodedReport& own, const exports::Agreement& agreed) {
    const base::CodePointIndex index(own.report.text);
    Json out{{"report", own.report.id}, {"matched", Json::array()}, {"missed", Json::array()}, {"extra", Json::array()}};
    for (const auto& p : agreed.matched) {
      Json differs = Json::object();
      for (const auto& d : p.differs) differs[d.field] = Json{{"own", d.reference}, {"herald", d.herald}};
      out["matched"].push_back(
          Json{{"own", exports::claim_json(*p.own, index)}, {"herald", exports::claim_json(*p.herald, index)}, {"differs", differs}});
    }
    for (const Claim* c : agreed.missed) out["missed"].push_back(exports::claim_json(*c, index));
    for (const Claim* c : agreed.extra) out["extra"].push_back(exports::claim_json(*c, index));
    std::cout << exports::line_of(out) << '\n';
  }

  const pipeline::Resources& resources_;
  bool json_;
  bool colour_;
  language::Workspace workspace_;
  std::map<ClaimType, Count> counts_;
  std::vector<exports::FieldCount> fields_;
};

int score(const ScoreOptions& options) {
  auto coding = read_coding(options.file);
  if (!coding) return fail(coding.error());
  if (const Status s = add_texts(options.reports, *coding); !s) return fail(s.error());
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  const auto resources = pipeline::Resources::load(*data);
  if (!resources) return fail(resources.error());
  Scorer scorer(*resources, options.json);
  Progress progress;
  uint64_t done = 0;
  for (exports::OwnReport& report : coding->reports) {
    progress.clear();
    scorer.add(report, coding->fields);
    progress.show(++done, "reports");
  }
  progress.clear();
  scorer.finish();
  return kOk;
}

}  // namespace

void add_score(CLI::App& app, Work& work) {
  auto options = std::make_shared<ScoreOptions>();
  CLI::App* command = app.add_subcommand("score", "Herald beside your own coding: what it matched, missed, has more, and has otherwise");
  command->add_option("FILE", options->file, "Your coding: CSV, one row a claim, or JSON lines in the form of read --json")->required();
  command->add_option("--reports", options->reports, "Inputs with the reports' texts, where FILE has only their ids")->type_name("INPUT");
  command->add_flag("--json", options->json, "One JSON object a report, and a summary");
  examples(*command, "  herald score coded.csv --reports wire.jsonl\n  herald score gold.jsonl --json");
  command->callback([&work, options] { work = [options] { return score(*options); }; });
}

}  // namespace herald::cli
