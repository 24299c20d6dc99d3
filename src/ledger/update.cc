#include "ledger/update.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "herald/names.h"
#include "ledger/derived.h"
#include "ledger/kept.h"
#include "ledger/memo.h"
#include "ledger/newcomer.h"
#include "ledger/versions.h"

namespace herald::ledger {
namespace {

// More than these, and reckoning everything anew is no slower.
constexpr size_t kMostPending = 500;
constexpr size_t kMostParagraphs = 4000;
constexpr size_t kMostReports = 8000;

class Update : private Kept {
 public:
  Update(const Database& database, const std::vector<Decision>& decisions)
      : Kept(database), decisions_(decisions), derived_(database), memo_(database) {}

  Result<bool> run() {
    if (!find_pending()) return ended(false);
    if (pending_.empty()) return ended(true);
    find_versions();
    if (!find_copies()) return ended(false);
    forget();
    if (!link_what_came() || !tell_ground() || !tell_events()) return ended(false);
    tell_voices();
    change("DELETE FROM memo_pending");
    note(refresh_layers(database()));
    return ended(true);
  }

 private:
  struct Heard {
    int64_t events = 0;
    int64_t disputed = 0;
  };

  Result<bool> ended(bool done) {
    for (const Status& s : {status(), derived_.status(), memo_.status()})
      if (!s) return s.error();
    return done;
  }

  // Adds what a report says to the sums by voice and outlet, or takes it away.
  void count_said(int64_t report, int64_t sign) {
    const auto add = [&](const Statement& s) {
      heard_.insert(s.text(0));
      auto& [reports, claims] = sums_[{s.text(0), s.text(1)}];
      reports += sign;
      claims += sign * s.integer(2);
    };
    query("SELECT voice, outlet, claims FROM memo_said WHERE report = ?", add, report);
  }

  bool find_pending();
  void find_versions();
  bool find_copies();
  bool take_newcomer(const std::vector<std::pair<Span, int64_t>>& copies);
  void forget();
  bool link_what_came();
  bool tell_ground();
  bool tell_events();
  void tell_voices();

  Reckoning reckon(const Part& part);
  bool meet(const BlockKey& key, size_t fresh, Numbers& reports);
  std::set<std::string> refs_of(const std::string& name);
  void tell_ground_of(const std::string& key);

  const std::vector<Decision>& decisions_;
  Derived derived_;
  Memo memo_;

  Numbers pending_;
  Numbers fallen_;               // stand no longer
  Numbers came_;                 // stand now and did not
  Numbers changed_;              // stand as before, with other claims or voices
  Numbers fresh_;                // came_ and changed_: their incidents are new
  Numbers touched_;              // components of before
  std::set<std::string> heard_;  // voices of reports that fell, came or changed
  std::map<std::pair<std::string, std::string>, std::pair<int64_t, int64_t>>
      sums_;                                                  // by how much their reports and claims by outlet have grown
  std::map<std::string, Heard> moved_;                        // by how much what other voices tell of has grown
  std::set<std::tuple<std::string, std::string>> ground_;     // name and reference of ground told of by them
  std::map<std::string, std::set<std::string>> refs_before_;  // of the names of places in them
};

bool Update::find_pending() {
  pending_ = numbers("SELECT report FROM memo_pending LIMIT ?", static_cast<int64_t>(kMostPending + 1));
  if (pending_.empty()) return true;
  return pending_.size() <= kMostPending && !numbers("SELECT report FROM memo_reports LIMIT 1").empty();
}

// Versions of what came in, and versions of those: among them nobody else decides who stands.
void Update::find_versions() {
  Numbers family = pending_;
  std::vector<int64_t> queue(pending_.begin(), pending_.end());
  while (!queue.empty()) {
    const Report& r = report(queue.back()).report;
    queue.pop_back();
    Numbers versions = numbers("SELECT fid FROM reports WHERE id = ?", r.id);
    if (!r.url.empty()) versions.merge(numbers("SELECT fid FROM reports WHERE url = ? AND coalesce(outlet, '') = ?", r.url, r.outlet));
    for (const std::string& story : stories_of(r)) versions.merge(numbers("SELECT report FROM memo_stories WHERE story = ?", story));
    for (const int64_t v : versions) {
      if (family.insert(v).second) queue.push_back(v);
    }
  }
  std::vector<LedgerReport> heads;
  std::map<std::string, int64_t> number_of;
  for (const int64_t n : family) {
    heads.push_back(report(n));
    number_of[heads.back().key] = n;
  }
  std::vector<std::string> superseded;
  std::map<int64_t, bool> stand;  // whether retracted
  for (const LedgerReport& r : standing(std::move(heads), {}, superseded)) stand[number_of.at(r.key)] = r.retracted;
  for (const int64_t n : family) {
    const Numbers before = numbers("SELECT retracted FROM memo_reports WHERE report = ?", n);
    const auto now = stand.find(n);
    if (now == stand.end()) {
      if (!before.empty()) fallen_.insert(n);
    } else if (before.empty()) {
      came_.insert(n);
    } else if (pending_.contains(n) || before.contains(1) != now->second) {
      changed_.insert(n);
    }
    change("DELETE FROM memo_reports WHERE report = ?", n);
    if (now != stand.end()) memo_.stands(n, now->second);
  }
}

bool Update::take_newcomer(const std::vector<std::pair<Span, int64_t>>& copies) {
  for (const int64_t n : came_) {
    for (const Paragraph& p : paragraphs_of(report(n).report.text)) {
      for (const uint64_t band : p.bands)
        if (p.compared()) memo_.band(band, n, p.span.begin);
    }
    for (const auto& [span, origin] : copies) memo_.copy(n, span, origin);
  }
  return true;
}

// Asks again where paragraphs come from that share a band with those of reports that fell or came, directly or through others.
bool Update::find_copies() {
  if (fallen_.empty() && came_.size() <= 1) {
    std::optional<std::vector<std::pair<Span, int64_t>>> copies(std::in_place);
    if (!came_.empty()) copies = copies_in_newcomer(*this, *came_.begin());
    if (copies) return take_newcomer(*copies);
  }
  std::map<std::pair<int64_t, uint32_t>, Paragraph> asked;
  std::set<uint64_t> seen;
  std::vector<uint64_t> queue;
  const auto queue_bands = [&](const Paragraph& p) {
    for (const uint64_t band : p.bands)
      if (seen.insert(band).second) queue.push_back(band);
  };
  std::map<int64_t, std::map<uint32_t, Paragraph>> texts;
  const auto paragraphs = [&](int64_t number) -> std::map<uint32_t, Paragraph>& {
    auto [at, fresh] = texts.try_emplace(number);
    if (!fresh) return at->second;
    for (Paragraph& p : paragraphs_of(report(number).report.text)) at->second.emplace(p.span.begin, std::move(p));
    return at->second;
  };
  for (const int64_t n : fallen_) {
    for (const auto& [start, p] : paragraphs(n))
      if (p.compared()) queue_bands(p);
    change("DELETE FROM memo_copies WHERE report = ?", n);
  }
  for (const int64_t n : came_) {
    for (const auto& [start, p] : paragraphs(n)) {
      if (!p.compared()) continue;
      queue_bands(p);
      for (const uint64_t band : p.bands) memo_.band(band, n, start);
    }
  }
  while (!queue.empty()) {
    const uint64_t band = queue.back();
    queue.pop_back();
    std::vector<std::pair<int64_t, uint32_t>> here;
    query(
        "SELECT b.report, b.start FROM memo_bands b JOIN memo_reports r ON r.report = b.report WHERE b.band = ?",
        [&](const Statement& s) { here.emplace_back(s.integer(0), static_cast<uint32_t>(s.integer(1))); }, static_cast<int64_t>(band));
    for (const auto& at : here) {
      if (asked.contains(at)) continue;
      const auto found = paragraphs(at.first).find(at.second);
      if (found == paragraphs(at.first).end()) continue;
      queue_bands(found->second);
      asked.emplace(at, found->second);
      if (asked.size() > kMostParagraphs) return false;
    }
  }
  std::vector<int64_t> order;
  for (const auto& [at, p] : asked)
    if (order.empty() || order.back() != at.first) order.push_back(at.first);
  std::sort(order.begin(), order.end(), [&](int64_t a, int64_t b) { return earlier(report(a).report, report(b).report); });
  Origins origins;
  for (uint32_t i = 0; i < order.size(); ++i) {
    for (auto p = asked.lower_bound({order[i], 0}); p != asked.end() && p->first.first == order[i]; ++p) {
      const Span span = p->second.span;
      const int64_t origin = order[origins.find(i, std::move(p->second))];
      int64_t before = order[i];
      query(
          "SELECT origin FROM memo_copies WHERE report = ? AND start = ?", [&](const Statement& s) { before = s.integer(0); }, order[i],
          static_cast<int64_t>(span.begin));
      if (origin == before) continue;
      change("DELETE FROM memo_copies WHERE report = ? AND start = ?", order[i], static_cast<int64_t>(span.begin));
      if (origin != order[i]) memo_.copy(order[i], span, origin);
      if (!came_.contains(order[i])) changed_.insert(order[i]);
    }
  }
  return true;
}

std::set<std::string> Update::refs_of(const std::string& name) {
  std::set<std::string> out;
  query(
      "SELECT DISTINCT ref FROM memo_places WHERE name = ? AND ref <> ''", [&](const Statement& s) { out.insert(s.text(0)); }, name);
  return out;
}

// Takes away what reports that fell or changed have told.
void Update::forget() {
  Numbers gone = fallen_;
  gone.insert(changed_.begin(), changed_.end());
  fresh_ = came_;
  fresh_.insert(changed_.begin(), changed_.end());
  for (const int64_t n : gone) {
    query(
        "SELECT name, ref, ground FROM memo_places WHERE report = ?",
        [&](const Statement& s) {
          refs_before_[s.text(0)];
          if (s.integer(2) != 0) ground_.emplace(s.text(0), s.text(1));
        },
        n);
    count_said(n, -1);
    touched_.merge(numbers("SELECT component FROM memo_incidents WHERE report = ?", n));
  }
  for (const int64_t n : fresh_) {
    for (const Fact& f : facts_and_voices({with_claims(n)}, decisions_, Syndication{{{}}, {}}).facts) {
      if (f.place.empty()) continue;
      refs_before_[f.place];
      if (tells_of_ground(f)) ground_.emplace(f.place, f.claim->place->place.ref);
    }
  }
  for (auto& [name, refs] : refs_before_) refs = refs_of(name);
  for (const int64_t n : gone) {
    change("DELETE FROM memo_incidents WHERE report = ?", n);
    change("DELETE FROM memo_said WHERE report = ?", n);
    change("DELETE FROM memo_places WHERE report = ?", n);
  }
}

Reckoning Update::reckon(const Part& part) {
  Reckoning out = facts_and_voices(part.reports, decisions_, part.copies);
  link_facts(out, decisions_);
  return out;
}

// Adds the reports of incidents that share the block, at some time; false where with as many new ones it is too wide to say who meets whom.
bool Update::meet(const BlockKey& key, size_t fresh, Numbers& reports) {
  std::map<int64_t, std::pair<size_t, size_t>> width;  // by time: rough, precise
  query(
      "SELECT k.rough, k.start, k.stop, i.report FROM memo_keys k JOIN memo_incidents i ON i.incident = k.incident "
      "WHERE k.hash = ? AND k.start <= ? AND k.stop >= ?",
      [&](const Statement& s) {
        const bool rough = s.integer(0) != 0;
        const auto to = std::min<int64_t>(s.integer(2), key.times.last);
        for (int64_t t = std::max<int64_t>(s.integer(1), key.times.first); t <= to; ++t) ++(rough ? width[t].first : width[t].second);
        if (key.blocking != Blocking::rough || key.rough || rough) reports.insert(s.integer(3));
      },
      static_cast<int64_t>(key.hash), static_cast<int64_t>(key.times.last), static_cast<int64_t>(key.times.first));
  return std::none_of(width.begin(), width.end(), [&](const auto& w) {
    const auto [rough, precise] = w.second;
    return too_wide(key.blocking, rough + (key.rough ? fresh : 0), precise + (key.rough ? 0 : fresh));
  });
}

// Finds the components that the new incidents belong to.
bool Update::link_what_came() {
  const Part own = part_of(fresh_);
  const Reckoning alone = reckon(own);
  for (uint32_t r = 0; r < own.numbers.size(); ++r) {
    if (!fresh_.contains(own.numbers[r])) continue;
    memo_.said(alone, r, own.numbers[r]);
    count_said(own.numbers[r], 1);
  }
  Numbers reports;
  for (const Incident& incident : alone.linked.incidents) {
    for (const BlockKey& key : keys_of(incident))
      if (!meet(key, alone.linked.incidents.size(), reports)) return false;
  }
  std::set<std::string> ids;
  for (const int64_t n : fresh_) ids.insert(report(n).report.id);
  const auto report_id = [](const std::string& claim) { return claim.substr(0, claim.rfind('#')); };
  for (const Decision& d : decisions_) {
    if (d.action != Action::merge && d.action != Action::split) continue;
    for (const auto& [one, other] : {std::pair(d.target, d.other), std::pair(d.other, d.target)}) {
      if (!ids.contains(report_id(one))) continue;
      reports.merge(numbers("SELECT r.report FROM memo_reports r JOIN reports p ON p.fid = r.report WHERE p.id = ?", report_id(other)));
    }
  }
  if (reports.size() > kMostReports) return false;
  reports.insert(fresh_.begin(), fresh_.end());
  const Part around = part_of(reports);
  const Reckoning met = reckon(around);
  std::map<std::string, int64_t> known;  // first claim of an incident -> its component
  for (const int64_t n : reports) {
    query(
        "SELECT claim, component FROM memo_incidents WHERE report = ?", [&](const Statement& s) { known[s.text(0)] = s.integer(1); }, n);
  }
  std::set<uint32_t> with_new;
  for (uint32_t i = 0; i < met.linked.incidents.size(); ++i) {
    const Incident& incident = met.linked.incidents[i];
    if (!incident.facts.empty() && fresh_.contains(around.numbers[incident.report])) with_new.insert(met.linked.component[i]);
  }
  for (uint32_t i = 0; i < met.linked.incidents.size(); ++i) {
    if (met.linked.incidents[i].facts.empty() || !with_new.contains(met.linked.component[i])) continue;
    const auto found = known.find(first_claim(met, met.linked.incidents[i]));
    if (found != known.end()) touched_.insert(found->second);
  }
  return true;
}

void Update::tell_ground_of(const std::string& key) {
  Numbers reports = numbers("SELECT report FROM memo_places WHERE ref = ? AND ground = 1", key);
  const auto nameless = [&](const std::string& name) {
    reports.merge(numbers("SELECT report FROM memo_places WHERE name = ? AND ref = '' AND ground = 1", name));
  };
  nameless(key);
  std::set<std::string> names;
  query(
      "SELECT DISTINCT name FROM memo_places WHERE ref = ?", [&](const Statement& s) { names.insert(s.text(0)); }, key);
  for (const std::string& name : names) nameless(name);
  const Part part = part_of(reports);
  const Reckoning told = facts_and_voices(part.reports, decisions_, part.copies);
  PlaceRefs refs;
  for (const Fact& f : told.facts) {
    if (tells_of_ground(f) && f.claim->place->place.ref.empty() && !refs.contains(f.place)) refs[f.place] = refs_of(f.place);
  }
  const Grounds grounds = grounds_of(told.account, told.facts, refs);
  const auto found = grounds.find(key);
  const std::vector<ControlRow> rows = found == grounds.end() ? std::vector<ControlRow>{} : found->second;

  Disputes before;
  query(
      "SELECT claim, date_from, date_to, words FROM memo_disputes WHERE place = ?",
      [&](const Statement& s) {
        before[s.text(0)].push_back({parse_day(s.text(1)), parse_day(s.text(2)), s.text(3)});
      },
      key);
  const Disputes after = disputes_of(rows);
  const auto moved = [&](const Disputes& these, const Disputes& those) {
    for (const auto& [claim, list] : these) {
      const auto other = those.find(claim);
      if (other != those.end() && other->second == list) continue;
      touched_.merge(numbers("SELECT m.component FROM event_claims e JOIN memo_events m ON m.event = e.event WHERE e.claim = ?", claim));
    }
  };
  moved(before, after);
  moved(after, before);
  derived_.take_ground(key);
  for (const ControlRow& row : rows) derived_.put(key, row);
  change("DELETE FROM memo_disputes WHERE place = ?", key);
  memo_.disputes(key, rows);
}

// Control of the places that reports which fell, came or changed tell of, or whose names mean another place now.
bool Update::tell_ground() {
  std::set<std::string> keys;
  PlaceRefs after;
  for (const auto& [name, refs] : refs_before_) after[name] = refs_of(name);
  for (const auto& [name, ref] : ground_) {
    keys.insert(ground_key(name, ref, refs_before_));
    keys.insert(ground_key(name, ref, after));
  }
  for (const auto& [name, refs] : refs_before_) {
    const bool nameless = !numbers("SELECT report FROM memo_places WHERE name = ? AND ref = '' AND ground = 1 LIMIT 1", name).empty();
    if (!nameless || refs == after[name]) continue;
    keys.insert(ground_key(name, "", refs_before_));
    keys.insert(ground_key(name, "", after));
  }
  for (const std::string& key : keys) tell_ground_of(key);
  return true;
}

// Events of the touched components and of the new incidents.
bool Update::tell_events() {
  Numbers reports = fresh_;
  std::map<std::string, std::pair<int64_t, int64_t>> known;  // first claim of a touched incident -> its number and component
  for (const int64_t c : touched_) {
    query(
        "SELECT claim, incident, report FROM memo_incidents WHERE component = ?",
        [&](const Statement& s) {
          known[s.text(0)] = {s.integer(1), c};
          reports.insert(s.integer(2));
        },
        c);
  }
  if (reports.size() > kMostReports) return false;
  const Part part = part_of(reports);
  Reckoning told = reckon(part);
  const std::vector<Incident>& incidents = told.linked.incidents;

  const auto in_part = [&](uint32_t i) {
    return !incidents[i].facts.empty() &&
           (fresh_.contains(part.numbers[incidents[i].report]) || known.contains(first_claim(told, incidents[i])));
  };
  std::map<uint32_t, std::vector<uint32_t>> components;
  for (uint32_t i = 0; i < incidents.size(); ++i) {
    if (in_part(i)) components[told.linked.component[i]].push_back(i);
  }
  // What hangs together was touched together: where it was not, the memo is not of these reports.
  for (uint32_t i = 0; i < incidents.size(); ++i) {
    if (!incidents[i].facts.empty() && !in_part(i) && components.contains(told.linked.component[i])) return false;
  }
  const bool any_wide = !told.linked.wide.empty() || !numbers("SELECT hash FROM memo_wide LIMIT 1").empty();
  if (any_wide) {
    for (const auto& [c, members] : components) {
      for (const uint32_t i : members) {
        for (const BlockKey& key : keys_of(incidents[i])) {
          for (int32_t t = key.times.first; t <= key.times.last; ++t) {
            if (!numbers("SELECT hash FROM memo_wide WHERE hash = ?", static_cast<int64_t>(at_time(key.hash, t))).empty()) return false;
          }
        }
      }
    }
  }
  std::erase_if(told.linked.events, [&](const std::vector<uint32_t>& e) { return !components.contains(told.linked.component[e.front()]); });
  make_events(told.account, told.facts, told.linked, decisions_);
  Disputes disputes;
  for (const Event& e : told.account.events) {
    for (const std::string& claim : e.claims) {
      query(
          "SELECT date_from, date_to, words FROM memo_disputes WHERE claim = ?",
          [&](const Statement& s) {
            disputes[claim].push_back({parse_day(s.text(0)), parse_day(s.text(1)), s.text(2)});
          },
          claim);
    }
  }
  dispute_ground(told.account.events, disputes);

  for (const int64_t c : touched_) {
    std::vector<std::string> events;
    query(
        "SELECT event FROM memo_events WHERE component = ?", [&](const Statement& s) { events.push_back(s.text(0)); }, c);
    for (const std::string& id : events) {
      bool disputed = false;
      query(
          "SELECT grade FROM events WHERE id = ?", [&](const Statement& s) { disputed = s.text(0) == name_of(Grade::disputed); }, id);
      query(
          "SELECT voice FROM memo_event_voices WHERE event = ?",
          [&](const Statement& s) {
            Heard& heard = moved_[s.text(0)];
            --heard.events;
            if (disputed) --heard.disputed;
          },
          id);
      derived_.take_event(id);
      change("DELETE FROM memo_event_voices WHERE event = ?", id);
    }
    change("DELETE FROM memo_events WHERE component = ?", c);
  }

  int64_t next = 1;
  query("SELECT max(incident), max(component) FROM memo_incidents",
        [&](const Statement& s) { next = std::max(s.integer(0), s.integer(1)) + 1; });
  std::map<uint32_t, int64_t> number_of;
  for (const auto& [c, members] : components) {
    for (const uint32_t i : members) {
      const auto found = known.find(first_claim(told, incidents[i]));
      const bool fresh = fresh_.contains(part.numbers[incidents[i].report]);
      number_of[i] = fresh ? next++ : found->second.first;
    }
  }
  std::map<std::string, int64_t> component_of;  // of events
  for (const auto& [c, members] : components) {
    int64_t component = INT64_MAX;
    for (const uint32_t i : members) component = std::min(component, number_of[i]);
    for (const uint32_t i : members) {
      const std::string& claim = first_claim(told, incidents[i]);
      if (!event_of(told, incidents[i]).empty()) component_of[event_of(told, incidents[i])] = component;
      if (fresh_.contains(part.numbers[incidents[i].report])) {
        memo_.incident(number_of[i], claim, part.numbers[incidents[i].report], component);
        for (const BlockKey& key : keys_of(incidents[i])) memo_.key(key, number_of[i]);
      } else if (known[claim].second != component) {
        change("UPDATE memo_incidents SET component = ? WHERE incident = ?", component, number_of[i]);
      }
    }
  }
  std::map<std::string, bool> disputed;
  for (const Event& e : told.account.events) {
    derived_.put(e);
    memo_.event(e.id, component_of.at(e.id));
    disputed[e.id] = e.grade == Grade::disputed;
  }
  std::set<std::pair<std::string, std::string>> voices;  // event, voice
  for (const ClaimRow& row : told.account.claims) {
    if (!row.event.empty() && disputed.contains(row.event)) voices.emplace(row.event, row.voice_key);
  }
  for (const auto& [event, voice] : voices) {
    memo_.event_voice(event, voice);
    Heard& heard = moved_[voice];
    ++heard.events;
    if (disputed[event]) ++heard.disputed;
  }
  return true;
}

void Update::tell_voices() {
  for (const auto& [by, sum] : sums_) {
    change(
        "INSERT INTO memo_outlets (voice, outlet, reports, claims) VALUES (?, ?, ?, ?) ON CONFLICT (voice, outlet) DO UPDATE SET "
        "reports = memo_outlets.reports + excluded.reports, claims = memo_outlets.claims + excluded.claims",
        by.first, by.second, sum.first, sum.second);
  }
  for (const auto& [key, moved] : moved_) {
    if (heard_.contains(key) || (moved.events == 0 && moved.disputed == 0)) continue;
    change("UPDATE voices SET events = events + ?, disputed = disputed + ? WHERE key = ?", moved.events, moved.disputed, key);
  }
  for (const std::string& key : heard_) {
    VoiceRow row;
    row.key = key;
    const auto sum = [&](const Statement& s) {
      row.outlets.push_back(s.text(0));
      row.reports += static_cast<uint32_t>(s.integer(1));
      row.claims += static_cast<uint32_t>(s.integer(2));
    };
    query("SELECT outlet, reports, claims FROM memo_outlets WHERE voice = ? AND reports > 0 ORDER BY outlet", sum, key);
    const auto name = [&](const Statement& s) {
      row.name = s.text(0);
      row.ref = s.text(1);
      row.reporter = s.integer(2) != 0;
    };
    query("SELECT name, ref, reporter FROM memo_said WHERE voice = ? ORDER BY published, report_id LIMIT 1", name, key);
    query(
        "SELECT moment FROM memo_said WHERE voice = ? AND moment IS NOT NULL ORDER BY published, report_id LIMIT 1",
        [&](const Statement& s) { row.first = parse_moment(s.text(0)); }, key);
    query(
        "SELECT moment FROM memo_said WHERE voice = ? AND moment IS NOT NULL ORDER BY published DESC, report_id DESC LIMIT 1",
        [&](const Statement& s) { row.last = parse_moment(s.text(0)); }, key);
    Heard told = moved_[key];
    query(
        "SELECT events, disputed FROM voices WHERE key = ?",
        [&](const Statement& s) {
          told.events += s.integer(0);
          told.disputed += s.integer(1);
        },
        key);
    row.events = static_cast<uint32_t>(told.events);
    row.disputed = static_cast<uint32_t>(told.disputed);
    derived_.put(row);
  }
}

}  // namespace

Result<bool> update_derived(const Database& database, const std::vector<Decision>& decisions) {
  return Update(database, decisions).run();
}

}  // namespace herald::ledger
