// Reports and claims in a few words, for tests of the ledger and what lies above it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/account.h"

namespace herald::testing {

// A report of `outlet`, published at an ISO moment or day; its text is filled by the claims put into it, one sentence each.
[[nodiscard]] ledger::LedgerReport report(const std::string& id, const std::string& outlet, const std::string& published);

// Adds a claim to the report, in a sentence of its own or, where `words` are given, in those. The returned reference is good until the next
// one is added. `day` is an ISO day, "first/last", or empty; `place` a name, which is given coordinates of its own; `voice` empty for the
// reporter.
Claim& add(ledger::LedgerReport& report, ClaimType type, const std::string& place, const std::string& day, const std::string& voice,
           const std::string& words = {});
Claim& add_killed(ledger::LedgerReport& report, std::optional<int64_t> low, std::optional<int64_t> high, const std::string& victims,
                  const std::string& place, const std::string& day, const std::string& voice);
Claim& add_violence(ledger::LedgerReport& report, Kind kind, const std::string& place, const std::string& day, const std::string& voice);
Claim& add_control(ledger::LedgerReport& report, ControlState state, const std::string& holder, const std::string& place,
                   const std::string& day, const std::string& voice);

[[nodiscard]] Party party(const std::string& text, const std::string& ref = {});
// A settlement whose reference and coordinates come from its name.
[[nodiscard]] Place place(const std::string& name);
[[nodiscard]] std::optional<ClaimDate> dated(const std::string& day);

// The whole account, line by line: two that print alike are alike.
[[nodiscard]] std::string dump(const ledger::Account& account);

}  // namespace herald::testing
