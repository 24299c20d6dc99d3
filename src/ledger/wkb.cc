#include "ledger/wkb.h"

#include <bit>

namespace herald::ledger {
namespace {

constexpr char kLeastByteFirst = 1;
constexpr uint32_t kPoint = 1;
constexpr uint32_t kPolygon = 3;
constexpr uint32_t kWithSrid = 0x20000000;
constexpr size_t kTypeAt = 1;
constexpr size_t kBodyAt = 5;
constexpr size_t kNumberBytes = 4;
constexpr size_t kDoubleBytes = 8;

std::string head(uint32_t type, Wkb form) {
  std::string out(1, kLeastByteFirst);
  append_number(out, form == Wkb::extended ? type | kWithSrid : type);
  if (form == Wkb::extended) append_number(out, kWgs84);
  return out;
}

uint64_t number_at(std::string_view bytes, size_t at, size_t size) {
  uint64_t out = 0;
  for (size_t i = size; i-- > 0;) out = (out << 8) | static_cast<unsigned char>(bytes[at + i]);
  return out;
}

}  // namespace

void append_number(std::string& out, uint32_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<char>((value >> shift) & 0xff));
}

void append_double(std::string& out, double value) {
  const auto bits = std::bit_cast<uint64_t>(value);
  for (int shift = 0; shift < 64; shift += 8) out.push_back(static_cast<char>((bits >> shift) & 0xff));
}

double double_at(std::string_view bytes, size_t at) {
  return std::bit_cast<double>(number_at(bytes, at, kDoubleBytes));
}

std::string wkb_point(const GeoPoint& at, Wkb form) {
  std::string out = head(kPoint, form);
  append_double(out, at.lon);
  append_double(out, at.lat);
  return out;
}

std::string wkb_polygon(const std::vector<GeoPoint>& ring, Wkb form) {
  std::string out = head(kPolygon, form);
  append_number(out, 1);  // one ring
  append_number(out, static_cast<uint32_t>(ring.size() + 1));
  for (size_t i = 0; i <= ring.size(); ++i) {
    append_double(out, ring[i % ring.size()].lon);
    append_double(out, ring[i % ring.size()].lat);
  }
  return out;
}

std::optional<GeoPoint> parse_wkb_point(std::string_view bytes) {
  if (bytes.size() < kBodyAt || bytes[0] != kLeastByteFirst) return std::nullopt;
  const uint64_t type = number_at(bytes, kTypeAt, kNumberBytes);
  if ((type & ~uint64_t{kWithSrid}) != kPoint) return std::nullopt;
  const size_t at = type == kPoint ? kBodyAt : kBodyAt + kNumberBytes;
  if (bytes.size() != at + 2 * kDoubleBytes) return std::nullopt;
  const GeoPoint point{double_at(bytes, at + kDoubleBytes), double_at(bytes, at)};
  if (point.lat != point.lat || point.lon != point.lon) return std::nullopt;  // NaN: an empty point
  return point;
}

}  // namespace herald::ledger
