// The steps of an account with what lies between them: seams for the store, which keeps it up to date as reports come in.
#pragma once

#include <optional>
#include <vector>

#include "ledger/account.h"
#include "ledger/control.h"
#include "ledger/facts.h"
#include "ledger/link.h"
#include "ledger/syndication.h"

namespace herald::ledger {

struct Reckoning {
  Account account;
  Syndication copies;
  std::vector<Fact> facts;  // point into the account's reports
  Linked linked;
  Grounds grounds;  // none before events are made
};

// Claims as people decided on them, their voices named. `standing` must be in order, `in_force` too. Copies are found where they are not
// given.
[[nodiscard]] Reckoning facts_and_voices(std::vector<LedgerReport> standing, const std::vector<Decision>& in_force,
                                         std::optional<Syndication> copies = std::nullopt);

// Sets `linked`; the account has no events yet.
void link_facts(Reckoning& reckoning, const std::vector<Decision>& in_force);

// Everything; the groups of copies have gone to the account.
[[nodiscard]] Reckoning reckon_all(std::vector<LedgerReport> reports, const std::vector<Decision>& decisions, const Options& options = {});

}  // namespace herald::ledger
