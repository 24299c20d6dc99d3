// The classes of each head and the sizes of the networks, as trained: models/english.labels.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "herald/analysis.h"
#include "herald/result.h"
#include "language/encoder.h"
#include "language/lemmatizer.h"

namespace herald::language {

// One class of the tagger.
struct Tag {
  Upos upos = Upos::X;
  std::string xpos;
  std::string feats;
};

struct Labels {
  std::vector<std::string> vocabulary;  // ascending; the first is the unknown word
  std::vector<Tag> tags;
  std::vector<std::string> lemmas;  // edit scripts
  Lexicon lexicon;
  std::vector<std::string> relations;
  size_t root = 0;  // index of "root" in relations
  EncoderShape segmenter;
  EncoderShape parser;
  float begins = 0;  // a sentence begins where the segmenter's score is above this
  size_t arc = 0;    // widths of the heads' hidden layers
  size_t relation = 0;
  size_t lemma = 0;

  [[nodiscard]] static Result<Labels> parse(std::string_view json, const std::string& origin);
};

}  // namespace herald::language
