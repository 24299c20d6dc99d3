#include "ledger/store.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/hash.h"
#include "ledger/memo.h"
#include "ledger/postgresql.h"
#include "ledger/rows.h"
#include "ledger/sqlite.h"
#include "ledger/update.h"
#include "ledger/versions.h"

namespace herald::ledger {
namespace {

std::string placeholders(int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += i == 0 ? "?" : ", ?";
  return out;
}

// Two codings of one report are equal where their rows are.
std::string fingerprint(const Database& database, int64_t report) {
  std::string all;
  Statement s = database.prepare(std::string("SELECT ") + kClaimColumns + " FROM claims WHERE report = ? ORDER BY position");
  s.bind(1, report);
  while (s.step()) {
    for (int column = 0; column < kClaimColumnCount; ++column) {
      all += s.text(column);
      all += '\x1f';
    }
    all += '\x1e';
  }
  return base::sha256_hex(all);
}

Status insert_claims(const Database& database, int64_t fid, const CodedReport& coded) {
  Statement insert = database.prepare(std::string("INSERT INTO claims (report, ") + kClaimColumns + ") VALUES (?, " +
                                      placeholders(kClaimColumnCount) + ")");
  for (size_t i = 0; i < coded.claims.size(); ++i) {
    insert.bind(1, fid);
    bind_claim(insert, 2, coded.report, i, coded.claims[i]);
    if (Status s = insert.run(); !s) return s;
  }
  return Done{};
}

// Equal where nothing was written in between: row numbers are never given twice, and only claims are ever taken out.
using Extent = std::array<int64_t, 4>;

Result<Extent> extent(const Database& database) {
  Statement s = database.prepare(
      "SELECT (SELECT coalesce(max(fid), 0) FROM reports), (SELECT coalesce(max(fid), 0) FROM claims), (SELECT count(*) FROM claims), "
      "(SELECT coalesce(max(fid), 0) FROM decisions)");
  if (!s.step()) return database.error("read");
  return Extent{s.integer(0), s.integer(1), s.integer(2), s.integer(3)};
}

// The derived tables do not know of it yet.
Status is_pending(const Database& database, int64_t report) {
  Statement put = database.prepare("INSERT INTO memo_pending (report) VALUES (?) ON CONFLICT DO NOTHING");
  return put.bind(1, report).run();
}

Status remember_stories(const Database& database, const Report& report, int64_t number) {
  Memo memo(database);
  for (const std::string& story : stories_of(report)) memo.story(story, number);
  return memo.status();
}

}  // namespace

std::string content_key(const Report& report) {
  const std::string content = !report.bytes_sha256.empty() ? report.bytes_sha256
                                                           : base::sha256_hex(report.headline + "\n" + report.text + "\n" + report.outlet +
                                                                              "\n" + (report.published ? to_iso(*report.published) : "") +
                                                                              "\n" + (report.updated ? to_iso(*report.updated) : ""));
  return base::short_hash(report.id + "\n" + content, 32);
}

Result<Ledger> Ledger::open(const std::string& where, Missing missing) {
  const auto at = [](Error error, const std::string& origin) {
    if (error.origin.empty()) error.origin = origin;
    return error;
  };
  Ledger out;
  const bool server = is_postgresql(where);
  out.name_ = server ? shown_address(where) : where;
  if (!server && missing == Missing::refuse && !std::filesystem::exists(where)) return at(no_ledger(), where);
  Result<std::unique_ptr<Database>> opened = server ? open_postgresql(where) : open_sqlite(where);
  if (!opened) return opened.error();
  out.database_ = std::move(*opened);
  if (Status s = migrate(*out.database_, missing); !s) return at(s.error(), out.name_);
  if (Status s = out.database_->execute(out.database_->dialect().settings()); !s) return s.error();
  return out;
}

Result<Added> Ledger::insert(const CodedReport& coded, const std::optional<Moment>& retrieved) {
  const Report& report = coded.report;
  const std::string key = content_key(report);
  Statement find = database_->prepare("SELECT fid FROM reports WHERE key = ?");
  find.bind(1, key);
  if (find.step()) {
    const int64_t fid = find.integer(0);
    const std::string before = fingerprint(*database_, fid);
    Statement clear = database_->prepare("DELETE FROM claims WHERE report = ?");
    clear.bind(1, fid);
    if (Status s = clear.run(); !s) return s.error();
    if (Status s = insert_claims(*database_, fid, coded); !s) return s.error();
    if (fingerprint(*database_, fid) == before) return Added::known;
    if (Status s = is_pending(*database_, fid); !s) return s.error();
    return Added::recoded;
  }
  if (find.failed()) return database_->error("read");
  Statement version =
      database_->prepare("SELECT count(*) FROM reports WHERE id = ?1 OR (url IS NOT NULL AND url = ?2 AND coalesce(outlet, '') = ?3)");
  version.bind(1, report.id).bind(2, report.url).bind(3, report.outlet);
  const bool superseding = version.step() && version.integer(0) > 0;
  LedgerReport row;
  row.key = key;
  row.report = report;
  row.sentences = coded.sentences;
  Statement put = database_->prepare(std::string("INSERT INTO reports (") + kReportColumns + ", original, retrieved) VALUES (" +
                                     placeholders(kReportColumnCount + 2) + ") RETURNING fid");
  bind_report(put, 1, row);
  if (report.original.empty()) {
    put.bind_null(kReportColumnCount + 1);
  } else {
    put.bind_blob(kReportColumnCount + 1, report.original);
  }
  put.bind_or_null(kReportColumnCount + 2, retrieved ? to_iso(*retrieved) : "");
  const auto fid = put.run_for_number();
  if (!fid) return fid.error();
  if (Status s = insert_claims(*database_, fid->value(), coded); !s) return s.error();
  if (Status s = is_pending(*database_, fid->value()); !s) return s.error();
  if (Status s = remember_stories(*database_, coded.report, fid->value()); !s) return s.error();
  return superseding ? Added::superseding : Added::added;
}

Result<Added> Ledger::add(const CodedReport& coded, const std::optional<Moment>& retrieved) {
  Result<std::vector<Added>> added = add_all({&coded, 1}, retrieved);
  if (!added) return added.error();
  return added->front();
}

Result<std::vector<Added>> Ledger::add_all(std::span<const CodedReport> coded, const std::optional<Moment>& retrieved) {
  Result<Transaction> transaction = Transaction::write(*database_);
  if (!transaction) return transaction.error();
  std::vector<Added> out;
  for (const CodedReport& report : coded) {
    Result<Added> added = insert(report, retrieved);
    if (!added) return added.error();
    out.push_back(*added);
  }
  if (Status s = transaction->commit(); !s) return s.error();
  return out;
}

Result<bool> Ledger::decide(const Decision& d) {
  Result<Transaction> transaction = Transaction::write(*database_);
  if (!transaction) return transaction.error();
  Statement put = database_->prepare(
      "INSERT INTO decisions (action, target, other, field, value, who, why, decided) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT DO NOTHING RETURNING fid");
  put.bind(1, static_cast<int64_t>(d.action))
      .bind(2, d.target)
      .bind(3, d.other)
      .bind(4, d.field)
      .bind(5, d.value)
      .bind(6, d.who)
      .bind(7, d.why);
  put.bind(8, to_iso(d.when));
  const auto fresh = put.run_for_number();
  if (!fresh) return fresh.error();
  const auto report_of = [](const std::string& claim) { return claim.substr(0, claim.rfind('#')); };
  Statement touched =
      database_->prepare("INSERT INTO memo_pending (report) SELECT fid FROM reports WHERE id = ? OR id = ? ON CONFLICT DO NOTHING");
  touched.bind(1, report_of(d.target)).bind(2, report_of(d.other));
  if (Status s = touched.run(); !s) return s.error();
  if (Status s = transaction->commit(); !s) return s.error();
  return fresh->has_value();
}

Result<std::vector<LedgerReport>> Ledger::reports() const {
  Result<Transaction> transaction = Transaction::read(*database_);
  if (!transaction) return transaction.error();
  return read_reports();
}

Result<std::vector<LedgerReport>> Ledger::read_reports() const {
  std::vector<LedgerReport> out;
  std::vector<int64_t> fids;
  Statement s = database_->prepare(std::string("SELECT ") + kReportColumns + ", fid FROM reports ORDER BY fid");
  while (s.step()) {
    Result<LedgerReport> report = read_report(s, 0);
    if (!report) return report.error();
    out.push_back(std::move(*report));
    fids.push_back(s.integer(kReportColumnCount));
  }
  if (s.failed()) return database_->error("read");
  Statement claims = database_->prepare(std::string("SELECT ") + kClaimColumns + ", report FROM claims ORDER BY report, position");
  size_t at = 0;
  while (claims.step()) {
    const int64_t fid = claims.integer(kClaimColumnCount);
    while (at < fids.size() && fids[at] < fid) ++at;
    if (at == fids.size() || fids[at] != fid)
      return Error{"the ledger holds a claim without a report", {}, std::nullopt, std::nullopt, "restore it from a copy"};
    Result<Claim> claim = read_claim(claims, 0);
    if (!claim) return claim.error();
    out[at].claims.push_back(std::move(*claim));
  }
  if (claims.failed()) return database_->error("read");
  std::sort(out.begin(), out.end(), [](const LedgerReport& a, const LedgerReport& b) { return a.key < b.key; });
  return out;
}

Result<std::vector<Decision>> Ledger::decisions() const {
  std::vector<Decision> out;
  Statement s = database_->prepare("SELECT action, target, other, field, value, who, why, decided FROM decisions");
  while (s.step()) {
    out.push_back({static_cast<Action>(s.integer(0)), s.text(1), s.text(2), s.text(3), s.text(4), s.text(5), s.text(6),
                   parse_moment(s.text(7)).value_or(Moment{})});
  }
  if (s.failed()) return database_->error("read");
  return in_order(std::move(out));
}

Result<std::string> Ledger::original(const std::string& report_id) const {
  Statement s =
      database_->prepare("SELECT original FROM reports WHERE id = ? ORDER BY coalesce(updated, published, '') DESC, key DESC LIMIT 1");
  s.bind(1, report_id);
  if (s.step()) return s.text(0);
  if (s.failed()) return database_->error("read");
  return Error{"no report " + report_id + " in the ledger", {}, std::nullopt, std::nullopt, {}};
}

Result<std::vector<std::string>> Ledger::search(const std::string& query, size_t most) const {
  std::vector<std::string> out;
  Statement s = database_->prepare(database_->dialect().search());
  s.bind(1, query).bind(2, static_cast<int64_t>(most));
  while (s.step()) out.push_back(s.text(0));
  if (s.failed()) return database_->error("search");
  return out;
}

Result<Account> Ledger::account(const Options& options) const {
  Result<Transaction> transaction = Transaction::read(*database_);
  if (!transaction) return transaction.error();
  return read_account(options);
}

Result<Account> Ledger::read_account(const Options& options) const {
  Result<std::vector<LedgerReport>> all = read_reports();
  if (!all) return all.error();
  Result<std::vector<Decision>> decided = decisions();
  if (!decided) return decided.error();
  return ledger::reconcile(std::move(*all), *decided, options);
}

Status Ledger::reconcile() {
  {
    Result<Transaction> transaction = Transaction::write(*database_);
    if (!transaction) return transaction.error();
    const Result<std::vector<Decision>> decided = decisions();
    if (!decided) return decided.error();
    const Result<bool> updated = update_derived(*database_, *decided);
    if (!updated) return updated.error();
    if (*updated) return transaction->commit();
  }
  const auto reckon_anew = [&]() -> Result<Reckoning> {
    Result<std::vector<LedgerReport>> all = read_reports();
    if (!all) return all.error();
    const Result<std::vector<Decision>> decided = decisions();
    if (!decided) return decided.error();
    return reckon_all(std::move(*all), *decided);
  };
  Result<Extent> before = Extent{};
  Result<Reckoning> reckoned = Reckoning{};
  {
    Result<Transaction> transaction = Transaction::read(*database_);
    if (!transaction) return transaction.error();
    before = extent(*database_);
    if (!before) return before.error();
    reckoned = reckon_anew();
  }
  Result<Transaction> transaction = Transaction::write(*database_);
  if (!transaction) return transaction.error();
  const Result<Extent> now = extent(*database_);
  if (!now) return now.error();
  // Another has written while this one reckoned: once more, with the door shut, so that what is written out is of all that is kept.
  if (*now != *before) reckoned = reckon_anew();
  if (!reckoned) return reckoned.error();
  if (Status s = write_all(*database_, *reckoned); !s) return s;
  return transaction->commit();
}

}  // namespace herald::ledger
