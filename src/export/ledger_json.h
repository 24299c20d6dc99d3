// Rows of the reconciled account as the contract's JSON (docs/contract.md), one object each. Pure; any thread.
#pragma once

#include <nlohmann/json.hpp>

#include "herald/event.h"
#include "ledger/account.h"

namespace herald::exports {

[[nodiscard]] nlohmann::ordered_json event_json(const Event& event);
[[nodiscard]] nlohmann::ordered_json control_json(const ControlRow& row);
// Bounds of one event's tolls; of a running total that belongs to no single event.
[[nodiscard]] nlohmann::ordered_json tally_json(const Event& event);
[[nodiscard]] nlohmann::ordered_json total_json(const PeriodTally& total);
[[nodiscard]] nlohmann::ordered_json voice_json(const VoiceRow& voice);
[[nodiscard]] nlohmann::ordered_json syndication_json(const SyndicationGroup& group);
// The claim in the contract's form under its id in the ledger, with its report, outlet, event and words.
[[nodiscard]] nlohmann::ordered_json ledger_claim_json(const ledger::Account& account, const ledger::ClaimRow& row);

}  // namespace herald::exports
