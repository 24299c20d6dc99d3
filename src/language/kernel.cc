// Compiled with -ffp-contract=off (CMakeLists.txt): a fused multiply-add rounds once where this must round twice.
#include "language/kernel.h"

#include <algorithm>

namespace herald::language {
namespace {

constexpr size_t kPanel = 16;

struct Job {
  const float* panels;
  const float* bias;
  size_t inputs;
  size_t count;  // panels
  size_t taps;
};

// A vector in a register, and the same in memory at any place; of 4, 8 and 16 lanes.
struct Lanes4 {
  using Register = float __attribute__((vector_size(16)));
  using Memory = float __attribute__((vector_size(16), aligned(4), may_alias));
};
struct Lanes8 {
  using Register = float __attribute__((vector_size(32)));
  using Memory = float __attribute__((vector_size(32), aligned(4), may_alias));
};
struct Lanes16 {
  using Register = float __attribute__((vector_size(64)));
  using Memory = float __attribute__((vector_size(64), aligned(4), may_alias));
};

// `Rows` rows at a time, their sums in registers.
template <typename Lanes, size_t Rows>
inline __attribute__((always_inline)) void block(const Job& job, const float* const* parts, float* out) {
  using Register = typename Lanes::Register;
  using Memory = typename Lanes::Memory;
  constexpr size_t kLanes = sizeof(Register) / sizeof(float);
  constexpr size_t kVectors = kPanel / kLanes;
  const size_t depth = job.inputs / job.taps;
  for (size_t panel = 0; panel < job.count; ++panel) {
    Register sums[Rows][kVectors];
    for (size_t r = 0; r < Rows; ++r)
      for (size_t v = 0; v < kVectors; ++v) sums[r][v] = *reinterpret_cast<const Memory*>(job.bias + panel * kPanel + v * kLanes);
    const float* weight = job.panels + panel * job.inputs * kPanel;
    for (size_t tap = 0; tap < job.taps; ++tap) {
      const float* row[Rows];
      for (size_t r = 0; r < Rows; ++r) row[r] = parts[r * job.taps + tap];
      for (size_t k = 0; k < depth; ++k, weight += kPanel) {
        Register w[kVectors];
        for (size_t v = 0; v < kVectors; ++v) w[v] = *reinterpret_cast<const Memory*>(weight + v * kLanes);
        for (size_t r = 0; r < Rows; ++r) {
          const float x = row[r][k];
          for (size_t v = 0; v < kVectors; ++v) sums[r][v] += w[v] * x;
        }
      }
    }
    for (size_t r = 0; r < Rows; ++r)
      for (size_t v = 0; v < kVectors; ++v) *reinterpret_cast<Memory*>(out + (r * job.count + panel) * kPanel + v * kLanes) = sums[r][v];
  }
}

template <typename Lanes, size_t Rows>
inline __attribute__((always_inline)) void all(const Job& job, const float* const* parts, size_t n, float* out) {
  size_t i = 0;
  for (; i + Rows <= n; i += Rows) block<Lanes, Rows>(job, parts + i * job.taps, out + i * job.count * kPanel);
  for (; i < n; ++i) block<Lanes, 1>(job, parts + i * job.taps, out + i * job.count * kPanel);
}

void all_sse2(const Job& job, const float* const* parts, size_t n, float* out) {
  all<Lanes4, 2>(job, parts, n, out);
}
__attribute__((target("avx2"))) void all_avx2(const Job& job, const float* const* parts, size_t n, float* out) {
  all<Lanes8, 6>(job, parts, n, out);
}
__attribute__((target("avx512f"))) void all_avx512(const Job& job, const float* const* parts, size_t n, float* out) {
  all<Lanes16, 12>(job, parts, n, out);
}

using Kernel = void (*)(const Job&, const float* const*, size_t, float*);

Kernel best() {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f")) return all_avx512;
  if (__builtin_cpu_supports("avx2")) return all_avx2;
  return all_sse2;
}

}  // namespace

Affine::Affine(const std::vector<float>& weight, const std::vector<float>& bias, size_t outputs, size_t inputs)
    : inputs_(inputs), outputs_(outputs) {
  const size_t count = stride() / kPanel;
  panels_.assign(count * inputs * kPanel, 0.0F);
  bias_.assign(count * kPanel, 0.0F);
  std::copy(bias.begin(), bias.end(), bias_.begin());
  for (size_t o = 0; o < outputs; ++o)
    for (size_t i = 0; i < inputs; ++i) panels_[(o / kPanel * inputs + i) * kPanel + o % kPanel] = weight[o * inputs + i];
}

void Affine::apply(const float* const* parts, size_t n, size_t taps, float* out) const {
  static const Kernel kernel = best();
  kernel({.panels = panels_.data(), .bias = bias_.data(), .inputs = inputs_, .count = stride() / kPanel, .taps = taps}, parts, n, out);
}

}  // namespace herald::language
