#include "language/tokenizer.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/token_rules.h"

namespace herald::language {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

// Longer runs without white space (no words of any language) are cut, so that the work stays linear.
constexpr uint32_t kLongestChunk = 1000;

// Bytes of the white space at `at`: ASCII, no-break and other Unicode spaces, byte order marks; 0 where there is none.
uint32_t space_at(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (static_cast<unsigned char>(c) < 0x80) return static_cast<unsigned char>(c) < 0x20 ? 1 : 0;
  const base::CodePoint p = base::code_point_at(text, at);
  const bool space = p.value == 0x85 || p.value == 0xA0 || p.value == 0x1680 || (p.value >= 0x2000 && p.value <= 0x200B) ||
                     p.value == 0x2028 || p.value == 0x2029 || p.value == 0x202F || p.value == 0x205F || p.value == 0x2060 ||
                     p.value == 0x3000 || p.value == 0xFEFF;
  return space ? p.size : 0;
}

bool is_break(std::string_view text, size_t at) {
  if (text[at] == '\n' || text[at] == '\r') return true;
  return static_cast<unsigned char>(text[at]) >= 0x80 && (base::code_point_at(text, at).value | 1) == 0x2029;
}

// What a punctuation mark does to the words around it.
enum class Mark : uint8_t { none, open, close, quote, run, split };

struct Found {
  Mark mark = Mark::none;
  uint32_t size = 1;
};

Found mark_at(std::string_view s, size_t at) {
  const char c = s[at];
  if (static_cast<unsigned char>(c) < 0x80) {
    switch (c) {
      case '(':
      case '[':
      case '{':
        return {Mark::open, 1};
      case ')':
      case ']':
      case '}':
        return {Mark::close, 1};
      case '"':
        return {Mark::quote, 1};
      case '<':
      case '>':
      case '=':
      case '*':
      case '|':
      case '~':
      case '^':
      case '!':
      case '?':
        return {Mark::run, 1};
      case ';':
        return {Mark::split, 1};
      default:
        return {};
    }
  }
  const base::CodePoint p = base::code_point_at(s, at);
  switch (p.value) {
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
    case 0x2039:
    case 0x203A:
      return {Mark::quote, p.size};
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2026:
    case 0x2022:
    case 0xB7:
    case 0x2212:
      return {Mark::run, p.size};
    case 0xA3:
    case 0x20AC:
    case 0xA5:
    case 0xB0:
    case 0xBF:
    case 0xA1:
    case 0xA7:
    case 0xA9:
    case 0xAE:
    case 0x2122:
    case 0x25CF:
    case 0x25A0:
      return {Mark::split, p.size};
    default:
      return {};
  }
}

// ' or ’ or ‘ or `, in bytes; 0 where there is none.
uint32_t apostrophe_at(std::string_view s, size_t at) {
  if (at >= s.size()) return 0;
  if (s[at] == '\'' || s[at] == '`') return 1;
  if (static_cast<unsigned char>(s[at]) < 0x80) return 0;
  const base::CodePoint p = base::code_point_at(s, at);
  return p.value == 0x2018 || p.value == 0x2019 ? p.size : 0;
}

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), is_digit);
}
bool any_digit(std::string_view s) {
  return std::any_of(s.begin(), s.end(), is_digit);
}

// "U.S.", "p.m.", "a.k.a.": single letters with full stops between them; `s` without the last stop.
bool is_dotted(std::string_view s) {
  if (s.size() < 3 || s.size() % 2 == 0) return s == "Ph.D" || s == "ph.d" || s == "PH.D";
  for (size_t i = 0; i < s.size(); ++i)
    if (i % 2 ? s[i] != '.' : !is_alpha(s[i])) return false;
  return true;
}

// One chunk between white space, cut from both ends inwards.
class Chunk {
 public:
  Chunk(std::string_view text, Span range, uint32_t end, std::vector<Piece>& out)
      : text_(text), begin_(range.begin), end_(range.end), limit_(end), out_(out) {}

  void cut(Gap gap) {
    gap_ = gap;
    if (!whole() && !leading()) {
      // Punctuation at the end is found first and put out last.
      const uint32_t inner = trailing();
      middle(begin_, inner);
      for (auto tail = tail_.rbegin(); tail != tail_.rend(); ++tail) put(tail->begin, tail->end);
    }
  }

 private:
  std::string_view rest() const { return text_.substr(begin_, end_ - begin_); }

  void put(uint32_t begin, uint32_t end, bool joined = false) {
    if (begin >= end) return;
    out_.push_back({.span = {begin, end}, .gap = gap_, .joined = joined});
    gap_ = Gap::none;
  }

  bool whole() {
    std::string_view s = rest();
    if (is_emoticon(s)) {
      put(begin_, end_);
      return true;
    }
    return false;
  }

  // Cuts marks off the front; true where nothing is left.
  bool leading() {
    while (begin_ < end_) {
      std::string_view s = rest();
      if (is_emoticon(s)) {
        put(begin_, end_);
        return true;
      }
      const Found found = mark_at(s, 0);
      uint32_t size = 0;
      const bool is_hashtag = s.front() == '#' && s.size() > 1 && is_alpha(s[1]);
      const bool is_sign = s.front() == '-' || s.front() == '+' || s.front() == '.';
      if (found.mark != Mark::none && found.mark != Mark::run) {
        size = found.size;
      } else if (s.starts_with("``") || s.starts_with("''")) {
        size = 2;
      } else if (std::string_view("$%,:/&").find(s.front()) != std::string_view::npos || (s.front() == '#' && !is_hashtag)) {
        size = 1;
      } else if (is_sign || s.front() == '_' || found.mark == Mark::run) {
        size = run(s);
        // A sign or a point belongs to its figure.
        if (size == 1 && is_sign && s.size() > 1 && is_digit(s[1])) return false;
      } else if (const uint32_t mark = apostrophe_at(s, 0)) {
        // "'s" and "n't" standing free, "'90s", "'em" keep theirs.
        const std::string_view after = s.substr(mark);
        if (!after.empty() && (is_digit(after.front()) || after == "s" || after == "S" || after == "m" || after == "re" || after == "ve" ||
                               after == "ll" || after == "d" || after == "em" || after == "til" || after == "cause"))
          return false;
        size = mark;
      } else {
        return false;
      }
      put(begin_, begin_ + size);
      begin_ += size;
    }
    return true;
  }

  // Length of the run of the mark at the front: "--", "...", "?!", "***".
  static uint32_t run(std::string_view s) {
    const auto is_cry = [](char c) { return c == '!' || c == '?'; };
    const uint32_t unit = static_cast<unsigned char>(s[0]) < 0x80 ? 1 : base::code_point_at(s, 0).size;
    uint32_t n = unit;
    while (n + unit <= s.size() && (s.substr(n, unit) == s.substr(0, unit) || (is_cry(s[0]) && is_cry(s[n])))) n += unit;
    return n;
  }

  // Cuts marks off the end into tail_, last first; returns where the inner part ends.
  uint32_t trailing() {
    uint32_t end = end_;
    while (begin_ < end) {
      const std::string_view s = text_.substr(begin_, end - begin_);
      uint32_t size = 0;
      size_t last = s.size() - 1;
      while (last > 0 && (static_cast<unsigned char>(s[last]) & 0xC0) == 0x80) --last;
      const Found found = mark_at(s, last);
      const char c = s[last];
      if ((is_alpha(c) || is_digit(c) || c == '/') && is_address(s)) break;
      if (s.size() > 3 && s.ends_with("(s)")) break;  // "soldier(s)"
      if (found.mark != Mark::none) {
        size = found.mark == Mark::run ? back_run(s, last) : found.size;
      } else if (s.ends_with("''") || s.ends_with("``")) {
        size = 2;
      } else if (c == ',' || c == ':' || c == '%' || c == '/' || c == '$') {
        if (c == '$' && s.size() <= 4 && std::all_of(s.begin(), s.end() - 1, is_upper)) break;  // "US$"
        size = 1;
      } else if (c == '-' || c == '_' || c == '+' || c == '#') {
        size = back_run(s, last);
      } else if (const uint32_t mark = apostrophe_at(s, last); mark && last + mark == s.size()) {
        size = mark;
      } else if (c == '.') {
        if (s.size() >= 2 && s[last - 1] == '.') {
          size = back_run(s, last);
        } else if (keeps_stop(s.substr(0, last), end)) {
          break;
        } else {
          size = 1;
        }
      } else {
        break;
      }
      if (size >= s.size()) size = static_cast<uint32_t>(s.size());
      tail_.push_back({end - size, end});
      end -= size;
    }
    return end;
  }

  static uint32_t back_run(std::string_view s, size_t last) {
    const auto is_cry = [](char c) { return c == '!' || c == '?'; };
    const size_t unit = s.size() - last;
    size_t begin = last;
    while (begin >= unit && (s.substr(begin - unit, unit) == s.substr(last, unit) || (is_cry(s[last]) && is_cry(s[begin - 1]))))
      begin -= unit;
    return static_cast<uint32_t>(s.size() - begin);
  }

  // Does the full stop after `word` belong to it? `end` is where the word with its stop ends.
  bool keeps_stop(std::string_view word, uint32_t end) const {
    if (word.empty()) return false;
    uint32_t next = end;
    while (next < limit_) {
      const uint32_t space = space_at(text_, next);
      if (!space) break;
      next += space;
    }
    const std::string_view after = text_.substr(next, limit_ - next).substr(0, 1);
    // The part after the last hyphen or slash decides: "al-St.".
    const size_t cut = word.find_last_of("-/");
    if (cut != std::string_view::npos && cut + 1 < word.size()) word.remove_prefix(cut + 1);
    if (is_dotted(word)) return true;
    if (word.size() == 1 && is_alpha(word[0])) return !after.empty() && word[0] != 'I' && word[0] != 'i' && word != "a";
    if (all_digits(word) && word.size() <= 2) return starts_item(word) && !after.empty() && !is_lower(after[0]);
    return is_abbreviation(word, after);
  }

  // A number that opens a sentence: "1. Shelling".
  bool starts_item(std::string_view word) const {
    if (word.data() != text_.data() + begin_) return false;
    if (out_.empty()) return true;
    const std::string_view before = out_.back().span.in(text_);
    return before == "." || before == "!" || before == "?" || before == ":" || gap_ == Gap::line;
  }

  // The inner part: words joined by hyphens, slashes, dots, commas, dashes; a figure with its unit; a clitic.
  void middle(uint32_t begin, uint32_t end) {
    while (begin < end) {
      const std::string_view s = text_.substr(begin, end - begin);
      if (is_address(s)) return put(begin, end);
      const Cut cut = first_cut(s);
      if (!cut.size && !cut.at) return word(begin, end);
      word(begin, begin + cut.at);
      if (cut.size) put(begin + cut.at, begin + cut.at + cut.size);
      begin += cut.at + cut.size;
    }
  }

  // The first mark inside `s` that is a word of its own; size 0 cuts without a mark. {0, 0}: none.
  struct Cut {
    uint32_t at = 0;
    uint32_t size = 0;
  };
  static Cut first_cut(std::string_view s) {
    uint32_t part = 0;  // where the part between hyphens begins
    for (uint32_t i = 0; i < s.size();) {
      const Found found = mark_at(s, i);
      const char c = s[i];
      const char before = i ? s[i - 1] : '\0';
      const char after = i + 1 < s.size() ? s[i + 1] : '\0';
      if (found.mark != Mark::none) {
        if (s.substr(i, 3) == "(s)" && i + 3 == s.size()) return {};
        return {i, found.mark == Mark::run ? run(s.substr(i)) : found.size};
      }
      const bool run_of = c == after;
      switch (c) {
        case '-':
          if (run_of) return {i, run(s.substr(i))};
          if (!keeps_hyphen(s, part, i)) return {i, 1};
          part = i + 1;
          break;
        case '/':
          if (!keeps_slash(s, i)) return {i, 1};
          break;
        case ',':
        case ':':
          if (!(is_digit(before) && is_digit(after))) return {i, 1};
          break;
        case '.':
          if (run_of) return {i, run(s.substr(i))};
          if (joins_sentences(s, i)) return {i, 1};
          if (i == 1 && is_upper(before) && is_upper(after) && s.size() > 4 && is_lower(s[3])) return {2, 0};  // "J.Smith"
          break;
        case '$':
          if (is_digit(after)) return i && is_upper(before) ? Cut{i + 1, 0} : Cut{i, 1};  // "US$5"
          break;
        case '%':
          if (is_digit(before)) return {i, 1};
          break;
        default:
          break;
      }
      i += found.size;
      while (i < s.size() && (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80) ++i;
    }
    return {};
  }

  // "killed.The": a sentence's end without its space.
  static bool joins_sentences(std::string_view s, uint32_t i) {
    if (i < 2 || i + 2 >= s.size() || !is_upper(s[i + 1]) || !(is_lower(s[i + 2]) || s[i + 2] == ' ')) return false;
    return is_lower(s[i - 1]) && (is_lower(s[i - 2]) || is_upper(s[i - 2])) && s.substr(0, i).find('.') == std::string_view::npos;
  }

  static bool keeps_hyphen(std::string_view s, uint32_t part, uint32_t i) {
    const std::string_view left = s.substr(part, i - part);
    const std::string_view right =
        s.substr(i + 1, s.find('-', i + 1) == std::string_view::npos ? std::string_view::npos : s.find('-', i + 1) - i - 1);
    if (left.empty() || right.empty()) return left.empty();
    if (is_bound_prefix(left) && !any_digit(left)) return true;
    if (right == "esque" || right == "wise" || right == "ever") return true;
    // Telephone numbers and dates in figures.
    if (any_digit(left) && any_digit(right)) {
      const auto digits = [](std::string_view x) {
        return std::all_of(x.begin(), x.end(), [](char c) { return is_digit(c) || c == '-'; });
      };
      if (digits(s) && (std::count(s.begin(), s.end(), '-') >= 2 || (left.size() == 3 && right.size() == 4))) return true;
    }
    return false;
  }

  static bool keeps_slash(std::string_view s, uint32_t i) {
    const bool figures = std::all_of(s.begin(), s.end(), [](char c) { return is_digit(c) || c == '/' || c == '.' || c == '-'; });
    if (figures) return i && i + 1 < s.size();
    return s.size() == 3 && i == 1 && is_alpha(s[0]) && is_alpha(s[2]);  // "w/o", "l/c"
  }

  // One word without marks: a figure parts from its unit, a clitic from its host.
  void word(uint32_t begin, uint32_t end) {
    if (begin >= end) return;
    const std::string_view s = text_.substr(begin, end - begin);
    size_t digits = 0;
    while (digits < s.size() && (is_digit(s[digits]) || ((s[digits] == '.' || s[digits] == ',' || s[digits] == ':') &&
                                                         digits + 1 < s.size() && is_digit(s[digits + 1]))))
      ++digits;
    if (digits && digits < s.size() && is_unit(s.substr(digits))) {
      put(begin, begin + static_cast<uint32_t>(digits));
      return put(begin + static_cast<uint32_t>(digits), end);
    }
    const bool decade = digits && s.size() <= digits + 4 && apostrophe_at(s, digits);  // "1990's"
    const size_t cut = decade ? 0 : clitic_cut(s);
    if (!cut) return put(begin, end);
    put(begin, begin + static_cast<uint32_t>(cut));
    put(begin + static_cast<uint32_t>(cut), end, true);
  }

  std::string_view text_;
  uint32_t begin_;
  uint32_t end_;
  uint32_t limit_;  // end of the range that is tokenized
  std::vector<Piece>& out_;
  std::vector<Span> tail_;
  Gap gap_ = Gap::none;
};

}  // namespace

void tokenize(std::string_view text, Span range, std::vector<Piece>& out) {
  Gap gap = Gap::none;
  for (uint32_t at = range.begin; at < range.end;) {
    if (const uint32_t space = space_at(text, at)) {
      if (is_break(text, at)) gap = Gap::line;
      if (gap == Gap::none) gap = Gap::space;
      at += space;
      continue;
    }
    uint32_t end = at;
    while (end < range.end && end - at < kLongestChunk && !space_at(text, end))
      end += static_cast<unsigned char>(text[end]) < 0x80 ? 1 : base::code_point_at(text, end).size;
    Chunk(text, {at, std::min(end, range.end)}, range.end, out).cut(gap);
    gap = Gap::none;
    at = end;
  }
}

}  // namespace herald::language
