#include "mention/mentions.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "mention/actors/actors.h"
#include "mention/clusters.h"
#include "mention/merge.h"
#include "mention/places/places.h"
#include "mention/quantities/quantities.h"
#include "mention/times/times.h"

namespace herald::mention {

Result<Resources> Resources::load(const std::filesystem::path& data_folder) {
  Result<actors::Registry> registry = actors::Registry::load(data_folder / "codebook");
  if (!registry) return registry.error();
  Result<places::Gazetteer> gazetteer = places::Gazetteer::load(data_folder);
  if (!gazetteer) return gazetteer.error();
  Result<quantities::Quantities> figures = quantities::Quantities::load(data_folder / "codebook/quantities.yaml");
  if (!figures) return figures.error();
  Result<quantities::Weapons> weapons = quantities::Weapons::load(data_folder / "codebook/weapons.yaml");
  if (!weapons) return weapons.error();
  return Resources{std::move(*registry), std::move(*gazetteer), std::move(*figures), std::move(*weapons)};
}

std::vector<Mention> find_mentions(const Report& report, const Analysis& analysis, const Resources& resources) {
  std::vector<Mention> all = places::find_places(report, analysis, resources.gazetteer);
  const auto add = [&](std::vector<Mention> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  };
  std::vector<Mention> found = actors::find_actors(report, analysis, resources.registry, all);
  add(std::move(found));
  add(times::find_times(report, analysis));
  add(quantities::find_quantities(report, analysis, resources.quantities));
  add(quantities::find_weapons(report, analysis, resources.weapons));
  widen_places(report, analysis, all);
  return cluster(report, analysis, resources.registry, merge(std::move(all)));
}

}  // namespace herald::mention
