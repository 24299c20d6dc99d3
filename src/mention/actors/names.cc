#include "mention/actors/names.h"

#include <algorithm>

#include "base/text.h"

namespace herald::actors {
namespace {

struct Piece {
  std::string_view word;
  uint32_t token = 0;
  bool starts = false;  // first and last piece of its token
  bool ends = false;
};

std::vector<Piece> pieces_of(const Words& words, const Sentence& sentence) {
  std::vector<Piece> out;
  for (uint32_t t = sentence.first; t < sentence.last; ++t) {
    const std::string& folded = words.folded(t);
    if (folded.empty()) continue;
    const std::vector<std::string_view> parts = base::split(folded, ' ');
    for (size_t i = 0; i < parts.size(); ++i) out.push_back({parts[i], t, i == 0, i + 1 == parts.size()});
  }
  return out;
}

// Marks between two words of one name: a hyphen, a full stop of an abbreviation, a quotation mark, an apostrophe.
bool joins(std::string_view mark) {
  return mark == "-" || mark == "." || mark == "'" || mark == "’" || mark == "–" || mark == "/" || mark == "\"" || mark == "&";
}

bool unbroken(const Words& words, uint32_t first, uint32_t last) {
  for (uint32_t t = first; t < last; ++t)
    if (words.folded(t).empty() && !joins(words.word(t))) return false;
  return true;
}

size_t letters(std::string_view s) {
  return static_cast<size_t>(std::count_if(s.begin(), s.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
}

bool has_lower(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool begins_sentence(const Words& words, uint32_t t) {
  uint32_t at = words.analysis.sentences[words.token(t).sentence].first;
  while (at < t && words.folded(at).empty()) ++at;
  return at == t;
}

bool counts(const Words& words, const NameHit& hit, uint32_t first, uint32_t last) {
  const Span span = words.span(first, last);
  const std::string_view text = span.in(words.report.text);
  const size_t size = letters(hit.form);
  if (words.caseless()) {
    // No capitals to go by: short and marked names would be words of the language.
    if (hit.cased || hit.how == How::capital) return false;
    return has_lower(hit.form) ? size >= 4 : size >= 3;
  }
  const bool name_has_capital = std::any_of(hit.form.begin(), hit.form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!has_lower(hit.form)) {
    // An acronym; inside a headline in capitals it proves nothing when it could be a word.
    if (has_lower(text)) return size >= 4 && words.capitalised(first) && !hit.cased;
    if (size > 3 && !hit.cased) return true;
    const Sentence& s = words.analysis.sentences[words.token(first).sentence];
    return s.last - s.first <= last - first || !words.all_capitals(s.first, s.last);
  }
  if (hit.cased) {
    if (text != hit.form) return false;
    // At the head of a sentence every word has its capital.
    return !begins_sentence(words, first) || last - first > 1 || words.token(first).upos == Upos::PROPN;
  }
  if (!name_has_capital) return true;
  for (uint32_t t = first; t < last; ++t)
    if (words.capitalised(t)) return true;
  return false;
}

std::vector<NameHit> counting(const Words& words, const std::vector<NameHit>& hits, uint32_t first, uint32_t last) {
  std::vector<NameHit> out;
  for (const NameHit& hit : hits)
    if (counts(words, hit, first, last)) out.push_back(hit);
  return out;
}

// A run of capitalised words (with "al-", "ul" and the like inside), for spellings that the registry does not list.
size_t run_of_names(const Words& words, const std::vector<Piece>& pieces, size_t at) {
  size_t end = at;
  while (end < pieces.size() && end < at + 4) {
    const uint32_t t = pieces[end].token;
    const bool small = pieces[end].word == "al" || pieces[end].word == "an" || pieces[end].word == "as" || pieces[end].word == "ul" ||
                       pieces[end].word == "e" || pieces[end].word == "i";
    if (!small && (!words.capitalised(t) || words.token(t).upos != Upos::PROPN)) break;
    ++end;
  }
  return end;
}

}  // namespace

std::vector<NameMatch> match_names(const Words& words, const Registry& registry) {
  std::vector<NameMatch> out;
  for (const Sentence& sentence : words.analysis.sentences) {
    const std::vector<Piece> pieces = pieces_of(words, sentence);
    for (size_t at = 0; at < pieces.size();) {
      if (!pieces[at].starts) {
        ++at;
        continue;
      }
      size_t taken = 0;
      const auto take = [&](size_t end, std::vector<NameHit> hits) {
        if (hits.empty()) return;
        out.push_back({pieces[at].token, pieces[end - 1].token + 1, std::move(hits)});
        taken = end - at;
      };
      const size_t longest = std::min(registry.longest_from(std::string(pieces[at].word)), pieces.size() - at);
      for (size_t n = longest; n > 0 && !taken; --n) {
        if (!pieces[at + n - 1].ends) continue;
        std::string key(pieces[at].word);
        for (size_t i = 1; i < n; ++i) {
          key += ' ';
          key += pieces[at + i].word;
        }
        const uint32_t first = pieces[at].token;
        const uint32_t last = pieces[at + n - 1].token + 1;
        const std::vector<NameHit>* hits = registry.named(key);
        if (hits && unbroken(words, first, last)) take(at + n, counting(words, *hits, first, last));
      }
      if (!taken && !words.caseless()) {
        for (size_t end = run_of_names(words, pieces, at); end > at && !taken; --end) {
          if (!pieces[end - 1].ends) continue;
          std::string key(pieces[at].word);
          for (size_t i = at + 1; i < end; ++i) {
            key += ' ';
            key += pieces[i].word;
          }
          if (unbroken(words, pieces[at].token, pieces[end - 1].token + 1)) take(end, registry.sounding_like(key));
        }
      }
      at += std::max<size_t>(taken, 1);
    }
  }
  return out;
}

}  // namespace herald::actors
