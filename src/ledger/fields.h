// A claim's fields as a person writes them in a decision.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "herald/claim.h"

namespace herald::ledger {

// Names of the fields that set_field knows: type, harm, low, high, party, modality, kind, state, date, place, victims, by, target, holder,
// from, voice.
[[nodiscard]] std::span<const std::string_view> field_names();

// False where the field is unknown or the value is none of its values. Enums by the contract's words; low and high a number or "unknown";
// date a day or "2015-11-12/2015-11-14"; place "NAME" or "NAME @ LAT LON KM [REF [COUNTRY [TYPE [REGION]]]]" with "-" for what is unknown;
// a party or voice "NAME" or "NAME @ actor:ID". An empty value takes the field away where it may be open.
[[nodiscard]] bool set_field(Claim& claim, std::string_view field, const std::string& value);

// What set_field reads as this place.
[[nodiscard]] std::string place_value(const Place& place);

}  // namespace herald::ledger
