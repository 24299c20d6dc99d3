#include "claim/learned.h"

#include <utility>

namespace herald::claim {

Result<Learned> Learned::load(const std::filesystem::path& models) {
  auto judge = Judge::load(models / "claims.json");
  if (!judge) return judge.error();
  auto doers = Chooser::load(models / "doers.json");
  if (!doers) return doers.error();
  return Learned{std::move(*judge), std::move(*doers)};
}

}  // namespace herald::claim
