#include "ledger/sqlite.h"

#include "ledger/geopackage.h"

namespace herald::ledger {

Statement& Statement::bind(int at, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), at, text.data() ? text.data() : "", text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind(int at, int64_t value) {
  sqlite3_bind_int64(statement_.get(), at, value);
  return *this;
}

Statement& Statement::bind(int at, double value) {
  sqlite3_bind_double(statement_.get(), at, value);
  return *this;
}

Statement& Statement::bind_blob(int at, std::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), at, bytes.data() ? bytes.data() : "", bytes.size(), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind_null(int at) {
  sqlite3_bind_null(statement_.get(), at);
  return *this;
}

bool Statement::step() {
  const int rc = statement_ ? sqlite3_step(statement_.get()) : SQLITE_ERROR;
  failed_ = rc != SQLITE_ROW && rc != SQLITE_DONE;
  return rc == SQLITE_ROW;
}

Status Statement::run() {
  while (step()) {
  }
  if (failed_) {
    Error error = database_->error("write");
    reset();
    return error;
  }
  reset();
  return Done{};
}

void Statement::reset() {
  if (!statement_) return;
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return bytes ? std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))) : std::string();
}

std::string Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return bytes ? std::string(bytes, static_cast<size_t>(sqlite3_column_bytes(statement_.get(), column))) : std::string();
}

Result<Database> Database::open(const std::string& path) {
  Database out;
  out.path_ = path;
  sqlite3* raw = nullptr;
  const int rc = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  out.handle_.reset(raw);
  if (rc != SQLITE_OK) return out.error("open");
  sqlite3_busy_timeout(raw, 10000);
  register_geometry_functions(raw);
  return out;
}

Status Database::execute(const std::string& sql) const {
  if (sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) return error("write");
  return Done{};
}

Statement Database::prepare(std::string_view sql) const {
  Statement out;
  sqlite3_stmt* raw = nullptr;
  sqlite3_prepare_v2(handle_.get(), sql.data(), static_cast<int>(sql.size()), &raw, nullptr);
  out.statement_.reset(raw);
  out.database_ = this;
  return out;
}

Error Database::error(std::string_view doing) const {
  const std::string reason = handle_ ? sqlite3_errmsg(handle_.get()) : "out of memory";
  return {"cannot " + std::string(doing) + " the ledger: " + reason, path_, std::nullopt, std::nullopt,
          "check that the file is a Herald ledger and can be written"};
}

Result<Transaction> Transaction::begin(const Database& database) {
  if (Status s = database.execute("BEGIN IMMEDIATE"); !s) return s.error();
  return Transaction(database);
}

Status Transaction::commit() {
  Status s = database_->execute("COMMIT");
  if (s) database_ = nullptr;
  return s;
}

Transaction::~Transaction() {
  if (database_ && !database_->execute("ROLLBACK")) {
    // SQLite has rolled back by itself (a full disk does that): nothing is left to undo.
    database_ = nullptr;
  }
}

}  // namespace herald::ledger
