// A thin, safe hold on SQLite: connections and statements as values. Errors are Results; statements are finalised when destroyed.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "herald/result.h"

namespace herald::ledger {

class Database;

// A prepared statement. Parameters count from 1, columns from 0. Not to be used from two threads.
class Statement {
 public:
  Statement& bind(int at, std::string_view text);
  Statement& bind(int at, int64_t value);
  Statement& bind(int at, double value);
  Statement& bind_blob(int at, std::string_view bytes);
  Statement& bind_null(int at);
  // Null where the value is unknown.
  Statement& bind(int at, const std::optional<int64_t>& value) { return value ? bind(at, *value) : bind_null(at); }
  Statement& bind_or_null(int at, std::string_view text) { return text.empty() ? bind_null(at) : bind(at, text); }

  // True while there is a row; false at the end or on an error, which failed() tells apart.
  bool step();
  [[nodiscard]] bool failed() const { return failed_; }
  // Runs to its end and makes it ready for new parameters.
  Status run();
  void reset();

  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(statement_.get(), column); }
  [[nodiscard]] bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
  [[nodiscard]] std::optional<int64_t> integer_or_null(int column) const {
    return is_null(column) ? std::nullopt : std::optional<int64_t>(integer(column));
  }
  [[nodiscard]] std::string blob(int column) const;

 private:
  friend class Database;
  struct Finalise {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  std::unique_ptr<sqlite3_stmt, Finalise> statement_;
  const Database* database_ = nullptr;
  bool failed_ = false;
};

class Database {
 public:
  // Creates the file where there is none. Waits up to ten seconds for another writer.
  [[nodiscard]] static Result<Database> open(const std::string& path);

  [[nodiscard]] Status execute(const std::string& sql) const;
  // The database must outlive the statement and not move while one is in use. A faulty statement fails when it is run.
  [[nodiscard]] Statement prepare(std::string_view sql) const;
  [[nodiscard]] Error error(std::string_view doing) const;
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }
  [[nodiscard]] int64_t changes() const { return sqlite3_changes64(handle_.get()); }

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::string path_;
};

// Rolled back when destroyed unless committed.
class Transaction {
 public:
  [[nodiscard]] static Result<Transaction> begin(const Database& database);
  [[nodiscard]] Status commit();
  Transaction(Transaction&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  explicit Transaction(const Database& database) : database_(&database) {}
  const Database* database_;
};

}  // namespace herald::ledger
