#include "export/table.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace herald::exports {
namespace {

constexpr size_t kNarrowest = 8;  // a column is never cut below this

bool starts_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

size_t points(std::string_view s) {
  return static_cast<size_t>(std::count_if(s.begin(), s.end(), starts_point));
}

std::string cut(std::string_view s, size_t width) {
  if (points(s) <= width) return std::string(s);
  size_t at = 0;
  for (size_t n = 0; at < s.size(); ++at)
    if (starts_point(s[at]) && n++ == width - 1) break;
  return std::string(s.substr(0, at)) + "…";
}

bool figure(std::string_view s) {
  return !s.empty() && s.find_first_not_of("0123456789.,+–-") == std::string_view::npos;
}

// A column of figures (and gaps) stands to the right.
bool to_the_right(const Table& t, size_t column) {
  bool any = false;
  for (const auto& row : t.rows) {
    if (row[column].empty()) continue;
    if (!figure(row[column])) return false;
    any = true;
  }
  return any;
}

std::vector<size_t> widths(const Table& t, size_t width) {
  std::vector<size_t> out(t.columns.size());
  for (size_t c = 0; c < out.size(); ++c) {
    out[c] = points(t.columns[c]);
    for (const auto& row : t.rows) out[c] = std::max(out[c], points(row[c]));
  }
  const auto total = [&] { return std::accumulate(out.begin(), out.end(), size_t{2} * (out.empty() ? 0 : out.size() - 1)); };
  while (width > 0 && total() > width) {
    const auto widest = std::max_element(out.begin(), out.end());
    if (*widest <= kNarrowest) break;
    --*widest;
  }
  return out;
}

std::string on_one_line(std::string_view cell) {
  return base::squeeze(cell);
}

void append_csv(std::string& out, const std::vector<std::string>& cells) {
  for (size_t c = 0; c < cells.size(); ++c) {
    if (c > 0) out += ',';
    if (cells[c].find_first_of(",\"\r\n") == std::string::npos)
      out += cells[c];
    else
      out += '"' + base::replace_all(cells[c], "\"", "\"\"") + '"';
  }
  out += '\n';
}

}  // namespace

std::string to_text(const Table& t, size_t width) {
  Table flat = t;
  for (auto& row : flat.rows)
    for (auto& cell : row) cell = on_one_line(cell);
  const std::vector<size_t> wide = widths(flat, width);
  std::vector<bool> right;
  for (size_t c = 0; c < flat.columns.size(); ++c) right.push_back(to_the_right(flat, c));
  std::string out;
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string text;
    for (size_t c = 0; c < cells.size(); ++c) {
      const std::string cell = cut(cells[c], wide[c]);
      const std::string gap(wide[c] - points(cell), ' ');
      text += (c > 0 ? "  " : "") + (right[c] ? gap + cell : cell + gap);
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + '\n';
  };
  line(flat.columns);
  for (const auto& row : flat.rows) line(row);
  return out;
}

std::string to_markdown(const Table& t) {
  std::string out;
  const auto line = [&](const std::vector<std::string>& cells) {
    out += '|';
    for (const std::string& cell : cells) out += ' ' + base::replace_all(on_one_line(cell), "|", "\\|") + " |";
    out += '\n';
  };
  line(t.columns);
  line(std::vector<std::string>(t.columns.size(), "---"));
  for (const auto& row : t.rows) line(row);
  return out;
}

std::string to_html(const Table& t) {
  std::string out = "<table>\n<tr>";
  for (const std::string& c : t.columns) out += "<th>" + escape_html(c) + "</th>";
  out += "</tr>\n";
  for (const auto& row : t.rows) {
    out += "<tr>";
    for (const std::string& cell : row) out += "<td>" + escape_html(cell) + "</td>";
    out += "</tr>\n";
  }
  return out + "</table>\n";
}

std::string to_csv(const Table& t) {
  std::string out;
  append_csv(out, t.columns);
  for (const auto& row : t.rows) append_csv(out, row);
  return out;
}

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

}  // namespace herald::exports
