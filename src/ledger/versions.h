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

// Of the versions of one report (same id, or same address at the same outlet) the latest, and of the versions of one story that later leads
// and corrections tell anew; reports that were taken back, and what takes them back, are marked as retracted. All this is told in
// `superseded`. Whether a report stands depends on no report that shares neither id nor address nor story with it (a notice shares those
// that it is about), directly or through others.
[[nodiscard]] std::vector<LedgerReport> standing(std::vector<LedgerReport> reports, const Options& options,
                                                 std::vector<std::string>& superseded);

// The stories that a report tells or is about.
[[nodiscard]] std::vector<std::string> stories_of(const Report& report);

}  // namespace herald::ledger
