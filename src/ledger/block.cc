#include "ledger/block.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/text.h"

namespace herald::ledger {
namespace {

constexpr int32_t kPreciseDays = 10;
constexpr double kCellDegrees = 0.5;

// FNV-1a: keys only decide who is compared, a collision costs one comparison.
uint64_t hash_of(std::string_view kind, std::string_view name, int64_t time) {
  uint64_t h = 14695981039346656037ULL;
  const auto mix = [&](std::string_view s) {
    for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    h = (h ^ 0xff) * 1099511628211ULL;
  };
  mix(kind);
  mix(name);
  mix(std::to_string(time));
  return h;
}

struct Block {
  std::vector<uint32_t> precise;
  std::vector<uint32_t> rough;  // meets everything in the block
};

class Blocks {
 public:
  void add(std::string_view kind, std::string_view name, int64_t time, uint32_t incident, bool rough) {
    Block& block = blocks_[hash_of(kind, name, time)];
    (rough ? block.rough : block.precise).push_back(incident);
  }

  // Blocks in which precise members need not meet each other (they have finer ones) carry only what is rough.
  void pairs(bool precise_meet, std::vector<std::pair<uint32_t, uint32_t>>& out) const {
    for (const auto& [key, block] : blocks_) {
      std::vector<uint32_t> rough = block.rough;
      sort_unique(rough);
      std::vector<uint32_t> precise = block.precise;
      sort_unique(precise);
      for (size_t i = 0; i < rough.size(); ++i) {
        meet(rough, i, i + 1, out);
        meet_other(rough[i], precise, out);
      }
      if (!precise_meet) continue;
      for (size_t i = 0; i < precise.size(); ++i) meet(precise, i, i + 1, out);
    }
  }

 private:
  static void sort_unique(std::vector<uint32_t>& v) {
    std::sort(v.begin(), v.end());
    v.erase(std::unique(v.begin(), v.end()), v.end());
  }
  static void meet(const std::vector<uint32_t>& members, size_t i, size_t from, std::vector<std::pair<uint32_t, uint32_t>>& out) {
    const size_t to = std::min(members.size(), from + kWidestBlock);
    for (size_t j = from; j < to; ++j) out.emplace_back(members[i], members[j]);
  }
  static void meet_other(uint32_t one, const std::vector<uint32_t>& others, std::vector<std::pair<uint32_t, uint32_t>>& out) {
    // Incidents are in order of publication, so neighbours by index are neighbours in time.
    const size_t at = static_cast<size_t>(std::lower_bound(others.begin(), others.end(), one) - others.begin());
    const size_t from = at > kWidestBlock / 2 ? at - kWidestBlock / 2 : 0;
    for (size_t j = from; j < std::min(others.size(), from + kWidestBlock); ++j) {
      if (others[j] != one) out.emplace_back(std::min(one, others[j]), std::max(one, others[j]));
    }
  }

  std::unordered_map<uint64_t, Block> blocks_;
};

}  // namespace

std::vector<std::pair<uint32_t, uint32_t>> candidate_pairs(const std::vector<Incident>& incidents) {
  Blocks fine;     // place and day
  Blocks coarser;  // place and month, country and day, name and month: only what is rough meets all
  Blocks names;
  for (uint32_t i = 0; i < incidents.size(); ++i) {
    const Incident& incident = incidents[i];
    if (incident.facts.empty()) continue;  // all of it became a total
    const bool dated = incident.when && incident.when->days() <= kPreciseDays;
    const DayRange when = incident.when.value_or(DayRange{incident.published - 30, incident.published});
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
    const int32_t month_first = when.first / 30 - 1;
    const int32_t month_last = std::min(when.last / 30 + 1, month_first + 40);
    for (const std::string& key : keys) {
      if (dated) {
        for (int32_t day = when.first; day <= when.last + 1; ++day) fine.add("day", key, day, i, false);
      }
      for (int32_t month = month_first; month <= month_last; ++month) coarser.add("month", key, month, i, !dated);
    }
    // A country or an unknown place meets whatever happened that day.
    if (dated) {
      const std::string country = incident.place ? incident.place->country : std::string();
      for (int32_t day = when.first; day <= when.last + 1; ++day) {
        coarser.add("country", country, day, i, rough_place);
        if (country.empty()) coarser.add("any", "", day, i, !incident.place);
      }
    }
    for (const std::string& name : incident.names) {
      for (int32_t month = month_first; month <= month_last; ++month) names.add("name", name, month, i, false);
      if (!incident.when) names.add("undated", name, 0, i, true);
      names.add("undated", name, 0, i, false);
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
