// Reports and claims as rows of the ledger, and back. Scalars have columns of their own; lists and parties stand in the JSON of `detail`
// and `spans`, which is the ledger's own form (docs/ledger_format.md), with spans in bytes.
#pragma once

#include "ledger/account.h"
#include "ledger/database.h"

namespace herald::ledger {

// Column lists, in the order in which bind and read use them.
inline constexpr const char* kReportColumns =
    "key, id, origin, url, outlet, agencies, headline, dateline, published, updated, language, text, spans, warnings, bytes_sha256";
inline constexpr const char* kClaimColumns =
    "geom, position, id, claim, incident, type, kind, modality, harm, state, low, high, approx, vague, unit, cumulative, party, "
    "date_start, date_end, "
    "date_precision, place, place_ref, country, admin1, radius_km, place_type, place_use, place_method, part, within, rank, confidence, "
    "rule, words, detail";
inline constexpr int kReportColumnCount = 15;
inline constexpr int kClaimColumnCount = 35;

// Bind from parameter `at` on.
void bind_report(Statement& s, int at, const LedgerReport& report);
void bind_claim(Statement& s, int at, const Report& report, size_t position, const Claim& claim);
// Read from column `at` on. A column that does not hold what the format says gives an Error.
[[nodiscard]] Result<LedgerReport> read_report(const Statement& s, int at);
[[nodiscard]] Result<Claim> read_claim(const Statement& s, int at);

}  // namespace herald::ledger
