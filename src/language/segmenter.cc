#include "language/segmenter.h"

#include <algorithm>
#include <cctype>

#include "base/one_of.h"

namespace herald::language {
namespace {

// Words scored at a time. Each run also sees the encoder's reach to both sides, so that the cuts change nothing.
constexpr size_t kRun = 4000;

// A sentence of `size` words from pieces[first], cut where it is too long: behind its last separator that leaves a fair part, else hard.
void append(std::string_view text, const std::vector<Piece>& pieces, size_t first, size_t size, std::vector<uint32_t>& sizes) {
  while (size > kLongestSentence) {
    size_t cut = kLongestSentence;
    while (cut > kLongestSentence / 2) {
      const std::string_view word = pieces[first + cut - 1].span.in(text);
      if (word == ";" || word == "," || word == ":" || word == "." || word == "|") break;
      --cut;
    }
    if (cut == kLongestSentence / 2) cut = kLongestSentence;
    while (cut > 1 && pieces[first + cut].joined) --cut;
    sizes.push_back(static_cast<uint32_t>(cut));
    first += cut;
    size -= cut;
  }
  sizes.push_back(static_cast<uint32_t>(size));
}

// "… were back at work Sunday, when …", "at noon (0900 GMT) Tuesday": a day behind a word goes on with its sentence.
bool is_day_behind_a_word(std::string_view word, std::string_view before) {
  const bool plain = std::all_of(before.begin(), before.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
  return (plain || before == ")") && base::one_of(word, {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"});
}

}  // namespace

Result<Segmenter> Segmenter::load(Weights& weights, const Labels& labels) {
  Result<Encoder> encoder = Encoder::load(weights, labels.segmenter, labels.vocabulary);
  if (!encoder) return encoder.error();
  Segmenter out;
  out.encoder_ = std::move(encoder).value();
  out.begins_ = weights.affine("begins", labels.segmenter.width, 1);
  out.threshold_ = labels.begins;
  if (weights.error()) return *weights.error();
  return out;
}

void Segmenter::run(std::string_view text, const std::vector<Piece>& pieces, size_t first, size_t last, SegmenterState& state,
                    std::vector<uint32_t>& sizes) const {
  const size_t reach = encoder_.reach();
  size_t begin = first;  // of the sentence that is open
  for (size_t at = first; at < last; at += kRun) {
    const size_t from = at - std::min(reach, at - first);
    const size_t stop = std::min(last, at + kRun);
    const size_t to = std::min(last, stop + reach);
    std::vector<std::string_view> words;
    std::vector<uint8_t> gaps;
    for (size_t i = from; i < to; ++i) {
      words.push_back(pieces[i].span.in(text));
      gaps.push_back(static_cast<uint8_t>(i == first ? Gap::space : pieces[i].gap));  // as in training
    }
    encoder_.run(words, {static_cast<uint32_t>(words.size())}, gaps, state.cache, state.encoder);
    state.parts.resize(words.size());
    for (size_t i = 0; i < words.size(); ++i) state.parts[i] = state.encoder.states.row(static_cast<Eigen::Index>(i)).data();
    state.scores.resize(static_cast<Eigen::Index>(words.size()), static_cast<Eigen::Index>(begins_.stride()));
    begins_.apply(state.parts.data(), words.size(), 1, state.scores.data());
    for (size_t i = at; i < stop; ++i) {
      if (i == first || pieces[i].joined || is_day_behind_a_word(pieces[i].span.in(text), pieces[i - 1].span.in(text)) ||
          state.scores(static_cast<Eigen::Index>(i - from), 0) <= threshold_)
        continue;
      append(text, pieces, begin, i - begin, sizes);
      begin = i;
    }
  }
  if (begin < last) append(text, pieces, begin, last - begin, sizes);
}

}  // namespace herald::language
