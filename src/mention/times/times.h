// Time expressions of a report as TIMEX3 values and the days they cover.
#pragma once

#include <vector>

#include "herald/analysis.h"
#include "herald/mention.h"
#include "herald/report.h"

namespace herald::times {

// The day that relative expressions count from: the day of the dateline where it names one not more than three days before publication,
// else the day of publication in the zone it was written in; where there is no publication time, the dateline's day if it has its year.
// nullopt where neither is known.
[[nodiscard]] std::optional<Day> anchor_day(const Report& report);

// Every time expression (TIMEX3 DATE, TIME, DURATION, SET), ascending and disjoint, each a Mention that holds a Timex. Spans follow TimeML:
// no leading preposition, determiners and modifiers inside ("the last two weeks"). Expressions without an anchor keep X in their values and
// open periods. Pure; needs sentences and tokens only, no tags.
[[nodiscard]] std::vector<Mention> find_times(const Report& report, const Analysis& analysis);

}  // namespace herald::times
