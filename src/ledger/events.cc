#include "ledger/events.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "base/hash.h"
#include "base/text.h"
#include "herald/names.h"
#include "ledger/grade.h"
#include "ledger/tally.h"
#include "ledger/wording.h"

namespace herald::ledger {
namespace {

// What an event is called: the violence, or the change of hands, that most of its claims tell; else what else was done, else the harm.
std::string kind_of(const std::vector<const Claim*>& claims) {
  std::map<std::string, size_t> happened;
  std::map<std::string, size_t> other;
  std::map<std::string, size_t> harm;
  for (const Claim* c : claims) {
    if (c->type == ClaimType::violence && c->kind != Kind::none) {
      // "Attack" is the word for what another voice may know better.
      happened[std::string(name_of(c->kind))] += c->kind == Kind::assault ? 2 : 3;
    } else if (c->type == ClaimType::casualties && c->harm) {
      ++harm[std::string(name_of(*c->harm))];
    } else if (c->state) {
      const bool change = c->state != ControlState::held && c->state != ControlState::contested;
      ++(change ? happened : other)[std::string(name_of(*c->state))];
      if (change) happened[std::string(name_of(*c->state))] += 1;
    } else if (c->kind != Kind::none) {
      ++other[std::string(name_of(c->kind))];
    }
  }
  for (const auto* votes : {&happened, &other, &harm}) {
    if (votes->empty()) continue;
    return std::max_element(votes->begin(), votes->end(), [](const auto& x, const auto& y) { return x.second < y.second; })->first;
  }
  return {};
}

int64_t width(const Period& p) {
  return p.start && p.end ? (*p.end - *p.start).count() : INT64_MAX;
}

// The narrowest date, and among equals the one that most claims tell; its first claim where even that ties.
std::optional<ClaimDate> date_of(const std::vector<const Claim*>& claims) {
  std::map<std::tuple<int64_t, Day, Day>, std::pair<size_t, const Claim*>> votes;
  const Claim* open = nullptr;
  for (const Claim* c : claims) {
    if (!c->date || !c->date->period.known()) continue;
    const Period& p = c->date->period;
    if (!p.start || !p.end) {
      if (!open) open = c;
      continue;
    }
    auto& [count, first] = votes[{width(p), *p.start, *p.end}];
    ++count;
    if (!first) first = c;
  }
  if (votes.empty()) return open ? open->date : std::nullopt;
  const int64_t narrowest = std::get<0>(votes.begin()->first);
  const Claim* best = nullptr;
  size_t most = 0;
  for (const auto& [key, vote] : votes) {
    if (std::get<0>(key) == narrowest && vote.first > most) most = vote.first, best = vote.second;
  }
  ClaimDate date = *best->date;
  date.span.reset();
  return date;
}

std::optional<Place> place_of(const std::vector<const Claim*>& claims) {
  std::map<std::pair<std::string, std::string>, std::pair<size_t, const Place*>> votes;
  bool fine = false;
  for (const Claim* c : claims) {
    if (!c->place || c->place->place.name.empty()) continue;
    const Place& p = c->place->place;
    fine = fine || !coarse(p);
    auto& [count, first] = votes[{base::fold(p.name), p.ref}];
    ++count;
    if (!first) first = &p;
  }
  const Place* best = nullptr;
  size_t most = 0;
  for (const auto& [key, vote] : votes) {
    if (fine && coarse(*vote.second)) continue;
    if (vote.first > most) most = vote.first, best = vote.second;
  }
  return best ? std::optional<Place>(*best) : std::nullopt;
}

void add_party(std::map<std::tuple<Role, std::string, std::string>, EventParty>& parties, const std::optional<Party>& party, Role role) {
  if (!party || (party->name.empty() && party->text.empty())) return;
  EventParty p{party->name.empty() ? party->text : party->name, party->ref, role};
  parties.emplace(std::tuple(role, p.ref.empty() ? base::fold(p.name) : "", p.ref), std::move(p));
}

std::vector<EventParty> parties_of(const std::vector<const Claim*>& claims) {
  std::map<std::tuple<Role, std::string, std::string>, EventParty> parties;
  for (const Claim* c : claims) {
    add_party(parties, c->by, Role::attacker);
    add_party(parties, c->target, Role::target);
    add_party(parties, c->holder, Role::holder);
    add_party(parties, c->from, Role::former_holder);
    for (const Party& p : c->with) add_party(parties, p, Role::partner);
    if (c->victims && !c->victims->ref.empty()) add_party(parties, c->victims, Role::victim);
  }
  std::vector<EventParty> out;
  for (auto& [key, party] : parties) out.push_back(std::move(party));
  std::sort(out.begin(), out.end(),
            [](const EventParty& a, const EventParty& b) { return std::tie(a.role, a.name, a.ref) < std::tie(b.role, b.name, b.ref); });
  return out;
}

void pin(Event& event, const Decision& d, std::vector<std::string>& notes) {
  const std::optional<Harm> harm = from_name<Harm>(d.field);
  int64_t n = 0;
  const auto [end, error] = std::from_chars(d.value.data(), d.value.data() + d.value.size(), n);
  if (!harm || error != std::errc() || end != d.value.data() + d.value.size() || n < 0) {
    notes.push_back("pin by " + d.who + ": cannot set " + d.field + " to " + d.value);
    return;
  }
  const Bounds bounds{n, n, n};
  const Bounds none{0, 0, 0};
  HarmTally pinned{*harm, bounds, {bounds, none, none}, {{"", "", bounds}}};
  std::erase_if(event.tally, [&](const HarmTally& t) { return t.harm == *harm; });
  event.tally.push_back(std::move(pinned));
  std::sort(event.tally.begin(), event.tally.end(), [](const HarmTally& a, const HarmTally& b) { return a.harm < b.harm; });
}

std::string told(const Decision& d) {
  return std::string(name_of(d.action)) + " by " + d.who + (d.why.empty() ? "" : ": " + d.why);
}

}  // namespace

void make_events(Account& account, const std::vector<Fact>& facts, const Linked& linked, const std::vector<Decision>& decisions) {
  std::map<uint32_t, std::string> id_of_incident;
  std::map<std::string, std::vector<uint32_t>> members_of;
  std::map<std::string, uint32_t> total_report;  // events that are totals -> the report that sums them up
  for (const std::vector<uint32_t>& incidents : linked.events) {
    std::vector<uint32_t> members;
    bool total = false;
    for (const uint32_t i : incidents) {
      members.insert(members.end(), linked.incidents[i].facts.begin(), linked.incidents[i].facts.end());
      total = total || linked.incidents[i].total;
    }
    // Support and membership are no happenings.
    const bool happening =
        std::any_of(members.begin(), members.end(), [&](uint32_t m) { return facts[m].claim->type != ClaimType::alliance; });
    if (members.empty() || !happening) continue;
    std::sort(members.begin(), members.end());
    Event event;
    event.id = base::short_hash(account.claims[facts[members.front()].row].id, 12);
    std::vector<const Claim*> claims;
    for (const uint32_t m : members) {
      claims.push_back(facts[m].claim);
      ClaimRow& row = account.claims[facts[m].row];
      row.event = event.id;
      event.claims.push_back(row.id);
    }
    std::sort(event.claims.begin(), event.claims.end());
    event.kind = kind_of(claims);
    event.date = date_of(claims);
    event.place = place_of(claims);
    event.parties = parties_of(claims);
    Tallied tallied = tally_of(account, facts, members);
    Graded graded = grade_of(account, facts, members, tallied);
    event.tally = std::move(tallied.tally);
    event.contradictions = std::move(tallied.contradictions);
    event.grade = graded.grade;
    event.voices = std::move(graded.voices);
    event.origins = graded.origins;
    event.outlets = graded.outlets;
    for (const uint32_t i : incidents) {
      id_of_incident[i] = event.id;
      if (linked.incidents[i].total) total_report[event.id] = linked.incidents[i].report;
    }
    members_of[event.id] = std::move(members);
    account.events.push_back(std::move(event));
  }

  std::map<std::string, Event*> by_id;
  for (Event& e : account.events) by_id[e.id] = &e;
  for (uint32_t i = 0; i < linked.incidents.size(); ++i) {
    const Incident& incident = linked.incidents[i];
    const auto parent = id_of_incident.find(i);
    if (!incident.total || parent == id_of_incident.end()) continue;
    for (const uint32_t child : incident.parts) {
      const auto found = id_of_incident.find(child);
      if (found == id_of_incident.end() || found->second == parent->second) continue;
      Event& part = *by_id.at(found->second);
      if (!part.part_of.empty()) continue;
      part.part_of = parent->second;
      by_id.at(parent->second)->children.push_back(part.id);
    }
  }
  for (Event& e : account.events) std::sort(e.children.begin(), e.children.end());

  std::map<std::string, Event*> by_claim;
  for (Event& e : account.events) {
    for (const std::string& c : e.claims) by_claim[c] = &e;
  }
  for (const Decision& d : decisions) {
    const auto found = by_claim.find(d.target);
    if (found == by_claim.end()) {
      if (d.action == Action::pin || d.action == Action::merge || d.action == Action::split)
        account.notes.push_back(told(d) + ": no event holds " + d.target);
      continue;
    }
    if (d.action == Action::pin) pin(*found->second, d, account.notes);
    found->second->decisions.push_back(told(d));
  }
  std::sort(account.events.begin(), account.events.end(), [](const Event& a, const Event& b) {
    const auto first = [](const Event& e) {
      return e.date ? e.date->period.start.value_or(e.date->period.end.value_or(Day::max())) : Day::max();
    };
    return std::pair(first(a), a.id) < std::pair(first(b), b.id);
  });
}

Disputes disputes_of(const std::vector<ControlRow>& control) {
  Disputes out;
  for (const ControlRow& row : control) {
    if (row.status != ControlStatus::disputed) continue;
    std::vector<std::string> states;
    for (const ControlVoice& v : row.voices) {
      states.push_back((v.part.empty() ? "" : v.part + " ") + std::string(name_of(v.state)) +
                       (v.holder.empty() ? "" : " by " + mid_sentence(v.holder)) + " " + according_to(v.name, false));
    }
    const Dispute dispute{row.from, row.to, "who holds " + row.place.name + ": " + base::join(states, ", ")};
    for (const std::string& claim : row.claims) out[claim].push_back(dispute);
  }
  return out;
}

void dispute_ground(std::vector<Event>& events, const Disputes& disputes) {
  for (Event& event : events) {
    std::set<std::string> told_by;
    for (const std::string& claim : event.claims) {
      const auto found = disputes.find(claim);
      if (found == disputes.end() || !event.date) continue;
      const Period& when = event.date->period;
      for (const Dispute& d : found->second) {
        if ((d.from && when.end && *when.end < *d.from) || (d.to && when.start && *d.to < *when.start)) continue;
        told_by.insert(d.words);
      }
    }
    if (told_by.empty()) continue;
    if (event.grade != Grade::denied) event.grade = Grade::disputed;
    event.contradictions.insert(event.contradictions.end(), told_by.begin(), told_by.end());
  }
}

std::vector<PeriodTally> period_tallies(const Account& account, const std::vector<Fact>& facts, const Linked& linked) {
  std::vector<PeriodTally> out;
  for (const uint32_t f : linked.background) {
    const Claim& claim = *facts[f].claim;
    if (claim.type != ClaimType::casualties || !claim.harm || claim.modality != Modality::actual || !claim.within.empty()) continue;
    PeriodTally row;
    row.harm = *claim.harm;
    row.low = claim.figure.low;
    row.high = claim.figure.high;
    row.date = claim.date;
    if (claim.place) row.place = claim.place->place;
    if (claim.victims) row.victims = claim.victims->text;
    row.voice = account.claims[facts[f].row].voice;
    row.claims = {account.claims[facts[f].row].id};
    for (const uint32_t g : linked.background) {
      const bool part = facts[g].report == facts[f].report && facts[g].claim->within == claim.id;
      if (part) row.claims.push_back(account.claims[facts[g].row].id);
    }
    if (claim.date && claim.place && claim.date->period.start && claim.date->period.end) {
      for (const Event& e : account.events) {
        if (!e.date || !e.place || !e.date->period.start || !e.date->period.end || !e.part_of.empty()) continue;
        if (*e.date->period.start < *claim.date->period.start || *claim.date->period.end < *e.date->period.end) continue;
        const bool harmed = std::any_of(e.tally.begin(), e.tally.end(), [&](const HarmTally& t) { return t.harm == row.harm; });
        const PlaceRelation relation = compare(*row.place, *e.place);
        if (harmed && (relation == PlaceRelation::same || relation == PlaceRelation::contains)) row.events.push_back(e.id);
      }
    }
    out.push_back(std::move(row));
  }
  std::sort(out.begin(), out.end(), [](const PeriodTally& a, const PeriodTally& b) { return a.claims < b.claims; });
  return out;
}

}  // namespace herald::ledger
