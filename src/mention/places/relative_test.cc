#include "mention/places/relative.h"

#include <gtest/gtest.h>

#include <GeographicLib/Geodesic.hpp>
#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace herald::places {
namespace {

Place town(double lat, double lon, double radius) {
  Place p;
  p.name = "X";
  p.country = "SY";
  p.admin1 = "Y";
  p.ref = "geonames:1";
  p.type = PlaceType::settlement;
  p.at = GeoPoint{.lat = lat, .lon = lon};
  p.radius_km = radius;
  return p;
}
Place area(double lat, double lon, double radius, PlaceType type = PlaceType::country) {
  Place p = town(lat, lon, radius);
  p.type = type;
  return p;
}

TEST(AzimuthOf, ReadsDirectionsInAllForms) {
  EXPECT_EQ(azimuth_of("north"), 0);
  EXPECT_EQ(azimuth_of("north-east"), 45);
  EXPECT_EQ(azimuth_of("southeastern"), 135);
  EXPECT_EQ(azimuth_of("southern"), 180);
  EXPECT_EQ(azimuth_of("north western"), 315);
  EXPECT_EQ(azimuth_of("westward"), 270);
  EXPECT_FALSE(azimuth_of("upward").has_value());
  EXPECT_FALSE(azimuth_of("").has_value());
}

TEST(AtDistance, RoundTripsOnTheEllipsoid) {
  std::mt19937 random(7);  // NOLINT(bugprone-random-generator-seed,cert-msc51-cpp): repeatable on purpose
  std::uniform_real_distribution<double> lat(-80, 80);
  std::uniform_real_distribution<double> lon(-180, 180);
  std::uniform_real_distribution<double> km(0.5, 900);
  for (int i = 0; i < 2000; ++i) {
    const Place anchor = town(lat(random), lon(random), 5);
    const double away = km(random);
    const double azimuth = 45.0 * (i % 8);
    const Place there = at_distance(anchor, away, azimuth);
    ASSERT_TRUE(there.at.has_value());
    EXPECT_NEAR(distance_km(*anchor.at, *there.at), away, away * 0.001);
    EXPECT_LT(there.at->lon, 180);
    EXPECT_GE(there.at->lon, -180);
    EXPECT_GE(there.radius_km, anchor.radius_km);
  }
}

TEST(AtDistance, BackAlongTheOppositeBearingIsTheAnchorForShortDistances) {
  std::mt19937 random(11);  // NOLINT(bugprone-random-generator-seed,cert-msc51-cpp)
  std::uniform_real_distribution<double> lat(-60, 60);
  std::uniform_real_distribution<double> lon(-179, 179);
  for (int i = 0; i < 500; ++i) {
    const Place anchor = town(lat(random), lon(random), 5);
    const double azimuth = i % 2 == 0 ? 0 : 180;  // meridians keep their bearing
    const Place back = at_distance(at_distance(anchor, 40, azimuth), 40, 180 - azimuth);
    EXPECT_LT(distance_km(*anchor.at, *back.at), 0.04);
  }
}

TEST(AtDistance, SouthOfAleppo) {
  const Place p = at_distance(town(36.2, 37.16, 10), 25, 180);
  EXPECT_NEAR(p.at->lat, 35.975, 0.01);
  EXPECT_NEAR(p.at->lon, 37.16, 1e-6);
  EXPECT_EQ(p.method, PlaceMethod::relative);
  EXPECT_GT(p.radius_km, 10);
  EXPECT_LT(p.radius_km, 25);
}

TEST(AtDistance, WithoutABearingIsADisc) {
  const Place p = at_distance(town(36.2, 37.16, 10), 24, std::nullopt);
  EXPECT_EQ(p.at, (GeoPoint{.lat = 36.2, .lon = 37.16}));
  EXPECT_GE(p.radius_km, 24);
}

TEST(AtDistance, OfAPlaceWithoutAPointHasNone) {
  Place unknown = town(0, 0, 0);
  unknown.at.reset();
  EXPECT_FALSE(at_distance(unknown, 10, 90).at.has_value());
  EXPECT_FALSE(part_of(unknown, 0).at.has_value());
  EXPECT_FALSE(between(unknown, town(1, 1, 1), PlaceType::road).at.has_value());
}

TEST(PartOf, LiesOnItsSideInsideTheWhole) {
  const Place whole = area(35, 38.5, 300);
  const Place north = part_of(whole, 0);
  EXPECT_GT(north.at->lat, 35.5);
  EXPECT_LT(distance_km(*whole.at, *north.at), whole.radius_km);
  EXPECT_LT(north.radius_km, whole.radius_km);
  EXPECT_EQ(north.type, PlaceType::region);
  EXPECT_EQ(part_of(whole, std::nullopt).at, whole.at);
}

TEST(Between, IsTheMiddleAndReachesBothEnds) {
  const Place a = town(36.2, 37.16, 10);
  const Place b = town(33.51, 36.29, 9);
  const Place road = between(a, b, PlaceType::road);
  EXPECT_NEAR(distance_km(*a.at, *road.at), distance_km(*b.at, *road.at), 0.01);
  EXPECT_GE(road.radius_km + 1e-6, distance_km(*a.at, *road.at));
  EXPECT_EQ(road.country, "SY");
  Place abroad = b;
  abroad.country = "TR";
  EXPECT_EQ(between(a, abroad, PlaceType::region).country, "");
}

TEST(Near, WidensATownAndLeavesACountry) {
  EXPECT_GE(near(town(36, 37, 3)).radius_km, 10);
  EXPECT_EQ(near(area(36, 37, 300)).radius_km, 300);
}

TEST(EdgeOf, OutskirtsLieAtTheRimAndTheCountrysideAround) {
  const Place homs = town(34.73, 36.72, 7);
  EXPECT_NEAR(distance_km(*homs.at, *edge_of(homs, 90, false).at), 7, 0.1);
  EXPECT_EQ(edge_of(homs, std::nullopt, true).at, homs.at);
  EXPECT_GE(edge_of(homs, std::nullopt, true).radius_km, 40);
}

TEST(Relative, EveryPlaceLiesAsFarAndInTheDirectionThatItsWordsSay) {
  std::mt19937 random(13);  // NOLINT(bugprone-random-generator-seed,cert-msc51-cpp): repeatable on purpose
  std::uniform_real_distribution<double> lat(-70, 70);
  std::uniform_real_distribution<double> lon(-180, 180);
  std::uniform_real_distribution<double> km(1, 400);
  for (int i = 0; i < 500; ++i) {
    const Place whole = area(lat(random), lon(random), km(random));
    const Place homs = town(lat(random), lon(random), 1 + km(random) / 40);
    const double azimuth = 45.0 * (i % 8);
    // Back along the bearing under which the anchor is seen, by the distance, is the anchor.
    const auto returns = [](const Place& anchor, const Place& there, double away) {
      EXPECT_NEAR(distance_km(*anchor.at, *there.at), away, 0.001 * away);
      double metres = 0;
      double out = 0;
      double back = 0;
      const auto& earth = GeographicLib::Geodesic::WGS84();
      earth.Inverse(there.at->lat, there.at->lon, anchor.at->lat, anchor.at->lon, metres, out, back);
      GeoPoint home;
      earth.Direct(there.at->lat, there.at->lon, out, away * 1000, home.lat, home.lon);
      EXPECT_LT(distance_km(*anchor.at, home), 0.001 * away);
    };
    returns(whole, part_of(whole, azimuth), 0.45 * whole.radius_km);
    returns(homs, edge_of(homs, azimuth, false), std::max(3.0, homs.radius_km));
    returns(homs, beside(homs, azimuth), homs.radius_km + 25);
    returns(homs, at_distance(homs, 30, azimuth), 30);
    const Place other = at_distance(homs, km(random), azimuth);
    returns(homs, between(homs, other, PlaceType::road), distance_km(*homs.at, *other.at) / 2);
  }
}

TEST(Outline, IsTheRingAtTheRadiusAndRunsAroundItsMiddle) {
  std::mt19937 random(17);  // NOLINT(bugprone-random-generator-seed,cert-msc51-cpp): repeatable on purpose
  std::uniform_real_distribution<double> lat(-75, 75);
  std::uniform_real_distribution<double> lon(-180, 180);
  std::uniform_real_distribution<double> km(1, 900);
  for (int i = 0; i < 500; ++i) {
    const Place part = part_of(area(lat(random), lon(random), km(random)), 45.0 * (i % 8));
    const std::vector<GeoPoint> ring = outline(part);
    ASSERT_EQ(ring.size(), 36U);
    double twice_area = 0;
    for (size_t k = 0; k < ring.size(); ++k) {
      EXPECT_NEAR(distance_km(*part.at, ring[k]), part.radius_km, 0.001 * part.radius_km);
      const GeoPoint& next = ring[(k + 1) % ring.size()];
      EXPECT_LT(std::abs(next.lon - ring[k].lon), 180);
      twice_area += ring[k].lon * next.lat - next.lon * ring[k].lat;
    }
    EXPECT_GT(twice_area, 0);
  }
}

TEST(Outline, OnlyOfPlacesToldFromOthersAndNotAroundAPole) {
  EXPECT_TRUE(outline(area(35, 38, 300)).empty());
  EXPECT_TRUE(outline(part_of(area(88, 0, 1000), 0)).empty());
  Place unknown = area(35, 38, 300);
  unknown.at.reset();
  EXPECT_TRUE(outline(part_of(unknown, 0)).empty());
}

TEST(Precision, FollowsUcdpAndAcled) {
  const Place exact = town(36.2, 37.16, 10);
  EXPECT_EQ(ucdp_where_prec(exact), 1);
  EXPECT_EQ(acled_geo_precision(exact), 1);
  const Place close = at_distance(exact, 10, 180);
  EXPECT_EQ(ucdp_where_prec(close), 2);
  EXPECT_EQ(acled_geo_precision(close), 2);
  Place province = area(36, 37.5, 90, PlaceType::region);
  province.name = province.admin1 = "Aleppo";
  EXPECT_EQ(ucdp_where_prec(province), 4);
  EXPECT_EQ(acled_geo_precision(province), 3);
  EXPECT_EQ(ucdp_where_prec(area(36, 37.5, 30, PlaceType::region)), 3);
  EXPECT_EQ(ucdp_where_prec(area(35, 38, 300)), 6);
  EXPECT_EQ(acled_geo_precision(area(35, 38, 300)), 3);
  EXPECT_EQ(ucdp_where_prec(area(35, 38, 50, PlaceType::road)), 5);
  Place unknown = exact;
  unknown.at.reset();
  EXPECT_EQ(ucdp_where_prec(unknown), 0);
  EXPECT_EQ(acled_geo_precision(unknown), 0);
}

}  // namespace
}  // namespace herald::places
