// Reads what is kept by parts: reports by number, with their claims and what they copy, each once.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "ledger/account.h"
#include "ledger/database.h"
#include "ledger/syndication.h"

namespace herald::ledger {

using Numbers = std::set<int64_t>;  // of reports (`reports.fid`), incidents or components

class Kept {
 public:
  explicit Kept(const Database& database) : database_(database) {}

  // Reports with their claims, in order; among them, without claims, those that they copy from.
  struct Part {
    std::vector<LedgerReport> reports;
    std::vector<int64_t> numbers;
    Syndication copies;
  };
  Part part_of(const Numbers& reports);
  const LedgerReport& report(int64_t number);  // without claims, unless they were read
  const LedgerReport& with_claims(int64_t number);

  // Runs a query with these parameters, each a number or a text, and calls `row` with the statement at every row; statements are kept. The
  // SQL must be a literal.
  template <typename Row, typename... Parameters>
  void query(const char* sql, Row&& row, const Parameters&... parameters) {
    auto found = statements_.find(sql);
    if (found == statements_.end()) found = statements_.emplace(sql, database_.prepare(sql)).first;
    Statement& s = found->second;
    int at = 0;
    (s.bind(++at, parameters), ...);
    outcome_.note(s.each([&] { row(s); }));
  }
  template <typename... Parameters>
  void change(const char* sql, const Parameters&... parameters) {
    query(
        sql, [](const Statement&) {}, parameters...);
  }
  template <typename... Parameters>
  Numbers numbers(const char* sql, const Parameters&... parameters) {
    Numbers out;
    query(
        sql, [&](const Statement& s) { out.insert(s.integer(0)); }, parameters...);
    return out;
  }

  void note(const Status& status) { outcome_.note(status); }
  [[nodiscard]] const Status& status() const { return outcome_.status(); }
  [[nodiscard]] const Database& database() const { return database_; }

 private:
  const Database& database_;
  FirstFailure outcome_;
  std::map<const char*, Statement> statements_;
  std::map<int64_t, LedgerReport> reports_;
  Numbers claims_read_;
};

}  // namespace herald::ledger
