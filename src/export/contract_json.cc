#include "export/contract_json.h"

#include <cmath>
#include <type_traits>

#include "base/utf8.h"
#include "herald/names.h"

namespace herald::exports {
namespace {

using Json = nlohmann::ordered_json;
using base::CodePointIndex;

// Fixed decimals, so that the same value is written alike whatever compiler added it up.
double rounded(double value, double steps) {
  return std::round(value * steps) / steps;
}

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}
Json or_null(const std::optional<Moment>& value) {
  return value ? Json(to_iso(*value)) : Json(nullptr);
}
Json or_null(const std::optional<Day>& value) {
  return value ? Json(to_iso(*value)) : Json(nullptr);
}

template <typename E>
Json name_or_null(E value) {
  return text_or_null(name_of(value));
}

// Writes the parts of a report whose code points `index` counts.
class Writer {
 public:
  explicit Writer(const CodePointIndex& index) : index_(index) {}

  Json report(const CodedReport& coded) const {
    const Report& r = coded.report;
    Json out;
    out["schema"] = kSchema;
    out["id"] = r.id;
    out["origin"] = text_or_null(r.origin);
    out["url"] = text_or_null(r.url);
    out["outlet"] = text_or_null(r.outlet);
    out["agencies"] = r.agencies;
    out["headline"] = text_or_null(r.headline);
    out["dateline"] = text_or_null(r.dateline);
    out["published"] = or_null(r.published);
    out["updated"] = or_null(r.updated);
    out["language"] = text_or_null(r.language);
    out["text"] = r.text;
    out["sentences"] = spans(coded.sentences);
    out["mentions"] = Json::array();
    for (const Mention& m : coded.mentions) out["mentions"].push_back(mention(m, out["mentions"].size()));
    out["attributions"] = Json::array();
    for (const Attribution& a : coded.attributions) out["attributions"].push_back(attribution(a));
    out["claims"] = Json::array();
    for (const Claim& c : coded.claims) out["claims"].push_back(claim(c));
    out["warnings"] = r.warnings;
    return out;
  }

  Json claim(const Claim& c) const {
    Json out;
    out["id"] = c.id;
    out["also"] = spans(c.also);
    out["incident"] = text_or_null(c.incident);
    out["type"] = name_of(c.type);
    out["kind"] = name_or_null(c.kind);
    out["codes"] =
        Json{{"acled", text_or_null(c.codes.acled)}, {"plover", text_or_null(c.codes.plover)}, {"cameo", text_or_null(c.codes.cameo)}};
    out["sentence"] = c.sentence;
    out["trigger"] = span(c.trigger);
    out["evidence"] = spans(c.evidence);
    out["modality"] = name_of(c.modality);
    out["source"] = Json::array();
    for (const Voice& v : c.source)
      out["source"].push_back(Json{{"name", text_or_null(v.name)}, {"ref", text_or_null(v.ref)}, {"span", span(v.span)}});
    out["date"] = nullptr;
    if (c.date) {
      out["date"] = date_json(*c.date);
      out["date"]["span"] = span(c.date->span);
    }
    out["place"] = nullptr;
    if (c.place) {
      out["place"] = place_json(c.place->place);
      out["place"]["span"] = span(c.place->span);
    }
    roles(c, out);
    out["confidence"] = c.confidence > 0 ? Json(rounded(c.confidence, 1e4)) : Json(nullptr);
    out["rule"] = text_or_null(c.rule);
    return out;
  }

 private:
  Json span(const Span& s) const {
    const Span points = index_.to_code_points(s);
    return Json::array({points.begin, points.end});
  }
  Json span(const std::optional<Span>& s) const { return s ? span(*s) : Json(nullptr); }
  Json spans(const std::vector<Span>& list) const {
    Json out = Json::array();
    for (const Span& s : list) out.push_back(span(s));
    return out;
  }

  Json mention(const Mention& m, size_t number) const {
    Json out;
    out["id"] = "m" + std::to_string(number);
    out["span"] = span(m.span);
    std::visit([&](const auto& what) { describe(m, what, out); }, m.what);
    return out;
  }
  static void tie(const Mention& m, Json& out) {
    out["form"] = name_of(m.form);
    out["antecedent"] = m.antecedent ? Json("m" + std::to_string(*m.antecedent)) : Json(nullptr);
  }
  static void describe(const Mention& m, const Actor& a, Json& out) {
    out["kind"] = "actor";
    out["type"] = name_of(a.type);
    tie(m, out);
    out["ref"] = text_or_null(a.ref);
    out["name"] = text_or_null(a.name);
    out["country"] = text_or_null(a.country);
    out["party"] = name_of(a.party);
    out["speaks"] = a.speaks;
  }
  static void describe(const Mention& m, const Place& p, Json& out) {
    out["kind"] = "place";
    out["use"] = name_of(p.use);
    tie(m, out);
    out.update(place_json(p));
  }
  static void describe(const Mention&, const Timex& t, Json& out) {
    out["kind"] = "time";
    out["type"] = name_of(t.type);
    out["value"] = text_or_null(t.value);
    out["mod"] = text_or_null(t.mod);
    out["start"] = or_null(t.period.start);
    out["end"] = or_null(t.period.end);
  }
  static void describe(const Mention&, const Quantity& q, Json& out) {
    out["kind"] = "quantity";
    figure(q, out);
    out["unit"] = text_or_null(q.unit);
  }
  static void describe(const Mention&, const Weapon& w, Json& out) {
    out["kind"] = "weapon";
    out["type"] = name_of(w.type);
    out["name"] = text_or_null(w.name);
    out["means"] = text_or_null(w.means);
  }
  static void figure(const Quantity& q, Json& out) {
    out["low"] = or_null(q.low);
    out["high"] = or_null(q.high);
    out["approx"] = q.approx;
    out["vague"] = q.vague;
    out["increment"] = q.increment;
  }

  Json attribution(const Attribution& a) const {
    Json out;
    out["source"] = a.source.empty() ? Json(nullptr) : span(a.source);
    out["cue"] = a.cue.empty() ? Json(nullptr) : span(a.cue);
    // One piece is a span, several are a list of spans.
    out["content"] = a.content.empty() ? Json(nullptr) : a.content.size() == 1 ? span(a.content.front()) : spans(a.content);
    out["ref"] = text_or_null(a.ref);
    out["name"] = text_or_null(a.name);
    out["kind"] = name_of(a.kind);
    out["negated"] = a.negated;
    out["outer"] = or_null(a.outer);
    return out;
  }

  Json party(const Party& p) const {
    Json out;
    out["text"] = text_or_null(p.text);
    out["name"] = text_or_null(p.name);
    out["ref"] = text_or_null(p.ref);
    out["span"] = span(p.span);
    return out;
  }
  Json party(const std::optional<Party>& p) const { return p ? party(*p) : Json(nullptr); }
  Json victims(const Claim& c) const {
    Json out = c.victims ? party(*c.victims) : Json{{"text", nullptr}, {"name", nullptr}, {"ref", nullptr}, {"span", nullptr}};
    out["party"] = name_of(c.party);
    out["groups"] = c.groups;
    return out;
  }

  // The fields that depend on the type of claim.
  void roles(const Claim& c, Json& out) const {
    const bool harm = c.type == ClaimType::casualties;
    const bool ground = c.type == ClaimType::control;
    const bool violence = c.type == ClaimType::violence;
    if (harm) {
      out["harm"] = c.harm ? Json(name_of(*c.harm)) : Json(nullptr);
      figure(c.figure, out);
      out["cumulative"] = c.cumulative;
      out["victims"] = victims(c);
    }
    if (!ground || c.by) out["by"] = party(c.by);
    if (harm) {
      out["within"] = text_or_null(c.within);
      out["rank"] = text_or_null(c.rank);
    }
    if (ground) out["state"] = c.state ? Json(name_of(*c.state)) : Json(nullptr);
    if (ground || c.holder) out["holder"] = party(c.holder);
    if (ground || c.from) out["from"] = party(c.from);
    if (ground || !c.part.empty()) out["part"] = text_or_null(c.part);
    if ((!harm && !violence && !ground) || !c.with.empty()) {
      out["with"] = Json::array();
      for (const Party& p : c.with) out["with"].push_back(party(p));
    }
    if ((!harm && !ground) || c.target) out["target"] = party(c.target);
    if (harm || violence || c.weapon) out["weapon"] = party(c.weapon);
    if (harm || violence || !c.means.empty()) out["means"] = c.means;
  }

  const CodePointIndex& index_;
};

}  // namespace

Json text_or_null(std::string_view text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json place_json(const Place& p) {
  Json out;
  out["type"] = name_of(p.type);
  out["name"] = text_or_null(p.name);
  out["ref"] = text_or_null(p.ref);
  out["lat"] = p.at ? Json(rounded(p.at->lat, 1e5)) : Json(nullptr);
  out["lon"] = p.at ? Json(rounded(p.at->lon, 1e5)) : Json(nullptr);
  out["radius_km"] = p.at ? Json(rounded(p.radius_km, 1e2)) : Json(nullptr);
  out["country"] = text_or_null(p.country);
  out["admin1"] = text_or_null(p.admin1);
  out["method"] = name_of(p.method);
  out["others"] = Json::array();
  for (const PlaceAlternative& o : p.others)
    out["others"].push_back(Json{{"name", text_or_null(o.name)},
                                 {"ref", text_or_null(o.ref)},
                                 {"lat", rounded(o.at.lat, 1e5)},
                                 {"lon", rounded(o.at.lon, 1e5)},
                                 {"odds", rounded(o.odds, 1e4)}});
  return out;
}

Json date_json(const ClaimDate& d) {
  Json out;
  out["start"] = or_null(d.period.start);
  out["end"] = or_null(d.period.end);
  out["precision"] = name_of(d.precision);
  out["inherited"] = d.inherited;
  return out;
}

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json claim_json(const Claim& claim, const CodePointIndex& index) {
  return Writer(index).claim(claim);
}

std::string to_json_line(const CodedReport& coded) {
  return line_of(Writer(CodePointIndex(coded.report.text)).report(coded));
}

std::string error_line(std::string_view id, std::string_view origin, const Error& error) {
  Json out;
  out["schema"] = kSchema;
  out["id"] = text_or_null(id);
  out["origin"] = text_or_null(origin);
  out["error"] = error.message();
  return line_of(out);
}

}  // namespace herald::exports
