#include "claim/where.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "base/text.h"
#include "claim/ground_roles.h"
#include "claim/passing.h"
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

// What the gazetteer has as a small town, and the report as a person's last name or as a label: "Roundup: …", "Bushnell said".
bool is_no_place(const Reading& r, const Mention& m) {
  // "the Dubai-based channel" sits there and tells of elsewhere.
  if (m.last + 1 < r.sentence_of(m.head).last && r.word(m.last) == "-" && r.lower(m.last + 1) == "based") return true;
  const Place& p = *m.as<Place>();
  if (p.type != PlaceType::settlement || p.radius_km > 3 || one_of(r.case_of(m.head), {"in", "at", "near"})) return false;
  if (m.last < r.sentence_of(m.first).last && r.lower(m.last) == ":" && r.report.headline_span && r.report.headline_span->contains(m.span))
    return true;
  return std::any_of(r.mentions.begin(), r.mentions.end(), [&](const Mention& a) {
    return a.as<Actor>() && a.as<Actor>()->type == ActorType::person && a.last > a.first + 1 && r.word(a.last - 1) == r.word(m.last - 1);
  });
}

// Said of who speaks or of who acts, and not of where it happened: "officials in Baghdad said", "Lebanon's Hezbollah".
bool belongs_elsewhere(const Reading& r, const Mention& m, TokenId trigger) {
  for (const Attribution& a : r.attributions) {
    const Span& t = r.token(trigger).span;
    const bool told = std::any_of(a.content.begin(), a.content.end(), [&](const Span& s) { return s.contains(t); });
    if (told && a.source.contains(m.span)) return true;
  }
  // "more than 40 U.S. soldiers"
  if (m.as<Place>()->type == PlaceType::country && r.is(m.head, {"compound", "amod"}) && r.token(m.head).head >= 0 &&
      is_actor(r, static_cast<TokenId>(r.token(m.head).head)))
    return true;
  return r.is(m.head, {"nmod:poss"}) || (r.relation(m.head) == "compound" && r.token(m.head).head >= 0 &&
                                         r.mention_at<Actor>(static_cast<TokenId>(r.token(m.head).head)) &&
                                         !r.mention_at<Place>(static_cast<TokenId>(r.token(m.head).head)));
}

}  // namespace

bool narrower(const Place& a, const Place& b) {
  return breadth(a) < breadth(b);
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

namespace {

bool is_area_word(const std::string& w) {
  return one_of(
      w, {"area",     "village", "locality", "colony", "neighbourhood", "neighborhood", "district", "sector",       "block",   "town",
          "township", "tehsil",  "taluka",   "suburb", "region",        "province",     "agency",   "hamlet",       "quarter", "county",
          "forest",   "valley",  "hills",    "city",   "subdivision",   "mohalla",      "union",    "municipality", "ward"});
}

bool is_site_word(const std::string& w) {
  return one_of(w, {"road",       "street",  "bridge",  "market",  "chowk",    "bazaar",   "bazar",    "post",       "station",   "hotel",
                    "hospital",   "square",  "camp",    "colony",  "avenue",   "highway",  "mosque",   "church",     "temple",    "school",
                    "university", "college", "airport", "airbase", "base",     "junction", "crossing", "checkpoint", "checkpost", "park",
                    "plaza",      "complex", "stadium", "palace",  "embassy",  "barracks", "prison",   "dam",        "refinery",  "port",
                    "ghat",       "para",    "pass",    "border",  "boundary", "circle",   "gate",     "fort",       "tower"});
}

// A place to choose from: a mention, or a name that only its surroundings show to be one ("in the Gula area of …").
struct Candidate {
  TokenId first = 0;
  TokenId last = 0;  // one past
  TokenId head = 0;
  ClaimPlace place;
  bool resolved = false;
};

bool capital(const Reading& r, TokenId t) {
  const std::string_view w = r.word(t);
  return !w.empty() && ((w[0] >= 'A' && w[0] <= 'Z') || static_cast<unsigned char>(w[0]) >= 0xC3);
}

// Names behind a preposition of place that the gazetteer lacks. Needs capitals.
std::vector<Candidate> located_names(const Reading& r, uint32_t sentence) {
  std::vector<Candidate> out;
  const Sentence& s = r.analysis.sentences[sentence];
  for (TokenId t = s.first; t + 1 < s.last; ++t) {
    const bool of_area = r.lower(t) == "of" && t > s.first && is_area_word(r.lower(t - 1));  // "the suburb of X"
    // "entered X village", "the road leading to X village", "…, X colony": a name that its own noun shows to be a place.
    const bool by_noun = r.lower(t) == "," || one_of(r.lemma(t), {"enter", "reach", "raid", "storm", "surround"}) ||
                         (r.lower(t) == "to" && t > s.first && r.lemma(t - 1) == "lead");
    if (!of_area && !by_noun && !one_of(r.lower(t), {"in", "at", "near", "inside", "outside", "on", "along", "over", "within"})) continue;
    TokenId a = t + 1;
    while (a < s.last && !capital(r, a) && a < t + 4 &&
           (r.token(a).upos == Upos::DET || r.token(a).upos == Upos::ADJ || one_of(r.lower(a), {"the", "a", "an"})))
      ++a;
    if (a < s.last && one_of(r.lower(a), {"the", "a", "an"})) ++a;
    TokenId b = a;
    while (b < s.last && b < a + 6 && (capital(r, b) || one_of(r.lower(b), {".", "-", "al"})) && !r.mention_at<Timex>(b) &&
           !is_area_word(r.lower(b)) && (!is_site_word(r.lower(b)) || (b == a && capital(r, b + 1))))  // "the Camp Delta area"
      ++b;
    while (b > a && one_of(r.lower(b - 1), {".", "-"})) --b;
    if (b == a || b >= s.last) continue;
    const bool area = is_area_word(r.lower(b));
    const bool site = is_site_word(r.lower(b));
    // "Sinea, an insurgent stronghold": what follows the comma says what it is.
    const bool explained = r.lower(b) == "," && b + 1 < s.last && one_of(r.lower(b + 1), {"a", "an", "the"});
    const bool bare = of_area || (one_of(r.lower(b), {"of", "in", "near", "under", ",", "along", "on", "during", "when", "and"}) &&
                                  one_of(r.lower(t), {"in", "at", "near", "on"}));
    if (!area && !site && !bare) continue;
    if (by_noun && (!area || capital(r, b))) continue;
    const Mention* known = r.mention_at<Place>(b - 1);
    if (known && known->as<Place>()->at && !site && known->first <= a) continue;
    // An organisation's or a person's name is no place for want of a better one.
    const bool within = r.lower(t) == "at" && one_of(r.lower(b), {"in", "near"}) && r.is_nominal(b + 1 < s.last ? b + 1 : b);
    if (const Mention* m = r.mention_at<Actor>(b - 1);
        m && m->form == MentionForm::name && !area && !site && !explained && !of_area && !within)
      continue;
    // "a Police Station" has no name.
    bool named = false;
    for (TokenId k = a; k < b; ++k)
      named = named || (capital(r, k) && !one_of(r.lower(k), {"police", "army", "national", "central", "military", "government", "district",
                                                              "state", "federal"}));
    if (!named) continue;
    if (!area && !site && r.lower(t) == "on") continue;
    Candidate c;
    c.first = a;
    c.last = site ? b + 1 : b;
    c.head = site ? b : b - 1;
    const Span words = cover(r.token(a).span, r.token(c.last - 1).span);
    c.place.place.name = std::string(r.text(words));
    c.place.place.type = site ? PlaceType::facility : PlaceType::settlement;
    c.place.span = words;
    out.push_back(std::move(c));
  }
  return out;
}

// "B" of "A area of B", "A, B", "A in B": the wider place that merely says where the narrower lies.
bool is_outer_of(const Reading& r, const Candidate& outer, const Candidate& inner) {
  if (outer.first < inner.last || outer.first > inner.last + 16) return false;
  // "Sake, about 25 km west of Goma"
  if (outer.place.place.method == PlaceMethod::relative && outer.first <= inner.last + 3 && r.lower(inner.last) == ",") return true;
  for (TokenId t = inner.last; t < outer.first; ++t)
    if (!one_of(r.lower(t), {",", "of", "in", "near", "under", "at", "the", "also", "(", ")"}) && !is_area_word(r.lower(t)) &&
        !is_site_word(r.lower(t)) && !capital(r, t))
      return false;
  return true;
}

bool has_capital(const Reading& r, const Mention& m) {
  for (TokenId t = m.first; t < m.last; ++t)
    if (capital(r, t)) return true;
  return false;
}

// "the central Iraqi …"
bool behind_article(const Reading& r, TokenId t) {
  while (t > r.sentence_of(t).first && r.token(t - 1).upos == Upos::ADJ) --t;
  return t > r.sentence_of(t).first && one_of(r.lower(t - 1), {"the", "a", "an"});
}

// "the island of Bali": the noun that stands in the sentence for the name behind it, else the name itself.
TokenId standing_for(const Reading& r, TokenId head) {
  if (r.case_of(head) != "of" || r.token(head).head < 0) return head;
  const auto noun = static_cast<TokenId>(r.token(head).head);
  return is_area_word(r.lemma(noun)) || one_of(r.lemma(noun), {"island", "port", "state"}) ? noun : head;
}

std::vector<Candidate> candidates_in(const Reading& r, uint32_t s, TokenId trigger) {
  std::vector<Candidate> out = located_names(r, s);
  for (const uint32_t i : r.mentions_in(s)) {
    const Mention& m = r.mentions[i];
    const Place* p = m.as<Place>();
    if (!p || p->use != PlaceUse::literal || is_no_place(r, m) || belongs_elsewhere(r, m, trigger)) continue;
    const std::string mark = r.case_of(m.head);
    const bool located = one_of(mark, {"in", "at", "near", "on", "outside", "inside", "around", "along", "of", "to", "from", "into",
                                       "across", "over", "under", "through", "towards"});
    // A name that nobody knows as a place must stand as one; a person's name is no place, whatever the gazetteer holds.
    if (!p->at && (!located || p->type == PlaceType::facility || r.mention_at<Actor>(m.head))) continue;
    if (r.mention_at<Timex>(m.head)) continue;
    // Where people come from or go to is not where they were struck.
    if (one_of(mark, {"from", "to", "towards", "toward", "against", "with", "for", "by", "via", "between"})) continue;
    if (const Mention* a = r.mention_at<Actor>(m.head); a && a->as<Actor>()->type == ActorType::person && a->form == MentionForm::name)
      continue;
    if (std::any_of(out.begin(), out.end(), [&](const Candidate& c) { return c.first < m.last && m.first < c.last; })) continue;
    Candidate c;
    c.first = m.first;
    c.last = m.last;
    c.head = m.head;
    c.resolved = p->at.has_value();
    c.place = ClaimPlace{*p, m.span};
    // "the town", "the capital": what it stands for, or nothing.
    if (!has_capital(r, m)) {
      const Mention& first = r.first_of_cluster(m);
      if (&first == &m || !first.as<Place>() || !has_capital(r, first) || r.lemma(m.head) == "capital") continue;
      c.place = ClaimPlace{*first.as<Place>(), first.span};
    }
    out.push_back(std::move(c));
  }
  std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) { return a.first < b.first; });
  // "the eastern Congo town of Bunia": the name behind "of" is the place, what stands before says what it is.
  for (size_t i = 0; i + 1 < out.size();) {
    TokenId last = out[i].last - 1;
    // "the Pakistani port city of Karachi", "the Christian suburb of Jdeideh"
    if (is_area_word(r.lower(last + 1)) &&
        (!capital(r, last) || one_of(r.lower(last + 1), {"town", "city", "village", "suburb", "township", "hamlet"})))
      ++last;
    const bool apposed = is_area_word(r.lower(last)) && r.lower(last + 1) == "of" && out[i + 1].first <= last + 3;
    // "Kolachi Town of Dera District", without an article, names the town and then what it lies in.
    const bool named = capital(r, out[i].first) && (!behind_article(r, out[i].first) || out[i + 1].place.place.type == PlaceType::region);
    if (apposed && !named)
      out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
    else
      ++i;
  }
  return out;
}

}  // namespace

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
