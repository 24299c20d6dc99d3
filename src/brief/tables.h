// Tables of the account for people and programs: plain cells, which src/export/table.h lays out as text, Markdown, HTML or CSV.
#pragma once

#include <string>
#include <vector>

#include "brief/brief.h"
#include "ledger/account.h"

namespace herald::brief {

// Every row has as many cells as there are columns. A cell of what is unknown is empty.
struct Grid {
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;
};

[[nodiscard]] Grid events_table(const ledger::Account& account, const Filter& filter);
[[nodiscard]] Grid tally_table(const ledger::Account& account, const Filter& filter);
[[nodiscard]] Grid control_table(const ledger::Account& account, const Filter& filter);
[[nodiscard]] Grid claims_table(const ledger::Account& account, const Filter& filter);
[[nodiscard]] Grid voices_table(const ledger::Account& account);
[[nodiscard]] Grid syndication_table(const ledger::Account& account);

// Of a claim alone: its day and place, and its parties for `party`.
[[nodiscard]] bool matches(const Filter& filter, const Claim& claim);

}  // namespace herald::brief
