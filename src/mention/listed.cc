#include "mention/listed.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/one_of.h"
#include "base/text.h"
#include "mention/cluster_items.h"

namespace herald::mention {
namespace {

bool is_kind(const Mention& m, EntityType type) {
  const Actor* actor = m.as<Actor>();
  const Weapon* weapon = m.as<Weapon>();
  switch (type) {
    case EntityType::person:
      return actor && actor->type == ActorType::person;
    case EntityType::organisation:
      return actor && (actor->type == ActorType::organisation || actor->type == ActorType::group);
    case EntityType::location:
      return m.as<Place>() && m.as<Place>()->use == PlaceUse::literal;
    case EntityType::weapon:
      return weapon && weapon->type == WeaponType::weapon;
    case EntityType::platform:
      return weapon && weapon->type != WeaponType::weapon;
    default:
      return false;
  }
}

// Inside another mention's words, which are more than its own.
template <typename Accept>
bool is_within(const Mention& m, const std::vector<Mention>& all, const Accept& accept) {
  return std::any_of(all.begin(), all.end(), [&](const Mention& o) { return o.span.contains(m.span) && o.span != m.span && accept(o); });
}

// "Airstrikes", "a suicide bomber": the codebook's words for a deed or its doer, by which claims know the means.
bool is_deed(const std::string& noun) {
  return noun.ends_with("ing") || noun.ends_with("strike") || noun.ends_with("raid") ||
         base::one_of(noun, {"attack", "blast", "explosion", "bombardment", "barrage", "assault", "campaign", "bomber", "attacker", "fire",
                             "fight", "gunfight", "battle", "duel", "salvo", "mission", "run", "arson"});
}

// "Hu said" beside "Hu Jintao": a name that resolved to nothing, and that a person of the report bears.
bool is_of_person(const Mention& m, const std::vector<Mention>& all, const Report& report, const Analysis& analysis) {
  if (m.as<Place>()->at || m.form != MentionForm::name || m.last != m.first + 1) return false;
  return std::any_of(all.begin(), all.end(), [&](const Mention& o) {
    if (!o.as<Actor>() || o.as<Actor>()->type != ActorType::person || o.last < o.first + 2) return false;
    for (uint32_t t = o.first; t < o.last; ++t)
      if (analysis.word(t, report.text) == analysis.word(m.first, report.text)) return true;
    return false;
  });
}

bool is_left_out(const Mention& m, const std::vector<Mention>& all, const Report& report, const Analysis& analysis) {
  const auto party = [](const Mention& o) { return o.as<Actor>() != nullptr; };
  const auto thing = [](const Mention& o) { return !o.as<Weapon>() && !o.as<Timex>(); };
  if (m.as<Weapon>()) {
    const Token& head = analysis.tokens[m.head];
    return is_deed(base::lower_ascii(head.lemma)) || (head.deprel == "compound" && is_within(m, all, thing));
  }
  if (const Quantity* count = m.as<Quantity>())
    return base::one_of(base::lower_ascii(m.span.in(report.text)), {"a", "an", "another"}) || (count->vague && !is_within(m, all, party));
  const Place* place = m.as<Place>();
  if (!place) return false;
  if (m.form == MentionForm::pronoun || is_of_person(m, all, report, analysis)) return true;
  if (place->use != PlaceUse::associative) return false;
  const auto people = [&](const Mention& o) { return o.span == m.span && o.as<Actor>() && o.as<Actor>()->type == ActorType::group; };
  return (analysis.tokens[m.head].upos == Upos::ADJ && is_within(m, all, party)) || std::any_of(all.begin(), all.end(), people);
}

void widen(const Analysis& analysis, std::vector<Mention>& mentions) {
  for (const Entity& entity : analysis.entities) {
    Mention* only = nullptr;
    size_t touched = 0;
    for (Mention& m : mentions)
      if (m.span.overlaps(entity.span) && is_kind(m, entity.type)) {
        ++touched;
        only = &m;
      }
    const auto crosses = [&](const Mention& m) {
      return &m != only && m.span.overlaps(entity.span) && !m.span.contains(entity.span) && !entity.span.contains(m.span);
    };
    if (touched != 1 || std::any_of(mentions.begin(), mentions.end(), crosses)) continue;
    only->span = entity.span;
    only->first = entity.first;
    only->last = entity.last;
    if (entity.type == EntityType::platform) only->as<Weapon>()->type = WeaponType::platform;
  }
}

uint32_t head_of(const Analysis& analysis, const Entity& entity) {
  for (uint32_t t = entity.first; t < entity.last; ++t) {
    const int32_t head = analysis.tokens[t].head;
    if (head < static_cast<int32_t>(entity.first) || head >= static_cast<int32_t>(entity.last)) return t;
  }
  return entity.last - 1;
}

// The kind of ground that a noun stands for where no name does.
std::optional<PlaceType> ground_of(const std::string& noun) {
  if (const std::vector<PlaceType> types = place_types_of(noun); !types.empty()) return types.front();
  if (base::one_of(noun, {"route", "front", "frontline", "frontier"})) return PlaceType::road;
  if (base::one_of(noun, {"position", "compound", "headquarters", "barracks", "garrison", "checkpoint", "outpost", "stronghold", "bastion",
                          "fortification", "trench", "tunnel", "depot", "refinery"}))
    return PlaceType::facility;
  return std::nullopt;
}

std::optional<Mention> unresolved(const Report& report, const Analysis& analysis, const Entity& entity) {
  Mention m;
  m.span = entity.span;
  m.first = entity.first;
  m.last = entity.last;
  m.head = head_of(analysis, entity);
  const Token& head = analysis.tokens[m.head];
  m.sentence = head.sentence;
  m.form = head.upos == Upos::PROPN ? MentionForm::name : head.upos == Upos::PRON ? MentionForm::pronoun : MentionForm::nominal;
  const std::string words(entity.span.in(report.text));
  if (entity.type == EntityType::person || entity.type == EntityType::organisation) {
    Actor actor;
    actor.type = entity.type == EntityType::person ? ActorType::person : ActorType::organisation;
    actor.name = words;
    m.what = std::move(actor);
  } else if (entity.type == EntityType::weapon) {
    Weapon weapon;
    weapon.name = head.lemma;
    m.what = std::move(weapon);
  } else if (entity.type == EntityType::platform) {
    Weapon weapon;
    weapon.type = WeaponType::platform;
    weapon.name = head.lemma;
    m.what = std::move(weapon);
  } else if (const auto type = entity.type == EntityType::location ? ground_of(head.lemma) : std::nullopt) {
    Place place;
    place.type = *type;
    place.name = words;
    m.what = std::move(place);
  } else {
    return std::nullopt;
  }
  return m;
}

}  // namespace

std::vector<Mention> listed(const Report& report, const Analysis& analysis, std::vector<Mention> mentions) {
  // Kept mentions with the number that they had; what is added has none.
  struct Slot {
    Mention mention;
    std::optional<uint32_t> before;
  };
  std::vector<bool> kept;
  for (const Mention& m : mentions) kept.push_back(!is_left_out(m, mentions, report, analysis));
  std::vector<Mention> stay;
  std::vector<uint32_t> numbers;
  for (uint32_t i = 0; i < mentions.size(); ++i) {
    if (!kept[i]) continue;
    stay.push_back(mentions[i]);
    numbers.push_back(i);
  }
  widen(analysis, stay);
  std::vector<Slot> slots;
  for (size_t i = 0; i < stay.size(); ++i) slots.push_back({std::move(stay[i]), numbers[i]});
  for (const Entity& entity : analysis.entities) {
    const auto taken = [&](const Slot& s) { return s.mention.span.overlaps(entity.span); };
    if (std::any_of(slots.begin(), slots.end(), taken)) continue;
    if (auto m = unresolved(report, analysis, entity)) slots.push_back({std::move(*m), std::nullopt});
  }
  std::stable_sort(slots.begin(), slots.end(), [](const Slot& a, const Slot& b) { return in_text_order(a.mention.span, b.mention.span); });
  std::vector<uint32_t> now(mentions.size(), 0);
  for (uint32_t s = 0; s < slots.size(); ++s)
    if (slots[s].before) now[*slots[s].before] = s;
  std::vector<Mention> out;
  out.reserve(slots.size());
  for (Slot& slot : slots) {
    std::optional<uint32_t> antecedent = slot.mention.antecedent;
    while (antecedent && !kept[*antecedent]) antecedent = mentions[*antecedent].antecedent;
    slot.mention.antecedent.reset();
    // A widened mention may now begin before the one that it is tied to.
    if (antecedent && now[*antecedent] < out.size()) slot.mention.antecedent = now[*antecedent];
    out.push_back(std::move(slot.mention));
  }
  return out;
}

}  // namespace herald::mention
