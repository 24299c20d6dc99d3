#include "ledger/rows.h"

#include <nlohmann/json.hpp>

namespace herald::ledger {
namespace {

using nlohmann::json;

json of_span(const Span& s) {
  return json::array({s.begin, s.end});
}
json of_span(const std::optional<Span>& s) {
  return s ? of_span(*s) : json(nullptr);
}

json of_spans(const std::vector<Span>& spans) {
  json out = json::array();
  for (const Span& s : spans) out.push_back(of_span(s));
  return out;
}

json of_party(const Party& p) {
  return {{"text", p.text}, {"name", p.name}, {"ref", p.ref}, {"span", of_span(p.span)}};
}

Span to_span(const json& j) {
  return {j.at(0).get<uint32_t>(), j.at(1).get<uint32_t>()};
}
std::optional<Span> to_span_or_none(const json& j) {
  return j.is_null() ? std::nullopt : std::optional<Span>(to_span(j));
}

std::vector<Span> to_spans(const json& j) {
  std::vector<Span> out;
  for (const json& s : j) out.push_back(to_span(s));
  return out;
}

Party to_party(const json& j) {
  return {j.at("text").get<std::string>(), j.at("name").get<std::string>(), j.at("ref").get<std::string>(), to_span_or_none(j.at("span"))};
}

std::optional<Party> party_in(const json& j, const char* key) {
  return j.contains(key) ? std::optional<Party>(to_party(j.at(key))) : std::nullopt;
}

void put_party(json& j, const char* key, const std::optional<Party>& party) {
  if (party) j[key] = of_party(*party);
}

std::string detail_of(const Claim& c) {
  json j = {{"also", of_spans(c.also)}, {"sentence", c.sentence}, {"trigger", of_span(c.trigger)}, {"evidence", of_spans(c.evidence)}};
  j["source"] = json::array();
  for (const Voice& v : c.source) j["source"].push_back({{"name", v.name}, {"ref", v.ref}, {"span", of_span(v.span)}});
  if (c.date) j["date"] = {{"span", of_span(c.date->span)}, {"inherited", c.date->inherited}};
  if (c.place) {
    json others = json::array();
    for (const PlaceAlternative& o : c.place->place.others) {
      others.push_back({{"name", o.name}, {"ref", o.ref}, {"lat", o.at.lat}, {"lon", o.at.lon}, {"odds", o.odds}});
    }
    j["place"] = {{"span", of_span(c.place->span)}, {"others", others}};
  }
  put_party(j, "victims", c.victims);
  put_party(j, "holder", c.holder);
  put_party(j, "from", c.from);
  put_party(j, "by", c.by);
  put_party(j, "target", c.target);
  put_party(j, "weapon", c.weapon);
  j["groups"] = c.groups;
  j["codes"] = {{"acled", c.codes.acled}, {"plover", c.codes.plover}, {"cameo", c.codes.cameo}};
  j["means"] = c.means;
  j["with"] = json::array();
  for (const Party& p : c.with) j["with"].push_back(of_party(p));
  return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

void fill_from_detail(Claim& c, const json& j) {
  c.also = to_spans(j.at("also"));
  c.sentence = j.at("sentence").get<uint32_t>();
  c.trigger = to_span(j.at("trigger"));
  c.evidence = to_spans(j.at("evidence"));
  for (const json& v : j.at("source")) {
    c.source.push_back({v.at("name").get<std::string>(), v.at("ref").get<std::string>(), to_span_or_none(v.at("span"))});
  }
  if (c.date && j.contains("date")) {
    c.date->span = to_span_or_none(j.at("date").at("span"));
    c.date->inherited = j.at("date").at("inherited").get<bool>();
  }
  if (c.place && j.contains("place")) {
    c.place->span = to_span_or_none(j.at("place").at("span"));
    for (const json& o : j.at("place").at("others")) {
      c.place->place.others.push_back({o.at("name").get<std::string>(),
                                       o.at("ref").get<std::string>(),
                                       {o.at("lat").get<double>(), o.at("lon").get<double>()},
                                       o.at("odds").get<double>()});
    }
  }
  c.victims = party_in(j, "victims");
  c.holder = party_in(j, "holder");
  c.from = party_in(j, "from");
  c.by = party_in(j, "by");
  c.target = party_in(j, "target");
  c.weapon = party_in(j, "weapon");
  const json& codes = j.at("codes");
  c.codes = {codes.at("acled").get<std::string>(), codes.at("plover").get<std::string>(), codes.at("cameo").get<std::string>()};
  c.groups = j.at("groups").get<std::vector<std::string>>();
  c.means = j.at("means").get<std::vector<std::string>>();
  for (const json& p : j.at("with")) c.with.push_back(to_party(p));
}

std::string words_of(const Report& report, const Claim& claim) {
  std::string out;
  for (const Span& s : claim.evidence) {
    if (s.end > report.text.size() || s.empty()) continue;
    if (!out.empty()) out += " … ";
    out += s.in(report.text);
  }
  return out;
}

std::string day_or_empty(const std::optional<Day>& day) {
  return day ? to_iso(*day) : std::string();
}
std::string moment_or_empty(const std::optional<Moment>& moment) {
  return moment ? to_iso(*moment) : std::string();
}

template <typename T>
std::optional<int64_t> number_of(const std::optional<T>& value) {
  return value ? std::optional<int64_t>(static_cast<int64_t>(*value)) : std::nullopt;
}

Error broken(const std::string& what) {
  return {"the ledger holds a row it should not: " + what, {}, std::nullopt, std::nullopt, "restore it from a copy"};
}

}  // namespace

void bind_report(Statement& s, int at, const LedgerReport& report) {
  const Report& r = report.report;
  json pieces = json::array();
  for (const SourcePiece& p : r.pieces) pieces.push_back({p.text.begin, p.text.end, p.original, p.original_end});
  const json spans = {{"headline", of_span(r.headline_span)},
                      {"standfirst", of_span(r.standfirst_span)},
                      {"dateline", of_span(r.dateline_span)},
                      {"sentences", of_spans(report.sentences)},
                      {"pieces", pieces}};
  s.bind(at, report.key).bind(at + 1, r.id).bind_or_null(at + 2, r.origin).bind_or_null(at + 3, r.url).bind_or_null(at + 4, r.outlet);
  s.bind(at + 5, json(r.agencies).dump()).bind_or_null(at + 6, r.headline).bind_or_null(at + 7, r.dateline);
  s.bind_or_null(at + 8, moment_or_empty(r.published)).bind_or_null(at + 9, moment_or_empty(r.updated)).bind_or_null(at + 10, r.language);
  s.bind(at + 11, r.text).bind(at + 12, spans.dump()).bind(at + 13, json(r.warnings).dump(-1, ' ', false, json::error_handler_t::replace));
  s.bind_or_null(at + 14, r.bytes_sha256);
}

Result<LedgerReport> read_report(const Statement& s, int at) {
  LedgerReport out;
  Report& r = out.report;
  out.key = s.text(at);
  r.id = s.text(at + 1);
  r.origin = s.text(at + 2);
  r.url = s.text(at + 3);
  r.outlet = s.text(at + 4);
  r.headline = s.text(at + 6);
  r.dateline = s.text(at + 7);
  r.published = parse_moment(s.text(at + 8));
  r.updated = parse_moment(s.text(at + 9));
  r.language = s.text(at + 10);
  r.text = s.text(at + 11);
  r.bytes_sha256 = s.text(at + 14);
  try {
    r.agencies = json::parse(s.text(at + 5)).get<std::vector<std::string>>();
    r.warnings = json::parse(s.text(at + 13)).get<std::vector<std::string>>();
    const json spans = json::parse(s.text(at + 12));
    r.headline_span = to_span_or_none(spans.at("headline"));
    r.standfirst_span = to_span_or_none(spans.at("standfirst"));
    r.dateline_span = to_span_or_none(spans.at("dateline"));
    out.sentences = to_spans(spans.at("sentences"));
    for (const json& p : spans.at("pieces")) {
      r.pieces.push_back({{p.at(0).get<uint32_t>(), p.at(1).get<uint32_t>()}, p.at(2).get<uint64_t>(), p.at(3).get<uint64_t>()});
    }
  } catch (const json::exception& e) {
    return broken("report " + r.id + ": " + e.what());
  }
  return out;
}

void bind_claim(Statement& s, int at, const Report& report, size_t position, const Claim& c) {
  const Place* place = c.place ? &c.place->place : nullptr;
  s.bind_point(at, place ? place->at : std::nullopt);
  s.bind(at + 1, static_cast<int64_t>(position)).bind(at + 2, report.id + "#" + c.id).bind(at + 3, c.id).bind_or_null(at + 4, c.incident);
  s.bind(at + 5, static_cast<int64_t>(c.type)).bind(at + 6, static_cast<int64_t>(c.kind)).bind(at + 7, static_cast<int64_t>(c.modality));
  s.bind(at + 8, number_of(c.harm)).bind(at + 9, number_of(c.state)).bind(at + 10, c.figure.low).bind(at + 11, c.figure.high);
  s.bind(at + 12, static_cast<int64_t>(c.figure.approx))
      .bind(at + 13, static_cast<int64_t>(c.figure.vague))
      .bind_or_null(at + 14, c.figure.unit);
  s.bind(at + 15, static_cast<int64_t>(c.cumulative)).bind(at + 16, static_cast<int64_t>(c.party));
  s.bind_or_null(at + 17, c.date ? day_or_empty(c.date->period.start) : "")
      .bind_or_null(at + 18, c.date ? day_or_empty(c.date->period.end) : "");
  s.bind(at + 19, c.date ? std::optional<int64_t>(static_cast<int64_t>(c.date->precision)) : std::nullopt);
  if (place) {
    s.bind(at + 20, place->name)
        .bind_or_null(at + 21, place->ref)
        .bind_or_null(at + 22, place->country)
        .bind_or_null(at + 23, place->admin1);
    s.bind(at + 24, place->radius_km).bind(at + 25, static_cast<int64_t>(place->type)).bind(at + 26, static_cast<int64_t>(place->use));
    s.bind(at + 27, static_cast<int64_t>(place->method));
  } else {
    for (int i = 20; i <= 27; ++i) s.bind_null(at + i);
  }
  s.bind_or_null(at + 28, c.part)
      .bind_or_null(at + 29, c.within)
      .bind_or_null(at + 30, c.rank)
      .bind(at + 31, c.confidence)
      .bind_or_null(at + 32, c.rule);
  s.bind(at + 33, words_of(report, c)).bind(at + 34, detail_of(c));
}

Result<Claim> read_claim(const Statement& s, int at) {
  Claim c;
  c.id = s.text(at + 3);
  c.incident = s.text(at + 4);
  c.type = static_cast<ClaimType>(s.integer(at + 5));
  c.kind = static_cast<Kind>(s.integer(at + 6));
  c.modality = static_cast<Modality>(s.integer(at + 7));
  if (!s.is_null(at + 8)) c.harm = static_cast<Harm>(s.integer(at + 8));
  if (!s.is_null(at + 9)) c.state = static_cast<ControlState>(s.integer(at + 9));
  c.figure = {s.integer_or_null(at + 10), s.integer_or_null(at + 11), s.integer(at + 12) != 0, s.integer(at + 13) != 0, s.text(at + 14)};
  c.cumulative = s.integer(at + 15) != 0;
  c.party = static_cast<PartyKind>(s.integer(at + 16));
  if (!s.is_null(at + 19)) {
    c.date = ClaimDate{
        {parse_day(s.text(at + 17)), parse_day(s.text(at + 18))}, static_cast<DatePrecision>(s.integer(at + 19)), std::nullopt, false};
  }
  if (!s.is_null(at + 20)) {
    Place p;
    p.name = s.text(at + 20);
    p.ref = s.text(at + 21);
    p.country = s.text(at + 22);
    p.admin1 = s.text(at + 23);
    p.radius_km = s.real(at + 24);
    p.type = static_cast<PlaceType>(s.integer(at + 25));
    p.use = static_cast<PlaceUse>(s.integer(at + 26));
    p.method = static_cast<PlaceMethod>(s.integer(at + 27));
    if (!s.is_null(at)) p.at = s.point(at);
    c.place = ClaimPlace{std::move(p), std::nullopt};
  }
  c.part = s.text(at + 28);
  c.within = s.text(at + 29);
  c.rank = s.text(at + 30);
  c.confidence = s.real(at + 31);
  c.rule = s.text(at + 32);
  try {
    fill_from_detail(c, json::parse(s.text(at + 34)));
  } catch (const json::exception& e) {
    return broken("claim " + s.text(at + 2) + ": " + e.what());
  }
  return c;
}

}  // namespace herald::ledger
