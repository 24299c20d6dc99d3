#include "mention/quantities/unit.h"

#include "mention/times/vocabulary.h"

namespace herald::quantities {
namespace {

using numbers::Shape;
using times::one_of;

// Words at which a noun phrase ends.
constexpr std::string_view kStops =
    "of in on at to for from by with near after before during since until while when where who whom whose which that than as and or but "
    "nor so because if is "
    "are was were be been being has have had do does did will would could can may might must should not also a an the this these those it "
    "they he she we you i "
    "his her their its our my into over under against between among through across outside inside around about without within including "
    "according "
    "died dies die fled flee killed kill were wounded injured hurt said says say came come fell fall left leave ran run marched gathered "
    "remained remain hid "
    "stayed burned burn lay arrived went go took take surrendered too also then later near";

constexpr std::string_view kPeople =
    "people men women children police troops personnel civilians gunmen policemen servicemen militiamen others dead clergy staff";

bool looks_plural(std::string_view word) {
  if (one_of(word, kPeople)) return true;
  if (word.size() > 3 && word.substr(word.size() - 3) == "men") return true;
  return word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's' && word[word.size() - 2] != 'u' &&
         word[word.size() - 2] != 'i';
}

bool nominal(Upos u) {
  return u == Upos::NOUN || u == Upos::PROPN;
}
bool inside(Upos u) {
  return nominal(u) || u == Upos::ADJ || u == Upos::ADV || u == Upos::NUM || u == Upos::DET || u == Upos::SYM;
}

Noun noun_at(const Line& line, size_t at) {
  return {.at = at, .text = std::string(line.words[at].span.in(line.text))};
}

// The word at which a token begins, within reach of `from`.
std::optional<size_t> word_of(const Line& line, const Token& token, size_t from) {
  for (size_t i = from; i < line.words.size() && line.words[i].span.begin < token.span.end; ++i)
    if (line.words[i].span.begin >= token.span.begin) return i;
  return std::nullopt;
}

std::optional<Noun> by_tree(const Line& line, size_t last, size_t end) {
  const Token* number = line.token(last);
  if (!number || number->head < 0) return std::nullopt;
  const Token& head = line.analysis.tokens[static_cast<size_t>(number->head)];
  if (!nominal(head.upos) || head.span.begin < number->span.end || head.sentence != number->sentence) return std::nullopt;
  if (number->deprel != "nummod" && number->deprel != "amod" && number->deprel != "det" && number->deprel != "compound")
    return std::nullopt;
  const auto at = word_of(line, head, end);
  if (!at) return std::nullopt;
  return noun_at(line, *at);
}

std::optional<Noun> by_tags(const Line& line, size_t end) {
  std::optional<Noun> best;
  for (size_t i = end; i < line.words.size() && i < end + 8; ++i) {
    const Upos u = line.token(i)->upos;
    if (line.word(i) == "-") continue;
    // "one of the country's figures": the head comes after.
    if (line.word(i) == "'s" && best) {
      best.reset();
      continue;
    }
    const bool participle = !best && u == Upos::VERB && i + 1 < line.words.size() && nominal(line.token(i + 1)->upos) &&
                            line.token(i)->head > 0 && line.token(i)->deprel == "amod";
    if (!inside(u) && !participle) break;
    if (best && !nominal(u)) break;
    if (nominal(u)) best = noun_at(line, i);
  }
  return best;
}

// "six National Socialist Council of Nagaland (NSCN) militants": the parser takes the name for the noun; the plural common noun behind it
// is.
std::optional<Noun> past_name(const Line& line, const Noun& noun) {
  if (line.token(noun.at)->upos != Upos::PROPN) return std::nullopt;
  for (size_t i = noun.at + 1; i < line.words.size() && i < noun.at + 10; ++i) {
    const Token& t = *line.token(i);
    if (t.xpos == "NNS") return noun_at(line, i);
    if (line.word(i) == "(" || line.word(i) == ")" || line.word(i) == "of" || line.word(i) == "-") continue;
    if (t.upos != Upos::PROPN && t.upos != Upos::ADJ && t.upos != Upos::X) break;
  }
  return std::nullopt;
}

std::optional<Noun> by_words(const Line& line, size_t end) {
  for (size_t i = end; i < line.words.size() && i < end + 6; ++i) {
    if (line.word(i) == "-") continue;
    if (line.words[i].shape != Shape::letters || one_of(line.word(i), kStops)) return std::nullopt;
    if (!looks_plural(line.word(i)) && !line.codebook.is_person(line.word(i))) continue;
    // "police officers": the last of two nouns.
    const bool more = i + 1 < line.words.size() && line.words[i + 1].shape == Shape::letters && !one_of(line.word(i + 1), kStops) &&
                      (looks_plural(line.word(i + 1)) || line.codebook.is_person(line.word(i + 1)));
    if (!more) return noun_at(line, i);
  }
  return std::nullopt;
}

}  // namespace

const Token* Line::token(size_t at) const {
  if (at >= words.size()) return nullptr;
  const uint32_t t = analysis.token_at(words[at].span.begin);
  return t < analysis.tokens.size() ? &analysis.tokens[t] : nullptr;
}

bool Line::tagged(size_t at) const {
  const Token* t = token(at);
  return t && !t->xpos.empty();
}

std::optional<Noun> counted_noun(const Line& line, size_t last, size_t end) {
  size_t from = end;
  if (line.word(from) == "of") {
    ++from;
    while (one_of(line.word(from), "the its their his these those our my her them")) ++from;
  }
  if (from >= line.words.size()) return std::nullopt;
  if (!line.tagged(last)) return by_words(line, from);
  auto noun = by_tree(line, last, end);
  if (!noun) return by_tags(line, from);
  return past_name(line, *noun).value_or(*noun);
}

std::optional<Noun> counted_person(const Line& line, size_t at) {
  std::optional<Noun> best;
  const bool tagged = line.tagged(at);
  // Whether the phrase goes on to another noun behind a word.
  const auto goes_on = [&](size_t i) {
    if (i >= line.words.size() || line.words[i].shape != Shape::letters) return false;
    return tagged ? nominal(line.token(i)->upos) || line.token(i)->upos == Upos::ADJ : !one_of(line.word(i), kStops);
  };
  for (size_t i = at + 1; i < line.words.size() && i < at + 10; ++i) {
    const std::string_view w = line.word(i);
    if (w == "-") {
      best.reset();
      continue;
    }
    // "a soldier's widow": the head comes after.
    if (w == "'s") {
      if (!best) break;
      best.reset();
      continue;
    }
    // "a Border Security Force (BSF) trooper"
    if (w == "(" && !best && line.word(i + 2) == ")") {
      i += 2;
      continue;
    }
    if (line.words[i].shape != Shape::letters) break;
    const Upos u = tagged ? line.token(i)->upos : Upos::X;
    if (tagged ? !inside(u) && !(u == Upos::VERB && line.token(i)->deprel == "amod") : one_of(w, kStops)) break;
    const bool person = line.codebook.is_person(w) && (u != Upos::ADJ || !goes_on(i + 1) || line.token(i + 1)->upos == Upos::PROPN);
    const bool of_a_people = line.codebook.is_people(w) && !goes_on(i + 1) && line.word(i + 1) != "-";
    if (person || of_a_people) {
      best = noun_at(line, i);
    } else if (tagged && nominal(u) && !(u == Upos::PROPN && best)) {
      best.reset();  // another noun heads the phrase: "a student group"
    } else if (best) {
      break;
    }
  }
  // "a soldiers' canteen"
  if (best && line.word(best->at + 1) == "'") return std::nullopt;
  return best;
}

}  // namespace herald::quantities
