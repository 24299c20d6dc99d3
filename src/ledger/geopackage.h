// GeoPackage: the parts of OGC 12-128r17 (version 1.3) that a ledger needs: points, polygons, spatial reference systems, contents, R*Tree.
#pragma once

#include <sqlite3.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/mention.h"

namespace herald::ledger {

// GeoPackageBinary of a WGS84 point: header without envelope, then little-endian WKB; x is the longitude.
[[nodiscard]] std::string point_blob(const GeoPoint& at);
// nullopt where the bytes are no such point.
[[nodiscard]] std::optional<GeoPoint> parse_point(std::string_view blob);

// GeoPackageBinary of the polygon within a ring of three points or more, which is closed here: header with envelope, then WKB.
[[nodiscard]] std::string polygon_blob(const std::vector<GeoPoint>& ring);

// ST_IsEmpty, ST_MinX, ST_MaxX, ST_MinY, ST_MaxY for points and polygons: the R*Tree triggers that the standard lays down call them.
void register_geometry_functions(sqlite3* db);

// Statements that make an empty database a GeoPackage.
[[nodiscard]] std::string geopackage_core_sql();
// Statements that register `table` (with an integer key `fid` and a column `geom`) as features of that geometry and index it.
[[nodiscard]] std::string feature_table_sql(const std::string& table, const std::string& description,
                                            const std::string& geometry = "POINT");
// Statements that register `table` as one without geometry.
[[nodiscard]] std::string attribute_table_sql(const std::string& table, const std::string& description);

}  // namespace herald::ledger
