#include "ledger/geopackage.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/text.h"
#include "ledger/wkb.h"

namespace herald::ledger {
namespace {

constexpr size_t kHeaderBytes = 8;
constexpr size_t kEnvelopeBytes = 32;
constexpr size_t kDoubleBytes = 8;
constexpr char kPlainFlags = 1;     // little endian, no envelope, not empty
constexpr char kEnvelopeFlags = 3;  // the same with an envelope of x and y

std::string header(char flags) {
  std::string out = "GP";
  out.push_back('\0');  // version 1
  out.push_back(flags);
  append_number(out, kWgs84);
  return out;
}

std::optional<GeoPoint> point_in(std::string_view blob) {
  constexpr std::array<size_t, 5> kEnvelopes{0, 32, 48, 48, 64};
  if (blob.size() < kHeaderBytes || blob.substr(0, 2) != "GP") return std::nullopt;
  const size_t envelope = (static_cast<unsigned char>(blob[3]) >> 1) & 7;
  if (envelope >= kEnvelopes.size() || blob.size() < kHeaderBytes + kEnvelopes[envelope]) return std::nullopt;
  return parse_wkb_point(blob.substr(kHeaderBytes + kEnvelopes[envelope]));
}

// minx, maxx, miny, maxy of a geometry: its envelope where it has one, else the point that it is.
using Box = std::array<double, 4>;

std::optional<Box> box_argument(sqlite3_value* value) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
  if (!bytes) return std::nullopt;
  const std::string_view blob(bytes, static_cast<size_t>(sqlite3_value_bytes(value)));
  if (const auto p = point_in(blob)) return Box{p->lon, p->lon, p->lat, p->lat};
  if (blob.size() < kHeaderBytes + kEnvelopeBytes || blob.substr(0, 2) != "GP" || blob[3] != kEnvelopeFlags) return std::nullopt;
  Box box{};
  for (size_t i = 0; i < box.size(); ++i) box[i] = double_at(blob, kHeaderBytes + kDoubleBytes * i);
  return box;
}

void is_empty(sqlite3_context* context, int, sqlite3_value** arguments) {
  sqlite3_result_int(context, box_argument(arguments[0]) ? 0 : 1);
}

template <size_t Side>
void side_of(sqlite3_context* context, int, sqlite3_value** arguments) {
  if (const auto box = box_argument(arguments[0])) {
    sqlite3_result_double(context, (*box)[Side]);
  } else {
    sqlite3_result_null(context);
  }
}

// A side of all boxes in a node of SQLite's R*Tree (sqlite.org/rtree.html, "Shadow tables"): two bytes of depth, two of how many cells,
// each of them a row's number in eight bytes and minx, maxx, miny, maxy as floats, all big endian.
void node_side(sqlite3_context* context, int, sqlite3_value** arguments) {
  constexpr size_t kHead = 4;
  constexpr size_t kCell = 24;
  const auto* node = static_cast<const unsigned char*>(sqlite3_value_blob(arguments[0]));
  const auto size = static_cast<size_t>(sqlite3_value_bytes(arguments[0]));
  const auto side = static_cast<size_t>(sqlite3_value_int(arguments[1]));
  std::optional<float> out;
  const size_t cells = size < kHead ? 0 : std::min<size_t>(node[2] * 256U + node[3], (size - kHead) / kCell);
  for (size_t c = 0; c < cells; ++c) {
    uint32_t bits = 0;
    for (size_t b = 0; b < 4; ++b) bits = bits << 8 | node[kHead + kCell * c + 8 + 4 * side + b];
    const auto value = std::bit_cast<float>(bits);
    out = !out ? value : side % 2 == 0 ? std::min(*out, value) : std::max(*out, value);
  }
  if (out) {
    sqlite3_result_double(context, static_cast<double>(*out));
  } else {
    sqlite3_result_null(context);
  }
}

// Annex F.3 of the standard, for table t with geometry geom and key fid.
constexpr const char* kRtree = R"sql(
CREATE VIRTUAL TABLE "rtree_$t_geom" USING rtree(id, minx, maxx, miny, maxy);
INSERT OR REPLACE INTO gpkg_extensions VALUES ('$t', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
CREATE TRIGGER "rtree_$t_geom_insert" AFTER INSERT ON "$t" WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_$t_geom" VALUES (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_$t_geom_update1" AFTER UPDATE OF "geom" ON "$t" WHEN OLD."fid" = NEW."fid" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  INSERT OR REPLACE INTO "rtree_$t_geom" VALUES (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_$t_geom_update2" AFTER UPDATE OF "geom" ON "$t" WHEN OLD."fid" = NEW."fid" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_$t_geom" WHERE id = OLD."fid";
END;
CREATE TRIGGER "rtree_$t_geom_update3" AFTER UPDATE ON "$t" WHEN OLD."fid" != NEW."fid" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_$t_geom" WHERE id = OLD."fid";
  INSERT OR REPLACE INTO "rtree_$t_geom" VALUES (NEW."fid", ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
END;
CREATE TRIGGER "rtree_$t_geom_update4" AFTER UPDATE ON "$t" WHEN OLD."fid" != NEW."fid" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN
  DELETE FROM "rtree_$t_geom" WHERE id IN (OLD."fid", NEW."fid");
END;
CREATE TRIGGER "rtree_$t_geom_delete" AFTER DELETE ON "$t" WHEN old."geom" NOT NULL
BEGIN
  DELETE FROM "rtree_$t_geom" WHERE id = OLD."fid";
END;
)sql";

// last_change is a column that the standard demands; a fixed value keeps the time of ingestion out of the file's exports.
constexpr const char* kContents = R"sql(
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
VALUES ('$t', '$kind', '$t', '$d', '1970-01-01T00:00:00.000Z', $srs);
)sql";

constexpr const char* kCore = R"sql(
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
)sql";

constexpr const char* kWords = R"sql(
CREATE VIRTUAL TABLE report_words USING fts5(headline, text, content='reports', content_rowid='fid', tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER report_words_insert AFTER INSERT ON reports BEGIN
  INSERT INTO report_words(rowid, headline, text) VALUES (new.fid, new.headline, new.text);
END;
CREATE TRIGGER report_words_delete AFTER DELETE ON reports BEGIN
  INSERT INTO report_words(report_words, rowid, headline, text) VALUES ('delete', old.fid, old.headline, old.text);
END;
)sql";

std::string contents(const std::string& table, const std::string& kind, const std::string& srs, const std::string& description) {
  using base::replace_all;
  return replace_all(replace_all(replace_all(replace_all(kContents, "$kind", kind), "$srs", srs), "$d", description), "$t", table);
}

class Geopackage final : public Dialect {
 public:
  std::string foundation() const override { return kCore; }
  std::string tables(std::string definitions) const override { return definitions; }
  std::string features(const std::string& table, const std::string& description, const std::string& geometry) const override {
    return contents(table, "features", std::to_string(kWgs84), description) + "INSERT INTO gpkg_geometry_columns VALUES ('" + table +
           "', 'geom', '" + geometry + "', 4326, 0, 0);" + base::replace_all(kRtree, "$t", table);
  }
  std::string attributes(const std::string& table, const std::string& description) const override {
    return contents(table, "attributes", "NULL", description);
  }
  std::string word_index() const override { return kWords; }
  std::string table_names() const override { return "SELECT name FROM sqlite_master"; }
  // NORMAL: what a commit wrote outlives the process; a power cut may take the last commits, whole ones, and the run that made them goes on
  // from there.
  std::string settings() const override { return "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"; }
  std::string begin_read() const override { return "BEGIN"; }
  std::string begin_write() const override { return "BEGIN IMMEDIATE"; }
  std::string search() const override {
    return "SELECT r.id FROM report_words w JOIN reports r ON r.fid = w.rowid WHERE report_words MATCH ?1 "
           "ORDER BY bm25(report_words), r.key LIMIT ?2";
  }
  // The extent of the layer, which map programs zoom to: that of the root of its index.
  std::string refresh(const std::string& table) const override {
    return "UPDATE gpkg_contents SET (min_x, max_x, min_y, max_y) = (SELECT NodeSide(data, 0), NodeSide(data, 1), NodeSide(data, 2), "
           "NodeSide(data, 3) FROM rtree_" +
           table + "_geom_node WHERE nodeno = 1) WHERE table_name = '" + table + "'";
  }
  std::string point(const GeoPoint& at) const override { return header(kPlainFlags) + wkb_point(at, Wkb::plain); }
  std::optional<GeoPoint> parse_point(std::string_view bytes) const override { return point_in(bytes); }
  std::string polygon(const std::vector<GeoPoint>& ring) const override {
    const auto [west, east] =
        std::minmax_element(ring.begin(), ring.end(), [](const GeoPoint& a, const GeoPoint& b) { return a.lon < b.lon; });
    const auto [south, north] =
        std::minmax_element(ring.begin(), ring.end(), [](const GeoPoint& a, const GeoPoint& b) { return a.lat < b.lat; });
    std::string out = header(kEnvelopeFlags);
    for (const double side : {west->lon, east->lon, south->lat, north->lat}) append_double(out, side);
    return out + wkb_polygon(ring, Wkb::plain);
  }
};

}  // namespace

const Dialect& geopackage() {
  static const Geopackage dialect;
  return dialect;
}

void register_geometry_functions(sqlite3* db) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  sqlite3_create_function_v2(db, "ST_IsEmpty", 1, kFlags, nullptr, is_empty, nullptr, nullptr, nullptr);
  sqlite3_create_function_v2(db, "ST_MinX", 1, kFlags, nullptr, side_of<0>, nullptr, nullptr, nullptr);
  sqlite3_create_function_v2(db, "ST_MaxX", 1, kFlags, nullptr, side_of<1>, nullptr, nullptr, nullptr);
  sqlite3_create_function_v2(db, "ST_MinY", 1, kFlags, nullptr, side_of<2>, nullptr, nullptr, nullptr);
  sqlite3_create_function_v2(db, "ST_MaxY", 1, kFlags, nullptr, side_of<3>, nullptr, nullptr, nullptr);
  sqlite3_create_function_v2(db, "NodeSide", 2, kFlags, nullptr, node_side, nullptr, nullptr, nullptr);
}

}  // namespace herald::ledger
