#include "ledger/sqlite.h"

#include <sqlite3.h>

#include "ledger/geopackage.h"

namespace herald::ledger {
namespace {

class SqliteCursor final : public Cursor {
 public:
  explicit SqliteCursor(sqlite3_stmt* statement) : statement_(statement) {}

  void put_null(int at) override { sqlite3_bind_null(statement_.get(), at); }
  void put_integer(int at, int64_t value) override { sqlite3_bind_int64(statement_.get(), at, value); }
  void put_real(int at, double value) override { sqlite3_bind_double(statement_.get(), at, value); }
  void put_text(int at, std::string_view text) override {
    sqlite3_bind_text64(statement_.get(), at, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  void put_blob(int at, std::string_view bytes) override {
    sqlite3_bind_blob64(statement_.get(), at, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_TRANSIENT);
  }
  Step step() override {
    const int rc = statement_ ? sqlite3_step(statement_.get()) : SQLITE_ERROR;
    return rc == SQLITE_ROW ? Step::row : rc == SQLITE_DONE ? Step::end : Step::failed;
  }
  void reset() override {
    if (!statement_) return;
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
  }
  bool is_null(int column) const override { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }
  int64_t integer(int column) const override { return sqlite3_column_int64(statement_.get(), column); }
  double real(int column) const override { return sqlite3_column_double(statement_.get(), column); }
  std::string bytes(int column) const override {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return bytes ? std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))) : std::string();
  }

 private:
  struct Finalise {
    void operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }
  };
  std::unique_ptr<sqlite3_stmt, Finalise> statement_;
};

class SqliteDatabase final : public Database {
 public:
  explicit SqliteDatabase(std::string path) : path_(std::move(path)) {}

  Status open() {
    sqlite3* raw = nullptr;
    const int rc = sqlite3_open_v2(path_.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    handle_.reset(raw);
    if (rc != SQLITE_OK) return error("open");
    sqlite3_busy_timeout(raw, 60000);
    register_geometry_functions(raw);
    return Done{};
  }
  Status execute(const std::string& sql) const override {
    if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error("write");
    return Done{};
  }
  Statement prepare(std::string_view sql) const override {
    sqlite3_stmt* raw = nullptr;
    sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
    return {*this, std::make_unique<SqliteCursor>(raw)};
  }
  Error error(std::string_view doing) const override {
    const std::string reason = handle_ ? sqlite3_errmsg(handle_.get()) : "out of memory";
    return {"cannot " + std::string(doing) + " the ledger: " + reason, path_, std::nullopt, std::nullopt,
            "check that the file is a Herald ledger and can be written"};
  }
  const Dialect& dialect() const override { return geopackage(); }

 private:
  struct Close {
    void operator()(sqlite3* db) const { sqlite3_close_v2(db); }
  };
  std::unique_ptr<sqlite3, Close> handle_;
  std::string path_;
};

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path) {
  auto out = std::make_unique<SqliteDatabase>(path);
  if (Status s = out->open(); !s) return s.error();
  return std::unique_ptr<Database>(std::move(out));
}

}  // namespace herald::ledger
