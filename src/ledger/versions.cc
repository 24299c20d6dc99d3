#include "ledger/versions.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "ledger/notices.h"

namespace herald::ledger {

int64_t seconds(const std::optional<Moment>& m) {
  return m ? m->utc.time_since_epoch().count() : INT64_MIN;
}

bool earlier(const Report& a, const Report& b) {
  return std::pair(seconds(a.published), std::string_view(a.id)) < std::pair(seconds(b.published), std::string_view(b.id));
}

namespace {

std::optional<Moment> version(const Report& report) {
  return report.updated ? report.updated : report.published;
}

bool stood(const Report& report, const Options& options) {
  if (!options.as_of) return true;
  const std::optional<Moment> v = version(report);
  return v && v->utc <= options.as_of->utc;
}

std::string name(const LedgerReport& r) {
  const std::optional<Moment> v = version(r.report);
  return r.report.id + (v ? " of " + to_iso(*v) : "");
}

// Of the reports that stand so far, those whose story another tells anew fall; those whose story is taken back are marked, and so is what
// takes it back.
void heed_notices(std::vector<LedgerReport*>& stand, std::vector<std::string>& superseded) {
  std::unordered_multimap<std::string, LedgerReport*> stories;
  std::vector<std::pair<LedgerReport*, Notice>> notices;
  for (LedgerReport* r : stand) {
    r->retracted = false;
    if (std::string story = story_of(r->report); !story.empty()) stories.emplace(std::move(story), r);
    Notice notice = notice_of(r->report);
    if (notice.kind != NoticeKind::none) notices.emplace_back(r, std::move(notice));
  }
  std::set<LedgerReport*> fallen;
  for (const auto& [by, notice] : notices) {
    for (const std::string& story : std::set<std::string>(notice.stories.begin(), notice.stories.end())) {
      const auto [begin, end] = stories.equal_range(story);
      for (auto it = begin; it != end; ++it) {
        LedgerReport* const r = it->second;
        if (!about(by->report, notice, r->report)) continue;
        if (notice.kind == NoticeKind::retracts) {
          r->retracted = by->retracted = true;
          superseded.push_back(name(*r) + " retracted by " + name(*by));
        } else if (fallen.insert(r).second) {
          superseded.push_back(name(*r) + " superseded by a later version of its story");
        }
      }
    }
  }
  std::erase_if(stand, [&](LedgerReport* r) { return fallen.contains(r); });
}

}  // namespace

std::vector<LedgerReport> standing(std::vector<LedgerReport> reports, const Options& options, std::vector<std::string>& superseded) {
  std::erase_if(reports, [&](const LedgerReport& r) { return !stood(r.report, options); });
  std::vector<LedgerReport*> latest_first;
  for (LedgerReport& r : reports) latest_first.push_back(&r);
  std::sort(latest_first.begin(), latest_first.end(), [](const LedgerReport* a, const LedgerReport* b) {
    return std::pair(seconds(version(a->report)), std::string_view(a->key)) >
           std::pair(seconds(version(b->report)), std::string_view(b->key));
  });
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
  heed_notices(stand, superseded);
  std::sort(superseded.begin(), superseded.end());
  std::sort(stand.begin(), stand.end(), [](const LedgerReport* a, const LedgerReport* b) { return earlier(a->report, b->report); });
  std::vector<LedgerReport> out;
  out.reserve(stand.size());
  for (LedgerReport* r : stand) out.push_back(std::move(*r));
  return out;
}

std::vector<std::string> stories_of(const Report& report) {
  std::vector<std::string> out = notice_of(report).stories;
  out.push_back(story_of(report));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  std::erase(out, std::string());
  return out;
}

}  // namespace herald::ledger
