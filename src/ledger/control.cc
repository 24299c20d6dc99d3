#include "ledger/control.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"

namespace herald::ledger {
namespace {

constexpr int32_t kBegin = INT32_MIN;
constexpr int32_t kOpen = INT32_MAX;

// One voice's word on one place over days.
struct Assertion {
  const Fact* fact = nullptr;
  ControlState state = ControlState::held;
  std::optional<Party> holder;
  std::string part;
  int32_t first = kBegin;
  int32_t last = kOpen;  // kOpen: until the voice says otherwise
};

// A claim changes the state from its day on; on its eve the one who lost the place held it. Since when is not said.
void assert_claim(const Fact& fact, std::vector<Assertion>& out) {
  const Claim& claim = *fact.claim;
  const ControlState state = *claim.state;
  const Period period = claim.date ? claim.date->period : Period{};
  const auto day = [](const std::optional<Day>& d, int32_t none) { return d ? static_cast<int32_t>(d->time_since_epoch().count()) : none; };
  Assertion a{&fact, state, claim.holder, claim.part, day(period.start, kBegin), kOpen};
  switch (state) {
    case ControlState::held:
    case ControlState::besieged:
      // "Was held until Thursday" ends with the change of hands that is told of that day (end_old_holds); where none is, it goes on as far
      // as is known.
      break;
    case ControlState::taken:
    case ControlState::lost:
    case ControlState::relieved:
    case ControlState::handed_over:
      // The day it was done by is the last of its days.
      a.first = day(period.end ? period.end : period.start, fact.published);
      if (claim.from && (state == ControlState::taken || state == ControlState::handed_over)) {
        out.push_back({&fact, ControlState::held, claim.from, claim.part, a.first - 1, a.first - 1});
      }
      if (state == ControlState::lost) a.holder.reset();
      break;
    case ControlState::contested:
      if (!period.start) a.first = day(period.end, fact.published);
      break;
  }
  out.push_back(std::move(a));
}

// A hold since nobody knows when ends on the eve of the first change of hands told for the end of its period or the days before.
void end_old_holds(std::vector<Assertion>& assertions) {
  for (Assertion& hold : assertions) {
    if (hold.state != ControlState::held || hold.first != kBegin || hold.last != kOpen || !hold.fact->when) continue;
    for (const Assertion& change : assertions) {
      const bool changes =
          change.state == ControlState::taken || change.state == ControlState::lost || change.state == ControlState::handed_over;
      if (!changes || change.first > hold.fact->when->last || change.first == kBegin) continue;
      if (change.holder && hold.holder && same_side(*change.holder, *hold.holder)) continue;
      hold.last = std::min(hold.last, change.first - 1);
    }
  }
}

// What one voice says of a place on one day: its latest word, and the parts and fighting that it tells beside it.
struct Position {
  std::vector<const Assertion*> holds;  // taken, held, relieved, handed over: one for the whole, or one a part
  const Assertion* siege = nullptr;
  const Assertion* lost = nullptr;
  bool fighting = false;
};

Position position_of(const std::vector<const Assertion*>& voice, int32_t day) {
  Position out;
  // Later days first, then later reports, so that the first word of each sort is the one that stands.
  std::vector<const Assertion*> in_force;
  for (const Assertion* a : voice) {
    if (a->first <= day && day <= a->last) in_force.push_back(a);
  }
  std::stable_sort(in_force.begin(), in_force.end(), [](const Assertion* a, const Assertion* b) {
    return std::pair(a->first, a->fact->published) > std::pair(b->first, b->fact->published);
  });
  bool settled = false;  // a whole holder or a loss ends what came before
  for (const Assertion* a : in_force) {
    if (a->state == ControlState::contested) {
      // Fighting that is older than a later change of hands is over.
      out.fighting = out.fighting || !settled;
    } else if (a->state == ControlState::besieged) {
      if (!settled && !out.siege) out.siege = a;
    } else if (a->state == ControlState::lost) {
      if (!settled) out.lost = a;
      settled = true;
    } else if (!settled) {
      const bool again = std::any_of(out.holds.begin(), out.holds.end(), [&](const Assertion* b) { return b->part == a->part; });
      if (!again) out.holds.push_back(a);
      settled = a->part.empty();
    }
  }
  // Who was driven out holds nothing.
  return out;
}

bool same_holder(const std::optional<Party>& a, const std::optional<Party>& b) {
  return !a || !b || same_side(*a, *b);
}

// Whether two positions can both hold on one day. "All of it" and "large parts of it, fighting goes on" cannot.
bool compatible(const Position& a, const Position& b) {
  for (const Assertion* x : a.holds) {
    for (const Assertion* y : b.holds) {
      const bool whole_x = x->part.empty();
      const bool whole_y = y->part.empty();
      if (whole_x && whole_y && !same_holder(x->holder, y->holder)) return false;
      if (whole_x != whole_y) return false;
      if (!whole_x && x->part == y->part && !same_holder(x->holder, y->holder)) return false;
    }
  }
  const auto whole = [](const Position& p) {
    return std::any_of(p.holds.begin(), p.holds.end(), [](const Assertion* h) { return h->part.empty(); });
  };
  if ((whole(a) && b.lost) || (whole(b) && a.lost)) {
    const auto holder_lost = [](const Position& holds, const Position& lost) {
      return lost.lost && !holds.holds.empty() && lost.lost->fact->claim->holder && holds.holds.front()->holder &&
             same_side(*holds.holds.front()->holder, *lost.lost->fact->claim->holder);
    };
    if (holder_lost(a, b) || holder_lost(b, a)) return false;
  }
  return true;
}

void add_holder(std::vector<Party>& holders, const std::optional<Party>& holder) {
  if (!holder) return;
  const bool known = std::any_of(holders.begin(), holders.end(), [&](const Party& p) { return same_side(p, *holder); });
  if (!known) holders.push_back(*holder);
}

ControlRow row_for(const Account& account, const std::map<std::string, std::vector<const Assertion*>>& voices, int32_t day) {
  ControlRow row;
  std::vector<Position> positions;
  std::set<std::string> claims;
  // What was said before the last change of hands does not speak of the days after it.
  int32_t change = kBegin;
  for (const auto& [voice, assertions] : voices) {
    for (const Assertion* a : assertions) {
      const bool changes = a->state != ControlState::held && a->state != ControlState::contested && a->state != ControlState::besieged;
      if (changes && a->first <= day) change = std::max(change, a->first);
    }
  }
  for (const auto& [voice, all] : voices) {
    std::vector<const Assertion*> assertions;
    for (const Assertion* a : all) {
      if (a->fact->published == 0 || a->fact->published >= change) assertions.push_back(a);
    }
    Position p = position_of(assertions, day);
    if (p.holds.empty() && !p.siege && !p.lost && !p.fighting) continue;
    row.fighting = row.fighting || p.fighting;
    std::vector<const Assertion*> told = p.holds;
    if (p.siege) told.push_back(p.siege);
    if (p.lost) told.push_back(p.lost);
    for (const Assertion* a : assertions) {
      if (p.fighting && a->state == ControlState::contested && a->first <= day) told.push_back(a);
    }
    for (const Assertion* a : told) {
      const ClaimRow& claim = account.claims[a->fact->row];
      row.voices.push_back({claim.voice, claim.voice_ref, a->state, a->holder ? a->holder->text : "", a->part,
                            account.reports[claim.report].report.published});
      claims.insert(claim.id);
    }
    positions.push_back(std::move(p));
  }
  row.claims.assign(claims.begin(), claims.end());
  std::sort(row.voices.begin(), row.voices.end(), [](const ControlVoice& a, const ControlVoice& b) {
    return std::tie(a.name, a.state, a.part, a.holder) < std::tie(b.name, b.state, b.part, b.holder);
  });
  row.voices.erase(std::unique(row.voices.begin(), row.voices.end(),
                               [](const ControlVoice& a, const ControlVoice& b) {
                                 return std::tie(a.name, a.state, a.part, a.holder) == std::tie(b.name, b.state, b.part, b.holder);
                               }),
                   row.voices.end());

  bool disputed = false;
  bool parts = false;
  for (size_t i = 0; i < positions.size(); ++i) {
    for (size_t j = i + 1; j < positions.size(); ++j) disputed = disputed || !compatible(positions[i], positions[j]);
    if (positions[i].siege) row.besieger = positions[i].siege->holder;
    for (const Assertion* hold : positions[i].holds) {
      parts = parts || !hold->part.empty();
      add_holder(row.holders, hold->holder);
    }
  }
  const bool siege = std::any_of(positions.begin(), positions.end(), [](const Position& p) { return p.siege != nullptr; });
  if (disputed) {
    row.status = ControlStatus::disputed;
  } else if (row.holders.size() > 1 || (parts && row.fighting)) {
    row.status = row.holders.size() > 1 ? ControlStatus::divided : ControlStatus::unknown;
  } else if (siege) {
    row.status = ControlStatus::besieged;
  } else if (!row.holders.empty()) {
    row.status = ControlStatus::held;
  }
  std::sort(row.holders.begin(), row.holders.end(),
            [](const Party& a, const Party& b) { return std::tie(a.name, a.text) < std::tie(b.name, b.text); });
  if (row.status == ControlStatus::held || row.status == ControlStatus::besieged) {
    if (row.holders.size() == 1) row.holder = row.holders.front();
    row.holders.clear();
  }
  return row;
}

bool alike(const ControlRow& a, const ControlRow& b) {
  return a.status == b.status && a.fighting == b.fighting && a.holder == b.holder && a.besieger == b.besieger && a.holders == b.holders &&
         a.claims == b.claims;
}

std::optional<Day> day_or_open(int32_t day) {
  if (day == kBegin || day == kOpen) return std::nullopt;
  return Day{std::chrono::days{day}};
}

}  // namespace

PlaceRefs place_refs(const std::vector<Fact>& facts) {
  PlaceRefs out;
  for (const Fact& f : facts) {
    if (f.claim->place && !f.claim->place->place.ref.empty()) out[f.place].insert(f.claim->place->place.ref);
  }
  return out;
}

bool tells_of_ground(const Fact& f) {
  return f.claim->type == ClaimType::control && f.claim->state && f.claim->modality == Modality::actual && !f.place.empty();
}

std::string ground_key(const std::string& name, const std::string& ref, const PlaceRefs& refs) {
  if (!ref.empty()) return ref;
  const auto known = refs.find(name);
  return known != refs.end() && known->second.size() == 1 ? *known->second.begin() : name;
}

Grounds grounds_of(const Account& account, const std::vector<Fact>& facts, const PlaceRefs& refs) {
  std::map<std::string, std::vector<const Fact*>> places;
  for (const Fact& f : facts) {
    if (tells_of_ground(f)) places[ground_key(f.place, f.claim->place->place.ref, refs)].push_back(&f);
  }
  Grounds out;
  for (const auto& [key, claims] : places) {
    std::vector<Assertion> assertions;
    for (const Fact* f : claims) assert_claim(*f, assertions);
    end_old_holds(assertions);
    std::set<int32_t> starts;
    std::map<std::string, std::vector<const Assertion*>> voices;
    for (const Assertion& a : assertions) {
      starts.insert(a.first);
      if (a.last != kOpen) starts.insert(a.last + 1);
      voices[a.fact->voice].push_back(&a);
    }
    const Place* place = &claims.front()->claim->place->place;
    for (const Fact* f : claims) {
      if (!f->claim->place->place.ref.empty()) {
        place = &f->claim->place->place;
        break;
      }
    }
    std::vector<ControlRow>& rows = out[key];
    for (auto start = starts.begin(); start != starts.end(); ++start) {
      ControlRow row = row_for(account, voices, *start);
      row.place = *place;
      row.from = day_or_open(*start);
      const auto next = std::next(start);
      row.to = next == starts.end() ? std::nullopt : day_or_open(*next - 1);
      if (!rows.empty() && alike(rows.back(), row)) {
        rows.back().to = row.to;
        continue;
      }
      if (row.voices.empty() && rows.empty()) continue;
      rows.push_back(std::move(row));
    }
  }
  return out;
}

std::vector<ControlRow> control_of(const Grounds& grounds) {
  std::vector<ControlRow> out;
  for (const auto& [key, rows] : grounds) out.insert(out.end(), rows.begin(), rows.end());
  std::stable_sort(out.begin(), out.end(), [](const ControlRow& a, const ControlRow& b) {
    return std::tie(a.place.name, a.place.ref) < std::tie(b.place.name, b.place.ref);
  });
  return out;
}

}  // namespace herald::ledger
