#include "ledger/derived.h"

#include <algorithm>
#include <nlohmann/json.hpp>

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

// place, place_ref, country, admin1, radius_km: the condition that bind_place fills
constexpr const char* kSamePlace =
    "place = ? AND coalesce(place_ref, '') = coalesce(?, '') AND coalesce(country, '') = coalesce(?, '') AND coalesce(admin1, '') = "
    "coalesce(?, '') AND radius_km = ? ";

std::string day_or_empty(const std::optional<Day>& day) {
  return day ? to_iso(*day) : std::string();
}

}  // namespace

Derived::Derived(const Database& database)
    : event_(database.prepare(
          "INSERT INTO events (geom, id, kind, date_start, date_end, date_precision, place, place_ref, country, admin1, radius_km, "
          "part_of, "
          "grade, origins, outlets, killed_low, killed_best, killed_high, wounded_low, wounded_best, wounded_high, parties, "
          "contradictions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      claim_(database.prepare("INSERT INTO event_claims (event, claim) VALUES (?, ?)")),
      tally_(database.prepare("INSERT INTO tallies (event, harm, split, share, low, best, high) VALUES (?, ?, ?, ?, ?, ?, ?)")),
      control_(database.prepare("INSERT INTO control (geom, place, place_ref, country, admin1, radius_km, date_from, date_to, status, "
                                "fighting, holder, besieger, "
                                "holders, voices, claims) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING fid")),
      ground_(database.prepare("INSERT INTO memo_ground (place, control) VALUES (?, ?)")),
      voice_(database.prepare("INSERT INTO voices (key, name, ref, reporter, reports, claims, events, disputed, first, last, outlets) "
                              "VALUES (?, ?, ?, ?, ?, ?, "
                              "?, ?, ?, ?, ?)")),
      no_voice_(database.prepare("DELETE FROM voices WHERE key = ?")),
      find_area_(database.prepare(std::string("SELECT fid FROM areas WHERE ") + kSamePlace + "AND geom = ?")),
      new_area_(database.prepare("INSERT INTO areas (geom, place, place_ref, country, admin1, radius_km, events, control) VALUES (?, ?, ?, "
                                 "?, ?, ?, 0, 0) RETURNING fid")),
      count_area_(database.prepare("UPDATE areas SET events = events + ?, control = control + ? WHERE fid = ?")),
      owner_(database.prepare("INSERT INTO memo_areas (owner, area, events, control) VALUES (?, ?, ?, ?)")),
      owned_(database.prepare("SELECT area, events, control FROM memo_areas WHERE owner = ?")),
      disown_(database.prepare("DELETE FROM memo_areas WHERE owner = ?")),
      empty_area_(database.prepare("DELETE FROM areas WHERE fid = ? AND events = 0 AND control = 0")),
      of_event_{database.prepare("DELETE FROM events WHERE id = ?"), database.prepare("DELETE FROM event_claims WHERE event = ?"),
                database.prepare("DELETE FROM tallies WHERE event = ?")},
      no_control_(database.prepare("DELETE FROM control WHERE fid IN (SELECT control FROM memo_ground WHERE place = ?)")),
      no_ground_(database.prepare("DELETE FROM memo_ground WHERE place = ?")) {}

void Derived::put(const Event& e) {
  event_.bind_point(1, point_of(e.place));
  event_.bind(2, e.id).bind_or_null(3, e.kind);
  event_.bind_or_null(4, e.date ? day_or_empty(e.date->period.start) : "").bind_or_null(5, e.date ? day_or_empty(e.date->period.end) : "");
  event_.bind_or_null(6, e.date ? name_of(e.date->precision) : "");
  bind_place(event_, 7, e.place);
  event_.bind_or_null(12, e.part_of)
      .bind(13, name_of(e.grade))
      .bind(14, static_cast<int64_t>(e.origins))
      .bind(15, static_cast<int64_t>(e.outlets));
  for (const auto& [harm, at] : {std::pair(Harm::killed, 16), std::pair(Harm::wounded, 19)}) {
    const auto found = std::find_if(e.tally.begin(), e.tally.end(), [h = harm](const HarmTally& t) { return t.harm == h; });
    const Bounds b = found == e.tally.end() ? Bounds{} : found->whole;
    event_.bind(at, b.low).bind(at + 1, b.best).bind(at + 2, b.high);
  }
  json parties = json::array();
  for (const EventParty& p : e.parties) parties.push_back({{"name", p.name}, {"ref", p.ref}, {"role", name_of(p.role)}});
  event_.bind(22, dump(parties)).bind_or_null(23, base::join(e.contradictions, "; "));
  outcome_.note(event_.run());
  for (const std::string& id : e.claims) {
    claim_.bind(1, e.id).bind(2, id);
    outcome_.note(claim_.run());
  }
  const auto put = [&](Harm harm, std::string_view split, std::string_view share, const Bounds& b) {
    tally_.bind(1, e.id).bind(2, name_of(harm)).bind(3, split).bind_or_null(4, share).bind(5, b.low).bind(6, b.best).bind(7, b.high);
    outcome_.note(tally_.run());
  };
  for (const HarmTally& t : e.tally) {
    put(t.harm, "whole", "", t.whole);
    for (const PartyKind kind : {PartyKind::civilians, PartyKind::combatants, PartyKind::unknown})
      put(t.harm, "kind", name_of(kind), t.by_kind[static_cast<size_t>(kind)]);
    for (const SideBounds& side : t.by_side) put(t.harm, "side", side.ref.empty() ? "unknown" : side.ref, side.bounds);
  }
  if (e.place) lie_in(e.id, *e.place, 1, 0);
}

void Derived::put(const std::string& ground, const ControlRow& row) {
  control_.bind_point(1, row.place.at);
  bind_place(control_, 2, row.place);
  control_.bind_or_null(7, day_or_empty(row.from)).bind_or_null(8, day_or_empty(row.to)).bind(9, name_of(row.status));
  control_.bind(10, static_cast<int64_t>(row.fighting));
  control_.bind_or_null(11, row.holder ? row.holder->name : "").bind_or_null(12, row.besieger ? row.besieger->name : "");
  json holders = json::array();
  for (const Party& p : row.holders) holders.push_back(p.name);
  json voices = json::array();
  for (const ControlVoice& v : row.voices) {
    voices.push_back({{"name", v.name}, {"ref", v.ref}, {"state", name_of(v.state)}, {"holder", v.holder}, {"part", v.part}});
  }
  control_.bind(13, dump(holders)).bind(14, dump(voices)).bind(15, dump(row.claims));
  if (const auto fid = outcome_.note(control_.run_for_number())) {
    ground_.bind(1, ground).bind(2, *fid);
    outcome_.note(ground_.run());
  }
  lie_in(ground, row.place, 0, 1);
}

void Derived::put(const VoiceRow& v) {
  no_voice_.bind(1, v.key);
  outcome_.note(no_voice_.run());
  if (v.claims == 0) return;
  voice_.bind(1, v.key).bind(2, v.name).bind_or_null(3, v.ref).bind(4, static_cast<int64_t>(v.reporter));
  voice_.bind(5, static_cast<int64_t>(v.reports)).bind(6, static_cast<int64_t>(v.claims)).bind(7, static_cast<int64_t>(v.events));
  voice_.bind(8, static_cast<int64_t>(v.disputed)).bind_or_null(9, v.first ? to_iso(*v.first) : "");
  voice_.bind_or_null(10, v.last ? to_iso(*v.last) : "").bind(11, dump(v.outlets));
  outcome_.note(voice_.run());
}

// One row for each place told from another ("northern Syria"), with how many events and control rows lie there.
void Derived::lie_in(const std::string& owner, const Place& place, int64_t events, int64_t control) {
  const std::vector<GeoPoint> ring = places::outline(place);
  if (ring.empty()) return;
  bind_place(find_area_, 1, place);
  find_area_.bind_polygon(6, ring);
  std::optional<int64_t> area = outcome_.note(find_area_.run_for_number());
  if (!area) {
    new_area_.bind_polygon(1, ring);
    bind_place(new_area_, 2, place);
    area = outcome_.note(new_area_.run_for_number());
  }
  if (!area) return;
  count_area_.bind(1, events).bind(2, control).bind(3, *area);
  outcome_.note(count_area_.run());
  owner_.bind(1, owner).bind(2, *area).bind(3, events).bind(4, control);
  outcome_.note(owner_.run());
}

void Derived::leave(const std::string& owner) {
  std::vector<std::array<int64_t, 3>> areas;
  owned_.bind(1, owner);
  outcome_.note(owned_.each([&] { areas.push_back({owned_.integer(0), owned_.integer(1), owned_.integer(2)}); }));
  for (const auto& [area, events, control] : areas) {
    count_area_.bind(1, -events).bind(2, -control).bind(3, area);
    outcome_.note(count_area_.run());
    empty_area_.bind(1, area);
    outcome_.note(empty_area_.run());
  }
  disown_.bind(1, owner);
  outcome_.note(disown_.run());
}

void Derived::take_event(const std::string& id) {
  leave(id);
  for (Statement& statement : of_event_) {
    statement.bind(1, id);
    outcome_.note(statement.run());
  }
}

void Derived::take_ground(const std::string& ground) {
  leave(ground);
  for (Statement* statement : {&no_control_, &no_ground_}) {
    statement->bind(1, ground);
    outcome_.note(statement->run());
  }
}

Status refresh_layers(const Database& database) {
  for (const char* table : {"events", "control", "areas", "claims"}) {
    const std::string sql = database.dialect().refresh(table);
    if (Status s = sql.empty() ? Done{} : database.execute(sql); !s) return s;
  }
  return Done{};
}

}  // namespace herald::ledger
