#include "voice/voice.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "voice/content.h"
#include "voice/cue_finder.h"
#include "voice/names.h"
#include "voice/phrases.h"
#include "voice/tree.h"

namespace herald::voice {
namespace {

uint64_t size_of(const Attribution& a) {
  uint64_t n = 0;
  for (const Span& s : a.content) n += s.size();
  return n;
}

bool holds(const Attribution& a, const Span& words) {
  return std::any_of(a.content.begin(), a.content.end(), [&](const Span& s) { return s.contains(words); });
}

// Inside another's words only what changes the standing of a fact is kept: who else says, denies, claims or threatens it.
bool matters_inside(const Tree& tree, const Found& f) {
  if (f.kind == CueKind::stance || f.kind == CueKind::thought || f.kind == CueKind::demand) return false;
  return tree.quote(f.head) < 0 || f.kind == CueKind::speech || f.kind == CueKind::denial || f.kind == CueKind::responsibility;
}

// "I", "we", "you": the speaker himself, whoever he is.
bool first_or_second_person(const Tree& tree, const Found& f) {
  if (!f.source) return false;
  static constexpr std::array<std::string_view, 8> kWords = {"i", "we", "you", "my", "our", "your", "me", "us"};
  return std::find(kWords.begin(), kWords.end(), tree.lower(f.source->head)) != kWords.end();
}

std::vector<Found> candidates(const Report& report, const Tree& tree, const Cues& cues) {
  std::vector<Found> out;
  for (const Sentence& s : tree.sentences()) {
    const size_t begin = out.size();
    for (uint32_t i = s.first; i < s.last; ++i) {
      auto f = find_verb(tree, cues, i);
      if (!f) f = find_phrase(tree, cues, i);
      if (f && !first_or_second_person(tree, *f)) out.push_back(std::move(*f));
    }
    if (out.size() == begin && report.headline_span && report.headline_span->contains(s.span))
      if (auto f = find_colon(tree, cues, {s.first, s.last})) out.push_back(std::move(*f));
  }
  return out;
}

Range extent(const Found& f) {
  if (!f.source) return f.cue;
  return {std::min(f.cue.first, f.source->range.first), std::max(f.cue.last, f.source->range.last)};
}

// "X died, police said, while Y fled, according to Z": each cue that closes a stretch of the sentence closes its own. `found` in the order
// of cues.
void part(const Tree& tree, std::vector<Found>& found) {
  for (size_t i = 1; i < found.size(); ++i) {
    Found& f = found[i];
    if (!f.before || f.content.empty()) continue;
    for (size_t k = i; k-- > 0;) {
      Found& g = found[k];
      if (tree.at(g.head).sentence != tree.at(f.head).sentence) break;
      const Range own = extent(g);
      if (!g.before || tree.quote(g.head) != tree.quote(f.head) || own.last >= extent(f).first || !f.content.front().holds(own.first))
        continue;
      const Range between = trimmed(tree, {own.last, extent(f).first});
      if (!has_clause(tree, between)) continue;
      for (Range& p : f.content) p.first = std::max(p.first, between.first);
      f.content.front() = trimmed(tree, f.content.front());
      for (Range& p : g.content)
        if (p.last > between.first && p.first < between.first) p.last = between.first;
      std::erase_if(g.content, [&](const Range& p) { return p.first >= between.first; });
      break;
    }
  }
  // "X said A, and Y said B", "X said A, adding B": what the first says ends where the second begins.
  for (size_t i = 1; i < found.size(); ++i) {
    Found& g = found[i - 1];
    const Found& f = found[i];
    if (g.before || f.before || g.content.empty() || tree.at(g.head).sentence != tree.at(f.head).sentence ||
        tree.quote(g.head) != tree.quote(f.head))
      continue;
    const bool same = f.source && g.source && f.source->head == g.source->head;
    uint32_t cut = same ? f.cue.first : extent(f).first;
    if (cut <= g.cue.last || !tree.verbal(f.head)) continue;
    const bool joined =
        tree.at(cut - 1).upos == Upos::CCONJ || tree.word(cut - 1) == "," || tree.word(cut - 1) == ";" || tree.word(cut - 1) == "—";
    if (!joined || !g.content.back().holds(cut) || g.content.back().first + 1 >= cut ||
        (!same && tree.at(cut - 1).upos != Upos::CCONJ && tree.at(f.source ? f.source->head : f.head).upos == Upos::PRON))
      continue;
    Range& p = g.content.back();
    p.last = cut;
    while (p.last > p.first && (tree.punctuation(p.last - 1) || tree.at(p.last - 1).upos == Upos::CCONJ) &&
           tree.quote(p.last - 1) == tree.quote(g.head))
      --p.last;
  }
  std::erase_if(found, [](const Found& f) {
    return f.content.empty() || std::all_of(f.content.begin(), f.content.end(), [](const Range& p) { return p.empty(); });
  });
}

// ", adding that …", "and said …": who spoke before in the sentence goes on.
void carry_on(const Tree& tree, std::vector<Found>& found) {
  for (size_t i = 1; i < found.size(); ++i) {
    Found& f = found[i];
    const Found& g = found[i - 1];
    if (tree.at(g.head).sentence != tree.at(f.head).sentence || !g.source || f.cue.first == 0 || tree.quote(g.head) != tree.quote(f.head))
      continue;
    const uint32_t prev = f.cue.first - 1;
    const bool participle = tree.at(f.head).xpos == "VBG" && tree.word(prev) == "," && tree.lower(f.head) != "according";
    const bool joined = tree.at(prev).upos == Upos::CCONJ && tree.verbal(f.head) && g.cue.last <= prev;
    if ((participle || joined) && g.kind != CueKind::stance) f.source = g.source;
  }
}

Attribution to_bytes(const Tree& tree, const Found& f) {
  Attribution a;
  if (f.source) a.source = tree.bytes(f.source->range);
  a.cue = tree.bytes(f.cue);
  a.content = bytes_of(tree, f.content, f.cue);
  a.kind = f.kind;
  a.negated = f.negated;
  return a;
}

// A quotation with no cue of its own goes on in the voice before it: right after that voice's sentence in one paragraph, in the next
// paragraph where the last one was left open, and after a colon.
void go_on(const Tree& tree, std::vector<Attribution>& out) {
  const auto& quotes = tree.quotes();
  std::optional<size_t> speaker;  // whose quotation or reported speech came last
  uint32_t spoken = 0;            // where it, or its cue's sentence, ends
  size_t next = 0;
  const auto end_of_sentence = [&](uint32_t byte) {
    const auto& all = tree.sentences();
    const auto it = std::partition_point(all.begin(), all.end(), [&](const Sentence& s) { return s.span.end <= byte; });
    return it == all.end() ? byte : it->span.end;
  };
  const auto in_quotes = [&](const Attribution& a) {
    return std::any_of(quotes.begin(), quotes.end(), [&](const Quote& x) { return x.span.overlaps(a.content.front()); });
  };
  for (size_t q = 0; q < quotes.size(); ++q) {
    const Span& span = quotes[q].span;
    // The last voice outside quotations whose cue stands before this one.
    for (; next < out.size() && out[next].cue.begin < span.begin; ++next) {
      const Attribution& a = out[next];
      const bool quoted = std::any_of(quotes.begin(), quotes.end(), [&](const Quote& x) { return x.span.contains(a.cue); });
      if (quoted || a.kind == CueKind::stance || a.content.empty()) continue;
      const uint32_t end = end_of_sentence(a.cue.begin);
      const bool same = speaker && end == end_of_sentence(out[*speaker].cue.begin);
      if (same && out[*speaker].kind == CueKind::speech && (a.kind != CueKind::speech || in_quotes(out[*speaker]))) continue;
      speaker = next;
      spoken = end;
    }
    const auto own = std::find_if(out.begin(), out.end(), [&](const Attribution& a) {
      return !span.contains(a.cue) && std::any_of(a.content.begin(), a.content.end(), [&](const Span& s) { return s.overlaps(span); });
    });
    if (own != out.end()) {
      if (speaker && !span.contains(out[*speaker].cue)) spoken = std::max(spoken, span.end);
      continue;
    }
    if (!speaker) continue;
    const auto gap = span.begin > spoken ? tree.text().substr(spoken, span.begin - spoken) : std::string_view();
    const bool paragraph = gap.find("\n\n") != std::string_view::npos;
    const bool left_open = q > 0 && quotes[q - 1].goes_on && quotes[q - 1].span.end <= spoken;
    const bool blank = gap.find_first_not_of(" \n\t\r") == std::string_view::npos;
    const bool colon = out[*speaker].content.back().end <= span.begin && spoken > 0 && tree.text()[spoken - 1] == ':';
    if (!blank || (paragraph && !left_open && !colon)) continue;
    out[*speaker].content.push_back(span);
    spoken = std::max(span.end, end_of_sentence(span.end - 1));
  }
}

void nest(std::vector<Attribution>& out) {
  for (uint32_t i = 0; i < out.size(); ++i) {
    std::optional<uint32_t> outer;
    for (uint32_t k = 0; k < out.size(); ++k) {
      if (k == i || !holds(out[k], out[i].cue) || (size_of(out[k]) == size_of(out[i]) && k > i)) continue;
      if (holds(out[i], out[k].cue) && size_of(out[i]) >= size_of(out[k]))
        continue;  // two that hold each other: the wider one is the outer
      if (!outer || size_of(out[k]) < size_of(out[*outer])) outer = k;
    }
    out[i].outer = outer;
  }
}

}  // namespace

std::vector<Attribution> find_attributions(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions,
                                           const Cues& cues) {
  const Tree tree(report, analysis, mentions);
  std::vector<Found> found = candidates(report, tree, cues);
  carry_on(tree, found);
  part(tree, found);
  std::vector<Attribution> out;
  out.reserve(found.size());
  for (const Found& f : found) out.push_back(to_bytes(tree, f));
  go_on(tree, out);
  nest(out);
  // A stance or thought inside another's words says nothing of what happened.
  std::vector<Attribution> kept;
  std::vector<Found> kept_found;
  for (size_t i = 0; i < out.size(); ++i) {
    if (out[i].outer && !matters_inside(tree, found[i])) continue;
    kept.push_back(std::move(out[i]));
    kept_found.push_back(std::move(found[i]));
  }
  nest(kept);
  resolve_names(tree, cues, mentions, kept_found, kept);
  return kept;
}

std::vector<uint32_t> voices_of(const std::vector<Attribution>& attributions, Span words) {
  std::vector<uint32_t> out;
  for (uint32_t i = 0; i < attributions.size(); ++i)
    if (holds(attributions[i], words)) out.push_back(i);
  const auto depth = [&](uint32_t i) {
    uint32_t d = 0;
    for (auto o = attributions[i].outer; o && d < attributions.size(); o = attributions[*o].outer) ++d;
    return d;
  };
  std::stable_sort(out.begin(), out.end(), [&](uint32_t a, uint32_t b) {
    const uint32_t da = depth(a);
    const uint32_t db = depth(b);
    return da != db ? da < db : size_of(attributions[a]) > size_of(attributions[b]);
  });
  return out;
}

}  // namespace herald::voice
