#include "export/reference.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/csv.h"
#include "base/text.h"

namespace herald::exports {
namespace {

// Kilometres around a row's point: by GED's where_prec (1 to 7) and ACLED's geo_precision (1 to 3).
constexpr std::array<double, 8> kGedRadius{25, 2, 25, 40, 120, 100, 400, 300};
constexpr std::array<double, 4> kAcledRadius{25, 5, 40, 120};

template <typename T>
std::optional<T> number(std::string_view s) {
  T value{};
  s = base::trim(s);
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  return error == std::errc() && end == s.data() + s.size() ? std::optional(value) : std::nullopt;
}

// "2015-11-12", with a time behind it or not, and ACLED's "12 November 2015".
std::optional<Day> day_of(std::string_view s) {
  s = base::trim(s);
  if (const auto day = parse_day(s.substr(0, 10))) return day;
  constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march",     "april",   "may",      "june",
                                                     "july",    "august",   "september", "october", "november", "december"};
  const std::vector<std::string_view> words = base::split(s, ' ');
  if (words.size() != 3) return std::nullopt;
  const auto day = number<unsigned>(words[0]);
  const auto year = number<int>(words[2]);
  for (unsigned m = 0; m < kMonths.size(); ++m) {
    if (base::lower_ascii(words[1]) != kMonths.at(m) || !day || !year) continue;
    const std::chrono::year_month_day date(std::chrono::year(*year), std::chrono::month(m + 1), std::chrono::day(*day));
    if (date.ok()) return Day(date);
  }
  return std::nullopt;
}

class Reading {
 public:
  Reading(const base::CsvTable& table, ReferenceForm form) : table_(table), form_(form) {}

  Result<Reference> read() {
    const bool ged = form_ == ReferenceForm::ged;
    Reference out{form_, {}};
    for (const auto& row : table_.rows) {
      row_ = &row;
      ReferenceEvent e;
      e.line = row.line;
      e.id = text(ged ? "id" : "event_id_cnty");
      e.first = day(ged ? "date_start" : "event_date");
      e.last = ged ? day("date_end") : e.first;
      const auto lat = measure("latitude");
      const auto lon = measure("longitude");
      if (lat && lon) e.at = GeoPoint{*lat, *lon};
      const auto precision = static_cast<size_t>(count(ged ? "where_prec" : "geo_precision").value_or(0));
      e.radius_km = ged ? kGedRadius.at(precision < kGedRadius.size() ? precision : 0)
                        : kAcledRadius.at(precision < kAcledRadius.size() ? precision : 0);
      e.place = text(ged ? "where_coordinates" : "location");
      e.country = text("country");
      for (const char* side : {ged ? "side_a" : "actor1", ged ? "side_b" : "actor2"})
        if (std::string name = text(side); !name.empty()) e.sides.push_back(std::move(name));
      e.type = text(ged ? "type_of_violence" : "sub_event_type");
      e.best = count(ged ? "best" : "fatalities");
      if (ged) {
        e.low = count("low");
        e.high = count("high");
        e.civilians = count("deaths_civilians");
      }
      if (wrong_) return *wrong_;
      out.events.push_back(std::move(e));
    }
    return out;
  }

 private:
  std::string text(std::string_view column) const {
    const auto at = table_.column(column);
    return at ? std::string(base::trim(row_->cells[*at])) : std::string();
  }
  // An empty cell is unknown; anything else that is no value of its kind ends the reading.
  template <typename Parse>
  auto value(std::string_view column, Parse parse, const char* kind) {
    const std::string cell = text(column);
    const auto parsed = cell.empty() ? decltype(parse(cell)){} : parse(cell);
    if (!cell.empty() && !parsed && !wrong_)
      wrong_ =
          Error{.what = std::string(column) + " is no " + kind + ": " + cell, .origin = {}, .offset = {}, .line = row_->line, .hint = {}};
    return parsed;
  }
  std::optional<Day> day(std::string_view column) { return value(column, day_of, "day"); }
  std::optional<int64_t> count(std::string_view column) { return value(column, number<int64_t>, "whole number"); }
  std::optional<double> measure(std::string_view column) { return value(column, number<double>, "number"); }

  const base::CsvTable& table_;
  ReferenceForm form_;
  const base::CsvTable::Row* row_ = nullptr;
  std::optional<Error> wrong_;
};

}  // namespace

Result<Reference> read_reference(std::string_view csv) {
  const auto table = base::parse_csv(csv);
  if (!table) return table.error();
  const auto has = [&](std::initializer_list<const char*> columns) {
    return std::all_of(columns.begin(), columns.end(), [&](const char* c) { return table->column(c).has_value(); });
  };
  const bool ged = has({"id", "date_start", "date_end", "latitude", "longitude", "best"});
  if (!ged && !has({"event_id_cnty", "event_date", "latitude", "longitude", "fatalities"}))
    return Error{
        .what = "neither UCDP GED nor ACLED",
        .origin = {},
        .offset = {},
        .line = 1,
        .hint =
            "the header needs id, date_start, date_end, latitude, longitude, best; or event_id_cnty, event_date, latitude, longitude, "
            "fatalities"};
  return Reading(*table, ged ? ReferenceForm::ged : ReferenceForm::acled).read();
}

}  // namespace herald::exports
