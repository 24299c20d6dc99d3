#include "herald/names.h"

#include <array>
#include <utility>

namespace herald {
namespace {

template <typename E, size_t N>
using Table = std::array<std::pair<E, std::string_view>, N>;

// Table of an enum; specialised below for each.
template <typename E>
constexpr int kNames = 0;

template <>
constexpr Table<ActorType, 4> kNames<ActorType>{{
    {ActorType::person, "person"},
    {ActorType::organisation, "organisation"},
    {ActorType::nationality, "nationality"},
    {ActorType::group, "group"},
}};
template <>
constexpr Table<MentionForm, 3> kNames<MentionForm>{{
    {MentionForm::name, "name"},
    {MentionForm::nominal, "nominal"},
    {MentionForm::pronoun, "pronoun"},
}};
template <>
constexpr Table<PartyKind, 3> kNames<PartyKind>{{
    {PartyKind::unknown, "unknown"},
    {PartyKind::civilians, "civilians"},
    {PartyKind::combatants, "combatants"},
}};
template <>
constexpr Table<PlaceUse, 2> kNames<PlaceUse>{{
    {PlaceUse::literal, "literal"},
    {PlaceUse::associative, "associative"},
}};
template <>
constexpr Table<PlaceType, 6> kNames<PlaceType>{{
    {PlaceType::country, "country"},
    {PlaceType::region, "region"},
    {PlaceType::settlement, "settlement"},
    {PlaceType::facility, "facility"},
    {PlaceType::road, "road"},
    {PlaceType::feature, "feature"},
}};
template <>
constexpr Table<PlaceMethod, 4> kNames<PlaceMethod>{{
    {PlaceMethod::named, "named"},
    {PlaceMethod::relative, "relative"},
    {PlaceMethod::dateline, "dateline"},
    {PlaceMethod::inherited, "inherited"},
}};
template <>
constexpr Table<TimexType, 4> kNames<TimexType>{{
    {TimexType::date, "DATE"},
    {TimexType::time, "TIME"},
    {TimexType::duration, "DURATION"},
    {TimexType::set, "SET"},
}};
template <>
constexpr Table<WeaponType, 3> kNames<WeaponType>{{
    {WeaponType::weapon, "weapon"},
    {WeaponType::platform, "platform"},
    {WeaponType::vehicle, "vehicle"},
}};
template <>
constexpr Table<CueKind, 9> kNames<CueKind>{{
    {CueKind::speech, "speech"},
    {CueKind::thought, "thought"},
    {CueKind::denial, "denial"},
    {CueKind::prediction, "prediction"},
    {CueKind::intention, "intention"},
    {CueKind::demand, "demand"},
    {CueKind::responsibility, "responsibility"},
    {CueKind::blame, "blame"},
    {CueKind::stance, "stance"},
}};
template <>
constexpr Table<ClaimType, 6> kNames<ClaimType>{{
    {ClaimType::casualties, "casualties"},
    {ClaimType::control, "control"},
    {ClaimType::violence, "violence"},
    {ClaimType::movement, "movement"},
    {ClaimType::agreement, "agreement"},
    {ClaimType::alliance, "alliance"},
}};
template <>
constexpr Table<Modality, 4> kNames<Modality>{{
    {Modality::actual, "actual"},
    {Modality::possible, "possible"},
    {Modality::planned, "planned"},
    {Modality::denied, "denied"},
}};
template <>
constexpr Table<Harm, 6> kNames<Harm>{{
    {Harm::killed, "killed"},
    {Harm::wounded, "wounded"},
    {Harm::missing, "missing"},
    {Harm::captured, "captured"},
    {Harm::abducted, "abducted"},
    {Harm::displaced, "displaced"},
}};
template <>
constexpr Table<ControlState, 7> kNames<ControlState>{{
    {ControlState::taken, "taken"},
    {ControlState::held, "held"},
    {ControlState::lost, "lost"},
    {ControlState::besieged, "besieged"},
    {ControlState::relieved, "relieved"},
    {ControlState::contested, "contested"},
    {ControlState::handed_over, "handed-over"},
}};
template <>
constexpr Table<Kind, 16> kNames<Kind>{{
    {Kind::clash, "clash"},
    {Kind::airstrike, "airstrike"},
    {Kind::shelling, "shelling"},
    {Kind::bombing, "bombing"},
    {Kind::shooting, "shooting"},
    {Kind::assault, "assault"},
    {Kind::offensive, "offensive"},
    {Kind::advance, "advance"},
    {Kind::retreat, "retreat"},
    {Kind::deployment, "deployment"},
    {Kind::truce, "truce"},
    {Kind::surrender, "surrender"},
    {Kind::exchange, "exchange"},
    {Kind::accord, "accord"},
    {Kind::support, "support"},
    {Kind::membership, "membership"},
}};
template <>
constexpr Table<DatePrecision, 5> kNames<DatePrecision>{{
    {DatePrecision::day, "day"},
    {DatePrecision::week, "week"},
    {DatePrecision::month, "month"},
    {DatePrecision::year, "year"},
    {DatePrecision::longer, "longer"},
}};
template <>
constexpr Table<Role, 6> kNames<Role>{{
    {Role::attacker, "attacker"},
    {Role::target, "target"},
    {Role::victim, "victim"},
    {Role::holder, "holder"},
    {Role::former_holder, "former-holder"},
    {Role::partner, "partner"},
}};
template <>
constexpr Table<Grade, 4> kNames<Grade>{{
    {Grade::corroborated, "corroborated"},
    {Grade::single, "single"},
    {Grade::disputed, "disputed"},
    {Grade::denied, "denied"},
}};
template <>
constexpr Table<ControlStatus, 5> kNames<ControlStatus>{{
    {ControlStatus::unknown, "unknown"},
    {ControlStatus::held, "held"},
    {ControlStatus::besieged, "besieged"},
    {ControlStatus::divided, "divided"},
    {ControlStatus::disputed, "disputed"},
}};

template <typename E>
std::string_view find_name(E value) {
  for (const auto& [v, name] : kNames<E>)
    if (v == value) return name;
  return {};
}

}  // namespace

template <typename E>
std::optional<E> from_name(std::string_view wanted) {
  for (const auto& [value, name] : kNames<E>)
    if (name == wanted) return value;
  return std::nullopt;
}

#define HERALD_NAMES(E)               \
  std::string_view name_of(E value) { \
    return find_name(value);          \
  }                                   \
  template std::optional<E> from_name<E>(std::string_view);

HERALD_NAMES(ActorType)
HERALD_NAMES(MentionForm)
HERALD_NAMES(PartyKind)
HERALD_NAMES(PlaceUse)
HERALD_NAMES(PlaceType)
HERALD_NAMES(PlaceMethod)
HERALD_NAMES(TimexType)
HERALD_NAMES(WeaponType)
HERALD_NAMES(CueKind)
HERALD_NAMES(ClaimType)
HERALD_NAMES(Modality)
HERALD_NAMES(Harm)
HERALD_NAMES(ControlState)
HERALD_NAMES(Kind)
HERALD_NAMES(DatePrecision)
HERALD_NAMES(Role)
HERALD_NAMES(Grade)
HERALD_NAMES(ControlStatus)
#undef HERALD_NAMES

}  // namespace herald
