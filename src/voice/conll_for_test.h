// Builds a Report and its Analysis from a compact tree notation, so that tests stand without a parser.
#pragma once

#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "herald/analysis.h"
#include "herald/report.h"

namespace herald::voice {

struct Parsed {
  Report report;
  Analysis analysis;
};

// One word a line: FORM LEMMA UPOS HEAD DEPREL, HEAD counted from 1 within the sentence and 0 for the root; a blank line ends a sentence.
// "text" is the report; the forms must stand in it in order.
inline Parsed parsed(std::string text, const std::string& words) {
  static const std::vector<std::string> kUpos = {"X",   "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN",
                                                 "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"};
  Parsed out;
  out.report.text = std::move(text);
  std::istringstream lines(words);
  std::string line;
  size_t at = 0;
  uint32_t first = 0;
  const auto end_sentence = [&] {
    const auto last = static_cast<uint32_t>(out.analysis.tokens.size());
    if (last == first) return;
    out.analysis.sentences.push_back(
        {.span = {out.analysis.tokens[first].span.begin, out.analysis.tokens[last - 1].span.end}, .first = first, .last = last});
    first = last;
  };
  while (std::getline(lines, line)) {
    std::istringstream fields(line);
    std::string form, lemma, upos, deprel;
    int head = 0;
    if (!(fields >> form >> lemma >> upos >> head >> deprel)) {
      end_sentence();
      continue;
    }
    Token t;
    const size_t begin = out.report.text.find(form, at);
    t.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + form.size())};
    at = begin + form.size();
    t.lemma = lemma;
    t.feats = "_";
    t.deprel = deprel;
    t.head = head == 0 ? -1 : static_cast<int32_t>(first) + head - 1;
    t.sentence = static_cast<uint32_t>(out.analysis.sentences.size());
    for (size_t u = 0; u < kUpos.size(); ++u)
      if (kUpos[u] == upos) t.upos = static_cast<Upos>(u);
    out.analysis.tokens.push_back(std::move(t));
  }
  end_sentence();
  return out;
}

}  // namespace herald::voice
