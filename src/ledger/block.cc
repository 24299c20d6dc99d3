#include "ledger/block.h"

#include <algorithm>
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

uint64_t at_time(uint64_t name, int64_t time) {
  const uint64_t h = (name ^ static_cast<uint64_t>(time)) * 0x9e3779b97f4a7c15ULL;
  return h ^ (h >> 32);
}

// One flat list, sorted by key when all are in: a table of small blocks would scatter over the memory.
class Blocks {
 public:
  // What is `rough` meets everything in its block.
  void add(std::string_view kind, std::string_view name, const DayRange& times, uint32_t incident, bool rough) {
    const uint64_t hash = hash_of(kind, name);
    for (int32_t time = times.first; time <= times.last; ++time) entries_.push_back({at_time(hash, time), incident, !rough});
  }

  // Blocks in which precise members need not meet each other (they have finer ones) carry only what is rough.
  void pairs(bool precise_meet, std::vector<std::pair<uint32_t, uint32_t>>& out) {
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

std::vector<std::pair<uint32_t, uint32_t>> candidate_pairs(const std::vector<Incident>& incidents) {
  Blocks fine;     // place and day
  Blocks coarser;  // place and month, country and day, name and month: only what is rough meets all
  Blocks names;
  for (uint32_t i = 0; i < incidents.size(); ++i) {
    const Incident& incident = incidents[i];
    if (incident.facts.empty()) continue;  // all of it became a total
    const bool dated = incident.when && incident.when->days() <= kPreciseDays;
    DayRange when = incident.when.value_or(DayRange{incident.published - 30, incident.published});
    if (dated && !incident.when_stated) when.first -= kInheritedDays;
    std::vector<std::string> keys;
    bool rough_place = true;
    if (incident.place) {
      rough_place = coarse(*incident.place);
      keys.push_back(base::fold(incident.place->name));
      for (const std::string& word : content_words(incident.place->name)) keys.push_back(word);
      if (incident.place->at) {
        // Its cell and those around it, written by the cell that two neighbours share.
        const double lat = incident.place->at->lat / kCellDegrees;
        const double lon = incident.place->at->lon / kCellDegrees;
        for (const double dy : {-0.5, 0.5}) {
          for (const double dx : {-0.5, 0.5}) {
            keys.push_back(std::to_string(std::lround(lat + dy)) + "/" + std::to_string(std::lround(lon + dx)));
          }
        }
      }
    }
    if (!incident.place) keys.emplace_back();
    const DayRange days{when.first, when.last + 1};
    const DayRange months{when.first / 30 - 1, std::min(when.last / 30 + 1, when.first / 30 + 39)};
    for (const std::string& key : keys) {
      if (dated) fine.add("day", key, days, i, false);
      coarser.add("month", key, months, i, !dated);
    }
    // A country or an unknown place meets what happened that day and is like it in kind or figure.
    if (dated) {
      const std::string country = incident.place ? incident.place->country : std::string();
      for (const std::string& likeness : likenesses(incident)) {
        coarser.add("country", country + likeness, days, i, rough_place);
        if (country.empty()) coarser.add("any", likeness, days, i, !incident.place);
      }
    }
    for (const std::string& name : incident.names) {
      names.add("name", name, months, i, false);
      names.add("undated", name, {0, 0}, i, !incident.when);
    }
  }
  std::vector<std::pair<uint32_t, uint32_t>> out;
  fine.pairs(true, out);
  coarser.pairs(false, out);
  names.pairs(true, out);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace herald::ledger
