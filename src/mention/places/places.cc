#include "mention/places/places.h"

#include <algorithm>

#include "mention/places/relations.h"
#include "mention/places/relative.h"
#include "mention/places/resolve.h"
#include "mention/places/spot.h"

namespace herald::places {
namespace {

constexpr double kSeatOfRegionRadius = 40;  // a district known only by the town it is called after
constexpr double kStrayKm = 10;             // a place counts as where the text puts it within this of the radius
constexpr double kFacilityRadius = 15;      // a base or bridge known only by the town beside it

PlaceUse use_of(const Reading& reading, const Gazetteer& gazetteer, const Spot& s, const std::vector<Choice>& choices) {
  if (s.adjective || s.part_of_name) return PlaceUse::associative;
  if (choices.empty() || s.sort != Sort::none) return PlaceUse::literal;
  const Kind kind = gazetteer.kind(choices.front().place);
  if (type_of(kind) != PlaceType::country && kind != Kind::capital) return PlaceUse::literal;
  // A government: the subject of saying or deciding.
  const Token& token = reading.analysis.tokens[reading.pieces[s.last - 1].token];
  if (!token.deprel.starts_with("nsubj") || token.head < 0) return PlaceUse::literal;
  return is_speech_or_decision(reading.analysis.tokens[static_cast<size_t>(token.head)].lemma) ? PlaceUse::associative : PlaceUse::literal;
}

Place place_of(const Gazetteer& gazetteer, const Spot& s, const std::vector<Choice>& choices, PlaceUse use, std::string_view text) {
  Place p;
  if (choices.empty()) {
    p.use = use;
    p.type = type_of(kind_of(s.sort));
    p.name = std::string(s.span.in(text));
    return p;
  }
  p = gazetteer.place(choices.front().place, use);
  for (size_t i = 1; i < choices.size(); ++i) {
    const format::PlaceRecord& r = gazetteer.record(choices[i].place);
    p.others.push_back({.name = std::string(gazetteer.name(choices[i].place)),
                        .ref = gazetteer.ref(choices[i].place),
                        .at = {.lat = r.lat, .lon = r.lon},
                        .odds = choices[i].odds});
  }
  if (!fits(s.sort, gazetteer.kind(choices.front().place))) {
    // "Hama airport": not in the gazetteer, but by Hama.
    p.type = type_of(kind_of(s.sort));
    p.name = std::string(s.span.in(text));
    p.radius_km = std::max(p.radius_km, p.type == PlaceType::region ? kSeatOfRegionRadius : kFacilityRadius);
  }
  return p;
}

// What the text says of where a name lies: chooses among its candidates, or places it where none lies there.
void settle(const Gazetteer& gazetteer, const Place& told, const Spot& s, const std::vector<Choice>& choices, Place& place,
            std::string_view text) {
  if (!told.at || place.type == PlaceType::country || (place.type == PlaceType::region && place.at)) return;
  for (const Choice& c : choices) {
    const Place candidate = gazetteer.place(c.place, place.use);
    if (distance_km(*candidate.at, *told.at) > told.radius_km + kStrayKm) continue;
    if (candidate.ref != place.ref) place = candidate;
    return;
  }
  const std::string name(s.span.in(text));
  place = told;
  place.type = type_of(kind_of(s.sort));
  place.name = name;
  place.ref.clear();
}

Mention mention(const Analysis& analysis, Span span, uint32_t sentence, Place place) {
  Mention m;
  m.span = span;
  m.sentence = sentence;
  m.first = analysis.token_at(span.begin);
  if (m.first > 0 && analysis.tokens[m.first - 1].span.end > span.begin) --m.first;
  m.last = m.first + 1;
  while (m.last < analysis.tokens.size() && analysis.tokens[m.last].span.begin < span.end) ++m.last;
  m.head = m.last - 1;
  for (uint32_t t = m.first; t < m.last; ++t) {
    const int32_t head = analysis.tokens[t].head;
    if (head < static_cast<int32_t>(m.first) || head >= static_cast<int32_t>(m.last)) m.head = t;
  }
  m.form = MentionForm::name;
  m.what = std::move(place);
  return m;
}

}  // namespace

std::vector<Mention> find_places(const Report& report, const Analysis& analysis, const Gazetteer& gazetteer) {
  const Reading reading(report, analysis, gazetteer);
  const std::vector<Spot> spots = spot(reading, gazetteer);
  const std::vector<std::vector<Choice>> choices = resolve(reading, gazetteer, spots);
  const std::vector<Relation> told = relations(reading, spots);
  std::vector<Place> places;
  places.reserve(spots.size());
  for (size_t i = 0; i < spots.size(); ++i)
    places.push_back(place_of(gazetteer, spots[i], choices[i], use_of(reading, gazetteer, spots[i], choices[i]), report.text));
  for (const Relation& r : told)
    if (const auto named = placed_by(r, reading, spots))
      settle(gazetteer, apply(r, places[r.spot], {}, report.text), spots[*named], choices[*named], places[*named], report.text);

  std::vector<Mention> out;
  std::vector<bool> replaced(spots.size(), false);
  for (const Relation& r : told) {
    if (r.other) {
      out.push_back(mention(analysis, r.span, reading.pieces[r.first].sentence, apply(r, places[r.spot], places[*r.other], report.text)));
      continue;
    }
    replaced[r.spot] = true;
    const bool near = r.what == Relation::What::near;
    Place p = apply(r, places[r.spot], {}, report.text);
    if (near) p.name = places[r.spot].name;
    out.push_back(mention(analysis, near ? spots[r.spot].span : r.span, reading.pieces[r.first].sentence, std::move(p)));
  }
  for (size_t i = 0; i < spots.size(); ++i)
    if (!replaced[i]) out.push_back(mention(analysis, spots[i].span, reading.pieces[spots[i].first].sentence, std::move(places[i])));
  std::sort(out.begin(), out.end(), [](const Mention& a, const Mention& b) { return in_text_order(a.span, b.span); });
  return out;
}

std::vector<Found> find_name(const Gazetteer& gazetteer, std::string_view name, size_t most) {
  const std::vector<Candidate> candidates = gazetteer.lookup_like(name);
  std::vector<Found> out;
  for (const Choice& c : rank_alone(gazetteer, candidates, most)) {
    const auto of = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& x) { return x.place == c.place; });
    out.push_back({.place = gazetteer.place(c.place, PlaceUse::literal), .odds = c.odds, .likeness = of->likeness});
  }
  return out;
}

}  // namespace herald::places
