#include "mention/actors/phrase.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace herald::actors {
namespace {

bool upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool lower(char c) {
  return c >= 'a' && c <= 'z';
}

// What a plural noun comes from, where the lemma does not say so.
std::string without_plural(const std::string& word) {
  const auto ends = [&](std::string_view tail) {
    return word.size() > tail.size() + 1 && word.compare(word.size() - tail.size(), tail.size(), tail) == 0;
  };
  if (ends("men")) return word.substr(0, word.size() - 3) + "man";
  if (ends("ies")) return word.substr(0, word.size() - 3) + "y";
  if (ends("sses") || ends("ches") || ends("shes") || ends("xes")) return word.substr(0, word.size() - 2);
  if (ends("s") && !ends("ss") && !ends("us")) return word.substr(0, word.size() - 1);
  return word;
}

bool is_calendar(const std::string& word) {
  static const std::set<std::string> words = {"monday", "tuesday",   "wednesday", "thursday", "friday",    "saturday",
                                              "sunday", "yesterday", "today",     "earlier",  "meanwhile", "later"};
  return words.count(word) != 0;
}

bool is_case_of_possessor(std::string_view word) {
  return word == "'s" || word == "’s" || word == "'" || word == "’";
}

}  // namespace

Words::Words(const Report& r, const Analysis& a) : report(r), analysis(a) {
  const size_t n = a.tokens.size();
  folded_.reserve(n);
  lemmas_.reserve(n);
  children_.resize(n);
  caseless_ = base::is_caseless(r.text);
  for (uint32_t t = 0; t < n; ++t) {
    folded_.push_back(base::fold(word(t)));
    std::string lemma = base::fold(a.tokens[t].lemma);
    if (lemma.empty()) lemma = folded_.back();
    lemmas_.push_back(std::move(lemma));
    if (a.tokens[t].head >= 0) children_[static_cast<uint32_t>(a.tokens[t].head)].push_back(t);
  }
}

std::string_view Words::relation(uint32_t t) const {
  const std::string_view full = token(t).deprel;
  return full.substr(0, full.find(':'));
}

std::string Words::singular(uint32_t t) const {
  return without_plural(folded_[t]);
}

bool Words::plural(uint32_t t) const {
  const Token& k = token(t);
  return k.xpos == "NNS" || k.xpos == "NNPS" || k.feats.find("Number=Plur") != std::string::npos;
}

bool Words::calendar(uint32_t t) const {
  return is_calendar(folded_[t]);
}

bool Words::nominal(uint32_t t) const {
  const Upos upos = token(t).upos;
  if (upos == Upos::NOUN || upos == Upos::PROPN) return true;
  if (upos != Upos::ADJ && upos != Upos::X && upos != Upos::NUM) return false;
  const std::string_view r = relation(t);
  return r == "nsubj" || r == "obj" || r == "obl" || r == "nmod" || r == "conj" || r == "appos" || r == "iobj";
}

bool Words::capitalised(uint32_t t) const {
  const std::string_view w = word(t);
  return !w.empty() && (upper(w.front()) || static_cast<unsigned char>(w.front()) >= 0x80);
}

bool Words::all_capitals(uint32_t first, uint32_t last) const {
  for (uint32_t t = first; t < last; ++t)
    if (std::any_of(word(t).begin(), word(t).end(), lower)) return false;
  return true;
}

Phrase Words::phrase_of(uint32_t head) const {
  Phrase out{head, head + 1, head};
  const auto take = [&](auto&& self, uint32_t at) -> void {
    for (const uint32_t c : children_[at]) {
      const std::string_view r = relation(c);
      const std::string_view full = token(c).deprel;
      bool in = r == "det" || r == "amod" || r == "compound" || r == "nummod" || r == "flat" || r == "fixed" || r == "goeswith" ||
                full == "nmod:poss" || full == "nmod:desc" || (r == "punct" && c < at && word(c) == "-");
      // Inside a modifier everything on the left belongs to it: "the most heavily armed", "two or three".
      if (c < at && at != head && (r == "advmod" || r == "conj" || r == "cc" || r == "case" || r == "punct" || r == "obl" || r == "nmod"))
        in = true;
      if (at != head && r == "case" && is_case_of_possessor(word(c))) in = true;
      if (c > at && at != head && r != "case" && r != "flat" && r != "conj" && r != "cc" && r != "fixed") in = false;
      if (c > head && r != "flat" && r != "fixed" && r != "goeswith" && r != "compound") in = false;
      if (!in) continue;
      self(self, c);
      out.first = std::min(out.first, c);
      if (c > head) out.last = std::max(out.last, c + 1);
    }
  };
  take(take, head);
  // A parser's slip must not carry the phrase over a verb or a sentence's other half, nor a day into it ("Tuesday government troops").
  while (out.first < head && (calendar(out.first) || token(out.first).xpos == "WRB" || token(out.first).upos == Upos::ADP)) ++out.first;
  for (uint32_t t = head; t > out.first; --t) {
    const Upos upos = token(t - 1).upos;
    const std::string_view w = word(t - 1);
    if (upos == Upos::CCONJ && t - 1 > out.first && plural(t - 2) && token(t - 2).upos == Upos::NOUN) {
      out.first = t;
      break;
    }
    const bool stop = upos == Upos::VERB ? token(t - 1).deprel != "amod"
                                         : upos == Upos::AUX || upos == Upos::SCONJ || w == ";" || w == ":" || w == "(" || w == ")";
    if (stop) {
      out.first = t;
      break;
    }
  }
  return out;
}

uint32_t Words::complement(uint32_t t, std::initializer_list<std::string_view> cases) const {
  for (const uint32_t c : children_[t]) {
    if (c < t || token(c).deprel.rfind("nmod", 0) != 0) continue;
    for (const uint32_t k : children_[c])
      if (relation(k) == "case" && std::find(cases.begin(), cases.end(), folded(k)) != cases.end()) return c;
  }
  // Hung elsewhere by the parser, it still stands right behind: "troops from the movement".
  const uint32_t next = t + 1;
  if (next < analysis.tokens.size() && token(next).sentence == token(t).sentence && relation(next) == "case" &&
      token(next).head > static_cast<int32_t>(next) && std::find(cases.begin(), cases.end(), folded(next)) != cases.end())
    return static_cast<uint32_t>(token(next).head);
  return static_cast<uint32_t>(analysis.tokens.size());
}

}  // namespace herald::actors
