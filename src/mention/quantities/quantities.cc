#include "mention/quantities/quantities.h"

#include <algorithm>
#include <cmath>

#include "mention/numbers/numbers.h"
#include "mention/quantities/unit.h"
#include "mention/times/times.h"
#include "mention/times/vocabulary.h"

namespace herald::quantities {
namespace {

using numbers::Number;
using numbers::Shape;
using times::one_of;

struct Figure {
  size_t begin = 0;  // words [begin, end)
  size_t end = 0;
  size_t core = 0;  // last word of the number itself
  Quantity quantity;
};

// Factor of a word that multiplies: "several hundred".
int64_t scale_of(std::string_view word) {
  if (word == "dozen") return 12;
  if (word == "hundred") return 100;
  if (word == "thousand") return 1000;
  if (word == "million") return 1000000;
  return 1;
}

class Reader {
 public:
  Reader(const Line& line, std::vector<bool> taken) : line_(line), taken_(std::move(taken)) {}

  [[nodiscard]] std::vector<Figure> all() const {
    std::vector<Figure> out;
    for (size_t at = 0; at < line_.words.size();) {
      const auto f = figure(at);
      if (!f) {
        ++at;
        continue;
      }
      at = f->end;
      out.push_back(*f);
    }
    return out;
  }

 private:
  struct Core {
    size_t end = 0;
    int64_t low = 0;
    int64_t high = 0;
    bool vague = false;
  };

  [[nodiscard]] std::string_view word(size_t at) const { return line_.word(at); }
  [[nodiscard]] bool touching(size_t at) const { return at < line_.words.size() && !line_.words[at].space_before; }

  // Words before a number, then the number, then words behind it.
  [[nodiscard]] std::optional<Figure> figure(size_t at) const {
    std::vector<Effect> effects;
    size_t i = at;
    while (const Phrase* p = Quantities::match(line_.codebook.before(), line_.words, i)) {
      effects.push_back(p->effect);
      i += p->words.size();
    }
    const bool opened = std::find(effects.begin(), effects.end(), Effect::range) != effects.end();
    std::optional<Core> core = number(i, opened);
    if (!core) core = phrase(i, !effects.empty());
    if (!core) return i == at ? article(at) : alone(at);
    if (opened && core->low == core->high) return std::nullopt;  // "from 20 villages": the number is read without it
    Figure out{.begin = at, .end = core->end, .core = core->end - 1, .quantity = {}};
    while (true) {
      const size_t from = word(out.end) == "-" && touching(out.end) && touching(out.end + 1) ? out.end + 1 : out.end;  // "500-plus"
      const Phrase* p = Quantities::match(line_.codebook.after(), line_.words, from);
      if (!p) break;
      const size_t next = from + p->words.size();
      // "two, at least ten": the words belong to the number behind them.
      if (numbers::cardinal(line_.words, next)) break;
      if (p->effect == Effect::increment && (word(next) == "than" || word(next) == "and")) break;
      effects.push_back(p->effect);
      out.end = next;
    }
    bound(out.quantity, *core, effects);
    name_unit(out);
    return out;
  }

  // "some soldiers", "another policeman": words that bound a number, and count by themselves where none follows.
  [[nodiscard]] std::optional<Figure> alone(size_t at) const {
    if (const auto core = phrase(at, false)) {
      Figure out{.begin = at, .end = core->end, .core = core->end - 1, .quantity = {}};
      bound(out.quantity, *core, {});
      name_unit(out);
      return out;
    }
    return article(at);
  }

  static void bound(Quantity& q, const Core& core, const std::vector<Effect>& effects) {
    q.low = core.low;
    q.vague = core.vague;
    if (!core.vague) q.high = core.high;
    for (const Effect e : effects) {
      if (e == Effect::increment) q.increment = true;
      if (core.vague) continue;
      switch (e) {
        case Effect::approx:
          q.approx = true;
          break;
        case Effect::at_least:
          q.high.reset();
          break;
        case Effect::above:
          q.high.reset();
          q.low = core.low + 1;
          break;
        case Effect::at_most:
          q.low.reset();
          q.high = core.high;
          break;
        case Effect::below:
          q.low.reset();
          q.high = std::max<int64_t>(core.high - 1, 0);
          break;
        case Effect::range:
        case Effect::vague:
        case Effect::number:
        case Effect::increment:
          break;
      }
    }
  }

  void name_unit(Figure& f) const {
    // The noun follows the number, or its "of" that the phrase itself ends with.
    if (const auto noun = counted_noun(line_, f.core, f.end); noun && !taken(noun->at)) f.quantity.unit = noun->text;
  }

  // A vague word or one that is a number, with the scale behind it: "dozens of", "several hundred".
  [[nodiscard]] std::optional<Core> phrase(size_t at, bool bounded) const {
    const Phrase* p = Quantities::match(line_.codebook.cores(), line_.words, at);
    if (!p || taken(at)) return std::nullopt;
    size_t end = at + p->words.size();
    // The noun is no part of the figure; "of" is the noun's.
    if (p->words.back() == "of") --end;
    const bool last_of = end < at + p->words.size();
    if (at > 0 && one_of(word(at - 1), "how so too as not this that he she who it") && p->effect == Effect::vague) return std::nullopt;
    const Token* t = line_.token(at);
    if (t && t->upos == Upos::VERB) return std::nullopt;
    Core core{.end = end, .low = p->value, .high = p->value, .vague = p->effect == Effect::vague};
    if (const int64_t scale = scale_of(word(end)); scale > 1 && !last_of) {
      core.low *= scale;
      core.high *= scale;
      ++core.end;
      return core;
    }
    if (line_.codebook.is_measure(word(last_of ? end + 1 : end)) || (taken(end) && !last_of)) return std::nullopt;
    if (p->plural) {
      if (bounded) return std::nullopt;
      const auto noun = counted_noun(line_, end - 1, end);
      if (!noun || word(end) == "of" || noun->text.empty() || !plural_noun(*noun)) return std::nullopt;
    }
    return core;
  }

  [[nodiscard]] bool plural_noun(const Noun& noun) const {
    const Token* t = line_.token(noun.at);
    if (t && !t->xpos.empty()) return t->xpos == "NNS" || t->xpos == "NNPS" || one_of(word(noun.at), "people police personnel");
    return !line_.codebook.is_person(word(noun.at)) && noun.at < line_.words.size();
  }

  [[nodiscard]] bool taken(size_t at) const { return at < taken_.size() && taken_[at]; }

  // "18 , 000", "33 . 505": in text whose words were set apart by spaces a number may have fallen into several.
  [[nodiscard]] bool broken(size_t mark, size_t other) const {
    return mark < line_.words.size() && other < line_.words.size() && one_of(word(mark), ", .") && !touching(mark) &&
           line_.words[other].shape == Shape::digits && !touching(other) && (word(mark) != "," || word(other).size() == 3);
  }

  // What makes a number something other than a count.
  [[nodiscard]] bool no_count(size_t at, const Number& n) const {
    if (taken(at) || taken(n.end - 1) || !n.whole() || n.value > 1e12) return true;
    if (at > 0) {
      const std::string_view before = word(at - 1);
      if (one_of(before, "$ # € £ ¥ + / usd us c") && (touching(at) || line_.words[at - 1].shape == Shape::mark)) return true;
      if (one_of(before, "- . : /") && touching(at)) return true;  // "AK-47", "3-2", "10:30"
      if (line_.codebook.is_label(before) && (n.digits || line_.words[at].capital)) return true;
      if (before == "." && at > 1 && line_.codebook.is_label(word(at - 2))) return true;  // "No. 5"
      // "Group of Seven", "the Big Three"
      if (line_.words[at].capital && !line_.words[at].all_capitals && one_of(before, "of big")) return true;
      if (line_.words[at - 1].shape == Shape::letters && touching(at) && n.digits) return true;  // "MI8"
      if (before == "(" && word(n.end) == ")" && n.digits) return true;                          // "Salim (24)", "(69) miles"
      if (before == "[" && word(n.end) == "]") return true;                                      // a footnote's mark
      // "Salim, 24,": an age
      if (n.digits && n.value < 120 && before == "," && (word(n.end) == "," || word(n.end) == ".") && at > 1 && line_.words[at - 2].capital)
        return true;
    }
    const std::string_view next = word(n.end);
    if (n.digits && (broken(n.end, n.end + 1) || (at > 1 && broken(at - 1, at - 2)))) return true;
    if (n.digits && next == "°") return true;
    if (const Token* t = line_.token(at); t && n.digits && t->deprel == "flat") return true;  // "Antonov 74"
    if (at == 0 && n.digits && next == "." && n.end + 1 < line_.words.size()) return true;    // "2. The victim …"
    if (next == "%" || (one_of(next, ": / '") && touching(n.end) && n.digits)) return true;
    if (line_.codebook.is_measure(next)) return true;
    if (next == "-" && touching(n.end) && touching(n.end + 1)) {
      // "a 40-member team", "two-thirds"; a range and "500-plus" go on
      if (!(numbers::cardinal(line_.words, n.end + 1) || one_of(word(n.end + 1), "plus odd"))) return true;
    }
    if (touching(n.end) && n.end < line_.words.size() && line_.words[n.end].shape == Shape::letters && n.digits && next != "'s")
      return true;  // "81mm"
    return next == "square" || next == "cubic" || (next == "nautical");
  }

  [[nodiscard]] bool one_is_pronoun(size_t at, size_t end) const {
    if (word(at) != "one" || end != at + 1) return false;
    if (at > 0 && one_of(word(at - 1), "no any every each this that which the some another by")) return true;
    return one_of(word(end), "another 's - by side thing hand way who that day");
  }

  [[nodiscard]] std::optional<Core> number(size_t at, bool opened) const {
    auto n = numbers::cardinal(line_.words, at);
    if (!n || one_is_pronoun(at, n->end)) return std::nullopt;
    const size_t link = n->end;
    // A range is judged by its second number: "20 to 30 percent".
    // "rose to three and 12 others" is no range: "and" links only behind "between".
    if (word(link) == "and" ? opened : line_.codebook.links_range(word(link))) {
      const bool hyphen = word(link) == "-";
      auto m = numbers::cardinal(line_.words, link + 1);
      if (m && !m->digits && n->digits) m.reset();
      if (m && !(hyphen && !touching(link) && !touching(link + 1))) {
        const int64_t scale = scale_of(word(m->end - 1));
        if (n->value < 1000 && scale >= 100 && m->end > link + 2) n->value *= static_cast<double>(scale);
        if (m->value > n->value && !no_count(link + 1, *m, hyphen) && !outside(at)) {
          const bool counted = !hyphen || !n->digits || counted_noun(line_, m->end - 1, m->end).has_value();
          if (!counted) return std::nullopt;
          return Core{.end = m->end, .low = std::llround(n->value), .high = std::llround(m->value), .vague = false};
        }
        if (hyphen && touching(link) && n->digits) return std::nullopt;  // "3-2", "1701-98"
        n = numbers::cardinal(line_.words, at);
        if (line_.codebook.is_measure(word(m->end)) || word(m->end) == "%") return std::nullopt;
      }
    }
    if (no_count(at, *n)) return std::nullopt;
    return Core{.end = n->end, .low = std::llround(n->value), .high = std::llround(n->value), .vague = false};
  }

  [[nodiscard]] bool no_count(size_t at, const Number& n, bool hyphen) const {
    if (!hyphen) return no_count(at, n);
    return taken(at) || !n.whole() || line_.codebook.is_measure(word(n.end)) || word(n.end) == "%" ||
           (word(n.end) == "-" && touching(n.end));
  }

  // The first number of a range: what stands before it decides.
  [[nodiscard]] bool outside(size_t at) const {
    if (taken(at)) return true;
    return at > 0 &&
           (one_of(word(at - 1), "$ # € £ ¥ / .") || (word(at - 1) == "-" && touching(at)) || line_.codebook.is_label(word(at - 1)));
  }

  // "a soldier", "another policeman", "one of them" is a number already.
  [[nodiscard]] std::optional<Figure> article(size_t at) const {
    if (!one_of(word(at), "a an another") || taken(at)) return std::nullopt;
    const auto noun = counted_person(line_, at);
    if (!noun) return std::nullopt;
    Figure out{.begin = at, .end = at + 1, .core = at, .quantity = {}};
    out.quantity.low = out.quantity.high = 1;
    out.quantity.increment = word(at) == "another";
    out.quantity.unit = noun->text;
    return out;
  }

  const Line& line_;
  std::vector<bool> taken_;  // words inside a time expression
};

}  // namespace

std::vector<Mention> find_quantities(const Report& report, const Analysis& analysis, const Quantities& codebook) {
  std::vector<Mention> out;
  const std::vector<Mention> found_times = times::find_times(report, analysis);
  const auto sentences = numbers::lex(report, analysis);
  auto time = found_times.begin();
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    const auto& words = sentences[s];
    std::vector<bool> taken(words.size(), false);
    for (; time != found_times.end() && time->sentence == s; ++time)
      for (size_t i = 0; i < words.size(); ++i) taken[i] = taken[i] || time->span.contains(words[i].span);
    const Line line{.text = report.text, .analysis = analysis, .codebook = codebook, .words = words};
    for (const Figure& f : Reader(line, std::move(taken)).all()) {
      Mention m;
      m.span = {words[f.begin].span.begin, words[f.end - 1].span.end};
      m.sentence = s;
      const Sentence& sentence = analysis.sentences[s];
      m.first = std::clamp(analysis.token_at(m.span.begin), sentence.first, sentence.last - 1);
      m.last = std::min(analysis.token_at(m.span.end - 1) + 1, sentence.last);
      m.head = std::clamp(analysis.token_at(words[f.core].span.begin), m.first, m.last - 1);
      m.what = f.quantity;
      out.push_back(std::move(m));
    }
  }
  return out;
}

std::vector<std::string> check(const Quantities& codebook) {
  std::vector<std::string> wrong;
  for (const Example& example : codebook.examples()) {
    Report report;
    report.text = example.sentence;
    Analysis analysis;
    const Span whole{0, static_cast<uint32_t>(report.text.size())};
    for (const numbers::Word& w : numbers::lex(report.text, whole)) {
      Token t;
      t.span = w.span;
      analysis.tokens.push_back(std::move(t));
    }
    analysis.sentences.push_back({.span = whole, .first = 0, .last = static_cast<uint32_t>(analysis.tokens.size())});
    std::string figures;
    for (const Mention& m : find_quantities(report, analysis, codebook))
      figures += (figures.empty() ? "" : "; ") + notation(*m.as<Quantity>());
    if (figures != example.figures)
      wrong.push_back("quantities." + example.entry + ": \"" + example.sentence + "\" gives \"" + figures + "\", must give \"" +
                      example.figures + "\"");
  }
  return wrong;
}

}  // namespace herald::quantities
