#include "mention/actors/actors.h"

#include <algorithm>
#include <set>

#include "mention/actors/focus.h"
#include "mention/actors/party.h"

namespace herald::actors {
namespace {

class Finder {
 public:
  Finder(const Report& report, const Analysis& analysis, const Registry& registry, const std::vector<Mention>& places)
      : registry_(registry), describer_(report, analysis, registry), words_(describer_.words()), focus_(describer_, places) {
    if (report.published) day_ = report.published->day();
    survey();
  }

  std::vector<Mention> find() {
    names();
    entities();
    described();
    return settled();
  }

 private:
  // What the report as a whole names: the armed groups, and the states whose forces it tells apart.
  void survey();
  void names();
  void entities();
  void described();
  std::vector<Mention> settled();

  [[nodiscard]] const NameHit& choose(const NameMatch& match) const;
  [[nodiscard]] const ActorEntry& entry_of(const NameHit& hit) const { return registry_.as_of(registry_.entry(hit.entry), day_); }
  [[nodiscard]] bool acts(uint32_t head) const;
  [[nodiscard]] std::string country_of(const Description& d, uint32_t sentence) const;
  [[nodiscard]] const ActorEntry* resolve(const Description& d, uint32_t sentence) const;
  [[nodiscard]] const ActorEntry* side_of(const Description& d, const std::string& country) const;
  void add(uint32_t first, uint32_t last, uint32_t head, MentionForm form, Actor actor);
  void add_state(const NameMatch& match, const NameHit& hit, uint32_t head);
  [[nodiscard]] uint32_t head_of(uint32_t first, uint32_t last) const;
  [[nodiscard]] Actor actor_of(const Description& d, const ActorEntry* entry, ActorType type, uint32_t first, uint32_t last) const;

  const Registry& registry_;
  Describer describer_;
  const Words& words_;
  Focus focus_;
  std::optional<Day> day_;
  std::vector<const ActorEntry*> groups_;  // armed groups that the report names, each once
  std::set<std::string> armies_;           // countries whose forces it names by their state
  std::vector<Mention> out_;
};

bool fights_no_state(ActorKind kind) {
  return kind == ActorKind::rebel || kind == ActorKind::militia;
}

void Finder::survey() {
  for (const NameMatch& match : describer_.matches()) {
    const NameHit& hit = choose(match);
    const ActorEntry& entry = entry_of(hit);
    if (hit.how <= How::sound && fights_no_state(entry.kind) && std::find(groups_.begin(), groups_.end(), &entry) == groups_.end())
      groups_.push_back(&entry);
    if (hit.how <= How::sound && (entry.kind == ActorKind::army || entry.kind == ActorKind::airforce || entry.kind == ActorKind::navy))
      armies_.insert(std::string(entry.country()));
  }
  for (uint32_t t = 0; t < words_.analysis.tokens.size(); ++t) {
    if (words_.token(t).upos != Upos::NOUN) continue;
    const Description d = describer_.describe(t);
    if (d.body == Body::army && d.states.size() == 1) armies_.insert(std::string(d.states.front()->country()));
  }
}

// Of several bearers of one name, the one at home where the report is, then the one that existed.
const NameHit& Finder::choose(const NameMatch& match) const {
  const uint32_t sentence = words_.token(match.first).sentence;
  const NameHit* best = &match.hits.front();
  double most = -1;
  for (const NameHit& hit : match.hits) {
    const ActorEntry& entry = registry_.entry(hit.entry);
    double score = -0.2 * static_cast<double>(hit.how);
    for (const std::string& country : entry.countries)
      score = std::max(score, focus_.weight(country, sentence) - 0.2 * static_cast<double>(hit.how));
    if (day_ && ((entry.period.start && *day_ < *entry.period.start) || (entry.period.end && *day_ > *entry.period.end))) score -= 5;
    if (&hit == best || score > most) {
      if (&hit != best || most < 0) most = score;
      best = &hit;
    }
  }
  return *best;
}

uint32_t Finder::head_of(uint32_t first, uint32_t last) const {
  for (uint32_t t = first; t < last; ++t) {
    const int32_t head = words_.token(t).head;
    const bool outside = head < static_cast<int32_t>(first) || head >= static_cast<int32_t>(last);
    if (outside && words_.token(t).upos != Upos::PUNCT && words_.token(t).upos != Upos::DET) return t;
  }
  return last - 1;
}

// A state's name stands for the state where it does something: "Turkey said", "bombed by Israel".
bool Finder::acts(uint32_t head) const {
  uint32_t at = head;
  for (int steps = 0; steps < 4 && words_.relation(at) == "conj" && words_.token(at).head >= 0; ++steps)
    at = static_cast<uint32_t>(words_.token(at).head);
  const int32_t governor = words_.token(at).head;
  if (governor < 0) return false;
  if (words_.token(at).deprel == "nsubj") return words_.token(static_cast<uint32_t>(governor)).upos == Upos::VERB;
  if (words_.token(at).deprel.rfind("obl", 0) != 0) return false;
  for (const uint32_t c : words_.children(at))
    if (words_.relation(c) == "case" && words_.folded(c) == "by") return true;
  return false;
}

void Finder::add(uint32_t first, uint32_t last, uint32_t head, MentionForm form, Actor actor) {
  Mention m;
  m.span = words_.span(first, last);
  m.sentence = words_.token(first).sentence;
  m.first = first;
  m.last = last;
  m.head = head;
  m.form = form;
  m.what = std::move(actor);
  out_.push_back(std::move(m));
}

void Finder::add_state(const NameMatch& match, const NameHit& hit, uint32_t head) {
  const ActorEntry& state = entry_of(hit);
  Actor actor;
  actor.ref = state.id;
  actor.name = state.name;
  actor.country = std::string(state.country());
  if (hit.how == How::adjective || hit.how == How::people) {
    actor.type = words_.plural(head) || hit.how == How::people ? ActorType::group : ActorType::nationality;
    // A bearer of the nationality is somebody whose side nobody told; the adjective is the state's.
    if (actor.type == ActorType::group) actor.name = std::string(words_.span(match.first, match.last).in(words_.report.text));
    add(match.first, match.last, head, MentionForm::name, std::move(actor));
    return;
  }
  if (!acts(head)) return;
  const ActorEntry* government = registry_.body(state.country(), Body::government, day_);
  if (!government) return;
  actor.type = ActorType::organisation;
  actor.ref = government->id;
  actor.name = government->name;
  actor.speaks = true;
  add(match.first, match.last, head, MentionForm::name, std::move(actor));
}

void Finder::names() {
  for (const NameMatch& match : describer_.matches()) {
    const NameHit& hit = choose(match);
    const ActorEntry& entry = entry_of(hit);
    const uint32_t head = head_of(match.first, match.last);
    if (registry_.entry(hit.entry).kind == ActorKind::state) {
      add_state(match, hit, head);
      continue;
    }
    Actor actor;
    actor.type = hit.how == How::person               ? ActorType::person
                 : entry.kind == ActorKind::community ? ActorType::group
                                                      : ActorType::organisation;
    actor.ref = entry.id;
    actor.name = hit.how == How::person ? std::string(words_.span(match.first, match.last).in(words_.report.text)) : entry.name;
    actor.country = std::string(entry.country());
    actor.party = hit.how != How::person && armed(entry.kind) ? PartyKind::combatants : PartyKind::unknown;
    if (hit.how == How::person) actor.party = describer_.describe(head).party;
    actor.speaks = entry.speaks || hit.how == How::person;
    add(match.first, match.last, head, MentionForm::name, std::move(actor));
  }
}

std::string Finder::country_of(const Description& d, uint32_t sentence) const {
  if (d.states.empty()) return focus_.country_at(sentence);
  const ActorEntry* best = d.states.front();
  double most = -1;
  for (const ActorEntry* state : d.states)
    if (const double w = focus_.weight(std::string(state->country()), sentence); w > most) {
      most = w;
      best = state;
    }
  return std::string(best->country());
}

const ActorEntry* Finder::side_of(const Description& d, const std::string& country) const {
  if (day_)
    if (const ActorEntry* entry = registry_.standing_for(d.side, country, *day_)) return entry;
  if (d.side != "rebels" && d.side != "separatists" && d.side != "islamists" && d.side != "leftists" && d.side != "militants")
    return nullptr;
  // "The rebels" of a report that names one group are that group.
  const ActorEntry* found = nullptr;
  for (const ActorEntry* group : groups_) {
    if (group->kind != ActorKind::rebel || std::find(group->countries.begin(), group->countries.end(), country) == group->countries.end())
      continue;
    if (found) return nullptr;
    found = group;
  }
  return found;
}

const ActorEntry* Finder::resolve(const Description& d, uint32_t sentence) const {
  if (d.allied) return nullptr;
  if (d.named) {
    const NameHit& hit = choose(*d.named);
    return &entry_of(hit);
  }
  const std::string country = country_of(d, sentence);
  if (country.empty()) return nullptr;
  if (!d.side.empty()) return side_of(d, country);
  if (d.body == Body::none) {
    const bool official = d.noun && std::find(d.groups.begin(), d.groups.end(), "officials") != d.groups.end();
    return official && !d.states.empty() ? registry_.body(country, Body::government, day_) : nullptr;
  }
  // "A soldier" where several armies fight may be anyone's.
  const bool bare = d.states.empty() && d.noun && !d.noun->collective && !d.noun->speaks;
  if (bare && d.body != Body::police && !(armies_.empty() || (armies_.size() == 1 && armies_.count(country) == 1))) return nullptr;
  return registry_.body(country, d.body, day_);
}

Actor Finder::actor_of(const Description& d, const ActorEntry* entry, ActorType type, uint32_t first, uint32_t last) const {
  Actor actor;
  actor.type = type;
  actor.party = d.party;
  actor.speaks = d.speaks;
  actor.name = std::string(words_.span(first, last).in(words_.report.text));
  if (entry) {
    actor.ref = entry->id;
    if (type != ActorType::person) actor.name = entry->name;
    actor.country = std::string(entry->country());
  } else {
    actor.country = country_of(d, words_.token(first).sentence);
  }
  return actor;
}

void Finder::entities() {
  for (const Entity& entity : words_.analysis.entities) {
    if (entity.type != EntityType::person && entity.type != EntityType::organisation) continue;
    uint32_t first = entity.first;
    uint32_t last = entity.last;
    while (last > first + 1 && words_.token(last - 1).xpos == "POS") --last;
    const uint32_t head = head_of(first, last);
    if (words_.token(head).upos == Upos::PRON) {
      Actor actor;
      actor.type = entity.type == EntityType::person ? ActorType::person : ActorType::organisation;
      actor.name = std::string(words_.word(head));
      add(head, head + 1, head, MentionForm::pronoun, std::move(actor));
      continue;
    }
    // A name that the registry knows keeps the registry's word for it, in the model's span: "the Taliban", "chief Rami Abdel Rahman".
    const auto known = std::find_if(out_.begin(), out_.end(), [&](const Mention& m) {
      return m.form == MentionForm::name && m.as<Actor>()->type != ActorType::nationality && m.first >= first && m.last <= last &&
             (m.head == head || m.last == last);
    });
    if (known != out_.end()) {
      known->span = words_.span(first, last);
      known->first = first;
      known->last = last;
      continue;
    }
    const Description d = describer_.describe(head);
    const bool proper = words_.token(head).upos == Upos::PROPN;
    const bool person = entity.type == EntityType::person;
    // Of common nouns only those that the list has are parties: the model takes areas and bastions for bodies, too.
    if (!proper && (!d.noun || d.noun->thing)) continue;
    while (first < head && words_.calendar(first)) ++first;  // "Tuesday government troops"
    const ActorEntry* entry = nullptr;
    const NameMatch* match = describer_.match_at(head);
    if (match && !person && registry_.entry(match->hits.front().entry).kind == ActorKind::state) {
      entry = registry_.body(entry_of(choose(*match)).country(), Body::government, day_);  // the model saw a state that acts
    } else {
      entry = resolve(d, words_.token(head).sentence);
    }
    ActorType type = person ? ActorType::person : ActorType::organisation;
    if (!person && !proper && words_.plural(head)) type = ActorType::group;
    // A body beside a stranger's name is whom he speaks for only where a noun says that he speaks or leads.
    if (person && proper && !d.speaks) entry = nullptr;
    add(first, last, head, proper ? MentionForm::name : MentionForm::nominal, actor_of(d, entry, type, first, last));
  }
}

void Finder::described() {
  for (uint32_t t = 0; t < words_.analysis.tokens.size(); ++t) {
    const Token& token = words_.token(t);
    if (!words_.nominal(t) || words_.folded(t).empty()) continue;
    const std::string_view relation = words_.relation(t);
    if (relation == "compound" || relation == "flat" || relation == "fixed" || relation == "amod" || token.deprel == "nmod:desc") continue;
    if (describer_.match_at(t)) continue;
    const Description d = describer_.describe(t);
    if (!d.noun || d.noun->thing || d.phrase.head != t) continue;
    const bool taken = std::any_of(out_.begin(), out_.end(), [&](const Mention& m) { return m.head == t; });
    if (taken) continue;
    const ActorEntry* entry = resolve(d, token.sentence);
    // A proper noun that no noun of the list ends is a name: "journalist Gebran Tueni".
    const bool named = token.upos == Upos::PROPN && !d.own_noun;
    const ActorType type = words_.plural(t) ? ActorType::group : d.collective ? ActorType::organisation : ActorType::person;
    add(d.phrase.first, d.phrase.last, t, named ? MentionForm::name : MentionForm::nominal,
        actor_of(d, entry, type, d.phrase.first, d.phrase.last));
  }
}

// Text order; what crosses another gives way to the longer, what says the same inside another is left out.
std::vector<Mention> Finder::settled() {
  std::stable_sort(out_.begin(), out_.end(), [](const Mention& a, const Mention& b) { return in_text_order(a.span, b.span); });
  std::vector<Mention> kept;
  for (Mention& m : out_) {
    bool drop = false;
    for (size_t k = kept.size(); k-- > 0 && !drop;) {
      const Mention& other = kept[k];
      if (other.sentence != m.sentence) break;
      if (!other.span.overlaps(m.span)) continue;
      if (!other.span.contains(m.span)) {
        drop = true;
        if (m.span.size() > other.span.size()) {
          kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(k));
          drop = false;
        }
        continue;
      }
      const Actor& outer = *other.as<Actor>();
      const Actor& inner = *m.as<Actor>();
      drop = other.span == m.span || outer.ref == inner.ref || inner.type == ActorType::nationality || other.form == MentionForm::name;
    }
    if (!drop) kept.push_back(std::move(m));
  }
  return kept;
}

}  // namespace

std::vector<Mention> find_actors(const Report& report, const Analysis& analysis, const Registry& registry,
                                 const std::vector<Mention>& places) {
  return Finder(report, analysis, registry, places).find();
}

}  // namespace herald::actors
