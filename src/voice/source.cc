#include "voice/source.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/one_of.h"

namespace herald::voice {
namespace {

using base::one_of;

constexpr uint32_t kNone = 0xFFFFFFFFU;

// Dependents that are part of what a noun phrase names.
bool belongs(const Tree& tree, uint32_t child) {
  return one_of(tree.relation(child),
                {"det", "amod", "compound", "flat", "nmod", "nummod", "appos", "acl", "conj", "fixed", "goeswith", "list"}) ||
         (tree.relation(child) == "advmod" && tree.at(child).upos != Upos::VERB) || tree.is(child, "obl:npmod") ||
         tree.is(child, "obl:unmarked");
}

}  // namespace

Source noun_phrase(const Tree& tree, uint32_t head, uint32_t cue) {
  Range r{head, head + 1};
  const int32_t quote = tree.quote(head);
  for (const uint32_t c : tree.children(head)) {
    if (!belongs(tree, c)) continue;
    const Range s = tree.subtree(c);
    if (s.holds(cue)) continue;
    r = {std::min(r.first, s.first), std::max(r.last, s.last)};
  }
  if (cue > head)
    r.last = std::min(r.last, cue);
  else if (cue < head)
    r.first = std::max(r.first, cue + 1);
  const auto stops = [&](uint32_t i) { return tree.quote(i) != quote; };
  for (uint32_t i = head; i > r.first; --i)
    if (stops(i - 1)) r.first = i;
  for (uint32_t i = head + 1; i < r.last; ++i)
    if (stops(i)) r.last = i;
  const auto edge = [&](uint32_t i) { return tree.punctuation(i) && tree.word(i) != ")" && tree.word(i) != "("; };
  while (r.last > head + 1 && (edge(r.last - 1) || tree.at(r.last - 1).upos == Upos::CCONJ || tree.at(r.last - 1).upos == Upos::ADP))
    --r.last;
  while (r.first < head && (edge(r.first) || tree.at(r.first).upos == Upos::CCONJ)) ++r.first;
  return {.range = r, .head = head};
}

bool is_passive(const Tree& tree, uint32_t verb) {
  if (tree.child(verb, "aux:pass")) return true;
  return tree.child(verb, "nsubj:pass") && tree.at(verb).xpos != "VBD" && tree.at(verb).xpos != "VBZ" && tree.at(verb).xpos != "VBP";
}

std::optional<Source> agent_of(const Tree& tree, uint32_t verb) {
  for (const uint32_t c : tree.children(verb)) {
    if (c < verb || tree.relation(c) != "obl") continue;
    const auto by = tree.child(c, "case");
    if (tree.is(c, "obl:agent") || (by && tree.lower(*by) == "by" && is_passive(tree, verb))) {
      Source s = noun_phrase(tree, c, verb);
      return s;
    }
  }
  return std::nullopt;
}

std::optional<Source> subject_of(const Tree& tree, uint32_t verb) {
  uint32_t v = verb;
  for (int steps = 0; steps < 6; ++steps) {
    for (const uint32_t c : tree.children(v)) {
      const auto rel = tree.relation(c);
      if (rel == "expl") return std::nullopt;
      // The subject of a passive is told, asked or quoted; it speaks only through a participle that hangs on that passive.
      if (tree.quote(c) >= 0 && tree.quote(c) != tree.quote(verb)) continue;
      if (rel == "nsubj" && (v != verb || !tree.is(c, "nsubj:pass") || !is_passive(tree, verb)))
        return noun_phrase(tree, c, v == verb ? verb : std::max(v, c + 1));
    }
    const auto h = tree.head(v);
    if (!h) return std::nullopt;
    const auto rel = tree.relation(v);
    if (rel == "acl") {
      if (tree.is(v, "acl:relcl")) return std::nullopt;
      const bool apart = tree.at(v).xpos == "VBG" && v > 0 && tree.word(v - 1) == "," && tree.relation(*h) != "nsubj";
      if (!apart) return noun_phrase(tree, *h, verb);
      // "He spoke to the press, saying …": behind a comma it is whoever the clause is about, wherever the parser hung it.
      v = *h;
      while (!tree.verbal(v) && tree.head(v)) v = *tree.head(v);
      continue;
    }
    if (!one_of(rel, {"conj", "xcomp", "advcl", "parataxis", "ccomp", "obl", "dep", "cop", "aux"})) return std::nullopt;
    if (rel == "xcomp" || rel == "advcl") {
      // "persuaded them to say": whom the verb is done to does it.
      if (rel == "xcomp")
        if (const auto obj = tree.child(*h, "obj"); obj && *obj < v && tree.nominal(*obj)) return noun_phrase(tree, *obj, verb);
    }
    if (rel == "ccomp" && !tree.child(v, "mark")) return std::nullopt;
    v = *h;
  }
  return std::nullopt;
}

std::optional<Source> phrase_before(const Tree& tree, uint32_t verb) {
  const Range s = tree.sentence(verb);
  const auto side = [&](uint32_t i) { return tree.quote(i) == tree.quote(verb); };
  uint32_t last = verb;
  while (last > s.first && side(last - 1) &&
         (tree.at(last - 1).upos == Upos::AUX || tree.at(last - 1).upos == Upos::ADV || tree.lower(last - 1) == "not"))
    --last;
  // An apposition closes with a comma right before the verb: "X, head of Y, told".
  uint32_t end = last;
  uint32_t begin;
  const auto separates = [&](uint32_t i) {
    if (one_of(tree.word(i), {",", ";", ":", "--", "–", "—"})) return true;
    return tree.word(i) == "-" && i > s.first && tree.at(i - 1).span.end < tree.at(i).span.begin;  // a dash, no hyphen
  };
  const auto segment_start = [&](uint32_t from) {
    uint32_t i = from;
    while (i > s.first && side(i - 1) && !separates(i - 1)) --i;
    return i;
  };
  if (last > s.first + 1 && tree.word(last - 1) == "," && side(last - 1)) {
    end = last - 1;
    const uint32_t apposition = segment_start(end);
    if (apposition > s.first + 1 && tree.word(apposition - 1) == "," && end - apposition <= 16)
      begin = segment_start(apposition - 1);
    else
      begin = apposition;
  } else {
    begin = segment_start(last);
  }
  while (begin < end &&
         one_of(tree.lower(begin), {"and", "but", "meanwhile", "however", "also", "while", "as", "though", "although", "then", "later"}))
    ++begin;
  // "an attack in which the army said": the relative clause is the cue's own, its subject stands behind the pronoun.
  for (uint32_t i = end; i > begin + 1 && !tree.verbal(i - 1); --i)
    if (one_of(tree.lower(i - 2), {"which", "whom"})) {
      begin = i - 1;
      break;
    }
  // The phrase is the whole segment where nothing in it but a relative clause has a verb; else the nominal words nearest to the verb.
  bool whole = begin < end && tree.nominal(begin);
  bool relative = false;
  for (uint32_t i = begin; i < end && whole; ++i) {
    relative = relative || one_of(tree.lower(i), {"who", "which", "whose", "whom"}) || (tree.lower(i) == "that" && i > begin);
    if (!relative && tree.verbal(i) && tree.at(i).xpos != "VBG" && tree.at(i).xpos != "VBN") whole = false;
  }
  if (!whole) {
    begin = end;
    while (begin > s.first && side(begin - 1)) {
      const Upos u = tree.at(begin - 1).upos;
      const bool links =
          (u == Upos::CCONJ || tree.lower(begin - 1) == "of") && begin >= s.first + 2 && begin < end && tree.nominal(begin - 2);
      if (!tree.nominal(begin - 1) && !links && !one_of(tree.lower(begin - 1), {"'s", "’s"})) break;
      --begin;
      if ((u == Upos::DET || u == Upos::PRON) &&
          !(begin > s.first && (tree.at(begin - 1).upos == Upos::CCONJ || tree.lower(begin - 1) == "of")))
        break;
    }
  }
  uint32_t head = kNone;
  for (uint32_t i = begin; i < end; ++i) {
    if (head != kNone &&
        (tree.at(i).upos == Upos::ADP || tree.verbal(i) || tree.word(i) == "," || one_of(tree.lower(i), {"who", "which", "that"})))
      break;
    if (tree.nominal(i) && tree.at(i).upos != Upos::DET && tree.at(i).upos != Upos::ADJ) head = i;
  }
  if (head == kNone) {
    if (begin + 1 != end || !tree.nominal(begin)) return std::nullopt;
    head = begin;  // "some said", "many believe"
  }
  return Source{.range = {begin, end}, .head = head};
}

std::optional<Source> phrase_after(const Tree& tree, uint32_t verb) {
  const Range s = tree.sentence(verb);
  uint32_t i = verb + 1;
  uint32_t head = kNone;
  bool closed = false;
  while (i < s.last && tree.quote(i) == tree.quote(verb)) {
    const Upos u = tree.at(i).upos;
    const bool links = head != kNone && i + 1 < s.last && tree.nominal(i + 1) &&
                       (one_of(tree.lower(i), {"of", "for", "from"}) || (u == Upos::CCONJ && !closed));
    const bool genitive = one_of(tree.lower(i), {"'s", "’s"});
    if (!tree.nominal(i) && !links && !genitive) break;
    if (head != kNone && (u == Upos::DET || u == Upos::PRON || u == Upos::NUM) && tree.nominal(i - 1)) break;
    if (links && u != Upos::CCONJ) closed = true;
    if (!closed && u != Upos::DET && u != Upos::ADJ && !genitive && !links) head = i;
    ++i;
    if (u == Upos::PRON && tree.at(i - 1).deprel != "nmod:poss") break;
  }
  if (head == kNone) return std::nullopt;
  return Source{.range = {verb + 1, i}, .head = head};
}

std::optional<Source> speaker_of(const Tree& tree, uint32_t verb, bool by_order) {
  std::optional<Source> shown = subject_of(tree, verb);
  const Range s = tree.sentence(verb);
  // "…," said X, but not "X, head of Y, said …": there nothing has been said before the comma.
  bool follows = verb > s.first && tree.quote(verb - 1) != tree.quote(verb);
  if (!follows && verb > s.first && tree.word(verb - 1) == ",") {
    bool relative = false;
    for (uint32_t i = s.first; i < verb; ++i) {
      if (tree.word(i) == ",") relative = false;
      relative = relative || one_of(tree.lower(i), {"who", "which", "whose", "whom"});
      follows = follows || tree.quote(i) >= 0 || (!relative && tree.verbal(i) && tree.at(i).xpos != "VBG" && tree.at(i).xpos != "VBN");
    }
    for (uint32_t i = verb + 1;
         i < s.last && !one_of(tree.lower(i), {"who", "which", "whose", "when", "where", "as", "while", "after"}) && tree.word(i) != ",";
         ++i)
      if (tree.verbal(i) && tree.at(i).xpos != "VBG" && tree.at(i).xpos != "VBN") follows = false;
  }
  if (shown && shown->head > verb && (!follows || tree.lemma(verb) == "tell")) shown.reset();
  // A participle ("…, saying") takes its speaker from the clause it leans on; what stands next to it tells nothing.
  if (!by_order || (shown && tree.at(verb).xpos == "VBG")) return shown;
  const auto near = [&](const Source& x) {
    if (x.head > verb) return x.range.first <= verb + 2;
    for (uint32_t i = x.range.last; i < verb; ++i)
      if (tree.at(i).upos != Upos::AUX && tree.at(i).upos != Upos::ADV && tree.at(i).upos != Upos::PART && !tree.punctuation(i))
        return false;
    return true;
  };
  if (follows && tree.lemma(verb) != "tell") {
    const auto after = phrase_after(tree, verb);
    if (after && shown && shown->head > verb)
      return Source{.range = {after->range.first, std::max(after->range.last, shown->range.last)}, .head = after->head};
    if (after) return after;
  }
  const auto before = phrase_before(tree, verb);
  if (shown && near(*shown)) {
    // "officials and residents said": the tree may have kept only the last of them.
    if (before && shown->head < verb && before->range.first < shown->range.first && before->range.last >= shown->range.last)
      return Source{.range = before->range, .head = shown->head};
    return shown;
  }
  if (before) return before;
  return shown;
}

}  // namespace herald::voice
