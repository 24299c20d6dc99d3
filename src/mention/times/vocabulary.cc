#include "mention/times/vocabulary.h"

#include <algorithm>
#include <array>

namespace herald::times {
namespace {

template <typename T>
struct Entry {
  std::string_view word;
  T value;
};

template <typename T, size_t N>
std::optional<T> find(const std::array<Entry<T>, N>& table, std::string_view word) {
  const auto it = std::find_if(table.begin(), table.end(), [&](const Entry<T>& e) { return e.word == word; });
  if (it == table.end()) return std::nullopt;
  return it->value;
}

constexpr std::array<Entry<MonthName>, 24> kMonths = {{
    {"january", {1, false, false}},   {"february", {2, false, false}}, {"march", {3, false, true}},      {"april", {4, false, false}},
    {"may", {5, false, true}},        {"june", {6, false, false}},     {"july", {7, false, false}},      {"august", {8, false, false}},
    {"september", {9, false, false}}, {"october", {10, false, false}}, {"november", {11, false, false}}, {"december", {12, false, false}},
    {"jan", {1, true, true}},         {"feb", {2, true, true}},        {"mar", {3, true, true}},         {"apr", {4, true, true}},
    {"jun", {6, true, true}},         {"jul", {7, true, true}},        {"aug", {8, true, true}},         {"sep", {9, true, true}},
    {"sept", {9, true, true}},        {"oct", {10, true, true}},       {"nov", {11, true, true}},        {"dec", {12, true, true}},
}};

constexpr std::array<Entry<int>, 7> kWeekdays = {
    {{"monday", 1}, {"tuesday", 2}, {"wednesday", 3}, {"thursday", 4}, {"friday", 5}, {"saturday", 6}, {"sunday", 7}}};
constexpr std::array<Entry<int>, 10> kShortWeekdays = {
    {{"mon", 1}, {"tue", 2}, {"tues", 2}, {"wed", 3}, {"thu", 4}, {"thur", 4}, {"thurs", 4}, {"fri", 5}, {"sat", 6}, {"sun", 7}}};

constexpr std::array<Entry<Unit>, 16> kUnits = {{{"second", Unit::second},
                                                 {"minute", Unit::minute},
                                                 {"min", Unit::minute},
                                                 {"hour", Unit::hour},
                                                 {"hr", Unit::hour},
                                                 {"day", Unit::day},
                                                 {"night", Unit::day},
                                                 {"week", Unit::week},
                                                 {"fortnight", Unit::week},
                                                 {"month", Unit::month},
                                                 {"quarter", Unit::quarter},
                                                 {"year", Unit::year},
                                                 {"yr", Unit::year},
                                                 {"decade", Unit::decade},
                                                 {"century", Unit::century},
                                                 {"weekend", Unit::weekend}}};

constexpr std::array<Entry<Season>, 5> kSeasons = {{{"spring", Season::spring},
                                                    {"summer", Season::summer},
                                                    {"autumn", Season::autumn},
                                                    {"fall", Season::autumn},
                                                    {"winter", Season::winter}}};
constexpr std::array<Entry<Part>, 8> kParts = {{{"morning", Part::morning},
                                                {"midday", Part::midday},
                                                {"noon", Part::midday},
                                                {"lunchtime", Part::midday},
                                                {"afternoon", Part::afternoon},
                                                {"evening", Part::evening},
                                                {"night", Part::night},
                                                {"midnight", Part::night}}};
constexpr std::array<Entry<Unit>, 9> kFrequencies = {{{"hourly", Unit::hour},
                                                      {"daily", Unit::day},
                                                      {"nightly", Unit::day},
                                                      {"weekly", Unit::week},
                                                      {"monthly", Unit::month},
                                                      {"quarterly", Unit::quarter},
                                                      {"yearly", Unit::year},
                                                      {"annually", Unit::year},
                                                      {"annual", Unit::year}}};

}  // namespace

std::optional<MonthName> month_of(std::string_view word) {
  return find(kMonths, word);
}

std::optional<WeekdayName> weekday_of(std::string_view word) {
  if (const auto d = find(kWeekdays, word)) return WeekdayName{.weekday = *d, .abbreviated = false, .plural = false};
  if (const auto d = find(kShortWeekdays, word)) return WeekdayName{.weekday = *d, .abbreviated = true, .plural = false};
  if (word.size() > 6 && word.back() == 's')
    if (const auto d = find(kWeekdays, word.substr(0, word.size() - 1)))
      return WeekdayName{.weekday = *d, .abbreviated = false, .plural = true};
  return std::nullopt;
}

std::optional<UnitName> unit_of(std::string_view word) {
  if (word == "centuries") return UnitName{.unit = Unit::century, .plural = true};
  if (const auto u = find(kUnits, word)) return UnitName{.unit = *u, .plural = false};
  if (word.size() > 2 && word.back() == 's')
    if (const auto u = find(kUnits, word.substr(0, word.size() - 1))) return UnitName{.unit = *u, .plural = true};
  return std::nullopt;
}

Season season_of(std::string_view word) {
  return find(kSeasons, word).value_or(Season::none);
}
Part part_of(std::string_view word) {
  return find(kParts, word).value_or(Part::none);
}
std::optional<Unit> frequency_of(std::string_view word) {
  return find(kFrequencies, word);
}

std::string_view code_of(Part part) {
  static constexpr std::array<std::string_view, 7> kCodes = {"", "MO", "MI", "AF", "EV", "NI", "DT"};
  return kCodes.at(static_cast<size_t>(part));
}

std::string_view code_of(Season season) {
  static constexpr std::array<std::string_view, 5> kCodes = {"", "SP", "SU", "FA", "WI"};
  return kCodes.at(static_cast<size_t>(season));
}

bool one_of(std::string_view word, std::string_view list) {
  if (word.empty()) return false;
  for (size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const size_t end = at + word.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

}  // namespace herald::times
