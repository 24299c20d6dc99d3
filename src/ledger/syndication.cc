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
constexpr size_t kRows = 3;
// Share of the smaller passage's shingles that stand in the other: an editor's cut leaves more, a retelling less.
constexpr double kSameWords = 0.6;
// Share of a report's words that must be copied for it to be of a group.
constexpr double kSameReport = 0.25;

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
Bands bands_of(const Shingles& shingles) {
  static const auto kPermutations = [] {
    std::array<std::pair<uint64_t, uint64_t>, std::tuple_size_v<Bands> * kRows> out;
    for (size_t i = 0; i < out.size(); ++i) out[i] = {mix(i + 1), mix(~i) | 1};
    return out;
  }();
  Bands out{};
  for (size_t band = 0; band < out.size(); ++band) {
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

void Origins::Buckets::add(uint64_t key, uint32_t known) {
  if (2 * (used_ + 1) > slots_.size()) grow();
  Slot& slot = slots_[find(key)];
  if (slot.count == 0) slot = {key, kNone, 0}, ++used_;
  if (slot.count == kBucketSize) return;
  entries_.push_back({known, slot.last});
  slot.last = static_cast<uint32_t>(entries_.size() - 1);
  ++slot.count;
}

void Origins::Buckets::collect(uint64_t key, std::vector<uint32_t>& out) const {
  if (slots_.empty()) return;
  const Slot& slot = slots_[find(key)];
  if (slot.count == 0) return;
  for (uint32_t e = slot.last; e != kNone; e = entries_[e].before) out.push_back(entries_[e].known);
}

size_t Origins::Buckets::find(uint64_t key) const {
  size_t at = key & (slots_.size() - 1);
  while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
  return at;
}

void Origins::Buckets::grow() {
  std::vector<Slot> before(std::max<size_t>(1024, 2 * slots_.size()));
  before.swap(slots_);
  for (const Slot& slot : before) {
    if (slot.count != 0) slots_[find(slot.key)] = slot;
  }
}

uint32_t Syndication::origin(uint32_t report, uint32_t at) const {
  for (const Passage& passage : passages[report]) {
    if (passage.span.begin <= at && at < passage.span.end) return passage.origin;
  }
  return report;
}

std::vector<Paragraph> paragraphs_of(std::string_view text) {
  std::vector<Paragraph> out;
  for (const Span& span : paragraphs(text)) {
    Paragraph p{span, 0, {}, {}};
    const std::vector<uint64_t> words = word_hashes(span.in(text));
    p.words = words.size();
    if (p.compared()) {
      p.shingles = shingles_of(words);
      p.bands = bands_of(p.shingles);
    }
    out.push_back(std::move(p));
  }
  return out;
}

bool same_words(const Shingles& a, const Shingles& b) {
  return containment(a, b) >= kSameWords;
}

bool Paragraph::compared() const {
  return words >= kLeastWords;
}

uint32_t Origins::find(uint32_t report, Paragraph paragraph) {
  std::vector<uint32_t> candidates;
  for (const uint64_t band : paragraph.bands) buckets_.collect(band, candidates);
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  for (const uint32_t k : candidates) {  // the earliest first
    if (known_[k].report != report && same_words(known_[k].shingles, paragraph.shingles)) return known_[k].report;
  }
  for (const uint64_t band : paragraph.bands) buckets_.add(band, static_cast<uint32_t>(known_.size()));
  known_.push_back({report, std::move(paragraph.shingles)});
  return report;
}

Syndication find_copies(const std::vector<LedgerReport>& reports) {
  Syndication out;
  out.passages.resize(reports.size());
  Origins origins;
  std::vector<double> share(reports.size(), 0);
  std::vector<uint32_t> root(reports.size());
  for (uint32_t r = 0; r < reports.size(); ++r) {
    root[r] = r;
    std::map<uint32_t, size_t> copied;  // words by origin
    size_t words_total = 0;
    for (Paragraph& paragraph : paragraphs_of(reports[r].report.text)) {
      const Span span = paragraph.span;
      const size_t words = paragraph.words;
      words_total += words;
      if (!paragraph.compared()) continue;
      const uint32_t origin = origins.find(r, std::move(paragraph));
      if (origin == r) continue;
      copied[origin] += words;
      out.passages[r].push_back({span, origin});
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
