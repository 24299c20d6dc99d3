#include "base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace herald::base {
namespace {

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

std::string_view trim(std::string_view s) {
  while (!s.empty() && is_space(s.front())) s.remove_prefix(1);
  while (!s.empty() && is_space(s.back())) s.remove_suffix(1);
  return s;
}

std::string lower_ascii(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return out;
}

std::vector<std::string_view> split(std::string_view s, char separator) {
  std::vector<std::string_view> out;
  for (size_t at = 0;;) {
    const size_t next = s.find(separator, at);
    out.push_back(s.substr(at, next == std::string_view::npos ? next : next - at));
    if (next == std::string_view::npos) return out;
    at = next + 1;
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (size_t i = 0; i < parts.size(); ++i) {
    if (i) out += separator;
    out += parts[i];
  }
  return out;
}

std::string replace_all(std::string s, std::string_view what, std::string_view with) {
  for (size_t at = 0; (at = s.find(what, at)) != std::string::npos; at += with.size()) s.replace(at, what.size(), with);
  return s;
}

std::string squeeze(std::string_view s) {
  std::string out;
  for (char c : trim(s)) {
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

bool starts_with_ignore_case(std::string_view s, std::string_view prefix) {
  return s.size() >= prefix.size() && lower_ascii(s.substr(0, prefix.size())) == lower_ascii(prefix);
}

bool is_caseless(std::string_view text) {
  size_t uppers = 0;
  size_t lowers = 0;
  for (const char c : text) {
    uppers += c >= 'A' && c <= 'Z' ? 1 : 0;
    lowers += c >= 'a' && c <= 'z' ? 1 : 0;
  }
  // News in mixed case has one capital in fifteen to forty letters.
  return uppers * 200 < lowers || lowers * 4 < uppers;
}

std::string fold(std::string_view s) {
  // ASCII is nearly all there is; ICU only where it must be.
  if (std::all_of(s.begin(), s.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    std::string out;
    for (char c : s) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
      const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (word)
        out += c;
      else if (!out.empty() && out.back() != ' ')
        out += ' ';
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString u = icu::UnicodeString::fromUTF8(icu::StringPiece(s.data(), static_cast<int32_t>(s.size())));
  u.foldCase();
  if (U_SUCCESS(status)) u = nfkd->normalize(u, status);
  icu::UnicodeString kept;
  for (int32_t i = 0; i < u.length();) {
    const UChar32 c = u.char32At(i);
    i += U16_LENGTH(c);
    if (u_getCombiningClass(c) != 0 || u_charType(c) == U_NON_SPACING_MARK) continue;
    if (c == 0x02BB || c == 0x02BC || c == 0x02BE || c == 0x02BF) continue;  // ayn and hamza of transliteration
    if (c == 0x0131) {
      kept.append(static_cast<UChar32>('i'));  // dotless i
    } else if (u_isalnum(c)) {
      kept.append(c);
    } else if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ') {
      kept.append(static_cast<UChar32>(' '));
    }
  }
  std::string out;
  kept.trim().toUTF8String(out);
  return out;
}

std::optional<Span> find_words(std::string_view text, std::string_view words) {
  const std::string wanted = squeeze(words);
  for (size_t begin = 0; !wanted.empty() && begin < text.size(); ++begin) {
    size_t at = begin;
    size_t k = 0;
    while (k < wanted.size() && at < text.size()) {
      if (wanted[k] == ' ') {
        const size_t word = text.find_first_not_of(" \n\t\r", at);
        if (word == at || word == std::string::npos) break;
        at = word;
      } else if (text[at] == wanted[k]) {
        ++at;
      } else {
        break;
      }
      ++k;
    }
    if (k == wanted.size()) return Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(at)};
  }
  return std::nullopt;
}

}  // namespace herald::base
