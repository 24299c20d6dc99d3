// Coded reports on their way into a ledger, many to a transaction.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "herald/coded.h"
#include "ledger/store.h"

namespace herald::cli {

// Used by one thread at a time. What a full batch holds is on disk once add() returns.
class LedgerSink {
 public:
  explicit LedgerSink(ledger::Ledger& ledger) : ledger_(ledger) {}

  void add(CodedReport coded);
  // Writes what is left and reconciles. "12 added, 3 known before" or the first thing that went wrong.
  [[nodiscard]] Result<std::string> finish();
  // Nothing more is kept once this is set.
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }

 private:
  void flush();

  ledger::Ledger& ledger_;
  std::vector<CodedReport> batch_;
  std::array<uint64_t, 4> added_{};  // by ledger::Added
  std::optional<Error> error_;
};

}  // namespace herald::cli
