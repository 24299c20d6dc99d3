// A report cut into the pieces that names are made of, independent of how the tokeniser treats hyphens and possessives.
#pragma once

#include <string>
#include <vector>

#include "herald/analysis.h"
#include "herald/report.h"
#include "mention/places/gazetteer.h"

namespace herald::places {

// How capitals are used in a sentence. Only in `mixed` do they tell names from words.
enum class Casing : uint8_t { mixed, title, upper, lower };
// What stands between a piece and the one before it in its sentence.
enum class Gap : uint8_t { start, space, hyphen, apostrophe, stop, comma, other };

// A run of letters and digits inside one token.
struct Piece {
  Span span;
  uint32_t token = 0;
  uint32_t sentence = 0;
  Gap gap = Gap::start;
  bool capital = false;  // begins with an upper-case letter
  bool shouted = false;  // two letters or more, all upper case
  bool numeric = false;
  bool possessive = false;  // the s of 's
  bool first_word = false;  // first of its sentence, or after a colon or an opening quotation mark
  Upos upos = Upos::X;
  uint32_t flags = 0;  // Gazetteer::word
  std::string key;     // key_of
};

struct Reading {
  Reading(const Report& report, const Analysis& analysis, const Gazetteer& gazetteer);

  const Report& report;
  const Analysis& analysis;
  std::vector<Piece> pieces;
  std::vector<Casing> casing;   // one a sentence
  std::vector<int32_t> entity;  // one a token: index into analysis.entities, -1 where none

  [[nodiscard]] const Entity* entity_of(const Piece& piece) const;
  // Begins like a name as far as its sentence's casing lets it tell.
  [[nodiscard]] bool nameish(const Piece& piece) const;
};

}  // namespace herald::places
