// Places told from other places: distance and bearing, parts, neighbourhoods, stretches. Geodesics on WGS84 by GeographicLib (Karney 2013).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "herald/mention.h"

namespace herald::places {

// Degrees clockwise from north of "south", "southern", "south-east", "southeastern" (lower-case key, hyphen or space or none); nullopt
// otherwise.
[[nodiscard]] std::optional<double> azimuth_of(std::string_view direction);

// Each takes an anchor with a point and gives a place of method `relative` with the anchor's ref, country and region of first order, a new
// point and an honest radius; name is left as the anchor's. An anchor without a point is given back without one.

// "25 km south of Aleppo": the point at that distance; the radius grows with distance (rounding, and the eighth of the compass that a word
// covers) and holds the anchor's own extent where the anchor is no area. Without azimuth ("15 miles outside"): a disc about the anchor.
[[nodiscard]] Place at_distance(const Place& anchor, double km, std::optional<double> azimuth);
// "south of Baghdad", without a distance.
[[nodiscard]] Place beside(const Place& anchor, double azimuth);
// "northern Syria", "east Belfast": the part on that side. Without azimuth: "central Syria".
[[nodiscard]] Place part_of(const Place& anchor, std::optional<double> azimuth);
// "the eastern outskirts of Homs", "the countryside of Aleppo" (wide).
[[nodiscard]] Place edge_of(const Place& anchor, std::optional<double> azimuth, bool wide);
// "near", "outside", "around".
[[nodiscard]] Place near(const Place& anchor);
// "between A and B", "on the road from A to B", "the A-B border": the middle, with a radius that reaches both. Type and ref of neither;
// country where both agree.
[[nodiscard]] Place between(const Place& a, const Place& b, PlaceType type);

// The ground that a place told from another may lie in: the points at its radius, counter-clockwise from the north, longitudes running on
// past 180 where the ring does. Empty for places named by themselves, without a point, and where a pole lies inside.
[[nodiscard]] std::vector<GeoPoint> outline(const Place& place);

// Kilometres along the geodesic.
[[nodiscard]] double distance_km(const GeoPoint& a, const GeoPoint& b);

// UCDP GED where_prec (codebook 23.1): 1 the place itself, 2 within about 25 km of it, 3 district, 4 province, 5 line or fuzzy area, 6
// country. 0 without a point.
[[nodiscard]] int ucdp_where_prec(const Place& place);
// ACLED geo_precision (codebook 2023): 1 town, 2 part of a region with a town near by, 3 region or more. 0 without a point.
[[nodiscard]] int acled_geo_precision(const Place& place);

}  // namespace herald::places
