#include "voice/quotes.h"

#include <cctype>

namespace herald::voice {
namespace {

struct Mark {
  uint32_t size = 0;  // bytes; 0 where there is no mark
  bool opens = false;
  bool closes = false;
  char family = 0;  // marks of one family close each other
};

bool word_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

Mark mark_at(std::string_view text, uint32_t at) {
  const auto is = [&](std::string_view m) { return text.substr(at, m.size()) == m; };
  const auto mark = [](std::string_view m, bool opens, bool closes, char family) {
    return Mark{.size = static_cast<uint32_t>(m.size()), .opens = opens, .closes = closes, .family = family};
  };
  if (is("“") || is("„")) return mark("“", true, false, 'd');
  if (is("”")) return mark("”", false, true, 'd');
  if (is("«")) return mark("«", true, false, 'g');
  if (is("»")) return mark("»", false, true, 'g');
  if (is("``")) return mark("``", true, false, 'd');
  if (is("''")) return mark("''", true, true, 'd');
  if (is("\"")) return mark("\"", true, true, 'd');
  const bool after_word = at > 0 && word_byte(text[at - 1]);
  if (is("‘")) return mark("‘", !after_word, false, 's');
  const uint32_t wide = is("’") ? 3 : is("'") ? 1 : 0;
  if (wide == 0) return {};
  const bool before_word = at + wide < text.size() && word_byte(text[at + wide]);
  if (after_word && before_word) return {};  // an apostrophe
  return Mark{.size = wide, .opens = wide == 1 && !after_word && before_word, .closes = !before_word, .family = 's'};
}

bool blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// End of the paragraph that holds `at`: the first of two line breaks with nothing but blanks between.
uint32_t paragraph_end(std::string_view text, uint32_t at) {
  for (auto i = text.find('\n', at); i != std::string_view::npos; i = text.find('\n', i + 1)) {
    auto j = i + 1;
    while (j < text.size() && blank(text[j]) && text[j] != '\n') ++j;
    if (j >= text.size() || text[j] == '\n') return static_cast<uint32_t>(i);
  }
  return static_cast<uint32_t>(text.size());
}

// A single straight or curly quote opens a quotation only where its paragraph also closes it: "'tis", "'90s" and plural genitives do not.
bool closed_later(std::string_view text, uint32_t from, uint32_t end) {
  for (uint32_t i = from; i < end; ++i) {
    const Mark m = mark_at(text, i);
    if (m.size > 0 && m.family == 's' && m.closes) return true;
    if (m.size > 0 && m.family == 'd') return false;
  }
  return false;
}

}  // namespace

std::vector<Quote> find_quotes(std::string_view text) {
  std::vector<Quote> out;
  uint32_t at = 0;
  while (at < text.size()) {
    const uint32_t end = paragraph_end(text, at);
    uint32_t begun = 0;
    char family = 0;  // of the quotation that is open; 0 where none is
    for (uint32_t i = at; i < end;) {
      const Mark m = mark_at(text, i);
      if (m.size == 0) {
        ++i;
        continue;
      }
      if (family == 0) {
        // A mark that can only close, or a straight one at the end of a word, has lost its partner.
        const bool stray = m.closes && i > at && !blank(text[i - 1]) && (i + m.size >= end || blank(text[i + m.size])) && m.family == 'd';
        if (m.opens && !stray && (m.family != 's' || closed_later(text, i + m.size, end))) {
          begun = i;
          family = m.family;
        }
      } else if (m.family == family && m.closes &&
                 !(m.opens && i > at && blank(text[i - 1]) && i + m.size < end && !blank(text[i + m.size]))) {
        out.push_back({.span = {begun, i + m.size}, .open = false, .goes_on = false});
        family = 0;
      } else if (m.family == family && m.opens && !(m.closes && blank(text[i - 1]) == (i + m.size >= end || blank(text[i + m.size])))) {
        // A second opening mark before any closing one: the first has lost its partner.
        begun = i;
      }
      i += m.size;
    }
    uint32_t next = end;
    while (next < text.size() && blank(text[next])) ++next;
    if (family != 0) {
      const Mark m = next < text.size() ? mark_at(text, next) : Mark{};
      uint32_t stop = end;
      while (stop > begun && blank(text[stop - 1])) --stop;
      out.push_back({.span = {begun, stop}, .open = true, .goes_on = m.size > 0 && m.opens});
    }
    at = next > at ? next : at + 1;
  }
  return out;
}

}  // namespace herald::voice
