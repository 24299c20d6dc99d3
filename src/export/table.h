// A table of words, written for people and for programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace herald::exports {

// Every row has as many cells as there are columns.
struct Table {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

// Columns side by side, the widest ones cut with "…" until a line fits into `width` (code points; 0: never cut). Figures stand to the
// right. One line a row.
[[nodiscard]] std::string to_text(const Table& table, size_t width);
// GitHub's pipe tables.
[[nodiscard]] std::string to_markdown(const Table& table);
// A <table> element.
[[nodiscard]] std::string to_html(const Table& table);
// RFC 4180 with LF line ends, header first.
[[nodiscard]] std::string to_csv(const Table& table);

[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace herald::exports
