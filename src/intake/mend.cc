#include "intake/mend.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "base/utf8.h"
#include "intake/words.h"

namespace herald::intake {
namespace {

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}
bool all_lower(std::string_view s) {
  return std::all_of(s.begin(), s.end(), is_lower);
}

// The byte that windows-1252 (WHATWG's table) shows as this character, for bytes from 0x80.
std::optional<unsigned char> cp1252(char32_t c) {
  static constexpr std::array<char32_t, 32> kHigh = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                                     0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                     0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  if (c >= 0xA0 && c <= 0xFF) return static_cast<unsigned char>(c);
  const auto at = std::find(kHigh.begin(), kHigh.end(), c);
  if (at == kHigh.end()) return std::nullopt;
  return static_cast<unsigned char>(0x80 + (at - kHigh.begin()));
}

// Whether what a sequence decodes to can stand there. Two-byte sequences could be meant as they stand ("CAFÉ…" ), so their outcome must be
// a letter inside a lower-case word or a sign.
bool plausible(char32_t c, std::string_view text, size_t begin, size_t end) {
  if ((c >= 0x2010 && c <= 0x203A) || c == 0x20AC || c == 0x2122) return true;
  if (c == 0xA0 || c == 0xA3 || c == 0xA7 || c == 0xA9 || c == 0xAB || c == 0xAE || c == 0xB0 || c == 0xB1 || c == 0xB7 || c == 0xBB ||
      c == 0xBD)
    return true;
  if (c < 0xC0 || c > 0x17F) return false;
  return (begin > 0 && is_lower(text[begin - 1])) || (end < text.size() && is_lower(text[end]));
}

}  // namespace

std::vector<Edit> mend_encoding(std::string_view text) {
  std::vector<Edit> out;
  for (size_t i = 0; i < text.size();) {
    const auto first = base::code_point_at(text, i);
    const auto lead = first.value < 0x80 ? std::nullopt : cp1252(first.value);
    if (!lead || *lead < 0xC2 || *lead > 0xE2) {
      i += first.size;
      continue;
    }
    const size_t want = *lead >= 0xE0 ? 3 : 2;
    std::string bytes(1, static_cast<char>(*lead));
    size_t at = i + first.size;
    while (bytes.size() < want && at < text.size()) {
      const auto next = base::code_point_at(text, at);
      const auto tail = cp1252(next.value);
      if (!tail || (*tail & 0xC0) != 0x80) break;
      bytes += static_cast<char>(*tail);
      at += next.size;
    }
    std::string with;
    if (bytes.size() == want && !base::first_invalid_utf8(bytes)) {
      if (plausible(base::code_point_at(bytes, 0).value, text, i, at)) with = bytes;
    } else if (bytes == "\xE2\x80") {
      // The third byte of a closing quotation mark, 0x9D, has no character in windows-1252 and is often lost.
      with = "\u201D";
    }
    if (with.empty()) {
      i += first.size;
      continue;
    }
    out.push_back({.begin = i, .end = at, .with = std::move(with)});
    i = at;
  }
  return out;
}

void Vocabulary::add(std::string_view text) {
  for (size_t i = 0; i < text.size();) {
    const auto in_word = [&](size_t at) {
      return is_letter(text[at]) || (static_cast<unsigned char>(text[at]) >= 0xC3 && static_cast<unsigned char>(text[at]) < 0xE0) ||
             (at > i && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    };
    size_t end = i;
    while (end < text.size() && in_word(end)) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    const std::string_view word = text.substr(i, end - i);
    ++count_[std::string(word)];
    if (is_upper(word[0]) && word.size() > 2 && is_lower(word[1])) capitalised_ = true;
    if (is_lower(word[0])) lower_ = true;
    i = end;
  }
}

size_t Vocabulary::count(std::string_view word) const {
  const auto at = count_.find(std::string(word));
  return at == count_.end() ? 0 : at->second;
}

namespace {

// Words that stand alone and enter no compound.
constexpr std::array<std::string_view, 30> kFunction = {
    "the",  "and",   "that", "with",  "from",  "were",    "was",     "have",  "has", "had",   "said",  "they",  "their", "which", "this",
    "when", "where", "been", "would", "could", "because", "between", "while", "who", "whose", "these", "those", "than",  "its",   "into"};

bool is_function(std::string_view w) {
  return std::find(kFunction.begin(), kFunction.end(), w) != kFunction.end();
}

// First parts that take a hyphen of their own right.
constexpr std::array<std::string_view, 34> kPrefixes = {"anti", "auto", "bi",    "co",    "counter", "cross", "cyber", "de",   "eco",
                                                        "euro", "ex",   "extra", "infra", "inter",   "intra", "macro", "mega", "micro",
                                                        "mid",  "mini", "mis",   "multi", "neo",     "non",   "over",  "post", "pre",
                                                        "pro",  "re",   "semi",  "sub",   "super",   "ultra", "un"};

bool is_prefix(std::string_view w) {
  return std::find(kPrefixes.begin(), kPrefixes.end(), w) != kPrefixes.end();
}

// A plural, past or present-participle form whose stem is a word: English compounds take the bare stem as their first part.
bool inflected(std::string_view w) {
  const auto stem = [&](size_t cut) { return w.size() > cut + 2 && is_common(w.substr(0, w.size() - cut)); };
  const auto stem_e = [&](size_t cut) { return w.size() > cut + 2 && is_common(std::string(w.substr(0, w.size() - cut)) + "e"); };
  if (w.ends_with("ss") || w.ends_with("us")) return false;
  if (w.ends_with("s")) return stem(1) || (w.ends_with("es") && stem(2));
  if (w.ends_with("ed")) return stem(2) || stem(1);
  if (w.ends_with("ing")) return stem(3) || stem_e(3);
  return false;
}

// Where to cut two words run into one; nullopt where it is no such word or could be cut in two places.
std::optional<size_t> cut_of(std::string_view word) {
  if (word.size() < 8 || is_word(word)) return std::nullopt;
  // Rare derived forms of known words are words too.
  if ((word.ends_with("s") && is_word(word.substr(0, word.size() - 1))) ||
      (word.ends_with("ly") && is_word(word.substr(0, word.size() - 2))))
    return std::nullopt;
  std::optional<size_t> found;
  for (size_t cut = 2; cut + 2 <= word.size(); ++cut) {
    const std::string_view a = word.substr(0, cut);
    const std::string_view b = word.substr(cut);
    if (!is_word(b) || !(is_word(a) || is_prefix(a))) continue;
    const bool apart =
        (inflected(a) && a.size() >= 5 && b.size() >= 4) || (is_function(a) && b.size() >= 5) || (is_function(b) && a.size() >= 5);
    if (apart && is_common(a) && is_common(b)) {
      if (found) return std::nullopt;
      found = cut;
    } else if (b.size() >= 3 && (a.size() >= 3 || is_prefix(a))) {
      // It could be a compound or a derived word of its own: "chainstore", "delisting".
      return std::nullopt;
    }
  }
  return found;
}

// "Hezboll-ah": the joined form is known, as a word of the report or of the list, and the halves are not words of their own.
bool broken_by_hyphen(std::string_view a, std::string_view b, const Vocabulary& vocabulary) {
  if (a.size() < 2 || b.size() < 2 || !all_lower(b) || !all_lower(a.substr(1))) return false;
  const std::string first = base::lower_ascii(a);
  if (is_prefix(first) || (is_word(first) && is_word(b))) return false;
  const std::string joined = std::string(a) + std::string(b);
  if (vocabulary.count(joined) > 0) return true;
  // "socio-economic" and "haz-mat" are written so by choice: without the report's own word for it, the second half must be no word.
  const WordRank rank = rank_of(base::lower_ascii(joined));
  return !is_word(b) && (is_common(base::lower_ascii(joined)) || (is_upper(a[0]) && rank == WordRank::name));
}

bool known(std::string_view word, const Vocabulary& vocabulary, size_t least) {
  return is_word(base::lower_ascii(word)) || vocabulary.count(word) >= least;
}

// Addresses, names of files and the like are never touched.
bool is_prose(std::string_view chunk) {
  return chunk.find_first_of("@/\\_=&#%<>{}[]|~^") == std::string_view::npos && !chunk.starts_with("www.") &&
         chunk.find("://") == std::string_view::npos;
}

// Whether a letter beyond ASCII begins at `at`: the ASCII letters beside it are then no whole word.
bool foreign_letter(std::string_view s, size_t at) {
  return at < s.size() && static_cast<unsigned char>(s[at]) >= 0xC3 && !s.substr(at).starts_with("\xE2\x80");
}

// Ends in an opening quotation mark or a dash.
bool follows_mark(std::string_view s) {
  return s.ends_with("\u2018") || s.ends_with("\u201C") || s.ends_with("\u2013") || s.ends_with("\u2014");
}

// One run of characters without white space: words and the marks between them.
class Chunk {
 public:
  Chunk(std::string_view words, size_t at, const Vocabulary& vocabulary, std::vector<Edit>& out)
      : words_(words), at_(at), vocabulary_(vocabulary), out_(out) {}

  void mend() {
    if (!is_prose(words_)) return;
    for (size_t i = 0; i < words_.size();) {
      size_t end = end_of_word(i);
      if (end == i) {
        ++i;
        continue;
      }
      const bool whole_left = i == 0 || static_cast<unsigned char>(words_[i - 1]) < 0x80 || follows_mark(words_.substr(0, i));
      if (whole_left) end = mend_word(i, end);
      i = end;
    }
  }

 private:
  [[nodiscard]] size_t end_of_word(size_t i) const {
    while (i < words_.size() && is_letter(words_[i])) ++i;
    return i;
  }
  void edit(size_t begin, size_t end, std::string with) {
    out_.push_back({.begin = at_ + begin, .end = at_ + end, .with = std::move(with)});
  }

  // Mends the word at [begin, end) and the mark behind it; gives where to go on.
  size_t mend_word(size_t begin, size_t end) {
    const std::string_view word = words_.substr(begin, end - begin);
    const size_t after = end < words_.size() ? end_of_word(end + 1) : end;
    const std::string_view next = after > end ? words_.substr(end + 1, after - end - 1) : std::string_view();
    const bool hyphen_left = begin > 0 && words_[begin - 1] == '-';
    const bool hyphen_right = end < words_.size() && words_[end] == '-';
    if (next.size() > 1 && !foreign_letter(words_, after)) {
      if (runs_on(word, words_[end], next, after)) edit(end + 1, end + 1, " ");
      const bool one_hyphen = hyphen_right && !hyphen_left && (after == words_.size() || words_[after] != '-');
      if (one_hyphen && broken_by_hyphen(word, next, vocabulary_)) {
        edit(end, end + 1, "");
        return after;
      }
    }
    if (hyphen_left || hyphen_right || foreign_letter(words_, end)) return end;
    if (is_stuck_acronym(word)) {
      edit(end - 1, end, "");
    } else if (all_lower(word) && vocabulary_.mixed_case() && vocabulary_.count(word) == 1) {
      if (const auto cut = cut_of(word)) edit(begin + *cut, begin + *cut, " ");
    }
    return end;
  }

  // "Meanwhile,Syria", "said.The": a mark that a space must follow.
  [[nodiscard]] bool runs_on(std::string_view word, char mark, std::string_view next, size_t after) const {
    if (mark == ',') return word.size() > 1;
    if (mark != '.' && mark != '?' && mark != '!') return false;
    const bool sentence = word.size() > 2 && all_lower(word.substr(1)) && is_upper(next[0]) && all_lower(next.substr(1));
    const bool abbreviation = after < words_.size() && words_[after] == '.';
    return sentence && !abbreviation && vocabulary_.mixed_case() && is_common(base::lower_ascii(word)) && known(next, vocabulary_, 2);
  }

  // "ISISe" where the report knows ISIS; a plural's "s" belongs there.
  [[nodiscard]] bool is_stuck_acronym(std::string_view word) const {
    const std::string_view acronym = word.substr(0, word.size() - 1);
    return word.size() > 3 && std::all_of(acronym.begin(), acronym.end(), is_upper) && is_lower(word.back()) && word.back() != 's' &&
           vocabulary_.count(acronym) > 0 && vocabulary_.count(word) == 1;
  }

  std::string_view words_;
  size_t at_;
  const Vocabulary& vocabulary_;
  std::vector<Edit>& out_;
};

}  // namespace

std::vector<Edit> mend_words(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<Edit> out;
  for (size_t i = 0; i < text.size();) {
    const size_t end = std::min(text.find_first_of(" \n\t", i), text.size());
    if (end > i) Chunk(text.substr(i, end - i), i, vocabulary, out).mend();
    i = end + 1;
  }
  std::sort(out.begin(), out.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  return out;
}

}  // namespace herald::intake
