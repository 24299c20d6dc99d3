#include "mention/places/relative.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

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
