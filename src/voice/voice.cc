#include "voice/voice.h"

#include <algorithm>
#include <numeric>
#include <set>

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

// Inside another's words only what changes the standing of a fact is kept: who says, denies, claims, threatens, predicts it.
bool matters_inside(CueKind kind) {
  return kind != CueKind::stance && kind != CueKind::thought;
}

std::vector<Found> candidates(const Report& report, const Tree& tree, const Cues& cues) {
  std::vector<Found> out;
  for (const Sentence& s : tree.sentences()) {
    const size_t begin = out.size();
    for (uint32_t i = s.first; i < s.last; ++i) {
      auto f = find_verb(tree, cues, i);
      if (!f) f = find_phrase(tree, cues, i);
      if (f) out.push_back(std::move(*f));
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
    const bool participle = tree.at(f.head).xpos == "VBG" && tree.word(prev) == ",";
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

// "He said: " or "He was blunt." and then a quotation with no cue of its own: it goes on in the voice before it.
void go_on(const Tree& tree, std::vector<Attribution>& out) {
  const auto& quotes = tree.quotes();
  std::optional<size_t> speaker;  // attribution whose words ended right before
  for (size_t q = 0; q < quotes.size(); ++q) {
    const Span& span = quotes[q].span;
    std::optional<size_t> own;
    for (size_t i = 0; i < out.size(); ++i)
      if (out[i].kind != CueKind::stance &&
          std::any_of(out[i].content.begin(), out[i].content.end(), [&](const Span& s) { return s.overlaps(span); }) &&
          !span.contains(out[i].cue) && (!own || size_of(out[i]) < size_of(out[*own])))
        own = i;
    if (!own) {
      // The words before it, back to where the last voice ended, hold nothing but that voice's cue.
      std::optional<size_t> last;
      for (size_t i = 0; i < out.size(); ++i) {
        uint32_t end = std::max(out[i].cue.end, out[i].source.end);
        for (const Span& s : out[i].content)
          if (s.end <= span.begin) end = std::max(end, s.end);
        if (out[i].cue.begin >= span.begin || out[i].kind == CueKind::stance) continue;
        const auto between = tree.text().substr(end, span.begin > end ? span.begin - end : 0);
        const bool new_paragraph = between.find("\n\n") != std::string_view::npos;
        const bool follows_on = q > 0 && quotes[q - 1].goes_on && quotes[q - 1].span.end >= end - std::min<uint32_t>(end, 3);
        const auto stop = between.find_first_of(".?!");
        const bool close = between.size() < 160 &&
                           (stop == std::string_view::npos || between.find_first_not_of(" \n\t\r", stop + 1) == std::string_view::npos);
        if (close && (!new_paragraph || follows_on || between.find(':') != std::string_view::npos)) last = i;
      }
      if (last) {
        out[*last].content.push_back(span);
        own = last;
      }
    }
    speaker = own;
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
  const Tree tree(report, analysis);
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
    if (out[i].outer && !matters_inside(out[i].kind)) continue;
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
