#include "mention/places/reading.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "base/utf8.h"
#include "mention/places/cues.h"
#include "mention/places/names.h"

namespace herald::places {
namespace {

bool is_mark(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || (c >= 0x02B9 && c <= 0x02BF);
}

bool is_word(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  const int8_t type = u_charType(static_cast<UChar32>(c));
  return u_isalnum(static_cast<UChar32>(c)) != 0 || type == U_NON_SPACING_MARK || (c >= 0x02B9 && c <= 0x02BF);
}

Gap gap_between(std::string_view text, const Piece& before, uint32_t begin) {
  const std::string_view between = text.substr(before.span.end, begin - before.span.end);
  bool space = false;
  Gap gap = Gap::apostrophe;  // nothing between: one token split from another
  for (size_t at = 0; at < between.size();) {
    const base::CodePoint p = base::code_point_at(between, at);
    at += p.size;
    if (p.value == ' ' || p.value == 0xA0 || p.value == '\n' || p.value == '\r' || p.value == '\t') {
      space = true;
    } else if (p.value == '-' || p.value == 0x2010 || p.value == 0x2011 || p.value == 0x2013 || p.value == '/') {
      gap = gap == Gap::apostrophe ? Gap::hyphen : Gap::other;
    } else if (p.value == '.') {
      gap = gap == Gap::apostrophe ? Gap::stop : Gap::other;
    } else if (p.value == ',') {
      gap = gap == Gap::apostrophe || gap == Gap::stop ? Gap::comma : Gap::other;
    } else if (!is_mark(p.value)) {
      gap = Gap::other;
    }
  }
  if (gap == Gap::apostrophe && space) return Gap::space;
  if (gap == Gap::hyphen && space) return Gap::other;
  return gap;
}

Casing casing_of(const std::vector<Piece>& pieces, size_t first, size_t last) {
  size_t long_words = 0;
  size_t capitals = 0;
  size_t all_capitals = 0;
  size_t shouted = 0;
  size_t letters = 0;
  for (size_t i = first; i < last; ++i) {
    const Piece& p = pieces[i];
    if (p.numeric) continue;
    ++letters;
    shouted += p.shouted ? 1 : 0;
    all_capitals += p.capital ? 1 : 0;
    if (p.span.size() < 4) continue;
    ++long_words;
    capitals += p.capital ? 1 : 0;
  }
  if (letters > 2 && shouted * 10 >= letters * 8) return Casing::upper;
  if (long_words >= 4 && capitals * 10 >= long_words * 8 && all_capitals * 10 >= letters * 6) return Casing::title;
  return Casing::mixed;
}

}  // namespace

Reading::Reading(const Report& r, const Analysis& a, const Gazetteer& gazetteer) : report(r), analysis(a), entity(a.tokens.size(), -1) {
  const std::string_view text = report.text;
  for (size_t e = 0; e < analysis.entities.size(); ++e)
    for (uint32_t t = analysis.entities[e].first; t < analysis.entities[e].last && t < entity.size(); ++t)
      entity[t] = static_cast<int32_t>(e);

  for (uint32_t t = 0; t < analysis.tokens.size(); ++t) {
    const Token& token = analysis.tokens[t];
    for (uint32_t at = token.span.begin; at < token.span.end;) {
      const base::CodePoint head = base::code_point_at(text, at);
      if (!is_word(head.value)) {
        at += head.size;
        continue;
      }
      Piece p;
      p.token = t;
      p.sentence = token.sentence;
      p.upos = token.upos;
      const uint32_t begin = at;
      bool all_upper = true;
      bool letter = false;
      while (at < token.span.end) {
        const base::CodePoint c = base::code_point_at(text, at);
        // An apostrophe or the dot of initials stays inside; a possessive 's does not.
        const bool inner = (is_mark(c.value) || c.value == '.') && at + c.size < token.span.end &&
                           is_word(base::code_point_at(text, at + c.size).value) &&
                           !(is_mark(c.value) && at + c.size + 1 == token.span.end);
        if (!is_word(c.value) && !inner) break;
        if (u_isalpha(static_cast<UChar32>(c.value)) != 0) {
          letter = true;
          all_upper = all_upper && u_isupper(static_cast<UChar32>(c.value)) != 0;
        }
        at += c.size;
      }
      p.span = {begin, at};
      p.key = key_of(p.span.in(text));
      p.numeric = !letter;
      p.capital = u_isupper(static_cast<UChar32>(head.value)) != 0;
      p.shouted = letter && all_upper && p.span.size() > 1;
      if (p.key.empty()) continue;
      if (p.key == "s" && !pieces.empty() && pieces.back().sentence == p.sentence &&
          gap_between(text, pieces.back(), begin) == Gap::apostrophe)
        p.possessive = true;
      p.flags = gazetteer.word(p.key);
      if (pieces.empty() || pieces.back().sentence != p.sentence) {
        p.first_word = true;
      } else {
        p.gap = gap_between(text, pieces.back(), begin);
        p.first_word = p.gap == Gap::other &&
                       text.substr(pieces.back().span.end, begin - pieces.back().span.end).find_first_of(":\"") != std::string_view::npos;
      }
      pieces.push_back(std::move(p));
    }
  }

  casing.assign(analysis.sentences.size(), Casing::mixed);
  bool any_capital = false;
  for (const Piece& p : pieces) any_capital = any_capital || p.capital;
  for (size_t i = 0; i < pieces.size();) {
    size_t j = i;
    while (j < pieces.size() && pieces[j].sentence == pieces[i].sentence) ++j;
    if (pieces[i].sentence < casing.size()) casing[pieces[i].sentence] = any_capital ? casing_of(pieces, i, j) : Casing::lower;
    i = j;
  }
}

const Entity* Reading::entity_of(const Piece& piece) const {
  const int32_t e = entity[piece.token];
  return e < 0 ? nullptr : &analysis.entities[static_cast<size_t>(e)];
}

bool Reading::nameish(const Piece& p) const {
  const Casing c = casing[p.sentence];
  if (p.numeric) return false;
  if (c == Casing::mixed || c == Casing::title) return p.capital;
  const Entity* e = entity_of(p);
  const bool entity_name = e != nullptr && (e->type == EntityType::location || e->type == EntityType::nationality);
  return entity_name || p.upos == Upos::PROPN || (p.flags & kCommonWord) == 0;
}

}  // namespace herald::places
