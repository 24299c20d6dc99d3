#include "mention/merge.h"

#include <algorithm>
#include <set>
#include <string>

#include "base/text.h"

namespace herald::mention {
namespace {

bool describes_place(const std::string& word) {
  static const std::set<std::string> words = {
      "",         "the",       "of",       "city",    "town",         "village",     "province", "region",   "district",  "governorate",
      "state",    "county",    "river",    "valley",  "area",         "areas",       "greater",  "central",  "northern",  "southern",
      "eastern",  "western",   "north",    "south",   "east",         "west",        "island",   "islands",  "peninsula", "sea",
      "mountain", "mountains", "mount",    "suburb",  "suburbs",      "countryside", "capital",  "republic", "kingdom",   "country",
      "border",   "airport",   "airbase",  "base",    "camp",         "gulf",        "lake",     "dam",      "bridge",    "s",
      "besieged", "strategic", "historic", "ancient", "neighbouring", "neighboring"};
  return words.count(word) != 0;
}

enum class Verdict { both, first, second };

bool is_name(const Mention& m) {
  return m.as<Actor>() && m.form == MentionForm::name;
}

// Between an actor and something else that overlaps it.
Verdict judge_actor(const Mention& a, Mention& other) {
  const Actor& actor = *a.as<Actor>();
  const bool inside = a.span.contains(other.span) && a.span != other.span;
  if (Place* place = other.as<Place>()) {
    if (a.span == other.span) {
      if (actor.type == ActorType::nationality || actor.type == ActorType::group) return Verdict::both;
      const bool state = actor.type == ActorType::organisation && !actor.ref.empty() && actor.ref.size() > 11 &&
                         actor.ref.compare(actor.ref.size() - 11, 11, "-government") == 0;
      if (state) {
        place->use = PlaceUse::associative;
        return Verdict::both;
      }
      return !actor.ref.empty() ? Verdict::first : Verdict::second;
    }
    // The gazetteer's word against the model's: "the Aleppo-Damascus highway" is no body.
    if (is_name(a) && actor.ref.empty() && place->use == PlaceUse::literal && other.first <= a.head && a.head < other.last)
      return Verdict::second;
    if (inside) return is_name(a) && place->use == PlaceUse::literal ? Verdict::first : Verdict::both;
    if (other.span.contains(a.span)) return Verdict::both;
  } else if (other.as<Weapon>()) {
    if (inside) return is_name(a) && !actor.ref.empty() ? Verdict::first : Verdict::both;
    return other.head == a.head || other.span.contains(a.span) ? Verdict::second : Verdict::both;
  } else {
    // "Twelve Americans" counts Americans, and so does a small "three" that slipped into a name; the number of "17 November" is part of its
    // name.
    const size_t at = other.span.begin - std::min(other.span.begin, a.span.begin);
    const auto within = [&](char low, char high) { return at < actor.name.size() && actor.name[at] >= low && actor.name[at] <= high; };
    const bool counts = other.as<Quantity>() && (at == 0 ? !within('0', '9') : within('a', 'z'));
    if (inside) return is_name(a) && !counts ? Verdict::first : Verdict::both;
    if (other.span.contains(a.span)) return Verdict::second;
  }
  return a.span.size() >= other.span.size() ? Verdict::first : Verdict::second;
}

Verdict judge(Mention& a, Mention& b) {
  if (!a.span.overlaps(b.span)) return Verdict::both;
  const bool actor_a = a.as<Actor>() != nullptr;
  const bool actor_b = b.as<Actor>() != nullptr;
  if (actor_a && !actor_b) return judge_actor(a, b);
  if (actor_b && !actor_a) {
    const Verdict verdict = judge_actor(b, a);
    return verdict == Verdict::first ? Verdict::second : verdict == Verdict::second ? Verdict::first : Verdict::both;
  }
  if (a.what.index() == b.what.index()) {
    if (a.span == b.span) return Verdict::first;
    return a.span.contains(b.span) || b.span.contains(a.span) ? Verdict::both
           : a.span.size() >= b.span.size()                   ? Verdict::first
                                                              : Verdict::second;
  }
  // "25 km south of Aleppo" holds its figure, "the 7 July bombings" its day; of a time and a count over the same words the time is meant.
  if (a.span == b.span) return a.as<Quantity>() ? Verdict::second : b.as<Quantity>() ? Verdict::first : Verdict::both;
  if (a.as<Timex>() && b.as<Quantity>() && a.span.contains(b.span)) return Verdict::first;
  if (b.as<Timex>() && a.as<Quantity>() && b.span.contains(a.span)) return Verdict::second;
  if (a.span.contains(b.span) || b.span.contains(a.span)) return Verdict::both;
  return a.span.size() >= b.span.size() ? Verdict::first : Verdict::second;
}

// "More than 60 Palestinians": a described party whose count the parser cut in two begins where the count does.
void take_counts_in(std::vector<Mention>& mentions) {
  for (const Mention& count : mentions) {
    if (!count.as<Quantity>()) continue;
    for (Mention& party : mentions) {
      const bool crosses = count.span.begin < party.span.begin && party.span.begin < count.span.end && count.span.end <= party.span.end;
      if (!crosses || !party.as<Actor>() || party.sentence != count.sentence) continue;
      party.span.begin = count.span.begin;
      party.first = count.first;
    }
  }
}

}  // namespace

void widen_places(const Report& report, const Analysis& analysis, std::vector<Mention>& mentions) {
  for (const Entity& entity : analysis.entities) {
    if (entity.type != EntityType::location) continue;
    Mention* only = nullptr;
    size_t inside = 0;
    for (Mention& m : mentions)
      if (m.as<Place>() && entity.span.contains(m.span)) {
        ++inside;
        only = &m;
      }
    if (inside != 1 || only->as<Place>()->use != PlaceUse::literal || only->span == entity.span) continue;
    bool plain = true;
    for (uint32_t t = entity.first; t < entity.last; ++t)
      if ((t < only->first || t >= only->last) && !describes_place(base::fold(analysis.word(t, report.text)))) plain = false;
    if (!plain) continue;
    only->span = entity.span;
    only->first = entity.first;
    only->last = entity.last;
  }
}

std::vector<Mention> merge(std::vector<Mention> mentions) {
  take_counts_in(mentions);
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) { return in_text_order(a.span, b.span); });
  std::vector<bool> gone(mentions.size(), false);
  for (size_t i = 0; i < mentions.size(); ++i) {
    const uint32_t reach = mentions[i].span.end;
    for (size_t j = i + 1; j < mentions.size() && !gone[i] && mentions[j].span.begin < reach; ++j) {
      if (gone[j]) continue;
      const Verdict verdict = judge(mentions[i], mentions[j]);
      if (verdict == Verdict::first) gone[j] = true;
      if (verdict == Verdict::second) gone[i] = true;
    }
  }
  std::vector<Mention> out;
  for (size_t i = 0; i < mentions.size(); ++i)
    if (!gone[i]) out.push_back(std::move(mentions[i]));
  return out;
}

}  // namespace herald::mention
