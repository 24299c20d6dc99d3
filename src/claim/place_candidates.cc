#include "claim/place_candidates.h"

#include <algorithm>
#include <string_view>

#include "claim/who.h"

namespace herald::claim {
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

bool capital(const Reading& r, TokenId t) {
  const std::string_view w = r.word(t);
  return !w.empty() && ((w[0] >= 'A' && w[0] <= 'Z') || static_cast<unsigned char>(w[0]) >= 0xC3);
}

// "the central Iraqi …"
bool behind_article(const Reading& r, TokenId t) {
  while (t > r.sentence_of(t).first && r.token(t - 1).upos == Upos::ADJ) --t;
  return t > r.sentence_of(t).first && one_of(r.lower(t - 1), {"the", "a", "an"});
}

// "the Australian embassy" has no name of its own.
bool is_of_a_people(const Reading& r, TokenId t) {
  const Mention* m = r.mention_at<Place>(t);
  return m && m->as<Place>()->type == PlaceType::country && m->as<Place>()->use == PlaceUse::associative && m->last == m->first + 1;
}

}  // namespace

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

bool belongs_elsewhere(const Reading& r, const Mention& m, TokenId trigger) {
  for (const Attribution& a : r.attributions) {
    const Span& t = r.token(trigger).span;
    const bool told = std::any_of(a.content.begin(), a.content.end(), [&](const Span& s) { return s.contains(t); });
    if (told && a.source.contains(m.span)) return true;
  }
  // "the dead man, a resident of Hangu"
  if (const auto noun = r.governor(m.head); noun && r.case_of(m.head) == "of" &&
                                            one_of(r.lower(*noun), {"resident", "native", "inhabitant"}) &&
                                            !r.is(*noun, {"nsubj", "nsubj:pass", "obj"}))
    return true;
  // "more than 40 U.S. soldiers"
  if (m.as<Place>()->type == PlaceType::country && r.is(m.head, {"compound", "amod"}) && r.token(m.head).head >= 0 &&
      is_actor(r, static_cast<TokenId>(r.token(m.head).head)))
    return true;
  return r.is(m.head, {"nmod:poss"}) || (r.relation(m.head) == "compound" && r.token(m.head).head >= 0 &&
                                         r.mention_at<Actor>(static_cast<TokenId>(r.token(m.head).head)) &&
                                         !r.mention_at<Place>(static_cast<TokenId>(r.token(m.head).head)));
}

std::vector<Candidate> located_names(const Reading& r, uint32_t sentence) {
  std::vector<Candidate> out;
  const Sentence& s = r.analysis.sentences[sentence];
  for (TokenId t = s.first; t + 1 < s.last; ++t) {
    const bool of_area = r.lower(t) == "of" && t > s.first && is_area_word(r.lower(t - 1));  // "the suburb of X"
    // "entered X village", "the road leading to X village", "…, X colony": a name that its own noun shows to be a place.
    const bool by_noun = r.lower(t) == "," || one_of(r.lemma(t), {"enter", "reach", "raid", "storm", "surround"}) ||
                         (r.lower(t) == "to" && t > s.first && r.lemma(t - 1) == "lead");
    const bool close_to = r.lower(t) == "to" && t > s.first && one_of(r.lower(t - 1), {"close", "next"});
    if (!of_area && !by_noun && !close_to &&
        !one_of(r.lower(t), {"in", "at", "near", "inside", "outside", "on", "along", "over", "within"}))
      continue;
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
                                  (close_to || one_of(r.lower(t), {"in", "at", "near", "on"})));
    if (!area && !site && !bare) continue;
    if (by_noun && (!area || capital(r, b))) continue;
    const Mention* known = r.mention_at<Place>(b - 1);
    if (known && known->as<Place>()->at && !site && known->first <= a) continue;
    // An organisation's or a person's name is no place for want of a better one.
    const TokenId behind = b + 2 < s.last && r.token(b + 1).upos == Upos::DET ? b + 2 : std::min(b + 1, s.last - 1);
    const bool within = r.lower(t) == "at" && one_of(r.lower(b), {"in", "near"}) && r.is_nominal(behind);
    if (const Mention* m = r.mention_at<Actor>(b - 1);
        m && m->form == MentionForm::name && !area && !site && !explained && !of_area && !within)
      continue;
    // "a Police Station" has no name.
    bool named = false;
    for (TokenId k = a; k < b; ++k)
      named = named ||
              (capital(r, k) && !is_of_a_people(r, k) &&
               !one_of(r.lower(k), {"police", "army", "national", "central", "military", "government", "district", "state", "federal"}));
    if (!named) continue;
    if (!area && !site && r.lower(t) == "on") continue;
    Candidate c;
    c.first = a;
    c.last = site ? b + 1 : b;
    c.head = site ? b : b - 1;
    const Span words = cover(r.token(a).span, r.token(c.last - 1).span);
    c.place.place.name = std::string(r.text(words));
    c.place.place.type = one_of(r.lower(b), {"border", "boundary"}) ? PlaceType::region
                         : site                                     ? PlaceType::facility
                                                                    : PlaceType::settlement;
    c.place.span = words;
    out.push_back(std::move(c));
  }
  return out;
}

bool is_outer_of(const Reading& r, const Candidate& outer, const Candidate& inner) {
  if (outer.first < inner.last || outer.first > inner.last + 16) return false;
  // "Sake, about 25 km west of Goma"
  if (outer.place.place.method == PlaceMethod::relative && outer.first <= inner.last + 3 && r.lower(inner.last) == ",") return true;
  for (TokenId t = inner.last; t < outer.first; ++t)
    if (!one_of(r.lower(t), {",", "of", "in", "near", "under", "at", "along", "off", "the", "also", "(", ")"}) &&
        !is_area_word(r.lower(t)) && !is_site_word(r.lower(t)) && !capital(r, t))
      return false;
  return true;
}

bool has_capital(const Reading& r, const Mention& m) {
  for (TokenId t = m.first; t < m.last; ++t)
    if (capital(r, t)) return true;
  return false;
}

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

}  // namespace herald::claim
