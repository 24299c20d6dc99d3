#include "mention/places/relative.h"

#include <GeographicLib/Geodesic.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace herald::places {
namespace {

constexpr double kRounding = 0.15;     // reporters round distances
constexpr double kSector = 22.5;       // degrees to each side that a word of eight directions covers
constexpr double kUsualDistance = 25;  // km meant by "south of" a town
constexpr double kNearTown = 10;       // km meant by "near", at least
constexpr double kPartShift = 0.45;    // of the radius: middle of the half that "northern" means
constexpr double kPartRadius = 0.65;
constexpr int kOutlinePoints = 36;
constexpr double kUcdpNear = 25;  // UCDP's "near", km

const GeographicLib::Geodesic& earth() {
  return GeographicLib::Geodesic::WGS84();
}

GeoPoint moved(const GeoPoint& from, double azimuth, double km) {
  GeoPoint to;
  earth().Direct(from.lat, from.lon, azimuth, km * 1000, to.lat, to.lon);
  if (to.lon >= 180) to.lon -= 360;
  return to;
}

Place from(const Place& anchor) {
  Place p = anchor;
  p.method = PlaceMethod::relative;
  p.others.clear();
  return p;
}

bool is_area(const Place& p) {
  return p.type == PlaceType::country || p.type == PlaceType::region;
}

}  // namespace

std::optional<double> azimuth_of(std::string_view direction) {
  std::string word;
  for (const char c : direction)
    if (c != '-' && c != ' ') word += c;
  if (word.ends_with("ern")) word.resize(word.size() - 3);
  if (word.ends_with("wards")) word.resize(word.size() - 5);
  if (word.ends_with("ward")) word.resize(word.size() - 4);
  static constexpr std::array<std::pair<std::string_view, double>, 8> kWinds = {{{"north", 0},
                                                                                 {"northeast", 45},
                                                                                 {"east", 90},
                                                                                 {"southeast", 135},
                                                                                 {"south", 180},
                                                                                 {"southwest", 225},
                                                                                 {"west", 270},
                                                                                 {"northwest", 315}}};
  for (const auto& [name, degrees] : kWinds)
    if (word == name) return degrees;
  return std::nullopt;
}

Place at_distance(const Place& anchor, double km, std::optional<double> azimuth) {
  Place p = from(anchor);
  if (!anchor.at) return p;
  p.type = PlaceType::settlement;
  if (!azimuth) {
    p.radius_km = km * (1 + kRounding) + (is_area(anchor) ? 0 : anchor.radius_km);
    return p;
  }
  p.at = moved(*anchor.at, *azimuth, km);
  const double along = km * kRounding + anchor.radius_km;
  const double across = km * std::sin(kSector * M_PI / 180);
  p.radius_km = std::max(1.0, std::hypot(along, across));
  return p;
}

Place beside(const Place& anchor, double azimuth) {
  Place p = from(anchor);
  if (!anchor.at) return p;
  const double away = anchor.radius_km + (is_area(anchor) ? 0.25 * anchor.radius_km : kUsualDistance);
  p.at = moved(*anchor.at, azimuth, away);
  p.type = PlaceType::region;
  p.radius_km = away;
  return p;
}

Place part_of(const Place& anchor, std::optional<double> azimuth) {
  Place p = from(anchor);
  if (!anchor.at) return p;
  if (azimuth) p.at = moved(*anchor.at, *azimuth, kPartShift * anchor.radius_km);
  if (p.type == PlaceType::country) p.type = PlaceType::region;
  p.radius_km = kPartRadius * anchor.radius_km;
  return p;
}

Place edge_of(const Place& anchor, std::optional<double> azimuth, bool wide) {
  Place p = from(anchor);
  if (!anchor.at) return p;
  const double reach = wide ? std::max(40.0, 3 * anchor.radius_km) : std::max(3.0, anchor.radius_km);
  if (azimuth) p.at = moved(*anchor.at, *azimuth, wide ? 0.5 * reach : reach);
  p.type = wide ? PlaceType::region : p.type;
  p.radius_km = azimuth ? 0.7 * reach : (wide ? reach : 1.5 * reach);
  return p;
}

Place near(const Place& anchor) {
  Place p = from(anchor);
  if (anchor.at && !is_area(anchor)) p.radius_km = std::max(kNearTown, 2 * anchor.radius_km);
  return p;
}

Place between(const Place& a, const Place& b, PlaceType type) {
  Place p;
  p.method = PlaceMethod::relative;
  p.type = type;
  if (a.country == b.country) p.country = a.country;
  if (a.admin1 == b.admin1 && !p.country.empty()) p.admin1 = a.admin1;
  if (!a.at || !b.at) return p;
  double metres = 0;
  double azimuth = 0;
  double end_azimuth = 0;
  earth().Inverse(a.at->lat, a.at->lon, b.at->lat, b.at->lon, metres, azimuth, end_azimuth);
  p.at = moved(*a.at, azimuth, metres / 2000);
  p.radius_km = std::max({metres / 2000, a.radius_km, b.radius_km});
  return p;
}

std::vector<GeoPoint> outline(const Place& place) {
  if (place.method != PlaceMethod::relative || !place.at || place.radius_km <= 0) return {};
  for (const double pole : {-90.0, 90.0})
    if (distance_km(*place.at, {pole, place.at->lon}) <= place.radius_km) return {};
  std::vector<GeoPoint> out;
  for (int i = 0; i < kOutlinePoints; ++i) {
    GeoPoint p = moved(*place.at, -360.0 * i / kOutlinePoints, place.radius_km);
    p.lon = place.at->lon + std::remainder(p.lon - place.at->lon, 360.0);
    out.push_back(p);
  }
  return out;
}

double distance_km(const GeoPoint& a, const GeoPoint& b) {
  double metres = 0;
  earth().Inverse(a.lat, a.lon, b.lat, b.lon, metres);
  return metres / 1000;
}

int ucdp_where_prec(const Place& place) {
  if (!place.at) return 0;
  switch (place.type) {
    case PlaceType::country:
      return 6;
    case PlaceType::road:
    case PlaceType::feature:
      return 5;
    case PlaceType::region:
      if (place.method == PlaceMethod::relative) return place.radius_km <= kUcdpNear ? 2 : 5;
      return place.name == place.admin1 || place.radius_km > 60 ? 4 : 3;
    case PlaceType::settlement:
    case PlaceType::facility:
      break;
  }
  if (place.method == PlaceMethod::relative) return place.radius_km <= kUcdpNear ? 2 : 5;
  return place.radius_km <= kUcdpNear ? 1 : 3;
}

int acled_geo_precision(const Place& place) {
  if (!place.at) return 0;
  if (place.type == PlaceType::country) return 3;
  if (place.type == PlaceType::region || place.type == PlaceType::feature || place.type == PlaceType::road)
    return place.radius_km <= 60 ? 2 : 3;
  return place.method == PlaceMethod::relative || place.radius_km > kUcdpNear ? 2 : 1;
}

}  // namespace herald::places
