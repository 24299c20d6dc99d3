#include "brief/brief.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "brief/phrase.h"
#include "herald/names.h"
#include "ledger/tally.h"
#include "ledger/wording.h"

namespace herald::brief {
namespace {

using ledger::Account;
using ledger::ClaimRow;

std::string capital(std::string text) {
  if (!text.empty()) text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

std::string plural(size_t n, const std::string& one, const std::string& many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

bool within(const Filter& filter, const std::optional<Day>& first, const std::optional<Day>& last) {
  if (filter.from && last && *last < *filter.from) return false;
  return !(filter.to && first && *first > *filter.to);
}

bool named(const std::string& wanted, std::initializer_list<std::string_view> names) {
  const std::string want = base::fold(wanted);
  return want.empty() || std::any_of(names.begin(), names.end(), [&](std::string_view n) {
           return (" " + base::fold(n) + " ").find(" " + want + " ") != std::string::npos;
         });
}

bool place_named(const Filter& filter, const std::optional<Place>& place) {
  if (filter.place.empty()) return true;
  return place && named(filter.place, {place->name, place->admin1, place->country});
}

std::string grade_words(const Event& event) {
  switch (event.grade) {
    case Grade::corroborated:
      return "corroborated by " + plural(event.origins, "origin", "independent origins");
    case Grade::single:
      return event.origins > 1 ? "one voice on each point" : "one voice";
    case Grade::disputed:
      return "disputed";
    case Grade::denied:
      return "denied";
  }
  return {};
}

std::string kind_words(const Event& event) {
  static const std::map<std::string, std::string> kWords{{"killed", "killing"},
                                                         {"wounded", "injuries"},
                                                         {"captured", "captures or arrests"},
                                                         {"abducted", "abduction"},
                                                         {"missing", "people missing"},
                                                         {"displaced", "displacement"},
                                                         {"taken", "ground taken"},
                                                         {"held", "ground held"},
                                                         {"lost", "ground lost"},
                                                         {"besieged", "siege"},
                                                         {"relieved", "siege relieved"},
                                                         {"contested", "fighting for ground"},
                                                         {"handed-over", "ground handed over"}};
  const auto found = kWords.find(event.kind);
  return found == kWords.end() ? (event.kind.empty() ? "event" : event.kind) : found->second;
}

// A target that is a count of the dead ("62", "three policemen") is told by its own claim beside this one.
std::string words_beside(Claim claim, const std::set<std::string>& victims) {
  if (claim.target) {
    const std::string& target = claim.target->text;
    const bool figure = !target.empty() && target.find_first_not_of("0123456789,") == std::string::npos;
    if (figure || victims.contains(base::fold(target))) claim.target.reset();
  }
  return claim_words(claim);
}

// Claims of one event, those that say the same by one voice on one line.
std::vector<Line> event_lines(const Account& account, const std::map<std::string, const ClaimRow*>& claims, const Event& event) {
  struct Said {
    const ClaimRow* first = nullptr;
    std::set<std::string> reports;
  };
  std::set<std::string> victims;
  for (const std::string& id : event.claims) {
    const Claim& c = account.claim(*claims.at(id));
    if (c.type == ClaimType::casualties && c.victims) victims.insert(base::fold(c.victims->text));
  }
  std::vector<std::pair<std::tuple<std::string, std::string>, Said>> said;
  for (const std::string& id : event.claims) {
    const ClaimRow& row = *claims.at(id);
    const std::tuple key(words_beside(account.claim(row), victims), row.voice_key);
    auto found = std::find_if(said.begin(), said.end(), [&](const auto& s) { return s.first == key; });
    if (found == said.end()) {
      said.push_back({key, {&row, {}}});
      found = std::prev(said.end());
    }
    if (row.report < found->second.first->report) found->second.first = &row;
    found->second.reports.insert(account.reports[row.report].report.id);
  }
  // What happened before whom it harmed, then by publication.
  const auto order = [&](const Said& s) {
    const Claim& c = account.claim(*s.first);
    const int rank = c.type == ClaimType::casualties ? 1 : 0;
    return std::tuple(rank, c.harm.value_or(Harm::killed), s.first->report, s.first->claim);
  };
  std::stable_sort(said.begin(), said.end(), [&](const auto& a, const auto& b) { return order(a.second) < order(b.second); });
  std::vector<Line> out;
  for (const auto& [key, s] : said) {
    const ClaimRow& row = *s.first;
    Line line;
    line.text = capital(std::get<0>(key)) + ", " + ledger::according_to(row.voice, row.reporter) + ".";
    line.source = source_words(account.reports[row.report].report);
    if (s.reports.size() > 1) line.source += ", and " + plural(s.reports.size() - 1, "other report", "other reports");
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<Line> toll_lines(const Event& event) {
  std::vector<Line> out;
  for (const HarmTally& t : event.tally) {
    Line line{std::string(name_of(t.harm)), bounds_words(t.whole), {}};
    std::vector<std::string> shares;
    for (const PartyKind kind : {PartyKind::civilians, PartyKind::combatants}) {
      const Bounds& b = t.by_kind[static_cast<size_t>(kind)];
      if (b.best.value_or(0) > 0) shares.push_back(std::to_string(*b.best) + " " + std::string(name_of(kind)));
    }
    const Bounds& rest = t.by_kind[static_cast<size_t>(PartyKind::unknown)];
    if (!shares.empty() && rest.best.value_or(0) > 0) shares.push_back(std::to_string(*rest.best) + " unknown");
    if (!shares.empty()) line.text += "; of the best figure " + base::join(shares, ", ");
    std::set<std::string> voices;
    for (const EventVoice& v : event.voices) {
      if (std::any_of(v.figures.begin(), v.figures.end(), [&](const VoiceFigure& f) { return f.harm == t.harm; }))
        voices.insert(v.reporter ? v.name : ledger::mid_sentence(v.name));
    }
    line.source = base::join({voices.begin(), voices.end()}, "; ");
    out.push_back(std::move(line));
  }
  return out;
}

Section what_happened(const Account& account, const std::map<std::string, const ClaimRow*>& claims, const Filter& filter) {
  Section out{"What happened", "No happening is reported.", {}};
  for (const Event& e : account.events) {
    if (!matches(filter, e)) continue;
    const std::string day = date_words(e.date);
    if (out.groups.empty() || out.groups.back().title != day) out.groups.push_back({day, {}});
    Entry entry;
    entry.title = place_words(e.place) + ": " + kind_words(e);
    entry.note = grade_words(e);
    entry.lines = event_lines(account, claims, e);
    if (!e.children.empty())
      entry.lines.push_back({"", "A total over " + plural(e.children.size(), "event", "events") + " listed here.", {}});
    for (const std::string& d : e.decisions) entry.lines.push_back({"", "Decided by a person: " + d + ".", {}});
    out.groups.back().entries.push_back(std::move(entry));
  }
  return out;
}

Section tolls(const Account& account, const std::map<std::string, const ClaimRow*>& claims, const Filter& filter) {
  Section out{"Tolls", "No figures are reported.", {}};
  Group events{"By event", {}};
  for (const Event& e : account.events) {
    if (e.tally.empty() || !matches(filter, e)) continue;
    events.entries.push_back({place_words(e.place) + ", " + date_words(e.date) + ": " + kind_words(e), "", toll_lines(e)});
  }
  if (!events.entries.empty()) out.groups.push_back(std::move(events));
  Group totals{"Running totals over a period, not added to the events", {}};
  Entry entry;
  for (const PeriodTally& t : account.totals) {
    if (!matches(filter, t)) continue;
    const ClaimRow& row = *claims.at(t.claims.front());
    Claim claim = account.claim(row);
    claim.cumulative = false;  // the heading says it
    Line line;
    line.text = capital(claim_words(claim)) + ", " + place_words(t.place) + ", " + date_words(t.date) + ", " +
                ledger::according_to(row.voice, row.reporter) + ".";
    line.source = source_words(account.reports[row.report].report);
    if (!t.events.empty()) line.text += " The period and place contain " + plural(t.events.size(), "event", "events") + " listed here.";
    entry.lines.push_back(std::move(line));
    for (size_t i = 1; i < t.claims.size(); ++i) {
      const ClaimRow& part = *claims.at(t.claims[i]);
      entry.lines.push_back({"",
                             "Of these: " + claim_words(account.claim(part)) + ", " + ledger::according_to(part.voice, part.reporter) + ".",
                             source_words(account.reports[part.report].report)});
    }
  }
  if (!entry.lines.empty()) {
    totals.entries.push_back(std::move(entry));
    out.groups.push_back(std::move(totals));
  }
  return out;
}

std::string status_words(const ControlRow& row) {
  std::vector<std::string> holders;
  for (const Party& p : row.holders) holders.push_back(party_words(p));
  std::string out;
  switch (row.status) {
    case ControlStatus::held:
      out = row.holder ? "held by " + party_words(*row.holder) : "held, by whom is unknown";
      break;
    case ControlStatus::besieged:
      out = "besieged" + (row.besieger ? " by " + party_words(*row.besieger) : std::string()) +
            (row.holder ? ", held by " + party_words(*row.holder) : std::string());
      break;
    case ControlStatus::divided:
      out = "divided between " + base::join(holders, " and ");
      break;
    case ControlStatus::disputed:
      out = "disputed" + (holders.empty() ? std::string() : ": " + base::join(holders, " or "));
      break;
    case ControlStatus::unknown:
      out = "holder unknown";
      break;
  }
  return row.fighting ? out + "; fighting for it is reported" : out;
}

// Voices of a control row with the reports they stand in.
std::vector<Line> control_lines(const Account& account, const std::map<std::string, const ClaimRow*>& claims, const ControlRow& row) {
  std::vector<Line> out;
  std::set<std::string> seen;
  for (const std::string& id : row.claims) {
    const ClaimRow& claim = *claims.at(id);
    Line line{"", capital(claim_words(account.claim(claim))) + ", " + ledger::according_to(claim.voice, claim.reporter) + ".",
              source_words(account.reports[claim.report].report)};
    if (seen.insert(line.text).second) out.push_back(std::move(line));
  }
  return out;
}

Section who_holds_what(const Account& account, const std::map<std::string, const ClaimRow*>& claims, const Filter& filter) {
  Section out{"Who holds what", "No word on who holds any ground.", {}};
  for (const ControlRow& row : account.control) {
    if (!matches(filter, row)) continue;
    const std::string place = place_words(row.place);
    if (out.groups.empty() || out.groups.back().title != place) out.groups.push_back({place, {}});
    Entry entry;
    entry.title = capital(in_words(Period{row.from, row.to}));
    if (!row.from && !row.to) entry.title = "As far as is known";
    entry.note = status_words(row);
    entry.lines = control_lines(account, claims, row);
    out.groups.back().entries.push_back(std::move(entry));
  }
  return out;
}

// What each voice of a control row holds to be so.
std::vector<std::string> positions(const ControlRow& row) {
  std::vector<std::string> out;
  for (const ControlVoice& v : row.voices) {
    std::string text = ledger::mid_sentence(v.name) + ": " + (v.part.empty() ? "" : v.part + " ") + std::string(name_of(v.state));
    if (!v.holder.empty()) text += " by " + ledger::mid_sentence(v.holder);
    out.push_back(std::move(text));
  }
  return out;
}

Section disputes(const Account& account, const Filter& filter) {
  Section out{"What is disputed", "Nothing: no two voices contradict each other.", {}};
  Group group;
  for (const Event& e : account.events) {
    if (e.grade != Grade::disputed || !matches(filter, e)) continue;
    Entry entry{place_words(e.place) + ", " + date_words(e.date) + ": " + kind_words(e), "", {}};
    for (const std::string& c : e.contradictions) entry.lines.push_back({"", capital(c) + ".", {}});
    for (const EventVoice& v : e.voices) {
      if (v.denies) entry.lines.push_back({"", "Denied, " + ledger::according_to(v.name, v.reporter) + ".", {}});
    }
    group.entries.push_back(std::move(entry));
  }
  for (auto row = account.control.begin(); row != account.control.end(); ++row) {
    if (row->status != ControlStatus::disputed || !matches(filter, *row)) continue;
    // A report that says the same again parts the days, not the dispute.
    Period days{row->from, row->to};
    const std::vector<std::string> said = positions(*row);
    while (std::next(row) != account.control.end() && positions(*std::next(row)) == said &&
           place_words(std::next(row)->place) == place_words(row->place)) {
      ++row;
      days.end = row->to;
    }
    Entry entry{place_words(row->place) + ", " + in_words(days) + ": who holds it", "", {}};
    for (const std::string& position : said) entry.lines.push_back({"", capital(position) + ".", {}});
    group.entries.push_back(std::move(entry));
  }
  if (!group.entries.empty()) out.groups.push_back(std::move(group));
  return out;
}

Section sources(const Account& account, const std::set<uint32_t>& used) {
  Section out{"Sources", "None.", {}};
  Group reports{"Reports", {}};
  Entry list;
  for (const uint32_t r : used) {
    const Report& report = account.reports[r].report;
    std::string text = source_words(report);
    if (!report.headline.empty()) text += ": " + report.headline;
    list.lines.push_back({"", text, report.id});
  }
  if (!list.lines.empty()) {
    reports.entries.push_back(std::move(list));
    out.groups.push_back(std::move(reports));
  }
  Group copies{"Copies of one story, counted once", {}};
  for (const SyndicationGroup& g : account.syndication) {
    Entry entry{g.agency.empty() ? "Agency unknown" : g.agency, "", {}};
    for (const SyndicatedCopy& c : g.copies) {
      entry.lines.push_back({"", (c.outlet.empty() ? c.report : c.outlet) + (c.published ? ", " + in_words(*c.published) : ""), c.report});
    }
    copies.entries.push_back(std::move(entry));
  }
  if (!copies.entries.empty()) out.groups.push_back(std::move(copies));
  return out;
}

}  // namespace

bool matches(const Filter& filter, const Event& event) {
  const Period when = event.date ? event.date->period : Period{};
  if (!within(filter, when.start, when.end) || !place_named(filter, event.place)) return false;
  return filter.party.empty() || std::any_of(event.parties.begin(), event.parties.end(), [&](const EventParty& p) {
           return named(filter.party, {p.name, p.ref});
         });
}

bool matches(const Filter& filter, const ControlRow& row) {
  if (!within(filter, row.from, row.to) || !place_named(filter, row.place)) return false;
  if (filter.party.empty()) return true;
  const auto is = [&](const Party& p) { return named(filter.party, {p.name, p.text, p.ref}); };
  return (row.holder && is(*row.holder)) || (row.besieger && is(*row.besieger)) || std::any_of(row.holders.begin(), row.holders.end(), is);
}

bool matches(const Filter& filter, const PeriodTally& total) {
  const Period when = total.date ? total.date->period : Period{};
  return within(filter, when.start, when.end) && place_named(filter, total.place) && named(filter.party, {total.victims});
}

Document situation_report(const Account& account, const Filter& filter, const std::optional<Moment>& as_of) {
  std::map<std::string, const ClaimRow*> claims;
  std::set<uint32_t> used;
  std::set<std::string> outlets;
  size_t count = 0;
  for (const ClaimRow& row : account.claims) claims[row.id] = &row;
  const auto use = [&](const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      const uint32_t r = claims.at(id)->report;
      used.insert(r);
      if (!account.reports[r].report.outlet.empty()) outlets.insert(account.reports[r].report.outlet);
    }
  };
  for (const Event& e : account.events) {
    if (matches(filter, e)) use(e.claims), ++count;
  }
  for (const ControlRow& row : account.control) {
    if (matches(filter, row)) use(row.claims);
  }
  for (const PeriodTally& t : account.totals) {
    if (matches(filter, t)) use(t.claims);
  }
  Document out;
  out.title = "Situation report";
  if (filter.from || filter.to) out.title += ", " + in_words(Period{filter.from, filter.to});
  if (!filter.place.empty()) out.title += ", " + filter.place;
  if (!filter.party.empty()) out.title += ", " + filter.party;
  std::string summary = plural(count, "event", "events") + " told by " + plural(used.size(), "report", "reports");
  if (!outlets.empty()) summary += " of " + plural(outlets.size(), "outlet", "outlets");
  summary += "; " + std::to_string(account.reports.size()) + " read.";
  if (as_of) summary += " As it stood on " + in_words(*as_of) + ".";
  out.summary.push_back(summary);
  for (const std::string& s : account.superseded) out.summary.push_back(s + ".");
  for (const std::string& n : account.notes) out.summary.push_back("Note: " + n + ".");
  out.sections = {what_happened(account, claims, filter), tolls(account, claims, filter), who_holds_what(account, claims, filter),
                  disputes(account, filter), sources(account, used)};
  return out;
}

}  // namespace herald::brief
