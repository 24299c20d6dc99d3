#include "mention/places/names.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"

namespace herald::places {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

// Letters that have no decomposition in Unicode.
std::string_view plain_letter(char32_t c) {
  switch (c) {
    case 0x0141:
    case 0x0142:
      return "l";
    case 0x00D8:
    case 0x00F8:
      return "o";
    case 0x0110:
    case 0x0111:
    case 0x00D0:
    case 0x00F0:
      return "d";
    case 0x00DE:
    case 0x00FE:
      return "th";
    case 0x00C6:
    case 0x00E6:
      return "ae";
    case 0x0152:
    case 0x0153:
      return "oe";
    case 0x018F:
    case 0x0259:
      return "a";
    default:
      return {};
  }
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x2032 || (c >= 0x02B9 && c <= 0x02BF) || c == 0x02C8;
}

std::string without_marks(std::string_view name) {
  std::string out;
  for (size_t at = 0; at < name.size();) {
    const base::CodePoint point = base::code_point_at(name, at);
    const std::string_view plain = plain_letter(point.value);
    // A full stop after a single letter: initials.
    const bool initial = point.value == '.' && !out.empty() && is_letter(out.back()) &&
                         (out.size() < 2 || !is_letter(out[out.size() - 2]) || (at >= 2 && name[at - 2] == '.'));
    if (!plain.empty()) {
      out += plain;
    } else if (!is_apostrophe(point.value) && !initial) {
      out.append(name.substr(at, point.size));
    }
    at += point.size;
  }
  return out;
}

std::string_view short_form(std::string_view word) {
  if (word == "saint" || word == "sainte") return "st";
  if (word == "mount") return "mt";
  if (word == "fort") return "ft";
  return word;
}

bool is_article(std::string_view word) {
  static constexpr std::array<std::string_view, 23> kArticles = {"al", "el",  "as", "ash", "ad", "adh", "an", "ar", "at", "ath", "az", "ed",
                                                                 "es", "esh", "er", "et",  "ez", "en",  "ul", "ud", "us", "ur",  "il"};
  return std::find(kArticles.begin(), kArticles.end(), word) != kArticles.end();
}

// The words of a key run together, articles left out where another word is there.
std::string joined(std::string_view key) {
  const std::vector<std::string_view> words = base::split(key, ' ');
  std::string out;
  for (const std::string_view word : words)
    if (words.size() == 1 || !is_article(word)) out += word;
  return out.empty() ? std::string(key) : out;
}

// Digraphs and letters that romanisations exchange, as one letter of a class.
std::string sounds(std::string_view joined_key) {
  static constexpr std::array<std::pair<std::string_view, char>, 13> kDigraphs = {{{"kh", 'h'},
                                                                                   {"gh", 'k'},
                                                                                   {"ch", 'c'},
                                                                                   {"sh", 's'},
                                                                                   {"sch", 's'},
                                                                                   {"th", 't'},
                                                                                   {"dh", 'd'},
                                                                                   {"ph", 'f'},
                                                                                   {"zh", 'j'},
                                                                                   {"dj", 'j'},
                                                                                   {"ck", 'k'},
                                                                                   {"ts", 'c'},
                                                                                   {"tz", 'c'}}};
  std::string out;
  for (size_t at = 0; at < joined_key.size();) {
    const auto* digraph =
        std::find_if(kDigraphs.begin(), kDigraphs.end(), [&](const auto& d) { return joined_key.substr(at, d.first.size()) == d.first; });
    char c = joined_key[at];
    size_t step = 1;
    if (digraph != kDigraphs.end()) {
      c = digraph->second;
      step = digraph->first.size();
    } else if (c == 'q' || c == 'g' ||
               (c == 'c' && at + 1 < joined_key.size() &&
                (joined_key[at + 1] == 'a' || joined_key[at + 1] == 'o' || joined_key[at + 1] == 'u'))) {
      c = 'k';
    } else if (c == 'n' && at + 1 < joined_key.size() && (joined_key[at + 1] == 'b' || joined_key[at + 1] == 'p')) {
      c = 'm';  // Manbij, Mambij
    } else if (c == 'v') {
      c = 'w';
    }
    if (out.empty() || out.back() != c) out += c;
    at += step;
  }
  if (out.size() > 2 && out.back() == 'h') out.pop_back();
  return out;
}

// Vowels brought to three classes, so that ou, oo, u and ei, ey, ay, ai agree.
std::string voiced(std::string_view key) {
  std::string out;
  for (const char c : sounds(joined(key))) {
    char v = c;
    if (c == 'e' || c == 'y') v = 'i';
    if (c == 'o' || c == 'w') v = 'u';
    if (out.empty() || out.back() != v) out += v;
  }
  return out;
}

}  // namespace

std::string key_of(std::string_view name) {
  const std::string folded = base::fold(without_marks(name));
  std::string out;
  for (const std::string_view word : base::split(folded, ' ')) {
    if (!out.empty()) out += ' ';
    out += short_form(word);
  }
  return out;
}

std::string skeleton_of(std::string_view key) {
  const std::string all = sounds(joined(key));
  std::string out;
  for (size_t i = 0; i < all.size(); ++i) {
    const char c = all[i];
    if (i == 0 && is_vowel(c)) {
      out += 'a';
    } else if (!is_vowel(c) && (c != 'w' || i == 0) && (out.empty() || out.back() != c)) {
      out += c;
    }
  }
  return out;
}

double likeness(std::string_view key_a, std::string_view key_b) {
  const std::string a = voiced(key_a);
  const std::string b = voiced(key_b);
  if (a.empty() || b.empty()) return 0;
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t up = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = up;
    }
  }
  return 1.0 - static_cast<double>(row[b.size()]) / static_cast<double>(std::max(a.size(), b.size()));
}

}  // namespace herald::places
