#include "brief/history.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "brief/phrase.h"
#include "herald/names.h"

namespace herald::brief {
namespace {

using ledger::Decision;
using ledger::LedgerReport;

std::optional<Moment> version(const Report& r) {
  return r.updated ? r.updated : r.published;
}

// The reports that tell of the event, with every other version of them.
std::vector<LedgerReport> telling(const std::vector<LedgerReport>& all, const ledger::Account& now, const Event& event) {
  std::set<std::string> ids;
  std::set<std::pair<std::string, std::string>> addresses;
  for (const std::string& claim : event.claims) {
    const Report& r = now.reports[now.find(claim)->report].report;
    ids.insert(r.id);
    if (!r.url.empty()) addresses.emplace(r.url, r.outlet);
  }
  std::vector<LedgerReport> out;
  for (const LedgerReport& r : all)
    if (ids.contains(r.report.id) || addresses.contains({r.report.url, r.report.outlet})) out.push_back(r);
  return out;
}

// The event that most of these claims stand in; nullptr where none does.
const Event* same_event(const ledger::Account& account, const std::set<std::string>& claims) {
  const Event* best = nullptr;
  int64_t most = 0;
  for (const Event& e : account.events) {
    const auto shared = std::count_if(e.claims.begin(), e.claims.end(), [&](const std::string& c) { return claims.contains(c); });
    if (shared > most) {
      most = shared;
      best = &e;
    }
  }
  return best;
}

// What of an event is followed, in words.
std::vector<std::pair<std::string, std::string>> state_of(const Event* e) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const Harm harm : {Harm::killed, Harm::wounded, Harm::missing, Harm::captured, Harm::abducted, Harm::displaced}) {
    std::string words;
    if (e)
      for (const HarmTally& t : e->tally)
        if (t.harm == harm) words = bounds_words(t.whole);
    out.emplace_back(name_of(harm), words);
  }
  out.emplace_back("kind", e ? e->kind : "");
  out.emplace_back("day", e && e->date ? date_words(e->date) : "");
  out.emplace_back("place", e && e->place ? place_words(e->place) : "");
  std::vector<std::string> parties;
  if (e)
    for (const EventParty& p : e->parties) parties.push_back(p.name + " (" + std::string(name_of(p.role)) + ")");
  out.emplace_back("parties", base::join(parties, "; "));
  out.emplace_back("grade", e ? std::string(name_of(e->grade)) : "");
  return out;
}

}  // namespace

std::vector<Step> history(const std::vector<LedgerReport>& all, const std::vector<Decision>& decisions, const ledger::Account& now,
                          const Event& event) {
  const std::vector<LedgerReport> reports = telling(all, now, event);
  const std::set<std::string> claims(event.claims.begin(), event.claims.end());
  std::vector<Decision> own;
  for (const Decision& d : ledger::in_order(decisions))
    if (claims.contains(d.target) || claims.contains(d.other)) own.push_back(d);

  std::map<std::chrono::sys_seconds, Step> by_time;
  Step undated;
  for (const LedgerReport& r : reports) {
    const auto when = version(r.report);
    Step& step = when ? by_time[when->utc] : undated;
    if (!step.when) step.when = when;
    std::string told = r.report.id;
    if (!r.report.outlet.empty()) told += " (" + r.report.outlet + ")";
    if (!r.report.headline.empty()) told += ": " + base::squeeze(r.report.headline);
    step.by.push_back(std::move(told));
  }
  for (const Decision& d : own) {
    Step& step = by_time[d.when.utc];
    if (!step.when) step.when = d.when;
    step.by.push_back(std::string(ledger::name_of(d.action)) + " by " + d.who + ": " + d.why);
  }

  std::vector<Step> out;
  for (auto& [when, step] : by_time) out.push_back(std::move(step));
  if (!undated.by.empty()) out.push_back(std::move(undated));
  auto before = state_of(nullptr);
  for (Step& step : out) {
    std::sort(step.by.begin(), step.by.end());
    const ledger::Account then = ledger::reconcile(reports, own, {step.when});
    auto after = state_of(same_event(then, claims));
    for (size_t i = 0; i < after.size(); ++i)
      if (after[i].second != before[i].second) step.changes.push_back({after[i].first, before[i].second, after[i].second});
    before = std::move(after);
  }
  return out;
}

Grid history_table(const std::vector<Step>& steps) {
  Grid out{{"when", "what", "before", "after", "by"}, {}};
  for (const Step& step : steps) {
    const std::string when = step.when ? to_iso(*step.when) : "unknown";
    const std::string by = base::join(step.by, "; ");
    for (const Change& c : step.changes) out.rows.push_back({when, c.what, c.before, c.after, by});
    if (step.changes.empty()) out.rows.push_back({when, "nothing", "", "", by});
  }
  return out;
}

}  // namespace herald::brief
