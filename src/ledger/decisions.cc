#include "ledger/decisions.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "base/text.h"
#include "ledger/account.h"
#include "ledger/fields.h"

namespace herald::ledger {
namespace {

constexpr std::array<std::pair<Action, std::string_view>, 7> kActions{{{Action::add, "add"},
                                                                       {Action::accept, "accept"},
                                                                       {Action::reject, "reject"},
                                                                       {Action::correct, "correct"},
                                                                       {Action::merge, "merge"},
                                                                       {Action::split, "split"},
                                                                       {Action::pin, "pin"}}};

constexpr const char* kAddedRule = "added by a person";

// What is wrong; empty where the claim was added.
std::string add(std::vector<LedgerReport>& reports, const Decision& d) {
  const size_t hash = d.target.rfind('#');
  const auto report =
      std::find_if(reports.begin(), reports.end(), [&](const LedgerReport& r) { return r.report.id == d.target.substr(0, hash); });
  if (hash == std::string::npos || report == reports.end()) return "no report " + d.target.substr(0, hash);
  Claim claim;
  claim.id = d.target.substr(hash + 1);
  if (std::any_of(report->claims.begin(), report->claims.end(), [&](const Claim& c) { return c.id == claim.id; })) return {};
  const auto words = base::find_words(report->report.text, d.other);
  if (!words) return "the report does not say: " + d.other;
  claim.trigger = *words;
  claim.evidence = {*words};
  claim.incident = claim.id;
  claim.confidence = 1;
  claim.rule = kAddedRule;
  for (uint32_t s = 0; s < report->sentences.size(); ++s)
    if (report->sentences[s].begin <= words->begin) claim.sentence = s;
  bool typed = false;
  for (const std::string_view line : base::split(d.value, '\n')) {
    const size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    if (!set_field(claim, line.substr(0, equals), std::string(line.substr(equals + 1)))) return "cannot set " + std::string(line);
    typed = typed || line.starts_with("type=");
  }
  if (!typed) return "a claim needs a type";
  if (claim.type == ClaimType::casualties && !claim.harm) return "casualties need a harm";
  if (claim.type == ClaimType::control && !claim.state) return "control needs a state";
  report->claims.push_back(std::move(claim));
  return {};
}

}  // namespace

std::string_view name_of(Action action) {
  for (const auto& [value, name] : kActions) {
    if (value == action) return name;
  }
  return {};
}

std::optional<Action> parse_action(std::string_view name) {
  for (const auto& [value, known] : kActions) {
    if (known == name) return value;
  }
  return std::nullopt;
}

Decision addition(const std::string& report, const std::string& words, const std::vector<std::string>& fields) {
  Decision out;
  out.action = Action::add;
  out.other = base::squeeze(words);
  out.value = base::join(fields, "\n");
  out.target = report + "#" + base::short_hash("added\n" + out.other + "\n" + out.value, 10);
  return out;
}

std::vector<Decision> in_order(std::vector<Decision> decisions) {
  const auto key = [](const Decision& d) { return std::tie(d.when.utc, d.who, d.action, d.target, d.other, d.field, d.value, d.why); };
  std::sort(decisions.begin(), decisions.end(), [&](const Decision& a, const Decision& b) { return key(a) < key(b); });
  return decisions;
}

std::set<std::string> apply_to_claims(std::vector<LedgerReport>& reports, const std::vector<Decision>& decisions,
                                      std::vector<std::string>& notes) {
  for (const Decision& d : decisions) {
    if (d.action != Action::add) continue;
    if (const std::string wrong = add(reports, d); !wrong.empty()) notes.push_back("add by " + d.who + ": " + wrong);
  }
  std::map<std::string, Claim*> claims;
  for (LedgerReport& report : reports) {
    for (Claim& claim : report.claims) claims[report.report.id + "#" + claim.id] = &claim;
  }
  std::set<std::string> rejected;
  std::map<std::pair<std::string, std::string>, const Decision*> last;  // by claim and field; acceptance and rejection are the field ""
  for (const Decision& d : decisions) {
    if (d.action != Action::accept && d.action != Action::reject && d.action != Action::correct) continue;
    const auto found = claims.find(d.target);
    if (found == claims.end()) {
      notes.push_back(std::string(name_of(d.action)) + " by " + d.who + ": no claim " + d.target);
      continue;
    }
    const Decision*& before = last[{d.target, d.action == Action::correct ? d.field : std::string()}];
    if (before && before->who != d.who && (before->action != d.action || before->value != d.value)) {
      notes.push_back(before->who + " and " + d.who + " decided otherwise on " + d.target + (d.field.empty() ? "" : " " + d.field) +
                      "; the later one, " + d.who + ", stands");
    }
    before = &d;
    if (d.action == Action::reject) {
      rejected.insert(d.target);
    } else if (d.action == Action::accept) {
      rejected.erase(d.target);
    } else if (!set_field(*found->second, d.field, d.value)) {
      notes.push_back("correct by " + d.who + ": cannot set " + d.field + " of " + d.target + " to " + d.value);
    }
  }
  return rejected;
}

}  // namespace herald::ledger
