// Analyses by hand for tests: one word a line, "word upos lemma head deprel", the head counted from 1 within the sentence and 0 for its
// root; an empty line ends a sentence. Words are joined by single spaces.
#pragma once

#include <sstream>
#include <string>

#include "herald/analysis.h"
#include "herald/report.h"

namespace herald::test {

struct Parsed {
  Report report;
  Analysis analysis;

  // Index of the n-th (from 0) token that reads `word`; tokens.size() where none.
  [[nodiscard]] uint32_t at(std::string_view word, int n = 0) const {
    for (uint32_t t = 0; t < analysis.tokens.size(); ++t)
      if (analysis.word(t, report.text) == word && n-- == 0) return t;
    return static_cast<uint32_t>(analysis.tokens.size());
  }
};

inline Upos upos_named(const std::string& name) {
  for (uint8_t u = 0; u <= 16; ++u)
    if (name_of(static_cast<Upos>(u)) == name) return static_cast<Upos>(u);
  return Upos::X;
}

inline Parsed parse(const std::string& lines, const std::string& published = "2015-11-12") {
  Parsed out;
  out.report.language = "en";
  out.report.published = parse_moment(published);
  std::istringstream in(lines);
  std::string line;
  Sentence sentence;
  const auto end_sentence = [&] {
    sentence.last = static_cast<uint32_t>(out.analysis.tokens.size());
    if (sentence.last == sentence.first) return;
    sentence.span = {out.analysis.tokens[sentence.first].span.begin, out.analysis.tokens[sentence.last - 1].span.end};
    out.analysis.sentences.push_back(sentence);
    sentence.first = sentence.last;
  };
  while (std::getline(in, line)) {
    std::istringstream fields(line);
    std::string word, upos, lemma, deprel;
    int head = 0;
    if (!(fields >> word >> upos >> lemma >> head >> deprel)) {
      end_sentence();
      continue;
    }
    if (!out.report.text.empty()) out.report.text += ' ';
    Token token;
    token.span.begin = static_cast<uint32_t>(out.report.text.size());
    out.report.text += word;
    token.span.end = static_cast<uint32_t>(out.report.text.size());
    token.lemma = lemma;
    token.upos = upos_named(upos);
    token.deprel = deprel;
    const bool plural = token.upos == Upos::NOUN && word != lemma;
    token.xpos = token.upos == Upos::NOUN ? (plural ? "NNS" : "NN") : token.upos == Upos::PROPN ? "NNP" : "_";
    token.feats = plural ? "Number=Plur" : "_";
    token.head = head == 0 ? -1 : static_cast<int32_t>(sentence.first) + head - 1;
    token.sentence = static_cast<uint32_t>(out.analysis.sentences.size());
    out.analysis.tokens.push_back(std::move(token));
  }
  end_sentence();
  return out;
}

}  // namespace herald::test
