#include "export/record.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_map>

#include "mention/places/relative.h"

namespace herald::exports {
namespace {

using actors::ActorKind;

bool is_state(ActorKind kind) {
  switch (kind) {
    case ActorKind::state:
    case ActorKind::government:
    case ActorKind::army:
    case ActorKind::police:
    case ActorKind::airforce:
    case ActorKind::navy:
    case ActorKind::agency_of_state:
      return true;
    default:
      return false;
  }
}

SideKind kind_of(ActorKind kind) {
  if (is_state(kind)) return SideKind::state;
  switch (kind) {
    case ActorKind::rebel:
      return SideKind::rebel;
    case ActorKind::militia:
    case ActorKind::party:
      return SideKind::militia;
    case ActorKind::community:
      return SideKind::community;
    case ActorKind::coalition:
    case ActorKind::international:
      return SideKind::outside;
    default:
      return SideKind::unknown;
  }
}

bool fights(SideKind kind) {
  return kind != SideKind::unknown && kind != SideKind::civilians;
}

Side side_of(const EventParty& party, const actors::Registry& registry) {
  Side out{party.ref, party.name, party.name, party.name, {}, {}, SideKind::unknown};
  const actors::ActorEntry* entry = registry.find(party.ref);
  if (!entry) return out;
  out.kind = kind_of(entry->kind);
  out.country = std::string(entry->country());
  if (!entry->ucdp.empty()) out.ucdp = entry->ucdp;
  if (!entry->acled.empty()) out.acled = entry->acled;
  if (out.kind == SideKind::state) out.gw = entry->gw;
  return out;
}

// The first party of these roles, in their order, that fights; else the first that is named at all, where `any`.
Side first_of(const Event& event, std::initializer_list<Role> roles, const actors::Registry& registry, const std::string& but, bool any) {
  Side named;
  for (const Role role : roles) {
    for (const EventParty& party : event.parties) {
      if (party.role != role || side_key(party.ref, registry) == but) continue;
      const Side side = side_of(party, registry);
      if (fights(side.kind)) return side;
      if (any && named.name.empty()) named = side;
    }
  }
  return named;
}

const HarmTally* killed_of(const Event& event) {
  const auto found = std::find_if(event.tally.begin(), event.tally.end(), [](const HarmTally& t) { return t.harm == Harm::killed; });
  return found == event.tally.end() ? nullptr : &*found;
}

bool civilians_harmed(const Record& record) {
  const auto civilian = [](const Claim* c) { return c->type == ClaimType::casualties && c->party == PartyKind::civilians; };
  const auto fighter = [](const Claim* c) { return c->type == ClaimType::casualties && c->party == PartyKind::combatants; };
  return std::any_of(record.claims.begin(), record.claims.end(), civilian) &&
         std::none_of(record.claims.begin(), record.claims.end(), fighter);
}

void set_sides(Record& record, const actors::Registry& registry) {
  const Event& event = *record.event;
  record.a = first_of(event, {Role::attacker, Role::holder}, registry, "?", true);
  const std::string other = record.a.ref.empty() ? "?" : side_key(record.a.ref, registry);
  record.b = first_of(event, {Role::target, Role::former_holder, Role::victim, Role::partner, Role::attacker}, registry, other, false);
  if (record.b.name.empty() && civilians_harmed(record))
    record.b = {{}, "Civilians", "Civilians", "Civilians", {}, {}, SideKind::civilians};
  const bool state_based = fights(record.a.kind) && record.b.kind == SideKind::state && record.a.kind != SideKind::state;
  if (state_based) std::swap(record.a, record.b);
  if (record.b.kind == SideKind::civilians)
    record.violence = fights(record.a.kind) ? 3 : 0;
  else if (fights(record.a.kind) && fights(record.b.kind))
    record.violence = record.a.kind == SideKind::state || record.b.kind == SideKind::state ? 1 : 2;
}

void set_days(Record& record) {
  if (!record.event->date) return;
  const Period& period = record.event->date->period;
  record.first = period.start ? period.start : period.end;
  record.last = period.end ? period.end : period.start;
  if (!record.first) return;
  const auto days = (*record.last - *record.first).count() + 1;
  const bool open = !period.start || !period.end;
  record.date_prec = open ? 5 : days == 1 ? 1 : days < 7 ? 2 : days == 7 ? 3 : days <= 31 ? 4 : 5;
  record.time_precision = open ? 3 : days == 1 ? 1 : days <= 7 ? 2 : 3;
}

void set_deaths(Record& record, const actors::Registry& registry) {
  const HarmTally* tally = killed_of(*record.event);
  if (!tally) return;
  record.killed = tally->whole;
  int64_t left = tally->whole.best.value_or(0);
  const auto take = [&](std::optional<int64_t> share) {
    const int64_t taken = std::clamp<int64_t>(share.value_or(0), 0, left);
    left -= taken;
    return taken;
  };
  record.deaths_civilians = take(tally->by_kind.at(static_cast<size_t>(PartyKind::civilians)).best);
  for (const SideBounds& side : tally->by_side) {
    if (side.ref.empty()) continue;
    const std::string key = side_key(side.ref, registry);
    if (!record.a.ref.empty() && key == side_key(record.a.ref, registry))
      record.deaths_a += take(side.bounds.best);
    else if (!record.b.ref.empty() && key == side_key(record.b.ref, registry))
      record.deaths_b += take(side.bounds.best);
  }
  record.deaths_unknown = left;
}

// "Battles/Armed clash" of the claim that says most of what happened: violence, then ground, then the rest.
void set_codes(Record& record) {
  const auto rank = [](const Claim* c) {
    return c->type == ClaimType::violence ? 0 : c->type == ClaimType::control ? 1 : c->type == ClaimType::casualties ? 3 : 2;
  };
  const Claim* best = nullptr;
  for (const Claim* c : record.claims)
    if (!c->codes.acled.empty() && (!best || rank(c) < rank(best))) best = c;
  if (!best) return;
  // The types themselves may hold a stroke: "Explosions/Remote violence".
  std::string code = best->codes.acled;
  for (const std::string type : {"Explosions/Remote violence", "Battles", "Violence against civilians", "Strategic developments"}) {
    if (!code.starts_with(type + "/")) continue;
    record.acled_type = type;
    record.acled_sub = code.substr(type.size() + 1);
  }
}

}  // namespace

std::string side_key(const std::string& ref, const actors::Registry& registry) {
  const actors::ActorEntry* entry = registry.find(ref);
  if (!entry || !is_state(entry->kind)) return ref;
  while (entry->kind != ActorKind::government && !entry->parent.empty()) {
    const actors::ActorEntry* parent = registry.find(entry->parent);
    if (!parent || !is_state(parent->kind)) break;
    entry = parent;
  }
  if (entry->kind == ActorKind::state)
    if (const auto* government = registry.find(entry->id + "-government")) return government->id;
  return entry->id;
}

std::vector<Record> records_of(const ledger::Account& account, const std::function<bool(const Event&)>& wanted,
                               const actors::Registry& registry) {
  std::unordered_map<std::string_view, std::vector<const ledger::ClaimRow*>> rows;
  for (const ledger::ClaimRow& row : account.claims)
    if (!row.event.empty()) rows[row.event].push_back(&row);
  std::vector<Record> out;
  for (const Event& event : account.events) {
    if (!wanted(event)) continue;
    Record record;
    record.event = &event;
    std::set<uint32_t> reports;
    for (const ledger::ClaimRow* row : rows[event.id]) {
      record.claims.push_back(&account.claim(*row));
      reports.insert(row->report);
    }
    for (const uint32_t r : reports) record.reports.push_back(&account.reports[r].report);
    set_codes(record);
    set_sides(record, registry);
    set_days(record);
    set_deaths(record, registry);
    if (event.place) {
      record.where_prec = places::ucdp_where_prec(*event.place);
      record.geo_precision = places::acled_geo_precision(*event.place);
    }
    out.push_back(std::move(record));
  }
  return out;
}

}  // namespace herald::exports
