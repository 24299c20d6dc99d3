// Holds the registry to its schema (docs/actors.md).
#pragma once

#include <string>
#include <vector>

#include "mention/actors/registry.h"

namespace herald::actors {

// One clause for each thing that is wrong, in the order of the entries; empty where all is well: groups and institutions have two further
// names at least, countries are ISO 3166-1 codes of states in the registry, parents, ancestors, successors and allies exist and run in no
// circle, allegiances lie within an actor's own time, no side of a country has two groups on one day.
[[nodiscard]] std::vector<std::string> check_actors(const Registry& registry);

}  // namespace herald::actors
