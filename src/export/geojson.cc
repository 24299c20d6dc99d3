#include "export/geojson.h"

#include "export/contract_json.h"
#include "export/ledger_json.h"

namespace herald::exports {
namespace {

using Json = nlohmann::ordered_json;

Json number_or_null(int grade) {
  return grade == 0 ? Json(nullptr) : Json(grade);
}

Json feature(const char* layer, const std::optional<Place>& place, Json properties) {
  Json out{{"type", "Feature"}, {"geometry", nullptr}, {"properties", Json{{"layer", layer}}}};
  if (place && place->at) {
    const Json written = place_json(*place);  // rounded to what a radius of metres can mean
    out["geometry"] = Json{{"type", "Point"}, {"coordinates", Json::array({written["lon"], written["lat"]})}};
  }
  for (auto& [key, value] : properties.items()) out["properties"][key] = std::move(value);
  return out;
}

}  // namespace

Json geojson(const std::vector<Record>& events, const std::vector<const ControlRow*>& control) {
  Json out{{"type", "FeatureCollection"}, {"features", Json::array()}};
  for (const Record& r : events) {
    Json properties = event_json(*r.event);
    properties["where_prec"] = number_or_null(r.where_prec);
    properties["geo_precision"] = number_or_null(r.geo_precision);
    properties["date_prec"] = number_or_null(r.date_prec);
    properties["time_precision"] = number_or_null(r.time_precision);
    out["features"].push_back(feature("event", r.event->place, std::move(properties)));
  }
  for (const ControlRow* row : control) out["features"].push_back(feature("control", row->place, control_json(*row)));
  return out;
}

}  // namespace herald::exports
