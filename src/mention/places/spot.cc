#include "mention/places/spot.h"

#include <algorithm>
#include <map>
#include <set>

#include "mention/places/relative.h"

namespace herald::places {
namespace {

constexpr uint32_t kLongest = 6;     // pieces in a name
constexpr size_t kMostPairs = 4000;  // candidate pairs looked at to tell whether one name lies in the other

enum class Verdict : uint8_t { no, weak, good };

// How well known a place is, and so how little else must speak for a name being meant as its.
enum class Fame : uint8_t { hamlet = 0, town = 1, city = 2, state = 3 };

Fame fame_of(const Gazetteer& gazetteer, const Candidate& c) {
  const format::PlaceRecord& r = gazetteer.record(c.place);
  const Kind kind = gazetteer.kind(c.place);
  if (c.likeness < 1 || c.how == How::abbreviation) return Fame::hamlet;
  if (c.how == How::alternate) return r.population >= 500000 ? Fame::town : Fame::hamlet;
  if (kind == Kind::country || kind == Kind::former_state || kind == Kind::capital || kind == Kind::macro_region) return Fame::state;
  if (kind == Kind::admin1 || r.source == static_cast<uint8_t>(Source::codebook) || r.population >= 500000) return Fame::city;
  return r.population >= 50000 ? Fame::town : Fame::hamlet;
}

class Spotter {
 public:
  Spotter(const Reading& reading, const Gazetteer& gazetteer) : reading_(reading), gazetteer_(gazetteer) {}

  std::vector<Spot> run() {
    gather_persons();
    match();
    say_sorts();
    chain();
    judge();
    std::vector<Spot> out = accepted();
    add_unknown(out);
    std::sort(out.begin(), out.end(), [](const Spot& a, const Spot& b) { return a.first < b.first; });
    return out;
  }

 private:
  using Pieces = std::vector<Piece>;
  [[nodiscard]] const Pieces& pieces() const { return reading_.pieces; }

  // The piece before (after) with nothing but a space or hyphen between, else null.
  [[nodiscard]] const Piece* before(uint32_t i) const {
    const Gap gap = pieces()[i].gap;
    return i > 0 && (gap == Gap::space || gap == Gap::hyphen || gap == Gap::stop) ? &pieces()[i - 1] : nullptr;
  }
  [[nodiscard]] const Piece* after(uint32_t last) const {
    if (last >= pieces().size()) return nullptr;
    const Gap gap = pieces()[last].gap;
    return gap == Gap::space || gap == Gap::hyphen ? &pieces()[last] : nullptr;
  }
  // The piece that ends a name which goes on behind `i`: in "Rasm al-Hamam" behind "Rasm", past the article. `i` itself where it does not.
  [[nodiscard]] uint32_t past_article(uint32_t i) const {
    const bool article = i + 1 < pieces().size() && is_article_prefix(pieces()[i].key) && pieces()[i].gap == Gap::space &&
                         pieces()[i + 1].gap == Gap::hyphen && pieces()[i + 1].capital;
    return article ? i + 1 : i;
  }
  [[nodiscard]] bool told_by_capitals(uint32_t i) const {
    const Casing c = reading_.casing[pieces()[i].sentence];
    return c == Casing::mixed || c == Casing::title;
  }
  [[nodiscard]] bool mixed(uint32_t i) const { return reading_.casing[pieces()[i].sentence] == Casing::mixed; }

  // Words that the model takes for persons' names, and what follows a title or a given name.
  void gather_persons() {
    for (uint32_t i = 0; i < pieces().size(); ++i) {
      const Piece& p = pieces()[i];
      const Entity* e = reading_.entity_of(p);
      const bool surname = e != nullptr && e->type == EntityType::person && p.capital && e->last - e->first > 1 &&
                           e->last - e->first <= 4 && p.token + 1 == e->last;
      if (surname && (p.flags & kCommonWord) == 0) persons_.insert(p.key);
      if (i == 0 || !p.capital || !mixed(i)) continue;
      const Piece& b = pieces()[i - 1];
      const bool joined = p.gap == Gap::space || p.gap == Gap::stop || p.gap == Gap::hyphen;
      if (!joined || !b.capital) continue;
      const bool given = (b.flags & kGivenName) != 0 && (b.flags & kCommonWord) == 0 && (p.flags & kCommonWord) == 0;
      if ((is_title(b.key) || given) && sort_of_word(p.key) == Sort::none && !gazetteer_.has_key(b.key + ' ' + p.key))
        persons_.insert(p.key);
    }
  }

  [[nodiscard]] bool may_begin(uint32_t i) const {
    const Piece& p = pieces()[i];
    if (is_calendar(p.key) || is_creed(p.key)) return false;
    if (reading_.nameish(p) || !told_by_capitals(i))
      return p.span.end >= reading_.report.text.size() || reading_.report.text[p.span.end] != '$';  // "US$"
    return is_article_prefix(p.key) && i + 1 < pieces().size() && pieces()[i + 1].gap == Gap::hyphen && pieces()[i + 1].capital;
  }

  void match() {
    for (uint32_t i = 0; i < pieces().size();) {
      Spot found;
      if (may_begin(i)) found = longest(i);
      if (found.last > i) {
        i = found.last;
        matches_.push_back(std::move(found));
      } else {
        ++i;
      }
    }
  }

  Spot longest(uint32_t i) const {
    Spot best;
    std::string key;
    for (uint32_t j = i; j < pieces().size() && j < i + kLongest; ++j) {
      const Piece& p = pieces()[j];
      if (j > i) {
        const bool abbreviated = p.gap == Gap::stop && pieces()[j - 1].span.size() <= 3;
        if (p.gap != Gap::space && p.gap != Gap::hyphen && p.gap != Gap::apostrophe && !abbreviated) break;
        if (p.gap != Gap::apostrophe) key += ' ';
      }
      key += p.key;
      const bool tail = j > i && (p.gap == Gap::hyphen || p.numeric || !told_by_capitals(i) ||
                                  (sort_of_word(p.key) != Sort::none && pieces()[i].key != "the"));
      const bool ends_well = reading_.nameish(p) || tail || (p.gap == Gap::apostrophe && !p.possessive);
      if (!ends_well || (j == i && !reading_.nameish(p)) || !gazetteer_.has_key(key)) {
        if (j > i && !reading_.nameish(p) && !is_particle(p.key) && p.gap == Gap::space && told_by_capitals(i)) break;
        continue;
      }
      best.first = i;
      best.last = j + 1;
      best.key = key;
    }
    if (best.last == 0) return best;
    best.candidates = gazetteer_.by_key(best.key);
    // "German" is of Germany, whatever village is called so too.
    const auto adjective = [](const Candidate& c) { return c.how == How::adjective; };
    if (std::any_of(best.candidates.begin(), best.candidates.end(), adjective))
      best.candidates.erase(
          std::remove_if(best.candidates.begin(), best.candidates.end(), [](const Candidate& c) { return c.how != How::adjective; }),
          best.candidates.end());
    best.span = {pieces()[best.first].span.begin, pieces()[best.last - 1].span.end};
    best.adjective = best.candidates.front().how == How::adjective;

    return best;
  }

  // "Hama province", "the town of Hama", "Lake Chad".
  void say_sorts() {
    for (Spot& s : matches_) say_sort(s);
  }
  void say_sort(Spot& s) const {
    if (s.adjective) return;
    if (s.last > s.first + 1) s.sort = sort_of_word(pieces()[s.last - 1].key);
    const bool hyphened = pieces()[s.first].gap == Gap::hyphen && s.first > 0 && pieces()[s.first - 1].capital &&
                          !is_article_prefix(pieces()[s.first - 1].key);
    if (hyphened || s.sort != Sort::none) return;  // "the Aleppo-Damascus highway" is no highway of Damascus
    if (const Piece* next = after(s.last); next != nullptr) {
      const Sort sort = sort_of_word(next->key);
      const bool plural = next->key == "states" || next->key == "cities" || next->key == "towns" || next->key == "villages";
      if (sort != Sort::none && sort != Sort::country && !plural && next->key != "capital" && next->key != "agency" &&
          next->key != "department" && next->key != "division") {
        s.sort = sort;
        s.span.end = next->span.end;
        return;
      }
    }
    if (s.first == 0) return;
    const Piece* prev = before(s.first);
    if (prev == nullptr) return;
    if (leads_name(prev->key) && prev->capital) {
      s.sort = sort_of_word(prev->key);
      s.span.begin = prev->span.begin;
    } else if (prev->key == "of" && s.first >= 2) {
      s.sort = sort_before_of(pieces()[s.first - 2].key);
    } else if (sort_of_word(prev->key) != Sort::none && !prev->capital && mixed(s.first)) {
      s.sort = sort_of_word(prev->key);  // "in the village Kafr Hamra"
    }
  }

  // "the department of Health" says nothing of a place.
  static Sort sort_before_of(std::string_view key) {
    return key == "department" || key == "agency" || key == "division" ? Sort::none : sort_of_word(key);
  }

  // Names with a comma between of which the second holds the first.
  void chain() {
    for (size_t m = 0; m + 1 < matches_.size(); ++m) {
      Spot& a = matches_[m];
      const Spot& b = matches_[m + 1];
      if (a.adjective || b.adjective || b.first != a.last + (a.span.end > pieces()[a.last - 1].span.end ? 1U : 0U)) continue;
      const Gap gap = pieces()[b.first].gap;
      if (gap != Gap::comma && gap != Gap::space && !(gap == Gap::other && opens_bracket(b))) continue;
      size_t pairs = 0;
      bool inside = false;
      for (const Candidate& x : a.candidates)
        for (const Candidate& y : b.candidates)
          if (!inside && pairs++ < kMostPairs) inside = y.how != How::alternate && lies_in(gazetteer_, x.place, y.place);
      if (inside) a.inside = static_cast<int32_t>(m + 1);
    }
  }
  [[nodiscard]] bool opens_bracket(const Spot& b) const {
    return b.first > 0 && reading_.report.text.substr(pieces()[b.first - 1].span.end,
                                                      pieces()[b.first].span.begin - pieces()[b.first - 1].span.end) == " (";
  }

  [[nodiscard]] bool contains_one(size_t m) const { return m > 0 && matches_[m - 1].inside == static_cast<int32_t>(m); }

  // Words around that only a place would have.
  [[nodiscard]] bool located(size_t m) const {
    const Spot& s = matches_[m];
    if (s.sort != Sort::none || s.inside >= 0 || contains_one(m)) return true;
    const Span line = reading_.report.dateline_span.value_or(Span{});
    if (line.contains(s.span) || distance_follows(s)) return true;

    uint32_t i = s.first;
    while (i > 0 && (pieces()[i].gap == Gap::space || pieces()[i].gap == Gap::hyphen)) {
      const std::string& key = pieces()[i - 1].key;
      if (is_locative(key)) return true;
      if (key == "of" && i >= 2 && governs_place(pieces()[i - 2].key)) return true;
      if (key == "and" || key == "or") return listed(m, i - 1);
      if (key != "the" && !is_direction(key) && !is_article_prefix(key)) return false;
      --i;
    }
    return pieces()[i].gap == Gap::comma && listed(m, i);
  }
  // "north of", "out of", "control of"
  static bool governs_place(std::string_view key) {
    return azimuth_of(key) || key == "out" || key == "control" || key == "capture" || key == "fall";
  }
  // "Sake, 25 km to the west"
  [[nodiscard]] bool distance_follows(const Spot& s) const {
    uint32_t j = s.last;
    if (j >= pieces().size() || pieces()[j].gap != Gap::comma) return false;
    while (j < pieces().size() && j < s.last + 3 && !pieces()[j].numeric) ++j;
    return j + 1 < pieces().size() && pieces()[j].numeric && pieces()[j].sentence == pieces()[s.first].sentence &&
           is_length(pieces()[j + 1].key);
  }
  // The name before ended at piece `end` and is a place: "Sarmin, Binnish and Taftanaz".
  [[nodiscard]] bool listed(size_t m, uint32_t end) const {
    return m > 0 && matches_[m - 1].last == end && !matches_[m - 1].adjective && verdicts_[m - 1] == Verdict::good && sure_[m - 1];
  }

  void judge() {
    verdicts_.resize(matches_.size(), Verdict::no);
    sure_.resize(matches_.size(), false);
    std::set<std::string> good;
    for (size_t m = 0; m < matches_.size(); ++m) {
      verdicts_[m] = judged(m);
      if (verdicts_[m] == Verdict::good) good.insert(matches_[m].key);
    }
    // One sense for a name in a report: what is a place once is one where nothing speaks against it.
    const std::set<std::string_view> countries = named_countries();
    for (size_t m = 0; m < matches_.size(); ++m) {
      if (verdicts_[m] != Verdict::weak) continue;
      const Spot& s = matches_[m];
      const bool strange = std::all_of(pieces().begin() + s.first, pieces().begin() + s.last, [](const Piece& p) { return p.flags == 0; });
      const bool at_home = strange && std::any_of(s.candidates.begin(), s.candidates.end(),
                                                  [&](const Candidate& c) { return countries.count(gazetteer_.country(c.place)) != 0; });
      if (at_home || good.count(s.key) != 0) verdicts_[m] = Verdict::good;
    }
  }

  // Countries of the well-known places and the peoples that the report names.
  [[nodiscard]] std::set<std::string_view> named_countries() const {
    std::set<std::string_view> out;
    for (size_t m = 0; m < matches_.size(); ++m) {
      if (verdicts_[m] != Verdict::good) continue;
      for (const Candidate& c : matches_[m].candidates)
        if ((c.how == How::adjective || places::fame_of(gazetteer_, c) >= Fame::city) && !gazetteer_.country(c.place).empty())
          out.insert(gazetteer_.country(c.place));
    }
    return out;
  }

  Verdict judged(size_t m) {
    Spot& s = matches_[m];
    const Piece& head = pieces()[s.first];
    const bool single = s.last == s.first + 1;
    const Fame fame = fame_of(s);

    const Entity* e = reading_.entity_of(head);
    if (e != nullptr && e->type == EntityType::weapon && fame < Fame::state) return Verdict::no;
    if (s.adjective) return adjective(s);
    const bool short_form =
        std::all_of(s.candidates.begin(), s.candidates.end(), [](const Candidate& c) { return c.how == How::abbreviation; });
    if (short_form || (single && is_direction(head.key))) return short_form && contains_one(m) ? Verdict::good : Verdict::no;
    if (single && head.shouted && mixed(s.first) && head.span.size() <= 5 && fame < Fame::state && s.inside < 0 && !contains_one(m) &&
        !is_known_acronym(s, fame))
      return Verdict::no;
    if (head.first_word && single && (head.flags & kCommonWord) != 0 && (head.upos != Upos::PROPN || fame < Fame::city) && s.inside < 0)
      return Verdict::no;
    const bool body =
        e != nullptr && (e->type == EntityType::person || e->type == EntityType::organisation || e->type == EntityType::nationality);
    const bool loc = located(m);
    if (!neighbours_allow(m, fame, loc)) return Verdict::no;
    if (body && fame == Fame::hamlet && s.sort == Sort::none && s.inside < 0) return Verdict::weak;
    sure_[m] = loc || fame >= Fame::city;
    const bool doubted = fame < (loc ? Fame::city : Fame::state) && s.sort == Sort::none && s.inside < 0;
    if (single && doubted && persons_.count(head.key) != 0) return Verdict::no;

    const bool common = single && (head.flags & kCommonWord) != 0;
    const bool name_of_person = single && (head.flags & (kGivenName | kSurname)) != 0;
    if (!mixed(s.first)) {
      if (common && fame < Fame::state) return s.inside >= 0 && head.upos == Upos::PROPN ? Verdict::good : Verdict::no;
      if (loc || fame >= Fame::city) return Verdict::good;
      return fame == Fame::town && !name_of_person ? Verdict::good : Verdict::weak;
    }
    if (fame == Fame::state) return Verdict::good;
    if (common) {
      if (loc && (fame >= Fame::town || s.sort != Sort::none || s.inside >= 0)) return Verdict::good;
      return fame >= Fame::city && !head.first_word ? Verdict::weak : Verdict::no;
    }
    if (loc) return Verdict::good;
    if (name_of_person && fame < Fame::city) return Verdict::weak;
    return fame == Fame::hamlet ? Verdict::weak : Verdict::good;
  }

  [[nodiscard]] Fame fame_of(const Spot& s) const {
    Fame out = Fame::hamlet;
    for (const Candidate& c : s.candidates) out = std::max(out, places::fame_of(gazetteer_, c));
    return out;
  }

  // "NSW": a short form that the codebook gives a region. Other capitals are bodies.
  static bool is_known_acronym(const Spot& s, Fame fame) {
    return fame >= Fame::city &&
           std::any_of(s.candidates.begin(), s.candidates.end(), [](const Candidate& c) { return c.how == How::alias; });
  }

  // "Syrian": a body's name or a noun follows; as a language or in "Polish" at the head of a sentence it may be none.
  Verdict adjective(const Spot& s) const {
    const Piece& head = pieces()[s.first];
    if (!mixed(s.first) && (head.flags & kCommonWord) != 0) return Verdict::no;
    if (head.first_word && (head.flags & kCommonWord) != 0 && head.upos != Upos::PROPN && head.upos != Upos::ADJ) return Verdict::no;
    return Verdict::good;
  }

  // The rest of a longer run of capitals may make it a person or a firm.
  bool neighbours_allow(size_t m, Fame fame, bool loc) {
    Spot& s = matches_[m];
    if (!mixed(s.first)) return true;
    if (const Piece* prev = before(s.first); prev != nullptr && prev->gap != Gap::stop) {
      const bool after_match = m > 0 && matches_[m - 1].last == s.first && verdicts_[m - 1] != Verdict::no;
      if (prev->key == "of" && s.first >= 2 && is_press(pieces()[s.first - 2].key) && pieces()[s.first - 2].capital &&
          pieces()[s.first - 1].gap == Gap::space) {
        if (pieces()[s.first - 2].key != "university" && pieces()[s.first - 2].key != "college") return false;
        s.part_of_name = true;
      }
      const bool party = pieces()[s.first].gap == Gap::hyphen && prev->span.size() == 1;  // "D-Iowa City"
      if (prev->capital && !after_match && !party && !is_direction(prev->key) && !is_calendar(prev->key) && !leads_name(prev->key)) {
        if (is_article_prefix(prev->key) && pieces()[s.first].gap == Gap::hyphen) {
          s.span.begin = prev->span.begin;
        } else if (is_title(prev->key) || is_press(prev->key)) {
          return false;
        } else if (!prev->first_word || (prev->flags & kCommonWord) == 0) {
          if ((prev->flags & kCommonWord) == 0 || fame < Fame::city) return false;
          s.part_of_name = true;
        }
      }
    }
    const Piece* next = after(s.last);
    if (next != nullptr) next = &pieces()[past_article(s.last)];
    if (next == nullptr || !next->capital || next->first_word) return true;
    if (next->flags == 0 && begins_name(pieces()[s.last - 1].key)) return false;
    const bool given =
        fame < Fame::state && (pieces()[s.first].flags & kGivenName) != 0 && s.last == s.first + 1 && next->gap == Gap::space;
    if (given && (next->flags & kCommonWord) == 0 && sort_of_word(next->key) == Sort::none) return false;
    // A little known name behind may as well be a surname.
    const bool person = (next->flags & (kGivenName | kSurname)) != 0 && (next->flags & kCommonWord) == 0;
    const bool before_match = m + 1 < matches_.size() && matches_[m + 1].first == s.last &&
                              (fame_of(matches_[m + 1]) > (person ? Fame::town : Fame::hamlet) || matches_[m + 1].sort != Sort::none);
    if (before_match || is_calendar(next->key) || sort_of_word(next->key) != Sort::none) return true;
    s.part_of_name = true;
    if (is_title(next->key)) return true;
    if (is_press(next->key)) return false;
    if (person) return fame == Fame::state;
    if ((next->flags & kCommonWord) == 0) return fame >= Fame::city || (loc && s.inside >= 0);
    return true;
  }

  std::vector<Spot> accepted() {
    std::vector<Spot> out;
    std::map<int32_t, int32_t> moved;
    for (size_t m = 0; m < matches_.size(); ++m) {
      if (verdicts_[m] != Verdict::good) continue;
      moved[static_cast<int32_t>(m)] = static_cast<int32_t>(out.size());
      out.push_back(std::move(matches_[m]));
    }
    for (Spot& s : out) {
      const auto it = moved.find(s.inside);
      s.inside = it == moved.end() ? -1 : it->second;
    }
    return out;
  }

  // Names that the gazetteer lacks but the text or the model says are places.
  void add_unknown(std::vector<Spot>& out) const {
    std::vector<bool> taken(pieces().size(), false);
    for (const Spot& s : out) std::fill(taken.begin() + s.first, taken.begin() + s.last, true);
    for (const Entity& e : reading_.analysis.entities) {
      if (e.type != EntityType::location) continue;
      uint32_t i = 0;
      while (i < pieces().size() && pieces()[i].token < e.first) ++i;
      uint32_t j = i;
      while (j < pieces().size() && pieces()[j].token < e.last) ++j;
      while (i < j && (!reading_.nameish(pieces()[i]) || pieces()[i].key == "the")) ++i;
      while (j > i && !reading_.nameish(pieces()[j - 1])) --j;
      if (past_article(j) != j) j = past_article(j) + 1;
      // "near Jane Doe's car"
      const bool owner = i < j && reading_.report.text.compare(pieces()[j - 1].span.end, 2, "'s") == 0;
      if (i < j && !owner && led_by_place_word(i) && is_strange(i, j)) add_if_free(i, j, taken, out);
    }
    for (uint32_t i = 0; i < pieces().size(); ++i) {
      if (!mixed(i) || !reading_.nameish(pieces()[i]) || taken[i] || pieces()[i].first_word) continue;
      const bool of_sort =
          i >= 2 && pieces()[i].gap == Gap::space && pieces()[i - 1].key == "of" && sort_before_of(pieces()[i - 2].key) != Sort::none;
      const bool after_sort = i >= 1 && pieces()[i].gap == Gap::space && !pieces()[i - 1].capital &&
                              (pieces()[i - 1].key == "village" || pieces()[i - 1].key == "town");
      const bool introduced = (of_sort || after_sort) && pieces()[i].upos == Upos::PROPN;
      uint32_t j = i + 1;
      while (j < pieces().size() && !taken[j] && (reading_.nameish(pieces()[j]) || past_article(j) != j) &&
             (pieces()[j].gap == Gap::space || pieces()[j].gap == Gap::hyphen) && sort_of_word(pieces()[j].key) == Sort::none)
        j = past_article(j) + 1;
      const bool headed = begins_name(pieces()[i].key) && j > i + 1 && pieces()[j - 1].flags == 0;
      const Piece* next = after(j);
      const bool named = next != nullptr && says_place(next->key) && pieces()[j - 1].upos == Upos::PROPN;
      const bool built = next != nullptr && next->capital && says_site(next->key) && led_by_place_word(i);
      if (introduced || named || built || headed) add_if_free(i, j, taken, out);
      i = j - 1;
    }
  }

  // "in Zubaydiya", "near the Zubaydiya": the model alone takes too much for places.
  [[nodiscard]] bool led_by_place_word(uint32_t i) const {
    while (i > 0 && pieces()[i].gap == Gap::space && (pieces()[i - 1].key == "the" || is_direction(pieces()[i - 1].key))) --i;
    if (i == 0 || pieces()[i].gap != Gap::space) return false;
    const std::string& key = pieces()[i - 1].key;
    return key == "in" || key == "at" || key == "near" || key == "outside" || key == "around" || key == "inside" || key == "across";
  }
  // No piece is an ordinary word or a person's name.
  [[nodiscard]] bool is_strange(uint32_t i, uint32_t j) const {
    return std::all_of(pieces().begin() + i, pieces().begin() + j,
                       [&](const Piece& p) { return p.flags == 0 && persons_.count(p.key) == 0 && !p.shouted && !is_creed(p.key); });
  }

  // Words that after an unknown name leave no doubt.
  static bool says_place(std::string_view key) {
    return key == "village" || key == "district" || key == "province" || key == "governorate" || key == "town" || key == "neighborhood" ||
           key == "neighbourhood" || key == "airbase" || key == "airport" || key == "valley" || key == "river" || key == "mountains" ||
           key == "suburb" || key == "county" || key == "oblast";
  }

  // And these where the name stands behind "in", "at", "near".
  static bool says_site(std::string_view key) {
    return key == "market" || key == "bazaar" || key == "chowk" || key == "mosque" || key == "palace" || key == "colony" ||
           key == "square" || key == "bridge" || key == "road" || key == "camp" || key == "barracks" || key == "dam" || key == "crossing";
  }

  void add_if_free(uint32_t i, uint32_t j, std::vector<bool>& taken, std::vector<Spot>& out) const {
    if (i >= j) return;
    for (uint32_t k = i; k < j; ++k)
      if (taken[k] || is_title(pieces()[k].key) || is_calendar(pieces()[k].key) || is_creed(pieces()[k].key)) return;
    if (j == i + 1 && (sort_of_word(pieces()[i].key) != Sort::none || is_direction(pieces()[i].key) || pieces()[i].numeric)) return;
    std::fill(taken.begin() + i, taken.begin() + j, true);
    Spot s;
    s.first = i;
    s.last = j;
    s.span = {pieces()[i].span.begin, pieces()[j - 1].span.end};
    for (uint32_t k = i; k < j; ++k) s.key += (k > i && pieces()[k].gap != Gap::apostrophe ? " " : "") + pieces()[k].key;
    s.candidates = gazetteer_.lookup_like(s.span.in(reading_.report.text));
    s.candidates.erase(std::remove_if(s.candidates.begin(), s.candidates.end(), [](const Candidate& c) { return c.how == How::adjective; }),
                       s.candidates.end());
    say_sort(s);
    out.push_back(std::move(s));
  }

  const Reading& reading_;
  const Gazetteer& gazetteer_;
  std::vector<Spot> matches_;
  std::vector<Verdict> verdicts_;
  std::vector<bool> sure_;  // a match has words around it that only a place would have, or is well known
  std::set<std::string> persons_;
};

}  // namespace

bool lies_in(const Gazetteer& gazetteer, uint32_t inner, uint32_t outer) {
  if (inner == outer) return false;
  switch (gazetteer.kind(outer)) {
    case Kind::country:
      return gazetteer.kind(inner) != Kind::country && gazetteer.country(inner) == gazetteer.country(outer);
    case Kind::admin1:
      return gazetteer.admin1(inner) == outer;
    case Kind::admin2:
      return gazetteer.admin2(inner) == outer;
    default:
      return false;
  }
}

std::vector<Spot> spot(const Reading& reading, const Gazetteer& gazetteer) {
  return Spotter(reading, gazetteer).run();
}

}  // namespace herald::places
