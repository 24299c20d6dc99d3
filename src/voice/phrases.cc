#include "voice/phrases.h"

#include <algorithm>
#include <string>

namespace herald::voice {
namespace {

Found found(std::optional<Source> source, Range cue, uint32_t head, Pieces content, CueKind kind) {
  return {.source = source, .cue = cue, .head = head, .content = std::move(content), .kind = kind, .negated = false, .before = false};
}

// "according to the source", wherever the tree hung "according".
std::optional<Found> according(const Tree& tree, const Cues& cues, uint32_t i) {
  const Range s = tree.sentence(i);
  Range cue{i, i + 1};
  if (i + 1 < s.last && cues.according(tree.lower(i) + " " + tree.lower(i + 1)))
    cue.last = i + 2;
  else if (!cues.according(tree.lower(i)) || tree.relation(i) != "case")
    return std::nullopt;
  if (cue.last >= s.last) return std::nullopt;
  std::optional<Source> source;
  std::optional<uint32_t> head = tree.head(i);
  if (head && *head == i + 1) head = tree.head(i + 1);
  if (head && *head >= cue.last && tree.nominal(*head) && tree.sentence(*head).first == s.first)
    source = noun_phrase(tree, *head, cue.last - 1);
  if (!source || source->range.first > cue.last + 8) source = phrase_after(tree, cue.last - 1);
  uint32_t comma = cue.last;
  while (comma < s.last && tree.word(comma) != "," && !(tree.punctuation(comma) && comma + 1 == s.last)) ++comma;
  if (!source) {
    // No noun where one must be: a slip of the tags.
    if (comma == cue.last) return std::nullopt;
    source = Source{.range = {cue.last, comma}, .head = cue.last};
    for (uint32_t k = cue.last; k < comma && tree.at(k).upos != Upos::ADP; ++k) source->head = k;
  }
  source->range.first = std::min(source->range.first, cue.last);
  // At the head of a sentence the comma ends the voice, unless an apposition or a relative clause follows it.
  if (i == s.first && comma < source->range.last && comma > source->head && comma + 1 < s.last && tree.at(comma + 1).upos != Upos::DET &&
      tree.lower(comma + 1) != "who")
    source->range.last = comma;
  Pieces content = around(tree, {cue.first, source->range.last});
  if (content.empty()) return std::nullopt;
  Found f = found(source, cue, i, std::move(content), CueKind::speech);
  f.before = f.content.front().first < cue.first;
  return f;
}

// "in the army's view", "by one estimate".
std::optional<Found> in_view(const Tree& tree, const Cues& cues, uint32_t i) {
  if (!cues.view(tree.lemma(i)) || tree.relation(i) != "obl") return std::nullopt;
  const auto in = tree.child(i, "case");
  const auto whose = tree.child(i, "nmod:poss");
  if (!in || (tree.lower(*in) != "in" && tree.lower(*in) != "by")) return std::nullopt;
  const Range phrase = tree.subtree(i);
  if (whose) {
    Source source = noun_phrase(tree, *whose, i);
    return found(source, {i, i + 1}, i, around(tree, phrase), CueKind::thought);
  }
  if (tree.lower(*in) != "by") return std::nullopt;
  return found(noun_phrase(tree, i, *in), {*in, *in + 1}, i, around(tree, phrase), CueKind::speech);
}

// Who a noun's claim, promise or view belongs to: "their claim", "the claim by X", "X made a claim".
std::optional<Source> owner_of(const Tree& tree, uint32_t noun) {
  if (const auto whose = tree.child(noun, "nmod:poss")) return noun_phrase(tree, *whose, noun);
  for (const uint32_t c : tree.children(noun))
    if (tree.relation(c) == "nmod")
      if (const auto by = tree.child(c, "case"); by && (tree.lower(*by) == "by" || tree.lower(*by) == "from"))
        return noun_phrase(tree, c, *by);
  static constexpr std::array<std::string_view, 14> kLight = {"make",    "issue", "have",   "give",     "release", "express", "voice",
                                                              "publish", "offer", "repeat", "announce", "send",    "drop",    "hold"};
  const auto h = tree.head(noun);
  if (h && tree.relation(noun) == "obj" && std::find(kLight.begin(), kLight.end(), tree.lemma(*h)) != kLight.end())
    return subject_of(tree, *h);
  return std::nullopt;
}

std::optional<Found> noun_cue(const Tree& tree, const Cues& cues, uint32_t i) {
  if (tree.at(i).upos != Upos::NOUN) return std::nullopt;
  // "claim of responsibility": the noun with its first complement.
  for (const uint32_t c : tree.children(i)) {
    const auto of = tree.child(c, "case");
    if (c < i || !of || tree.relation(c) != "nmod") continue;
    const auto& entries = cues.noun(tree.lemma(i) + " " + tree.lemma(*of) + " " + tree.lemma(c));
    if (entries.empty()) continue;
    for (const uint32_t d : tree.children(i))
      if (const auto p = tree.child(d, "case"); p && d > c && tree.lower(*p) == "for")
        return found(owner_of(tree, i), {i, c + 1}, i, {trimmed(tree, {*p + 1, tree.subtree(d).last})}, entries.front().kind);
    for (const uint32_t d : tree.children(c))
      if (const auto p = tree.child(d, "case"); p && d > c && tree.lower(*p) == "for")
        return found(owner_of(tree, i), {i, c + 1}, i, {trimmed(tree, {*p + 1, tree.subtree(d).last})}, entries.front().kind);
  }
  for (const Cue& cue : cues.noun(tree.lemma(i))) {
    for (const uint32_t c : tree.children(i)) {
      if (c < i) continue;
      const auto rel = tree.relation(c);
      const auto mark = tree.child(c, "mark");
      const Range s = tree.subtree(c);
      const bool relative = tree.is(c, "acl:relcl");
      if (mark && !relative && (rel == "acl" || rel == "ccomp" || rel == "advcl")) {
        const bool that = tree.lower(*mark) == "that";
        const bool to = tree.lower(*mark) == "to";
        if ((that && cue.has(clause)) || (to && cue.has(infinitive)))
          return found(owner_of(tree, i), {i, i + 1}, i, {trimmed(tree, {std::max(i + 1, *mark), s.last})}, cue.kind);
      }
      if (rel == "nmod" && cue.has(object)) {
        const auto p = tree.child(c, "case");
        if (!p || !(tree.lower(*p) == "of" || tree.lower(*p) == "for" || tree.lower(*p) == "about" || tree.lower(*p) == "over")) continue;
        auto owner = owner_of(tree, i);
        if (!owner) continue;
        return found(owner, {i, *p + 1}, i, {trimmed(tree, {*p + 1, s.last})}, cue.kind);
      }
    }
  }
  return std::nullopt;
}

std::optional<Found> adjective_cue(const Tree& tree, const Cues& cues, uint32_t i) {
  const auto& entries = cues.adjective(tree.lemma(i));
  if (entries.empty() || !tree.child(i, "cop")) return std::nullopt;
  auto source = subject_of(tree, i);
  if (!source) return std::nullopt;
  for (const uint32_t c : tree.children(i)) {
    if (c < i) continue;
    const auto rel = tree.relation(c);
    const auto mark = tree.child(c, "mark");
    const bool to = mark && tree.lower(*mark) == "to";
    if (rel == "ccomp" && !to && entries.front().has(clause))
      return found(source, {i, i + 1}, i, {trimmed(tree, tree.subtree(c))}, entries.front().kind);
    if (to && (rel == "xcomp" || rel == "ccomp" || rel == "advcl") && entries.front().has(infinitive))
      return found(source, {i, i + 1}, i, {trimmed(tree, {*mark, tree.subtree(c).last})}, entries.front().kind);
  }
  return std::nullopt;
}

// "was reportedly killed": the clause of the verb that the adverb modifies.
std::optional<Found> hearsay(const Tree& tree, const Cues& cues, uint32_t i) {
  if (!cues.hearsay(tree.lower(i))) return std::nullopt;
  const auto h = tree.head(i);
  if (!h) return std::nullopt;
  const Range s = tree.subtree(*h);
  Pieces content;
  for (const Range& r : {Range{s.first, i}, Range{i + 1, s.last}})
    if (const Range t = trimmed(tree, r); !t.empty()) content.push_back(t);
  if (content.empty()) return std::nullopt;
  return found(std::nullopt, {i, i + 1}, i, std::move(content), CueKind::speech);
}

}  // namespace

std::optional<Found> find_phrase(const Tree& tree, const Cues& cues, uint32_t i) {
  if (auto f = according(tree, cues, i)) return f;
  if (auto f = in_view(tree, cues, i)) return f;
  if (auto f = hearsay(tree, cues, i)) return f;
  if (auto f = noun_cue(tree, cues, i)) return f;
  return adjective_cue(tree, cues, i);
}

std::optional<Found> find_colon(const Tree& tree, const Cues& cues, const Range& line) {
  for (uint32_t i = line.first + 1; i + 1 < line.last; ++i) {
    if (tree.word(i) != ":") continue;
    // A voice is short and holds a word for those who speak; quotations and figures are no voice.
    const auto voice = [&](Range r) {
      r = trimmed(tree, r);
      if (r.empty() || r.last - r.first > 6) return false;
      bool speaks = false;
      for (uint32_t k = r.first; k < r.last; ++k) {
        if (tree.at(k).upos == Upos::NUM || tree.at(k).upos == Upos::VERB || tree.quote(k) >= 0) return false;
        speaks = speaks || cues.speaker(tree.lemma(k)) || cues.speaker(tree.lower(k));
      }
      return speaks;
    };
    const Range before{line.first, i};
    const Range after{i + 1, line.last};
    if (voice(after)) {
      const Range r = trimmed(tree, after);
      return found(Source{.range = r, .head = r.last - 1}, {i, i + 1}, i, {trimmed(tree, before)}, CueKind::speech);
    }
    if (voice(before)) {
      const Range r = trimmed(tree, before);
      return found(Source{.range = r, .head = r.last - 1}, {i, i + 1}, i, {trimmed(tree, after)}, CueKind::speech);
    }
  }
  return std::nullopt;
}

}  // namespace herald::voice
