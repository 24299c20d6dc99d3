#include "testing/reports.h"

#include "base/hash.h"
#include "base/text.h"
#include "herald/names.h"
#include "ledger/store.h"

namespace herald::testing {
namespace {

std::string number(const std::optional<int64_t>& n) {
  return n ? std::to_string(*n) : "?";
}
std::string bounds(const Bounds& b) {
  return number(b.low) + "/" + number(b.best) + "/" + number(b.high);
}
std::string day_of(const std::optional<Day>& d) {
  return d ? to_iso(*d) : "?";
}
std::string days(const std::optional<ClaimDate>& d) {
  return d ? day_of(d->period.start) + ".." + day_of(d->period.end) : "?";
}
std::string moment(const std::optional<Moment>& m) {
  return m ? to_iso(*m) : "?";
}

}  // namespace

ledger::LedgerReport report(const std::string& id, const std::string& outlet, const std::string& published) {
  ledger::LedgerReport out;
  out.report.id = id;
  out.report.outlet = outlet;
  out.report.language = "en";
  out.report.published = parse_moment(published);
  out.key = ledger::content_key(out.report);
  return out;
}

Party party(const std::string& text, const std::string& ref) {
  return {text, text, ref, std::nullopt};
}

Place place(const std::string& name) {
  Place out;
  out.name = name;
  const std::string hash = base::short_hash(name, 8);
  out.ref = "test:" + hash;
  out.country = "YE";
  // Somewhere in a square of thirty degrees: two names lie near each other once in thousands.
  out.at = GeoPoint{10 + static_cast<double>(std::stoul(hash.substr(0, 4), nullptr, 16)) / 65536 * 30,
                    30 + static_cast<double>(std::stoul(hash.substr(4, 4), nullptr, 16)) / 65536 * 30};
  out.radius_km = 5;
  return out;
}

std::optional<ClaimDate> dated(const std::string& day) {
  if (day.empty()) return std::nullopt;
  const size_t slash = day.find('/');
  const std::string first = day.substr(0, slash);
  const std::string last = slash == std::string::npos ? first : day.substr(slash + 1);
  return ClaimDate{{parse_day(first), parse_day(last)}, DatePrecision::day, std::nullopt, false};
}

Claim& add(ledger::LedgerReport& report, ClaimType type, const std::string& where, const std::string& day, const std::string& voice,
           const std::string& words) {
  Claim claim;
  claim.type = type;
  claim.id = "c" + std::to_string(report.claims.size());
  const std::string sentence =
      words.empty() ? "Sentence " + std::to_string(report.claims.size()) + " of report " + report.report.id + "." : words;
  std::string& text = report.report.text;
  if (text.find(sentence) == std::string::npos) {
    if (!text.empty()) text += "\n\n";
    report.sentences.push_back({static_cast<uint32_t>(text.size()), static_cast<uint32_t>(text.size() + sentence.size())});
    text += sentence;
  }
  const auto at = static_cast<uint32_t>(text.find(sentence));
  claim.evidence = {{at, static_cast<uint32_t>(at + sentence.size())}};
  claim.trigger = claim.evidence.front();
  if (!where.empty()) claim.place = ClaimPlace{place(where), std::nullopt};
  claim.date = dated(day);
  if (!voice.empty()) claim.source = {{voice, "", std::nullopt}};
  claim.incident = "i0";
  report.claims.push_back(std::move(claim));
  report.key = ledger::content_key(report.report);
  return report.claims.back();
}

Claim& add_killed(ledger::LedgerReport& report, std::optional<int64_t> low, std::optional<int64_t> high, const std::string& victims,
                  const std::string& where, const std::string& day, const std::string& voice) {
  Claim& claim = add(report, ClaimType::casualties, where, day, voice);
  claim.harm = Harm::killed;
  claim.figure.low = low;
  claim.figure.high = high;
  claim.victims = party(victims);
  return claim;
}

Claim& add_violence(ledger::LedgerReport& report, Kind kind, const std::string& where, const std::string& day, const std::string& voice) {
  Claim& claim = add(report, ClaimType::violence, where, day, voice);
  claim.kind = kind;
  return claim;
}

Claim& add_control(ledger::LedgerReport& report, ControlState state, const std::string& holder, const std::string& where,
                   const std::string& day, const std::string& voice) {
  Claim& claim = add(report, ClaimType::control, where, day, voice);
  claim.state = state;
  if (!holder.empty()) claim.holder = party(holder);
  return claim;
}

std::string dump(const ledger::Account& account) {
  std::string out;
  const auto line = [&](const std::vector<std::string>& parts) { out += base::join(parts, " | ") + "\n"; };
  for (const std::string& s : account.superseded) line({"superseded", s});
  for (const ledger::ClaimRow& c : account.claims) {
    line({"claim", c.id, c.event, c.voice, c.voice_key, c.copied ? "copied" : "", c.rejected ? "rejected" : ""});
  }
  for (const Event& e : account.events) {
    line({"event", e.id, e.kind, days(e.date), e.place ? e.place->name : "?", std::string(name_of(e.grade)), std::to_string(e.origins),
          std::to_string(e.outlets), base::join(e.claims, " "), base::join(e.children, " "), e.part_of, base::join(e.contradictions, "; "),
          base::join(e.decisions, "; ")});
    for (const EventParty& p : e.parties) line({"  party", std::string(name_of(p.role)), p.name, p.ref});
    for (const HarmTally& t : e.tally) {
      line({"  tally", std::string(name_of(t.harm)), bounds(t.whole), bounds(t.by_kind[0]), bounds(t.by_kind[1]), bounds(t.by_kind[2])});
      for (const SideBounds& s : t.by_side) line({"    side", s.ref, s.name, bounds(s.bounds)});
    }
    for (const EventVoice& v : e.voices) {
      line({"  voice", v.name, v.ref, moment(v.said), v.denies ? "denies" : "", base::join(v.claims, " ")});
      for (const VoiceFigure& f : v.figures) line({"    figure", std::string(name_of(f.harm)), number(f.low), number(f.high)});
    }
  }
  for (const PeriodTally& t : account.totals) {
    line({"total", std::string(name_of(t.harm)), number(t.low), number(t.high), days(t.date), t.voice, base::join(t.claims, " "),
          base::join(t.events, " ")});
  }
  for (const ControlRow& r : account.control) {
    line({"control", r.place.name, day_of(r.from), day_of(r.to), std::string(name_of(r.status)), r.fighting ? "fighting" : "",
          r.holder ? r.holder->name : "?", r.besieger ? r.besieger->name : "?", base::join(r.claims, " ")});
    for (const ControlVoice& v : r.voices) line({"  voice", v.name, std::string(name_of(v.state)), v.holder, v.part, moment(v.said)});
  }
  for (const VoiceRow& v : account.voices) {
    line({"voice", v.name, v.ref, std::to_string(v.reports), std::to_string(v.claims), std::to_string(v.events), std::to_string(v.disputed),
          base::join(v.outlets, " ")});
  }
  for (const SyndicationGroup& g : account.syndication) {
    line({"copies", g.id, g.agency});
    for (const SyndicatedCopy& c : g.copies) line({"  copy", c.report, c.outlet, moment(c.published), std::to_string(c.share)});
  }
  for (const std::string& n : account.notes) line({"note", n});
  return out;
}

}  // namespace herald::testing
