// The best dependency tree: maximum spanning arborescence with exactly one root word (Chu and Liu 1965, Edmonds 1967).
#pragma once

#include <cstdint>
#include <vector>

namespace herald::language {

// scores[d * (n + 1) + h] is the score of head h for word d, 0 <= d < n; h = 0 is the root, h = k + 1 word k. A word's score for itself is
// never read. Returns each word's head in the same count: exactly one 0, no cycle, the greatest sum. O(n^3) at worst, O(n^2) where the best
// heads form a tree.
[[nodiscard]] std::vector<uint32_t> best_tree(const std::vector<float>& scores, uint32_t n);

}  // namespace herald::language
