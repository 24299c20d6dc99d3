#include "ledger/database.h"

namespace herald::ledger {

Statement& Statement::bind(int at, std::string_view text) {
  cursor_->put_text(at, text);
  return *this;
}

Statement& Statement::bind(int at, int64_t value) {
  cursor_->put_integer(at, value);
  return *this;
}

Statement& Statement::bind(int at, double value) {
  cursor_->put_real(at, value);
  return *this;
}

Statement& Statement::bind_blob(int at, std::string_view bytes) {
  cursor_->put_blob(at, bytes);
  return *this;
}

Statement& Statement::bind_null(int at) {
  cursor_->put_null(at);
  return *this;
}

Statement& Statement::bind_point(int at, const std::optional<GeoPoint>& point) {
  return point ? bind_blob(at, database_->dialect().point(*point)) : bind_null(at);
}

Statement& Statement::bind_polygon(int at, const std::vector<GeoPoint>& ring) {
  return bind_blob(at, database_->dialect().polygon(ring));
}

bool Statement::step() {
  const Cursor::Step step = cursor_->step();
  failed_ = step == Cursor::Step::failed;
  return step == Cursor::Step::row;
}

Cursor::Step Cursor::run() {
  Step out = step();
  while (out == Step::row) out = step();
  return out;
}

Status Statement::run() {
  failed_ = cursor_->run() == Cursor::Step::failed;
  Status out = failed_ ? Status(database_->error("write")) : Done{};
  cursor_->reset();
  return out;
}

Status Statement::ended() {
  Status out = failed_ ? Status(database_->error("use")) : Done{};
  cursor_->reset();
  return out;
}

Result<std::optional<int64_t>> Statement::run_for_number() {
  std::optional<int64_t> out;
  while (step()) {
    if (!out) out = integer_or_null(0);
  }
  if (Status s = ended(); !s) return s.error();
  return out;
}

std::optional<GeoPoint> Statement::point(int column) const {
  return database_->dialect().parse_point(text(column));
}

Result<Transaction> Transaction::begin(const Database& database, const std::string& sql) {
  Transaction out(database);  // ends what an `sql` that fails half-way has begun
  if (Status s = database.execute(sql); !s) return s.error();
  return out;
}

Result<Transaction> Transaction::read(const Database& database) {
  return begin(database, database.dialect().begin_read());
}

Result<Transaction> Transaction::write(const Database& database) {
  return begin(database, database.dialect().begin_write());
}

Status Transaction::commit() {
  Status s = database_->execute("COMMIT");
  if (s) database_ = nullptr;
  return s;
}

Transaction::~Transaction() {
  if (database_ && !database_->execute("ROLLBACK")) {
    // The database has rolled back by itself (a full disk or a lost connection does that): nothing is left to undo.
    database_ = nullptr;
  }
}

}  // namespace herald::ledger
