#include "ledger/account.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "base/text.h"
#include "ledger/control.h"
#include "ledger/events.h"
#include "ledger/link.h"
#include "ledger/syndication.h"
#include "ledger/voices.h"

namespace herald::ledger {
namespace {

std::optional<Moment> version(const Report& report) {
  return report.updated ? report.updated : report.published;
}

int64_t seconds(const std::optional<Moment>& m) {
  return m ? m->utc.time_since_epoch().count() : INT64_MIN;
}

bool stood(const Report& report, const Options& options) {
  if (!options.as_of) return true;
  const std::optional<Moment> v = version(report);
  return v && v->utc <= options.as_of->utc;
}

// Of the versions of one report (same id, or same address at the same outlet) the latest stands.
std::vector<LedgerReport> standing(std::vector<LedgerReport> reports, const Options& options, std::vector<std::string>& superseded) {
  std::erase_if(reports, [&](const LedgerReport& r) { return !stood(r.report, options); });
  std::vector<LedgerReport*> latest_first;
  for (LedgerReport& r : reports) latest_first.push_back(&r);
  std::sort(latest_first.begin(), latest_first.end(), [](const LedgerReport* a, const LedgerReport* b) {
    return std::pair(seconds(version(a->report)), std::string_view(a->key)) >
           std::pair(seconds(version(b->report)), std::string_view(b->key));
  });
  const auto name = [](const LedgerReport& r) {
    const std::optional<Moment> v = version(r.report);
    return r.report.id + (v ? " of " + to_iso(*v) : "");
  };
  std::unordered_map<std::string_view, const LedgerReport*> by_id;  // -> its latest version
  std::map<std::pair<std::string_view, std::string_view>, const LedgerReport*> by_url;
  std::vector<LedgerReport*> stand;
  for (LedgerReport* r : latest_first) {
    const Report& report = r->report;
    const auto id = by_id.find(report.id);
    const auto url = report.url.empty() ? by_url.end() : by_url.find({report.url, report.outlet});
    if (id != by_id.end() || url != by_url.end()) {
      const std::string latest = name(id != by_id.end() ? *id->second : *url->second);
      if (latest != name(*r)) superseded.push_back(name(*r) + " superseded by " + latest);
      continue;
    }
    by_id[report.id] = r;
    if (!report.url.empty()) by_url[{report.url, report.outlet}] = r;
    stand.push_back(r);
  }
  std::sort(superseded.begin(), superseded.end());
  std::sort(stand.begin(), stand.end(), [](const LedgerReport* a, const LedgerReport* b) {
    return std::pair(seconds(a->report.published), std::string_view(a->report.id)) <
           std::pair(seconds(b->report.published), std::string_view(b->report.id));
  });
  std::vector<LedgerReport> out;
  out.reserve(stand.size());
  for (LedgerReport* r : stand) out.push_back(std::move(*r));
  return out;
}

Verdicts verdicts_of(const std::vector<Decision>& decisions, const Account& account, const std::vector<Fact>& facts) {
  std::map<std::string, uint32_t> fact_of;
  for (uint32_t f = 0; f < facts.size(); ++f) fact_of[account.claims[facts[f].row].id] = f;
  // Of two decisions on one pair the later stands.
  std::map<std::pair<uint32_t, uint32_t>, Action> pairs;
  for (const Decision& d : decisions) {
    const auto a = fact_of.find(d.target);
    const auto b = fact_of.find(d.other);
    if ((d.action != Action::merge && d.action != Action::split) || a == fact_of.end() || b == fact_of.end()) continue;
    pairs[std::minmax(a->second, b->second)] = d.action;
  }
  Verdicts out;
  for (const auto& [pair, action] : pairs) (action == Action::merge ? out.together : out.apart).push_back(pair);
  return out;
}

}  // namespace

const Event* Account::event(const std::string& id) const {
  const auto found = std::find_if(events.begin(), events.end(), [&](const Event& e) { return e.id == id; });
  return found == events.end() ? nullptr : &*found;
}

const ClaimRow* Account::find(const std::string& claim_id) const {
  const auto found = std::find_if(claims.begin(), claims.end(), [&](const ClaimRow& c) { return c.id == claim_id; });
  return found == claims.end() ? nullptr : &*found;
}

Account reconcile(std::vector<LedgerReport> reports, const std::vector<Decision>& decisions, const Options& options) {
  Account account;
  std::vector<Decision> in_force = in_order(decisions);
  if (options.as_of) std::erase_if(in_force, [&](const Decision& d) { return d.when.utc > options.as_of->utc; });
  account.reports = standing(std::move(reports), options, account.superseded);
  const std::set<std::string> rejected = apply_to_claims(account.reports, in_force, account.notes);
  for (uint32_t r = 0; r < account.reports.size(); ++r) {
    for (uint32_t c = 0; c < account.reports[r].claims.size(); ++c) {
      ClaimRow row;
      row.id = account.reports[r].report.id + "#" + account.reports[r].claims[c].id;
      row.report = r;
      row.claim = c;
      row.rejected = rejected.contains(row.id);
      account.claims.push_back(std::move(row));
    }
  }
  Syndication copies = find_copies(account.reports);
  name_voices(account, copies);
  account.syndication = std::move(copies.groups);
  const std::vector<Fact> facts = facts_of(account);
  const Linked linked = link(facts, verdicts_of(in_force, account, facts));
  make_events(account, facts, linked, in_force);
  account.totals = period_tallies(account, facts, linked);
  account.control = control_of(account, facts);
  dispute_ground(account);
  account.voices = voice_rows(account);
  return account;
}

}  // namespace herald::ledger
