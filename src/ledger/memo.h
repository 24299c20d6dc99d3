// The memo: what is written beside an account so that a part of it can be reckoned again (src/ledger/update.h): which reports stand, what
// their paragraphs are copied from, where each incident can meet others, what hangs together, who said how much where. All of it is
// derived; the tables are in src/ledger/schema.cc.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ledger/block.h"
#include "ledger/database.h"
#include "ledger/events.h"
#include "ledger/reckoning.h"

namespace herald::ledger {

// Report numbers are `reports.fid`. Use inside a transaction.
class Memo {
 public:
  explicit Memo(const Database& database);

  void stands(int64_t report, bool retracted);
  void story(const std::string& story, int64_t report);
  void band(uint64_t band, int64_t report, uint32_t start);
  void copy(int64_t report, const Span& paragraph, int64_t origin);
  void incident(int64_t incident, const std::string& first_claim, int64_t report, int64_t component);
  void key(const BlockKey& key, int64_t incident);
  void wide(uint64_t block);
  // What each voice says in one report, and the places that it names; sums by outlet are kept apart.
  void said(const Reckoning& reckoning, uint32_t report, int64_t number);
  void event(const std::string& event, int64_t component);
  void event_voice(const std::string& event, const std::string& voice);
  void disputes(const std::string& ground, const std::vector<ControlRow>& rows);

  [[nodiscard]] const Status& status() const { return outcome_.status(); }

 private:
  Statement stands_, story_, band_, copy_, incident_, key_, wide_, said_, place_, event_, event_voice_, dispute_;
  FirstFailure outcome_;
};

// The event that an incident's claims went to; empty where they are about none.
[[nodiscard]] const std::string& event_of(const Reckoning& reckoning, const Incident& incident);
// What an incident is known by: its first claim.
[[nodiscard]] const std::string& first_claim(const Reckoning& reckoning, const Incident& incident);
// Claim rows of one report.
[[nodiscard]] std::pair<uint32_t, uint32_t> rows_of(const Account& account, uint32_t report);

// Replaces all that the derived tables and the memo hold. Call inside a transaction.
[[nodiscard]] Status write_all(const Database& database, const Reckoning& reckoning);

}  // namespace herald::ledger
