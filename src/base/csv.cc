#include "base/csv.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace herald::base {
namespace {

Error at_line(uint64_t line, std::string what, std::string hint = {}) {
  return {.what = std::move(what), .origin = {}, .offset = {}, .line = line, .hint = std::move(hint)};
}

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char c : {';', '\t'})
    if (std::count(header.begin(), header.end(), c) > std::count(header.begin(), header.end(), best)) best = c;
  return best;
}

class Records {
 public:
  explicit Records(std::string_view text) : text_(text), separator_(separator_of(text)) {}

  // The next record that is no empty line; nullopt at the end.
  std::optional<Result<CsvTable::Row>> next() {
    while (at_ < text_.size()) {
      Result<CsvTable::Row> row = record();
      if (!row || row->cells.size() > 1 || !row->cells.front().empty()) return row;
    }
    return std::nullopt;
  }

 private:
  Result<CsvTable::Row> record() {
    CsvTable::Row row{line_, {}};
    for (;;) {
      Result<std::string> cell = at_ < text_.size() && text_[at_] == '"' ? quoted() : plain();
      if (!cell) return cell.error();
      row.cells.push_back(std::move(*cell));
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      if (at_ < text_.size() && text_[at_] == '\r') ++at_;
      if (at_ < text_.size()) {
        if (text_[at_] != '\n') return at_line(line_, "text behind a closing quotation mark", "double the marks inside a quoted cell");
        ++at_;
      }
      ++line_;
      return row;
    }
  }

  Result<std::string> plain() {
    const size_t end = std::min(text_.find_first_of(std::string{separator_, '\n'}, at_), text_.size());
    std::string cell(text_.substr(at_, end - at_));
    at_ = end;
    if ((end == text_.size() || text_[end] == '\n') && !cell.empty() && cell.back() == '\r') cell.pop_back();
    return cell;
  }

  Result<std::string> quoted() {
    const uint64_t opened = line_;
    std::string cell;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          return cell;
        }
        ++at_;
      } else if (text_[at_] == '\n') {
        ++line_;
      }
      cell += text_[at_];
    }
    return at_line(opened, "a quotation mark is never closed");
  }

  std::string_view text_;
  char separator_;
  size_t at_ = 0;
  uint64_t line_ = 1;
};

}  // namespace

std::optional<size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  return found == columns.end() ? std::nullopt : std::optional(static_cast<size_t>(std::distance(columns.begin(), found)));
}

Result<CsvTable> parse_csv(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  Records records(text);
  CsvTable out;
  auto header = records.next();
  if (!header) return at_line(1, "an empty table", "the first line names the columns");
  if (!*header) return header->error();
  for (const std::string& name : (*header)->cells) out.columns.emplace_back(trim(name));
  while (auto row = records.next()) {
    if (!*row) return row->error();
    if ((*row)->cells.size() != out.columns.size())
      return at_line((*row)->line,
                     std::to_string((*row)->cells.size()) + " cells under " + std::to_string(out.columns.size()) + " columns");
    out.rows.push_back(std::move(**row));
  }
  return out;
}

}  // namespace herald::base
