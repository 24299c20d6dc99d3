#include "cli/ledger_sink.h"

#include <utility>

namespace herald::cli {
namespace {

constexpr size_t kBatch = 64;  // a transaction costs some milliseconds, whatever is in it

}  // namespace

void LedgerSink::add(CodedReport coded) {
  batch_.push_back(std::move(coded));
  if (batch_.size() >= kBatch) flush();
}

void LedgerSink::flush() {
  if (error_ || batch_.empty()) return;
  const auto added = ledger_.add_all(batch_);
  if (!added) {
    error_ = added.error();
    return;
  }
  for (const ledger::Added a : *added) ++added_.at(static_cast<size_t>(a));
  batch_.clear();
}

Result<std::string> LedgerSink::finish() {
  flush();
  if (error_) return *error_;
  if (const auto account = ledger_.reconcile(); !account) return account.error();
  const auto count = [&](ledger::Added a) { return added_.at(static_cast<size_t>(a)); };
  const uint64_t fresh = count(ledger::Added::added);
  std::string out = std::to_string(fresh) + (fresh == 1 ? " report added" : " reports added");
  const auto tell = [&](ledger::Added a, const char* what) {
    if (count(a) > 0) out += ", " + std::to_string(count(a)) + what;
  };
  tell(ledger::Added::known, " known before");
  tell(ledger::Added::recoded, " coded anew");
  tell(ledger::Added::superseding, " new versions");
  return out;
}

}  // namespace herald::cli
