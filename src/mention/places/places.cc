#include "mention/places/places.h"

#include <algorithm>

#include "mention/places/resolve.h"
#include "mention/places/spot.h"

namespace herald::places {
namespace {

constexpr double kSeatOfRegionRadius = 40;  // a district known only by the town it is called after
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

}  // namespace

std::vector<Mention> find_places(const Report& report, const Analysis& analysis, const Gazetteer& gazetteer) {
  const Reading reading(report, analysis, gazetteer);
  const std::vector<Spot> spots = spot(reading, gazetteer);
  const std::vector<std::vector<Choice>> choices = resolve(reading, gazetteer, spots);
  std::vector<Mention> out;
  for (size_t i = 0; i < spots.size(); ++i) {
    const Spot& s = spots[i];
    Mention m;
    m.span = s.span;
    m.first = analysis.token_at(s.span.begin);
    m.last = reading.pieces[s.last - 1].token + 1;
    while (m.last < analysis.tokens.size() && analysis.tokens[m.last].span.begin < s.span.end) ++m.last;
    m.head = m.last - 1;
    for (uint32_t t = m.first; t < m.last; ++t) {
      const int32_t head = analysis.tokens[t].head;
      if (head < static_cast<int32_t>(m.first) || head >= static_cast<int32_t>(m.last)) m.head = t;
    }
    m.sentence = reading.pieces[s.first].sentence;
    m.form = MentionForm::name;
    m.what = place_of(gazetteer, s, choices[i], use_of(reading, gazetteer, s, choices[i]), report.text);
    out.push_back(std::move(m));
  }
  return out;
}

}  // namespace herald::places
