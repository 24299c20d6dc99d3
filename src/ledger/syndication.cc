#include "ledger/syndication.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "base/text.h"

namespace herald::ledger {
namespace {

constexpr size_t kShingleWords = 5;
constexpr size_t kLeastWords = 10;  // shorter paragraphs ("The toll may rise.") agree by chance
constexpr size_t kBands = 12;
constexpr size_t kRows = 3;
constexpr size_t kBucketSize = 8;
// Share of the smaller passage's shingles that stand in the other: an editor's cut leaves more, a retelling less.
constexpr double kSameWords = 0.6;
// Share of a report's words that must be copied for it to be of a group.
constexpr double kSameReport = 0.25;

using Shingles = std::vector<uint64_t>;  // sorted, each once

uint64_t mix(uint64_t h) {  // splitmix64
  h += 0x9e3779b97f4a7c15ULL;
  h = (h ^ (h >> 30)) * 0xbf58476d1ce4e5b9ULL;
  h = (h ^ (h >> 27)) * 0x94d049bb133111ebULL;
  return h ^ (h >> 31);
}

// ASCII letters and digits make words; other bytes of UTF-8 count as letters, so that names stay whole.
std::vector<uint64_t> word_hashes(std::string_view text) {
  std::vector<uint64_t> out;
  uint64_t h = 0;
  bool inside = false;
  for (const char raw : text) {
    const auto c = static_cast<unsigned char>(raw);
    const bool letter = c >= 0x80 || std::isalnum(c);
    if (letter) {
      h = (inside ? h : 14695981039346656037ULL) ^ static_cast<unsigned char>(c < 0x80 ? std::tolower(c) : c);
      h *= 1099511628211ULL;
      inside = true;
    } else if (inside) {
      out.push_back(h);
      inside = false;
    }
  }
  if (inside) out.push_back(h);
  return out;
}

Shingles shingles_of(const std::vector<uint64_t>& words) {
  Shingles out;
  for (size_t i = 0; i + kShingleWords <= words.size(); ++i) {
    uint64_t h = 0;
    for (size_t k = 0; k < kShingleWords; ++k) h = mix(h ^ words[i + k]);
    out.push_back(h);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

double containment(const Shingles& a, const Shingles& b) {
  size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i < *j) {
      ++i;
    } else if (*j < *i) {
      ++j;
    } else {
      ++common, ++i, ++j;
    }
  }
  return static_cast<double>(common) / static_cast<double>(std::max<size_t>(1, std::min(a.size(), b.size())));
}

// Shingles are well mixed, so that a multiplication by an odd number is permutation enough.
std::array<uint64_t, kBands> bands_of(const Shingles& shingles) {
  static const auto kPermutations = [] {
    std::array<std::pair<uint64_t, uint64_t>, kBands * kRows> out;
    for (size_t i = 0; i < out.size(); ++i) out[i] = {mix(i + 1), mix(~i) | 1};
    return out;
  }();
  std::array<uint64_t, kBands> out{};
  for (size_t band = 0; band < kBands; ++band) {
    uint64_t key = band;
    for (size_t row = 0; row < kRows; ++row) {
      const auto [add, odd] = kPermutations[band * kRows + row];
      uint64_t least = UINT64_MAX;
      for (const uint64_t s : shingles) least = std::min(least, (s + add) * odd);
      key = mix(key ^ least);
    }
    out[band] = key;
  }
  return out;
}

std::vector<Span> paragraphs(std::string_view text) {
  std::vector<Span> out;
  size_t begin = 0;
  while (begin < text.size()) {
    size_t end = text.find("\n\n", begin);
    if (end == std::string_view::npos) end = text.size();
    if (end > begin) out.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    begin = end + 2;
  }
  return out;
}

struct Known {
  uint32_t report = 0;
  Shingles shingles;
};

// The first passages under each band key: one flat table of keys, each with a chain of entries, since there are millions of them.
class Buckets {
 public:
  void add(uint64_t key, uint32_t known) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    Slot& slot = slots_[find(key)];
    if (slot.count == 0) slot = {key, kNone, 0}, ++used_;
    if (slot.count == kBucketSize) return;
    entries_.push_back({known, slot.last});
    slot.last = static_cast<uint32_t>(entries_.size() - 1);
    ++slot.count;
  }
  void collect(uint64_t key, std::vector<uint32_t>& out) const {
    if (slots_.empty()) return;
    const Slot& slot = slots_[find(key)];
    if (slot.count == 0) return;
    for (uint32_t e = slot.last; e != kNone; e = entries_[e].before) out.push_back(entries_[e].known);
  }

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  struct Slot {
    uint64_t key = 0;
    uint32_t last = kNone;
    uint32_t count = 0;  // 0: free
  };
  struct Entry {
    uint32_t known = 0;
    uint32_t before = kNone;
  };
  [[nodiscard]] size_t find(uint64_t key) const {
    size_t at = key & (slots_.size() - 1);
    while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow() {
    std::vector<Slot> before(std::max<size_t>(1024, 2 * slots_.size()));
    before.swap(slots_);
    for (const Slot& slot : before) {
      if (slot.count != 0) slots_[find(slot.key)] = slot;
    }
  }

  std::vector<Slot> slots_;  // a power of two of them
  std::vector<Entry> entries_;
  size_t used_ = 0;
};

std::string agency_of(const std::vector<LedgerReport>& reports, const std::vector<uint32_t>& members) {
  std::string common;
  for (const uint32_t m : members) {
    const std::vector<std::string>& agencies = reports[m].report.agencies;
    if (agencies.empty()) continue;
    const std::string credit = base::join(agencies, ", ");
    if (!common.empty() && credit != common) return {};
    common = credit;
  }
  return common;
}

}  // namespace

uint32_t Syndication::origin(uint32_t report, uint32_t at) const {
  for (const Passage& passage : passages[report]) {
    if (passage.span.begin <= at && at < passage.span.end) return passage.origin;
  }
  return report;
}

Syndication find_copies(const std::vector<LedgerReport>& reports) {
  Syndication out;
  out.passages.resize(reports.size());
  std::vector<Known> known;
  Buckets buckets;
  std::vector<double> share(reports.size(), 0);
  std::vector<uint32_t> root(reports.size());
  for (uint32_t r = 0; r < reports.size(); ++r) {
    root[r] = r;
    std::map<uint32_t, size_t> copied;  // words by origin
    size_t words_total = 0;
    for (const Span& span : paragraphs(reports[r].report.text)) {
      Passage passage{span, r};
      const std::vector<uint64_t> words = word_hashes(span.in(reports[r].report.text));
      words_total += words.size();
      if (words.size() >= kLeastWords) {
        Shingles shingles = shingles_of(words);
        const std::array<uint64_t, kBands> bands = bands_of(shingles);
        std::vector<uint32_t> candidates;
        for (const uint64_t band : bands) buckets.collect(band, candidates);
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        for (const uint32_t k : candidates) {  // the earliest first
          if (known[k].report != r && containment(known[k].shingles, shingles) >= kSameWords) {
            passage.origin = known[k].report;
            break;
          }
        }
        if (passage.origin != r) {
          copied[passage.origin] += words.size();
        } else {
          for (const uint64_t band : bands) buckets.add(band, static_cast<uint32_t>(known.size()));
          known.push_back({r, std::move(shingles)});
        }
      }
      out.passages[r].push_back(passage);
    }
    size_t copied_total = 0;
    size_t most = 0;
    for (const auto& [origin, words] : copied) {
      copied_total += words;
      if (words > most) most = words, root[r] = root[origin];
    }
    share[r] = words_total == 0 ? 0 : static_cast<double>(copied_total) / static_cast<double>(words_total);
    if (share[r] < kSameReport) root[r] = r;
  }

  std::map<uint32_t, std::vector<uint32_t>> members;
  for (uint32_t r = 0; r < reports.size(); ++r) members[root[r]].push_back(r);
  for (const auto& [first, group] : members) {
    if (group.size() < 2) continue;
    SyndicationGroup row;
    row.id = reports[first].report.id;
    row.agency = agency_of(reports, group);
    for (const uint32_t m : group)
      row.copies.push_back({reports[m].report.id, reports[m].report.outlet, reports[m].report.published, share[m]});
    out.groups.push_back(std::move(row));
  }
  std::sort(out.groups.begin(), out.groups.end(), [](const SyndicationGroup& a, const SyndicationGroup& b) { return a.id < b.id; });
  return out;
}

}  // namespace herald::ledger
