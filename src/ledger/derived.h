// The ledger's derived tables, row by row: events with their claims and tolls, control, areas, voices.
#pragma once

#include <array>
#include <string>

#include "ledger/account.h"
#include "ledger/database.h"

namespace herald::ledger {

// Use inside a transaction. What fails is told by status(), the first failure of all.
class Derived {
 public:
  explicit Derived(const Database& database);

  void put(const Event& event);
  // `ground` is what the place is known by (ledger/control.h).
  void put(const std::string& ground, const ControlRow& row);
  // In the place of what its key had; no row where it says nothing any more.
  void put(const VoiceRow& voice);
  void take_event(const std::string& id);
  void take_ground(const std::string& ground);

  [[nodiscard]] const Status& status() const { return outcome_.status(); }

 private:
  void lie_in(const std::string& owner, const Place& place, int64_t events, int64_t control);
  void leave(const std::string& owner);

  Statement event_, claim_, tally_, control_, ground_, voice_, no_voice_;
  Statement find_area_, new_area_, count_area_, owner_, owned_, disown_, empty_area_;
  std::array<Statement, 3> of_event_;
  Statement no_control_, no_ground_;
  FirstFailure outcome_;
};

// What is to be brought up where features were written.
[[nodiscard]] Status refresh_layers(const Database& database);

}  // namespace herald::ledger
