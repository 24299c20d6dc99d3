#include "claim/expectation.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "herald/names.h"

namespace herald::claim {
namespace {

constexpr std::array<std::string_view, 15> kFields = {"by",   "place", "date", "source", "party", "target",   "holder", "from",
                                                      "part", "rank",  "with", "group",  "means", "modality", "flag"};

// Splits at spaces outside double quotes; the quotes go.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> out;
  std::string word;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      if (!word.empty()) out.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

bool is_figure(const std::string& w) {
  return w == "vague" ||
         (!w.empty() && w.find_first_not_of("0123456789+-") == std::string::npos && w.find_first_of("0123456789") != std::string::npos);
}

bool alike(const std::string& want, const std::string& got) {
  const std::string a = " " + base::fold(want) + " ";
  const std::string b = " " + base::fold(got) + " ";
  return a == b || (a.size() > 2 && b.find(a) != std::string::npos) || (b.size() > 2 && a.find(b) != std::string::npos);
}

bool party_alike(const std::string& want, const std::optional<Party>& got) {
  if (want == "none") return !got;
  return got && (alike(want, got->text) || alike(want, got->name) || want == got->ref);
}

std::string figure_of(const Quantity& q) {
  if (q.vague) return "vague";
  const auto s = [](int64_t n) { return std::to_string(n); };
  if (q.low && q.high) return *q.low == *q.high ? s(*q.low) : s(*q.low) + "-" + s(*q.high);
  if (q.low) return s(*q.low) + "+";
  return q.high ? "-" + s(*q.high) : "";
}

std::string date_of(const Claim& c) {
  if (!c.date) return "none";
  const auto side = [](const std::optional<Day>& d) { return d ? to_iso(*d) : std::string("?"); };
  const Period& p = c.date->period;
  return p.start == p.end ? side(p.start) : side(p.start) + "/" + side(p.end);
}

}  // namespace

std::string value_of(const Claim& c) {
  return std::string(c.harm ? name_of(*c.harm) : c.state ? name_of(*c.state) : name_of(c.kind));
}

Result<Expectation> parse_expectation(std::string_view line) {
  Expectation out;
  std::string place;
  for (const std::string& w : words_of(line)) {
    const size_t eq = w.find('=');
    if (out.value.empty()) {
      out.value = w;
    } else if (eq != std::string::npos) {
      const std::string key = w.substr(0, eq);
      if (std::find(kFields.begin(), kFields.end(), key) == kFields.end())
        return Error{.what = "unknown field `" + key + "` in `" + std::string(line) + "`",
                     .origin = {},
                     .offset = {},
                     .line = {},
                     .hint = "see src/claim/expectation.h"};
      out.fields[key] = w.substr(eq + 1);
    } else if (out.figure.empty() && place.empty() && is_figure(w)) {
      out.figure = w;
    } else {
      place += (place.empty() ? "" : " ") + w;
    }
  }
  if (out.value.empty()) return Error{.what = "empty expectation", .origin = {}, .offset = {}, .line = {}, .hint = {}};
  if (!place.empty()) out.fields["place"] = place;
  return out;
}

std::string mismatch(const Expectation& e, const Claim& c) {
  if (value_of(c) != e.value) return "value " + value_of(c);
  if (!e.figure.empty() && figure_of(c.figure) != e.figure) return "figure " + figure_of(c.figure);
  for (const auto& [key, want] : e.fields) {
    bool ok = false;
    if (key == "by") ok = party_alike(want, c.by);
    if (key == "target") ok = party_alike(want, c.target);
    if (key == "holder") ok = party_alike(want, c.holder);
    if (key == "from") ok = party_alike(want, c.from);
    if (key == "with")
      ok = std::any_of(c.with.begin(), c.with.end(), [&, &wanted = want](const Party& p) { return party_alike(wanted, p); });
    if (key == "party") ok = std::string(name_of(c.party)) == want;
    if (key == "modality") ok = std::string(name_of(c.modality)) == want;
    if (key == "date") ok = date_of(c) == want;
    if (key == "part") ok = alike(want, c.part);
    if (key == "rank") ok = c.rank == want;
    if (key == "group") ok = std::find(c.groups.begin(), c.groups.end(), want) != c.groups.end();
    if (key == "means") ok = std::find(c.means.begin(), c.means.end(), want) != c.means.end();
    if (key == "flag")
      ok = (want == "cumulative" && c.cumulative) || (want == "single" && !c.cumulative) || (want == "approx" && c.figure.approx) ||
           (want == "within" && !c.within.empty());
    if (key == "place") ok = want == "none" ? !c.place : c.place && (alike(want, c.place->place.name) || want == c.place->place.ref);
    if (key == "source") ok = want == "none" ? c.source.empty() : !c.source.empty() && alike(want, c.source.back().name);
    if (!ok) return key;
  }
  return {};
}

std::string claim_line(const Claim& c) {
  std::string out = value_of(c);
  if (c.type == ClaimType::casualties) out += " " + figure_of(c.figure);
  const auto field = [&](const char* key, const std::string& value) {
    if (!value.empty()) out += std::string(" ") + key + "=" + (value.find(' ') == std::string::npos ? value : "\"" + value + "\"");
  };
  const auto party = [&](const char* key, const std::optional<Party>& p) {
    if (p) field(key, p->text);
  };
  if (c.type == ClaimType::casualties) field("party", std::string(name_of(c.party)));
  party("holder", c.holder);
  party("from", c.from);
  party("by", c.by);
  party("target", c.target);
  for (const Party& p : c.with) field("with", p.text);
  field("part", c.part);
  field("rank", c.rank);
  for (const auto& g : c.groups) field("group", g);
  if (c.place) field("place", c.place->place.name);
  field("date", date_of(c));
  if (!c.source.empty()) field("source", c.source.back().name);
  if (c.modality != Modality::actual) field("modality", std::string(name_of(c.modality)));
  if (c.cumulative) field("flag", "cumulative");
  if (c.figure.approx) field("flag", "approx");
  if (!c.within.empty()) field("flag", "within");
  return out;
}

}  // namespace herald::claim
