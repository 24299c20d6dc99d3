// The mapped gazetteer file, as it lies on disk (docs/places.md). Little-endian, native alignment; a change of any struct is a new
// kVersion.
#pragma once

#include <cstdint>

namespace herald::places::format {

inline constexpr char kMagic[8] = {'H', 'R', 'L', 'D', 'G', 'A', 'Z', '\n'};
inline constexpr uint32_t kVersion = 1;
inline constexpr uint32_t kNone = 0xFFFFFFFF;

struct Table {
  uint64_t offset = 0;  // bytes from the start of the file
  uint64_t count = 0;   // elements
};

struct Header {
  char magic[8] = {};
  uint32_t version = 0;
  uint32_t slot_mask = 0;  // slots.count - 1; a power of two less one
  Table places;            // PlaceRecord
  Table keys;              // KeyRecord, sorted by key
  Table postings;          // uint32_t: place index << 8 | how
  Table slots;             // uint32_t index into keys, kNone where free; open addressing by hash_of(key)
  Table skeletons;         // Skeleton, sorted
  Table words;             // Word, sorted by hash
  Table strings;           // bytes, NUL-terminated
};

struct PlaceRecord {
  uint32_t name = 0;  // offset into strings
  uint32_t id = 0;    // GeoNames id; for the codebook's and ISO's places an offset into strings
  float lat = 0;      // WGS84 degrees
  float lon = 0;
  float radius_km = 0;      // the place lies within
  uint32_t population = 0;  // 0 where unknown
  uint32_t admin1 = kNone;  // index of the region of first order that holds it
  uint32_t admin2 = kNone;
  char country[2] = {};  // ISO 3166-1 alpha-2, NULs where none
  uint8_t kind = 0;      // places::Kind
  uint8_t source = 0;    // places::Source
};

struct KeyRecord {
  uint32_t key = 0;  // offset into strings
  uint32_t first = 0;
  uint32_t count = 0;  // postings [first, first + count)
};

struct Skeleton {
  uint32_t hash = 0;
  uint32_t key = 0;  // index into keys
};

struct Word {
  uint32_t hash = 0;
  uint32_t flags = 0;
};

}  // namespace herald::places::format
