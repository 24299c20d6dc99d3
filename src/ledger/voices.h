// Who says a claim: which words are one voice, and each voice over the whole ledger.
#pragma once

#include <vector>

#include "ledger/account.h"
#include "ledger/syndication.h"

namespace herald::ledger {

// Fills voice, voice_ref, voice_key, reporter and copied of every row. A named voice is known by its reference, else by its name without
// article; the reporter's own voice is its outlet's, or that of the agency or the earliest report which its passage is copied from.
void name_voices(Account& account, const Syndication& copies);

// The outlet, or who is known of a report without one.
[[nodiscard]] std::string outlet_of(const Report& report);

// Needs account.events.
[[nodiscard]] std::vector<VoiceRow> voice_rows(const Account& account);

}  // namespace herald::ledger
