#include "ledger/memo.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "ledger/derived.h"
#include "ledger/versions.h"
#include "ledger/voices.h"

namespace herald::ledger {

Memo::Memo(const Database& database)
    : stands_(database.prepare("INSERT INTO memo_reports (report, retracted) VALUES (?, ?)")),
      story_(database.prepare("INSERT INTO memo_stories (story, report) VALUES (?, ?) ON CONFLICT DO NOTHING")),
      band_(database.prepare("INSERT INTO memo_bands (band, report, start) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")),
      copy_(database.prepare("INSERT INTO memo_copies (report, start, stop, origin) VALUES (?, ?, ?, ?)")),
      incident_(database.prepare("INSERT INTO memo_incidents (incident, claim, report, component) VALUES (?, ?, ?, ?)")),
      key_(database.prepare("INSERT INTO memo_keys (hash, rough, start, stop, incident) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")),
      wide_(database.prepare("INSERT INTO memo_wide (hash) VALUES (?) ON CONFLICT DO NOTHING")),
      said_(database.prepare(
          "INSERT INTO memo_said (voice, published, report_id, report, moment, outlet, name, ref, reporter, claims) VALUES "
          "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      place_(database.prepare("INSERT INTO memo_places (name, ref, ground, report) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")),
      event_(database.prepare("INSERT INTO memo_events (event, component) VALUES (?, ?)")),
      event_voice_(database.prepare("INSERT INTO memo_event_voices (event, voice) VALUES (?, ?) ON CONFLICT DO NOTHING")),
      dispute_(database.prepare("INSERT INTO memo_disputes (place, claim, date_from, date_to, words) VALUES (?, ?, ?, ?, ?)")) {}

void Memo::stands(int64_t report, bool retracted) {
  stands_.bind(1, report).bind(2, static_cast<int64_t>(retracted));
  outcome_.note(stands_.run());
}

void Memo::story(const std::string& story, int64_t report) {
  story_.bind(1, story).bind(2, report);
  outcome_.note(story_.run());
}

void Memo::band(uint64_t band, int64_t report, uint32_t start) {
  band_.bind(1, static_cast<int64_t>(band)).bind(2, report).bind(3, static_cast<int64_t>(start));
  outcome_.note(band_.run());
}

void Memo::copy(int64_t report, const Span& paragraph, int64_t origin) {
  copy_.bind(1, report).bind(2, static_cast<int64_t>(paragraph.begin)).bind(3, static_cast<int64_t>(paragraph.end)).bind(4, origin);
  outcome_.note(copy_.run());
}

void Memo::incident(int64_t incident, const std::string& first_claim, int64_t report, int64_t component) {
  incident_.bind(1, incident).bind(2, first_claim).bind(3, report).bind(4, component);
  outcome_.note(incident_.run());
}

void Memo::key(const BlockKey& key, int64_t incident) {
  key_.bind(1, static_cast<int64_t>(key.hash)).bind(2, static_cast<int64_t>(key.rough));
  key_.bind(3, static_cast<int64_t>(key.times.first)).bind(4, static_cast<int64_t>(key.times.last)).bind(5, incident);
  outcome_.note(key_.run());
}

void Memo::wide(uint64_t block) {
  wide_.bind(1, static_cast<int64_t>(block));
  outcome_.note(wide_.run());
}

void Memo::said(const Reckoning& reckoning, uint32_t report, int64_t number) {
  const Account& account = reckoning.account;
  const Report& r = account.reports[report].report;
  const auto [begin, end] = rows_of(account, report);
  std::map<std::string_view, std::pair<const ClaimRow*, int64_t>> voices;  // first claim, how many
  for (uint32_t c = begin; c < end; ++c) {
    const ClaimRow& row = account.claims[c];
    if (row.rejected) continue;
    auto& [first, count] = voices[row.voice_key];
    if (!first) first = &row;
    ++count;
  }
  for (const auto& [key, voice] : voices) {
    const auto& [first, count] = voice;
    said_.bind(1, key).bind(2, seconds(r.published)).bind(3, r.id).bind(4, number);
    said_.bind_or_null(5, r.published ? to_iso(*r.published) : "").bind(6, outlet_of(r)).bind(7, first->voice).bind(8, first->voice_ref);
    said_.bind(9, static_cast<int64_t>(first->reporter)).bind(10, count);
    outcome_.note(said_.run());
  }
  const auto first =
      std::lower_bound(reckoning.facts.begin(), reckoning.facts.end(), report, [](const Fact& f, uint32_t at) { return f.report < at; });
  for (auto f = first; f != reckoning.facts.end() && f->report == report; ++f) {
    if (f->place.empty()) continue;
    place_.bind(1, f->place).bind(2, f->claim->place->place.ref).bind(3, static_cast<int64_t>(tells_of_ground(*f))).bind(4, number);
    outcome_.note(place_.run());
  }
}

void Memo::event(const std::string& event, int64_t component) {
  event_.bind(1, event).bind(2, component);
  outcome_.note(event_.run());
}

void Memo::event_voice(const std::string& event, const std::string& voice) {
  event_voice_.bind(1, event).bind(2, voice);
  outcome_.note(event_voice_.run());
}

void Memo::disputes(const std::string& ground, const std::vector<ControlRow>& rows) {
  for (const auto& [claim, list] : disputes_of(rows)) {
    for (const Dispute& d : list) {
      dispute_.bind(1, ground).bind(2, claim).bind_or_null(3, d.from ? to_iso(*d.from) : "");
      dispute_.bind_or_null(4, d.to ? to_iso(*d.to) : "").bind(5, d.words);
      outcome_.note(dispute_.run());
    }
  }
}

const std::string& event_of(const Reckoning& reckoning, const Incident& incident) {
  return reckoning.account.claims[reckoning.facts[incident.facts.front()].row].event;
}

const std::string& first_claim(const Reckoning& reckoning, const Incident& incident) {
  return reckoning.account.claims[reckoning.facts[incident.facts.front()].row].id;
}

std::pair<uint32_t, uint32_t> rows_of(const Account& account, uint32_t report) {
  const auto [begin, end] = std::equal_range(account.claims.begin(), account.claims.end(), report, [](const auto& a, const auto& b) {
    if constexpr (std::is_same_v<std::decay_t<decltype(a)>, ClaimRow>) {
      return a.report < b;
    } else {
      return a < b.report;
    }
  });
  return {static_cast<uint32_t>(begin - account.claims.begin()), static_cast<uint32_t>(end - account.claims.begin())};
}

Status write_all(const Database& database, const Reckoning& reckoning) {
  for (const char* table :
       {"events",       "event_claims", "tallies",        "control",       "areas",     "voices",      "memo_pending",      "memo_reports",
        "memo_bands",   "memo_copies",  "memo_incidents", "memo_keys",     "memo_wide", "memo_events", "memo_event_voices", "memo_said",
        "memo_outlets", "memo_places",  "memo_ground",    "memo_disputes", "memo_areas"}) {
    if (Status s = database.execute(std::string("DELETE FROM ") + table); !s) return s;
  }
  const Account& account = reckoning.account;
  std::unordered_map<std::string, int64_t> by_key;
  Statement reports = database.prepare("SELECT key, fid FROM reports");
  if (Status s = reports.each([&] { by_key[reports.text(0)] = reports.integer(1); }); !s) return s;
  std::vector<int64_t> numbers;
  for (const LedgerReport& r : account.reports) numbers.push_back(by_key.at(r.key));

  Derived derived(database);
  for (const Event& e : account.events) derived.put(e);
  for (const auto& [ground, rows] : reckoning.grounds) {
    for (const ControlRow& row : rows) derived.put(ground, row);
  }
  for (const VoiceRow& v : account.voices) derived.put(v);
  if (!derived.status()) return derived.status();

  Memo memo(database);
  // Rows go in as their tables are sorted: a tree of millions that is filled at random outgrows any cache.
  std::vector<std::tuple<uint64_t, int64_t, uint32_t>> bands;
  for (uint32_t r = 0; r < account.reports.size(); ++r) {
    memo.stands(numbers[r], account.reports[r].retracted);
    memo.said(reckoning, r, numbers[r]);
    for (const Passage& p : reckoning.copies.passages[r]) memo.copy(numbers[r], p.span, numbers[p.origin]);
    for (const Paragraph& p : paragraphs_of(account.reports[r].report.text)) {
      if (!p.compared()) continue;
      for (const uint64_t band : p.bands) bands.emplace_back(band, numbers[r], p.span.begin);
    }
  }
  std::sort(bands.begin(), bands.end(), [](const auto& a, const auto& b) {
    return std::pair(static_cast<int64_t>(std::get<0>(a)), std::get<1>(a)) <
           std::pair(static_cast<int64_t>(std::get<0>(b)), std::get<1>(b));
  });
  for (const auto& [band, report, start] : bands) memo.band(band, report, start);
  std::vector<std::pair<BlockKey, int64_t>> keys;
  std::map<std::string, int64_t> events;
  for (uint32_t i = 0; i < reckoning.linked.incidents.size(); ++i) {
    const Incident& incident = reckoning.linked.incidents[i];
    if (incident.facts.empty()) continue;
    // Numbers run from 1; the first of a component may be empty, its number names it all the same.
    memo.incident(i + 1, first_claim(reckoning, incident), numbers[incident.report], reckoning.linked.component[i] + 1);
    for (const BlockKey& key : keys_of(incident)) keys.emplace_back(key, i + 1);
    if (const std::string& event = event_of(reckoning, incident); !event.empty()) events[event] = reckoning.linked.component[i] + 1;
  }
  std::sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) {
    const auto order = [](const auto& k) { return std::tuple(static_cast<int64_t>(k.first.hash), k.first.rough, k.first.times.first); };
    return order(a) < order(b);
  });
  for (const auto& [key, incident] : keys) memo.key(key, incident);
  for (const uint64_t block : reckoning.linked.wide) memo.wide(block);
  for (const auto& [event, component] : events) memo.event(event, component);
  for (const ClaimRow& row : account.claims) {
    if (!row.event.empty()) memo.event_voice(row.event, row.voice_key);
  }
  for (const auto& [ground, rows] : reckoning.grounds) memo.disputes(ground, rows);
  if (!memo.status()) return memo.status();
  if (Status s =
          database.execute("INSERT INTO memo_outlets SELECT voice, outlet, count(*), sum(claims) FROM memo_said GROUP BY voice, outlet");
      !s)
    return s;
  return refresh_layers(database);
}

}  // namespace herald::ledger
