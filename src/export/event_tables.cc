#include "export/event_tables.h"

#include <unicode/region.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <set>

#include "base/text.h"

namespace herald::exports {
namespace {

const actors::ActorEntry* state_of(const std::string& iso, const actors::Registry& registry) {
  return iso.empty() ? nullptr : registry.find("actor:" + base::lower_ascii(iso));
}

std::string whole(std::optional<int64_t> n) {
  return n ? std::to_string(*n) : std::string();
}
std::string unless_zero(int64_t n) {
  return n == 0 ? std::string() : std::to_string(n);
}
std::string year_of(const std::optional<Day>& day) {
  return day ? to_iso(*day).substr(0, 4) : std::string();
}

// Each once, in order.
std::string listed(const Record& r, std::string (*what)(const Report&), std::string_view separator = ";") {
  std::vector<std::string> out;
  for (const Report* report : r.reports)
    if (std::string s = what(*report); !s.empty() && std::find(out.begin(), out.end(), s) == out.end()) out.push_back(std::move(s));
  return base::join(out, separator);
}
std::string outlet_of(const Report& r) {
  return r.outlet;
}
std::string day_of(const Report& r) {
  return r.published ? to_iso(r.published->day()) : std::string();
}
std::string headline_of(const Report& r) {
  return base::squeeze(r.headline);
}
std::string article_of(const Report& r) {
  return '"' + base::join({r.outlet, day_of(r), headline_of(r)}, ",") + '"';
}

std::string voices_of(const Event& event) {
  std::vector<std::string> out;
  for (const EventVoice& v : event.voices)
    if (!v.reporter) out.push_back(v.name);
  return base::join(out, ";");
}

std::string degrees(double value) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.6f", value);
  std::string text(out.data());
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

// The words of its first report, and what voices contradict each other in.
std::string notes_of(const Record& r) {
  std::string out;
  if (!r.claims.empty())
    for (const Span& s : r.claims.front()->evidence) out += (out.empty() ? "" : " … ") + base::squeeze(s.in(r.reports.front()->text));
  for (const std::string& c : r.event->contradictions) out += (out.empty() ? "" : " ") + std::string("[") + c + "]";
  return out;
}

// UCDP's regions are ranges of Gleditsch-Ward numbers (GED codebook 23.1).
std::string ucdp_region(std::optional<int> gw) {
  if (!gw) return {};
  if (*gw < 200) return "Americas";
  if (*gw < 400) return "Europe";
  if (*gw < 630) return "Africa";
  return *gw < 700 ? "Middle East" : "Asia";
}

// PRIO-GRID v2: cells of half a degree, from the south-west.
std::string priogrid_gid(const GeoPoint& at) {
  const auto row = std::min(359, static_cast<int>(std::floor((at.lat + 90) * 2)));
  const auto column = std::min(719, static_cast<int>(std::floor((at.lon + 180) * 2)));
  return std::to_string(row * 720 + column + 1);
}

std::string ged_day(const std::optional<Day>& day) {
  return day ? to_iso(*day) + " 00:00:00.000" : std::string();
}

constexpr const char* kGed =
    "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_"
    "name,"
    "side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,"
    "source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,"
    "country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,"
    "gwnoa,gwnob";
constexpr const char* kAcled =
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,"
    "inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,"
    "source_scale,notes,fatalities,tags,timestamp";

// An empty table with these columns, filled by name.
class Rows {
 public:
  explicit Rows(const char* columns) {
    for (const std::string_view c : base::split(columns, ',')) table_.columns.emplace_back(c);
  }
  void begin() { table_.rows.emplace_back(table_.columns.size()); }
  void set(std::string_view column, std::string value) {
    const auto at = std::find(table_.columns.begin(), table_.columns.end(), column);
    table_.rows.back().at(static_cast<size_t>(at - table_.columns.begin())) = std::move(value);
  }
  Table take() { return std::move(table_); }

 private:
  Table table_;
};

void set_point(Rows& rows, const Event& event, bool wkt) {
  if (!event.place || !event.place->at) return;
  const GeoPoint& at = *event.place->at;
  rows.set("latitude", degrees(at.lat));
  rows.set("longitude", degrees(at.lon));
  if (!wkt) return;
  rows.set("geom_wkt", "POINT (" + degrees(at.lon) + " " + degrees(at.lat) + ")");
  rows.set("priogrid_gid", priogrid_gid(at));
}

void ged_row(Rows& rows, const Record& r, const actors::Registry& registry) {
  const Event& e = *r.event;
  rows.begin();
  rows.set("id", std::to_string(std::strtoull(e.id.c_str(), nullptr, 16)));
  rows.set("relid", e.id);
  rows.set("year", year_of(r.first));
  rows.set("type_of_violence", unless_zero(r.violence));
  rows.set("side_a", r.a.ucdp);
  rows.set("side_b", r.b.ucdp);
  if (!r.a.name.empty() && !r.b.name.empty()) rows.set("dyad_name", r.a.ucdp + " - " + r.b.ucdp);
  rows.set("number_of_sources", std::to_string(r.reports.size()));
  rows.set("source_article", listed(r, article_of));
  rows.set("source_office", listed(r, outlet_of));
  rows.set("source_date", listed(r, day_of));
  rows.set("source_headline", listed(r, headline_of));
  rows.set("source_original", voices_of(e));
  if (e.place) {
    const Place& p = *e.place;
    rows.set("where_prec", unless_zero(r.where_prec));
    rows.set("where_coordinates", p.name);
    rows.set("where_description", p.name + (p.admin1.empty() ? "" : ", " + p.admin1));
    rows.set("adm_1", p.admin1);
    rows.set("country", country_name(p.country, registry));
    const actors::ActorEntry* state = state_of(p.country, registry);
    const std::optional<int> gw = state ? state->gw : std::nullopt;
    rows.set("country_id", gw ? std::to_string(*gw) : "");
    rows.set("region", ucdp_region(gw));
  }
  set_point(rows, e, true);
  rows.set("event_clarity", !e.children.empty() || r.date_prec > 2 ? "2" : "1");
  rows.set("date_prec", unless_zero(r.date_prec));
  rows.set("date_start", ged_day(r.first));
  rows.set("date_end", ged_day(r.last));
  rows.set("deaths_a", std::to_string(r.deaths_a));
  rows.set("deaths_b", std::to_string(r.deaths_b));
  rows.set("deaths_civilians", std::to_string(r.deaths_civilians));
  rows.set("deaths_unknown", std::to_string(r.deaths_unknown));
  rows.set("best", whole(r.killed.best));
  rows.set("high", whole(r.killed.high ? r.killed.high : r.killed.best));
  rows.set("low", whole(r.killed.low));
  rows.set("gwnoa", r.a.gw ? std::to_string(*r.a.gw) : "");
  rows.set("gwnob", r.b.gw ? std::to_string(*r.b.gw) : "");
}

std::string inter(const Side& side, const std::string& country) {
  switch (side.kind) {
    case SideKind::state:
      return country.empty() || side.country == country ? "State forces" : "External/Other forces";
    case SideKind::rebel:
      return "Rebel group";
    case SideKind::militia:
      return "Political militia";
    case SideKind::community:
      return "Identity militia";
    case SideKind::civilians:
      return "Civilians";
    case SideKind::outside:
      return "External/Other forces";
    case SideKind::unknown:
      break;
  }
  return {};
}

// ACLED's regions: those of the United Nations, but for the countries that its codebook puts elsewhere.
std::string acled_region(const std::string& iso, int32_t subregion) {
  if (iso == "AF" || iso == "AM" || iso == "AZ" || iso == "GE") return "Caucasus and Central Asia";
  if (iso == "IR") return "Middle East";
  if (iso == "CY") return "Europe";
  if (iso == "ZW" || iso == "ZM") return "Southern Africa";
  switch (subregion) {
    case 5:
      return "South America";
    case 11:
      return "Western Africa";
    case 13:
      return "Central America";
    case 14:
      return "Eastern Africa";
    case 15:
      return "Northern Africa";
    case 17:
      return "Middle Africa";
    case 18:
      return "Southern Africa";
    case 21:
      return "North America";
    case 29:
      return "Caribbean";
    case 30:
      return "East Asia";
    case 34:
      return "South Asia";
    case 35:
      return "Southeast Asia";
    case 39:
    case 151:
    case 154:
    case 155:
      return "Europe";
    case 53:
    case 54:
    case 57:
    case 61:
      return "Oceania";
    case 143:
      return "Caucasus and Central Asia";
    case 145:
      return "Middle East";
    default:
      return {};
  }
}

void set_country(Rows& rows, const std::string& iso, const actors::Registry& registry) {
  rows.set("country", country_name(iso, registry));
  UErrorCode status = U_ZERO_ERROR;
  const icu::Region* region = iso.empty() ? nullptr : icu::Region::getInstance(iso.c_str(), status);
  if (U_FAILURE(status) || !region) return;
  rows.set("iso", std::to_string(region->getNumericCode()));
  const icu::Region* around = region->getContainingRegion(URGN_SUBCONTINENT);
  rows.set("region", acled_region(iso, around ? around->getNumericCode() : 0));
}

void acled_row(Rows& rows, const Record& r, const actors::Registry& registry) {
  const Event& e = *r.event;
  const std::string country = e.place ? e.place->country : std::string();
  const actors::ActorEntry* state = state_of(country, registry);
  rows.begin();
  rows.set("event_id_cnty", (state ? state->iso3 : "") + e.id);
  rows.set("event_date", r.first ? to_iso(*r.first) : "");
  rows.set("year", year_of(r.first));
  rows.set("time_precision", unless_zero(r.time_precision));
  rows.set("disorder_type", r.acled_type == "Strategic developments" ? r.acled_type : "Political violence");
  rows.set("event_type", r.acled_type);
  rows.set("sub_event_type", r.acled_sub);
  const std::array<std::string, 2> kinds{inter(r.a, country), inter(r.b, country)};
  rows.set("actor1", r.a.acled);
  rows.set("inter1", kinds[0]);
  rows.set("actor2", r.b.acled);
  rows.set("inter2", kinds[1]);
  if (!kinds[0].empty() && !kinds[1].empty()) rows.set("interaction", kinds[0] + "-" + kinds[1]);
  if (r.b.kind == SideKind::civilians) rows.set("civilian_targeting", "Civilian targeting");
  set_country(rows, country, registry);
  if (e.place) {
    rows.set("admin1", e.place->admin1);
    rows.set("location", e.place->name);
    rows.set("geo_precision", unless_zero(r.geo_precision));
  }
  set_point(rows, e, false);
  rows.set("source", listed(r, outlet_of, "; "));
  rows.set("notes", notes_of(r));
  rows.set("fatalities", whole(r.killed.low ? r.killed.low : r.killed.best ? r.killed.best : 0));
}

// Leaves out records whose parts all have rows of their own; tells how many.
std::vector<const Record*> counted_once(const std::vector<Record>& records, std::vector<std::string>& losses) {
  std::set<std::string_view> there;
  for (const Record& r : records) there.insert(r.event->id);
  std::vector<const Record*> out;
  size_t wholes = 0;
  for (const Record& r : records) {
    const auto& parts = r.event->children;
    const bool told = !parts.empty() && std::all_of(parts.begin(), parts.end(), [&](const std::string& id) { return there.contains(id); });
    if (told)
      ++wholes;
    else
      out.push_back(&r);
  }
  if (wholes > 0) losses.push_back(std::to_string(wholes) + " events are left out, since the events that they are made of have rows");
  return out;
}

// Columns that no row fills, and those that some do not.
void tell_empty(const Table& table, std::vector<std::string>& losses) {
  std::vector<std::string> never;
  std::vector<std::string> sometimes;
  for (size_t c = 0; c < table.columns.size(); ++c) {
    const auto empty = std::count_if(table.rows.begin(), table.rows.end(), [&](const auto& row) { return row[c].empty(); });
    if (static_cast<size_t>(empty) == table.rows.size())
      never.push_back(table.columns[c]);
    else if (empty > 0)
      sometimes.push_back(table.columns[c] + " (" + std::to_string(empty) + ")");
  }
  if (table.rows.empty()) return;
  if (!never.empty()) losses.push_back("empty throughout: " + base::join(never, ", "));
  if (!sometimes.empty()) losses.push_back("empty in some rows: " + base::join(sometimes, ", "));
}

}  // namespace

std::string country_name(const std::string& iso, const actors::Registry& registry) {
  const actors::ActorEntry* state = state_of(iso, registry);
  return state ? state->name : iso;
}

Sheet ged_sheet(const std::vector<Record>& records, const actors::Registry& registry) {
  Sheet out;
  std::vector<Record> lethal;
  std::copy_if(records.begin(), records.end(), std::back_inserter(lethal), [](const Record& r) { return r.killed.best.value_or(0) > 0; });
  if (lethal.size() < records.size())
    out.losses.push_back(std::to_string(records.size() - lethal.size()) + " events are left out, since no one is counted dead");
  Rows rows(kGed);
  size_t open = 0;
  for (const Record* r : counted_once(lethal, out.losses)) {
    ged_row(rows, *r, registry);
    if (!r->killed.high) ++open;
  }
  if (open > 0) out.losses.push_back(std::to_string(open) + " counts are closed by no voice: high is best");
  out.table = rows.take();
  tell_empty(out.table, out.losses);
  return out;
}

Sheet acled_sheet(const std::vector<Record>& records, const actors::Registry& registry) {
  Sheet out;
  Rows rows(kAcled);
  size_t unknown = 0;
  for (const Record* r : counted_once(records, out.losses)) {
    acled_row(rows, *r, registry);
    if (!r->killed.low && !r->killed.best) ++unknown;
  }
  if (unknown > 0) out.losses.push_back(std::to_string(unknown) + " events have no count of the dead: fatalities is 0, as ACLED has it");
  out.table = rows.take();
  tell_empty(out.table, out.losses);
  return out;
}

}  // namespace herald::exports
