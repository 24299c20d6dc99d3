#include "ledger/postgis.h"

#include "base/text.h"
#include "ledger/wkb.h"

namespace herald::ledger {
namespace {

// No stemming, diacritics do not count: as FTS5 has it in a file. A tsvector holds one megabyte at most, so a book is found by its
// beginning.
constexpr const char* kWords = R"sql(
CREATE TEXT SEARCH CONFIGURATION report_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION report_words ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
ALTER TABLE reports ADD COLUMN words tsvector
  GENERATED ALWAYS AS (to_tsvector('report_words', left(coalesce(headline, '') || ' ' || text, 250000))) STORED;
CREATE INDEX reports_words ON reports USING gin (words);
)sql";

std::string comment(const std::string& table, const std::string& description) {
  return "COMMENT ON TABLE " + table + " IS '" + description + "';";
}

class Postgis final : public Dialect {
 public:
  std::string foundation() const override {
    return "CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public; CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;";
  }
  // Text is compared by its bytes, as SQLite does, whatever the language of the server.
  std::string tables(std::string definitions) const override {
    for (const auto& [theirs, ours] :
         {std::pair("INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
          std::pair("INTEGER", "BIGINT"), std::pair("REAL", "DOUBLE PRECISION"), std::pair("TEXT", "TEXT COLLATE \"C\""),
          std::pair("geom BLOB", "geom geometry(Geometry, 4326)"), std::pair("BLOB", "BYTEA"), std::pair(" WITHOUT ROWID", ""),
          std::pair("/*hash*/", "USING hash")}) {
      definitions = base::replace_all(std::move(definitions), theirs, ours);
    }
    return definitions;
  }
  std::string features(const std::string& table, const std::string& description, const std::string& geometry) const override {
    return "ALTER TABLE " + table + " ALTER COLUMN geom TYPE geometry(" + geometry + ", 4326); CREATE INDEX " + table + "_geom ON " +
           table + " USING gist (geom);" + comment(table, description);
  }
  std::string attributes(const std::string& table, const std::string& description) const override { return comment(table, description); }
  std::string word_index() const override { return kWords; }
  // Of the schema that new tables would go to; extensions bring tables of their own.
  std::string table_names() const override {
    return "SELECT relname::text FROM pg_class c WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v') "
           "AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')";
  }
  std::string settings() const override { return ""; }
  std::string begin_read() const override { return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"; }
  // One writer to a ledger, as SQLite has it: what writes is short beside what codes, and each sees all that the others have written.
  // READ COMMITTED, for a snapshot taken before the wait would be an old one.
  std::string begin_write() const override {
    return "BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = '60s';"
           "SELECT pg_advisory_xact_lock(hashtextextended('herald ' || current_schema(), 0))";
  }
  std::string search() const override {
    return "SELECT id FROM reports, websearch_to_tsquery('report_words', ?1) query WHERE words @@ query "
           "ORDER BY ts_rank_cd(words, query) DESC, key LIMIT ?2";
  }
  std::string refresh(const std::string&) const override { return ""; }
  std::string point(const GeoPoint& at) const override { return wkb_point(at, Wkb::extended); }
  std::optional<GeoPoint> parse_point(std::string_view bytes) const override { return parse_wkb_point(bytes); }
  std::string polygon(const std::vector<GeoPoint>& ring) const override { return wkb_polygon(ring, Wkb::extended); }
};

}  // namespace

const Dialect& postgis() {
  static const Postgis dialect;
  return dialect;
}

}  // namespace herald::ledger
