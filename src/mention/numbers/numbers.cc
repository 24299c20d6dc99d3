#include "mention/numbers/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace herald::numbers {
namespace {

struct Named {
  std::string_view word;
  double value;
};

constexpr std::array<Named, 19> kUnits = {{{"one", 1},
                                           {"two", 2},
                                           {"three", 3},
                                           {"four", 4},
                                           {"five", 5},
                                           {"six", 6},
                                           {"seven", 7},
                                           {"eight", 8},
                                           {"nine", 9},
                                           {"ten", 10},
                                           {"eleven", 11},
                                           {"twelve", 12},
                                           {"thirteen", 13},
                                           {"fourteen", 14},
                                           {"fifteen", 15},
                                           {"sixteen", 16},
                                           {"seventeen", 17},
                                           {"eighteen", 18},
                                           {"nineteen", 19}}};
constexpr std::array<Named, 9> kTens = {{{"twenty", 20},
                                         {"thirty", 30},
                                         {"forty", 40},
                                         {"fourty", 40},
                                         {"fifty", 50},
                                         {"sixty", 60},
                                         {"seventy", 70},
                                         {"eighty", 80},
                                         {"ninety", 90}}};
constexpr std::array<Named, 19> kOrdinals = {{{"first", 1},
                                              {"second", 2},
                                              {"third", 3},
                                              {"fourth", 4},
                                              {"fifth", 5},
                                              {"sixth", 6},
                                              {"seventh", 7},
                                              {"eighth", 8},
                                              {"ninth", 9},
                                              {"tenth", 10},
                                              {"eleventh", 11},
                                              {"twelfth", 12},
                                              {"thirteenth", 13},
                                              {"fourteenth", 14},
                                              {"fifteenth", 15},
                                              {"sixteenth", 16},
                                              {"seventeenth", 17},
                                              {"eighteenth", 18},
                                              {"nineteenth", 19}}};
constexpr std::array<Named, 8> kTensOrdinals = {{{"twentieth", 20},
                                                 {"thirtieth", 30},
                                                 {"fortieth", 40},
                                                 {"fiftieth", 50},
                                                 {"sixtieth", 60},
                                                 {"seventieth", 70},
                                                 {"eightieth", 80},
                                                 {"ninetieth", 90}}};
constexpr std::array<Named, 6> kScales = {
    {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"mln", 1e6}, {"bln", 1e9}, {"lakh", 1e5}}};

template <size_t N>
std::optional<double> find(const std::array<Named, N>& table, std::string_view word) {
  const auto it = std::find_if(table.begin(), table.end(), [&](const Named& n) { return n.word == word; });
  if (it == table.end()) return std::nullopt;
  return it->value;
}

std::string_view text_at(const std::vector<Word>& w, size_t at) {
  return at < w.size() ? std::string_view(w[at].text) : std::string_view();
}

double parse(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// Below one hundred, in words: "seven", "twenty", "twenty-four", "twenty four".
std::optional<Number> below_hundred(const std::vector<Word>& w, size_t at) {
  if (const auto tens = find(kTens, text_at(w, at))) {
    const size_t next = text_at(w, at + 1) == "-" ? at + 2 : at + 1;
    const auto unit = find(kUnits, text_at(w, next));
    if (unit && *unit < 10) return Number{.value = *tens + *unit, .end = next + 1, .ordinal = false, .digits = false};
    return Number{.value = *tens, .end = at + 1, .ordinal = false, .digits = false};
  }
  if (const auto unit = find(kUnits, text_at(w, at))) return Number{.value = *unit, .end = at + 1, .ordinal = false, .digits = false};
  return std::nullopt;
}

// Below one thousand, in words: "two hundred and five", "a hundred".
std::optional<Number> below_thousand(const std::vector<Word>& w, size_t at) {
  std::optional<Number> n = below_hundred(w, at);
  if (!n && (text_at(w, at) == "a" || text_at(w, at) == "one") && text_at(w, at + 1) == "hundred")
    n = Number{.value = 1, .end = at + 1, .ordinal = false, .digits = false};
  if (!n || text_at(w, n->end) != "hundred") return n;
  n->value *= 100;
  ++n->end;
  const size_t rest = text_at(w, n->end) == "and" ? n->end + 1 : n->end;
  if (const auto more = below_hundred(w, rest); more && text_at(w, more->end) != "hundred") {
    n->value += more->value;
    n->end = more->end;
  }
  return n;
}

// "dozen" after a number, "a dozen", "half a dozen".
std::optional<Number> dozens(const std::vector<Word>& w, size_t at) {
  if (text_at(w, at) == "half" && (text_at(w, at + 1) == "a" || text_at(w, at + 1) == "-") && text_at(w, at + 2) == "dozen")
    return Number{.value = 6, .end = at + 3, .ordinal = false, .digits = false};
  if (text_at(w, at) == "a" && text_at(w, at + 1) == "dozen") return Number{.value = 12, .end = at + 2, .ordinal = false, .digits = false};
  if (text_at(w, at) == "a" && text_at(w, at + 1) == "half" && text_at(w, at + 2) == "-" && text_at(w, at + 3) == "dozen")
    return Number{.value = 6, .end = at + 4, .ordinal = false, .digits = false};
  if (const auto n = below_hundred(w, at); n && text_at(w, n->end) == "dozen")
    return Number{.value = n->value * 12, .end = n->end + 1, .ordinal = false, .digits = false};
  return std::nullopt;
}

// Scales in falling order: "two million three hundred thousand and five".
std::optional<Number> in_words(const std::vector<Word>& w, size_t at) {
  Number total;
  double last_scale = 1e18;
  size_t i = at;
  while (true) {
    const size_t start = i > at && text_at(w, i) == "and" ? i + 1 : i;
    std::optional<Number> part = below_thousand(w, start);
    if (!part && start == at && (text_at(w, at) == "a" || text_at(w, at) == "half") && i == at) {
      const size_t skip = text_at(w, at) == "half" && text_at(w, at + 1) == "a" ? at + 2 : at + 1;
      if (find(kScales, text_at(w, skip)))
        part = Number{.value = text_at(w, at) == "half" ? 0.5 : 1, .end = skip, .ordinal = false, .digits = false};
    }
    if (!part) break;
    // "and" after a whole number below a thousand joins another phrase: "five and six".
    if (start != i && last_scale < 1000) break;
    const auto scale = find(kScales, text_at(w, part->end));
    const double factor = scale.value_or(1);
    if (factor >= last_scale) break;
    total.value += part->value * factor;
    total.end = part->end + (scale ? 1 : 0);
    last_scale = factor;
    i = total.end;
    if (!scale) break;
  }
  if (total.end == 0) return std::nullopt;
  return total;
}

}  // namespace

std::optional<Number> cardinal(const std::vector<Word>& w, size_t at) {
  if (at >= w.size()) return std::nullopt;
  if (const auto n = dozens(w, at)) return n;
  if (w[at].shape != Shape::digits) return in_words(w, at);
  // "12th" and "1990s" are no cardinals.
  if (ordinal(w, at)) return std::nullopt;
  if (text_at(w, at + 1) == "s" && !w[at + 1].space_before) return std::nullopt;
  Number n{.value = parse(w[at].text), .end = at + 1, .ordinal = false, .digits = true};
  const size_t scale_at = text_at(w, n.end) == "-" && !w[n.end].space_before ? n.end + 1 : n.end;
  if (const auto scale = find(kScales, text_at(w, scale_at))) {
    n.value *= *scale;
    n.end = scale_at + 1;
  } else if (text_at(w, n.end) == "hundred" || text_at(w, n.end) == "dozen") {
    n.value *= text_at(w, n.end) == "hundred" ? 100 : 12;
    ++n.end;
  }
  return n;
}

std::optional<Number> ordinal(const std::vector<Word>& w, size_t at) {
  if (at >= w.size()) return std::nullopt;
  if (w[at].shape == Shape::digits) {
    const std::string_view suffix = text_at(w, at + 1);
    const bool joined = at + 1 < w.size() && !w[at + 1].space_before;
    if (joined && w[at].text.size() <= 2 && (suffix == "th" || suffix == "st" || suffix == "nd" || suffix == "rd"))
      return Number{.value = parse(w[at].text), .end = at + 2, .ordinal = true, .digits = true};
    return std::nullopt;
  }
  if (const auto n = find(kOrdinals, w[at].text)) return Number{.value = *n, .end = at + 1, .ordinal = true, .digits = false};
  if (const auto n = find(kTensOrdinals, w[at].text)) return Number{.value = *n, .end = at + 1, .ordinal = true, .digits = false};
  if (const auto tens = find(kTens, w[at].text); tens && text_at(w, at + 1) == "-") {
    const auto n = find(kOrdinals, text_at(w, at + 2));
    if (n && *n < 10) return Number{.value = *tens + *n, .end = at + 3, .ordinal = true, .digits = false};
  }
  return std::nullopt;
}

}  // namespace herald::numbers
