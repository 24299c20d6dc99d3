#include "ledger/postgresql.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "ledger/postgis.h"

namespace herald::ledger {
namespace {

constexpr int kOldestServer = 120000;
constexpr int kBinary = 1;
constexpr int kMostUnanswered = 1000;

struct FreeResult {
  void operator()(PGresult* r) const { PQclear(r); }
};
using ResultPtr = std::unique_ptr<PGresult, FreeResult>;

struct FreeOptions {
  void operator()(PQconninfoOption* o) const { PQconninfoFree(o); }
};
using Options = std::unique_ptr<PQconninfoOption, FreeOptions>;

// Null where the address cannot be read; `reason` is then why.
Options parse_address(const std::string& where, std::string* reason = nullptr) {
  char* message = nullptr;
  Options out(PQconninfoParse(where.c_str(), &message));
  if (message && reason) {
    // libpq quotes what it could not read, and that may be the password.
    *reason = base::squeeze(message);
    const size_t quote = reason->find('"');
    if (quote != std::string::npos) reason->replace(quote, reason->rfind('"') - quote + 1, "…");
  }
  PQfreemem(message);
  return out;
}

// Numbers go over the wire most significant byte first.
std::string to_wire(uint64_t value) {
  std::string out;
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>((value >> shift) & 0xff));
  return out;
}

uint64_t from_wire(std::string_view bytes) {
  uint64_t out = 0;
  for (const char c : bytes) out = (out << 8) | static_cast<unsigned char>(c);
  return out;
}

// Text as PostgreSQL takes it: valid UTF-8 without a zero byte. Reports are valid already; names of files need not be.
std::string valid(std::string_view text) {
  std::string out(text);
  std::replace(out.begin(), out.end(), '\0', ' ');
  while (const auto bad = base::first_invalid_utf8(out)) out.replace(*bad, 1, "\uFFFD");
  return out;
}

// ? and ?2 as $1 and $2; the number of parameters.
std::pair<std::string, size_t> numbered(std::string_view sql) {
  std::string out;
  size_t count = 0;
  for (size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] != '?') {
      out += sql[i];
      continue;
    }
    const bool told = i + 1 < sql.size() && sql[i + 1] >= '1' && sql[i + 1] <= '9';
    count = told ? std::max<size_t>(count, static_cast<size_t>(sql[++i] - '0')) : count + 1;
    out += '$' + (told ? std::string(1, sql[i]) : std::to_string(count));
  }
  return {out, count};
}

// Parameters as they go over the wire.
using Values = std::vector<std::optional<std::string>>;

struct Wire {
  explicit Wire(const Values& values) : formats(values.size(), kBinary) {
    for (const std::optional<std::string>& v : values) {
      bytes.push_back(v ? v->data() : nullptr);
      lengths.push_back(v ? static_cast<int>(v->size()) : 0);
    }
  }
  [[nodiscard]] int size() const { return static_cast<int>(bytes.size()); }
  std::vector<const char*> bytes;
  std::vector<int> lengths, formats;
};

struct Prepared {
  std::string name;  // empty where the server refused it
  size_t parameters = 0;
};

class PostgresqlDatabase final : public Database {
 public:
  explicit PostgresqlDatabase(const std::string& where) : where_(where), shown_(shown_address(where)) {}

  Status open();
  Status execute(const std::string& sql) const override;
  Statement prepare(std::string_view sql) const override;
  Error error(std::string_view doing) const override;
  const Dialect& dialect() const override { return postgis(); }

  // Runs it and waits for what comes of it; null where it failed.
  ResultPtr ask(const Prepared& prepared, const Values& values) const;
  // The same without waiting, where a transaction's end is there to tell whether it went well.
  bool tell(const Prepared& prepared, const Values& values) const;

 private:
  struct Close {
    void operator()(PGconn* c) const { PQfinish(c); }
  };
  // Waits for the answers to all that was told; false where one is a failure, whose reason is kept for error().
  bool settle() const;
  bool fine(const PGresult* result) const;
  Error refused(std::string what, std::string hint) const { return {std::move(what), shown_, std::nullopt, std::nullopt, std::move(hint)}; }
  Error unreachable(const std::vector<const char*>& keys, const std::vector<const char*>& values) const;

  std::string where_, shown_;
  std::unique_ptr<PGconn, Close> connection_;
  // Each statement is prepared once a connection: the store asks for the same few again and again.
  mutable std::map<std::string, Prepared, std::less<>> prepared_;
  mutable std::string reason_, state_;  // of the last failure; the state is its SQLSTATE
  mutable int unanswered_ = 0;
};

class PostgresqlCursor final : public Cursor {
 public:
  PostgresqlCursor(const PostgresqlDatabase& database, const Prepared& prepared)
      : database_(&database), prepared_(&prepared), values_(prepared.parameters) {}

  void put_null(int at) override { put(at, std::nullopt); }
  void put_integer(int at, int64_t value) override { put(at, to_wire(static_cast<uint64_t>(value))); }
  void put_real(int at, double value) override { put(at, to_wire(std::bit_cast<uint64_t>(value))); }
  void put_text(int at, std::string_view text) override { put(at, valid(text)); }
  void put_blob(int at, std::string_view bytes) override { put(at, std::string(bytes)); }
  Step step() override;
  Step run() override { return database_->tell(*prepared_, values_) ? Step::end : Step::failed; }
  void reset() override {
    result_.reset();
    values_.assign(values_.size(), std::nullopt);
  }
  bool is_null(int column) const override { return PQgetisnull(result_.get(), row_, column) != 0; }
  int64_t integer(int column) const override { return static_cast<int64_t>(from_wire(view(column))); }
  double real(int column) const override { return std::bit_cast<double>(from_wire(view(column))); }
  std::string bytes(int column) const override { return std::string(view(column)); }

 private:
  void put(int at, std::optional<std::string> value) {
    if (!values_.empty()) values_.at(static_cast<size_t>(at - 1)) = std::move(value);
  }
  std::string_view view(int column) const {
    return {PQgetvalue(result_.get(), row_, column), static_cast<size_t>(PQgetlength(result_.get(), row_, column))};
  }

  const PostgresqlDatabase* database_;
  const Prepared* prepared_;
  Values values_;
  ResultPtr result_;
  int row_ = 0;
};

Cursor::Step PostgresqlCursor::step() {
  if (result_) {
    ++row_;
  } else {
    result_ = database_->ask(*prepared_, values_);
    row_ = 0;
  }
  if (!result_) return Step::failed;
  return row_ < PQntuples(result_.get()) ? Step::row : Step::end;
}

Status PostgresqlDatabase::execute(const std::string& sql) const {
  const bool settled = settle();
  const ResultPtr result(PQexec(connection_.get(), sql.c_str()));
  if (!settled || !fine(result.get())) return error("write");
  // The end of a transaction in which something failed is no error to the server.
  if (sql == "COMMIT" && PQcmdStatus(result.get()) != sql) return error("write");
  return Done{};
}

ResultPtr PostgresqlDatabase::ask(const Prepared& prepared, const Values& values) const {
  if (prepared.name.empty() || !settle()) return nullptr;
  const Wire wire(values);
  ResultPtr result(PQexecPrepared(connection_.get(), prepared.name.c_str(), wire.size(), wire.bytes.data(), wire.lengths.data(),
                                  wire.formats.data(), kBinary));
  if (!fine(result.get())) result.reset();
  return result;
}

bool PostgresqlDatabase::tell(const Prepared& prepared, const Values& values) const {
  if (unanswered_ == 0 && PQtransactionStatus(connection_.get()) != PQTRANS_INTRANS) return ask(prepared, values) != nullptr;
  if (prepared.name.empty() || (unanswered_ >= kMostUnanswered && !settle())) return false;
  if (unanswered_ == 0) PQenterPipelineMode(connection_.get());
  const Wire wire(values);
  const int sent = PQsendQueryPrepared(connection_.get(), prepared.name.c_str(), wire.size(), wire.bytes.data(), wire.lengths.data(),
                                       wire.formats.data(), kBinary);
  if (sent) ++unanswered_;
  return sent ? true : fine(nullptr);
}

bool PostgresqlDatabase::settle() const {
  if (unanswered_ == 0) return true;
  PQpipelineSync(connection_.get());
  bool out = true;
  // Each answer ends with a null; that to the sync comes last.
  for (int ended = 0; ended < unanswered_ && PQstatus(connection_.get()) == CONNECTION_OK;) {
    const ResultPtr result(PQgetResult(connection_.get()));
    if (!result) {
      ++ended;
    } else if (out) {
      out = fine(result.get());
    }
  }
  PQclear(PQgetResult(connection_.get()));
  PQexitPipelineMode(connection_.get());
  unanswered_ = 0;
  return out && PQstatus(connection_.get()) == CONNECTION_OK;
}

Status PostgresqlDatabase::open() {
  std::string reason;
  if (!parse_address(where_, &reason)) {
    return refused("not an address of a database: " + reason,
                   "write postgresql://user@host/database, or a path with / in it to name a file");
  }
  // What comes first gives way to what the address says, what comes last does not.
  const std::vector<const char*> keys{"fallback_application_name", "connect_timeout", "dbname", "client_encoding", nullptr};
  const std::vector<const char*> values{"herald", "10", where_.c_str(), "UTF8", nullptr};
  connection_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
  if (PQstatus(connection_.get()) != CONNECTION_OK) return unreachable(keys, values);
  // Notices tell that an extension is there already, or that a word is too long to be found: nothing for a person to act on.
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);
  if (PQserverVersion(connection_.get()) < kOldestServer) return refused("the server is older than PostgreSQL 12", "use a newer one");
  const char* encoding = PQparameterStatus(connection_.get(), "server_encoding");
  if (!encoding || std::string_view(encoding) != "UTF8")
    return refused("the database is not in UTF-8", "make one with createdb --encoding=UTF8 --template=template0");
  return Done{};
}

Error PostgresqlDatabase::unreachable(const std::vector<const char*>& keys, const std::vector<const char*>& values) const {
  const std::string what = "cannot reach the database: " + base::squeeze(PQerrorMessage(connection_.get()));
  if (PQconnectionNeedsPassword(connection_.get())) return refused(what, "put the password in ~/.pgpass, or in PGPASSWORD");
  if (PQconnectionUsedPassword(connection_.get())) return refused(what, "check user and password");
  switch (PQpingParams(keys.data(), values.data(), 1)) {
    case PQPING_OK:
      return refused(what, "the server is up: check user and database; createdb makes one");
    case PQPING_REJECT:
      return refused(what, "the server takes no connections now; try again in a while");
    default:
      return refused(what, "no server answers there: check host and port, and that it runs");
  }
}

Statement PostgresqlDatabase::prepare(std::string_view sql) const {
  static const Prepared kRefused;
  auto found = prepared_.find(sql);
  if (found == prepared_.end()) {
    const auto [text, parameters] = numbered(sql);
    const std::string name = "herald_" + std::to_string(prepared_.size());
    const bool settled = settle();
    const ResultPtr result(PQprepare(connection_.get(), name.c_str(), text.c_str(), 0, nullptr));
    if (!settled || !fine(result.get())) return {*this, std::make_unique<PostgresqlCursor>(*this, kRefused)};
    found = prepared_.emplace(std::string(sql), Prepared{name, parameters}).first;
  }
  return {*this, std::make_unique<PostgresqlCursor>(*this, found->second)};
}

bool PostgresqlDatabase::fine(const PGresult* result) const {
  const ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY) return true;
  const auto field = [&](int code) {
    const char* text = PQresultErrorField(result, code);
    return std::string(text ? text : "");
  };
  reason_ = field(PG_DIAG_MESSAGE_PRIMARY);
  state_ = field(PG_DIAG_SQLSTATE);
  // A lost connection has no more than words.
  if (reason_.empty()) reason_ = base::squeeze(PQerrorMessage(connection_.get()));
  return false;
}

Error PostgresqlDatabase::error(std::string_view doing) const {
  // SQLSTATEs, or classes of them, and what to do.
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kHints{{
      {"42501", "ask the owner of the database: to make a ledger, a superuser must run CREATE EXTENSION postgis there once"},
      {"0A000", "install PostGIS on the server (Debian: postgresql-15-postgis-3)"},
      {"55P03", "another program has been writing to it for a minute; try again when that is done"},
      {"25006", "this server takes no writes; name the main one"},
      {"53", "the server is short of memory, disk or connections; try again when it has some"},
      {"57", "the server ended the work; run the same command again: what it reported done is kept"},
      {"08", "run the same command again: what it reported done is kept"},
  }};
  const bool lost = PQstatus(connection_.get()) == CONNECTION_BAD;
  std::string_view hint = "check that the database holds a Herald ledger and that this user may use it";
  for (const auto& [state, what] : kHints)
    if ((lost && state == "08") || (!state_.empty() && state_.starts_with(state))) hint = what;
  return refused("cannot " + std::string(doing) + " the ledger: " + reason_, std::string(hint));
}

}  // namespace

bool is_postgresql(const std::string& where) {
  if (where.starts_with("postgresql://") || where.starts_with("postgres://")) return true;
  const size_t key = where.find_first_not_of("abcdefghijklmnopqrstuvwxyz_");
  return key != 0 && key != std::string::npos && where[key] == '=';
}

std::string shown_address(const std::string& where) {
  const Options options = parse_address(where);
  if (!options) return "postgresql://…";
  std::map<std::string_view, std::string> parts;
  for (const PQconninfoOption* o = options.get(); o->keyword; ++o) {
    const bool secret = std::string_view(o->dispchar) == "*";
    if (o->val && *o->val && !secret) parts[o->keyword] = o->val;
  }
  const auto take = [&](std::string_view key, const char* before, const char* after) {
    const auto found = parts.find(key);
    if (found == parts.end()) return std::string();
    std::string out = before + found->second + after;
    parts.erase(found);
    return out;
  };
  std::string out = "postgresql://" + take("user", "", "@");
  if (parts.contains("host") && !parts["host"].starts_with('/')) out += take("host", "", "") + take("port", ":", "");
  out += take("dbname", "/", "");
  char before = '?';
  for (const auto& [key, value] : parts) {
    out += before + std::string(key) + '=' + value;
    before = '&';
  }
  return out;
}

Result<std::unique_ptr<Database>> open_postgresql(const std::string& where) {
  auto out = std::make_unique<PostgresqlDatabase>(where);
  if (Status s = out->open(); !s) return s.error();
  return std::unique_ptr<Database>(std::move(out));
}

}  // namespace herald::ledger
