#include "voice/content.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace herald::voice {
namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// The sentence, or the part of it in the quotation that holds the verb.
Range bounds_of(const Tree& tree, uint32_t verb) {
  Range b = tree.sentence(verb);
  if (tree.quote(verb) < 0) return b;
  uint32_t first = verb;
  uint32_t last = verb + 1;
  while (first > b.first && tree.quote(first - 1) == tree.quote(verb)) --first;
  while (last < b.last && tree.quote(last) == tree.quote(verb)) ++last;
  return {first, last};
}

Range clip(const Range& r, const Range& b) {
  return {std::max(r.first, b.first), std::min(r.last, b.last)};
}

std::optional<uint32_t> complement_of(const Tree& tree, uint32_t verb) {
  for (const std::string_view want : {"ccomp", "parataxis", "xcomp", "dep"}) {
    for (const uint32_t c : tree.children(verb)) {
      if (tree.relation(c) != want) continue;
      if (want == "ccomp") return c;
      // A looser link counts where quotation marks show that it is speech.
      if (tree.quote(c) >= 0 && tree.quote(c) != tree.quote(verb)) return c;
    }
  }
  return std::nullopt;
}

bool comma(const Tree& tree, uint32_t i) {
  return tree.word(i) == ",";
}

// First token at or after `from` that is no punctuation; bounds.last where none is.
uint32_t next_word(const Tree& tree, uint32_t from, const Range& bounds) {
  while (from < bounds.last && tree.punctuation(from)) ++from;
  return from;
}

// How far a complement on the right reaches: circumstances that the tree hung on the cue belong to what is said, a second verb of the
// speaker does not.
uint32_t reach(const Tree& tree, uint32_t verb, uint32_t end, const Range& bounds) {
  while (end < bounds.last) {
    const uint32_t i = next_word(tree, end, bounds);
    if (i >= bounds.last) return end;
    uint32_t top = i;
    while (tree.head(top) && !tree.under(verb, *tree.head(top))) top = *tree.head(top);
    if (tree.head(top) != std::optional<uint32_t>(verb) || top < verb) return end;
    const auto rel = tree.relation(top);
    const bool takes = one_of(rel, {"obl", "advmod", "xcomp", "nmod", "obj"}) || (rel == "advcl" && tree.child(top, "mark")) ||
                       (rel == "parataxis" && !tree.child(top, "nsubj"));
    if (!takes) return end;
    if (const auto by = tree.child(top, "case"); by && one_of(tree.lower(*by), {"according", "per"})) return end;
    end = std::max(end, std::min(tree.subtree(top).last, bounds.last));
    end = std::max(end, i + 1);
  }
  return end;
}

Pieces kept(const Tree& tree, std::initializer_list<Range> pieces) {
  Pieces out;
  for (const Range& p : pieces) {
    if (p.empty()) continue;
    const Range t = trimmed(tree, p);
    if (!t.empty()) out.push_back(t);
  }
  return out;
}

// The quotation that begins right after token `end`, commas aside, as far as it lies in the bounds.
Range quotation_at(const Tree& tree, uint32_t end, const Range& bounds, uint32_t verb) {
  uint32_t i = end;
  while (i < bounds.last && (comma(tree, i) || tree.word(i) == ":")) ++i;
  if (i >= bounds.last || tree.quote(i) < 0 || tree.quote(i) == tree.quote(verb)) return {};
  uint32_t last = i;
  while (last < bounds.last && tree.quote(last) == tree.quote(i)) ++last;
  return {i, last};
}

// No complement in the tree: what stands before the cue and a comma or closing mark, or after it and "that", a colon or an opening mark.
Pieces content_by_order(const Tree& tree, uint32_t verb, const Range& cue, const Range& bounds) {
  const bool closes = cue.first > bounds.first + 1 &&
                      (comma(tree, cue.first - 1) || (tree.quote(cue.first - 1) >= 0 && tree.quote(cue.first - 1) != tree.quote(verb)));
  const Range after = quotation_at(tree, cue.last, bounds, verb);
  if (closes) return kept(tree, {Range{bounds.first, cue.first}, after});
  if (!after.empty()) return kept(tree, {Range{after.first, bounds.last}});
  if (cue.last < bounds.last && (tree.lower(cue.last) == "that" || tree.word(cue.last) == ":"))
    return kept(tree, {Range{cue.last, bounds.last}});
  return {};
}

}  // namespace

Range trimmed(const Tree& tree, Range r) {
  const auto drop = [&](uint32_t i) {
    return tree.punctuation(i) && one_of(tree.word(i), {",", ".", ":", ";", "-", "--", "–", "—", "...", "…"});
  };
  while (!r.empty() && drop(r.first)) ++r.first;
  while (!r.empty() && drop(r.last - 1)) --r.last;
  return r;
}

Range cue_clause(const Tree& tree, uint32_t verb, const std::optional<Source>& source, std::optional<uint32_t> complement) {
  Range r{verb, verb + 1};
  const Range c = complement ? tree.subtree(*complement) : Range{};
  for (const uint32_t k : tree.children(verb)) {
    if ((complement && k == *complement) || tree.punctuation(k)) continue;
    const auto rel = tree.relation(k);
    if (one_of(rel, {"ccomp", "parataxis", "conj", "cc", "mark", "csubj"})) continue;
    if (rel == "advcl" && !(k > verb && complement && *complement < verb)) continue;
    const Range s = tree.subtree(k);
    if (complement) {
      // Only what stands on the cue's side of the complement.
      if (*complement > verb && k > verb && s.first >= c.first && c.first > verb) continue;
      if (*complement < verb && k < verb && s.first < c.last && c.last <= verb) continue;
      if (s.holds(*complement)) continue;
    } else if (tree.quote(k) >= 0 && tree.quote(k) != tree.quote(verb)) {
      continue;
    }
    r = {std::min(r.first, s.first), std::max(r.last, s.last)};
  }
  if (source && tree.at(source->head).sentence == tree.at(verb).sentence && tree.under(source->head, verb))
    r = {std::min(r.first, source->range.first), std::max(r.last, source->range.last)};
  const Range bounds = bounds_of(tree, verb);
  for (uint32_t i = verb; i > r.first; --i)
    if (tree.quote(i - 1) != tree.quote(verb)) r.first = i;
  for (uint32_t i = verb + 1; i < r.last; ++i)
    if (tree.quote(i) != tree.quote(verb)) r.last = i;
  return clip(r, bounds);
}

Pieces clause_content(const Tree& tree, uint32_t verb, const std::optional<Source>& source, bool by_order) {
  const Range bounds = bounds_of(tree, verb);
  if (const auto c = complement_of(tree, verb)) {
    const Range cue = cue_clause(tree, verb, source, c);
    const Range s = clip(tree.subtree(*c), bounds);
    if (s.empty()) return {};
    if (*c > verb) {
      const uint32_t next = next_word(tree, cue.last, bounds);
      const uint32_t begin = s.first > cue.last && s.first <= next ? cue.last : std::max(cue.last, s.first);
      Range left;
      if (s.first < cue.first)
        left = {s.first, cue.first};
      else if (cue.first > bounds.first + 1 && comma(tree, cue.first - 1) && cue.last < bounds.last && comma(tree, cue.last) &&
               tree.is(verb, "root"))
        left = {bounds.first, cue.first};
      return kept(tree, {left, Range{begin, reach(tree, verb, std::max(s.last, begin), bounds)}});
    }
    const bool whole = tree.at(verb).head < 0;
    const Range left{whole ? bounds.first : s.first, cue.first};
    Range right;
    if (s.last > cue.last)
      right = {cue.last, s.last};
    else
      right = quotation_at(tree, cue.last, bounds, verb);
    return kept(tree, {left, right});
  }
  const auto rel = tree.relation(verb);
  const auto mark = tree.child(verb, "mark");
  const bool as = mark && tree.lower(*mark) == "as";
  if (const auto h = tree.head(verb); h && ((rel == "parataxis" && (source || is_passive(tree, verb))) || (rel == "advcl" && as))) {
    const Range cue = as ? tree.subtree(verb) : cue_clause(tree, verb, source, std::nullopt);
    Range s = clip(tree.subtree(*h), bounds);
    if (tree.at(*h).head < 0) s.first = bounds.first;
    Range left{s.first, std::min(cue.first, s.last)};
    Range right{std::max(cue.last, s.first), s.last};
    if (trimmed(tree, right).empty()) right = quotation_at(tree, cue.last, bounds, verb);
    return kept(tree, {left, right});
  }
  if (!by_order) return {};
  return content_by_order(tree, verb, cue_clause(tree, verb, source, std::nullopt), bounds);
}

Pieces infinitive_content(const Tree& tree, uint32_t verb) {
  const Range bounds = bounds_of(tree, verb);
  for (const uint32_t c : tree.children(verb)) {
    if (c < verb || !one_of(tree.relation(c), {"xcomp", "ccomp", "advcl", "acl", "obj"})) continue;
    const auto to = tree.child(c, "mark");
    if (!to || tree.lower(*to) != "to" || *to < verb) continue;
    return kept(tree, {clip({*to, tree.subtree(c).last}, bounds)});
  }
  return {};
}

Pieces object_content(const Tree& tree, uint32_t verb) {
  const Range bounds = bounds_of(tree, verb);
  std::optional<Range> r;
  for (const uint32_t c : tree.children(verb)) {
    if (c < verb || tree.punctuation(c)) continue;
    const auto rel = tree.relation(c);
    const bool opens = one_of(rel, {"obj", "iobj", "ccomp"});
    bool goes_on = one_of(rel, {"xcomp", "advcl"});
    if (rel == "obl")
      if (const auto p = tree.child(c, "case")) goes_on = one_of(tree.lower(*p), {"of", "as", "for", "with", "to", "over", "on"});
    if (rel == "advcl")
      if (const auto p = tree.child(c, "mark")) goes_on = one_of(tree.lower(*p), {"of", "as", "for", "with", "to", "over", "on"});
    if (!r && opens)
      r = tree.subtree(c);
    else if (r && goes_on)
      r->last = std::max(r->last, tree.subtree(c).last);
  }
  if (!r) return {};
  return kept(tree, {clip({std::max(r->first, verb + 1), r->last}, bounds)});
}

Pieces around(const Tree& tree, const Range& phrase) {
  const Range bounds = bounds_of(tree, phrase.first);
  const Range left = trimmed(tree, Range{bounds.first, phrase.first});
  const Range right = trimmed(tree, Range{phrase.last, bounds.last});
  return kept(tree, {left, right});
}

std::vector<Span> bytes_of(const Tree& tree, const Pieces& pieces, const Range& cue) {
  const Span own = tree.bytes(cue);
  std::vector<Span> out;
  for (const Range& p : pieces) {
    Span s = tree.bytes(p);
    for (const Quote& q : tree.quotes())
      if (q.span.overlaps(s) && !q.span.overlaps(own)) s = cover(s, q.span);
    if (!out.empty() && s.begin <= out.back().end)
      out.back() = cover(out.back(), s);
    else
      out.push_back(s);
  }
  return out;
}

}  // namespace herald::voice
