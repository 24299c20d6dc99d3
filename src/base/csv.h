// Tables that people keep: comma, semicolon or tab separated values with a header row.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/result.h"

namespace herald::base {

struct CsvTable {
  struct Row {
    uint64_t line = 0;  // on which it begins, from 1
    std::vector<std::string> cells;
  };
  std::vector<std::string> columns;
  std::vector<Row> rows;  // each with as many cells as there are columns

  // nullopt where there is no such column.
  [[nodiscard]] std::optional<size_t> column(std::string_view name) const;
};

// RFC 4180 with LF or CRLF; the separator is the one that the header has most of; empty lines are passed over. The Error names the line,
// not the origin.
[[nodiscard]] Result<CsvTable> parse_csv(std::string_view text);

}  // namespace herald::base
