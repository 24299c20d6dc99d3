#include "ledger/fields.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <vector>

#include "base/text.h"
#include "herald/names.h"

namespace herald::ledger {
namespace {

constexpr std::array<std::string_view, 16> kFields{"type", "harm",  "low",     "high", "party",  "modality", "kind", "state",
                                                   "date", "place", "victims", "by",   "target", "holder",   "from", "voice"};
constexpr std::string_view kAt = " @ ";

template <typename T>
std::optional<T> number(std::string_view s) {
  T n{};
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  if (error != std::errc() || end != s.data() + s.size() || s.empty()) return std::nullopt;
  return n;
}

// "NAME" and what stands behind the "@".
std::pair<std::string, std::string> divided(const std::string& value) {
  const size_t at = value.find(kAt);
  if (at == std::string::npos) return {value, {}};
  return {value.substr(0, at), value.substr(at + kAt.size())};
}

bool set_bound(Claim& claim, bool low, const std::string& value) {
  std::optional<int64_t>& bound = low ? claim.figure.low : claim.figure.high;
  if (value.empty() || value == "unknown") {
    bound.reset();
    return true;
  }
  const auto n = number<int64_t>(value);
  if (!n || *n < 0) return false;
  bound = n;
  claim.figure.vague = false;
  return true;
}

bool set_date(Claim& claim, const std::string& value) {
  if (value.empty()) {
    claim.date.reset();
    return true;
  }
  const size_t stroke = value.find('/');
  const auto first = parse_day(value.substr(0, stroke));
  const auto last = stroke == std::string::npos ? first : parse_day(value.substr(stroke + 1));
  if (!first || !last || *last < *first) return false;
  const auto days = (*last - *first).count() + 1;
  const DatePrecision precision = days == 1     ? DatePrecision::day
                                  : days <= 7   ? DatePrecision::week
                                  : days <= 31  ? DatePrecision::month
                                  : days <= 366 ? DatePrecision::year
                                                : DatePrecision::longer;
  claim.date = ClaimDate{{first, last}, precision, std::nullopt, false};
  return true;
}

bool set_place(Claim& claim, const std::string& value) {
  if (value.empty()) {
    claim.place.reset();
    return true;
  }
  const auto [name, rest] = divided(value);
  Place place;
  place.name = name;
  if (!rest.empty()) {
    const std::vector<std::string_view> words = base::split(rest, ' ');
    std::array<double, 3> at{};  // latitude, longitude, kilometres
    for (size_t i = 0; i < at.size(); ++i) {
      const auto n = i < words.size() ? number<double>(words[i]) : std::nullopt;
      if (!n) return false;
      at.at(i) = *n;
    }
    if (at[0] < -90 || at[0] > 90 || at[1] < -180 || at[1] > 180 || at[2] < 0) return false;
    place.at = GeoPoint{at[0], at[1]};
    place.radius_km = at[2];
    const auto word = [&](size_t i) { return i < words.size() && words[i] != "-" ? std::string(words[i]) : std::string(); };
    place.ref = word(3);
    place.country = word(4);
    place.type = from_name<PlaceType>(word(5)).value_or(PlaceType::settlement);
    for (size_t i = 6; i < words.size(); ++i) place.admin1 += (i > 6 ? " " : "") + std::string(words[i]);
  }
  claim.place = ClaimPlace{std::move(place), std::nullopt};
  return true;
}

bool set_party(std::optional<Party>& party, const std::string& value) {
  if (value.empty()) {
    party.reset();
    return true;
  }
  const auto [name, ref] = divided(value);
  party = Party{name, name, ref, std::nullopt};
  return true;
}

bool set_voice(Claim& claim, const std::string& value) {
  claim.source.clear();
  if (value.empty()) return true;
  const auto [name, ref] = divided(value);
  claim.source.push_back({name, ref, std::nullopt});
  return true;
}

template <typename Field, typename E>
bool set(Field& field, const std::optional<E>& value) {
  if (!value) return false;
  field = *value;
  return true;
}

}  // namespace

std::span<const std::string_view> field_names() {
  return kFields;
}

bool set_field(Claim& claim, std::string_view field, const std::string& value) {
  if (field == "low" || field == "high") return set_bound(claim, field == "low", value);
  if (field == "type") return set(claim.type, from_name<ClaimType>(value));
  if (field == "harm") return set(claim.harm, from_name<Harm>(value));
  if (field == "state") return set(claim.state, from_name<ControlState>(value));
  if (field == "kind") return set(claim.kind, from_name<Kind>(value));
  if (field == "modality") return set(claim.modality, from_name<Modality>(value));
  if (field == "party") return set(claim.party, from_name<PartyKind>(value));
  if (field == "date") return set_date(claim, value);
  if (field == "place") return set_place(claim, value);
  if (field == "voice") return set_voice(claim, value);
  if (field == "victims") return set_party(claim.victims, value);
  if (field == "by") return set_party(claim.by, value);
  if (field == "target") return set_party(claim.target, value);
  if (field == "holder") return set_party(claim.holder, value);
  if (field == "from") return set_party(claim.from, value);
  return false;
}

std::string place_value(const Place& place) {
  if (!place.at) return place.name;
  std::array<char, 96> at{};
  std::snprintf(at.data(), at.size(), "%.4f %.4f %.1f", place.at->lat, place.at->lon, place.radius_km);
  const auto or_dash = [](const std::string& s) { return s.empty() ? std::string("-") : s; };
  std::string out = place.name + std::string(kAt) + at.data() + ' ' + or_dash(place.ref) + ' ' + or_dash(place.country) + ' ' +
                    std::string(name_of(place.type));
  if (!place.admin1.empty()) out += ' ' + place.admin1;
  return out;
}

}  // namespace herald::ledger
