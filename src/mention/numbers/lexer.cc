#include "mention/numbers/lexer.h"

#include "base/text.h"
#include "base/utf8.h"

namespace herald::numbers {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_ascii_letter(char c) {
  return is_lower(c) || is_upper(c);
}

// ASCII stand-in for the typographic signs that matter to the grammar, 0 for any other code point.
char plain(char32_t c) {
  if (c >= 0x2010 && c <= 0x2015) return '-';
  if (c == 0x2212) return '-';
  if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4) return '\'';
  if (c == 0x201C || c == 0x201D) return '"';
  if (c == 0x00A0 || c == 0x2009 || c == 0x200A || c == 0x202F || c == 0x2003 || c == 0x2002 || c == 0x200B || c == 0xFEFF) return ' ';
  return 0;
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

class Lexer {
 public:
  Lexer(std::string_view text, const Span& span) : text_(text), at_(span.begin), end_(span.end) {}

  std::vector<Word> run() {
    std::vector<Word> out;
    bool space = true;
    while (at_ < end_) {
      const base::CodePoint c = base::code_point_at(text_, at_);
      const char sign = c.value < 0x80 ? static_cast<char>(c.value) : plain(c.value);
      if (is_space(sign)) {
        space = true;
        at_ += c.size;
        continue;
      }
      Word w;
      w.space_before = space;
      w.span.begin = at_;
      if (is_digit(sign))
        digits(w);
      else if (is_ascii_letter(sign) || (c.value >= 0xC0 && sign == 0 && c.value < 0x2000))
        letters(w);
      else
        mark(w, sign, c.size, !out.empty() && out.back().shape != Shape::mark && !space);
      w.span.end = at_;
      out.push_back(std::move(w));
      space = false;
    }
    return out;
  }

 private:
  [[nodiscard]] char look(uint32_t at) const { return at < end_ ? text_[at] : '\0'; }

  void digits(Word& w) {
    w.shape = Shape::digits;
    while (is_digit(look(at_))) w.text += text_[at_++];
    // A comma joins groups of exactly three digits.
    bool grouped = false;
    while (look(at_) == ',' && is_digit(look(at_ + 1)) && is_digit(look(at_ + 2)) && is_digit(look(at_ + 3)) && !is_digit(look(at_ + 4)) &&
           (grouped || w.text.size() <= 3)) {
      w.text.append(text_.substr(at_ + 1, 3));
      at_ += 4;
      grouped = true;
    }
    if (look(at_) == '.' && is_digit(look(at_ + 1))) {
      w.text += text_[at_++];
      while (is_digit(look(at_))) w.text += text_[at_++];
    }
  }

  void letters(Word& w) {
    w.shape = Shape::letters;
    w.capital = is_upper(look(at_));
    bool lower = false;
    while (at_ < end_) {
      const base::CodePoint c = base::code_point_at(text_, at_);
      const bool letter =
          c.value < 0x80 ? is_ascii_letter(static_cast<char>(c.value)) : (c.value >= 0xC0 && c.value < 0x2000 && plain(c.value) == 0);
      if (!letter) break;
      lower = lower || is_lower(look(at_));
      w.text += text_.substr(at_, c.size);
      at_ += c.size;
    }
    w.all_capitals = w.capital && !lower;
    // "a.m.", "U.S.", "p.m": single letters joined by dots are one word.
    if (w.text.size() == 1) {
      while (look(at_) == '.' && is_ascii_letter(look(at_ + 1)) && !is_ascii_letter(look(at_ + 2))) {
        w.text += look(at_ + 1);
        at_ += 2;
      }
      if (w.text.size() > 1 && look(at_) == '.') ++at_;
    }
    w.text = base::lower_ascii(w.text);
  }

  void mark(Word& w, char sign, uint32_t size, bool follows_word) {
    at_ += size;
    if (sign == '\'' && follows_word && (look(at_) == 's' || look(at_) == 'S') && !is_ascii_letter(look(at_ + 1))) {
      ++at_;
      w.text = "'s";
      w.shape = Shape::letters;
      return;
    }
    if (sign)
      w.text = std::string(1, sign);
    else
      w.text = std::string(text_.substr(w.span.begin, size));
  }

  std::string_view text_;
  uint32_t at_;
  uint32_t end_;
};

}  // namespace

std::vector<Word> lex(std::string_view text, const Span& span) {
  return Lexer(text, span).run();
}

std::vector<std::vector<Word>> lex(const Report& report, const Analysis& analysis) {
  std::vector<std::vector<Word>> out;
  out.reserve(analysis.sentences.size());
  for (const Sentence& s : analysis.sentences) out.push_back(lex(report.text, s.span));
  return out;
}

}  // namespace herald::numbers
