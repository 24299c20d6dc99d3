// Syndication: passages that copy one another over the whole ledger, so that a wire story printed ten times counts once.
// MinHash of word shingles (Broder 1997) with banded buckets (locality-sensitive hashing); matches are checked on the shingles themselves.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/account.h"

namespace herald::ledger {

using Shingles = std::vector<uint64_t>;  // hashes of runs of words; sorted, each once
using Bands = std::array<uint64_t, 12>;  // paragraphs that share one are compared

struct Paragraph {
  Span span;  // in the report's text
  size_t words = 0;
  Bands bands{};
  Shingles shingles;
  // Short ones ("The toll may rise.") agree by chance.
  [[nodiscard]] bool compared() const;
};
[[nodiscard]] std::vector<Paragraph> paragraphs_of(std::string_view text);
// Whether so much of the smaller stands in the other that they are one.
[[nodiscard]] bool same_words(const Shingles& a, const Shingles& b);

// Of the paragraphs under one band so many, the first, are compared with a later one.
inline constexpr uint32_t kBucketSize = 8;

// Tells where paragraphs come from, which must be asked for in the order of publication. The answer for one depends on no paragraph that
// shares no band with it, directly or through others.
class Origins {
 public:
  // The earliest report in which it stands; `report` itself where it is new.
  uint32_t find(uint32_t report, Paragraph paragraph);

 private:
  struct Known {
    uint32_t report = 0;
    Shingles shingles;
  };
  // The first paragraphs under each band: one flat table of keys, each with a chain of entries, since there are millions of them.
  class Buckets {
   public:
    void add(uint64_t key, uint32_t known);
    void collect(uint64_t key, std::vector<uint32_t>& out) const;

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
    [[nodiscard]] size_t find(uint64_t key) const;
    void grow();

    std::vector<Slot> slots_;  // a power of two of them
    std::vector<Entry> entries_;
    size_t used_ = 0;
  };

  std::vector<Known> known_;
  Buckets buckets_;
};

struct Passage {
  Span span;            // one paragraph
  uint32_t origin = 0;  // index of the earliest report in which it stands
};

struct Syndication {
  std::vector<std::vector<Passage>> passages;  // of each report those that are copied, ascending
  std::vector<SyndicationGroup> groups;        // by id

  // The report from which the words at byte `at` of report `report` come, as far as is known.
  [[nodiscard]] uint32_t origin(uint32_t report, uint32_t at) const;
};

// `reports` must be in order of publication.
[[nodiscard]] Syndication find_copies(const std::vector<LedgerReport>& reports);

}  // namespace herald::ledger
