// Closed word classes that tell what a name in the text is: words for kinds of places, titles, directions, prepositions of place.
#pragma once

#include <optional>
#include <string_view>

#include "mention/places/gazetteer.h"

namespace herald::places {

// What a word beside a name says of its kind. Several kinds fit one word: "camp".
enum class Sort : uint8_t {
  none = 0,
  settlement,
  region,
  country,
  airfield,
  base,
  camp,
  crossing,
  dam,
  bridge,
  prison,
  port,
  building,
  road,
  water,
  mountain,
  island,
  desert,
  valley
};

// "town" (lower-cased key): settlement; `none` where the word is no kind of place.
[[nodiscard]] Sort sort_of_word(std::string_view key);
[[nodiscard]] bool fits(Sort sort, Kind kind);
[[nodiscard]] Kind kind_of(Sort sort);
[[nodiscard]] bool leads_name(std::string_view key);  // "lake", "mount", "camp": stands before the name it belongs to
[[nodiscard]] bool is_title(std::string_view key);    // "president", "gen": what follows is a person
[[nodiscard]] bool is_press(
    std::string_view key);  // "post", "times", "bank", "university": with a place's name before or after it, a body's name
[[nodiscard]] bool is_direction(
    std::string_view key);                             // "north", "northern", "south-eastern" in one word, "central", "greater", "downtown"
[[nodiscard]] bool is_locative(std::string_view key);  // "in", "near", "toward"; and verbs whose object is ground: "captured", "shelled"
[[nodiscard]] bool is_calendar(std::string_view key);  // months and days of the week
[[nodiscard]] bool is_length(std::string_view key);    // "km", "miles"
[[nodiscard]] bool is_creed(
    std::string_view key);  // faiths, their feasts and followers, peoples of no one state: "muslim", "christmas", "arab"
[[nodiscard]] bool is_particle(std::string_view key);              // may stand in lower case inside a name: "al", "de", "of"
[[nodiscard]] bool is_article_prefix(std::string_view key);        // "al", "ash": may begin a name in lower case
[[nodiscard]] bool begins_name(std::string_view key);              // "tal", "deir", "kafr": a longer name of a place begins so
[[nodiscard]] bool is_speech_or_decision(std::string_view lemma);  // a state or its capital that does so is a government

}  // namespace herald::places
