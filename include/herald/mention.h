// Mentions: spans that name an actor, a place, a time, a quantity or a weapon, resolved to what they mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "herald/calendar.h"
#include "herald/span.h"

namespace herald {

enum class ActorType : uint8_t { person = 1, organisation = 2, nationality = 3, group = 4 };
enum class MentionForm : uint8_t { name = 1, nominal = 2, pronoun = 3 };
// Who is harmed or acts, as the gold guide divides them.
enum class PartyKind : uint8_t { unknown = 0, civilians = 1, combatants = 2 };

// An actor. `ref` is "actor:<id>" of codebook/actors, empty where the registry has no such actor.
struct Actor {
  ActorType type = ActorType::group;
  std::string ref;
  std::string name;     // the registry's name, or the words of the mention
  std::string country;  // ISO 3166-1 alpha-2 of the state it belongs to or acts in; empty where unknown
  PartyKind party = PartyKind::unknown;
  bool speaks = false;  // a monitor, agency, broadcaster, office or person whose word is reported rather than a fighting side
};

enum class PlaceUse : uint8_t { literal = 1, associative = 2 };
enum class PlaceType : uint8_t { country = 1, region = 2, settlement = 3, facility = 4, road = 5, feature = 6 };
enum class PlaceMethod : uint8_t { named = 1, relative = 2, dateline = 3, inherited = 4 };

// WGS84 degrees.
struct GeoPoint {
  double lat = 0;  // [-90, 90]
  double lon = 0;  // [-180, 180)
  bool operator==(const GeoPoint&) const = default;
};

struct PlaceAlternative {
  std::string name;
  std::string ref;
  GeoPoint at;
  double odds = 0;  // (0, 1]
};

// A place. `ref` is "geonames:<id>", "herald:<id>" of codebook/places.yaml, "iso:<code>" or empty where unresolved.
struct Place {
  PlaceUse use = PlaceUse::literal;
  PlaceType type = PlaceType::settlement;
  PlaceMethod method = PlaceMethod::named;
  std::string ref;
  std::string name;                      // as the gazetteer writes it, or as the text does where unresolved
  std::string country;                   // ISO 3166-1 alpha-2, empty where unknown
  std::string admin1;                    // name of the region of first order, empty where unknown
  std::optional<GeoPoint> at;            // nullopt where unresolved
  double radius_km = 0;                  // the place lies within this distance of `at`
  std::vector<PlaceAlternative> others;  // runners-up, most likely first
};

enum class TimexType : uint8_t { date = 1, time = 2, duration = 3, set = 4 };

// A TIMEX3 expression.
struct Timex {
  TimexType type = TimexType::date;
  std::string value;  // TIMEX3 value: "2015-11-12", "2015-W46", "P2D", "PRESENT_REF"
  std::string mod;    // TIMEX3 mod: "EARLY", "APPROX" …, empty where none
  Period period;      // the days it covers; open where it cannot be anchored
};

// A count of something.
struct Quantity {
  std::optional<int64_t> low;   // inclusive, >= 0
  std::optional<int64_t> high;  // inclusive; where both are known low <= high
  bool approx = false;          // "about", "nearly"
  bool vague = false;           // no figure: "dozens", "several"
  std::string unit;             // head noun counted, as written; empty where it stands alone
  bool increment = false;       // "two more", "another 12": to be added to a figure named before
};

enum class WeaponType : uint8_t { weapon = 1, platform = 2, vehicle = 3 };

struct Weapon {
  WeaponType type = WeaponType::weapon;
  std::string name;  // canonical: "car bomb"
  std::string means;  // contract's list of means: "car-bomb", "ied", "suicide", "mine", "grenade", "drone", "rocket", "artillery", …; empty
                      // where none
};

struct Mention {
  Span span;
  uint32_t sentence = 0;  // index into Analysis::sentences
  uint32_t first = 0;     // tokens [first, last)
  uint32_t last = 0;
  uint32_t head = 0;  // syntactic head token
  MentionForm form = MentionForm::name;
  std::optional<uint32_t> antecedent;  // index of an earlier mention that stands for the same thing
  std::variant<Actor, Place, Timex, Quantity, Weapon> what;

  template <typename T>
  [[nodiscard]] const T* as() const {
    return std::get_if<T>(&what);
  }
  template <typename T>
  [[nodiscard]] T* as() {
    return std::get_if<T>(&what);
  }
};

}  // namespace herald
