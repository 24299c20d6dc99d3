// The gazetteer: names to places. One file, written by gazetteer_compile or `herald gazetteer import`, mapped read-only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/files.h"
#include "herald/mention.h"
#include "herald/result.h"
#include "mention/places/format.h"

namespace herald::places {

// Stored values are frozen.
enum class Kind : uint8_t {
  country = 1,
  former_state = 2,
  macro_region = 3,
  admin1 = 4,
  admin2 = 5,
  region = 6,
  capital = 10,
  seat = 11,
  settlement = 12,
  neighbourhood = 13,
  camp = 14,
  airport = 20,
  base = 21,
  crossing = 22,
  dam = 23,
  bridge = 24,
  prison = 25,
  port = 26,
  facility = 27,
  road = 30,
  sea = 40,
  river = 41,
  lake = 42,
  mountain = 43,
  island = 44,
  desert = 45,
  strait = 46,
  valley = 47,
  feature = 48,
};
enum class Source : uint8_t { geonames = 1, codebook = 2, iso = 3 };
// How a name names its place; lower is surer.
enum class How : uint8_t { primary = 0, alias = 1, alternate = 2, adjective = 3, abbreviation = 4 };

[[nodiscard]] PlaceType type_of(Kind kind);
// "airport", as codebook/places.yaml writes it; kind_named gives nullopt for what is none.
[[nodiscard]] std::string_view name_of(Kind kind);
[[nodiscard]] std::optional<Kind> kind_named(std::string_view name);

// What else a word may be. Bits of Gazetteer::word.
inline constexpr uint32_t kCommonWord = 1;  // an ordinary English word
inline constexpr uint32_t kGivenName = 2;
inline constexpr uint32_t kSurname = 4;

struct Candidate {
  uint32_t place = 0;  // index, for the accessors below
  How how = How::primary;
  double likeness = 1;  // 1 for the very key; below for a variant spelling

  bool operator==(const Candidate&) const = default;
};

// Immutable; any thread may read it. Moves keep indices and views valid.
class Gazetteer {
 public:
  [[nodiscard]] static Result<Gazetteer> open(const std::filesystem::path& path);
  // As open, with places of `extra` (an import, its places ascending by GeoNames id) behind those of `path`. A place of both is the one of
  // `path`, under the names of both.
  [[nodiscard]] static Result<Gazetteer> open(const std::filesystem::path& path, const std::filesystem::path& extra);
  // gazetteer.bin of the data folder, with what was imported where something was.
  [[nodiscard]] static Result<Gazetteer> load(const std::filesystem::path& data_folder);

  // Places that bear the name, by key_of; ascending by place.
  [[nodiscard]] std::vector<Candidate> lookup(std::string_view name) const { return by_key(key_of_name(name)); }
  [[nodiscard]] std::vector<Candidate> by_key(std::string_view key) const;
  [[nodiscard]] bool has_key(std::string_view key) const;
  // lookup, and where it finds nothing the places whose names sound like it, best first, at most 24.
  [[nodiscard]] std::vector<Candidate> lookup_like(std::string_view name) const;

  [[nodiscard]] const format::PlaceRecord& record(uint32_t place) const;
  [[nodiscard]] std::string_view name(uint32_t place) const;
  [[nodiscard]] Kind kind(uint32_t place) const { return static_cast<Kind>(record(place).kind); }
  [[nodiscard]] std::string_view country(uint32_t place) const;  // ISO 3166-1 alpha-2, empty where none
  [[nodiscard]] std::string ref(uint32_t place) const;           // "geonames:170063"
  [[nodiscard]] std::string admin1_name(uint32_t place) const;   // empty where none
  // Index of the region of first (second) order that holds the place, format::kNone where none is known.
  [[nodiscard]] uint32_t admin1(uint32_t place) const;
  [[nodiscard]] uint32_t admin2(uint32_t place) const;
  [[nodiscard]] Place place(uint32_t place, PlaceUse use) const;
  // Flags of a word by its key; 0 for none.
  [[nodiscard]] uint32_t word(std::string_view key) const;

 private:
  // One mapped file and the views into it.
  class Volume {
   public:
    [[nodiscard]] static Result<Volume> open(const std::filesystem::path& path);
    [[nodiscard]] std::string_view string(uint32_t offset) const { return {strings + offset}; }
    [[nodiscard]] uint32_t find(std::string_view key) const;  // index into keys or kNone
    base::MappedFile file;
    const format::Header* header = nullptr;
    const format::PlaceRecord* places = nullptr;
    const format::KeyRecord* keys = nullptr;
    const uint32_t* postings = nullptr;
    const uint32_t* slots = nullptr;
    const format::Skeleton* skeletons = nullptr;
    const format::Word* words = nullptr;
    const char* strings = nullptr;

   private:
    explicit Volume(base::MappedFile mapped) : file(std::move(mapped)) {}
  };

  Gazetteer() = default;
  static std::string key_of_name(std::string_view name);
  // The volume that holds a place, and the place's first index there.
  [[nodiscard]] std::pair<const Volume*, uint32_t> locate(uint32_t place) const;
  // The place that stands for a place of the second volume.
  [[nodiscard]] uint32_t standing(uint32_t place) const;
  void add(const Volume& volume, uint32_t first, uint32_t key, double likeness, std::vector<Candidate>& out) const;

  std::vector<Volume> volumes_;
  std::unordered_map<uint32_t, uint32_t> twins_;  // place of the second volume -> the same one of the first
};

// Name of an import's file in the data folder.
inline constexpr const char* kImported = "imported.bin";

// FNV-1a, the hash of keys, skeletons and words in the file.
[[nodiscard]] uint32_t hash_of(std::string_view s);

}  // namespace herald::places
