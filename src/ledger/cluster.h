// Deterministic clustering from scores of pairs. Agreement is not transitive, so components alone would chain: inside each component
// clusters merge by the average score of their pairs (average linkage, Sokal and Michener 1958), and two that hold a pair that cannot be
// one never merge.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace herald::ledger {

struct Pair {
  uint32_t a = 0;  // a < b
  uint32_t b = 0;
  double score = 0;  // log odds that the two are one
};

// Sets of 0 … n-1 that grow together; each is known by its lowest member.
class UnionFind {
 public:
  explicit UnionFind(uint32_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0); }
  uint32_t root(uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void join(uint32_t a, uint32_t b) {
    a = root(a), b = root(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> parent_;
};

// At or below this a pair can never stand in one cluster.
inline constexpr double kCannotLink = -100;

// Groups of 0 … n-1, each ascending, ordered by their first member. Pairs that are not listed score `missing`; clusters merge while the
// best average is above `threshold`. Ties go to the lower members, so the same pairs give the same groups in whatever order they are
// listed. O(m log m) for m pairs inside components of bounded size.
[[nodiscard]] std::vector<std::vector<uint32_t>> cluster(uint32_t n, std::vector<Pair> pairs, double missing, double threshold);

}  // namespace herald::ledger
