// GeoNames dumps as a volume of the gazetteer: the tables that https://download.geonames.org/export/dump/readme.txt describes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>

#include "herald/result.h"

namespace herald::places {

struct Imported {
  uint64_t rows = 0;    // read, of both kinds of table
  uint64_t places = 0;  // kept: settlements, regions, and features that conflicts are fought over
  uint64_t names = 0;   // given to them
};

// Rows read so far, and the share of the file at hand, [0, 1], where that is known. Called every thousand rows.
using OnRows = std::function<void(uint64_t rows, std::optional<double> share)>;

// Reads the main table (19 columns: allCountries, a country's, cities…) and the table of alternate names (8 or 10 columns), told apart by
// their columns; each as text, gzip or ZIP, in any order of files. Names in Latin letters are kept. Writes `out` for Gazetteer::open,
// places ascending by id; nothing is written on an Error, which names file and line.
[[nodiscard]] Result<Imported> import_geonames(std::span<const std::filesystem::path> files, const std::filesystem::path& out,
                                               const OnRows& on_rows);

}  // namespace herald::places
