#include "export/ledger_json.h"

#include "base/utf8.h"
#include "export/contract_json.h"
#include "herald/names.h"

namespace herald::exports {
namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}
Json or_null(const std::optional<Day>& day) {
  return day ? Json(to_iso(*day)) : Json(nullptr);
}
Json or_null(const std::optional<Moment>& moment) {
  return moment ? Json(to_iso(*moment)) : Json(nullptr);
}
Json or_null(const std::optional<ClaimDate>& date) {
  return date ? date_json(*date) : Json(nullptr);
}
Json or_null(const std::optional<Place>& place) {
  return place ? place_json(*place) : Json(nullptr);
}

Json party_json(const Party& p) {
  return Json{{"text", text_or_null(p.text)}, {"name", text_or_null(p.name)}, {"ref", text_or_null(p.ref)}};
}
Json or_null(const std::optional<Party>& party) {
  return party ? party_json(*party) : Json(nullptr);
}

Json bounds_json(const Bounds& b) {
  return Json{{"low", or_null(b.low)}, {"best", or_null(b.best)}, {"high", or_null(b.high)}};
}

// harm -> bounds with both splits.
Json tally_of(const Event& event) {
  Json out = Json::object();
  for (const HarmTally& t : event.tally) {
    Json one = bounds_json(t.whole);
    for (const PartyKind kind : {PartyKind::civilians, PartyKind::combatants, PartyKind::unknown})
      one["by_kind"][std::string(name_of(kind))] = bounds_json(t.by_kind.at(static_cast<size_t>(kind)));
    one["by_side"] = Json::object();
    for (const SideBounds& side : t.by_side)
      one["by_side"][!side.ref.empty() ? side.ref : side.name.empty() ? "unknown" : side.name] = bounds_json(side.bounds);
    out[std::string(name_of(t.harm))] = std::move(one);
  }
  return out;
}

Json voice_of(const EventVoice& v) {
  Json out{{"name", v.name}, {"ref", text_or_null(v.ref)}, {"reporter", v.reporter}, {"denies", v.denies}};
  for (const VoiceFigure& f : v.figures) out[std::string(name_of(f.harm))] = Json::array({or_null(f.low), or_null(f.high)});
  out["said"] = or_null(v.said);
  out["claims"] = v.claims;
  return out;
}

}  // namespace

Json event_json(const Event& e) {
  Json out;
  out["id"] = e.id;
  out["kind"] = text_or_null(e.kind);
  out["date"] = or_null(e.date);
  out["place"] = or_null(e.place);
  out["parties"] = Json::array();
  for (const EventParty& p : e.parties)
    out["parties"].push_back(Json{{"name", p.name}, {"ref", text_or_null(p.ref)}, {"role", name_of(p.role)}});
  out["children"] = e.children;
  out["part_of"] = text_or_null(e.part_of);
  out["tally"] = tally_of(e);
  out["grade"] = name_of(e.grade);
  out["voices"] = Json::array();
  for (const EventVoice& v : e.voices) out["voices"].push_back(voice_of(v));
  out["origins"] = e.origins;
  out["outlets"] = e.outlets;
  out["claims"] = e.claims;
  out["contradictions"] = e.contradictions;
  out["decisions"] = e.decisions;
  return out;
}

Json control_json(const ControlRow& r) {
  Json out;
  out["place"] = place_json(r.place);
  out["from"] = or_null(r.from);
  out["to"] = or_null(r.to);
  out["status"] = name_of(r.status);
  out["fighting"] = r.fighting;
  out["holder"] = or_null(r.holder);
  out["besieger"] = or_null(r.besieger);
  out["holders"] = Json::array();
  for (const Party& p : r.holders) out["holders"].push_back(party_json(p));
  out["voices"] = Json::array();
  for (const ControlVoice& v : r.voices)
    out["voices"].push_back(Json{{"name", v.name},
                                 {"ref", text_or_null(v.ref)},
                                 {"state", name_of(v.state)},
                                 {"holder", text_or_null(v.holder)},
                                 {"part", text_or_null(v.part)},
                                 {"said", or_null(v.said)}});
  out["claims"] = r.claims;
  return out;
}

Json tally_json(const Event& e) {
  return Json{
      {"event", e.id}, {"kind", text_or_null(e.kind)}, {"date", or_null(e.date)}, {"place", or_null(e.place)}, {"tally", tally_of(e)}};
}

Json total_json(const PeriodTally& t) {
  return Json{{"event", nullptr},
              {"harm", name_of(t.harm)},
              {"low", or_null(t.low)},
              {"high", or_null(t.high)},
              {"date", or_null(t.date)},
              {"place", or_null(t.place)},
              {"victims", text_or_null(t.victims)},
              {"voice", text_or_null(t.voice)},
              {"claims", t.claims},
              {"events", t.events}};
}

Json voice_json(const VoiceRow& v) {
  return Json{{"name", v.name},          {"ref", text_or_null(v.ref)}, {"reporter", v.reporter}, {"reports", v.reports},
              {"claims", v.claims},      {"events", v.events},         {"disputed", v.disputed}, {"first", or_null(v.first)},
              {"last", or_null(v.last)}, {"outlets", v.outlets}};
}

Json syndication_json(const SyndicationGroup& g) {
  Json out{{"id", g.id}, {"agency", text_or_null(g.agency)}, {"copies", Json::array()}};
  for (const SyndicatedCopy& c : g.copies)
    out["copies"].push_back(
        Json{{"report", c.report}, {"outlet", text_or_null(c.outlet)}, {"published", or_null(c.published)}, {"share", c.share}});
  return out;
}

Json ledger_claim_json(const ledger::Account& account, const ledger::ClaimRow& row) {
  const ledger::LedgerReport& from = account.reports[row.report];
  const Claim& claim = account.claim(row);
  Json out = claim_json(claim, base::CodePointIndex(from.report.text));
  out["id"] = row.id;
  out["report"] = from.report.id;
  out["outlet"] = text_or_null(from.report.outlet);
  out["published"] = or_null(from.report.published);
  out["event"] = text_or_null(row.event);
  out["voice"] = text_or_null(row.voice);
  out["copied"] = row.copied;
  out["rejected"] = row.rejected;
  out["retracted"] = from.retracted;
  out["words"] = Json::array();
  for (const Span& s : claim.evidence) out["words"].push_back(s.in(from.report.text));
  return out;
}

}  // namespace herald::exports
