#include "base/utf8.h"
#include "export/contract_json.h"
#include "herald/names.h"

namespace herald::exports {
namespace {

using nlohmann::json;

// A value of the line with its path ("claims[3].date"), for messages. Null stands for a missing field too.
struct Node {
  const json* value;
  std::string path;

  [[nodiscard]] bool null() const { return value->is_null(); }
};

const json& null_json() {
  static const json value;
  return value;
}

// Reads fields and keeps the first that is wrong; after that, values are of no use.
class Reader {
 public:
  [[nodiscard]] bool ok() const { return problem_.empty(); }
  [[nodiscard]] const std::string& problem() const { return problem_; }

  void wrong(const Node& at, const std::string& what) {
    if (ok()) problem_ = at.path + ": " + what;
  }

  Node field(const Node& object, const char* key) {
    Node none{&null_json(), object.path.empty() ? key : object.path + "." + key};
    if (object.null()) return none;
    if (!object.value->is_object()) {
      wrong(object, "not an object");
      return none;
    }
    const auto it = object.value->find(key);
    return it == object.value->end() ? none : Node{&*it, none.path};
  }
  std::vector<Node> items(const Node& list) {
    std::vector<Node> out;
    if (list.null()) return out;
    if (!list.value->is_array()) {
      wrong(list, "not a list");
      return out;
    }
    for (size_t i = 0; i < list.value->size(); ++i) out.push_back({&(*list.value)[i], list.path + "[" + std::to_string(i) + "]"});
    return out;
  }

  std::string text(const Node& n) {
    if (n.null()) return {};
    if (n.value->is_string()) return n.value->get<std::string>();
    wrong(n, "not a string");
    return {};
  }
  std::vector<std::string> texts(const Node& n) {
    std::vector<std::string> out;
    for (const Node& item : items(n)) out.push_back(text(item));
    return out;
  }
  bool flag(const Node& n) {
    if (n.null()) return false;
    if (!n.value->is_boolean()) wrong(n, "not true or false");
    return ok() && n.value->get<bool>();
  }
  std::optional<double> number(const Node& n) {
    if (n.null()) return std::nullopt;
    if (n.value->is_number()) return n.value->get<double>();
    wrong(n, "not a number");
    return std::nullopt;
  }
  // A whole number, at least 0.
  std::optional<int64_t> count(const Node& n) {
    if (n.null()) return std::nullopt;
    if (n.value->is_number_integer() && (n.value->is_number_unsigned() || n.value->get<int64_t>() >= 0) &&
        n.value->get<uint64_t>() <= INT64_MAX)
      return n.value->get<int64_t>();
    wrong(n, "not a count");
    return std::nullopt;
  }
  std::optional<Day> day(const Node& n) {
    if (n.null()) return std::nullopt;
    const auto out = parse_day(text(n));
    if (!out) wrong(n, "not a day (YYYY-MM-DD)");
    return out;
  }
  std::optional<Moment> moment(const Node& n) {
    if (n.null()) return std::nullopt;
    const auto out = parse_moment(text(n));
    if (!out) wrong(n, "not a time (ISO 8601)");
    return out;
  }
  template <typename E>
  std::optional<E> word(const Node& n) {
    if (n.null()) return std::nullopt;
    const auto out = from_name<E>(text(n));
    if (!out) wrong(n, "not a word of the contract");
    return out;
  }
  Period period(const Node& n) {
    Period out{day(field(n, "start")), day(field(n, "end"))};
    if (out.start && out.end && *out.end < *out.start) wrong(n, "ends before it starts");
    return out;
  }

 private:
  std::string problem_;
};

class Loader : Reader {
 public:
  Result<CodedReport> load(const json& line) {
    const Node top{&line, ""};
    if (!line.is_object()) return fail("not a JSON object");
    if (const Node error = field(top, "error"); !error.null()) return fail("was not read: " + text(error));
    if (const auto schema = count(field(top, "schema")); schema && *schema != kSchema)
      return fail("schema: not one that this version reads");
    CodedReport out;
    report(top, out.report);
    if (ok() && out.report.id.empty()) wrong(field(top, "id"), "missing");
    if (ok() && field(top, "text").null()) wrong(field(top, "text"), "missing");
    if (!ok()) return fail(problem());
    const base::CodePointIndex index(out.report.text);
    index_ = &index;
    points_ = index.to_code_points(static_cast<uint32_t>(out.report.text.size()));
    out.sentences = spans(field(top, "sentences"));
    for (const Node& n : items(field(top, "mentions"))) out.mentions.push_back(mention(n, out));
    for (const Node& n : items(field(top, "attributions"))) out.attributions.push_back(attribution(n));
    for (const Node& n : items(field(top, "claims"))) out.claims.push_back(claim(n));
    if (!ok()) return fail(problem());
    return out;
  }

 private:
  static Error fail(const std::string& what) { return Error{.what = what, .origin = {}, .offset = {}, .line = {}, .hint = {}}; }

  void report(const Node& top, Report& r) {
    r.id = text(field(top, "id"));
    r.origin = text(field(top, "origin"));
    r.url = text(field(top, "url"));
    r.outlet = text(field(top, "outlet"));
    r.agencies = texts(field(top, "agencies"));
    r.headline = text(field(top, "headline"));
    r.dateline = text(field(top, "dateline"));
    r.published = moment(field(top, "published"));
    r.updated = moment(field(top, "updated"));
    r.language = text(field(top, "language"));
    r.text = text(field(top, "text"));
    r.warnings = texts(field(top, "warnings"));
    if (!r.headline.empty() && r.text.compare(0, r.headline.size(), r.headline) == 0)
      r.headline_span = Span{0, static_cast<uint32_t>(r.headline.size())};
  }

  Span span(const Node& n) {
    const auto ends = items(n);
    if (ends.size() == 2) {
      const auto begin = count(ends[0]);
      const auto end = count(ends[1]);
      if (begin && end && *begin <= *end && *end <= points_)
        return index_->to_bytes(Span{static_cast<uint32_t>(*begin), static_cast<uint32_t>(*end)});
    }
    wrong(n, "not a span of the text");
    return {};
  }
  std::optional<Span> maybe_span(const Node& n) { return n.null() ? std::nullopt : std::optional(span(n)); }
  std::vector<Span> spans(const Node& n) {
    std::vector<Span> out;
    for (const Node& item : items(n)) out.push_back(span(item));
    return out;
  }
  // One span, or a list of them.
  std::vector<Span> pieces(const Node& n) {
    if (n.null()) return {};
    return n.value->is_array() && !n.value->empty() && n.value->front().is_number() ? std::vector<Span>{span(n)} : spans(n);
  }

  Mention mention(const Node& n, const CodedReport& coded) {
    Mention m;
    m.span = span(field(n, "span"));
    for (uint32_t s = 0; s < coded.sentences.size(); ++s)
      if (coded.sentences[s].contains(m.span)) m.sentence = s;
    m.form = word<MentionForm>(field(n, "form")).value_or(MentionForm::name);
    const Node before = field(n, "antecedent");
    if (!before.null()) m.antecedent = antecedent(before, coded.mentions.size());
    const std::string kind = text(field(n, "kind"));
    if (kind == "actor")
      m.what = actor(n);
    else if (kind == "place")
      m.what = place(n);
    else if (kind == "time")
      m.what =
          Timex{word<TimexType>(field(n, "type")).value_or(TimexType::date), text(field(n, "value")), text(field(n, "mod")), period(n)};
    else if (kind == "quantity")
      m.what = quantity(n);
    else if (kind == "weapon")
      m.what = Weapon{word<WeaponType>(field(n, "type")).value_or(WeaponType::weapon), text(field(n, "name")), text(field(n, "means"))};
    else
      wrong(field(n, "kind"), "not a word of the contract");
    return m;
  }
  // "m3" names the fourth mention of the list, which stands before this one.
  std::optional<uint32_t> antecedent(const Node& n, size_t before) {
    const std::string id = text(n);
    for (uint32_t i = 0; i < before; ++i)
      if (id == "m" + std::to_string(i)) return i;
    wrong(n, "not an earlier mention");
    return std::nullopt;
  }
  Actor actor(const Node& n) {
    return Actor{.type = word<ActorType>(field(n, "type")).value_or(ActorType::group),
                 .ref = text(field(n, "ref")),
                 .name = text(field(n, "name")),
                 .country = text(field(n, "country")),
                 .party = word<PartyKind>(field(n, "party")).value_or(PartyKind::unknown),
                 .speaks = flag(field(n, "speaks"))};
  }
  Place place(const Node& n) {
    Place p;
    p.use = word<PlaceUse>(field(n, "use")).value_or(PlaceUse::literal);
    p.type = word<PlaceType>(field(n, "type")).value_or(PlaceType::settlement);
    p.method = word<PlaceMethod>(field(n, "method")).value_or(PlaceMethod::named);
    p.ref = text(field(n, "ref"));
    p.name = text(field(n, "name"));
    p.country = text(field(n, "country"));
    p.admin1 = text(field(n, "admin1"));
    p.at = point(n);
    p.radius_km = number(field(n, "radius_km")).value_or(0);
    for (const Node& o : items(field(n, "others")))
      p.others.push_back(
          {text(field(o, "name")), text(field(o, "ref")), point(o).value_or(GeoPoint{}), number(field(o, "odds")).value_or(0)});
    return p;
  }
  std::optional<GeoPoint> point(const Node& n) {
    const auto lat = number(field(n, "lat"));
    const auto lon = number(field(n, "lon"));
    if (!lat || !lon) return std::nullopt;
    if (!(*lat >= -90 && *lat <= 90)) wrong(field(n, "lat"), "not degrees of latitude");
    if (!(*lon >= -180 && *lon <= 180)) wrong(field(n, "lon"), "not degrees of longitude");
    return GeoPoint{*lat, *lon};
  }
  Quantity quantity(const Node& n) {
    Quantity q{count(field(n, "low")),  count(field(n, "high")), flag(field(n, "approx")),
               flag(field(n, "vague")), text(field(n, "unit")),  flag(field(n, "increment"))};
    if (q.low && q.high && *q.high < *q.low) wrong(field(n, "high"), "less than low");
    return q;
  }

  Attribution attribution(const Node& n) {
    Attribution a;
    a.source = maybe_span(field(n, "source")).value_or(Span{});
    a.cue = maybe_span(field(n, "cue")).value_or(Span{});
    a.content = pieces(field(n, "content"));
    a.ref = text(field(n, "ref"));
    a.name = text(field(n, "name"));
    a.kind = word<CueKind>(field(n, "kind")).value_or(CueKind::speech);
    a.negated = flag(field(n, "negated"));
    if (const auto outer = count(field(n, "outer"))) a.outer = static_cast<uint32_t>(*outer);
    return a;
  }

  std::optional<Party> party(const Node& n) {
    if (n.null()) return std::nullopt;
    Party p{text(field(n, "text")), text(field(n, "name")), text(field(n, "ref")), maybe_span(field(n, "span"))};
    if (p.text.empty()) p.text = p.name;
    if (p.name.empty()) p.name = p.text;
    return p.text.empty() ? std::nullopt : std::optional(p);
  }

  Claim claim(const Node& n) {
    Claim c;
    c.id = text(field(n, "id"));
    if (c.id.empty()) wrong(field(n, "id"), "missing");
    c.also = spans(field(n, "also"));
    c.incident = text(field(n, "incident"));
    if (const auto type = word<ClaimType>(field(n, "type")))
      c.type = *type;
    else
      wrong(field(n, "type"), "missing");
    c.kind = word<Kind>(field(n, "kind")).value_or(Kind::none);
    const Node codes = field(n, "codes");
    c.codes = {text(field(codes, "acled")), text(field(codes, "plover")), text(field(codes, "cameo"))};
    c.sentence = static_cast<uint32_t>(count(field(n, "sentence")).value_or(0));
    c.trigger = maybe_span(field(n, "trigger")).value_or(Span{});
    c.evidence = pieces(field(n, "evidence"));
    c.modality = word<Modality>(field(n, "modality")).value_or(Modality::actual);
    for (const Node& v : items(field(n, "source")))
      c.source.push_back({text(field(v, "name")), text(field(v, "ref")), maybe_span(field(v, "span"))});
    if (const Node d = field(n, "date"); !d.null())
      c.date = ClaimDate{period(d), word<DatePrecision>(field(d, "precision")).value_or(DatePrecision::day), maybe_span(field(d, "span")),
                         flag(field(d, "inherited"))};
    if (const Node p = field(n, "place"); !p.null()) c.place = ClaimPlace{place(p), maybe_span(field(p, "span"))};
    harm(n, c);
    c.state = word<ControlState>(field(n, "state"));
    c.holder = party(field(n, "holder"));
    c.from = party(field(n, "from"));
    c.part = text(field(n, "part"));
    c.by = party(field(n, "by"));
    c.target = party(field(n, "target"));
    c.weapon = party(field(n, "weapon"));
    c.means = texts(field(n, "means"));
    for (const Node& w : items(field(n, "with")))
      if (auto p = party(w)) c.with.push_back(std::move(*p));
    c.confidence = number(field(n, "confidence")).value_or(0);
    c.rule = text(field(n, "rule"));
    return c;
  }
  void harm(const Node& n, Claim& c) {
    c.harm = word<Harm>(field(n, "harm"));
    c.figure = quantity(n);
    c.cumulative = flag(field(n, "cumulative"));
    const Node victims = field(n, "victims");
    c.victims = party(victims);
    c.party = word<PartyKind>(field(victims, "party")).value_or(PartyKind::unknown);
    c.groups = texts(field(victims, "groups"));
    c.within = text(field(n, "within"));
    c.rank = text(field(n, "rank"));
  }

  const base::CodePointIndex* index_ = nullptr;
  int64_t points_ = 0;  // length of the text
};

}  // namespace

Result<CodedReport> from_json_line(std::string_view line) {
  try {
    return Loader().load(json::parse(line));
  } catch (const json::parse_error& e) {
    return Error{.what = "not valid JSON", .origin = {}, .offset = e.byte, .line = {}, .hint = {}};
  }
}

}  // namespace herald::exports
