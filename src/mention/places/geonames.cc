#include "mention/places/geonames.h"

#include <unicode/uchar.h>

#include <GeographicLib/Geodesic.hpp>
#include <algorithm>
#include <charconv>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "intake/stream.h"
#include "intake/zip.h"
#include "mention/places/builder.h"

namespace herald::places {
namespace {

using format::kNone;
using Cells = std::vector<std::string_view>;

constexpr size_t kPlaceColumns = 19;
constexpr size_t kNameColumns = 8;     // the older table of alternate names
constexpr size_t kNameColumnsV2 = 10;  // with the years from and to
constexpr size_t kMaxLine = size_t{1} << 20;
constexpr size_t kMostPlaces = size_t{1} << 24;  // what a posting can number
constexpr uint64_t kTellEvery = 1000;
constexpr uint32_t kLongestName = 60;

template <typename T>
std::optional<T> number(std::string_view s) {
  T value{};
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (error != std::errc() || end != s.data() + s.size()) return std::nullopt;
  return value;
}

struct Feature {
  std::string_view code;
  Kind kind;
  double radius_km;
};
// Feature codes (https://www.geonames.org/export/codes.html) of what news reports name as the scene of something. Radii are what a name
// alone leaves open; those of regions grow with their settlements.
constexpr Feature kFeatures[] = {
    {"A.PCL", Kind::country, 300},  {"A.PCLD", Kind::country, 100},     {"A.PCLF", Kind::country, 100}, {"A.PCLI", Kind::country, 300},
    {"A.PCLIX", Kind::country, 50}, {"A.PCLS", Kind::country, 50},      {"A.TERR", Kind::region, 100},  {"A.ADM1", Kind::admin1, 60},
    {"A.ADM2", Kind::admin2, 25},   {"A.ADM3", Kind::region, 15},       {"A.ADMD", Kind::region, 25},   {"P.PPLC", Kind::capital, 0},
    {"P.PPLA", Kind::seat, 0},      {"P.PPLX", Kind::neighbourhood, 2}, {"L.RGN", Kind::region, 50},    {"L.MILB", Kind::base, 3},
    {"L.OILF", Kind::facility, 10}, {"L.CMP", Kind::camp, 2},           {"S.CMP", Kind::camp, 2},       {"S.CMPRF", Kind::camp, 2},
    {"S.AIRP", Kind::airport, 3},   {"S.AIRF", Kind::airport, 2},       {"S.AIRH", Kind::airport, 2},   {"S.AIRB", Kind::base, 3},
    {"S.INSM", Kind::base, 3},      {"S.PSTB", Kind::crossing, 2},      {"S.PSTC", Kind::crossing, 2},  {"S.CSTM", Kind::crossing, 2},
    {"S.DAM", Kind::dam, 3},        {"S.BDG", Kind::bridge, 1},         {"S.PRN", Kind::prison, 1},     {"S.PRNJ", Kind::prison, 1},
    {"L.PRT", Kind::port, 3},       {"S.OILR", Kind::facility, 3},      {"S.PS", Kind::facility, 2},    {"S.PSH", Kind::facility, 2},
    {"S.PSN", Kind::facility, 2},   {"R.RD", Kind::road, 30},           {"H.OCN", Kind::sea, 2000},     {"H.SEA", Kind::sea, 300},
    {"H.GULF", Kind::sea, 150},     {"H.BAY", Kind::sea, 20},           {"H.STM", Kind::river, 30},     {"H.WAD", Kind::river, 20},
    {"H.LK", Kind::lake, 15},       {"H.RSV", Kind::lake, 15},          {"H.STRT", Kind::strait, 40},   {"T.MT", Kind::mountain, 5},
    {"T.MTS", Kind::mountain, 50},  {"T.HLL", Kind::mountain, 3},       {"T.ISL", Kind::island, 15},    {"T.ISLS", Kind::island, 40},
    {"T.DSRT", Kind::desert, 150},  {"T.VAL", Kind::valley, 20},        {"T.PASS", Kind::mountain, 3},
};

std::optional<Feature> feature_of(std::string_view letter, std::string_view code) {
  const std::string whole = std::string(letter) + "." + std::string(code);
  for (const Feature& f : kFeatures)
    if (f.code == whole) return f;
  if (letter == "P" && code != "PPLH") return Feature{"P", Kind::settlement, 0};
  return std::nullopt;
}

// In Latin letters, as English texts write it: capitals at its head, no code of an airport or a car plate.
bool useful(std::string_view name) {
  if (name.empty() || name.size() > size_t{4} * kLongestName) return false;
  uint32_t points = 0;
  bool code = true;
  for (size_t at = 0; at < name.size(); ++points) {
    const auto [point, size] = base::code_point_at(name, at);
    at += size;
    const bool mark = point == 0x2018 || point == 0x2019 || point == '`' || point == '\'' || (point >= 0x2B9 && point <= 0x2BF);
    if (points == 0 && !mark && u_isupper(static_cast<UChar32>(point)) == 0) return false;
    const bool latin = (point >= 0x20 && point <= 0x7E) || (point >= 0xC0 && point <= 0x24F) || (point >= 0x1E00 && point <= 0x1EFF) ||
                       (point >= 0x2B0 && point <= 0x2FF) || (point >= 0x300 && point <= 0x36F) || point == 0x2018 || point == 0x2019;
    if (!latin) return false;
    code = code && ((point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9'));
  }
  return points <= kLongestName && !(code && points <= 4);
}

// One row of the main table, kept until all are there.
struct Row {
  NewPlace place;
  std::string alternates;  // separated by commas
  std::string first;       // country and code of the region of first order that holds it; of second order with that code behind it
  std::string second;
};

class Import {
 public:
  // The text of an Error where the row does not hold what the table says.
  std::string place(const Cells& c) {
    const auto id = number<uint32_t>(c[0]);
    const auto lat = number<double>(c[4]);
    const auto lon = number<double>(c[5]);
    const auto people = c[14].empty() ? std::optional<uint64_t>(0) : number<uint64_t>(c[14]);
    if (!id) return "geonameid is no number: " + std::string(c[0]);
    if (!lat || *lat < -90 || *lat > 90) return "latitude is none: " + std::string(c[4]);
    if (!lon || *lon < -180 || *lon > 180) return "longitude is none: " + std::string(c[5]);
    if (!people) return "population is no number: " + std::string(c[14]);
    const auto feature = feature_of(c[6], c[7]);
    if (!feature) return {};
    const auto population = static_cast<uint32_t>(std::min<uint64_t>(*people, UINT32_MAX));
    Row row;
    row.place = {.name = std::string(useful(c[1]) || c[2].empty() ? c[1] : c[2]),
                 .source = Source::geonames,
                 .geonames = *id,
                 .id = {},
                 .kind = feature->kind,
                 .at = {.lat = *lat, .lon = *lon == 180 ? -180 : *lon},
                 .radius_km = feature->radius_km > 0 ? feature->radius_km : settlement_radius_km(population),
                 .population = population,
                 .country = std::string(c[8]),
                 .admin1 = kNone,
                 .admin2 = kNone};
    row.alternates = c[3];
    row.first = std::string(c[8]) + '.' + std::string(c[10]);
    row.second = row.first + '.' + std::string(c[11]);
    rows_.push_back(std::move(row));
    return {};
  }

  // Regions by their codes, places ascending by id and each once; then names can be added.
  Status close_places() {
    const auto by_id = [](const Row& a, const Row& b) { return a.place.geonames < b.place.geonames; };
    if (!std::is_sorted(rows_.begin(), rows_.end(), by_id)) std::stable_sort(rows_.begin(), rows_.end(), by_id);
    rows_.erase(std::unique(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) { return a.place.geonames == b.place.geonames; }),
                rows_.end());
    if (rows_.size() > kMostPlaces)
      return Error{.what = std::to_string(rows_.size()) + " places are more than a gazetteer holds",
                   .origin = {},
                   .offset = {},
                   .line = {},
                   .hint = "import the countries' files that you need"};
    std::unordered_map<std::string, uint32_t> regions;
    for (uint32_t i = 0; i < rows_.size(); ++i) {
      const Kind kind = rows_[i].place.kind;
      if (kind == Kind::admin1) regions.emplace(rows_[i].first, i);
      if (kind == Kind::admin2) regions.emplace(rows_[i].second, i);
    }
    const auto region = [&](const std::string& code, uint32_t self) {
      const auto found = regions.find(code);
      return found == regions.end() || found->second == self ? kNone : found->second;
    };
    for (uint32_t i = 0; i < rows_.size(); ++i) {
      rows_[i].place.admin1 = region(rows_[i].first, i);
      rows_[i].place.admin2 = region(rows_[i].second, i);
    }
    widen_regions();
    for (Row& row : rows_) {
      ids_.push_back(row.place.geonames);
      const uint32_t at = builder_.add(std::move(row.place));
      for (const std::string_view name : base::split(row.alternates, ',')) give(at, name, How::alternate);
      row = {};
    }
    return Done{};
  }

  std::string name(const Cells& c) {
    const auto id = number<uint32_t>(c[1]);
    if (!id) return "geonameid is no number: " + std::string(c[1]);
    const std::string_view language = c[2];
    // What is longer than a language's code is no name: links, post codes, codes of airports.
    if (language.size() > 3 && language != "abbr" && language.find('-') == std::string_view::npos) return {};
    const auto at = place_of(*id);
    if (!at) return {};
    const bool preferred = language == "en" && c[6] != "1" && c[7] != "1";  // not colloquial, not of another age
    if (language == "abbr")
      builder_.add_name(*at, c[3], How::abbreviation);
    else
      give(*at, c[3], preferred ? How::alias : How::alternate);
    return {};
  }

  [[nodiscard]] const Builder& builder() const { return builder_; }
  [[nodiscard]] uint64_t names() const { return names_; }

 private:
  void give(uint32_t place, std::string_view name, How how) {
    if (!useful(name)) return;
    builder_.add_name(place, name, how);
    ++names_;
  }

  [[nodiscard]] std::optional<uint32_t> place_of(uint32_t id) const {
    const auto at = std::lower_bound(ids_.begin(), ids_.end(), id);
    if (at == ids_.end() || *at != id) return std::nullopt;
    return static_cast<uint32_t>(at - ids_.begin());
  }

  // A region reaches as far as forty-nine in fifty of its settlements.
  void widen_regions() {
    std::unordered_map<uint32_t, std::vector<float>> away;
    const auto note = [&](uint32_t region, const NewPlace& settlement) {
      if (region == kNone) return;
      double metres = 0;
      const GeoPoint& from = rows_[region].place.at;
      GeographicLib::Geodesic::WGS84().Inverse(from.lat, from.lon, settlement.at.lat, settlement.at.lon, metres);
      away[region].push_back(static_cast<float>(metres / 1000));
    };
    for (const Row& row : rows_) {
      if (type_of(row.place.kind) != PlaceType::settlement) continue;
      note(row.place.admin1, row.place);
      note(row.place.admin2, row.place);
    }
    for (auto& [region, distances] : away) {
      const auto at = distances.end() - 1 - static_cast<std::ptrdiff_t>(distances.size() / 50);
      std::nth_element(distances.begin(), at, distances.end());
      rows_[region].place.radius_km = *at + 5.0;
    }
  }

  std::vector<Row> rows_;
  std::vector<uint32_t> ids_;  // of the builder's places, ascending
  Builder builder_;
  uint64_t names_ = 0;
};

// A table under way, with its name for messages and its size where that is known.
struct Table {
  std::string origin;
  std::optional<uint64_t> size;
  std::unique_ptr<intake::Reader> reader;
};

Result<Table> open_table(const std::filesystem::path& path) {
  Table out{.origin = path.string(), .size = {}, .reader = {}};
  if (path.extension() == ".zip") {
    auto member = intake::open_zip(path);
    if (!member) return member.error();
    out.origin += "/" + member->name;
    out.size = member->size;
    out.reader = std::make_unique<intake::Reader>(std::move(member->bytes));
    return out;
  }
  auto source = intake::open_source(path);
  if (!source) return source.error();
  std::error_code code;
  const uint64_t bytes = std::filesystem::file_size(path, code);
  if (!code && path.extension() == ".txt") out.size = bytes;
  out.reader = std::make_unique<intake::Reader>(std::move(*source));
  return out;
}

// Calls row(cells) for each line of a table of one of `columns`; its text is an Error's. False where the table is of another kind.
template <typename Each>
Result<bool> each_row(const std::filesystem::path& path, std::initializer_list<size_t> columns, uint64_t& rows, const OnRows& on_rows,
                      Each row) {
  auto table = open_table(path);
  if (!table) return table.error();
  uint64_t line = 0;
  size_t expected = 0;
  while (const auto text = table->reader->line(kMaxLine)) {
    ++line;
    if (text->empty()) continue;
    const Cells cells = base::split(*text, '\t');
    const auto error = [&](std::string what) {
      return Error{.what = std::move(what), .origin = table->origin, .offset = {}, .line = line, .hint = "a GeoNames dump is asked for"};
    };
    if (expected == 0) {
      for (const size_t known : {kPlaceColumns, kNameColumns, kNameColumnsV2})
        if (cells.size() == known) expected = known;
      if (expected == 0) return error("neither places (19 columns) nor alternate names (10): " + std::to_string(cells.size()) + " columns");
      if (std::find(columns.begin(), columns.end(), expected) == columns.end()) return false;
    }
    if (cells.size() != expected) return error("expected " + std::to_string(expected) + " columns, found " + std::to_string(cells.size()));
    if (base::first_invalid_utf8(*text)) return error("not valid UTF-8");
    if (std::string wrong = row(cells); !wrong.empty()) return error(std::move(wrong));
    if (++rows % kTellEvery == 0 && on_rows) {
      const auto offset = static_cast<double>(table->reader->offset());
      on_rows(rows, table->size ? std::optional(offset / static_cast<double>(std::max<uint64_t>(*table->size, 1))) : std::nullopt);
    }
  }
  if (auto error = table->reader->error()) {
    error->origin = table->origin;
    return *error;
  }
  return true;
}

}  // namespace

Result<Imported> import_geonames(std::span<const std::filesystem::path> files, const std::filesystem::path& out, const OnRows& on_rows) {
  Import import;
  Imported told;
  std::vector<std::filesystem::path> later;  // alternate names belong to places that must be there
  for (const auto& file : files) {
    const auto places = each_row(file, {kPlaceColumns}, told.rows, on_rows, [&](const Cells& c) { return import.place(c); });
    if (!places) return places.error();
    if (!*places) later.push_back(file);
  }
  if (Status s = import.close_places(); !s) return s.error();
  for (const auto& file : later) {
    const auto names = each_row(file, {kNameColumns, kNameColumnsV2}, told.rows, on_rows, [&](const Cells& c) { return import.name(c); });
    if (!names) return names.error();
  }
  if (import.builder().size() == 0)
    return Error{.what = "no place to import", .origin = files.empty() ? "" : files.front().string(), .offset = {}, .line = {}, .hint = {}};
  if (Status s = import.builder().write(out); !s) return s.error();
  told.places = import.builder().size();
  told.names = import.names();
  return told;
}

}  // namespace herald::places
