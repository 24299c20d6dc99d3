// Events and control as GeoJSON (RFC 7946), for maps.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "export/record.h"

namespace herald::exports {

// One FeatureCollection. A feature's properties are the row's JSON of the contract but for the point, with `layer` ("event" or "control")
// and the precision of day and place as UCDP and ACLED grade them. What has no point has a null geometry.
[[nodiscard]] nlohmann::ordered_json geojson(const std::vector<Record>& events, const std::vector<const ControlRow*>& control);

}  // namespace herald::exports
