#include "mention/places/sources.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <unordered_map>

#include "base/files.h"
#include "base/text.h"
#include "mention/places/names.h"
#include "mention/places/relative.h"

namespace herald::places {
namespace {

using format::kNone;
using Row = std::vector<std::string_view>;

double number(std::string_view s) {
  double value = 0;
  std::from_chars(s.data(), s.data() + s.size(), value);
  return value;
}
uint32_t whole(std::string_view s) {
  return static_cast<uint32_t>(number(s));
}

// Calls row(cells) for each line; an Error where a line has not `columns` cells.
template <typename F>
Status each_row(const std::filesystem::path& path, size_t columns, F row) {
  const Result<std::string> text = base::read_file(path);
  if (!text) return text.error();
  uint64_t line = 0;
  for (const std::string_view raw : base::split(*text, '\n')) {
    ++line;
    if (raw.empty()) continue;
    const Row cells = base::split(raw, '\t');
    if (cells.size() != columns) {
      return Error{
          .what = "expected " + std::to_string(columns) + " columns", .origin = path.string(), .offset = {}, .line = line, .hint = {}};
    }
    row(cells);
  }
  return Done{};
}

void add_names(Builder& builder, uint32_t place, std::string_view list, How how) {
  if (list.empty()) return;
  for (const std::string_view name : base::split(list, '|')) builder.add_name(place, name, how);
}

// "Afghan" and "Afghans"; "Turkish" has no plural.
void add_adjectives(Builder& builder, uint32_t place, const std::vector<std::string>& adjectives) {
  for (const std::string& a : adjectives) {
    builder.add_name(place, a, How::adjective);
    const bool plural = !a.ends_with("sh") && !a.ends_with("ch") && !a.ends_with("se") && !a.ends_with("ss") && !a.ends_with('s');
    if (plural) builder.add_name(place, a + "s", How::adjective);
  }
}

// A region's name without the word for what it is: "Aleppo Governorate" is also "Aleppo".
std::string_view bare(std::string_view name) {
  static constexpr std::array<std::string_view, 18> kAfter = {
      " Governorate", " Province", " District", " County",     " Region",   " Oblast",     " State",  " Parish",   " Municipality",
      " Department",  " Division", " Raion",    " Prefecture", " Republic", " Metropolis", " Canton", " Division", " Rayon"};
  static constexpr std::array<std::string_view, 14> kBefore = {
      "Republic of ", "Provincia de ", "Provincia del ", "Departamento de ", "Departamento del ", "Département de ", "Muḩāfaz̧at ",
      "Qaḑā’ ",       "Qaḑā' ",        "Mudīrīyat ",     "Region of ",       "Province of ",      "State of ",       "Distrito de "};
  for (const std::string_view word : kAfter)
    if (name.ends_with(word)) return name.substr(0, name.size() - word.size());
  for (const std::string_view word : kBefore)
    if (name.starts_with(word)) return name.substr(word.size());
  return {};
}

constexpr double kStrayRegionKm = 300;  // deserts have few settlements, and those at their rims

class Sources {
 public:
  Sources(const Codebook& codebook, Builder& builder) : codebook_(codebook), builder_(builder) {}

  Status countries(const std::filesystem::path& path) {
    return each_row(path, 7, [&](const Row& r) {
      const std::string iso(r[0]);
      const auto known =
          std::find_if(codebook_.countries.begin(), codebook_.countries.end(), [&](const CodebookCountry& c) { return c.iso == iso; });
      if (known == codebook_.countries.end()) return;  // a country that no longer is, or no land: no point is known
      const double radius = std::max(5.0, 1.3 * std::sqrt(number(r[3]) / 3.14159265));
      const uint32_t at = builder_.add({.name = std::string(r[2]),
                                        .source = Source::geonames,
                                        .geonames = whole(r[1]),
                                        .id = {},
                                        .kind = Kind::country,
                                        .at = known->at,
                                        .radius_km = radius,
                                        .population = whole(r[4]),
                                        .country = iso,
                                        .admin1 = kNone,
                                        .admin2 = kNone});
      add_names(builder_, at, r[6], How::alias);
      for (const std::string& name : known->names) builder_.add_name(at, name, How::primary);
      add_adjectives(builder_, at, known->adjectives);
      capitals_[iso] = key_of(r[5]);
    });
  }

  // Rows of regions wait until their settlements have given them a point.
  Status regions(const std::filesystem::path& path) {
    return each_row(path, 11, [&](const Row& r) {
      Region region;
      if (!r[9].empty()) region.middle = GeoPoint{.lat = number(r[9]), .lon = number(r[10])};
      region.order = whole(r[5]);
      region.parent = whole(r[6]);
      region.aliases = std::string(r[8]);
      region.place = builder_.add({.name = std::string(r[3]),
                                   .source = r[1].empty() ? Source::iso : Source::geonames,
                                   .geonames = whole(r[1]),
                                   .id = std::string(r[2]),
                                   .kind = region.order == 1 ? Kind::admin1 : Kind::admin2,
                                   .at = {},
                                   .radius_km = 0,
                                   .population = 0,
                                   .country = std::string(r[7]),
                                   .admin1 = kNone,
                                   .admin2 = kNone});
      regions_[whole(r[0])] = region;
    });
  }

  Status cities(const std::filesystem::path& path) {
    return each_row(path, 9, [&](const Row& r) {
      const uint32_t first = whole(r[3]);
      const uint32_t second = whole(r[4]);
      const uint32_t population = whole(r[5]);
      const GeoPoint at{.lat = number(r[6]), .lon = number(r[7])};
      const uint32_t place = builder_.add({.name = std::string(r[1]),
                                           .source = Source::geonames,
                                           .geonames = whole(r[0]),
                                           .id = {},
                                           .kind = Kind::settlement,
                                           .at = at,
                                           .radius_km = settlement_radius_km(population),
                                           .population = population,
                                           .country = std::string(r[2]),
                                           .admin1 = index_of(first),
                                           .admin2 = index_of(second)});
      add_names(builder_, place, r[8], How::alternate);
      settle(first, place);
      settle(second, place);
      const auto capital = capitals_.find(std::string(r[2]));
      if (capital == capitals_.end() || key_of(r[1]) != capital->second) return;
      const auto [held, fresh] = capital_places_.try_emplace(std::string(r[2]), place);
      if (!fresh && builder_.at(held->second).population < population) held->second = place;
    });
  }

  // Regions get point, extent, names and parents; their largest settlements are seats.
  void finish() {
    for (auto& [key, region] : regions_) {
      NewPlace& place = builder_.at(region.place);
      if (region.parent != 0) place.admin1 = index_of(region.parent);
      if (region.cities.empty()) continue;
      extent(region, place);
      add_names(builder_, region.place, region.aliases, How::alias);
      const std::string name = place.name;
      if (!bare(name).empty()) builder_.add_name(region.place, bare(name), How::alias);
      const std::vector<std::string_view> aliases = base::split(region.aliases, '|');
      for (const std::string_view alias : aliases) {
        if (bare(alias).empty()) continue;
        builder_.add_name(region.place, bare(alias), How::alias);
        // "Aleppo" beside "Aleppo Governorate" is what English calls it.
        const bool english = std::find(aliases.begin(), aliases.end(), bare(alias)) != aliases.end();
        if (english && region.order == 1 && builder_.at(region.place).name == name)
          builder_.at(region.place).name = std::string(bare(alias));
      }
      if (region.order != 1) continue;
      const auto largest = std::max_element(region.cities.begin(), region.cities.end(),
                                            [&](uint32_t a, uint32_t b) { return builder_.at(a).population < builder_.at(b).population; });
      builder_.at(*largest).kind = Kind::seat;
    }
    for (const auto& [iso, place] : capital_places_) builder_.at(place).kind = Kind::capital;
  }

  void codebook() {
    std::map<std::pair<std::string, std::string>, uint32_t> regions;  // country and key of a region of first order
    for (const auto& [key, region] : regions_) {
      if (region.order != 1) continue;
      const NewPlace& place = builder_.at(region.place);
      regions[{place.country, key_of(place.name)}] = region.place;
      for (const std::string_view alias : base::split(region.aliases, '|'))
        regions.try_emplace({place.country, key_of(alias)}, region.place);
    }
    std::unordered_map<uint32_t, const CodebookNames*> named;
    for (const CodebookNames& n : codebook_.names) named[n.geonames] = &n;
    for (uint32_t i = 0; i < builder_.size(); ++i) {
      const auto it = named.find(builder_.at(i).geonames);
      if (it == named.end()) continue;
      for (const std::string& name : it->second->names) builder_.add_name(i, name, How::alias);
      for (const std::string& name : it->second->abbreviations) builder_.add_name(i, name, How::abbreviation);
    }
    for (const CodebookPlace& p : codebook_.places) {
      const auto region = regions.find({p.country, key_of(p.admin1)});
      const uint32_t at = builder_.add({.name = p.name,
                                        .source = Source::codebook,
                                        .geonames = 0,
                                        .id = p.id,
                                        .kind = p.kind,
                                        .at = p.at,
                                        .radius_km = p.radius_km,
                                        .population = 0,
                                        .country = p.country,
                                        .admin1 = region == regions.end() || p.admin1.empty() ? kNone : region->second,
                                        .admin2 = kNone});
      for (const std::string& alias : p.aliases) builder_.add_name(at, alias, How::alias);
      add_adjectives(builder_, at, p.adjectives);
    }
  }

  Status words(const std::filesystem::path& path) {
    return each_row(path, 2, [&](const Row& r) {
      builder_.add_word(r[0], r[1] == "common" ? kCommonWord : r[1] == "given" ? kGivenName : kSurname);
    });
  }

 private:
  struct Region {
    uint32_t order = 1;
    uint32_t parent = 0;
    uint32_t place = 0;
    std::string aliases;
    std::optional<GeoPoint> middle;  // as the source of regions has it
    std::vector<uint32_t> cities;
  };

  uint32_t index_of(uint32_t key) const {
    const auto it = regions_.find(key);
    return it == regions_.end() ? kNone : it->second.place;
  }
  void settle(uint32_t key, uint32_t place) {
    const auto it = regions_.find(key);
    if (it != regions_.end()) it->second.cities.push_back(place);
  }

  // The region's own middle, else that of what its settlements span, the outermost left out; the source's point is not believed where it
  // lies far from all of them. The radius holds 49 in 50 settlements.
  void extent(const Region& region, NewPlace& place) const {
    std::vector<double> lats;
    std::vector<double> lons;
    for (const uint32_t c : region.cities) {
      lats.push_back(builder_.at(c).at.lat);
      lons.push_back(builder_.at(c).at.lon);
    }
    const auto middle = [](std::vector<double> v) {
      std::sort(v.begin(), v.end());
      const size_t cut = v.size() / 1000;
      return (v[cut] + v[v.size() - 1 - cut]) / 2;
    };
    place.at = {.lat = middle(lats), .lon = middle(lons)};
    place.radius_km = reach(region, place.at);
    if (region.middle && distance_km(*region.middle, place.at) <= 1.5 * place.radius_km + kStrayRegionKm) {
      place.at = *region.middle;
      place.radius_km = reach(region, place.at);
    }
    uint64_t population = 0;
    for (const uint32_t c : region.cities) population += builder_.at(c).population;
    place.population = static_cast<uint32_t>(std::min<uint64_t>(population, UINT32_MAX));
  }

  double reach(const Region& region, const GeoPoint& from) const {
    std::vector<double> away;
    for (const uint32_t c : region.cities) away.push_back(distance_km(from, builder_.at(c).at));
    std::sort(away.begin(), away.end());
    return away[away.size() - 1 - away.size() / 50] + 5;
  }

  const Codebook& codebook_;
  Builder& builder_;
  std::map<uint32_t, Region> regions_;  // by the number of the row's first column
  std::map<std::string, std::string> capitals_;
  std::map<std::string, uint32_t> capital_places_;
};

}  // namespace

Status add_sources(const std::filesystem::path& folder, const Codebook& codebook, Builder& builder) {
  Sources sources(codebook, builder);
  if (Status s = sources.countries(folder / "countries.tsv"); !s) return s;
  if (Status s = sources.regions(folder / "regions.tsv"); !s) return s;
  if (Status s = sources.cities(folder / "cities.tsv"); !s) return s;
  sources.finish();
  sources.codebook();
  return sources.words(folder / "words.tsv");
}

}  // namespace herald::places
