#include "ledger/voices.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"

namespace herald::ledger {
namespace {

std::string outlet_of(const Report& report) {
  if (!report.outlet.empty()) return report.outlet;
  if (!report.agencies.empty()) return base::join(report.agencies, ", ");
  return report.id;
}

// The reporter of a wire story is the agency's, whoever prints it.
std::string reporter_key(const Report& report) {
  const std::string& name = report.agencies.size() == 1 ? report.agencies.front() : report.outlet;
  return name.empty() ? "report:" + report.id : "reporter:" + base::fold(name);
}

std::string without_article(std::string_view folded) {
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (folded.size() > article.size() && folded.substr(0, article.size()) == article) return std::string(folded.substr(article.size()));
  }
  return std::string(folded);
}

}  // namespace

void name_voices(Account& account, const Syndication& copies) {
  for (ClaimRow& row : account.claims) {
    const Claim& claim = account.claim(row);
    const uint32_t at = claim.evidence.empty() ? claim.trigger.begin : claim.evidence.front().begin;
    const uint32_t origin = copies.origin(row.report, at);
    row.copied = origin != row.report;
    if (claim.source.empty()) {
      row.reporter = true;
      row.voice = outlet_of(account.reports[origin].report);
      row.voice_key = reporter_key(account.reports[origin].report);
      continue;
    }
    const Voice& voice = claim.source.back();
    row.voice = voice.name;
    row.voice_ref = voice.ref;
    row.voice_key = voice.ref.empty() ? "voice:" + without_article(base::fold(voice.name)) : voice.ref;
  }
}

std::vector<VoiceRow> voice_rows(const Account& account) {
  struct Gathered {
    VoiceRow row;
    std::set<uint32_t> reports;
    std::set<std::string> events;
    std::set<std::string> disputed;
    std::set<std::string> outlets;
  };
  std::map<std::string, const Event*> events;
  for (const Event& e : account.events) events[e.id] = &e;
  std::map<std::string, Gathered> voices;
  for (const ClaimRow& claim : account.claims) {
    if (claim.rejected) continue;
    const Report& report = account.reports[claim.report].report;
    Gathered& g = voices[claim.voice_key];
    if (g.row.name.empty()) {
      g.row.name = claim.voice;
      g.row.ref = claim.voice_ref;
      g.row.reporter = claim.reporter;
    }
    ++g.row.claims;
    g.reports.insert(claim.report);
    g.outlets.insert(outlet_of(report));
    if (!claim.event.empty()) {
      g.events.insert(claim.event);
      if (events.at(claim.event)->grade == Grade::disputed) g.disputed.insert(claim.event);
    }
    if (report.published) {
      if (!g.row.first || report.published->utc < g.row.first->utc) g.row.first = report.published;
      if (!g.row.last || report.published->utc > g.row.last->utc) g.row.last = report.published;
    }
  }
  std::vector<VoiceRow> out;
  for (auto& [key, g] : voices) {
    g.row.reports = static_cast<uint32_t>(g.reports.size());
    g.row.events = static_cast<uint32_t>(g.events.size());
    g.row.disputed = static_cast<uint32_t>(g.disputed.size());
    g.row.outlets.assign(g.outlets.begin(), g.outlets.end());
    out.push_back(std::move(g.row));
  }
  std::stable_sort(out.begin(), out.end(), [](const VoiceRow& a, const VoiceRow& b) {
    return std::pair(-static_cast<int64_t>(a.claims), a.name) < std::pair(-static_cast<int64_t>(b.claims), b.name);
  });
  return out;
}

}  // namespace herald::ledger
