#include "language/spanning_tree.h"

#include <algorithm>
#include <cmath>

namespace herald::language {
namespace {

// Scores graph[to][from] of a complete graph, node 0 the root; those of a node for itself are not read.
using Graph = std::vector<std::vector<double>>;

// Nodes of one cycle among the heads, empty where there is none.
std::vector<uint32_t> find_cycle(const std::vector<uint32_t>& head) {
  std::vector<uint32_t> seen(head.size(), 0);
  for (uint32_t start = 1; start < head.size(); ++start) {
    uint32_t at = start;
    while (at != 0 && seen[at] == 0) {
      seen[at] = start;
      at = head[at];
    }
    if (at == 0 || seen[at] != start) continue;
    std::vector<uint32_t> cycle;
    for (uint32_t node = at; cycle.empty() || node != at; node = head[node]) cycle.push_back(node);
    return cycle;
  }
  return {};
}

// Head node of each node of `graph`.
std::vector<uint32_t> solve(const Graph& graph) {
  const auto size = static_cast<uint32_t>(graph.size());
  std::vector<uint32_t> head(size, 0);
  for (uint32_t to = 1; to < size; ++to) {
    for (uint32_t from = 1; from < size; ++from)
      if (from != to && graph[to][from] > graph[to][head[to]]) head[to] = from;
  }
  const std::vector<uint32_t> cycle = find_cycle(head);
  if (cycle.empty()) return head;

  // The cycle becomes the last node of a smaller graph.
  std::vector<bool> inside(size, false);
  for (const uint32_t node : cycle) inside[node] = true;
  std::vector<uint32_t> kept;
  for (uint32_t node = 0; node < size; ++node)
    if (!inside[node]) kept.push_back(node);
  const auto whole = static_cast<uint32_t>(kept.size());
  Graph small(whole + 1, std::vector<double>(whole + 1));
  std::vector<uint32_t> enters(whole, 0);  // node of the cycle that an edge into it reaches
  std::vector<uint32_t> leaves(whole, 0);  // node of the cycle that an edge out of it starts from
  for (uint32_t a = 0; a < whole; ++a) {
    for (uint32_t b = 1; b < whole; ++b)
      if (a != b) small[b][a] = graph[kept[b]][kept[a]];
    // Into the cycle: what is won over the edge of the cycle that gives way.
    double best_in = 0;
    double best_out = 0;
    for (const uint32_t node : cycle) {
      const double in = graph[node][kept[a]] - graph[node][head[node]];
      if (enters[a] == 0 || in > best_in) {
        enters[a] = node;
        best_in = in;
      }
      if (a == 0) continue;
      const double out = graph[kept[a]][node];
      if (leaves[a] == 0 || out > best_out) {
        leaves[a] = node;
        best_out = out;
      }
    }
    small[whole][a] = best_in;
    if (a != 0) small[a][whole] = best_out;
  }
  const std::vector<uint32_t> solved = solve(small);
  for (uint32_t b = 1; b < whole; ++b) head[kept[b]] = solved[b] == whole ? leaves[b] : kept[solved[b]];
  const uint32_t source = solved[whole];
  head[enters[source]] = kept[source];
  return head;
}

}  // namespace

std::vector<uint32_t> best_tree(const std::vector<float>& scores, uint32_t n) {
  // A penalty on every edge from the root that no gain can outweigh leaves exactly one of them.
  double reach = 1;
  for (const float score : scores) reach = std::max(reach, std::abs(static_cast<double>(score)));
  const double penalty = 4 * reach * (n + 1);
  Graph graph(n + 1, std::vector<double>(n + 1));
  for (uint32_t d = 0; d < n; ++d)
    for (uint32_t h = 0; h <= n; ++h) graph[d + 1][h] = scores[d * (n + 1) + h] - (h == 0 ? penalty : 0);
  const std::vector<uint32_t> head = solve(graph);
  return {head.begin() + 1, head.end()};
}

}  // namespace herald::language
