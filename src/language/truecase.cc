#include "language/truecase.h"

#include <algorithm>

#include "base/text.h"
#include "intake/words.h"

namespace herald::language {

std::string truecase(std::string_view word, bool opens_sentence) {
  std::string out = base::lower_ascii(word);
  if (out.size() < 2 || !std::all_of(out.begin(), out.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return std::string(word);
  using intake::WordRank;
  const WordRank rank = intake::rank_of(out);
  const bool name = rank == WordRank::unknown || rank == WordRank::name;
  if (name || opens_sentence) out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

}  // namespace herald::language
