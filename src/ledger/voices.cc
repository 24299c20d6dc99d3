#include "ledger/voices.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "base/text.h"

namespace herald::ledger {

std::string outlet_of(const Report& report) {
  if (!report.outlet.empty()) return report.outlet;
  if (!report.agencies.empty()) return base::join(report.agencies, ", ");
  return report.id;
}

namespace {

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
  std::unordered_map<std::string_view, uint32_t> events;
  for (uint32_t e = 0; e < account.events.size(); ++e) events[account.events[e].id] = e;
  std::map<std::string_view, std::vector<const ClaimRow*>> said;
  for (const ClaimRow& claim : account.claims) {
    if (!claim.rejected) said[claim.voice_key].push_back(&claim);
  }
  std::vector<VoiceRow> out;
  for (const auto& [key, claims] : said) {
    VoiceRow row;
    row.key = key;
    row.name = claims.front()->voice;
    row.ref = claims.front()->voice_ref;
    row.reporter = claims.front()->reporter;
    row.claims = static_cast<uint32_t>(claims.size());
    std::vector<uint32_t> told;
    std::set<std::string> outlets;
    const LedgerReport* last_report = nullptr;
    for (const ClaimRow* claim : claims) {  // in the order of reports
      if (!claim->event.empty()) told.push_back(events.at(claim->event));
      if (&account.reports[claim->report] == last_report) continue;
      last_report = &account.reports[claim->report];
      const Report& report = last_report->report;
      ++row.reports;
      outlets.insert(outlet_of(report));
      if (report.published && !row.first) row.first = report.published;
      if (report.published) row.last = report.published;
    }
    std::sort(told.begin(), told.end());
    told.erase(std::unique(told.begin(), told.end()), told.end());
    row.events = static_cast<uint32_t>(told.size());
    row.disputed = static_cast<uint32_t>(
        std::count_if(told.begin(), told.end(), [&](uint32_t e) { return account.events[e].grade == Grade::disputed; }));
    row.outlets.assign(outlets.begin(), outlets.end());
    out.push_back(std::move(row));
  }
  std::stable_sort(out.begin(), out.end(), [](const VoiceRow& a, const VoiceRow& b) {
    return std::pair(-static_cast<int64_t>(a.claims), std::string_view(a.name)) <
           std::pair(-static_cast<int64_t>(b.claims), std::string_view(b.name));
  });
  return out;
}

}  // namespace herald::ledger
