#include "language/features.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"

namespace herald::language {
namespace {

constexpr size_t kMaxPoints = 40;

bool is_ascii(std::string_view s) {
  return std::all_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

char32_t lower_point(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 32 : c;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

char32_t upper_point(char32_t c) {
  if (c < 0x80) return c >= U'a' && c <= U'z' ? c - 32 : c;
  return static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
}

template <typename Map>
std::string mapped(std::string_view text, Map map) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const base::CodePoint p = base::code_point_at(text, at);
    base::append_utf8(out, map(p.value));
    at += p.size;
  }
  return out;
}

// The first `points` code points.
std::string_view first_points(std::string_view text, size_t points) {
  size_t at = 0;
  for (size_t n = 0; n < points && at < text.size(); ++n) at += base::code_point_at(text, at).size;
  return text.substr(0, at);
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kSame = {{{"“", "\""},
                                                                                  {"”", "\""},
                                                                                  {"„", "\""},
                                                                                  {"«", "\""},
                                                                                  {"»", "\""},
                                                                                  {"``", "\""},
                                                                                  {"''", "\""},
                                                                                  {"‘", "'"},
                                                                                  {"’", "'"},
                                                                                  {"`", "'"},
                                                                                  {"–", "-"},
                                                                                  {"—", "-"},
                                                                                  {"--", "-"},
                                                                                  {"―", "-"},
                                                                                  {"…", "..."}}};

}  // namespace

std::string lower(std::string_view text) {
  return mapped(text, lower_point);
}
std::string upper(std::string_view text) {
  return mapped(text, upper_point);
}

std::string norm(std::string_view form) {
  for (const auto& [mark, same] : kSame)
    if (form == mark) return std::string(same);
  const std::string_view text = first_points(form, kMaxPoints);
  if (text.size() == 4 && (text.starts_with("19") || text.starts_with("20")) && is_digit(static_cast<unsigned char>(text[2])) &&
      is_digit(static_cast<unsigned char>(text[3])))
    return std::string(text.substr(0, 2)) + "00";
  return mapped(text, [](char32_t c) {
    if (c == 0x2019 || c == 0x2018) return U'\'';
    return is_digit(c) ? U'0' : lower_point(c);
  });
}

std::string shape(std::string_view form) {
  const std::string_view text = first_points(form, kMaxPoints);
  std::string out;
  char32_t last = 0;
  int run = 0;
  for (size_t at = 0; at < text.size();) {
    const base::CodePoint p = base::code_point_at(text, at);
    at += p.size;
    const char32_t c = p.value;
    const char32_t kind = is_digit(c) ? U'd' : lower_point(c) != c ? U'X' : upper_point(c) != c ? U'x' : c;
    run = kind == last ? run + 1 : 1;
    last = kind;
    if (run <= 4) base::append_utf8(out, kind);
  }
  return out;
}

uint32_t fnv1a(std::string_view kind, std::string_view text) {
  uint32_t h = 2166136261U;
  for (const std::string_view part : {kind, text})
    for (const char c : part) h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
  return h;
}

std::string_view head3(std::string_view text) {
  return first_points(text, 3);
}

std::string_view tail3(std::string_view text) {
  size_t at = text.size();
  for (int n = 0; n < 3 && at > 0; ++n) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  }
  return text.substr(at);
}

void grams(std::string_view text, std::vector<uint32_t>& out) {
  const std::string marked = "<" + std::string(text) + ">";
  std::array<uint32_t, kMaxPoints + 4> starts{};
  size_t points = 0;
  if (is_ascii(marked)) {
    for (; points <= marked.size() && points < starts.size(); ++points) starts[points] = static_cast<uint32_t>(points);
    --points;
  } else {
    for (size_t at = 0; at < marked.size() && points + 1 < starts.size(); at += base::code_point_at(marked, at).size)
      starts[points++] = static_cast<uint32_t>(at);
    starts[points] = static_cast<uint32_t>(marked.size());
  }
  for (const size_t n : {3U, 4U, 5U})
    for (size_t i = 0; i + n <= points; ++i)
      out.push_back(fnv1a("", std::string_view(marked).substr(starts[i], starts[i + n] - starts[i])));
}

}  // namespace herald::language
