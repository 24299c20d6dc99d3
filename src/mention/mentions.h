// The mention stage: every actor, place, time, count and weapon that a report names, resolved, in text order. Start here.
#pragma once

#include <filesystem>
#include <vector>

#include "herald/analysis.h"
#include "herald/mention.h"
#include "herald/report.h"
#include "herald/result.h"
#include "mention/actors/registry.h"
#include "mention/places/gazetteer.h"
#include "mention/quantities/codebook.h"
#include "mention/quantities/weapons.h"

namespace herald::mention {

// Immutable once loaded; shared by all threads.
struct Resources {
  actors::Registry registry;
  places::Gazetteer gazetteer;
  quantities::Quantities quantities;
  quantities::Weapons weapons;

  // From the data folder (base::data_folder): codebook/, gazetteer.bin.
  [[nodiscard]] static Result<Resources> load(const std::filesystem::path& data_folder);
};

// Mentions ascending by where they begin, the longer first where two begin together. They may nest ("Syrian" in "Syrian troops", "three"
// in "three policemen") and never cross; no two of one kind have the same span. A place inside a name that is no place is left out.
// Pronouns, bare nouns and epithets are tied to what they stand for by Mention::antecedent (clusters.h). A pure function; any thread.
[[nodiscard]] std::vector<Mention> find_mentions(const Report& report, const Analysis& analysis, const Resources& resources);

}  // namespace herald::mention
