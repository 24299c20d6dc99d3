#include "ledger/schema.h"

#include <array>

#include "ledger/geopackage.h"

namespace herald::ledger {
namespace {

// Kept: reports, claims, decisions. `decisions` survive coding again, so nothing there refers to a row of `claims`.
constexpr const char* kKept = R"sql(
CREATE TABLE reports (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  key TEXT NOT NULL UNIQUE, id TEXT NOT NULL, origin TEXT, url TEXT, outlet TEXT, agencies TEXT NOT NULL, headline TEXT, dateline TEXT,
  published TEXT, updated TEXT, language TEXT, text TEXT NOT NULL, spans TEXT NOT NULL, warnings TEXT NOT NULL,
  bytes_sha256 TEXT, original BLOB, retrieved TEXT);
CREATE INDEX reports_id ON reports(id);
CREATE TABLE claims (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom BLOB,
  report INTEGER NOT NULL REFERENCES reports(fid) ON DELETE CASCADE,
  position INTEGER NOT NULL, id TEXT NOT NULL, claim TEXT NOT NULL, incident TEXT, type INTEGER NOT NULL, kind INTEGER NOT NULL, modality INTEGER NOT NULL,
  harm INTEGER, state INTEGER, low INTEGER, high INTEGER, approx INTEGER NOT NULL, vague INTEGER NOT NULL, unit TEXT, cumulative INTEGER NOT NULL,
  party INTEGER NOT NULL, date_start TEXT, date_end TEXT, date_precision INTEGER, place TEXT, place_ref TEXT, country TEXT, admin1 TEXT, radius_km REAL,
  place_type INTEGER, place_use INTEGER, place_method INTEGER, part TEXT, within TEXT, rank TEXT, confidence REAL NOT NULL, rule TEXT, words TEXT NOT NULL,
  detail TEXT NOT NULL);
CREATE INDEX claims_report ON claims(report, position);
CREATE INDEX claims_id ON claims(id);
CREATE TABLE decisions (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  action INTEGER NOT NULL, target TEXT NOT NULL, other TEXT, field TEXT, value TEXT, who TEXT NOT NULL, why TEXT NOT NULL, decided TEXT NOT NULL,
  UNIQUE (action, target, other, field, value, who, why, decided));
CREATE VIRTUAL TABLE report_words USING fts5(headline, text, content='reports', content_rowid='fid', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER report_words_insert AFTER INSERT ON reports BEGIN
  INSERT INTO report_words(rowid, headline, text) VALUES (new.fid, new.headline, new.text);
END;
CREATE TRIGGER report_words_delete AFTER DELETE ON reports BEGIN
  INSERT INTO report_words(report_words, rowid, headline, text) VALUES ('delete', old.fid, old.headline, old.text);
END;
)sql";

// Derived: written out by Ledger::reconcile, never read back by Herald.
constexpr const char* kDerived = R"sql(
CREATE TABLE events (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom BLOB,
  id TEXT NOT NULL UNIQUE, kind TEXT, date_start TEXT, date_end TEXT, date_precision TEXT, place TEXT, place_ref TEXT, country TEXT, admin1 TEXT,
  radius_km REAL, part_of TEXT, grade TEXT NOT NULL, origins INTEGER NOT NULL, outlets INTEGER NOT NULL, killed_low INTEGER, killed_best INTEGER,
  killed_high INTEGER, wounded_low INTEGER, wounded_best INTEGER, wounded_high INTEGER, parties TEXT, contradictions TEXT);
CREATE TABLE event_claims (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, event TEXT NOT NULL, claim TEXT NOT NULL UNIQUE);
CREATE INDEX event_claims_event ON event_claims(event);
CREATE TABLE tallies (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, event TEXT NOT NULL, harm TEXT NOT NULL, split TEXT NOT NULL, share TEXT, low INTEGER, best INTEGER,
  high INTEGER);
CREATE TABLE control (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom BLOB,
  place TEXT NOT NULL, place_ref TEXT, country TEXT, admin1 TEXT, radius_km REAL, date_from TEXT, date_to TEXT, status TEXT NOT NULL,
  fighting INTEGER NOT NULL, holder TEXT, besieger TEXT, holders TEXT, voices TEXT, claims TEXT);
CREATE TABLE voices (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT NOT NULL, ref TEXT, reporter INTEGER NOT NULL, reports INTEGER NOT NULL,
  claims INTEGER NOT NULL, events INTEGER NOT NULL, disputed INTEGER NOT NULL, first TEXT, last TEXT, outlets TEXT);
)sql";

std::string version_1() {
  return geopackage_core_sql() + "CREATE TABLE herald_schema (version INTEGER NOT NULL);" + kKept + kDerived +
         feature_table_sql("claims", "claims of reports, each with its words and voice") +
         feature_table_sql("events", "what claims are about, with its toll") +
         feature_table_sql("control", "who holds a place, over days") +
         attribute_table_sql("reports", "the reports as read, with their original bytes") +
         attribute_table_sql("decisions", "what people decided on claims and events") +
         attribute_table_sql("event_claims", "claims of each event") + attribute_table_sql("tallies", "tolls of events, whole and split") +
         attribute_table_sql("voices", "who says what, over the ledger");
}

std::string version_2() {
  return R"sql(
CREATE TABLE areas (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom BLOB,
  place TEXT NOT NULL, place_ref TEXT, country TEXT, admin1 TEXT, radius_km REAL NOT NULL, events INTEGER NOT NULL, control INTEGER NOT NULL);
)sql" + feature_table_sql("areas", "the ground that places told from others leave open", "POLYGON");
}

std::optional<int64_t> number(const Database& database, std::string_view sql) {
  Statement s = database.prepare(sql);
  if (!s.step()) return std::nullopt;
  return s.integer(0);
}

}  // namespace

Status migrate(const Database& database) {
  const std::optional<int64_t> tables = number(database, "SELECT count(*) FROM sqlite_master");
  if (!tables) return database.error("read");
  const bool known = number(database, "SELECT count(*) FROM sqlite_master WHERE name = 'herald_schema'").value_or(0) > 0;
  if (*tables > 0 && !known) {
    return Error{"not a Herald ledger", {}, std::nullopt, std::nullopt, "give --ledger a file that Herald made, or a new name"};
  }
  const int64_t version = known ? number(database, "SELECT max(version) FROM herald_schema").value_or(0) : 0;
  if (version > kSchemaVersion) {
    return Error{"the ledger is of a newer Herald (schema " + std::to_string(version) + ")",
                 {},
                 std::nullopt,
                 std::nullopt,
                 "use that version of the program"};
  }
  const std::array<std::string (*)(), kSchemaVersion> steps{version_1, version_2};
  for (int64_t next = version + 1; next <= kSchemaVersion; ++next) {
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction) return transaction.error();
    // Another process may have made the tables while this one waited.
    if (next == 1 && number(database, "SELECT count(*) FROM sqlite_master").value_or(0) > 0) break;
    if (Status s = database.execute(steps[static_cast<size_t>(next - 1)]()); !s) return s;
    if (Status s = database.execute("DELETE FROM herald_schema; INSERT INTO herald_schema VALUES (" + std::to_string(next) + ")"); !s)
      return s;
    if (Status s = transaction->commit(); !s) return s;
  }
  return Done{};
}

}  // namespace herald::ledger
