#include "brief/tables.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "brief/phrase.h"
#include "herald/names.h"

namespace herald::brief {
namespace {

std::string number(const std::optional<int64_t>& n) {
  return n ? std::to_string(*n) : std::string();
}
std::string iso(const std::optional<Day>& day) {
  return day ? to_iso(*day) : std::string();
}
std::string iso(const std::optional<Moment>& when) {
  return when ? to_iso(*when) : std::string();
}

Period period_of(const std::optional<ClaimDate>& date) {
  return date ? date->period : Period{};
}

std::string place_name(const std::optional<Place>& place) {
  return place ? place->name : std::string();
}

std::string parties(const Event& event) {
  std::vector<std::string> out;
  for (const EventParty& p : event.parties) out.push_back(p.name + " (" + std::string(name_of(p.role)) + ")");
  return base::join(out, "; ");
}

Bounds bounds_of(const Event& event, Harm harm) {
  for (const HarmTally& t : event.tally) {
    if (t.harm == harm) return t.whole;
  }
  return {};
}

void tally_row(Grid& grid, const Event& e, Harm harm, std::string_view split, const std::string& share, const Bounds& b) {
  const Period when = period_of(e.date);
  grid.rows.push_back({e.id, iso(when.start), place_name(e.place), std::string(name_of(harm)), std::string(split), share, number(b.low),
                       number(b.best), number(b.high)});
}

}  // namespace

Grid events_table(const ledger::Account& account, const Filter& filter) {
  Grid out{{"id", "from", "to", "place", "kind", "killed low", "best", "high", "wounded low", "best", "high", "grade", "origins", "outlets",
            "parties"},
           {}};
  for (const Event& e : account.events) {
    if (!matches(filter, e)) continue;
    const Period when = period_of(e.date);
    const Bounds killed = bounds_of(e, Harm::killed);
    const Bounds wounded = bounds_of(e, Harm::wounded);
    out.rows.push_back({e.id, iso(when.start), iso(when.end), place_name(e.place), e.kind, number(killed.low), number(killed.best),
                        number(killed.high), number(wounded.low), number(wounded.best), number(wounded.high), std::string(name_of(e.grade)),
                        std::to_string(e.origins), std::to_string(e.outlets), parties(e)});
  }
  return out;
}

Grid tally_table(const ledger::Account& account, const Filter& filter) {
  Grid out{{"event", "day", "place", "harm", "split", "share", "low", "best", "high"}, {}};
  for (const Event& e : account.events) {
    if (!matches(filter, e)) continue;
    for (const HarmTally& t : e.tally) {
      tally_row(out, e, t.harm, "whole", "", t.whole);
      for (const PartyKind kind : {PartyKind::civilians, PartyKind::combatants, PartyKind::unknown}) {
        tally_row(out, e, t.harm, "kind", std::string(name_of(kind)), t.by_kind[static_cast<size_t>(kind)]);
      }
      for (const SideBounds& side : t.by_side) tally_row(out, e, t.harm, "side", side.ref.empty() ? "unknown" : side.name, side.bounds);
    }
  }
  for (const PeriodTally& t : account.totals) {
    if (!matches(filter, t)) continue;
    out.rows.push_back({"", iso(period_of(t.date).start), place_name(t.place), std::string(name_of(t.harm)),
                        "period to " + iso(period_of(t.date).end), t.voice, number(t.low), "", number(t.high)});
  }
  return out;
}

Grid control_table(const ledger::Account& account, const Filter& filter) {
  Grid out{{"place", "from", "to", "status", "fighting", "holder", "besieger", "voices"}, {}};
  for (const ControlRow& row : account.control) {
    if (!matches(filter, row)) continue;
    std::vector<std::string> holders;
    if (row.holder) holders.push_back(row.holder->text);
    for (const Party& p : row.holders) holders.push_back(p.text);
    std::vector<std::string> voices;
    for (const ControlVoice& v : row.voices)
      voices.push_back(v.name + ": " + (v.part.empty() ? "" : v.part + " ") + std::string(name_of(v.state)));
    out.rows.push_back({row.place.name, iso(row.from), iso(row.to), std::string(name_of(row.status)), row.fighting ? "yes" : "no",
                        base::join(holders, "; "), row.besieger ? row.besieger->text : "", base::join(voices, "; ")});
  }
  return out;
}

Grid claims_table(const ledger::Account& account, const Filter& filter) {
  Grid out{{"id", "day", "place", "claim", "voice", "outlet", "published", "event"}, {}};
  for (const ledger::ClaimRow& row : account.claims) {
    const Claim& claim = account.claim(row);
    if (!matches(filter, claim)) continue;
    const ledger::LedgerReport& from = account.reports[row.report];
    const Report& report = from.report;
    const Period when = period_of(claim.date);
    out.rows.push_back({row.id, iso(when.end ? when.end : when.start), claim.place ? claim.place->place.name : "",
                        (from.retracted ? "retracted: "
                         : row.rejected ? "rejected: "
                                        : "") +
                            claim_words(claim),
                        row.voice, report.outlet, iso(report.published), row.event});
  }
  return out;
}

Grid voices_table(const ledger::Account& account) {
  Grid out{{"voice", "kind", "claims", "reports", "events", "disputed", "first", "last", "outlets"}, {}};
  for (const VoiceRow& v : account.voices) {
    out.rows.push_back({v.name, v.reporter ? "reporter" : "quoted", std::to_string(v.claims), std::to_string(v.reports),
                        std::to_string(v.events), std::to_string(v.disputed), iso(v.first), iso(v.last), base::join(v.outlets, "; ")});
  }
  return out;
}

Grid syndication_table(const ledger::Account& account) {
  Grid out{{"group", "agency", "report", "outlet", "published", "copied %"}, {}};
  for (const SyndicationGroup& g : account.syndication) {
    for (const SyndicatedCopy& c : g.copies) {
      out.rows.push_back({g.id, g.agency, c.report, c.outlet, iso(c.published), std::to_string(std::lround(c.share * 100))});
    }
  }
  return out;
}

bool matches(const Filter& filter, const Claim& claim) {
  Event one;
  one.date = claim.date;
  if (claim.place) one.place = claim.place->place;
  for (const std::optional<Party>* party : {&claim.by, &claim.target, &claim.holder, &claim.from, &claim.victims}) {
    if (*party) {
      one.parties.push_back({(*party)->text, (*party)->ref, Role::target});
      one.parties.push_back({(*party)->name, (*party)->ref, Role::target});
    }
  }
  return matches(filter, one);
}

}  // namespace herald::brief
