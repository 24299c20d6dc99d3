#include "intake/language_id.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/words.h"

namespace herald::intake {
namespace {

constexpr size_t kLong = 1000;     // bytes from which the detector is not misled by names
constexpr size_t kEnough = 16384;  // bytes; more text does not change the answer

// Words that hold English sentences together and mean nothing in its neighbours.
constexpr std::array kGlue =
    std::to_array<std::string_view>({"the", "of",   "to",  "and",   "for", "that", "with", "by",    "from",  "said",
                                     "at",  "were", "are", "after", "has", "his",  "have", "which", "their", "they"});

// At least half of the words everyday English, or an eighth of them such as no other language has.
bool looks_english(std::string_view text) {
  size_t words = 0;
  size_t everyday = 0;
  size_t foreign = 0;
  size_t glue = 0;
  std::string word;
  for (size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) {
      word += static_cast<char>(c | 0x20);
      continue;
    }
    if (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) < 0xE2) ++foreign;
    if (!word.empty()) {
      ++words;
      const WordRank rank = rank_of(word);
      if (rank == WordRank::everyday || rank == WordRank::usual) ++everyday;
      if (std::find(kGlue.begin(), kGlue.end(), word) != kGlue.end()) ++glue;
      word.clear();
    }
  }
  return words >= 3 && (everyday * 2 >= words || glue * 8 >= words) && foreign * 10 <= words;
}

}  // namespace

std::string identify_language(std::string_view text) {
  if (text.size() > kEnough) {
    size_t cut = kEnough;
    while ((static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
    text = text.substr(0, cut);
  }
  // Text all in capitals reads to the detector as names.
  std::string lower(text);
  const auto small = std::count_if(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const auto large = std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (large > small) lower = base::lower_ascii(text);
  bool reliable = false;
  const CLD2::Language language = CLD2::DetectLanguage(lower.data(), static_cast<int>(lower.size()), true, &reliable);
  std::string code = CLD2::LanguageCode(language);
  code = code.substr(0, code.find('-'));
  if (code == "iw") code = "he";
  if (code == "jw") code = "jv";
  const bool sure = reliable && language != CLD2::UNKNOWN_LANGUAGE && code.size() == 2;
  // Reports full of foreign names mislead the detector, which reads letters, more than a reader, who sees the words between them.
  if ((!sure || code == "en" || text.size() < kLong) && looks_english(text)) return "en";
  return sure ? code : "und";
}

}  // namespace herald::intake
