#include "ledger/kept.h"

#include <algorithm>
#include <string>
#include <utility>

#include "ledger/rows.h"
#include "ledger/versions.h"

namespace herald::ledger {

const LedgerReport& Kept::report(int64_t number) {
  const auto found = reports_.find(number);
  if (found != reports_.end()) return found->second;
  LedgerReport& out = reports_[number];
  static const std::string kSql = std::string("SELECT ") + kReportColumns + " FROM reports WHERE fid = ?";
  const auto take = [&](const Statement& s) {
    Result<LedgerReport> read = read_report(s, 0);
    if (read) {
      out = std::move(*read);
    } else {
      note(read.error());
    }
  };
  query(kSql.c_str(), take, number);
  return out;
}

const LedgerReport& Kept::with_claims(int64_t number) {
  report(number);
  LedgerReport& out = reports_[number];
  if (!claims_read_.insert(number).second) return out;
  static const std::string kSql = std::string("SELECT ") + kClaimColumns + " FROM claims WHERE report = ? ORDER BY position";
  const auto take = [&](const Statement& s) {
    Result<Claim> read = read_claim(s, 0);
    if (read) {
      out.claims.push_back(std::move(*read));
    } else {
      note(read.error());
    }
  };
  query(kSql.c_str(), take, number);
  out.retracted = numbers("SELECT retracted FROM memo_reports WHERE report = ?", number).contains(1);
  return out;
}

Kept::Part Kept::part_of(const Numbers& reports) {
  Part out;
  std::map<int64_t, std::vector<std::pair<Span, int64_t>>> copied;
  Numbers all = reports;
  for (const int64_t n : reports) {
    const auto take = [&](const Statement& s) {
      copied[n].push_back({{static_cast<uint32_t>(s.integer(0)), static_cast<uint32_t>(s.integer(1))}, s.integer(2)});
      all.insert(s.integer(2));
    };
    query("SELECT start, stop, origin FROM memo_copies WHERE report = ?", take, n);
  }
  for (const int64_t n : all) report(n);
  out.numbers.assign(all.begin(), all.end());
  std::sort(out.numbers.begin(), out.numbers.end(), [&](int64_t a, int64_t b) { return earlier(report(a).report, report(b).report); });
  std::map<int64_t, uint32_t> index;
  for (const int64_t n : out.numbers) {
    index[n] = static_cast<uint32_t>(out.reports.size());
    out.reports.push_back(reports.contains(n) ? with_claims(n) : report(n));
    if (!reports.contains(n)) out.reports.back().claims.clear();
  }
  out.copies.passages.resize(out.reports.size());
  for (const auto& [n, passages] : copied) {
    for (const auto& [span, origin] : passages) out.copies.passages[index.at(n)].push_back({span, index.at(origin)});
  }
  return out;
}

}  // namespace herald::ledger
