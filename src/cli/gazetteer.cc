#include "mention/places/gazetteer.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "base/files.h"
#include "cli/command.h"
#include "cli/terminal.h"
#include "export/table.h"
#include "mention/places/geonames.h"

namespace herald::cli {
namespace {

int find(const std::string& name) {
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  const auto gazetteer = places::Gazetteer::load(*data);
  if (!gazetteer) return fail(gazetteer.error());
  exports::Table table{{"ref", "name", "kind", "region", "country", "lat", "lon", "radius km", "population", "likeness"}, {}};
  for (const places::Candidate& c : gazetteer->lookup_like(name)) {
    const Place p = gazetteer->place(c.place, PlaceUse::literal);
    const auto number = [](const char* form, double value) {
      std::array<char, 32> out{};
      std::snprintf(out.data(), out.size(), form, value);
      return std::string(out.data());
    };
    const uint32_t people = gazetteer->record(c.place).population;
    table.rows.push_back({p.ref, p.name, std::string(places::name_of(gazetteer->kind(c.place))), p.admin1, p.country,
                          p.at ? number("%.4f", p.at->lat) : "", p.at ? number("%.4f", p.at->lon) : "", number("%.0f", p.radius_km),
                          people > 0 ? std::to_string(people) : "", number("%.2f", c.likeness)});
  }
  if (table.rows.empty()) return fail({.what = "no place of this name", .origin = name, .offset = {}, .line = {}, .hint = {}});
  std::cout << exports::to_text(table, width_of(stdout));
  return kOk;
}

int import(const std::vector<std::filesystem::path>& files) {
  const auto data = base::data_folder();
  if (!data) return fail(data.error());
  Progress progress;
  const auto done = places::import_geonames(files, *data / places::kImported,
                                            [&](uint64_t rows, std::optional<double> share) { progress.show(rows, "rows", share); });
  progress.clear();
  if (!done) return fail(done.error());
  std::cerr << done->places << " places with " << done->names << " more names, of " << done->rows << " rows\n";
  return kOk;
}

}  // namespace

void add_gazetteer(CLI::App& app, Work& work) {
  CLI::App* command = app.add_subcommand("gazetteer", "The place names");
  command->require_subcommand(1);
  auto name = std::make_shared<std::string>();
  CLI::App* finding = command->add_subcommand("find", "Every place that bears a name, or one that sounds like it");
  finding->add_option("NAME", *name, "In any usual spelling")->required();
  examples(*finding, "  herald gazetteer find Kobane");
  finding->callback([&work, name] { work = [name] { return find(*name); }; });
  auto files = std::make_shared<std::vector<std::filesystem::path>>();
  CLI::App* importing = command->add_subcommand("import", "Take places of a GeoNames dump beside the built-in ones");
  importing->add_option("FILE", *files, "Dumps and tables of alternate names, .txt or .zip; in place of an earlier import")
      ->required()
      ->check(CLI::ExistingFile);
  examples(*importing, "  herald gazetteer import SY.zip IQ.zip alternateNamesV2.zip\n  herald gazetteer import allCountries.txt");
  importing->callback([&work, files] { work = [files] { return import(*files); }; });
}

}  // namespace herald::cli
