#include "language/lemmatizer.h"

#include <algorithm>

#include "base/utf8.h"
#include "language/features.h"

namespace herald::language {
namespace {

// How far below the best score an edit may stand (train/herald_train/lemmas.py).
constexpr float kMargin = 3.0F;

// Names and figures are open without end; the lemmas of these are not.
bool checked(Upos upos) {
  return upos == Upos::NOUN || upos == Upos::VERB || upos == Upos::ADJ || upos == Upos::ADV || upos == Upos::AUX;
}

}  // namespace

bool valid_edit(std::string_view edit) {
  if (edit.starts_with('=')) return edit.size() > 1;
  return edit.size() >= 2 && std::string_view("ltku").find(edit[0]) != std::string_view::npos && edit[1] >= '0' && edit[1] <= '9';
}

std::string apply_edit(std::string_view form, std::string_view edit) {
  if (edit[0] == '=') return std::string(edit.substr(1));
  std::string out;
  switch (edit[0]) {
    case 'l':
      out = lower(form);
      break;
    case 'u':
      out = upper(form);
      break;
    case 't': {
      const size_t first = form.empty() ? 0 : base::code_point_at(form, 0).size;
      out = upper(form.substr(0, first)) + lower(form.substr(first));
      break;
    }
    default:
      out = form;
      break;
  }
  for (int cut = edit[1] - '0'; cut > 0 && !out.empty(); --cut) {
    while (out.size() > 1 && (static_cast<unsigned char>(out.back()) & 0xC0) == 0x80) out.pop_back();
    out.pop_back();
  }
  out += edit.substr(2);
  return out.empty() ? std::string(form) : out;
}

std::string choose_lemma(std::string_view form, Upos upos, const float* scores, const std::vector<std::string>& edits,
                         const Lexicon& lexicon) {
  const auto listed = lexicon.irregular.find(std::string(name_of(upos)) + " " + lower(form));
  if (listed != lexicon.irregular.end()) return listed->second;
  const auto best = static_cast<size_t>(std::max_element(scores, scores + edits.size()) - scores);
  std::string lemma = apply_edit(form, edits[best]);
  const auto is_known = [&](const std::string& word) {
    return std::binary_search(lexicon.known.begin(), lexicon.known.end(), lower(word));
  };
  if (!checked(upos) || is_known(lemma)) return lemma;
  std::vector<size_t> near;
  for (size_t i = 0; i < edits.size(); ++i)
    if (scores[i] >= scores[best] - kMargin) near.push_back(i);
  std::stable_sort(near.begin(), near.end(), [&](size_t a, size_t c) { return scores[a] > scores[c]; });
  for (const size_t edit : near) {
    std::string other = apply_edit(form, edits[edit]);
    if (is_known(other)) return other;
  }
  return lemma;
}

}  // namespace herald::language
