// PostgreSQL with PostGIS as a ledger's database: geometries in extended well-known binary, indexed by GiST; words of reports as a
// tsvector.
#pragma once

#include "ledger/dialect.h"

namespace herald::ledger {

[[nodiscard]] const Dialect& postgis();

}  // namespace herald::ledger
