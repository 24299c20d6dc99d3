// What the store asks of an SQL database, whichever of the two kinds it lies in: connections, statements and transactions as values. SQL is
// written once for both, with ? for parameters; what the two say differently is a Dialect.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/mention.h"
#include "herald/result.h"
#include "ledger/dialect.h"

namespace herald::ledger {

class Database;

// A prepared statement as its database has it; Statement is how it is used.
class Cursor {
 public:
  enum class Step : uint8_t { row, end, failed };

  Cursor() = default;
  Cursor(const Cursor&) = delete;
  Cursor& operator=(const Cursor&) = delete;
  virtual ~Cursor() = default;

  virtual void put_null(int at) = 0;
  virtual void put_integer(int at, int64_t value) = 0;
  virtual void put_real(int at, double value) = 0;
  virtual void put_text(int at, std::string_view text) = 0;
  virtual void put_blob(int at, std::string_view bytes) = 0;
  [[nodiscard]] virtual Step step() = 0;
  // Steps to the end. In a transaction a server may be given more to do before it has answered: what failed is then told by the next call
  // that waits for it, at the latest by the commit.
  [[nodiscard]] virtual Step run();
  virtual void reset() = 0;
  [[nodiscard]] virtual bool is_null(int column) const = 0;
  [[nodiscard]] virtual int64_t integer(int column) const = 0;
  [[nodiscard]] virtual double real(int column) const = 0;
  [[nodiscard]] virtual std::string bytes(int column) const = 0;
};

// Parameters count from 1, columns from 0. Not to be used from two threads.
class Statement {
 public:
  Statement(const Database& database, std::unique_ptr<Cursor> cursor) : database_(&database), cursor_(std::move(cursor)) {}

  Statement& bind(int at, std::string_view text);
  Statement& bind(int at, int64_t value);
  Statement& bind(int at, double value);
  Statement& bind_blob(int at, std::string_view bytes);
  Statement& bind_null(int at);
  // Null where the value is unknown.
  Statement& bind(int at, const std::optional<int64_t>& value) { return value ? bind(at, *value) : bind_null(at); }
  Statement& bind_or_null(int at, std::string_view text) { return text.empty() ? bind_null(at) : bind(at, text); }
  // Geometries in WGS84; the ring of a polygon has three points or more and is closed here.
  Statement& bind_point(int at, const std::optional<GeoPoint>& point);
  Statement& bind_polygon(int at, const std::vector<GeoPoint>& ring);

  // True while there is a row; false at the end or on an error, which failed() tells apart.
  bool step();
  [[nodiscard]] bool failed() const { return failed_; }
  // Runs to its end (Cursor::run) and makes it ready for new parameters.
  Status run();
  // The same; gives the number that the first row returned, where there was one.
  Result<std::optional<int64_t>> run_for_number();
  // Calls `row` at every row, to the end, and makes it ready for new parameters.
  template <typename Row>
  Status each(Row&& row) {
    while (step()) row();
    return ended();
  }

  // The text, or the bytes of a blob.
  [[nodiscard]] std::string text(int column) const { return cursor_->bytes(column); }
  [[nodiscard]] int64_t integer(int column) const { return cursor_->integer(column); }
  [[nodiscard]] double real(int column) const { return cursor_->real(column); }
  [[nodiscard]] bool is_null(int column) const { return cursor_->is_null(column); }
  [[nodiscard]] std::optional<int64_t> integer_or_null(int column) const {
    return is_null(column) ? std::nullopt : std::optional<int64_t>(integer(column));
  }
  // nullopt where it is null or no point.
  [[nodiscard]] std::optional<GeoPoint> point(int column) const;

 private:
  Status ended();
  const Database* database_;
  std::unique_ptr<Cursor> cursor_;
  bool failed_ = false;
};

// The first failure of several steps.
class FirstFailure {
 public:
  void note(const Status& status) {
    if (!status && status_) status_ = status;
  }
  // The number, where the statement gave one.
  std::optional<int64_t> note(const Result<std::optional<int64_t>>& number) {
    if (number) return *number;
    note(Status(number.error()));
    return std::nullopt;
  }
  [[nodiscard]] const Status& status() const { return status_; }

 private:
  Status status_ = Done{};
};

class Database {
 public:
  Database() = default;
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  virtual ~Database() = default;

  // Any number of statements without parameters.
  [[nodiscard]] virtual Status execute(const std::string& sql) const = 0;
  // The database must outlive the statement. A faulty statement fails when it is run.
  [[nodiscard]] virtual Statement prepare(std::string_view sql) const = 0;
  // What the last failure was.
  [[nodiscard]] virtual Error error(std::string_view doing) const = 0;
  [[nodiscard]] virtual const Dialect& dialect() const = 0;
};

// Rolled back when destroyed unless committed.
class Transaction {
 public:
  // Sees one state of the database, whatever others write meanwhile.
  [[nodiscard]] static Result<Transaction> read(const Database& database);
  // One at a time in all processes; waits for another's end.
  [[nodiscard]] static Result<Transaction> write(const Database& database);
  [[nodiscard]] Status commit();
  Transaction(Transaction&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  static Result<Transaction> begin(const Database& database, const std::string& sql);
  explicit Transaction(const Database& database) : database_(&database) {}
  const Database* database_;
};

}  // namespace herald::ledger
