// Facts: claims flattened and made ready to be compared. Internal to the ledger; built once for an account, read-only after.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/account.h"

namespace herald::ledger {

// Days since 1970-01-01, inclusive at both ends.
struct DayRange {
  int32_t first = 0;
  int32_t last = 0;
  [[nodiscard]] int32_t days() const { return last - first + 1; }
  [[nodiscard]] bool overlaps(const DayRange& o) const { return first <= o.last && o.first <= last; }
  // Days that lie between two ranges that do not overlap; 0 where they do.
  [[nodiscard]] int32_t gap(const DayRange& o) const { return overlaps(o) ? 0 : (first > o.last ? first - o.last : o.first - last); }
};

struct Fact {
  uint32_t row = 0;     // into Account::claims
  uint32_t report = 0;  // into Account::reports
  const Claim* claim = nullptr;
  std::optional<DayRange> when;
  bool when_stated = false;  // not inherited: what the claim's own words say
  bool place_stated = false;
  std::string place;                 // folded name, empty where unknown
  std::vector<std::string> victims;  // content words of victims and target, folded, sorted
  std::vector<std::string> agents;   // of by, holder
  std::vector<std::string> names;    // proper names among the victims and targets, folded, sorted
  std::string voice;                 // key of who says so; equal keys are one voice
  uint32_t at = 0;                   // first byte of its evidence
  int32_t published = 0;             // day, 0 where unknown
};

[[nodiscard]] std::vector<Fact> facts_of(const Account& account);

// Content words of a noun phrase: folded, without articles, numbers and such; sorted, each once.
[[nodiscard]] std::vector<std::string> content_words(std::string_view phrase);
[[nodiscard]] size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b);

// How two places stand to each other, by reference, coordinates and radius, or else by name.
// `differ`: two names without the coordinates to tell how far apart they lie. `apart`: farther than their radii and 25 km.
enum class PlaceRelation : uint8_t { unknown, same, contains, near, differ, apart };
[[nodiscard]] PlaceRelation compare(const Place& a, const Place& b);
// A country, a region or something wider than 60 km.
[[nodiscard]] bool coarse(const Place& place);

// Whether two parties can be one side: by reference, else by the words of their names.
[[nodiscard]] bool same_side(const Party& a, const Party& b);
// Whether one is a state's side and the other its foes', as far as common nouns tell: soldiers and rebels.
[[nodiscard]] bool opposed(const Party& a, const Party& b);

}  // namespace herald::ledger
