#include "voice/cue_finder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

namespace herald::voice {
namespace {

// A cue verb in one of its readings: the lexicon's entries, the words that make it one, and the token after which an object of a
// preposition stands.
struct Reading {
  const std::vector<Cue>* entries = nullptr;
  Range cue;
  std::optional<uint32_t> object;  // "call for talks": talks
};

Range hull(uint32_t a, uint32_t b) {
  return {std::min(a, b), std::max(a, b) + 1};
}

// The verb's lemma, or where the lexicon has none such the one that its form can be made of: lemmas are guessed by the model and may slip.
std::string lemma_of(const Tree& tree, const Cues& cues, uint32_t verb) {
  if (cues.begins_verb(tree.lemma(verb))) return tree.lemma(verb);
  const std::string& form = tree.lower(verb);
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEndings = {
      {{"ies", "y"}, {"ied", "y"}, {"es", ""}, {"s", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}}};
  for (const auto& [ending, base] : kEndings) {
    if (!form.ends_with(ending)) continue;
    std::string stem = form.substr(0, form.size() - ending.size());
    const size_t n = stem.size();
    if (n < 2) continue;
    if (cues.begins_verb(stem + std::string(base))) return stem + std::string(base);
    if (stem[n - 1] == stem[n - 2] && cues.begins_verb(stem.substr(0, n - 1))) return stem.substr(0, n - 1);
  }
  return tree.lemma(verb);
}

// Longest phrases first: "lash out at", "claim responsibility", "call for", "call".
std::vector<Reading> readings(const Tree& tree, const Cues& cues, uint32_t verb) {
  std::vector<Reading> out;
  const std::string lemma = lemma_of(tree, cues, verb);
  const auto add = [&](const std::string& phrase, uint32_t last, std::optional<uint32_t> object) {
    const auto& entries = cues.verb(phrase);
    if (!entries.empty()) out.push_back({.entries = &entries, .cue = hull(verb, last), .object = object});
  };
  const auto preposition = [&](uint32_t c) -> std::optional<uint32_t> {
    if (const auto p = tree.child(c, "case")) return p;
    if (const auto p = tree.child(c, "mark")) return p;
    return std::nullopt;
  };
  for (const uint32_t c : tree.children(verb)) {
    if (c < verb) continue;
    const auto rel = tree.relation(c);
    if (rel == "obj" || tree.is(c, "compound:prt") || rel == "xcomp") {
      const std::string two = lemma + " " + tree.lemma(c);
      for (const uint32_t d : tree.children(verb)) {
        if (d <= c) continue;
        if (const auto p = preposition(d); p && *p > c) add(two + " " + tree.lemma(*p), *p, d);
      }
      for (const uint32_t d : tree.children(c))
        if (const auto p = preposition(d); p && d > c && rel == "obj" && !cues.verb(two).empty()) add(two, *p, d);
      add(two, c, std::nullopt);
    }
    if (rel == "obl" || rel == "advcl" || rel == "xcomp" || rel == "ccomp")
      if (const auto p = preposition(c); p && *p > verb && *p <= verb + 3) add(lemma + " " + tree.lemma(*p), *p, c);
  }
  add(lemma, verb, std::nullopt);
  return out;
}

bool said_form(const Tree& tree, uint32_t i) {
  const std::string& w = tree.lower(i);
  // "Dawn reports that": no plural of "report".
  if (w == "reports" || w == "claims")
    return i > 0 && i + 1 < tree.size() && tree.lower(i + 1) == "that" && tree.at(i - 1).upos == Upos::PROPN;
  return w == "said" || w == "says" || w == "told";
}

// The relative clause or the rest of a phrase's object, "calls for [the release of hostages]".
Pieces object_of(const Tree& tree, uint32_t verb, uint32_t object, uint32_t after) {
  Range r{std::max(tree.subtree(object).first, after), tree.subtree(object).last};
  // "called on the mayor to resign".
  for (const uint32_t c : tree.children(verb))
    if (c > object && (tree.relation(c) == "xcomp" || tree.relation(c) == "advcl"))
      if (const auto to = tree.child(c, "mark"); to && tree.lower(*to) == "to") r.last = std::max(r.last, tree.subtree(c).last);
  r = trimmed(tree, r);
  return r.empty() ? Pieces{} : Pieces{r};
}

std::optional<Found> passive_of(const Tree& tree, uint32_t verb, const Reading& reading, const Cue& cue) {
  Found f{.source = agent_of(tree, verb),
          .cue = reading.cue,
          .head = verb,
          .content = {},
          .kind = cue.kind,
          .negated = negated(tree, verb),
          .before = false};
  std::optional<Range> subject;
  if (const auto s = tree.child(verb, "nsubj:pass")) subject = tree.subtree(*s);
  if (subject && subject->holds(verb)) return std::nullopt;
  // What a comma sets off from the subject is the reporter's: "X, who was arrested in May, was called …".
  if (subject)
    for (uint32_t i = subject->first + 1; i < subject->last; ++i)
      if (tree.word(i) == ",") subject->last = i;
  Pieces rest = infinitive_content(tree, verb);
  if (rest.empty() && cue.has(clause)) rest = clause_content(tree, verb, f.source, false).pieces;
  if (rest.empty() && (cue.has(object) || cue.has(passive) || cue.has(naming))) {
    // "is blamed for the attack", "was reported dead", "was quoted as saying".
    for (const uint32_t c : tree.children(verb)) {
      if (c < verb || (f.source && tree.under(f.source->head, c))) continue;
      const auto rel = tree.relation(c);
      const auto p = tree.child(c, "case") ? tree.child(c, "case") : tree.child(c, "mark");
      const bool named = p && (tree.lower(*p) == "of" || tree.lower(*p) == "for" || tree.lower(*p) == "as" || tree.lower(*p) == "on" ||
                               tree.lower(*p) == "to");
      if (rel == "xcomp" || rel == "obj" || ((rel == "obl" || rel == "advcl") && named)) rest.push_back(trimmed(tree, tree.subtree(c)));
    }
  }
  const bool dummy = subject && subject->last == subject->first + 1 && tree.lower(subject->first) == "it";
  if (rest.empty() && !f.source && cue.kind != CueKind::speech) return std::nullopt;
  if (rest.empty() && !cue.has(object) &&
      !(subject && cue.kind == CueKind::speech && tree.lemma(verb) != "tell" && tree.lemma(verb) != "add"))
    return std::nullopt;
  if (subject && !dummy && !rest.empty() && rest.front().first < subject->first) return std::nullopt;
  if (subject && !dummy) f.content.push_back(*subject);
  for (const Range& r : rest)
    if (!r.empty()) f.content.push_back(r);
  if (f.content.empty()) return std::nullopt;
  return f;
}

// ", reports Dawn." at the end of an incident note: the outlet follows and nothing else does.
std::optional<Found> outlet_at_end(const Tree& tree, uint32_t i) {
  const std::string& w = tree.lower(i);
  if (w != "reports" && w != "reported" && w != "says" && w != "said") return std::nullopt;
  const Range s = tree.sentence(i);
  if (i < s.first + 3 || i + 1 >= s.last || tree.quote(i) >= 0) return std::nullopt;
  const Upos before = tree.at(i - 1).upos;
  if (before == Upos::DET || before == Upos::ADJ || before == Upos::PRON || before == Upos::ADP || before == Upos::AUX ||
      before == Upos::CCONJ)
    return std::nullopt;
  uint32_t end = i + 1;
  uint32_t last = s.last;
  const auto note = [&](uint32_t until) {
    return Found{.source = Source{.range = {i + 1, until}, .head = until - 1},
                 .cue = {i, i + 1},
                 .head = i,
                 .content = {trimmed(tree, {s.first, i})},
                 .kind = CueKind::speech,
                 .negated = false,
                 .before = true};
  };
  if ((w == "reports" || w == "reported") && has_clause(tree, {s.first, i})) {
    // A known outlet ends the note also where the stop after it is lost.
    const uint32_t article = tree.lower(i + 1) == "the" && i + 2 < s.last ? i + 2 : i + 1;
    const uint32_t until = std::max(tree.speaker_until(i + 1), tree.speaker_until(article));
    if (until > article) return note(until);
  }
  while (last > end && tree.punctuation(last - 1)) --last;
  bool named = false;
  for (; end < last; ++end) {
    const Upos u = tree.at(end).upos;
    if (u == Upos::ADP && tree.lower(end) != "of") break;
    if (tree.verbal(end) || tree.punctuation(end) || u == Upos::SCONJ || u == Upos::ADV || u == Upos::PRON) return std::nullopt;
    named = named || u == Upos::PROPN || std::isupper(static_cast<unsigned char>(tree.word(end).front())) != 0;
  }
  if (!named || end == i + 1 || end - i > 7 || last - end > 4 || !has_clause(tree, {s.first, i})) return std::nullopt;
  // Without a comma only a form that cannot be the plural of "report".
  if (tree.word(i - 1) != "," && w == "said") return std::nullopt;
  return note(end);
}

// "…, the network The Nation reported.": a verb of speech that ends the sentence behind what is said, whatever the tree makes of it.
bool closes_sentence(const Tree& tree, uint32_t verb) {
  const Range s = tree.sentence(verb);
  if (tree.at(verb).xpos != "VBD" || tree.child(verb, "obj") || tree.child(verb, "ccomp")) return false;
  for (uint32_t i = verb + 1; i < s.last; ++i)
    if (!tree.punctuation(i) && tree.at(i).upos != Upos::ADV && tree.at(i).deprel != "obl:unmarked") return false;
  for (uint32_t i = verb; i-- > s.first && i + 10 > verb;) {
    if (tree.word(i) == ",") return i > s.first + 2;
    if (!tree.nominal(i) && tree.at(i).upos != Upos::ADP && tree.at(i).upos != Upos::CCONJ && tree.at(i).upos != Upos::PART) return false;
  }
  return false;
}

}  // namespace

bool negated(const Tree& tree, uint32_t verb) {
  for (const uint32_t c : tree.children(verb)) {
    const std::string& w = tree.lower(c);
    if (c < verb && (w == "not" || w == "n't" || w == "n’t" || w == "never" || w == "nor" || w == "neither")) return true;
    if (tree.relation(c) == "nsubj" && (w == "nobody" || w == "none")) return true;
  }
  // "declined to say", "refused to confirm".
  if (const auto h = tree.head(verb); h && tree.relation(verb) == "xcomp") {
    const std::string& up = tree.lemma(*h);
    return up == "decline" || up == "refuse";
  }
  return false;
}

std::optional<Found> find_verb(const Tree& tree, const Cues& cues, uint32_t verb) {
  if (auto f = outlet_at_end(tree, verb)) return f;
  const bool said = said_form(tree, verb);
  if (tree.at(verb).upos != Upos::VERB && !said) return std::nullopt;
  const auto rel = tree.relation(verb);
  if (rel == "amod" || rel == "compound" || rel == "case" || rel == "fixed" || rel == "flat") return std::nullopt;
  const bool passive_form = is_passive(tree, verb);
  for (const Reading& reading : readings(tree, cues, verb)) {
    for (const Cue& cue : *reading.entries) {
      if (passive_form) {
        if (cue.has(passive) || cue.has(object) || cue.has(clause) || cue.has(naming))
          if (auto f = passive_of(tree, verb, reading, cue)) return f;
        continue;
      }
      const bool strong = cue.has(order) || (cue.kind == CueKind::speech && cue.has(clause) && closes_sentence(tree, verb));
      const std::optional<Source> source = speaker_of(tree, verb, strong || said);
      Found f{.source = source,
              .cue = reading.cue,
              .head = verb,
              .content = {},
              .kind = cue.kind,
              .negated = negated(tree, verb),
              .before = false};
      if (reading.object && cue.has(object)) f.content = object_of(tree, verb, *reading.object, reading.cue.last);
      if (f.content.empty() && cue.has(infinitive)) f.content = infinitive_content(tree, verb);
      if (f.content.empty() && cue.has(clause)) {
        Clause c = clause_content(tree, verb, source, strong || said);
        f.content = std::move(c.pieces);
        f.before = c.before;
      }
      if (f.content.empty() && cue.has(object) && !reading.object) f.content = object_content(tree, verb);
      if (f.content.empty() && cue.has(naming)) f.content = naming_content(tree, verb);
      if (f.content.empty() && cue.has(raising)) {
        f.content = raising_content(tree, verb);
        f.source.reset();
        if (!f.content.empty()) return f;
      }
      // "claimed responsibility for the blast": the phrase's own words are cue, not content.
      if (!reading.object && reading.cue.last > verb + 1)
        for (Range& p : f.content)
          if (reading.cue.first <= p.first && p.first < reading.cue.last) {
            p.first = std::min(reading.cue.last, p.last);
            if (!p.empty() && tree.at(p.first).upos == Upos::ADP) ++p.first;
          }
      std::erase_if(f.content, [](const Range& p) { return p.empty(); });
      if (f.content.empty()) continue;
      if (!source && cue.kind != CueKind::speech) continue;
      return f;
    }
  }
  return std::nullopt;
}

}  // namespace herald::voice
