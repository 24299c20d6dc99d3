#include "language/parser.h"

#include <algorithm>
#include <cmath>

#include "language/entities.h"
#include "language/lemmatizer.h"
#include "language/spanning_tree.h"

namespace herald::language {
namespace {

using Eigen::Index;

uint32_t best_of(const float* scores, size_t n) {
  return static_cast<uint32_t>(std::max_element(scores, scores + n) - scores);
}

void rectify(Matrix& m) {
  m = m.cwiseMax(0.0F);
}

}  // namespace

Result<Parser> Parser::load(Weights& weights, const Labels& labels) {
  Result<Encoder> encoder = Encoder::load(weights, labels.parser, labels.vocabulary);
  if (!encoder) return encoder.error();
  Parser out;
  out.labels_ = &labels;
  out.encoder_ = std::move(encoder).value();
  const size_t width = labels.parser.width;
  out.tag_ = weights.affine("tag", width, labels.tags.size());
  out.entity_ = weights.affine("entity", width, kEntityTags);
  out.arc_dependent_ = weights.affine("arc_dependent", width, labels.arc);
  out.arc_head_ = weights.affine("arc_head", width, labels.arc);
  out.arc_ = weights.affine("arc", labels.arc, labels.arc);
  out.distance_query_ = weights.affine("distance_query", labels.arc, kDistances);
  out.distance_key_ = weights.affine("distance_key", labels.arc, kDistances, false);
  out.relation_dependent_ = weights.affine("relation_dependent", width, labels.relation);
  out.relation_head_ = weights.affine("relation_head", width, labels.relation, false);
  out.relation_ = weights.affine("relation", labels.relation, labels.relations.size());
  out.lemma_hidden_ = weights.affine("lemma_hidden", 2 * width, labels.lemma);
  out.lemma_ = weights.affine("lemma", labels.lemma, labels.lemmas.size());
  const std::vector<float> root = weights.vector("root", width);
  if (weights.error()) return *weights.error();

  ParserState state;
  const Matrix row = Eigen::Map<const Matrix>(root.data(), 1, static_cast<Index>(width));
  out.apply(out.arc_head_, row, state, out.root_key_);
  rectify(out.root_key_);
  out.apply(out.distance_key_, out.root_key_, state, out.root_wanted_);
  out.apply(out.relation_head_, row, state, out.root_relation_);
  return out;
}

void Parser::apply(const Affine& affine, const Matrix& rows, ParserState& state, Matrix& out) const {
  const auto n = static_cast<size_t>(rows.rows());
  state.parts.resize(n);
  for (size_t i = 0; i < n; ++i) state.parts[i] = rows.row(static_cast<Index>(i)).data();
  out.resize(rows.rows(), static_cast<Index>(affine.stride()));
  affine.apply(state.parts.data(), n, 1, out.data());
}

void Parser::run(const std::vector<std::string_view>& words, const std::vector<uint32_t>& sizes, ParserState& state) const {
  state.words.assign(words.size(), {});
  state.found.clear();
  encoder_.run(words, sizes, {}, state.cache, state.encoder);
  const Matrix& states = state.encoder.states;
  apply(tag_, states, state, state.tags);
  apply(entity_, states, state, state.entities);
  apply(arc_dependent_, states, state, state.dependents);
  rectify(state.dependents);
  apply(arc_head_, states, state, state.keys);
  rectify(state.keys);
  apply(arc_, state.dependents, state, state.queries);
  apply(distance_query_, state.dependents, state, state.wants);
  apply(distance_key_, state.keys, state, state.wanted);
  apply(relation_dependent_, states, state, state.relation_dependents);
  apply(relation_head_, states, state, state.relation_heads);

  // The lemma hangs on the word as much as on its place: both vectors side by side.
  state.parts.resize(2 * words.size());
  for (size_t i = 0; i < words.size(); ++i) {
    state.parts[2 * i] = states.row(static_cast<Index>(i)).data();
    state.parts[2 * i + 1] = state.encoder.vectors.row(static_cast<Index>(i)).data();
  }
  state.hidden.resize(states.rows(), static_cast<Index>(lemma_hidden_.stride()));
  lemma_hidden_.apply(state.parts.data(), words.size(), 2, state.hidden.data());
  rectify(state.hidden);
  apply(lemma_, state.hidden, state, state.lemmas);

  size_t first = 0;
  for (const uint32_t size : sizes) {
    parse_sentence(first, size, state);
    for (const EntitySpan& e : best_entities(state.entities.row(static_cast<Index>(first)).data(), entity_.stride(), size))
      state.found.push_back(
          {.span = {}, .first = static_cast<uint32_t>(first) + e.first, .last = static_cast<uint32_t>(first) + e.last, .type = e.type});
    first += size;
  }

  state.hidden.resize(states.rows(), static_cast<Index>(relation_.inputs()));
  first = 0;
  for (const uint32_t size : sizes) {
    for (size_t i = first; i < first + size; ++i) {
      const int32_t head = state.words[i].head;
      const auto width = static_cast<Index>(relation_.inputs());
      const auto row = static_cast<Index>(i);
      if (head < 0)
        state.hidden.row(row) = (state.relation_dependents.row(row).head(width) + root_relation_.row(0).head(width)).cwiseMax(0.0F);
      else
        state.hidden.row(row) =
            (state.relation_dependents.row(row).head(width) + state.relation_heads.row(static_cast<Index>(first) + head).head(width))
                .cwiseMax(0.0F);
    }
    first += size;
  }
  apply(relation_, state.hidden, state, state.relations);

  for (size_t i = 0; i < words.size(); ++i) {
    ParsedWord& word = state.words[i];
    const auto row = static_cast<Index>(i);
    word.tag = best_of(state.tags.row(row).data(), labels_->tags.size());
    word.lemma = choose_lemma(words[i], labels_->tags[word.tag].upos, state.lemmas.row(row).data(), labels_->lemmas, labels_->lexicon);
    float* relations = state.relations.row(row).data();
    if (word.head < 0) {
      word.relation = static_cast<uint32_t>(labels_->root);
    } else {
      relations[labels_->root] = -1e9F;
      word.relation = best_of(relations, labels_->relations.size());
    }
  }
}

void Parser::parse_sentence(size_t first, uint32_t size, ParserState& state) const {
  const auto begin = static_cast<Index>(first);
  const Matrix scores = state.queries.middleRows(begin, size).lazyProduct(state.keys.middleRows(begin, size).transpose());
  std::vector<float> all(static_cast<size_t>(size) * (size + 1));
  for (uint32_t d = 0; d < size; ++d) {
    const auto row = begin + d;
    float* out = all.data() + static_cast<size_t>(d) * (size + 1);
    out[0] = state.queries.row(row).dot(root_key_.row(0)) + state.wants(row, 0) + root_wanted_(0, 0);
    for (uint32_t h = 0; h < size; ++h) {
      if (h == d) continue;
      const auto apart = static_cast<Index>(distance_class(d, h));
      out[h + 1] = scores(d, h) + state.wants(row, apart) + state.wanted(begin + h, apart);
    }
  }
  const std::vector<uint32_t> heads = best_tree(all, size);
  for (uint32_t d = 0; d < size; ++d) state.words[first + d].head = static_cast<int32_t>(heads[d]) - 1;
}

}  // namespace herald::language
