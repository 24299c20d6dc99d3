// The contract's word for every enum value (docs/contract.md), and back. One table for each enum; every stage, store and view uses these.
#pragma once

#include <optional>
#include <string_view>

#include "herald/attribution.h"
#include "herald/claim.h"
#include "herald/event.h"
#include "herald/mention.h"

namespace herald {

// Empty for values that the contract writes as null (Kind::none). Valid for the program's lifetime.
[[nodiscard]] std::string_view name_of(ActorType value);
[[nodiscard]] std::string_view name_of(MentionForm value);
[[nodiscard]] std::string_view name_of(PartyKind value);
[[nodiscard]] std::string_view name_of(PlaceUse value);
[[nodiscard]] std::string_view name_of(PlaceType value);
[[nodiscard]] std::string_view name_of(PlaceMethod value);
[[nodiscard]] std::string_view name_of(TimexType value);
[[nodiscard]] std::string_view name_of(WeaponType value);
[[nodiscard]] std::string_view name_of(CueKind value);
[[nodiscard]] std::string_view name_of(ClaimType value);
[[nodiscard]] std::string_view name_of(Modality value);
[[nodiscard]] std::string_view name_of(Harm value);
[[nodiscard]] std::string_view name_of(ControlState value);
[[nodiscard]] std::string_view name_of(Kind value);
[[nodiscard]] std::string_view name_of(DatePrecision value);
[[nodiscard]] std::string_view name_of(Role value);
[[nodiscard]] std::string_view name_of(Grade value);
[[nodiscard]] std::string_view name_of(ControlStatus value);

// The value with this name: from_name<Harm>("killed"). nullopt where there is none. Instantiated for the enums above.
template <typename E>
[[nodiscard]] std::optional<E> from_name(std::string_view name);

}  // namespace herald
