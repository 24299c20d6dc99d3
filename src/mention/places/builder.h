// Writes gazetteer files: collects places and names, then lays them out for mapping.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "herald/result.h"
#include "mention/places/gazetteer.h"

namespace herald::places {

struct NewPlace {
  std::string name;
  Source source = Source::geonames;
  uint32_t geonames = 0;  // id where source is geonames
  std::string id;         // id otherwise
  Kind kind = Kind::settlement;
  GeoPoint at;
  double radius_km = 0;
  uint32_t population = 0;
  std::string country;
  uint32_t admin1 = format::kNone;  // indices given by add
  uint32_t admin2 = format::kNone;
};

// Not for threads. A place whose radius is 0 has no known point: it is kept as a parent of others, under no name. Names whose key is empty
// or longer than 80 bytes are passed over. The file depends on what was added and in which order only.
class Builder {
 public:
  // Adds the place with its own name as primary; gives its index. At most 2^24 places.
  uint32_t add(NewPlace place);
  void add_name(uint32_t place, std::string_view name, How how);
  void add_word(std::string_view word, uint32_t flags);
  [[nodiscard]] NewPlace& at(uint32_t place) { return places_[place]; }
  [[nodiscard]] size_t size() const { return places_.size(); }
  [[nodiscard]] Status write(const std::filesystem::path& path) const;

 private:
  std::vector<NewPlace> places_;
  struct Name {
    uint64_t key = 0;  // first byte in keys_
    uint32_t size = 0;
    uint32_t posting = 0;  // place << 8 | how
  };
  [[nodiscard]] std::string_view key(const Name& name) const { return std::string_view(keys_).substr(name.key, name.size); }

  std::string keys_;         // of all names, end to end
  std::vector<Name> names_;  // in the order in which they were added
  std::map<std::string, uint32_t, std::less<>> words_;
};

// Kilometres within which a settlement of so many people lies: 2 for a hamlet or where unknown, 10 for a city of two million, at most 25.
[[nodiscard]] double settlement_radius_km(uint32_t population);

}  // namespace herald::places
