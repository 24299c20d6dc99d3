#include "mention/actors/registry.h"

#include <algorithm>

#include "mention/places/names.h"

namespace herald::actors {
namespace {

// Below this two spellings are two names.
constexpr double kLikeEnough = 0.72;

bool holds(const Period& period, Day day) {
  return (!period.start || *period.start <= day) && (!period.end || day <= *period.end);
}

const char* suffix_of(Body body) {
  switch (body) {
    case Body::government:
      return "-government";
    case Body::army:
      return "-army";
    case Body::police:
      return "-police";
    case Body::airforce:
      return "-airforce";
    case Body::navy:
      return "-navy";
    case Body::none:
      break;
  }
  return "";
}

}  // namespace

const ActorEntry* Registry::find(std::string_view id) const {
  const auto at = ids_.find(std::string(id));
  return at == ids_.end() ? nullptr : &entries_[at->second];
}

const std::vector<NameHit>* Registry::named(const std::string& folded) const {
  const auto at = names_.find(folded);
  return at == names_.end() ? nullptr : &at->second;
}

std::vector<NameHit> Registry::sounding_like(const std::string& folded) const {
  std::vector<NameHit> out;
  if (folded.size() < 5) return out;
  const auto at = sounds_.find(places::skeleton_of(folded));
  if (at == sounds_.end()) return out;
  std::vector<std::pair<double, const std::string*>> like;
  for (const std::string& key : at->second)
    if (const double score = places::likeness(folded, key); score >= kLikeEnough) like.emplace_back(score, &key);
  std::stable_sort(like.begin(), like.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [score, key] : like)
    for (NameHit hit : names_.at(*key)) {
      if (hit.how > How::alias || hit.cased) continue;
      hit.how = How::sound;
      out.push_back(hit);
    }
  return out;
}

size_t Registry::longest_from(const std::string& first_word) const {
  const auto at = longest_.find(first_word);
  return at == longest_.end() ? 0 : at->second;
}

const ActorEntry& Registry::as_of(const ActorEntry& entry, std::optional<Day> day) const {
  const ActorEntry* at = &entry;
  // A chain of names is short; the bound only guards against a codebook that runs in a circle.
  for (int steps = 0; day && steps < 8; ++steps) {
    const bool early = at->period.start && *day < *at->period.start;
    const bool late = at->period.end && *day > *at->period.end;
    const ActorEntry* next = early ? find(at->was) : late ? find(at->became) : nullptr;
    if (!next) break;
    at = next;
  }
  return *at;
}

const ActorEntry* Registry::body(std::string_view country, Body body, std::optional<Day> day) const {
  if (country.size() != 2 || body == Body::none) return nullptr;
  std::string slug(country);
  for (char& c : slug) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  const ActorEntry* now = find("actor:" + slug + suffix_of(body));
  if (!day) return now;
  // Of two states that have one seat, that of the day: Zaire until May 1997.
  for (const ActorEntry& entry : entries_)
    if (entry.kind == ActorKind::state && entry.period.known() && entry.country() == country && holds(entry.period, *day))
      return find(entry.id + suffix_of(body));
  return now;
}

const ActorEntry* Registry::standing_for(std::string_view side, std::string_view country, Day day) const {
  const ActorEntry* found = nullptr;
  for (const ActorEntry& entry : entries_) {
    for (const Stand& stand : entry.stands) {
      if (stand.side != side || !holds(stand.period, day)) continue;
      if (std::find(stand.countries.begin(), stand.countries.end(), country) == stand.countries.end()) continue;
      if (found) return nullptr;
      found = &entry;
      break;
    }
  }
  return found;
}

}  // namespace herald::actors
