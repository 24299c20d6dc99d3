#include "ledger/cluster.h"

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

namespace herald::ledger {
namespace {

struct Link {
  double sum = 0;      // of the listed pairs between two clusters
  uint64_t count = 0;  // how many they are
  bool never = false;
};

struct Candidate {
  double average = 0;
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t version_a = 0;
  uint32_t version_b = 0;
  // Highest average first, then the lowest members.
  bool operator<(const Candidate& o) const { return std::tie(average, o.a, o.b) < std::tie(o.average, a, b); }
};

// Average linkage inside one component, whose members are `items`. Keeps a heap of candidate merges; stale ones are known by their version.
class Linkage {
 public:
  Linkage(uint32_t n, double missing, double threshold) : missing_(missing), threshold_(threshold), members_(n), links_(n), version_(n, 0) {
    for (uint32_t i = 0; i < n; ++i) members_[i] = {i};
  }
  void add(uint32_t a, uint32_t b, double score) {
    Link& link = links_[a][b];
    link.sum += score;
    link.count += 1;
    link.never = link.never || score <= kCannotLink;
    links_[b][a] = link;
  }
  std::vector<std::vector<uint32_t>> run() {
    for (uint32_t a = 0; a < links_.size(); ++a) {
      for (const auto& [b, link] : links_[a]) {
        if (a < b) push(a, b, link);
      }
    }
    while (!heap_.empty()) {
      const Candidate best = heap_.top();
      heap_.pop();
      if (best.version_a != version_[best.a] || best.version_b != version_[best.b]) continue;
      merge(best.a, best.b);
    }
    std::vector<std::vector<uint32_t>> out;
    for (std::vector<uint32_t>& group : members_) {
      if (!group.empty()) out.push_back(std::move(group));
    }
    return out;
  }

 private:
  void push(uint32_t a, uint32_t b, const Link& link) {
    if (link.never) return;
    const double pairs = static_cast<double>(members_[a].size()) * static_cast<double>(members_[b].size());
    const double average = (link.sum + missing_ * (pairs - static_cast<double>(link.count))) / pairs;
    if (average > threshold_) heap_.push({average, std::min(a, b), std::max(a, b), version_[std::min(a, b)], version_[std::max(a, b)]});
  }
  void merge(uint32_t a, uint32_t b) {
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    std::sort(members_[a].begin(), members_[a].end());
    members_[b].clear();
    ++version_[a];
    ++version_[b];
    links_[a].erase(b);
    for (const auto& [c, link] : links_[b]) {
      if (c == a) continue;
      Link& to = links_[a][c];
      to.sum += link.sum;
      to.count += link.count;
      to.never = to.never || link.never;
      links_[c].erase(b);
    }
    links_[b].clear();
    for (const auto& [c, link] : links_[a]) {
      links_[c][a] = link;
      push(a, c, link);
    }
  }

  double missing_;
  double threshold_;
  std::vector<std::vector<uint32_t>> members_;
  std::vector<std::map<uint32_t, Link>> links_;
  std::vector<uint32_t> version_;
  std::priority_queue<Candidate> heap_;
};

}  // namespace

std::vector<std::vector<uint32_t>> cluster(uint32_t n, std::vector<Pair> pairs, double missing, double threshold) {
  std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  UnionFind components(n);
  for (const Pair& pair : pairs) {
    if (pair.score > threshold) components.join(pair.a, pair.b);
  }
  std::vector<uint32_t> local(n);
  std::vector<std::vector<uint32_t>> items(n);
  for (uint32_t i = 0; i < n; ++i) {
    std::vector<uint32_t>& component = items[components.root(i)];
    local[i] = static_cast<uint32_t>(component.size());
    component.push_back(i);
  }
  std::vector<std::vector<Pair>> inside(n);
  for (const Pair& pair : pairs) {
    const uint32_t root = components.root(pair.a);
    if (root == components.root(pair.b)) inside[root].push_back(pair);
  }
  std::vector<std::vector<uint32_t>> out;
  for (uint32_t root = 0; root < n; ++root) {
    if (items[root].empty()) continue;
    Linkage linkage(static_cast<uint32_t>(items[root].size()), missing, threshold);
    for (const Pair& pair : inside[root]) linkage.add(local[pair.a], local[pair.b], pair.score);
    for (std::vector<uint32_t>& group : linkage.run()) {
      for (uint32_t& member : group) member = items[root][member];
      out.push_back(std::move(group));
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace herald::ledger
