#include "cli/tree_path.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace herald::cli {
namespace {

// The token in the span that hangs on one outside of it, or on none.
std::optional<uint32_t> head_of(const Analysis& analysis, const Span& span) {
  const uint32_t first = analysis.token_at(span.begin);
  for (uint32_t t = first; t < analysis.tokens.size() && analysis.tokens[t].span.begin < span.end; ++t) {
    const int32_t head = analysis.tokens[t].head;
    if (head < 0 || !span.contains(analysis.tokens[static_cast<uint32_t>(head)].span)) return t;
  }
  return std::nullopt;
}

// The token and all above it, up to the root.
std::vector<uint32_t> line_up(const Analysis& analysis, uint32_t token) {
  std::vector<uint32_t> out = {token};
  while (analysis.tokens[out.back()].head >= 0) out.push_back(static_cast<uint32_t>(analysis.tokens[out.back()].head));
  return out;
}

}  // namespace

std::string tree_path(const Report& report, const Analysis& analysis, const Span& from, const Span& to) {
  const auto a = head_of(analysis, from);
  const auto b = head_of(analysis, to);
  if (!a || !b || *a == *b || analysis.tokens[*a].sentence != analysis.tokens[*b].sentence) return {};
  const std::vector<uint32_t> up = line_up(analysis, *a);
  std::vector<uint32_t> down = line_up(analysis, *b);
  const auto meet = std::find_first_of(up.begin(), up.end(), down.begin(), down.end());
  down.erase(std::find(down.begin(), down.end(), *meet), down.end());
  std::string out(analysis.word(*a, report.text));
  for (auto it = up.begin(); it != meet; ++it)
    out += " ◂" + analysis.tokens[*it].deprel + "─ " + std::string(analysis.word(*std::next(it), report.text));
  for (auto it = down.rbegin(); it != down.rend(); ++it)
    out += " ─" + analysis.tokens[*it].deprel + "▸ " + std::string(analysis.word(*it, report.text));
  return out;
}

}  // namespace herald::cli
