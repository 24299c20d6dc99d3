// herald explain CLAIM: which rule made a claim, on which words, by which path. herald explain --why-not is in why_not.cc.
#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

#include "base/files.h"
#include "base/text.h"
#include "brief/phrase.h"
#include "cli/command.h"
#include "cli/ledger_options.h"
#include "cli/terminal.h"
#include "cli/tree_path.h"
#include "cli/why_not.h"
#include "herald/names.h"
#include "pipeline/run.h"

namespace herald::cli {
namespace {

struct ExplainOptions {
  LedgerOptions ledger;
  std::string claim;
  std::string sentence;  // of --why-not
};

constexpr size_t kReasons = 6;  // features told of a claim, the heaviest

void line(const std::string& label, const std::string& text) {
  std::string padded = label;
  padded.resize(12, ' ');
  std::cout << "  " << padded << text << '\n';
}

// What is needed to tell of one claim.
struct Telling {
  const ledger::Account& account;
  const ledger::ClaimRow& row;
  const Claim& claim;
  const Report& report;
  const Analysis& analysis;
  const claim::Rule* rule;  // nullptr where the codebook of today has no such rule

  [[nodiscard]] std::string quoted(const Span& span) const { return "\"" + base::squeeze(span.in(report.text)) + "\""; }
  // The words and how the tree leads to them from the trigger.
  [[nodiscard]] std::string words(const Span& span) const {
    const std::string path = tree_path(report, analysis, claim.trigger, span);
    return quoted(span) + (path.empty() ? "" : "   " + path);
  }

  void party(const char* label, const std::optional<Party>& p, const std::string& more = {}) const {
    if (!p) return;
    std::string text = p->span ? words(*p->span) : "\"" + p->text + "\" (taken over)";
    if (!p->ref.empty()) text += "   " + p->name + " (" + p->ref + ")";
    line(label, text + more);
  }
};

void tell_rule(const Telling& t) {
  line("rule", t.claim.rule + (t.rule ? "" : " (not in the codebook of today)"));
  std::string trigger = t.quoted(t.claim.trigger);
  if (t.rule)
    for (const auto& [what, list] :
         {std::pair("verbs", &t.rule->verbs), std::pair("nouns", &t.rule->nouns), std::pair("adjectives", &t.rule->adjectives)})
      if (!list->empty()) trigger += std::string("   ") + what + ": " + base::join(*list, ", ");
  line("trigger", trigger);
}

void tell_roles(const Telling& t) {
  const Claim& c = t.claim;
  std::string groups;
  for (const std::string& g : c.groups) groups += ", " + g;
  t.party("victims", c.victims, "   " + std::string(name_of(c.party)) + groups);
  t.party("by", c.by);
  t.party("target", c.target);
  t.party("weapon", c.weapon);
  t.party("holder", c.holder);
  t.party("from", c.from);
  for (const Party& p : c.with) t.party("with", p);
  if (!c.within.empty()) line("part of", '#' + c.within);
}

void tell_when_and_where(const Telling& t) {
  const Claim& c = t.claim;
  if (c.date)
    line("date", brief::date_words(c.date) + ", to the " + std::string(name_of(c.date->precision)) +
                     (c.date->span ? "   " + t.words(*c.date->span) : "") + (c.date->inherited ? "   inherited" : ""));
  else
    line("date", "left open");
  if (!c.place) {
    line("place", "left open");
    return;
  }
  const Place& p = c.place->place;
  std::string text = brief::place_words(p) + ", " + std::string(name_of(p.method));
  if (!p.ref.empty()) text += ", " + p.ref;
  if (p.at) {
    std::array<char, 64> at{};
    std::snprintf(at.data(), at.size(), ", %.4f %.4f within %.0f km", p.at->lat, p.at->lon, p.radius_km);
    text += at.data();
  }
  if (c.place->span) text += "   " + t.words(*c.place->span);
  line("place", text);
  for (const PlaceAlternative& o : p.others) {
    std::array<char, 32> odds{};
    std::snprintf(odds.data(), odds.size(), ", odds %.2f", o.odds);
    line("", "or " + o.name + " (" + o.ref + ")" + odds.data());
  }
}

void tell_standing(const Telling& t) {
  const Claim& c = t.claim;
  std::string voice;
  for (const Voice& v : c.source) voice += (voice.empty() ? "" : ", by way of it ") + v.name + (v.span ? " " + t.quoted(*v.span) : "");
  line("voice", voice.empty() ? "the reporter's own" : voice);
  line("modality", std::string(name_of(c.modality)));
  std::array<char, 16> confidence{};
  std::snprintf(confidence.data(), confidence.size(), "%.2f", c.confidence);
  if (c.confidence > 0) line("confidence", confidence.data());
  if (!c.codes.acled.empty()) line("codes", "ACLED " + c.codes.acled + ", PLOVER " + c.codes.plover + ", CAMEO " + c.codes.cameo);
  for (const Span& s : c.also) line("said again", t.quoted(s));
  if (const Event* e = t.account.event(t.row.event))
    line("event", e->id + ": " + std::to_string(e->claims.size()) + " claims, " + std::string(name_of(e->grade)));
  if (t.row.copied) line("copied", "stands word for word in an earlier report; not counted again");
  if (t.account.reports[t.row.report].retracted) {
    line("retracted", "its source took the report back; does not count");
  } else if (t.row.rejected) {
    line("rejected", "by a person; does not count");
  }
}

void tell(const Telling& t) {
  std::cout << t.row.id << "  " << brief::claim_words(t.claim) << '\n';
  for (const Span& s : t.claim.evidence) line("words", t.quoted(s));
  line("report", brief::source_words(t.report) + (t.report.origin.empty() ? "" : ", " + t.report.origin));
  tell_rule(t);
  tell_roles(t);
  tell_when_and_where(t);
  tell_standing(t);
}

// What made the judge sure or unsure of it, as log odds.
void tell_reasons(const std::vector<std::pair<std::string, double>>& reasons) {
  std::string label = "judged by";
  for (const auto& [feature, weight] : reasons) {
    std::array<char, 16> odds{};
    std::snprintf(odds.data(), odds.size(), "%+.2f  ", weight);
    line(label, odds.data() + feature);
    label.clear();
  }
}

// By its whole id, or by the claim's own part where only one claim of the ledger has it.
Result<const ledger::ClaimRow*> find(const ledger::Account& account, const std::string& id) {
  if (const auto* row = account.find(id)) return row;
  const std::string own = '#' + id.substr(id.find('#') == 0 ? 1 : 0);
  const ledger::ClaimRow* found = nullptr;
  for (const auto& row : account.claims) {
    if (!row.id.ends_with(own)) continue;
    if (found)
      return Error{
          .what = "several claims have this id", .origin = id, .offset = {}, .line = {}, .hint = "write it with its report: " + found->id};
    found = &row;
  }
  if (found) return found;
  return Error{.what = "no such claim", .origin = id, .offset = {}, .line = {}, .hint = "herald claims lists them"};
}

int explain(const ExplainOptions& options) {
  if (!options.sentence.empty()) return tell_why_not(options.sentence, options.ledger);
  if (options.claim.empty()) {
    std::cerr << "herald explain: a CLAIM or --why-not SENTENCE is asked for\n";
    return kUsage;
  }
  const auto account = account_of(options.ledger);
  if (!account) return fail(account.error());
  const auto row = find(*account, options.claim);
  if (!row) return fail(row.error());
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  const auto resources = pipeline::Resources::load(*data);
  if (!resources) return fail(resources.error());
  const Report& report = account->reports[(*row)->report].report;
  const Claim& claim = account->claim(**row);
  language::Workspace workspace;
  const Analysis analysis = language::analyse(report, resources->language, workspace);
  tell({*account, **row, claim, report, analysis, resources->codebook.find(claim.rule)});
  for (const claim::Judged& j : pipeline::judged(report, *resources, workspace))
    if (j.claim.id == claim.id) tell_reasons(resources->learned.judge.reasons(claim.type, j.features, kReasons));
  return kOk;
}

}  // namespace

void add_explain(CLI::App& app, Work& work) {
  auto options = std::make_shared<ExplainOptions>();
  CLI::App* command = app.add_subcommand("explain", "Which rule made a claim, on which words, by which path");
  auto* claim = command->add_option("CLAIM", options->claim, "Its id, as herald claims shows it");
  auto* why_not = command->add_option("--why-not", options->sentence, "What each candidate in this sentence that was not coded lacked")
                      ->type_name("SENTENCE")
                      ->excludes(claim);
  claim->excludes(why_not);
  add_ledger(*command, options->ledger);
  examples(
      *command,
      "  herald explain AFP_1#9f2c41d07a\n  herald explain 9f2c41d07a\n  herald explain --why-not 'The rebels vowed to take the town.'");
  command->callback([&work, options] { work = [options] { return explain(*options); }; });
}

}  // namespace herald::cli
