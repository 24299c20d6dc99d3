#include "mention/places/relations.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "mention/places/relative.h"

namespace herald::places {
namespace {

constexpr double kMile = 1.609344;
constexpr uint32_t kApposition = 9;  // pieces between a name and the distance that places it

double unit_km(std::string_view key) {
  if (key == "km" || key == "kms" || key == "kilometre" || key == "kilometres" || key == "kilometer" || key == "kilometers") return 1;
  if (key == "mile" || key == "miles") return kMile;
  if (key == "m" || key == "metres" || key == "meters") return 0.001;
  return 0;
}

std::optional<double> number_of(std::string_view words) {
  static constexpr std::array<std::pair<std::string_view, double>, 19> kWords = {{{"one", 1},
                                                                                  {"a", 1},
                                                                                  {"two", 2},
                                                                                  {"three", 3},
                                                                                  {"four", 4},
                                                                                  {"five", 5},
                                                                                  {"six", 6},
                                                                                  {"seven", 7},
                                                                                  {"eight", 8},
                                                                                  {"nine", 9},
                                                                                  {"ten", 10},
                                                                                  {"twelve", 12},
                                                                                  {"fifteen", 15},
                                                                                  {"twenty", 20},
                                                                                  {"thirty", 30},
                                                                                  {"forty", 40},
                                                                                  {"fifty", 50},
                                                                                  {"sixty", 60},
                                                                                  {"hundred", 100}}};
  for (const auto& [word, value] : kWords)
    if (word == words) return value;
  std::string digits;
  for (const char c : words)
    if (c != ',') digits += c;
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

class Finder {
 public:
  Finder(const Reading& reading, const std::vector<Spot>& spots) : reading_(reading), spots_(spots) {}

  std::vector<Relation> run() const {
    std::vector<Relation> out;
    for (uint32_t i = 0; i < spots_.size(); ++i) {
      if (spots_[i].part_of_name) continue;
      if (const std::optional<Relation> r = spots_[i].adjective ? std::nullopt : own(i)) out.push_back(*r);
      if (const std::optional<Relation> r = stretch(i)) out.push_back(*r);
    }
    return out;
  }

 private:
  [[nodiscard]] const Piece& piece(uint32_t i) const { return reading_.pieces[i]; }
  [[nodiscard]] std::string_view key(int64_t i) const {
    return i < 0 ? std::string_view() : std::string_view(reading_.pieces[static_cast<size_t>(i)].key);
  }
  // Piece i is in the sentence of piece `of`.
  [[nodiscard]] bool beside(int64_t i, uint32_t of) const {
    return i >= 0 && piece(static_cast<uint32_t>(i)).sentence == piece(of).sentence;
  }

  // First piece before the name, its article and "the town of" left out; -1 where the sentence begins.
  [[nodiscard]] int64_t lead(uint32_t first) const {
    int64_t i = static_cast<int64_t>(first) - 1;
    if (key(i) == "of" && sort_of_word(key(i - 1)) != Sort::none) i -= 2;
    while (beside(i, first) && (key(i) == "the" || sort_of_word(key(i)) == Sort::settlement)) --i;
    return beside(i, first) ? i : -1;
  }

  // A direction that ends at piece i, in one piece or two ("south-east"); moves i before it.
  [[nodiscard]] std::optional<double> direction(int64_t& i, uint32_t of) const {
    if (!beside(i, of)) return std::nullopt;
    if (beside(i - 1, of)) {
      if (const auto two = azimuth_of(std::string(key(i - 1)) + std::string(key(i)))) {
        i -= 2;
        return two;
      }
    }
    const auto one = azimuth_of(key(i));
    if (one) --i;
    return one;
  }

  // A distance that ends at piece i ("25 kilometres", "25 kilometres (15 miles)"); moves i before it.
  [[nodiscard]] std::optional<double> distance(int64_t& i, uint32_t of) const {
    std::optional<double> km;
    while (beside(i, of) && beside(i - 1, of) && unit_km(key(i)) > 0) {
      const Piece& number = piece(static_cast<uint32_t>(i - 1));
      std::string_view digits = number.span.in(reading_.report.text);
      std::optional<double> value = number_of(number.numeric ? digits : std::string_view(number.key));
      int64_t next = i - 2;
      // "2.5" and "1,500" are two pieces.
      if (value && number.numeric && beside(next, of) && piece(static_cast<uint32_t>(next)).numeric &&
          number.span.begin - piece(static_cast<uint32_t>(next)).span.end == 1) {
        value = number_of(Span{piece(static_cast<uint32_t>(next)).span.begin, number.span.end}.in(reading_.report.text));
        --next;
      }
      if (!value) break;
      km = *value * unit_km(key(i));
      i = next;
    }
    return km;
  }

  [[nodiscard]] Relation over(uint32_t spot, int64_t before, Relation::What what) const {
    Relation r;
    r.what = what;
    r.spot = spot;
    r.first = static_cast<uint32_t>(before + 1);
    r.span = {piece(r.first).span.begin, spots_[spot].span.end};
    return r;
  }

  // What the words before (and "X countryside" after) a name make of it.
  [[nodiscard]] std::optional<Relation> own(uint32_t spot) const {
    const Spot& s = spots_[spot];
    int64_t i = lead(s.first);
    if (i < 0) return std::nullopt;
    if (key(i) == "of") {
      int64_t j = i - 1;
      const bool edge = key(j) == "outskirts" || key(j) == "suburbs" || key(j) == "edge" || key(j) == "fringes";
      const bool wide = key(j) == "countryside" || key(j) == "hinterland";
      if (edge || wide) {
        --j;
        const auto azimuth = direction(j, s.first);
        Relation r = over(spot, j, wide ? Relation::What::wide_edge : Relation::What::edge);
        r.azimuth = azimuth;
        return r;
      }
      const auto azimuth = direction(j, s.first);
      if (!azimuth) return std::nullopt;
      const auto km = distance(j, s.first);
      if (key(j) == "the") {  // "in the north of Syria"
        Relation r = over(spot, j, Relation::What::part);
        r.azimuth = azimuth;
        return r;
      }
      Relation r = over(spot, j, km ? Relation::What::distance : Relation::What::beside);
      r.azimuth = azimuth;
      r.km = km.value_or(0);
      return r;
    }
    if (key(i) == "outside" || key(i) == "from" || key(i) == "off" || key(i) == "inside" || key(i) == "beyond" || key(i) == "near" ||
        key(i) == "around" || key(i) == "to") {
      const bool close = key(i) == "near" || key(i) == "outside" || key(i) == "around" || (key(i) == "to" && key(i - 1) == "close");
      int64_t j = i - 1;
      if (key(j) == "away") --j;
      if (const auto km = distance(j, s.first); km && key(i) != "to" && key(i) != "near" && key(i) != "around") {
        Relation r = over(spot, j, Relation::What::distance);
        r.km = *km;
        return r;
      }
      if (!close) return std::nullopt;
      return over(spot, key(i) == "to" ? i - 2 : i - 1, Relation::What::near);
    }
    // "northern Syria", "central Aleppo": right before the name.
    int64_t j = static_cast<int64_t>(s.first) - 1;
    if (piece(s.first).gap != Gap::space && piece(s.first).gap != Gap::hyphen) return std::nullopt;
    const auto azimuth = direction(j, s.first);
    if (!azimuth && key(j) != "central") return std::nullopt;
    Relation r = over(spot, azimuth ? j : j - 1, Relation::What::part);
    r.azimuth = azimuth;
    return r;
  }

  // "between A and B", "from A to B" behind a road, "the A-B border".
  [[nodiscard]] std::optional<Relation> stretch(uint32_t spot) const {
    if (spot + 1 >= spots_.size()) return std::nullopt;
    const Spot& a = spots_[spot];
    const Spot& b = spots_[spot + 1];
    if (piece(a.first).sentence != piece(b.first).sentence) return std::nullopt;
    const int64_t before = lead(a.first);
    const auto found = [&](int64_t first, Relation::What what, uint32_t end) {
      Relation r = over(spot, first - 1, what);
      r.other = spot + 1;
      r.span.end = end;
      return r;
    };
    const bool road_before = key(before - 1) == "road" || key(before - 1) == "highway" || key(before - 1) == "route";
    if (b.first == a.last + 1 && key(a.last) == "and" && key(before) == "between") {
      if (road_before) return found(before - 1, Relation::What::road, b.span.end);
      if (key(before - 1) == "border") return found(before - 1, Relation::What::border, b.span.end);
      return found(before, Relation::What::between, b.span.end);
    }
    if (b.first == a.last + 1 && (key(a.last) == "to" || key(a.last) == "and") &&
        (key(before) == "from" || key(before) == "linking" || key(before) == "connecting") && road_before) {
      return found(before - 1, Relation::What::road, b.span.end);
    }
    if (b.first == a.last && piece(b.first).gap == Gap::hyphen && b.last < reading_.pieces.size()) {
      const Piece& next = piece(b.last);
      if (next.gap != Gap::space) return std::nullopt;
      if (next.key == "border" || next.key == "frontier" || next.key == "boundary")
        return found(a.first, Relation::What::border, next.span.end);
      if (sort_of_word(next.key) == Sort::road) return found(a.first, Relation::What::road, next.span.end);
    }
    return std::nullopt;
  }

  const Reading& reading_;
  const std::vector<Spot>& spots_;
};

}  // namespace

std::vector<Relation> relations(const Reading& reading, const std::vector<Spot>& spots) {
  return Finder(reading, spots).run();
}

Place apply(const Relation& r, const Place& a, const Place& b, std::string_view text) {
  Place p;
  switch (r.what) {
    case Relation::What::distance:
      p = at_distance(a, r.km, r.azimuth);
      break;
    case Relation::What::beside: {
      // "west of Syria" lies in it, more often than not.
      const bool area = a.type == PlaceType::country || a.type == PlaceType::region;
      p = area ? part_of(a, r.azimuth) : beside(a, r.azimuth.value_or(0));
      break;
    }
    case Relation::What::part:
      p = part_of(a, r.azimuth);
      break;
    case Relation::What::edge:
      p = edge_of(a, r.azimuth, false);
      break;
    case Relation::What::wide_edge:
      p = edge_of(a, r.azimuth, true);
      break;
    case Relation::What::near:
      p = near(a);
      break;
    case Relation::What::between:
      p = between(a, b, PlaceType::region);
      break;
    case Relation::What::road:
      p = between(a, b, PlaceType::road);
      break;
    case Relation::What::border:
      p = between(a, b, PlaceType::region);
      break;
  }
  p.use = PlaceUse::literal;
  p.name = std::string(r.span.in(text));
  return p;
}

std::optional<uint32_t> placed_by(const Relation& r, const Reading& reading, const std::vector<Spot>& spots) {
  if (r.what != Relation::What::distance || r.spot == 0) return std::nullopt;
  const Spot& named = spots[r.spot - 1];
  if (named.adjective || named.part_of_name || named.last > r.first || r.first - named.last > kApposition) return std::nullopt;
  const Piece& first = reading.pieces[r.first];
  if (reading.pieces[named.first].sentence != first.sentence || named.last >= reading.pieces.size()) return std::nullopt;
  const Gap gap = reading.pieces[named.last].gap;
  return gap == Gap::comma ? std::optional<uint32_t>(r.spot - 1) : std::nullopt;
}

}  // namespace herald::places
