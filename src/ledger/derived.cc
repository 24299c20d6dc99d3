#include "ledger/derived.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

#include "base/text.h"
#include "herald/names.h"
#include "mention/places/relative.h"

namespace herald::ledger {
namespace {

using nlohmann::json;

std::string dump(const json& j) {
  return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<GeoPoint> point_of(const std::optional<Place>& place) {
  return place ? place->at : std::nullopt;
}

// place, place_ref, country, admin1, radius_km
void bind_place(Statement& s, int at, const std::optional<Place>& place) {
  if (!place) {
    for (int i = 0; i < 5; ++i) s.bind_null(at + i);
    return;
  }
  s.bind(at, place->name).bind_or_null(at + 1, place->ref).bind_or_null(at + 2, place->country).bind_or_null(at + 3, place->admin1);
  if (place->at) {
    s.bind(at + 4, place->radius_km);
  } else {
    s.bind_null(at + 4);
  }
}

std::string day_or_empty(const std::optional<Day>& day) {
  return day ? to_iso(*day) : std::string();
}

Status write_events(const Database& database, const Account& account) {
  Statement event = database.prepare(
      "INSERT INTO events (geom, id, kind, date_start, date_end, date_precision, place, place_ref, country, admin1, radius_km, part_of, "
      "grade, origins, "
      "outlets, killed_low, killed_best, killed_high, wounded_low, wounded_best, wounded_high, parties, contradictions) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  Statement claim = database.prepare("INSERT INTO event_claims (event, claim) VALUES (?, ?)");
  Statement tally = database.prepare("INSERT INTO tallies (event, harm, split, share, low, best, high) VALUES (?, ?, ?, ?, ?, ?, ?)");
  const auto put = [&](const Event& e, Harm harm, std::string_view split, std::string_view share, const Bounds& b) {
    tally.bind(1, e.id).bind(2, name_of(harm)).bind(3, split).bind_or_null(4, share).bind(5, b.low).bind(6, b.best).bind(7, b.high);
    return tally.run();
  };
  for (const Event& e : account.events) {
    event.bind_point(1, point_of(e.place));
    event.bind(2, e.id).bind_or_null(3, e.kind);
    event.bind_or_null(4, e.date ? day_or_empty(e.date->period.start) : "").bind_or_null(5, e.date ? day_or_empty(e.date->period.end) : "");
    event.bind_or_null(6, e.date ? name_of(e.date->precision) : "");
    bind_place(event, 7, e.place);
    event.bind_or_null(12, e.part_of)
        .bind(13, name_of(e.grade))
        .bind(14, static_cast<int64_t>(e.origins))
        .bind(15, static_cast<int64_t>(e.outlets));
    for (const auto& [harm, at] : {std::pair(Harm::killed, 16), std::pair(Harm::wounded, 19)}) {
      const auto found = std::find_if(e.tally.begin(), e.tally.end(), [h = harm](const HarmTally& t) { return t.harm == h; });
      const Bounds b = found == e.tally.end() ? Bounds{} : found->whole;
      event.bind(at, b.low).bind(at + 1, b.best).bind(at + 2, b.high);
    }
    json parties = json::array();
    for (const EventParty& p : e.parties) parties.push_back({{"name", p.name}, {"ref", p.ref}, {"role", name_of(p.role)}});
    event.bind(22, dump(parties)).bind_or_null(23, base::join(e.contradictions, "; "));
    if (Status s = event.run(); !s) return s;
    for (const std::string& id : e.claims) {
      claim.bind(1, e.id).bind(2, id);
      if (Status s = claim.run(); !s) return s;
    }
    for (const HarmTally& t : e.tally) {
      if (Status s = put(e, t.harm, "whole", "", t.whole); !s) return s;
      for (const PartyKind kind : {PartyKind::civilians, PartyKind::combatants, PartyKind::unknown}) {
        if (Status s = put(e, t.harm, "kind", name_of(kind), t.by_kind[static_cast<size_t>(kind)]); !s) return s;
      }
      for (const SideBounds& side : t.by_side) {
        if (Status s = put(e, t.harm, "side", side.ref.empty() ? "unknown" : side.ref, side.bounds); !s) return s;
      }
    }
  }
  return Done{};
}

Status write_control(const Database& database, const Account& account) {
  Statement control = database.prepare(
      "INSERT INTO control (geom, place, place_ref, country, admin1, radius_km, date_from, date_to, status, fighting, holder, besieger, "
      "holders, voices, "
      "claims) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (const ControlRow& row : account.control) {
    control.bind_point(1, row.place.at);
    bind_place(control, 2, row.place);
    control.bind_or_null(7, day_or_empty(row.from)).bind_or_null(8, day_or_empty(row.to)).bind(9, name_of(row.status));
    control.bind(10, static_cast<int64_t>(row.fighting));
    control.bind_or_null(11, row.holder ? row.holder->name : "").bind_or_null(12, row.besieger ? row.besieger->name : "");
    json holders = json::array();
    for (const Party& p : row.holders) holders.push_back(p.name);
    json voices = json::array();
    for (const ControlVoice& v : row.voices) {
      voices.push_back({{"name", v.name}, {"ref", v.ref}, {"state", name_of(v.state)}, {"holder", v.holder}, {"part", v.part}});
    }
    control.bind(13, dump(holders)).bind(14, dump(voices)).bind(15, dump(row.claims));
    if (Status s = control.run(); !s) return s;
  }
  return Done{};
}

// One row for each place told from another ("northern Syria"), with how many events and control rows lie there.
Status write_areas(const Database& database, const Account& account) {
  struct Area {
    Place place;
    int64_t events = 0;
    int64_t control = 0;
  };
  std::map<std::tuple<std::string, std::string, double, double, double>, Area> areas;
  const auto area = [&](const Place& p) -> Area& {
    Area& out = areas[{p.name, p.ref, p.at->lat, p.at->lon, p.radius_km}];
    out.place = p;
    return out;
  };
  for (const Event& e : account.events)
    if (e.place && !places::outline(*e.place).empty()) ++area(*e.place).events;
  for (const ControlRow& row : account.control)
    if (!places::outline(row.place).empty()) ++area(row.place).control;
  Statement put = database.prepare(
      "INSERT INTO areas (geom, place, place_ref, country, admin1, radius_km, events, control) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const auto& [key, a] : areas) {
    put.bind_polygon(1, places::outline(a.place));
    bind_place(put, 2, a.place);
    put.bind(7, a.events).bind(8, a.control);
    if (Status s = put.run(); !s) return s;
  }
  return Done{};
}

Status write_voices(const Database& database, const Account& account) {
  Statement voice = database.prepare(
      "INSERT INTO voices (name, ref, reporter, reports, claims, events, disputed, first, last, outlets) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
      "?, ?)");
  for (const VoiceRow& v : account.voices) {
    voice.bind(1, v.name).bind_or_null(2, v.ref).bind(3, static_cast<int64_t>(v.reporter)).bind(4, static_cast<int64_t>(v.reports));
    voice.bind(5, static_cast<int64_t>(v.claims)).bind(6, static_cast<int64_t>(v.events)).bind(7, static_cast<int64_t>(v.disputed));
    voice.bind_or_null(8, v.first ? to_iso(*v.first) : "").bind_or_null(9, v.last ? to_iso(*v.last) : "").bind(10, dump(v.outlets));
    if (Status s = voice.run(); !s) return s;
  }
  return Done{};
}

}  // namespace

Status write_derived(const Database& database, const Account& account) {
  for (const char* table : {"events", "event_claims", "tallies", "control", "areas", "voices"}) {
    if (Status s = database.execute(std::string("DELETE FROM ") + table); !s) return s;
  }
  if (Status s = write_events(database, account); !s) return s;
  if (Status s = write_control(database, account); !s) return s;
  if (Status s = write_areas(database, account); !s) return s;
  if (Status s = write_voices(database, account); !s) return s;
  for (const char* table : {"events", "control", "areas", "claims"}) {
    if (Status s = database.execute(database.dialect().refresh(table)); !s) return s;
  }
  return Done{};
}

}  // namespace herald::ledger
