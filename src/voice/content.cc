#include "voice/content.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "base/one_of.h"

namespace herald::voice {
namespace {

using base::one_of;

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

// A verb that may head a clause of its own. Trees without Penn tags count every verb.
bool finite(const Tree& tree, uint32_t i) {
  const std::string& x = tree.at(i).xpos;
  if (x.empty()) return tree.verbal(i);
  return x == "VBD" || x == "VBZ" || x == "VBP" || x == "MD";
}

bool subordinates(const Tree& tree, uint32_t i) {
  static constexpr std::array<std::string_view, 22> kWords = {
      "who",      "which", "whom",   "whose",  "when",  "where", "while", "as",      "because", "after", "before",
      "although", "if",    "though", "unless", "until", "since", "amid",  "whereas", "even",    "once",  "so"};
  return std::find(kWords.begin(), kWords.end(), tree.lower(i)) != kWords.end();
}

// Whether a main clause begins within the range: a finite verb before any word that subordinates.
bool clause_begins(const Tree& tree, const Range& r) {
  for (uint32_t i = r.first; i < r.last; ++i) {
    if (subordinates(tree, i)) return false;
    if (finite(tree, i)) return true;
  }
  return false;
}

}  // namespace

bool has_clause(const Tree& tree, const Range& r) {
  for (uint32_t i = r.first; i < r.last; ++i)
    if (tree.verbal(i) || tree.quote(i) >= 0) return true;
  return false;
}

namespace {

bool has_quotation(const Tree& tree, const Range& r) {
  for (uint32_t i = r.first; i < r.last; ++i)
    if (tree.quote(i) >= 0) return true;
  return false;
}

bool time_word(const Tree& tree, uint32_t i) {
  static constexpr std::array<std::string_view, 26> kWords = {
      "monday",  "tuesday",   "wednesday", "thursday",  "friday", "saturday", "sunday", "today",   "yesterday",
      "tonight", "overnight", "earlier",   "later",     "early",  "late",     "week",   "month",   "year",
      "night",   "morning",   "evening",   "afternoon", "last",   "previous", "day",    "recently"};
  return std::find(kWords.begin(), kWords.end(), tree.lower(i)) != kWords.end();
}

// Where the right side of the cue's own words ends: after words of time, the person told and circumstances such as "in a statement", before
// a comma, a quotation, "that", a colon or the clause that is said.
uint32_t cue_end(const Tree& tree, uint32_t verb, std::optional<uint32_t> complement, const Range& bounds) {
  const auto closes = [&](uint32_t k) { return tree.punctuation(k) || tree.quote(k) != tree.quote(verb) || tree.lower(k) == "that"; };
  uint32_t stop = verb + 1;
  while (stop < bounds.last && !closes(stop)) ++stop;
  const uint32_t begins = complement && *complement > verb ? tree.subtree(*complement).first : bounds.last;
  const bool said = begins < stop || clause_begins(tree, {verb + 1, stop});
  if (!said) return stop;
  uint32_t k = verb + 1;
  if (one_of(tree.lemma(verb), {"tell", "assure", "inform", "remind", "warn", "notify", "ask"}))
    if (const auto told = phrase_after(tree, verb); told && told->range.last < stop && clause_begins(tree, {told->range.last, stop}))
      k = told->range.last;
  while (k < stop) {
    if (time_word(tree, k) || (tree.at(k).upos == Upos::ADV && !subordinates(tree, k) && k == verb + 1)) {
      ++k;
      continue;
    }
    if (tree.at(k).upos != Upos::ADP) break;
    const auto h = tree.head(k);
    if (k + 1 < stop && time_word(tree, k + 1)) {
      k += 2;
    } else if (h && *h > k && tree.head(*h) == std::optional<uint32_t>(verb) && tree.subtree(*h).last <= stop &&
               tree.subtree(*h).last > k && clause_begins(tree, {tree.subtree(*h).last, bounds.last})) {
      k = tree.subtree(*h).last;
    } else {
      break;
    }
  }
  return k;
}

// How far a content on the right reaches: to the end of the sentence, but for a second verb of the speaker and a participle that adds to
// the cue.
uint32_t reach(const Tree& tree, uint32_t verb, uint32_t begin, uint32_t end, const Range& bounds) {
  while (end < bounds.last) {
    const uint32_t i = next_word(tree, end, bounds);
    if (i >= bounds.last) return end;
    if (tree.lower(i) == "according") return end;
    if (i > end && tree.word(end) == ";") return end;
    // What a comma sets against it is the reporter's own.
    if (i > end && one_of(tree.lower(i), {"although", "though", "even", "while", "whereas", "as", "despite", "but"})) return end;
    if (tree.quote(begin) != tree.quote(verb) && tree.quote(end) == tree.quote(begin) && tree.quote(i) == tree.quote(verb) &&
        tree.punctuation(end))
      return end;
    if (tree.lower(i) == "but") {
      // "but refused": what the speaker did next, where the tree has it so.
      uint32_t k = i + 1;
      while (k < bounds.last && tree.at(k).upos == Upos::ADV) ++k;
      const auto h = k < bounds.last ? tree.head(k) : std::nullopt;
      if (k < bounds.last && finite(tree, k) && h && *h <= verb) return end;
    }
    end = i + 1;
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
  const Range bounds = bounds_of(tree, verb);
  Range r{verb, cue_end(tree, verb, complement, bounds)};
  while (r.first > bounds.first &&
         (tree.at(r.first - 1).upos == Upos::AUX || tree.at(r.first - 1).upos == Upos::ADV || tree.lower(r.first - 1) == "not") &&
         tree.quote(r.first - 1) == tree.quote(verb))
    --r.first;
  if (source && bounds.holds(source->head)) {
    // What stands between a subject and its verb is the speaker's: "X, speaking in Y, said".
    r.first = std::min(r.first, source->range.first);
    if (source->head > verb) r.last = std::max(r.last, source->range.last);
  }
  return clip(r, bounds);
}

Clause clause_content(const Tree& tree, uint32_t verb, const std::optional<Source>& source, bool by_order) {
  const Range bounds = bounds_of(tree, verb);
  const auto c = complement_of(tree, verb);
  const Range cue = cue_clause(tree, verb, source, c);
  const Range left = trimmed(tree, {bounds.first, cue.first});
  const Range right = trimmed(tree, {cue.last, bounds.last});
  if (left.empty() && tree.quote(verb) < 0 && !clause_begins(tree, right) && bounds.first > 0 && tree.quote(bounds.first - 1) >= 0) {
    // The sentence before ended inside the quotation: "…?" he asked.
    uint32_t first = bounds.first - 1;
    while (first > 0 && tree.quote(first - 1) == tree.quote(bounds.first - 1)) --first;
    const uint32_t end = tree.at(bounds.first - 1).span.end;
    if (tree.text().substr(end, tree.at(bounds.first).span.begin - end).find('\n') == std::string_view::npos)
      return {.pieces = {Range{first, bounds.first}}, .before = true};
  }
  const bool parted =
      !left.empty() && (comma(tree, cue.first - 1) || tree.word(cue.first - 1) == "--" || tree.quote(cue.first - 1) != tree.quote(verb));
  const bool comma_after = cue.last < bounds.last && comma(tree, cue.last);
  // "replied with three bombs that killed 20": there "that" is the bombs.
  const bool relative = cue.last < bounds.last && tree.at(cue.last).xpos == "WDT" && tree.relation(cue.last).starts_with("nsubj");
  const bool marked = cue.last < bounds.last && ((tree.lower(cue.last) == "that" && !relative) || tree.word(cue.last) == ":");
  const Range quoted = quotation_at(tree, cue.last, bounds, verb);
  const bool inverted = source && source->head > verb;
  const bool shown_right = c && *c > verb && tree.subtree(*c).last > cue.last && tree.relation(*c) == "ccomp";
  const bool shown_left = c && *c < cue.first;
  // "Asked about it, he said: “…”": with a quotation on the right, only another on the left is content too.
  const bool only_right = !quoted.empty() && !left.empty() && !has_quotation(tree, left);
  const bool before = parted && !only_right && (has_clause(tree, left) || shown_left);
  const bool open_right =
      !right.empty() && !comma_after && !relative && !inverted && (shown_right || (by_order && clause_begins(tree, right)));
  const auto to_right = [&](uint32_t begin) -> Clause {
    return {.pieces = kept(tree, {Range{begin, reach(tree, verb, begin, begin + 1, bounds)}}), .before = false};
  };
  if (marked && !right.empty()) return to_right(cue.last);
  const bool strict = right.empty() || !clause_begins(tree, right);
  if (before && !open_right &&
      (by_order || shown_left ||
       (strict && tree.relation(verb) != "acl" && (comma_after || right.empty() || inverted || !tree.child(verb, "obj"))))) {
    // "A, X said, B": B goes on only where it neither turns to other things nor is the speaker's own circumstance.
    Range more = quoted;
    if (more.empty() && comma_after && !right.empty() && tree.quote(right.first) == tree.quote(verb) && !inverted) {
      const uint32_t first = right.first;
      const bool turns = tree.at(first).xpos == "VBG" || (subordinates(tree, first) && tree.lower(first) != "because") ||
                         tree.lower(first) == "according" || tree.lower(first) == "but" || tree.lower(first) == "including";
      if (!turns) more = right;
    }
    return {.pieces = kept(tree, {left, more}), .before = true};
  }
  if (parted && comma_after && !inverted && source && clause_begins(tree, right) &&
      (by_order || shown_right || tree.relation(verb) == "parataxis"))
    return {.pieces = kept(tree, {left, right}), .before = true};
  if (!quoted.empty() && (by_order || (c && *c > verb))) return to_right(quoted.first);
  if (open_right) return to_right(cue.last);
  if (by_order && source && !inverted && !comma_after && !parted)
    for (uint32_t i = verb + 1; i < cue.last; ++i)
      if (tree.at(i).upos == Upos::VERB && tree.at(i).xpos != "VBG") return to_right(verb + 1);  // a finite verb tagged as a participle
  // "As X said, …", "X, it is believed, …"
  const auto mark = tree.child(verb, "mark");
  const bool as = mark && tree.lower(*mark) == "as" && tree.relation(verb) == "advcl";
  if (const auto h = tree.head(verb); h && ((tree.relation(verb) == "parataxis" && (source || is_passive(tree, verb))) || as)) {
    const Range own = as ? tree.subtree(verb) : cue;
    Range s = clip(tree.subtree(*h), bounds);
    if (tree.at(*h).head < 0) s.first = bounds.first;
    return {.pieces = kept(tree, {Range{s.first, std::min(own.first, s.last)}, Range{std::max(own.last, s.first), s.last}}),
            .before = true};
  }
  return {};
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
  // All that follows the verb, also where the tree has lost part of the object.
  return kept(tree, {clip({verb + 1, std::max(r->last, verb + 2)}, bounds)});
}

Pieces naming_content(const Tree& tree, uint32_t verb) {
  bool thing = tree.child(verb, "nsubj:pass").has_value();
  bool name = false;
  for (const uint32_t c : tree.children(verb)) {
    if (c < verb) continue;
    const auto rel = tree.relation(c);
    const auto p = tree.child(c, "case") ? tree.child(c, "case") : tree.child(c, "mark");
    const bool as = p && tree.lower(*p) == "as";
    if (rel == "xcomp" || (rel == "obj" && thing) || as)
      name = true;
    else if (rel == "obj" || rel == "iobj")
      thing = true;
  }
  return thing && name ? object_content(tree, verb) : Pieces{};
}

Pieces raising_content(const Tree& tree, uint32_t verb) {
  const Range bounds = bounds_of(tree, verb);
  const auto subject = tree.child(verb, "nsubj");
  for (const uint32_t c : tree.children(verb)) {
    if (c < verb || !one_of(tree.relation(c), {"xcomp", "ccomp", "advcl"})) continue;
    const Range said = clip({std::max(tree.subtree(c).first, verb + 1), tree.subtree(c).last}, bounds);
    if (subject && *subject < verb) return kept(tree, {clip(noun_phrase(tree, *subject, verb).range, bounds), said});
    return kept(tree, {said});
  }
  return {};
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
