// What the commands over a ledger share: which ledger, what part of it, in which form.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "brief/brief.h"
#include "brief/tables.h"
#include "ledger/store.h"

namespace herald::cli {

struct LedgerOptions {
  std::string ledger = "herald.gpkg";
  std::string from, to, as_of;  // as written; checked where they are added
  std::string place, party;
  std::string format = "text";

  [[nodiscard]] brief::Filter filter() const;
  [[nodiscard]] std::optional<Moment> moment() const;
};

// A check of the command line, in CLI11's form: the message, or nothing.
[[nodiscard]] std::string is_moment(const std::string& text);

// --ledger.
void add_ledger(CLI::App& command, LedgerOptions& options);
// --as-of.
void add_as_of(CLI::App& command, LedgerOptions& options);
// --ledger, --as-of, --format.
void add_view(CLI::App& command, LedgerOptions& options);
// --from, --to, --place, --party.
void add_filter(CLI::App& command, LedgerOptions& options);

// A ledger that must be there already; read only by habit, not by force.
[[nodiscard]] Result<ledger::Ledger> open_existing(const std::string& path);
// A ledger to write to; made where there is none.
[[nodiscard]] Result<ledger::Ledger> open_or_make(const std::string& path);
// The account that the options ask for.
[[nodiscard]] Result<ledger::Account> account_of(const LedgerOptions& options);

// Writes the grid in the form asked for; `json` makes the objects of --format json. Gives the exit status.
int print(const LedgerOptions& options, const brief::Grid& grid, const std::function<std::vector<nlohmann::ordered_json>()>& json);

}  // namespace herald::cli
