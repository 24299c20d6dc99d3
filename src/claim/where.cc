#include "claim/where.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "mention/places/resolve.h"

namespace herald::claim {
namespace {

int breadth(const Place& p) {
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

// Said of who speaks or of who acts, and not of where it happened: "officials in Baghdad said", "Lebanon's Hezbollah".
bool belongs_elsewhere(const Reading& r, const Mention& m, TokenId trigger) {
  for (const Attribution& a : r.attributions) {
    const Span& t = r.token(trigger).span;
    const bool told = std::any_of(a.content.begin(), a.content.end(), [&](const Span& s) { return s.contains(t); });
    if (told && a.source.contains(m.span)) return true;
  }
  return r.is(m.head, {"nmod:poss"}) || (r.relation(m.head) == "compound" && r.token(m.head).head >= 0 && r.mention_at<Actor>(static_cast<TokenId>(r.token(m.head).head)) &&
                                         !r.mention_at<Place>(static_cast<TokenId>(r.token(m.head).head)));
}

}  // namespace

bool compatible(const Place& a, const Place& b) {
  if (!a.ref.empty() && a.ref == b.ref) return true;
  const std::string x = base::fold(a.name);
  const std::string y = base::fold(b.name);
  if (x == y) return true;
  if (!x.empty() && !y.empty() && ((" " + x + " ").find(" " + y + " ") != std::string::npos || (" " + y + " ").find(" " + x + " ") != std::string::npos)) return true;
  // A country or a region holds what lies in it.
  if (a.type == PlaceType::country || b.type == PlaceType::country) return a.country.empty() || b.country.empty() || a.country == b.country;
  if (!a.admin1.empty() && base::fold(a.admin1) == base::fold(b.name)) return true;
  if (!b.admin1.empty() && base::fold(b.admin1) == base::fold(a.name)) return true;
  if (a.at && b.at) return distance_km(*a.at, *b.at) <= std::max({15.0, a.radius_km, b.radius_km});
  return false;
}

std::optional<ClaimPlace> stated_place(const Reading& r, TokenId trigger) {
  const Mention* best = nullptr;
  double best_cost = 1e9;
  const uint32_t s = r.token(trigger).sentence;
  for (const uint32_t i : r.mentions_in(s)) {
    const Mention& m = r.mentions[i];
    const Place* p = m.as<Place>();
    if (!p || p->use != PlaceUse::literal) continue;
    if (belongs_elsewhere(r, m, trigger)) continue;
    const std::string mark = r.case_of(m.head);
    const bool located = one_of(mark, {"in", "at", "near", "on", "outside", "inside", "around", "along", "of", "to", "from", "into", "across", "over", "under", "through", "towards"});
    // A name that nobody knows as a place must stand as one.
    if (!p->at && (!located || r.mention_at<Actor>(m.head))) continue;
    // Nor is a person's name a place, whatever the gazetteer holds.
    if (const Mention* a = r.mention_at<Actor>(m.head); a && a->as<Actor>()->type == ActorType::person && a->form == MentionForm::name) continue;
    double cost = r.distance(trigger, m.head) + 0.02 * std::abs(static_cast<int>(m.head) - static_cast<int>(trigger));
    cost += 1.5 * breadth(*p);
    if (one_of(mark, {"in", "at", "near", "on", "outside", "inside", "around", "along", "north of", "south of", "east of", "west of"})) cost -= 1.0;
    if (one_of(mark, {"from", "to", "since", "by", "with", "for", "between", "towards", "toward", "into"})) cost += 2.5;
    if (r.clause_of(m.head) != r.clause_of(trigger) && !r.descends(m.head, trigger)) cost += 1.5;
    // The inner place of "the B area of C town in D district" is the one that stands first.
    if (best && r.descends(m.head, best->head) && breadth(*p) >= breadth(*best->as<Place>())) continue;
    if (cost < best_cost) {
      best_cost = cost;
      best = &m;
    }
  }
  if (!best || best_cost > 12) return std::nullopt;
  return ClaimPlace{*best->as<Place>(), best->span};
}

std::optional<ClaimPlace> place_at(const Reading& r, TokenId head) {
  const auto named = [&](TokenId t) -> const Mention* {
    const Mention* m = r.mention_at<Place>(t);
    return m;
  };
  const TokenId noun = r.content_head(head);
  for (const TokenId t : {head, noun})
    if (const Mention* m = named(t)) return ClaimPlace{*r.first_of_cluster(*m).as<Place>() /* same kind by clusters.h */, m->span};
  // "the town of Sake", "Tiyas air base", "the airport at Severny"
  for (const auto mark : {"of", "at", "in", "near"})
    for (const TokenId t : {head, noun})
      if (const auto o = r.oblique(t, {mark})) {
        if (const Mention* m = named(*o)) {
          if (std::string_view(mark) == "of" && one_of(r.lemma(t), {"town", "city", "village", "province", "district", "region", "port", "island", "part", "half", "most", "rest", "east", "west", "north", "south", "suburb", "hamlet", "township", "all", "capital", "stronghold", "neighbourhood", "neighborhood", "oasis", "garrison", "bastion", "area"}))
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
