#include "mention/places/builder.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <iterator>
#include <unordered_map>

#include "base/files.h"
#include "mention/places/names.h"

namespace herald::places {
namespace {

constexpr size_t kLongestKey = 80;

class Strings {
 public:
  uint32_t append(std::string_view s) {
    const auto at = static_cast<uint32_t>(bytes_.size());
    bytes_.append(s).push_back('\0');
    return at;
  }
  // As append, but each string once.
  uint32_t add(std::string_view s) {
    const auto [it, fresh] = known_.try_emplace(std::string(s), 0);
    if (fresh) it->second = append(s);
    return it->second;
  }
  [[nodiscard]] const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_ = std::string(1, '\0');
  std::unordered_map<std::string, uint32_t> known_;
};

template <typename T>
format::Table append(std::string& file, const std::vector<T>& rows) {
  file.resize((file.size() + 7) / 8 * 8, '\0');
  const format::Table table{.offset = file.size(), .count = rows.size()};
  if (!rows.empty()) file.append(reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(T));
  return table;
}

}  // namespace

uint32_t Builder::add(NewPlace place) {
  const auto index = static_cast<uint32_t>(places_.size());
  places_.push_back(std::move(place));
  add_name(index, places_.back().name, How::primary);
  return index;
}

void Builder::add_name(uint32_t place, std::string_view name, How how) {
  const std::string key = key_of(name);
  if (key.empty() || key.size() > kLongestKey) return;
  names_.push_back({.key = keys_.size(), .size = static_cast<uint32_t>(key.size()), .posting = place << 8 | static_cast<uint32_t>(how)});
  keys_ += key;
}

void Builder::add_word(std::string_view word, uint32_t flags) {
  const std::string key = key_of(word);
  if (!key.empty()) words_[key] |= flags;
}

Status Builder::write(const std::filesystem::path& path) const {
  Strings strings;
  std::vector<format::PlaceRecord> records;
  records.reserve(places_.size());
  for (const NewPlace& p : places_) {
    format::PlaceRecord r;
    r.name = strings.add(p.name);
    r.id = p.source == Source::geonames ? p.geonames : strings.add(p.id);
    r.lat = static_cast<float>(p.at.lat);
    r.lon = static_cast<float>(p.at.lon);
    r.radius_km = static_cast<float>(p.radius_km);
    r.population = p.population;
    r.admin1 = p.admin1;
    r.admin2 = p.admin2;
    if (p.country.size() == 2) std::memcpy(r.country, p.country.data(), 2);
    r.kind = static_cast<uint8_t>(p.kind);
    r.source = static_cast<uint8_t>(p.source);
    records.push_back(r);
  }

  // Names by key and place, each once with its surest kind.
  std::vector<Name> sorted;
  sorted.reserve(names_.size());
  std::copy_if(names_.begin(), names_.end(), std::back_inserter(sorted),
               [&](const Name& n) { return places_[n.posting >> 8].radius_km > 0; });
  std::sort(sorted.begin(), sorted.end(), [&](const Name& a, const Name& b) {
    const int order = key(a).compare(key(b));
    return order != 0 ? order < 0 : a.posting < b.posting;
  });
  std::vector<format::KeyRecord> keys;
  std::vector<uint32_t> postings;
  std::vector<uint32_t> hashes;  // of keys
  std::vector<format::Skeleton> skeletons;
  for (size_t first = 0, last = 0; first < sorted.size(); first = last) {
    const std::string_view word = key(sorted[first]);
    const auto at = static_cast<uint32_t>(postings.size());
    for (; last < sorted.size() && key(sorted[last]) == word; ++last)
      if (postings.size() == at || postings.back() >> 8 != sorted[last].posting >> 8) postings.push_back(sorted[last].posting);
    const auto index = static_cast<uint32_t>(keys.size());
    keys.push_back({.key = strings.append(word), .first = at, .count = static_cast<uint32_t>(postings.size()) - at});
    hashes.push_back(hash_of(word));
    const std::string skeleton = skeleton_of(word);
    if (skeleton.size() >= 2) skeletons.push_back({.hash = hash_of(skeleton), .key = index});
  }
  std::sort(skeletons.begin(), skeletons.end(),
            [](const format::Skeleton& a, const format::Skeleton& b) { return a.hash != b.hash ? a.hash < b.hash : a.key < b.key; });

  size_t slot_count = 16;
  while (slot_count < keys.size() * 3 / 2) slot_count *= 2;
  std::vector<uint32_t> slots(slot_count, format::kNone);
  for (uint32_t i = 0; i < keys.size(); ++i) {
    size_t at = hashes[i] & (slot_count - 1);
    while (slots[at] != format::kNone) at = (at + 1) & (slot_count - 1);
    slots[at] = i;
  }

  std::vector<format::Word> words;
  for (const auto& [word, flags] : words_) words.push_back({.hash = hash_of(word), .flags = flags});
  std::sort(words.begin(), words.end(), [](const format::Word& a, const format::Word& b) { return a.hash < b.hash; });

  format::Header header;
  std::memcpy(header.magic, format::kMagic, sizeof header.magic);
  header.version = format::kVersion;
  header.slot_mask = static_cast<uint32_t>(slot_count - 1);
  std::string file(sizeof header, '\0');
  header.places = append(file, records);
  header.keys = append(file, keys);
  header.postings = append(file, postings);
  header.slots = append(file, slots);
  header.skeletons = append(file, skeletons);
  header.words = append(file, words);
  header.strings = append(file, std::vector<char>(strings.bytes().begin(), strings.bytes().end()));
  std::memcpy(file.data(), &header, sizeof header);
  return base::write_file(path, file);
}

double settlement_radius_km(uint32_t population) {
  return std::clamp(2.0 + std::sqrt(static_cast<double>(population)) * 8.0 / std::sqrt(2e6), 2.0, 25.0);
}

}  // namespace herald::places
