// The registry of actors: states and their forces, armed and political groups, coalitions, monitors, agencies, broadcasters, international
// bodies (codebook/actors, docs/actors.md), and the nouns that describe parties without naming them (codebook/parties.yaml).
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "herald/calendar.h"
#include "herald/result.h"
#include "mention/actors/parties.h"

namespace herald::actors {

enum class ActorKind : uint8_t {
  state = 1,
  government = 2,
  army = 3,
  police = 4,
  airforce = 5,
  navy = 6,
  agency_of_state = 7,
  rebel = 8,
  militia = 9,
  coalition = 10,
  party = 11,
  community = 12,
  monitor = 13,
  agency = 14,
  broadcaster = 15,
  newspaper = 16,
  international = 17,
  court = 18,
  ngo = 19,
  hospital = 20,
};
// "air-force", as the codebook writes it; kind_named gives nullopt for what is none.
[[nodiscard]] std::string_view name_of(ActorKind kind);
[[nodiscard]] std::optional<ActorKind> kind_named(std::string_view name);
// Bears arms: army, police, air force, navy, rebel, militia, coalition.
[[nodiscard]] bool armed(ActorKind kind);

// Fights beside `with` over a period whose open ends are open in the codebook too.
struct Allegiance {
  std::string with;  // "actor:…"
  Period period;
};

// Whom a side's bare noun means: "the rebels" in `countries` over `period`.
struct Stand {
  std::string side;
  std::vector<std::string> countries;
  Period period;
};

struct ActorEntry {
  std::string id;  // "actor:isis"
  std::string name;
  ActorKind kind = ActorKind::rebel;
  std::vector<std::string> countries;  // ISO 3166-1 alpha-2, home first; empty where it belongs to none
  std::string parent;                  // "actor:…", the body it is part of; empty where none
  std::string was;                     // what it was before `period` began, and what it became after it ended; empty where nothing
  std::string became;
  Period period;
  std::vector<Allegiance> allegiances;
  std::vector<std::string> aliases;
  std::vector<std::string> people;  // who speaks for it
  std::vector<Stand> stands;
  std::string ucdp;
  std::string acled;
  std::optional<int> gw;  // Gleditsch-Ward number of a state
  std::string iso3;       // of a state
  bool speaks = false;    // its word is reported; it is no fighting side

  [[nodiscard]] std::string_view country() const { return countries.empty() ? std::string_view() : std::string_view(countries.front()); }
};

// How a name names its actor; lower is surer.
enum class How : uint8_t { name = 0, alias = 1, sound = 2, person = 3, adjective = 4, people = 5, capital = 6 };

struct NameHit {
  uint32_t entry = 0;  // index, Registry::entry
  How how = How::name;
  bool cased = false;  // counts only with the capitals of the codebook: "IS", "Dawn"
  std::string form;    // the name as the codebook writes it
};

// Immutable after load; any thread may read it.
class Registry {
 public:
  // Reads actors/*.yaml and parties.yaml. The error names the file and the line.
  [[nodiscard]] static Result<Registry> load(const std::filesystem::path& codebook_folder);
  Registry(Registry&&) = default;
  Registry& operator=(Registry&&) = default;
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  // nullptr where there is no such actor. `id` with its "actor:".
  [[nodiscard]] const ActorEntry* find(std::string_view id) const;
  [[nodiscard]] const std::vector<ActorEntry>& entries() const { return entries_; }
  [[nodiscard]] const ActorEntry& entry(uint32_t index) const { return entries_[index]; }
  // Hits of a name under its base::fold key, surest first; nullptr where none.
  [[nodiscard]] const std::vector<NameHit>* named(const std::string& folded) const;
  // The groups whose names sound like this one, surest first: "jabhat an nusrah". Only names of five letters and more are compared.
  [[nodiscard]] std::vector<NameHit> sounding_like(const std::string& folded) const;
  // Words in the longest name that begins with this folded word; 0 where none does.
  [[nodiscard]] size_t longest_from(const std::string& first_word) const;

  // What the actor was on a day: itself within its period, else what it was before or became after, as far as the registry tells.
  [[nodiscard]] const ActorEntry& as_of(const ActorEntry& entry, std::optional<Day> day) const;
  // The body of a state: "SY", Body::army -> actor:sy-army; of a vanished state on the days it had. nullptr where there is none.
  [[nodiscard]] const ActorEntry* body(std::string_view country, Body body, std::optional<Day> day) const;
  // Who is meant by a side ("rebels") in a country on a day; nullptr where nobody or more than one.
  [[nodiscard]] const ActorEntry* standing_for(std::string_view side, std::string_view country, Day day) const;

  [[nodiscard]] const Parties& parties() const { return parties_; }

 private:
  Registry() = default;
  void index();
  void add_name(uint32_t entry, How how, const std::string& name);

  std::vector<ActorEntry> entries_;
  std::unordered_map<std::string, uint32_t> ids_;
  std::unordered_map<std::string, std::vector<NameHit>> names_;
  std::unordered_map<std::string, size_t> longest_;
  std::unordered_map<std::string, std::vector<std::string>> sounds_;  // sound of a group's name to its keys
  Parties parties_;
};

}  // namespace herald::actors
