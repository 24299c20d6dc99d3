#include "ledger/block.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <tuple>

#include "base/text.h"

namespace herald::ledger {
namespace {

constexpr int32_t kPreciseDays = 10;
constexpr double kCellDegrees = 0.5;

// FNV-1a: keys only decide who is compared, a collision costs one comparison.
uint64_t hash_of(std::string_view kind, std::string_view name) {
  uint64_t h = 14695981039346656037ULL;
  for (const std::string_view s : {kind, name}) {
    for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    h = (h ^ 0xff) * 1099511628211ULL;
  }
  return h;
}

// One flat list, sorted by key when all are in: a table of small blocks would scatter over the memory.
class Blocks {
 public:
  void add(const BlockKey& key, uint32_t incident) {
    for (int32_t time = key.times.first; time <= key.times.last; ++time)
      entries_.push_back({at_time(key.hash, time), incident, !key.rough});
  }

  // Blocks in which precise members need not meet each other (they have finer ones) carry only what is rough.
  void pairs(Blocking blocking, std::vector<std::pair<uint32_t, uint32_t>>& out, std::vector<uint64_t>& wide) {
    const bool precise_meet = blocking != Blocking::rough;
    if (!precise_meet) leave_out_blocks_without_rough();
    std::sort(entries_.begin(), entries_.end());
    std::vector<uint32_t> rough;
    std::vector<uint32_t> precise;
    for (size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
      rough.clear();
      precise.clear();
      for (end = begin; end < entries_.size() && entries_[end].key == entries_[begin].key; ++end) {
        std::vector<uint32_t>& members = entries_[end].precise ? precise : rough;
        if (members.empty() || members.back() != entries_[end].incident) members.push_back(entries_[end].incident);
      }
      if (too_wide(blocking, rough.size(), precise.size())) wide.push_back(entries_[begin].key);
      for (size_t i = 0; i < rough.size(); ++i) {
        meet(rough, i, out);
        meet_other(rough[i], precise, out);
      }
      for (size_t i = 0; precise_meet && i < precise.size(); ++i) meet(precise, i, out);
    }
    entries_.clear();
  }

 private:
  struct Entry {
    uint64_t key = 0;
    uint32_t incident = 0;
    bool precise = false;
    bool operator<(const Entry& o) const { return std::tie(key, incident, precise) < std::tie(o.key, o.incident, o.precise); }
  };
  // Most of them; a filter by a few bits of the key lets some stay.
  void leave_out_blocks_without_rough() {
    constexpr uint64_t kBits = uint64_t{1} << 22;
    std::vector<bool> rough(kBits);
    for (const Entry& e : entries_) {
      if (!e.precise) rough[e.key % kBits] = true;
    }
    std::erase_if(entries_, [&](const Entry& e) { return !rough[e.key % kBits]; });
  }
  static void meet(const std::vector<uint32_t>& members, size_t i, std::vector<std::pair<uint32_t, uint32_t>>& out) {
    const size_t to = std::min(members.size(), i + 1 + kWidestBlock);
    for (size_t j = i + 1; j < to; ++j) out.emplace_back(members[i], members[j]);
  }
  static void meet_other(uint32_t one, const std::vector<uint32_t>& others, std::vector<std::pair<uint32_t, uint32_t>>& out) {
    // Incidents are in order of publication, so neighbours by index are neighbours in time.
    const size_t at = static_cast<size_t>(std::lower_bound(others.begin(), others.end(), one) - others.begin());
    const size_t from = at > kWidestBlock / 2 ? at - kWidestBlock / 2 : 0;
    for (size_t j = from; j < std::min(others.size(), from + kWidestBlock); ++j) {
      if (others[j] != one) out.emplace_back(std::min(one, others[j]), std::max(one, others[j]));
    }
  }

  std::vector<Entry> entries_;
};

// Kinds, states and figures, each as a word.
std::vector<std::string> likenesses(const Incident& incident) {
  std::vector<std::string> out;
  for (const uint8_t kind : incident.kinds) out.push_back("|kind " + std::to_string(kind));
  for (const uint8_t state : incident.states) out.push_back("|state " + std::to_string(state));
  for (const auto& [harm, n] : incident.figures) out.push_back("|" + std::to_string(static_cast<int>(harm)) + " " + std::to_string(n));
  if (out.empty()) out.emplace_back();
  return out;
}

}  // namespace

uint64_t at_time(uint64_t hash, int64_t time) {
  const uint64_t h = (hash ^ static_cast<uint64_t>(time)) * 0x9e3779b97f4a7c15ULL;
  return h ^ (h >> 32);
}

bool too_wide(Blocking blocking, size_t rough, size_t precise) {
  return rough > kWidestBlock || (precise > kWidestBlock && (blocking != Blocking::rough || rough > 0));
}

std::vector<BlockKey> keys_of(const Incident& incident) {
  std::vector<BlockKey> out;
  if (incident.facts.empty()) return out;  // all of it became a total
  const bool dated = incident.when && incident.when->days() <= kPreciseDays;
  DayRange when = incident.when.value_or(DayRange{incident.published - 30, incident.published});
  if (dated && !incident.when_stated) when.first -= kInheritedDays;
  std::vector<std::string> places;
  bool rough_place = true;
  if (incident.place) {
    rough_place = coarse(*incident.place);
    places = content_words(incident.place->name);
    places.push_back(base::fold(incident.place->name));
    if (incident.place->at) {
      // Its cell and those around it, written by the cell that two neighbours share.
      const double lat = incident.place->at->lat / kCellDegrees;
      const double lon = incident.place->at->lon / kCellDegrees;
      for (const double dy : {-0.5, 0.5}) {
        for (const double dx : {-0.5, 0.5}) {
          places.push_back(std::to_string(std::lround(lat + dy)) + "/" + std::to_string(std::lround(lon + dx)));
        }
      }
    }
  }
  if (!incident.place) places.emplace_back();
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  const DayRange days{when.first, when.last + 1};
  const DayRange months{when.first / 30 - 1, std::min(when.last / 30 + 1, when.first / 30 + 39)};
  const auto add = [&](Blocking blocking, std::string_view kind, std::string_view name, const DayRange& times, bool rough) {
    out.push_back({blocking, hash_of(kind, name), times, rough});
  };
  for (const std::string& place : places) {
    if (dated) add(Blocking::fine, "day", place, days, false);
    add(Blocking::rough, "month", place, months, !dated);
  }
  // A country or an unknown place meets what happened that day and is like it in kind or figure.
  if (dated) {
    const std::string country = incident.place ? incident.place->country : std::string();
    for (const std::string& likeness : likenesses(incident)) {
      add(Blocking::rough, "country", country + likeness, days, rough_place);
      if (country.empty()) add(Blocking::rough, "any", likeness, days, !incident.place);
    }
  }
  for (const std::string& name : incident.names) {
    add(Blocking::names, "name", name, months, false);
    add(Blocking::names, "undated", name, {0, 0}, !incident.when);
  }
  return out;
}

Candidates candidate_pairs(const std::vector<Incident>& incidents) {
  std::array<Blocks, 3> blocks;  // by Blocking
  for (uint32_t i = 0; i < incidents.size(); ++i) {
    for (const BlockKey& key : keys_of(incidents[i])) blocks[static_cast<size_t>(key.blocking)].add(key, i);
  }
  Candidates out;
  for (const Blocking blocking : {Blocking::fine, Blocking::rough, Blocking::names})
    blocks[static_cast<size_t>(blocking)].pairs(blocking, out.pairs, out.wide);
  std::sort(out.pairs.begin(), out.pairs.end());
  out.pairs.erase(std::unique(out.pairs.begin(), out.pairs.end()), out.pairs.end());
  return out;
}

}  // namespace herald::ledger
