#include "mention/times/tense.h"

#include <optional>

#include "mention/times/vocabulary.h"

namespace herald::times {
namespace {

using numbers::Shape;
using numbers::Word;

constexpr std::string_view kFuture = "will shall ll wo upcoming";
constexpr std::string_view kAwaits =
    "expected scheduled due set planned plan plans slated going likely agreed ready poised intends intend hopes hope ordered asked begin "
    "expires expire resumes "
    "expects effective supposed deadline postponed extended";
constexpr std::string_view kNoVerb = "united need indeed succeed exceed proceed speed bleed hundred sacred armed wounded";
constexpr std::string_view kPast =
    "said was were had did told took made got gave went came began fell shot held met left found saw kept won lost sent led hit struck "
    "fought broke "
    "rose grew paid spoke wrote put blew drove flew fled sought became stood ran cut brought thought felt heard knew set";

std::optional<Tense> signal(const std::vector<Word>& w, size_t i) {
  const std::string_view t = w[i].text;
  const std::string_view next = i + 1 < w.size() ? std::string_view(w[i + 1].text) : std::string_view();
  if (one_of(t, kFuture)) return Tense::future;
  if (t == "would" || t == "could" || t == "may" || t == "should" || t == "must") return next == "have" ? Tense::past : Tense::future;
  if (one_of(t, kAwaits) &&
      (next == "to" || next == "for" ||
       one_of(t, "expected scheduled due expire expires slated expects effective supposed deadline postponed extended")))
    return Tense::future;
  if (one_of(t, "planned planning plans") || (t == "as" && one_of(next, "early soon"))) return Tense::future;
  if ((t == "is" || t == "are") && next == "to") return Tense::future;
  if (one_of(t, kPast)) return Tense::past;
  if (t.size() > 4 && t.substr(t.size() - 2) == "ed" && !one_of(t, kNoVerb) && w[i].shape == Shape::letters && !w[i].capital)
    return Tense::past;
  return std::nullopt;
}

}  // namespace

Tense tense_at(const std::vector<Word>& w, size_t begin, size_t end) {
  constexpr size_t kReach = 14;
  for (size_t i = begin; i > 0 && begin - i < kReach; --i) {
    const std::string_view t = w[i - 1].text;
    if (t == ";" || t == "\"") break;
    if (const auto s = signal(w, i - 1)) return *s;
  }
  for (size_t i = end; i < w.size() && i - end < kReach; ++i) {
    if (w[i].text == ";") break;
    if (const auto s = signal(w, i)) return *s;
  }
  return Tense::unknown;
}

}  // namespace herald::times
