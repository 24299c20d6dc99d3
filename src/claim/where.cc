#include "claim/where.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "base/text.h"
#include "claim/ground_roles.h"
#include "claim/passing.h"
#include "claim/place_candidates.h"
#include "claim/who.h"
#include "mention/places/resolve.h"

namespace herald::claim {
namespace {

int breadth(const Place& p) {
  // "northern Iraq" says little more than "Iraq"; "25 km south of Aleppo" says much.
  if (p.method == PlaceMethod::relative && p.radius_km > 60) return 2;
  switch (p.type) {
    case PlaceType::country:
      return 3;
    case PlaceType::region:
      return 2;
    case PlaceType::feature:
    case PlaceType::road:
      return 1;
    default:
      return 0;
  }
}

double distance_km(const GeoPoint& a, const GeoPoint& b) {
  constexpr double kRad = 3.14159265358979323846 / 180.0;
  const double x = std::sin((b.lat - a.lat) * kRad / 2);
  const double y = std::sin((b.lon - a.lon) * kRad / 2);
  const double h = x * x + std::cos(a.lat * kRad) * std::cos(b.lat * kRad) * y * y;
  return 12742.0 * std::asin(std::sqrt(std::min(1.0, h)));
}

// "Sungai Padi district" in "Narathiwat province".
bool is_part_of(const Place& a, const Place& b) {
  return a.type == PlaceType::region && b.type == PlaceType::region && a.at && b.at && 2 * a.radius_km < b.radius_km &&
         distance_km(*a.at, *b.at) <= b.radius_km;
}

}  // namespace

bool narrower(const Place& a, const Place& b) {
  return breadth(a) < breadth(b) || is_part_of(a, b);
}

bool compatible(const Place& a, const Place& b) {
  if (!a.ref.empty() && a.ref == b.ref) return true;
  const std::string x = base::fold(a.name);
  const std::string y = base::fold(b.name);
  if (x == y) return true;
  if (!x.empty() && !y.empty() &&
      ((" " + x + " ").find(" " + y + " ") != std::string::npos || (" " + y + " ").find(" " + x + " ") != std::string::npos))
    return true;
  // A country or a region holds what lies in it.
  if (a.type == PlaceType::country || b.type == PlaceType::country) return a.country.empty() || b.country.empty() || a.country == b.country;
  if (!a.admin1.empty() && base::fold(a.admin1) == base::fold(b.name)) return true;
  if (!b.admin1.empty() && base::fold(b.admin1) == base::fold(a.name)) return true;
  if (a.at && b.at) return distance_km(*a.at, *b.at) <= std::max({15.0, a.radius_km, b.radius_km});
  return false;
}

// "X, where …": the noun that a relative clause of place around the trigger hangs on.
std::optional<TokenId> place_of_relative(const Reading& r, TokenId trigger) {
  const TokenId clause = r.clause_of(trigger);
  if (!r.is(clause, {"acl:relcl"}) || r.token(clause).head < 0) return std::nullopt;
  for (const TokenId c : r.children(clause))
    if (r.lower(c) == "where") return static_cast<TokenId>(r.token(clause).head);
  return std::nullopt;
}

// "Thirteen were killed there": the town or site named last in the two sentences before.
std::optional<ClaimPlace> place_of_there(const Reading& r, TokenId trigger) {
  const auto children = r.children(trigger);
  if (std::none_of(children.begin(), children.end(), [&](TokenId c) { return r.lower(c) == "there" && r.is(c, {"advmod", "obl"}); }))
    return std::nullopt;
  const uint32_t s = r.token(trigger).sentence;
  for (uint32_t back = 1; back <= 2 && back <= s; ++back) {
    const auto& before = r.mentions_in(s - back);
    for (auto i = before.rbegin(); i != before.rend(); ++i) {
      const Mention& m = r.mentions[*i];
      const Place* p = m.as<Place>();
      if (!p || p->use != PlaceUse::literal || !has_capital(r, m) || p->type == PlaceType::country || is_no_place(r, m)) continue;
      ClaimPlace out{*p, m.span};
      out.place.method = PlaceMethod::inherited;
      return out;
    }
  }
  return std::nullopt;
}

std::optional<ClaimPlace> stated_place(const Reading& r, TokenId trigger) {
  const Candidate* best = nullptr;
  double best_cost = 1e9;
  const uint32_t s = r.token(trigger).sentence;
  const auto candidates = candidates_in(r, s, trigger);
  const auto aside = told_in_passing(r, trigger);
  const auto told_where = place_of_relative(r, trigger);
  for (size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& c = candidates[i];
    if (aside && c.head < *aside && !r.descends(c.head, *aside)) continue;
    if (std::any_of(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const Candidate& x) { return is_outer_of(r, c, x); }))
      continue;
    const TokenId head = standing_for(r, c.head);
    const std::string mark = r.case_of(head);
    double cost = r.distance(trigger, head) + 0.02 * std::abs(static_cast<int>(head) - static_cast<int>(trigger));
    cost += 1.5 * breadth(c.place.place);
    if (one_of(mark, {"in", "at", "near", "on", "outside", "inside", "around", "along", "north of", "south of", "east of", "west of"}))
      cost -= 1.0;
    if (one_of(mark, {"since", "into"})) cost += 2.5;
    if (r.clause_of(head) != r.clause_of(trigger) && !r.descends(head, trigger)) cost += 1.5;
    // A country acts: "Israel was blamed for its raids in Lebanon, *where* 40 were killed".
    if (mark.empty() && r.is(head, {"nsubj"}) && c.place.place.type == PlaceType::country) cost += 2;
    if (c.head == told_where) cost -= 4;
    // "NABLUS, West Bank: …" heads an item of a list of briefs.
    if (c.first == r.analysis.sentences[s].first && c.last < r.analysis.sentences[s].last && one_of(r.lower(c.last), {":", ","})) {
      for (TokenId t = c.last; t < std::min(r.analysis.sentences[s].last, c.last + 5); ++t)
        if (r.lower(t) == ":") cost -= 4;
    }
    if (cost < best_cost) {
      best_cost = cost;
      best = &c;
    }
  }
  if (!best || best_cost > 12) return place_of_there(r, trigger);
  return best->place;
}

std::optional<ClaimPlace> place_at(const Reading& r, TokenId head) {
  const auto named = [&](TokenId t) -> const Mention* {
    const Mention* m = r.mention_at<Place>(t);
    return m;
  };
  const TokenId noun = r.content_head(head);
  for (const TokenId t : {head, noun})
    if (const Mention* m = named(t)) {
      const Mention& first = r.first_of_cluster(*m);
      if (m->form == MentionForm::name || has_capital(r, *m)) return ClaimPlace{*m->as<Place>(), m->span};
      if (&first != m && first.as<Place>() && has_capital(r, first)) return ClaimPlace{*first.as<Place>(), first.span};
    }
  // "the town of Sake", "Tiyas air base", "the airport at Severny"
  for (const auto mark : {"of", "at", "in", "near"})
    for (const TokenId t : {head, noun})
      if (const auto o = r.oblique(t, {mark})) {
        if (const Mention* m = named(*o)) {
          if (std::string_view(mark) == "of" &&
              (is_part_word(r.lemma(t)) ||
               one_of(r.lemma(t), {"town",       "city",          "village",      "province", "district", "region",  "port",
                                   "island",     "part",          "half",         "most",     "rest",     "east",    "west",
                                   "north",      "south",         "suburb",       "hamlet",   "township", "all",     "capital",
                                   "stronghold", "neighbourhood", "neighborhood", "oasis",    "garrison", "bastion", "area"})))
            return ClaimPlace{*m->as<Place>(), m->span};
        }
      }
  for (const TokenId t : {head, noun})
    if (const auto a = r.child(t, {"appos", "flat", "nmod:desc", "compound"})) {
      if (const Mention* m = named(*a); m && !r.is(*a, {"compound"})) return ClaimPlace{*m->as<Place>(), m->span};
      if (const Mention* m = named(*a); m && r.is(*a, {"compound"})) {
        Place p = *m->as<Place>();
        const Span words = r.noun_phrase(t);
        p.name = std::string(r.text(words));
        if (p.name.size() > 4 && base::lower_ascii(p.name.substr(0, 4)) == "the ") p.name.erase(0, 4);
        p.type = PlaceType::facility;
        return ClaimPlace{std::move(p), words};
      }
    }
  Place p;
  const Span words = r.noun_phrase(head);
  p.name = std::string(r.text(words));
  for (const std::string_view article : {"the ", "The ", "a ", "an ", "its ", "their ", "his "})
    if (p.name.starts_with(article)) {
      p.name.erase(0, article.size());
      break;
    }
  p.type = PlaceType::facility;
  return ClaimPlace{std::move(p), words};
}

// The first mention of the country that a report speaks of three times as often as of `home`; nullptr where there is none.
const Mention* country_spoken_of(const Reading& r, const std::string& home) {
  std::map<std::string, std::pair<int, const Mention*>> seen;
  for (const Mention& m : r.mentions)
    if (const Place* p = m.as<Place>(); p && !p->country.empty() && !(r.report.dateline_span && r.report.dateline_span->contains(m.span))) {
      auto& [count, first] = seen[p->country];
      ++count;
      if (!first && p->type == PlaceType::country && p->method == PlaceMethod::named) first = &m;
    }
  const int at_home = seen[home].first;
  const Mention* out = nullptr;
  int best = std::max(3, 3 * at_home);
  for (const auto& [country, s] : seen)
    if (country != home && s.second && s.first >= best) {
      best = s.first + 1;
      out = s.second;
    }
  return out;
}

std::optional<ClaimPlace> main_place(const Reading& r) {
  // The headline and the first two sentences of the body say what a report is about.
  const Mention* broad = nullptr;
  uint32_t seen = 0;
  for (uint32_t s = 0; s < r.analysis.sentences.size() && seen < 3; ++s, ++seen)
    for (const uint32_t i : r.mentions_in(s)) {
      const Mention& m = r.mentions[i];
      const Place* p = m.as<Place>();
      if (!p || !p->at || p->use != PlaceUse::literal || !has_capital(r, m) || is_no_place(r, m)) continue;
      if (r.report.dateline_span && r.report.dateline_span->contains(m.span)) continue;
      if (const Mention* a = r.mention_at<Actor>(m.head); a && a->form == MentionForm::name) continue;
      if (r.mention_at<Timex>(m.head)) continue;
      if (p->type == PlaceType::settlement || p->type == PlaceType::facility) {
        ClaimPlace out{*p, m.span};
        out.place.method = PlaceMethod::inherited;
        return out;
      }
      // Countries act more often than they are where something happens.
      if (!broad &&
          (p->type != PlaceType::country || one_of(r.case_of(m.head), {"in", "of", "inside", "across", "throughout", "into", "on"})))
        broad = &m;
    }
  // A report from elsewhere: "PARIS: … violence in Iraq".
  if (auto line = dateline_place(r); line && (!broad || compatible(line->place, *broad->as<Place>()))) {
    if (const Mention* abroad = country_spoken_of(r, line->place.country)) {
      ClaimPlace out{*abroad->as<Place>(), abroad->span};
      out.place.use = PlaceUse::literal;
      out.place.method = PlaceMethod::inherited;
      return out;
    }
    return line;
  }
  if (!broad) return std::nullopt;
  ClaimPlace out{*broad->as<Place>(), broad->span};
  out.place.method = PlaceMethod::inherited;
  return out;
}

std::optional<ClaimPlace> dateline_place(const Reading& r) {
  if (r.report.dateline_span)
    for (const Mention& m : r.mentions)
      if (const Place* p = m.as<Place>(); p && r.report.dateline_span->contains(m.span)) {
        Place at = *p;
        at.method = PlaceMethod::dateline;
        return ClaimPlace{std::move(at), m.span};
      }
  const std::string_view line = r.report.dateline;
  const std::string city(base::trim(line.substr(0, line.find_first_of(",:(-"))));
  if (city.empty()) return std::nullopt;
  // The text's own resolution of the name goes before the gazetteer's most prominent bearer.
  for (const Mention& m : r.mentions)
    if (const Place* p = m.as<Place>(); p && p->at && base::fold(std::string(r.text(m.span))) == base::fold(city)) {
      Place at = *p;
      at.use = PlaceUse::literal;
      at.method = PlaceMethod::dateline;
      return ClaimPlace{std::move(at), std::nullopt};
    }
  const auto ranked = places::rank_alone(r.gazetteer, r.gazetteer.lookup(city), 1);
  if (ranked.empty()) return std::nullopt;
  Place at = r.gazetteer.place(ranked.front().place, PlaceUse::literal);
  at.method = PlaceMethod::dateline;
  return ClaimPlace{std::move(at), std::nullopt};
}

}  // namespace herald::claim
