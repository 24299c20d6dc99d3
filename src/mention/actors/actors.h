// Spots the actors of a report: names of the registry, people and organisations that the model finds, and parties described without a name.
#pragma once

#include <vector>

#include "herald/analysis.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "mention/actors/registry.h"

namespace herald::actors {

// Mentions in text order, all of them Actors; a mention may lie inside another ("Hamas" in "a Hamas leader's brother"), never crosses one.
// Resolved as of the report's day of publication, by the countries of `places` (mentions of the same report; may be empty) and the names
// around. What cannot be told keeps an empty ref. Of pronouns only those that the model takes for a party; mention/clusters.h finds the
// rest and ties them. Thread-safe.
[[nodiscard]] std::vector<Mention> find_actors(const Report& report, const Analysis& analysis, const Registry& registry,
                                               const std::vector<Mention>& places);

}  // namespace herald::actors
