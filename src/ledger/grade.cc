#include "ledger/grade.h"

#include <algorithm>
#include <map>
#include <set>

namespace herald::ledger {

namespace {

// What a claim bears witness to: violence and its harm are one matter, who holds the ground another, that it is fought for a third.
int matter_of(const Claim& claim) {
  if (claim.type == ClaimType::control) return claim.state == ControlState::contested ? 2 : 1;
  return claim.type == ClaimType::casualties || claim.type == ClaimType::violence ? 0 : 3;
}

// Voices that say a thing happened. A reporter who quotes somebody retells it, and counts only in reports that name nobody.
class Witnesses {
 public:
  void add(uint32_t report, const std::string& voice, bool reporter) {
    if (reporter) {
      reporters_[report].insert(voice);
    } else {
      named_.insert(voice);
      reports_with_named_.insert(report);
    }
  }
  [[nodiscard]] uint32_t count() const {
    std::set<std::string> out = named_;
    for (const auto& [report, voices] : reporters_) {
      if (!reports_with_named_.contains(report)) out.insert(voices.begin(), voices.end());
    }
    return static_cast<uint32_t>(out.size());
  }

 private:
  std::set<std::string> named_;
  std::set<uint32_t> reports_with_named_;
  std::map<uint32_t, std::set<std::string>> reporters_;
};

}  // namespace

Graded grade_of(const Account& account, const std::vector<Fact>& facts, const std::vector<uint32_t>& members, const Tallied& tallied) {
  Graded out;
  std::map<std::string, EventVoice> voices;
  std::set<std::string> outlets;
  Witnesses all;
  std::map<int, Witnesses> matters;
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
    all.add(fact.report, fact.voice, row.reporter);
    matters[matter_of(*fact.claim)].add(fact.report, fact.voice, row.reporter);
  }
  for (const auto& [harm, stated] : tallied.stated) voices[stated.voice].figures.push_back({harm, stated.low, stated.high});

  out.origins = all.count();
  out.outlets = static_cast<uint32_t>(outlets.size());

  if (denied) {
    out.grade = affirmed ? Grade::disputed : Grade::denied;
  } else if (!tallied.contradictions.empty()) {
    out.grade = Grade::disputed;
  } else {
    const bool agree = std::any_of(matters.begin(), matters.end(), [](const auto& m) { return m.second.count() > 1; });
    out.grade = agree ? Grade::corroborated : Grade::single;
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
