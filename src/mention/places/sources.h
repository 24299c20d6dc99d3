// What the gazetteer is built from: the tables of scripts/gazetteer_sources.py and codebook/places.yaml.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "herald/result.h"
#include "mention/places/builder.h"

namespace herald::places {

// codebook/places.yaml as it stands (the file's head has its columns).
struct CodebookCountry {
  std::string iso;  // ISO 3166-1 alpha-2
  GeoPoint at;
  std::vector<std::string> names;
  std::vector<std::string> adjectives;
};
struct CodebookPlace {
  std::string id;
  std::string name;
  Kind kind = Kind::feature;
  std::string country;  // empty where it lies in several or none
  std::string admin1;   // name of the region of first order, empty where none
  GeoPoint at;
  double radius_km = 0;
  std::vector<std::string> aliases;
  std::vector<std::string> adjectives;
};
struct CodebookNames {
  uint32_t geonames = 0;
  std::vector<std::string> names;
  std::vector<std::string> abbreviations;
};
struct Codebook {
  std::vector<CodebookNames> names;
  std::vector<CodebookCountry> countries;
  std::vector<CodebookPlace> places;
};

// Reads and checks the codebook: unique ids, known kinds, coordinates in range, radius > 0. The Error names the line.
[[nodiscard]] Result<Codebook> read_codebook(const std::filesystem::path& path);

// Adds countries, regions (point and extent from their settlements), settlements and words from the folder's tables, then the codebook's
// places.
[[nodiscard]] Status add_sources(const std::filesystem::path& folder, const Codebook& codebook, Builder& builder);

}  // namespace herald::places
