// Which reports stand: of the versions of one report the latest, in the order in which all else counts them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/account.h"

namespace herald::ledger {

// Seconds since 1970, the least there is where nobody knows.
[[nodiscard]] int64_t seconds(const std::optional<Moment>& moment);

// The order of reports in an account: by publication, then id.
[[nodiscard]] bool earlier(const Report& a, const Report& b);

// Of the versions of one report (same id, or same address at the same outlet) the latest; the others are told in `superseded`. Whether a
// report stands depends on no report that shares neither with it, directly or through others.
[[nodiscard]] std::vector<LedgerReport> standing(std::vector<LedgerReport> reports, const Options& options,
                                                 std::vector<std::string>& superseded);

}  // namespace herald::ledger
