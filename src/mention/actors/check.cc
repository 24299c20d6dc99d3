#include "mention/actors/check.h"

#include <algorithm>
#include <set>

namespace herald::actors {
namespace {

bool overlap(const Period& a, const Period& b) {
  const bool a_before = a.end && b.start && *a.end < *b.start;
  const bool b_before = b.end && a.start && *b.end < *a.start;
  return !a_before && !b_before;
}

bool both_mean(const Stand& a, const Stand& b) {
  if (a.side != b.side || !overlap(a.period, b.period)) return false;
  return std::any_of(a.countries.begin(), a.countries.end(),
                     [&](const std::string& c) { return std::find(b.countries.begin(), b.countries.end(), c) != b.countries.end(); });
}

bool valid_id(const std::string& id) {
  if (id.rfind("actor:", 0) != 0 || id.size() == 6) return false;
  return std::all_of(id.begin() + 6, id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

}  // namespace

std::vector<std::string> check_actors(const Registry& registry) {
  std::vector<std::string> out;
  std::set<std::string> states;
  for (const ActorEntry& entry : registry.entries())
    if (entry.kind == ActorKind::state) states.insert(entry.countries.front());
  const auto wrong = [&](const ActorEntry& entry, const std::string& what) { out.push_back(entry.id + ": " + what); };
  for (const ActorEntry& entry : registry.entries()) {
    if (!valid_id(entry.id)) wrong(entry, "an id is lower-case letters, digits and hyphens");
    const bool of_state = entry.kind <= ActorKind::navy;
    std::set<std::string> names{entry.name};
    for (const std::string& alias : entry.aliases)
      if (!names.insert(alias).second) wrong(entry, "the name \"" + alias + "\" stands twice");
    if (!of_state && entry.aliases.size() < 2) wrong(entry, "fewer than two aliases");
    for (const std::string& country : entry.countries)
      if (states.count(country) == 0) wrong(entry, "no state \"" + country + "\"");
    const auto exists = [&](const std::string& id, const char* what) {
      if (!id.empty() && !registry.find(id)) wrong(entry, std::string(what) + " \"" + id + "\" is not in the registry");
    };
    exists(entry.parent, "parent");
    exists(entry.was, "ancestor");
    exists(entry.became, "successor");
    if (!entry.was.empty() && !entry.period.start) wrong(entry, "an ancestor needs \"from\"");
    if (!entry.became.empty() && !entry.period.end) wrong(entry, "a successor needs \"to\"");
    for (const Allegiance& allegiance : entry.allegiances) {
      exists(allegiance.with, "ally");
      if (allegiance.with.empty()) wrong(entry, "an allegiance needs \"with\"");
      if (!overlap(allegiance.period, entry.period)) wrong(entry, "the allegiance with \"" + allegiance.with + "\" lies outside its time");
    }
    std::set<std::string> above{entry.id};
    for (const ActorEntry* at = registry.find(entry.parent); at; at = registry.find(at->parent))
      if (!above.insert(at->id).second) {
        wrong(entry, "parents run in a circle at \"" + at->id + "\"");
        break;
      }
    for (const Stand& stand : entry.stands) {
      if (!overlap(stand.period, entry.period)) wrong(entry, "stands for " + stand.side + " outside its time");
      for (const ActorEntry& other : registry.entries())
        for (const Stand& rival : other.stands)
          if (&other > &entry && both_mean(stand, rival)) wrong(entry, "stands for " + stand.side + " beside " + other.id);
    }
  }
  return out;
}

}  // namespace herald::actors
