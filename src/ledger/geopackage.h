// GeoPackage: the parts of OGC 12-128r17 (version 1.3) that a ledger in SQLite needs: points and polygons as GeoPackageBinary, spatial
// reference systems, contents, R*Tree; and the words of reports in FTS5.
#pragma once

#include <sqlite3.h>

#include "ledger/dialect.h"

namespace herald::ledger {

[[nodiscard]] const Dialect& geopackage();

// ST_IsEmpty, ST_MinX, ST_MaxX, ST_MinY, ST_MaxY for points and polygons: the R*Tree triggers that the standard lays down call them.
void register_geometry_functions(sqlite3* db);

}  // namespace herald::ledger
