// What the two kinds of database say differently, in SQL and in the bytes of a geometry. Geopackage is SQLite's, Postgis PostgreSQL's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/mention.h"

namespace herald::ledger {

class Dialect {
 public:
  Dialect() = default;
  Dialect(const Dialect&) = delete;
  Dialect& operator=(const Dialect&) = delete;
  virtual ~Dialect() = default;

  // Statements of the schema. `foundation` comes first in an empty database; `tables` takes definitions in SQLite's types;
  // an index over texts that may be long, as addresses are, is marked /*hash*/.
  [[nodiscard]] virtual std::string foundation() const = 0;
  [[nodiscard]] virtual std::string tables(std::string definitions) const = 0;
  // Registers a table that has an integer key `fid` and a column `geom` as features of that geometry, and indexes it.
  [[nodiscard]] virtual std::string features(const std::string& table, const std::string& description,
                                             const std::string& geometry) const = 0;
  // Registers a table without geometry.
  [[nodiscard]] virtual std::string attributes(const std::string& table, const std::string& description) const = 0;
  // The index over the words of `reports`, kept up by the database itself.
  [[nodiscard]] virtual std::string word_index() const = 0;
  // A query for the names of all tables that are there.
  [[nodiscard]] virtual std::string table_names() const = 0;

  // Statements for a connection, once it is known to lead to a ledger.
  [[nodiscard]] virtual std::string settings() const = 0;
  [[nodiscard]] virtual std::string begin_read() const = 0;
  [[nodiscard]] virtual std::string begin_write() const = 0;
  // Ids of reports that match the query ?1, best first, at most ?2.
  [[nodiscard]] virtual std::string search() const = 0;
  // What is to be brought up when the features of a table have been rewritten; may be empty.
  [[nodiscard]] virtual std::string refresh(const std::string& table) const = 0;

  [[nodiscard]] virtual std::string point(const GeoPoint& at) const = 0;
  // nullopt where the bytes are no point.
  [[nodiscard]] virtual std::optional<GeoPoint> parse_point(std::string_view bytes) const = 0;
  // The polygon within a ring of three points or more, which is closed here.
  [[nodiscard]] virtual std::string polygon(const std::vector<GeoPoint>& ring) const = 0;
};

}  // namespace herald::ledger
