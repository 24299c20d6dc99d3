#include "ledger/grade.h"

#include <algorithm>
#include <map>
#include <set>

namespace herald::ledger {

Graded grade_of(const Account& account, const std::vector<Fact>& facts, const std::vector<uint32_t>& members, const Tallied& tallied) {
  Graded out;
  std::map<std::string, EventVoice> voices;
  std::set<std::string> outlets;
  std::set<std::string> named;                          // keys of voices that say it happened
  std::map<uint32_t, std::set<std::string>> reporters;  // report -> keys of its reporter's own voice
  std::set<uint32_t> reports_with_named;
  bool affirmed = false;
  bool denied = false;
  for (const uint32_t m : members) {
    const Fact& fact = facts[m];
    const ClaimRow& row = account.claims[fact.row];
    const Report& report = account.reports[fact.report].report;
    EventVoice& voice = voices[fact.voice];
    if (voice.name.empty()) {
      voice.name = row.voice;
      voice.ref = row.voice_ref;
      voice.reporter = row.reporter;
    }
    if (report.published && (!voice.said || voice.said->utc < report.published->utc)) voice.said = report.published;
    voice.claims.push_back(row.id);
    outlets.insert(report.outlet.empty() ? "report:" + report.id : report.outlet);
    if (fact.claim->modality == Modality::denied) {
      voice.denies = true;
      denied = true;
      continue;
    }
    affirmed = true;
    if (row.reporter) {
      reporters[fact.report].insert(fact.voice);
    } else {
      named.insert(fact.voice);
      reports_with_named.insert(fact.report);
    }
  }
  for (const auto& [harm, stated] : tallied.stated) voices[stated.voice].figures.push_back({harm, stated.low, stated.high});

  // A reporter who quotes somebody on an event retells it: an origin of its own only where it names none.
  std::set<std::string> origins = named;
  for (const auto& [report, keys] : reporters) {
    if (!reports_with_named.contains(report)) origins.insert(keys.begin(), keys.end());
  }
  out.origins = static_cast<uint32_t>(origins.size());
  out.outlets = static_cast<uint32_t>(outlets.size());

  if (denied) {
    out.grade = affirmed ? Grade::disputed : Grade::denied;
  } else if (!tallied.contradictions.empty()) {
    out.grade = Grade::disputed;
  } else {
    out.grade = out.origins > 1 ? Grade::corroborated : Grade::single;
  }
  for (auto& [key, voice] : voices) {
    std::sort(voice.claims.begin(), voice.claims.end());
    out.voices.push_back(std::move(voice));
  }
  std::stable_sort(out.voices.begin(), out.voices.end(),
                   [](const EventVoice& a, const EventVoice& b) { return std::tie(a.name, a.ref) < std::tie(b.name, b.ref); });
  return out;
}

}  // namespace herald::ledger
