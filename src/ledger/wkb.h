// Well-known binary (OGC 06-103r4) of WGS84 points and polygons; x is the longitude. GeoPackage wraps it, PostGIS extends it by the
// reference system.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/mention.h"

namespace herald::ledger {

inline constexpr uint32_t kWgs84 = 4326;

enum class Wkb : uint8_t { plain, extended };

// Numbers as the binary has them, least byte first.
void append_number(std::string& out, uint32_t value);
void append_double(std::string& out, double value);
[[nodiscard]] double double_at(std::string_view bytes, size_t at);

[[nodiscard]] std::string wkb_point(const GeoPoint& at, Wkb form);
// The polygon within a ring of three points or more, which is closed here.
[[nodiscard]] std::string wkb_polygon(const std::vector<GeoPoint>& ring, Wkb form);
// Of either form, least byte first; nullopt where the bytes are no such point, or an empty one.
[[nodiscard]] std::optional<GeoPoint> parse_wkb_point(std::string_view bytes);

}  // namespace herald::ledger
