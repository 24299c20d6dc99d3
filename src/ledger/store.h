// The store: one SQLite file that is a valid OGC GeoPackage, or the same tables in PostgreSQL with PostGIS. Three kinds of rows are kept
// (reports, claims, decisions); events, tallies and control are derived from them and written out. The format is docs/ledger_format.md.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "herald/coded.h"
#include "ledger/account.h"
#include "ledger/database.h"
#include "ledger/schema.h"

namespace herald::ledger {

enum class Added : uint8_t {
  added,       // new
  known,       // read before: nothing changed
  recoded,     // read before, but its claims are others now: they took the place of the old ones
  superseding  // a new version of a report that is already here; both are kept, the later one stands
};

// Not to be used from two threads; several processes may open one ledger.
class Ledger {
 public:
  // `where` names a file, or is an address of PostgreSQL (postgresql://user@host/database, or libpq's keyword=value form). On failure
  // nothing is changed.
  [[nodiscard]] static Result<Ledger> open(const std::string& where, Missing missing = Missing::make);

  // Where it is, for people: without passwords.
  [[nodiscard]] const std::string& name() const { return name_; }

  // One transaction; once it returns, a kill loses nothing of it (a power cut may take back the last ones, never half of one). `retrieved`
  // is when the bytes were fetched, where that is known; it stays out of every export.
  [[nodiscard]] Result<Added> add(const CodedReport& coded, const std::optional<Moment>& retrieved = std::nullopt);
  // All of them in one transaction: what is asked for by a run over thousands. Nothing is kept where one fails.
  [[nodiscard]] Result<std::vector<Added>> add_all(std::span<const CodedReport> coded,
                                                   const std::optional<Moment>& retrieved = std::nullopt);
  // False where the very same decision is already there.
  [[nodiscard]] Result<bool> decide(const Decision& decision);

  // Everything kept, without the original bytes; by key.
  [[nodiscard]] Result<std::vector<LedgerReport>> reports() const;
  [[nodiscard]] Result<std::vector<Decision>> decisions() const;
  // The original bytes of a report by its id (its latest version by publication), as they were read; empty where they were not given.
  [[nodiscard]] Result<std::string> original(const std::string& report_id) const;
  // Ids of reports whose headline or text match a query, best first. The query is as the full-text search of the database takes it: words,
  // "a phrase".
  [[nodiscard]] Result<std::vector<std::string>> search(const std::string& query, size_t most = 100) const;

  // The account as it stands, or stood.
  [[nodiscard]] Result<Account> account(const Options& options = {}) const;
  // Brings the derived tables up to all that any process had reported done before it, in one transaction: what is new is reckoned with what
  // it touches, or everything anew where that is most of it.
  [[nodiscard]] Status reconcile();

 private:
  Ledger() = default;
  Result<Added> insert(const CodedReport& coded, const std::optional<Moment>& retrieved);
  // Inside a transaction.
  Result<std::vector<LedgerReport>> read_reports() const;
  Result<Account> read_account(const Options& options) const;
  std::string name_;
  std::unique_ptr<Database> database_;  // statements point at it, so it must not move
};

// Hash by which a report is known: of its original bytes, or of its text and heading where those were not given; with its id.
[[nodiscard]] std::string content_key(const Report& report);

}  // namespace herald::ledger
