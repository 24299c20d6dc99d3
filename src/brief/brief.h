// The brief: the account told for a reader as a situation report. What happened, tolls with bounds and voices, who holds what, what is
// disputed and between whom, sources. Every line names its voice, outlet and day.
#pragma once

#include <optional>
#include <string>

#include "brief/document.h"
#include "ledger/account.h"

namespace herald::brief {

// What a reader asks for. Events and control rows that cannot be told to lie outside are kept: an unknown day is not outside of any period.
struct Filter {
  std::optional<Day> from;
  std::optional<Day> to;
  std::string place;  // a name, or part of one; also matches region and country
  std::string party;  // a name, or part of one
};

[[nodiscard]] bool matches(const Filter& filter, const Event& event);
[[nodiscard]] bool matches(const Filter& filter, const ControlRow& row);
[[nodiscard]] bool matches(const Filter& filter, const PeriodTally& total);

[[nodiscard]] Document situation_report(const ledger::Account& account, const Filter& filter,
                                        const std::optional<Moment>& as_of = std::nullopt);

}  // namespace herald::brief
