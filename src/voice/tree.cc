#include "voice/tree.h"

#include <algorithm>

#include "base/text.h"

namespace herald::voice {

Tree::Tree(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions)
    : report_(&report), analysis_(&analysis), quotes_(find_quotes(report.text)) {
  const uint32_t n = size();
  lower_.reserve(n);
  lemma_.reserve(n);
  offsets_.assign(n + 1, 0);
  subtree_.resize(n);
  quote_.assign(n, -1);
  speaker_until_.resize(n);
  for (uint32_t i = 0; i < n; ++i) speaker_until_[i] = i;
  for (const Mention& m : mentions) {
    const Actor* actor = m.as<Actor>();
    if (actor && actor->speaks && m.form == MentionForm::name && m.first < n)
      speaker_until_[m.first] = std::max(speaker_until_[m.first], m.last);
  }
  size_t q = 0;
  for (uint32_t i = 0; i < n; ++i) {
    lower_.push_back(base::lower_ascii(word(i)));
    lemma_.push_back(base::lower_ascii(at(i).lemma));
    subtree_[i] = {i, i + 1};
    if (at(i).head >= 0) ++offsets_[static_cast<uint32_t>(at(i).head) + 1];
    while (q < quotes_.size() && quotes_[q].span.end <= at(i).span.begin) ++q;
    if (q < quotes_.size() && quotes_[q].span.begin <= at(i).span.begin) quote_[i] = static_cast<int32_t>(q);
  }
  for (uint32_t i = 0; i < n; ++i) offsets_[i + 1] += offsets_[i];
  children_.resize(offsets_[n]);
  std::vector<uint32_t> next(offsets_.begin(), offsets_.end() - 1);
  for (uint32_t i = 0; i < n; ++i) {
    if (at(i).head >= 0) children_[next[static_cast<uint32_t>(at(i).head)]++] = i;
    // Each token widens the subtree of all above it; the guard ends a walk round a cycle.
    uint32_t up = i;
    for (uint32_t steps = 0; at(up).head >= 0 && steps < 200; ++steps) {
      up = static_cast<uint32_t>(at(up).head);
      subtree_[up] = {std::min(subtree_[up].first, i), std::max(subtree_[up].last, i + 1)};
    }
  }
}

std::span<const uint32_t> Tree::children(uint32_t i) const {
  return {children_.data() + offsets_[i], children_.data() + offsets_[i + 1]};
}

Range Tree::sentence(uint32_t i) const {
  const Sentence& s = analysis_->sentences[at(i).sentence];
  return {s.first, s.last};
}

std::optional<uint32_t> Tree::head(uint32_t i) const {
  if (at(i).head < 0) return std::nullopt;
  return static_cast<uint32_t>(at(i).head);
}

std::string_view Tree::relation(uint32_t i) const {
  const std::string_view r = at(i).deprel;
  return r.substr(0, r.find(':'));
}

std::optional<uint32_t> Tree::child(uint32_t i, std::string_view name) const {
  const bool exact = name.find(':') != std::string_view::npos;
  for (const uint32_t c : children(i))
    if (exact ? at(c).deprel == name : relation(c) == name) return c;
  return std::nullopt;
}

bool Tree::under(uint32_t i, uint32_t ancestor) const {
  for (uint32_t steps = 0; steps < 200; ++steps) {
    if (i == ancestor) return true;
    if (at(i).head < 0) return false;
    i = static_cast<uint32_t>(at(i).head);
  }
  return false;
}

bool Tree::nominal(uint32_t i) const {
  const Upos u = at(i).upos;
  return u == Upos::NOUN || u == Upos::PROPN || u == Upos::PRON || u == Upos::NUM || u == Upos::DET || u == Upos::ADJ;
}

bool Tree::punctuation(uint32_t i) const {
  return at(i).upos == Upos::PUNCT || at(i).deprel == "punct";
}

}  // namespace herald::voice
