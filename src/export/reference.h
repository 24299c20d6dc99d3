// Hand-coded event data to compare with: rows of UCDP GED and of ACLED.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/calendar.h"
#include "herald/mention.h"
#include "herald/result.h"

namespace herald::exports {

struct ReferenceEvent {
  uint64_t line = 0;
  std::string id;
  std::optional<Day> first;
  std::optional<Day> last;
  std::optional<GeoPoint> at;
  double radius_km = 0;  // that its precision leaves open
  std::string place;
  std::string country;
  std::vector<std::string> sides;
  std::string type;  // GED's type_of_violence, ACLED's sub_event_type
  std::optional<int64_t> low, best, high;
  std::optional<int64_t> civilians;
};

enum class ReferenceForm : uint8_t { ged, acled };

struct Reference {
  ReferenceForm form = ReferenceForm::ged;
  std::vector<ReferenceEvent> events;
};

// A CSV file with the header of either, told by it; columns may stand in any order and be more or fewer, but for id, days, place and
// deaths. The Error names line and column, not the origin.
[[nodiscard]] Result<Reference> read_reference(std::string_view csv);

}  // namespace herald::exports
