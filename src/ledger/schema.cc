#include "ledger/schema.h"

#include <array>
#include <set>

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

std::string version_1(const Dialect& d) {
  return d.foundation() + d.tables(std::string("CREATE TABLE herald_schema (version INTEGER NOT NULL);") + kKept + kDerived) +
         d.word_index() + d.features("claims", "claims of reports, each with its words and voice", "POINT") +
         d.features("events", "what claims are about, with its toll", "POINT") +
         d.features("control", "who holds a place, over days", "POINT") +
         d.attributes("reports", "the reports as read, with their original bytes") +
         d.attributes("decisions", "what people decided on claims and events") + d.attributes("event_claims", "claims of each event") +
         d.attributes("tallies", "tolls of events, whole and split") + d.attributes("voices", "who says what, over the ledger");
}

std::string version_2(const Dialect& d) {
  return d.tables(R"sql(
CREATE TABLE areas (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom BLOB,
  place TEXT NOT NULL, place_ref TEXT, country TEXT, admin1 TEXT, radius_km REAL NOT NULL, events INTEGER NOT NULL, control INTEGER NOT NULL);
)sql") + d.features("areas", "the ground that places told from others leave open", "POLYGON");
}

// What lets a part of the account be reckoned again (src/ledger/memo.h): derived too, and of no interest to anybody else.
std::string version_3(const Dialect& d) {
  return d.tables(R"sql(
CREATE INDEX reports_url ON reports /*hash*/ (url);
CREATE INDEX tallies_event ON tallies(event);
CREATE INDEX areas_place ON areas(place);
ALTER TABLE voices ADD COLUMN key TEXT;
CREATE UNIQUE INDEX voices_key ON voices(key);
CREATE TABLE memo_pending (report INTEGER PRIMARY KEY NOT NULL);
CREATE TABLE memo_reports (report INTEGER PRIMARY KEY NOT NULL);
CREATE TABLE memo_bands (band INTEGER NOT NULL, report INTEGER NOT NULL, start INTEGER NOT NULL, PRIMARY KEY (band, report, start)) WITHOUT ROWID;
CREATE TABLE memo_copies (report INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, origin INTEGER NOT NULL, PRIMARY KEY (report, start)) WITHOUT ROWID;
CREATE TABLE memo_incidents (incident INTEGER PRIMARY KEY NOT NULL, claim TEXT NOT NULL, report INTEGER NOT NULL, component INTEGER NOT NULL);
CREATE INDEX memo_incidents_report ON memo_incidents(report);
CREATE INDEX memo_incidents_component ON memo_incidents(component);
CREATE TABLE memo_keys (
  hash INTEGER NOT NULL, rough INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, incident INTEGER NOT NULL,
  PRIMARY KEY (hash, rough, start, stop, incident)) WITHOUT ROWID;
CREATE TABLE memo_wide (hash INTEGER PRIMARY KEY NOT NULL);
CREATE TABLE memo_events (event TEXT PRIMARY KEY NOT NULL, component INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX memo_events_component ON memo_events(component);
CREATE TABLE memo_event_voices (event TEXT NOT NULL, voice TEXT NOT NULL, PRIMARY KEY (event, voice)) WITHOUT ROWID;
CREATE TABLE memo_said (
  voice TEXT NOT NULL, published INTEGER NOT NULL, report_id TEXT NOT NULL, report INTEGER NOT NULL, moment TEXT, outlet TEXT NOT NULL, name TEXT NOT NULL,
  ref TEXT NOT NULL, reporter INTEGER NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (voice, published, report_id)) WITHOUT ROWID;
CREATE INDEX memo_said_report ON memo_said(report);
CREATE TABLE memo_places (name TEXT NOT NULL, ref TEXT NOT NULL, ground INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (name, ref, ground, report)) WITHOUT ROWID;
CREATE INDEX memo_places_ref ON memo_places(ref, ground);
CREATE INDEX memo_places_report ON memo_places(report);
CREATE TABLE memo_ground (place TEXT NOT NULL, control INTEGER NOT NULL, PRIMARY KEY (place, control)) WITHOUT ROWID;
CREATE TABLE memo_disputes (place TEXT NOT NULL, claim TEXT NOT NULL, date_from TEXT, date_to TEXT, words TEXT NOT NULL);
CREATE INDEX memo_disputes_place ON memo_disputes(place);
CREATE INDEX memo_disputes_claim ON memo_disputes(claim);
CREATE TABLE memo_areas (owner TEXT NOT NULL, area INTEGER NOT NULL, events INTEGER NOT NULL, control INTEGER NOT NULL);
CREATE INDEX memo_areas_owner ON memo_areas(owner);
INSERT INTO memo_pending SELECT fid FROM reports;
)sql");
}

std::string version_4(const Dialect& d) {
  return d.tables(R"sql(
CREATE TABLE memo_outlets (voice TEXT NOT NULL, outlet TEXT NOT NULL, reports INTEGER NOT NULL, claims INTEGER NOT NULL, PRIMARY KEY (voice, outlet)) WITHOUT ROWID;
CREATE TABLE memo_stories (story TEXT NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (story, report)) WITHOUT ROWID;
ALTER TABLE memo_reports ADD COLUMN retracted INTEGER NOT NULL DEFAULT 0;
DELETE FROM memo_reports;
INSERT INTO memo_pending SELECT fid FROM reports WHERE fid NOT IN (SELECT report FROM memo_pending);
)sql");
}

Error trouble(std::string what, std::string hint) {
  return {std::move(what), {}, std::nullopt, std::nullopt, std::move(hint)};
}

// 0 where there is no table yet.
Result<int64_t> version_of(const Database& database) {
  std::set<std::string> names;
  Statement tables = database.prepare(database.dialect().table_names());
  while (tables.step()) names.insert(tables.text(0));
  if (tables.failed()) return database.error("read");
  if (names.empty()) return 0;
  if (!names.contains("herald_schema")) return trouble("not a Herald ledger", "give --ledger one that Herald made, or a new name");
  Statement version = database.prepare("SELECT max(version) FROM herald_schema");
  if (!version.step()) return database.error("read");
  return version.integer(0);
}

}  // namespace

Status migrate(const Database& database, Missing missing) {
  Result<int64_t> version = version_of(database);
  if (!version) return version.error();
  if (*version == 0 && missing == Missing::refuse) return no_ledger();
  const std::array<std::string (*)(const Dialect&), kSchemaVersion> steps{version_1, version_2, version_3, version_4};
  while (*version < kSchemaVersion) {
    Result<Transaction> transaction = Transaction::write(database);
    if (!transaction) return transaction.error();
    // Another process may have taken the step while this one waited.
    version = version_of(database);
    if (!version) return version.error();
    if (*version >= kSchemaVersion) break;
    if (Status s = database.execute(steps[static_cast<size_t>(*version)](database.dialect())); !s) return s;
    ++*version;
    if (Status s = database.execute("DELETE FROM herald_schema; INSERT INTO herald_schema VALUES (" + std::to_string(*version) + ")"); !s)
      return s;
    if (Status s = transaction->commit(); !s) return s;
  }
  if (*version > kSchemaVersion)
    return trouble("the ledger is of a newer Herald (schema " + std::to_string(*version) + ")", "use that version of the program");
  return Done{};
}

Error no_ledger() {
  return trouble("no such ledger", "herald read INPUT makes one; --ledger names another");
}

}  // namespace herald::ledger
