// Reads codebook/places.yaml.
#include <set>

#include "base/yaml.h"
#include "mention/places/sources.h"

namespace herald::places {
namespace {

GeoPoint point(const YAML::Node& lat, const YAML::Node& lon) {
  return {.lat = lat.as<double>(), .lon = lon.as<double>()};
}

bool on_earth(const GeoPoint& p) {
  return p.lat >= -90 && p.lat <= 90 && p.lon >= -180 && p.lon < 180;
}

CodebookPlace place_of(const YAML::Node& row) {
  CodebookPlace p;
  p.id = row[0].as<std::string>();
  p.name = row[1].as<std::string>();
  p.country = row[3].as<std::string>();
  p.admin1 = row[4].as<std::string>();
  p.at = point(row[5], row[6]);
  p.radius_km = row[7].as<double>();
  if (row.size() > 8) p.aliases = base::strings(row[8]);
  if (row.size() > 9) p.adjectives = base::strings(row[9]);
  return p;
}

}  // namespace

Result<Codebook> read_codebook(const std::filesystem::path& path) {
  return base::read_yaml<Codebook>(path, "see docs/places.md", [](const YAML::Node& root) {
    Codebook book;
    std::set<std::string> ids;
    for (const auto& entry : root["countries"]) {
      const YAML::Node& row = entry.second;
      const CodebookCountry c{.iso = entry.first.as<std::string>(),
                              .at = point(row[0], row[1]),
                              .names = base::strings(row[2]),
                              .adjectives = base::strings(row[3])};
      if (c.iso.size() != 2 || !on_earth(c.at)) throw YAML::Exception(entry.first.Mark(), "no country at such a point: " + c.iso);
      book.countries.push_back(c);
    }
    for (const YAML::Node& row : root["names"])
      book.names.push_back({.geonames = row[0].as<uint32_t>(), .names = base::strings(row[1]), .abbreviations = base::strings(row[2])});
    for (const YAML::Node& row : root["places"]) {
      if (row.size() < 8) throw YAML::Exception(row.Mark(), "too few columns");
      CodebookPlace p = place_of(row);
      const std::optional<Kind> kind = kind_named(row[2].as<std::string>());
      if (!kind) throw YAML::Exception(row.Mark(), "unknown kind of place: " + row[2].as<std::string>());
      p.kind = *kind;
      if (!ids.insert(p.id).second) throw YAML::Exception(row.Mark(), "the id stands twice: " + p.id);
      if (!on_earth(p.at) || p.radius_km <= 0) throw YAML::Exception(row.Mark(), "no such point or radius: " + p.id);
      if (!p.country.empty() && p.country.size() != 2) throw YAML::Exception(row.Mark(), "not a country code: " + p.country);
      book.places.push_back(std::move(p));
    }
    return book;
  });
}

}  // namespace herald::places
