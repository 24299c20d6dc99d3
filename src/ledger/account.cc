#include "ledger/account.h"

#include <algorithm>
#include <map>
#include <set>

#include "ledger/control.h"
#include "ledger/events.h"
#include "ledger/reckoning.h"
#include "ledger/versions.h"
#include "ledger/voices.h"

namespace herald::ledger {
namespace {

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

Reckoning facts_and_voices(std::vector<LedgerReport> standing, const std::vector<Decision>& in_force, std::optional<Syndication> copies) {
  Reckoning out;
  Account& account = out.account;
  account.reports = std::move(standing);
  const std::set<std::string> rejected = apply_to_claims(account.reports, in_force, account.notes);
  for (uint32_t r = 0; r < account.reports.size(); ++r) {
    for (uint32_t c = 0; c < account.reports[r].claims.size(); ++c) {
      ClaimRow row;
      row.id = account.reports[r].report.id + "#" + account.reports[r].claims[c].id;
      row.report = r;
      row.claim = c;
      row.rejected = account.reports[r].retracted || rejected.contains(row.id);
      account.claims.push_back(std::move(row));
    }
  }
  out.copies = copies ? std::move(*copies) : find_copies(account.reports);
  name_voices(account, out.copies);
  out.facts = facts_of(account);
  return out;
}

void link_facts(Reckoning& reckoning, const std::vector<Decision>& in_force) {
  reckoning.linked = link(reckoning.facts, verdicts_of(in_force, reckoning.account, reckoning.facts));
}

Reckoning reckon_all(std::vector<LedgerReport> reports, const std::vector<Decision>& decisions, const Options& options) {
  std::vector<Decision> in_force = in_order(decisions);
  if (options.as_of) std::erase_if(in_force, [&](const Decision& d) { return d.when.utc > options.as_of->utc; });
  std::vector<std::string> superseded;
  std::vector<LedgerReport> stand = standing(std::move(reports), options, superseded);
  Reckoning out = facts_and_voices(std::move(stand), in_force);
  link_facts(out, in_force);
  Account& account = out.account;
  account.superseded = std::move(superseded);
  account.syndication = std::move(out.copies.groups);
  make_events(account, out.facts, out.linked, in_force);
  account.totals = period_tallies(account, out.facts, out.linked);
  out.grounds = grounds_of(account, out.facts, place_refs(out.facts));
  account.control = control_of(out.grounds);
  dispute_ground(account.events, disputes_of(account.control));
  account.voices = voice_rows(account);
  return out;
}

Account reconcile(std::vector<LedgerReport> reports, const std::vector<Decision>& decisions, const Options& options) {
  return reckon_all(std::move(reports), decisions, options).account;
}

}  // namespace herald::ledger
