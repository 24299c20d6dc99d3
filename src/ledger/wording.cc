#include "ledger/wording.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/one_of.h"
#include "base/text.h"
#include "intake/words.h"

namespace herald::ledger {
namespace {

using base::one_of;

// Heads of names that English sets behind "the": the Observatory, the ministry.
constexpr std::array<std::string_view, 18> kWithArticle{"agency",   "army",       "bureau",    "centre",  "center",      "coalition",
                                                        "command",  "commission", "committee", "force",   "forces",      "government",
                                                        "military", "ministry",   "mission",   "monitor", "observatory", "police"};

// Words with which a count begins; a noun phrase that has one needs no figure in front.
constexpr std::array<std::string_view, 43> kCountWords{
    "a",     "about",    "all",    "almost", "an",     "another",   "around", "at",     "both",   "dozen",   "dozens",
    "eight", "eighteen", "eleven", "every",  "few",    "fifteen",   "fifty",  "five",   "forty",  "four",    "hundreds",
    "many",  "more",     "nearly", "nine",   "no",     "one",       "only",   "over",   "scores", "several", "seven",
    "six",   "some",     "ten",    "tens",   "thirty", "thousands", "three",  "twelve", "twenty", "two"};

// Words that are no names wherever they begin a phrase.
constexpr std::array<std::string_view, 20> kDeterminers{"a",   "an",  "another", "both",  "every", "her",  "his",
                                                        "its", "my",  "no",      "other", "our",   "some", "that",
                                                        "the", "the", "their",   "these", "this",  "those"};

constexpr std::array<std::string_view, 4> kPossessives{"her", "his", "its", "their"};

// Words that stand for a voice by themselves.
constexpr std::array<std::string_view, 22> kCommonVoices{"activists", "authorities", "doctors",   "gunmen",    "hospitals",  "insurgents",
                                                         "medics",    "militants",   "officers",  "officials", "opposition", "police",
                                                         "rebels",    "relatives",   "rescuers",  "residents", "soldiers",   "source",
                                                         "sources",   "survivors",   "villagers", "witnesses"};

// States whose names are common words too.
constexpr std::array<std::string_view, 4> kStates{"chad", "china", "guinea", "turkey"};

std::string_view first_word(std::string_view text) {
  return text.substr(0, text.find(' '));
}

bool upper(std::string_view text, size_t at) {
  return at < text.size() && std::isupper(static_cast<unsigned char>(text[at]));
}

}  // namespace

bool counted(std::string_view phrase) {
  const std::string word = base::lower_ascii(first_word(phrase));
  return word.empty() || std::isdigit(static_cast<unsigned char>(word.front())) || one_of(word, kCountWords) ||
         one_of(std::string_view(word).substr(0, word.find('-')), kCountWords);
}

std::string mid_sentence(std::string phrase) {
  for (const std::string_view relative : {", which ", ", who ", ", whose "}) phrase.resize(std::min(phrase.size(), phrase.find(relative)));
  const std::string first = base::lower_ascii(first_word(phrase));
  // Whose it is stands in another sentence.
  if (one_of(first, kPossessives) && first.size() < phrase.size()) return "the" + phrase.substr(first.size());
  if (!upper(phrase, 0) || (first.size() > 1 && upper(phrase, 1))) return phrase;
  const bool alone = first.size() == phrase.size();
  const bool common =
      alone ? one_of(first, kCommonVoices) : !upper(phrase, first.size() + 1) && intake::is_common(first) && !one_of(first, kStates);
  if (common || one_of(first, kDeterminers) || one_of(first, kCountWords)) phrase.front() = first.front();
  return phrase;
}

std::string according_to(const std::string& voice, bool reporter) {
  if (reporter) return "reports " + voice;
  const std::string inside = mid_sentence(voice);
  const size_t last = inside.find_last_of(' ');
  const std::string head = base::lower_ascii(last == std::string::npos ? inside : inside.substr(last + 1));
  // A body whose name has a common noun for its head takes the article: the Observatory, the Ministry of Defence.
  const bool named = !inside.empty() && std::isupper(static_cast<unsigned char>(inside.front()));
  const std::string_view first = first_word(inside);
  const bool owned = first.ends_with("'s") || first.ends_with("\u2019s") || first.ends_with("s'");
  const bool body = named && !owned && last != std::string::npos &&
                    (one_of(head, kWithArticle) || inside.find(" for ") != std::string::npos || inside.find(" of ") != std::string::npos);
  return std::string("according to ") + (body ? "the " : "") + inside;
}

}  // namespace herald::ledger
