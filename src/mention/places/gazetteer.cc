#include "mention/places/gazetteer.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "mention/places/names.h"

namespace herald::places {
namespace {

using format::kNone;

struct KindRow {
  Kind kind;
  std::string_view name;
  PlaceType type;
};
constexpr std::array<KindRow, 28> kKinds = {{
    {Kind::country, "country", PlaceType::country},
    {Kind::former_state, "former-state", PlaceType::country},
    {Kind::macro_region, "macro-region", PlaceType::region},
    {Kind::admin1, "admin1", PlaceType::region},
    {Kind::admin2, "admin2", PlaceType::region},
    {Kind::region, "region", PlaceType::region},
    {Kind::capital, "capital", PlaceType::settlement},
    {Kind::seat, "seat", PlaceType::settlement},
    {Kind::settlement, "settlement", PlaceType::settlement},
    {Kind::neighbourhood, "neighbourhood", PlaceType::settlement},
    {Kind::camp, "camp", PlaceType::settlement},
    {Kind::airport, "airport", PlaceType::facility},
    {Kind::base, "base", PlaceType::facility},
    {Kind::crossing, "crossing", PlaceType::facility},
    {Kind::dam, "dam", PlaceType::facility},
    {Kind::bridge, "bridge", PlaceType::facility},
    {Kind::prison, "prison", PlaceType::facility},
    {Kind::port, "port", PlaceType::facility},
    {Kind::facility, "facility", PlaceType::facility},
    {Kind::road, "road", PlaceType::road},
    {Kind::sea, "sea", PlaceType::feature},
    {Kind::river, "river", PlaceType::feature},
    {Kind::lake, "lake", PlaceType::feature},
    {Kind::mountain, "mountain", PlaceType::feature},
    {Kind::island, "island", PlaceType::feature},
    {Kind::desert, "desert", PlaceType::feature},
    {Kind::strait, "strait", PlaceType::feature},
    {Kind::valley, "valley", PlaceType::feature},
}};
constexpr size_t kMostLike = 24;
constexpr double kLeastLikeness = 0.7;

const KindRow* row_of(Kind kind) {
  const auto* row = std::find_if(kKinds.begin(), kKinds.end(), [&](const KindRow& r) { return r.kind == kind; });
  return row == kKinds.end() ? nullptr : row;
}

Error damaged(const std::filesystem::path& path, std::string what) {
  return Error{.what = std::move(what),
               .origin = path.string(),
               .offset = {},
               .line = {},
               .hint = "build it again: cmake --build … --target gazetteer"};
}

}  // namespace

PlaceType type_of(Kind kind) {
  const KindRow* row = row_of(kind);
  return row ? row->type : PlaceType::feature;
}

std::string_view name_of(Kind kind) {
  const KindRow* row = row_of(kind);
  return row ? row->name : "feature";
}

std::optional<Kind> kind_named(std::string_view name) {
  if (name == "feature") return Kind::feature;
  for (const KindRow& row : kKinds)
    if (row.name == name) return row.kind;
  return std::nullopt;
}

uint32_t hash_of(std::string_view s) {
  uint32_t h = 2166136261U;
  for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h ^ (h >> 15);
}

Result<Gazetteer::Volume> Gazetteer::Volume::open(const std::filesystem::path& path) {
  Result<base::MappedFile> mapped = base::MappedFile::open(path);
  if (!mapped) return mapped.error();
  Volume v(std::move(*mapped));
  const std::string_view bytes = v.file.bytes();
  if (bytes.size() < sizeof(format::Header)) return damaged(path, "not a gazetteer: too short");
  const auto* header = reinterpret_cast<const format::Header*>(bytes.data());
  if (std::memcmp(header->magic, format::kMagic, sizeof format::kMagic) != 0) return damaged(path, "not a gazetteer");
  if (header->version != format::kVersion) return damaged(path, "a gazetteer of version " + std::to_string(header->version));
  bool whole = true;
  const auto table = [&](const format::Table& t, size_t size) {
    whole = whole && t.offset <= bytes.size() && t.count <= (bytes.size() - t.offset) / size;
    return bytes.data() + t.offset;
  };
  v.header = header;
  v.places = reinterpret_cast<const format::PlaceRecord*>(table(header->places, sizeof(format::PlaceRecord)));
  v.keys = reinterpret_cast<const format::KeyRecord*>(table(header->keys, sizeof(format::KeyRecord)));
  v.postings = reinterpret_cast<const uint32_t*>(table(header->postings, sizeof(uint32_t)));
  v.slots = reinterpret_cast<const uint32_t*>(table(header->slots, sizeof(uint32_t)));
  v.skeletons = reinterpret_cast<const format::Skeleton*>(table(header->skeletons, sizeof(format::Skeleton)));
  v.words = reinterpret_cast<const format::Word*>(table(header->words, sizeof(format::Word)));
  v.strings = table(header->strings, 1);
  if (!whole || header->slots.count != static_cast<uint64_t>(header->slot_mask) + 1 || header->strings.count == 0 ||
      v.strings[header->strings.count - 1] != '\0') {
    return damaged(path, "a gazetteer cut short");
  }
  return v;
}

uint32_t Gazetteer::Volume::find(std::string_view key) const {
  for (uint32_t at = hash_of(key) & header->slot_mask;; at = (at + 1) & header->slot_mask) {
    const uint32_t index = slots[at];
    if (index == kNone || string(keys[index].key) == key) return index;
  }
}

Result<Gazetteer> Gazetteer::open(const std::filesystem::path& path) {
  Result<Volume> volume = Volume::open(path);
  if (!volume) return volume.error();
  Gazetteer g;
  g.volumes_.push_back(std::move(*volume));
  return g;
}

Result<Gazetteer> Gazetteer::open(const std::filesystem::path& path, const std::filesystem::path& extra) {
  Result<Gazetteer> g = open(path);
  if (!g) return g;
  Result<Volume> volume = Volume::open(extra);
  if (!volume) return volume.error();
  g->volumes_.push_back(std::move(*volume));
  const Volume& own = g->volumes_.front();
  const Volume& more = g->volumes_.back();
  const auto first = static_cast<uint32_t>(own.header->places.count);
  for (uint32_t i = 0; i < first; ++i) {
    const format::PlaceRecord& place = own.places[i];
    if (place.source != static_cast<uint8_t>(Source::geonames) || place.radius_km <= 0) continue;
    const format::PlaceRecord* end = more.places + more.header->places.count;
    const auto* at = std::lower_bound(more.places, end, place.id, [](const format::PlaceRecord& r, uint32_t id) { return r.id < id; });
    if (at != end && at->id == place.id) g->twins_[first + static_cast<uint32_t>(at - more.places)] = i;
  }
  return g;
}

Result<Gazetteer> Gazetteer::load(const std::filesystem::path& data_folder) {
  const std::filesystem::path imported = data_folder / kImported;
  if (!std::filesystem::exists(imported)) return open(data_folder / "gazetteer.bin");
  return open(data_folder / "gazetteer.bin", imported);
}

std::string Gazetteer::key_of_name(std::string_view name) {
  return key_of(name);
}

void Gazetteer::add(const Volume& volume, uint32_t first, uint32_t key, double alike, std::vector<Candidate>& out) const {
  const format::KeyRecord& k = volume.keys[key];
  for (uint32_t i = k.first; i < k.first + k.count; ++i) {
    const Candidate c{
        .place = standing(first + (volume.postings[i] >> 8)), .how = static_cast<How>(volume.postings[i] & 0xFF), .likeness = alike};
    const auto same = std::find_if(out.begin(), out.end(), [&](const Candidate& o) { return o.place == c.place; });
    if (same == out.end()) {
      out.push_back(c);
    } else if (same->likeness < c.likeness) {
      *same = c;
    }
  }
}

uint32_t Gazetteer::standing(uint32_t place) const {
  const auto twin = twins_.find(place);
  return twin == twins_.end() ? place : twin->second;
}

std::vector<Candidate> Gazetteer::by_key(std::string_view key) const {
  std::vector<Candidate> out;
  uint32_t first = 0;
  for (const Volume& volume : volumes_) {
    const uint32_t index = volume.find(key);
    if (index != kNone) add(volume, first, index, 1, out);
    first += static_cast<uint32_t>(volume.header->places.count);
  }
  std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return a.place < b.place; });
  return out;
}

bool Gazetteer::has_key(std::string_view key) const {
  return std::any_of(volumes_.begin(), volumes_.end(), [&](const Volume& v) { return v.find(key) != kNone; });
}

std::vector<Candidate> Gazetteer::lookup_like(std::string_view name) const {
  const std::string key = key_of(name);
  std::vector<Candidate> out = by_key(key);
  const std::string skeleton = skeleton_of(key);
  if (!out.empty() || skeleton.size() < 2) return out;
  const uint32_t hash = hash_of(skeleton);
  uint32_t first = 0;
  for (const Volume& volume : volumes_) {
    const format::Skeleton* end = volume.skeletons + volume.header->skeletons.count;
    const auto* at = std::lower_bound(volume.skeletons, end, hash, [](const format::Skeleton& s, uint32_t h) { return s.hash < h; });
    for (; at != end && at->hash == hash; ++at) {
      const double alike = likeness(key, volume.string(volume.keys[at->key].key));
      if (alike >= kLeastLikeness) add(volume, first, at->key, std::min(alike, 0.99), out);
    }
    first += static_cast<uint32_t>(volume.header->places.count);
  }
  std::sort(out.begin(), out.end(), [&](const Candidate& a, const Candidate& b) {
    if (a.likeness != b.likeness) return a.likeness > b.likeness;
    if (record(a.place).population != record(b.place).population) return record(a.place).population > record(b.place).population;
    return a.place < b.place;
  });
  if (out.size() > kMostLike) out.resize(kMostLike);
  return out;
}

std::pair<const Gazetteer::Volume*, uint32_t> Gazetteer::locate(uint32_t place) const {
  uint32_t first = 0;
  const Volume* volume = &volumes_.front();
  if (volumes_.size() > 1 && place >= volume->header->places.count) {
    first = static_cast<uint32_t>(volume->header->places.count);
    volume = &volumes_.back();
  }
  return {volume, first};
}

const format::PlaceRecord& Gazetteer::record(uint32_t place) const {
  const auto [volume, first] = locate(place);
  return volume->places[place - first];
}

std::string_view Gazetteer::name(uint32_t place) const {
  const auto [volume, first] = locate(place);
  return volume->string(volume->places[place - first].name);
}

std::string_view Gazetteer::country(uint32_t place) const {
  const format::PlaceRecord& r = record(place);
  return r.country[0] == '\0' ? std::string_view() : std::string_view(r.country, 2);
}

std::string Gazetteer::ref(uint32_t place) const {
  const auto [volume, first] = locate(place);
  const format::PlaceRecord& r = volume->places[place - first];
  switch (static_cast<Source>(r.source)) {
    case Source::codebook:
      return "herald:" + std::string(volume->string(r.id));
    case Source::iso:
      return "iso:" + std::string(volume->string(r.id));
    case Source::geonames:
      break;
  }
  return "geonames:" + std::to_string(r.id);
}

uint32_t Gazetteer::admin1(uint32_t place) const {
  const uint32_t own = record(place).admin1;
  return own == kNone ? kNone : standing(own + locate(place).second);
}

uint32_t Gazetteer::admin2(uint32_t place) const {
  const uint32_t own = record(place).admin2;
  return own == kNone ? kNone : standing(own + locate(place).second);
}

std::string Gazetteer::admin1_name(uint32_t place) const {
  if (kind(place) == Kind::admin1) return std::string(name(place));
  const uint32_t region = admin1(place);
  return region == kNone ? std::string() : std::string(name(region));
}

Place Gazetteer::place(uint32_t index, PlaceUse use) const {
  const format::PlaceRecord& r = record(index);
  Place p;
  p.use = use;
  p.type = type_of(kind(index));
  p.ref = ref(index);
  p.name = std::string(name(index));
  p.country = std::string(country(index));
  p.admin1 = admin1_name(index);
  p.at = GeoPoint{.lat = r.lat, .lon = r.lon};
  p.radius_km = r.radius_km;
  return p;
}

uint32_t Gazetteer::word(std::string_view key) const {
  const Volume& volume = volumes_.front();
  const uint32_t hash = hash_of(key);
  const format::Word* end = volume.words + volume.header->words.count;
  const auto* at = std::lower_bound(volume.words, end, hash, [](const format::Word& w, uint32_t h) { return w.hash < h; });
  return at != end && at->hash == hash ? at->flags : 0;
}

}  // namespace herald::places
