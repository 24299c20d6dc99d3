#include "mention/clusters.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "base/text.h"
#include "mention/cluster_items.h"

namespace herald::mention {
namespace {

using actors::ActorEntry;
using actors::ActorKind;
using actors::Words;

// How far back, in sentences, each kind of expression reaches.
constexpr uint32_t kPronounReach = 2;
constexpr uint32_t kEpithetReach = 4;
constexpr uint32_t kHeadReach = 12;

class Sieves {
 public:
  Sieves(const actors::Describer& describer, std::vector<Item> items)
      : describer_(describer), words_(describer.words()), items_(std::move(items)) {}

  std::vector<Item> run() {
    for (size_t i = 0; i < items_.size(); ++i) {
      tie(i);
      remember(i);
    }
    return std::move(items_);
  }

 private:
  void tie(size_t i);
  void remember(size_t i);
  [[nodiscard]] std::optional<size_t> latest(size_t i, uint32_t reach, const std::function<bool(const Item&)>& fits) const;
  [[nodiscard]] std::optional<size_t> apposition(size_t i) const;
  [[nodiscard]] std::optional<size_t> same_name(size_t i) const;
  [[nodiscard]] std::optional<size_t> same_head(size_t i) const;
  [[nodiscard]] std::optional<size_t> epithet(size_t i) const;
  [[nodiscard]] std::optional<size_t> pronoun(size_t i) const;
  [[nodiscard]] std::optional<size_t> speaker(size_t i) const;
  [[nodiscard]] bool agrees(const Item& pronoun, size_t candidate) const;
  [[nodiscard]] bool arguments_of_one_verb(const Item& a, const Item& b) const;
  [[nodiscard]] size_t cluster_of(size_t i) const { return first_[i]; }
  [[nodiscard]] const ActorEntry* entry_of(const Item& item) const {
    return item.actor() && !item.actor()->ref.empty() ? describer_.registry().find(item.actor()->ref) : nullptr;
  }

  const actors::Describer& describer_;
  const Words& words_;
  std::vector<Item> items_;
  std::vector<size_t> first_;        // first item of each item's cluster, for those seen
  std::map<size_t, Gender> gender_;  // by cluster
  std::map<size_t, int> mentioned_;  // by cluster
};

bool same_kind(const Item& a, const Item& b) {
  return a.mention.what.index() == b.mention.what.index();
}

bool numbers_agree(Number a, Number b) {
  return a == Number::unknown || b == Number::unknown || a == b;
}

// "Syrian Observatory for Human Rights": "sohr". Small words count in some acronyms and not in others.
bool is_acronym(const std::string& acronym, const std::string& name) {
  if (acronym.size() < 2 || acronym.find(' ') != std::string::npos) return false;
  std::string all;
  std::string large;
  for (const std::string_view word : base::split(name, ' ')) {
    if (word.empty()) return false;
    all += word.front();
    if (word != "of" && word != "the" && word != "for" && word != "and" && word != "in" && word != "on" && word != "de" && word != "la")
      large += word.front();
  }
  return all.size() >= 2 && (acronym == all || acronym == large);
}

std::optional<size_t> Sieves::latest(size_t i, uint32_t reach, const std::function<bool(const Item&)>& fits) const {
  const Item& item = items_[i];
  for (size_t k = i; k-- > 0;) {
    const Item& other = items_[k];
    if (other.mention.sentence + reach < item.mention.sentence) return std::nullopt;
    if (other.mention.span.overlaps(item.mention.span)) continue;
    if (!other.original && !other.antecedent) continue;
    if (fits(other)) return k;
  }
  return std::nullopt;
}

std::optional<size_t> Sieves::apposition(size_t i) const {
  const Item& item = items_[i];
  if (item.pronoun() || words_.relation(item.mention.head) != "appos") return std::nullopt;
  const int32_t governor = words_.token(item.mention.head).head;
  return latest(i, 0, [&](const Item& other) {
    return static_cast<int32_t>(other.mention.head) == governor && same_kind(other, item) &&
           !(item.actor() && item.actor()->type != other.actor()->type && item.name() && other.name());
  });
}

std::optional<size_t> Sieves::same_name(size_t i) const {
  const Item& item = items_[i];
  const bool person = item.actor() && item.actor()->type == ActorType::person;
  if (const std::string ref = item.actor() ? item.actor()->ref : item.place() ? item.place()->ref : ""; !ref.empty() && !person) {
    const bool stands = item.name() || (!item.counted && (item.definite() || item.determiner.empty()) && item.being == Being::body) ||
                        (item.definite() && !item.counted);
    if (stands)
      if (const auto k = latest(i, kHeadReach * 4, [&](const Item& other) {
            if (!same_kind(other, item) || other.pronoun() || (other.actor() && other.actor()->type == ActorType::person)) return false;
            if (other.place())
              return other.place()->ref == ref && other.place()->method == item.place()->method && other.place()->use == item.place()->use;
            // A few of a body are not the body.
            return other.actor()->ref == ref && (other.name() || other.being == Being::body || (other.definite() && !other.counted)) &&
                   (item.name() || item.being == other.being || other.name());
          }))
        return k;
  }
  if (!item.name() || item.text.empty()) return std::nullopt;
  return latest(i, kHeadReach * 4, [&](const Item& other) {
    if (!other.name() || !same_kind(other, item)) return false;
    if (other.text == item.text) return !item.actor() || item.actor()->type == other.actor()->type;
    if (!item.actor() || item.actor()->type != other.actor()->type) return false;
    if (person) {
      // The last name alone, or with a title.
      const size_t cut = other.text.rfind(' ');
      const size_t own = item.text.rfind(' ');
      const std::string last = cut == std::string::npos ? other.text : other.text.substr(cut + 1);
      const std::string own_last = own == std::string::npos ? item.text : item.text.substr(own + 1);
      return last == own_last && (own == std::string::npos || cut == std::string::npos);
    }
    return is_acronym(item.text, other.text) || is_acronym(other.text, item.text);
  });
}

std::optional<size_t> Sieves::same_head(size_t i) const {
  const Item& item = items_[i];
  if (item.pronoun() || !item.definite() || item.head.empty() || item.counted) return std::nullopt;
  return latest(i, kHeadReach, [&](const Item& other) {
    if (!same_kind(other, item) || other.pronoun() || !numbers_agree(item.number, other.number)) return false;
    // A name that has the noun in it ("the observatory"), or the same noun with nothing new said of it.
    if (other.name() && item.modifiers.empty()) return other.words.count(item.head) != 0;
    if (other.name() || other.head != item.head) return false;
    return std::includes(other.words.begin(), other.words.end(), item.modifiers.begin(), item.modifiers.end());
  });
}

std::optional<size_t> Sieves::epithet(size_t i) const {
  const Item& item = items_[i];
  if (item.pronoun() || item.name() || !item.definite() || item.counted) return std::nullopt;
  if (const std::vector<PlaceType> types = place_types_of(item.head); item.place() && !types.empty())
    return latest(i, kEpithetReach, [&](const Item& other) {
      if (!other.place() || other.place()->use != PlaceUse::literal || other.place()->method == PlaceMethod::relative) return false;
      return std::find(types.begin(), types.end(), other.place()->type) != types.end();
    });
  if (!item.actor() || !item.modifiers.empty() || item.number == Number::plural) return std::nullopt;
  static const std::map<std::string, std::vector<ActorKind>> kinds = {
      {"group", {ActorKind::rebel, ActorKind::militia, ActorKind::party, ActorKind::monitor, ActorKind::ngo}},
      {"movement", {ActorKind::rebel, ActorKind::party, ActorKind::militia}},
      {"organisation", {ActorKind::rebel, ActorKind::party, ActorKind::ngo, ActorKind::international, ActorKind::monitor}},
      {"organization", {ActorKind::rebel, ActorKind::party, ActorKind::ngo, ActorKind::international, ActorKind::monitor}},
      {"outfit", {ActorKind::rebel, ActorKind::militia}},
      {"network", {ActorKind::rebel}},
      {"faction", {ActorKind::rebel, ActorKind::militia, ActorKind::party}},
      {"militia", {ActorKind::militia, ActorKind::rebel}},
      {"party", {ActorKind::party}},
      {"front", {ActorKind::rebel}},
      {"coalition", {ActorKind::coalition}},
      {"alliance", {ActorKind::coalition}},
      {"monitor", {ActorKind::monitor}},
      {"watchdog", {ActorKind::monitor, ActorKind::ngo}},
      {"agency", {ActorKind::agency, ActorKind::international}},
      {"newspaper", {ActorKind::newspaper}},
      {"daily", {ActorKind::newspaper}},
      {"broadcaster", {ActorKind::broadcaster}},
      {"channel", {ActorKind::broadcaster}},
      {"court", {ActorKind::court}},
      {"tribunal", {ActorKind::court}},
      {"charity", {ActorKind::ngo}},
  };
  const auto at = kinds.find(item.head);
  if (at == kinds.end() || !item.actor()->ref.empty()) return std::nullopt;
  return latest(i, kEpithetReach, [&](const Item& other) {
    if (!other.actor() || !other.name() || other.actor()->type != ActorType::organisation) return false;
    const ActorEntry* entry = entry_of(other);
    return entry && std::find(at->second.begin(), at->second.end(), entry->kind) != at->second.end();
  });
}

bool Sieves::arguments_of_one_verb(const Item& a, const Item& b) const {
  if (words_.token(a.mention.head).deprel == "nmod:poss" || words_.token(b.mention.head).deprel == "nmod:poss") return false;
  const int32_t governor = words_.token(a.mention.head).head;
  return governor >= 0 && governor == words_.token(b.mention.head).head;
}

bool Sieves::agrees(const Item& pronoun, size_t candidate) const {
  const Item& other = items_[candidate];
  if (pronoun.number == Number::singular && other.number == Number::plural) return false;
  switch (pronoun.being) {
    case Being::person: {
      if (other.being != Being::person) return false;
      const auto known = gender_.find(cluster_of(candidate));
      const Gender gender = known == gender_.end() ? other.gender : known->second;
      return gender == Gender::unknown || gender == pronoun.gender;
    }
    case Being::people:
      if (other.pronoun()) return other.being == Being::people;
      if (other.being == Being::person || other.being == Being::place) return false;
      return other.being == Being::people || other.number != Number::singular;
    default:
      if (other.actor() && other.actor()->type == ActorType::nationality) return false;
      if (other.pronoun()) return other.being == Being::body;
      return other.being == Being::body || (other.being == Being::place && other.place()->use == PlaceUse::literal);
  }
}

std::optional<size_t> Sieves::pronoun(size_t i) const {
  const Item& item = items_[i];
  std::optional<size_t> best;
  double most = 0;
  for (size_t k = i; k-- > 0;) {
    const Item& other = items_[k];
    if (other.mention.sentence + kPronounReach < item.mention.sentence) break;
    if (other.mention.span.overlaps(item.mention.span) || (!other.original && !other.antecedent)) continue;
    if (!agrees(item, k) || arguments_of_one_verb(item, other)) continue;
    const double back = static_cast<double>(item.mention.sentence - other.mention.sentence);
    const auto count = mentioned_.find(cluster_of(k));
    double score = 10 - 2.5 * back + 1.0 * other.salience + 0.3 * std::min(count == mentioned_.end() ? 0 : count->second, 4);
    // Later words of the same sentence are less likely than its subject; of earlier sentences' words the last are not more likely.
    if (other.pronoun()) score += 1.0;
    if (other.being == Being::place) score -= 3;
    if (item.being == Being::people && other.being == Being::body) score -= 1.5;
    if (back == 0) score -= 0.02 * static_cast<double>(item.mention.first - other.mention.first);
    if (!best || score > most) {
      most = score;
      best = k;
    }
  }
  return best;
}

// "He said we would fight": the subject of the clause that the pronoun's clause depends on, where it comes before.
std::optional<size_t> Sieves::speaker(size_t i) const {
  const Item& item = items_[i];
  uint32_t at = item.mention.head;
  for (int steps = 0; steps < 32; ++steps) {
    const int32_t head = words_.token(at).head;
    if (head < 0) return std::nullopt;
    const bool content = words_.relation(at) == "ccomp" || words_.relation(at) == "parataxis";
    at = static_cast<uint32_t>(head);
    if (!content) continue;
    for (const uint32_t c : words_.children(at))
      if (words_.relation(c) == "nsubj")
        return latest(i, 0, [&](const Item& other) { return other.mention.head == c && other.actor() && other.being != Being::place; });
  }
  return std::nullopt;
}

void Sieves::tie(size_t i) {
  Item& item = items_[i];
  if (item.actor() && item.actor()->type == ActorType::nationality && item.name()) return;
  if (item.pronoun()) {
    const bool expletive = words_.relation(item.mention.head) == "expl";
    if (!expletive) item.antecedent = item.first_person ? speaker(i) : pronoun(i);
    // A speaker whom the text does not name goes on speaking.
    for (size_t k = i;
         item.first_person && !item.antecedent && k-- > 0 && items_[k].mention.sentence + kPronounReach >= item.mention.sentence;)
      if (items_[k].first_person && items_[k].number == item.number) {
        items_[k].original = true;  // the first of them is a mention, too
        item.antecedent = k;
      }
    return;
  }
  for (const auto sieve : {&Sieves::apposition, &Sieves::same_name, &Sieves::same_head, &Sieves::epithet})
    if (const std::optional<size_t> k = (this->*sieve)(i)) {
      item.antecedent = k;
      return;
    }
}

// What the cluster is said to be, for those that come after; and what this mention takes over from it.
void Sieves::remember(size_t i) {
  Item& item = items_[i];
  first_.push_back(item.antecedent ? first_[*item.antecedent] : i);
  const size_t cluster = first_[i];
  ++mentioned_[cluster];
  if (item.gender != Gender::unknown) gender_.emplace(cluster, item.gender);
  if (!item.antecedent) return;
  const Mention& before = items_[*item.antecedent].mention;
  if (item.pronoun() || (!item.original && before.as<Place>())) {
    item.mention.what = before.what;
    if (item.pronoun()) item.being = items_[*item.antecedent].being == Being::person ? Being::person : item.being;
  }
  if (Place* place = item.mention.as<Place>(); place && !item.original) place->method = PlaceMethod::inherited;
  Actor* actor = item.mention.as<Actor>();
  const Actor* earlier = before.as<Actor>();
  if (!actor || !earlier || item.pronoun()) return;
  if (actor->ref.empty()) {
    actor->ref = earlier->ref;
    if (!item.name() || !earlier->ref.empty()) actor->name = earlier->name;
  }
  if (actor->country.empty()) actor->country = earlier->country;
  if (actor->party == PartyKind::unknown) actor->party = earlier->party;
  actor->speaks = actor->speaks || earlier->speaks;
}

}  // namespace

std::vector<Mention> cluster(const Report& report, const Analysis& analysis, const actors::Registry& registry,
                             std::vector<Mention> mentions) {
  const actors::Describer describer(report, analysis, registry);
  std::vector<Item> items = Sieves(describer, items_of(describer, mentions)).run();
  // Actors and places come back as items; times, counts and weapons stand by.
  struct Slot {
    Mention mention;
    std::optional<size_t> item;
  };
  std::vector<Slot> slots;
  for (Mention& m : mentions)
    if (!m.as<Actor>() && !m.as<Place>()) slots.push_back({std::move(m), std::nullopt});
  for (size_t i = 0; i < items.size(); ++i)
    if (items[i].original || items[i].antecedent) slots.push_back({items[i].mention, i});
  std::stable_sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) { return in_text_order(a.mention.span, b.mention.span); });
  std::vector<uint32_t> place_of(items.size(), 0);
  for (uint32_t s = 0; s < slots.size(); ++s)
    if (slots[s].item) place_of[*slots[s].item] = s;
  std::vector<Mention> out;
  out.reserve(slots.size());
  for (Slot& slot : slots) {
    if (slot.item && items[*slot.item].antecedent) {
      const uint32_t at = place_of[*items[*slot.item].antecedent];
      if (at < out.size()) slot.mention.antecedent = at;
    }
    out.push_back(std::move(slot.mention));
  }
  return out;
}

}  // namespace herald::mention
