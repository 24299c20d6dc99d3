#include "ledger/newcomer.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "ledger/versions.h"

namespace herald::ledger {
namespace {

// A paragraph of the ledger, in the order in which Origins is asked.
struct Other {
  int64_t published = 0;
  std::string_view id;
  uint32_t start = 0;
  int64_t report = 0;
  std::optional<int64_t> origin;  // where it is copied

  bool operator<(const Other& o) const { return std::tie(published, id, start) < std::tie(o.published, o.id, o.start); }
};

struct Read {
  int64_t published = 0;
  std::string id;
  std::string text;
  std::map<uint32_t, Shingles> paragraphs;  // by their start, once they were asked for
};

class Newcomer {
 public:
  Newcomer(Kept& kept, int64_t number) : kept_(kept), number_(number) {}

  std::optional<std::vector<std::pair<Span, int64_t>>> copies() {
    std::vector<std::pair<Span, int64_t>> out;
    const Report& report = kept_.report(number_).report;
    for (const Paragraph& p : paragraphs_of(report.text)) {
      if (!p.compared()) continue;
      const Other self{seconds(report.published), report.id, p.span.begin, number_, std::nullopt};
      if (const auto origin = origin_of(p, self)) {
        out.emplace_back(p.span, *origin);
      } else if (moves_others(p, self)) {
        return std::nullopt;
      } else {
        for (const uint64_t band : p.bands) {
          std::vector<Other>& rows = others_[band];
          rows.insert(std::upper_bound(rows.begin(), rows.end(), self), self);
        }
      }
    }
    return out;
  }

 private:
  std::vector<Other>& others(uint64_t band) {
    const auto [found, fresh] = others_.try_emplace(band);
    if (!fresh) return found->second;
    std::vector<Other> rows;
    const auto take = [&](const Statement& s) {
      rows.push_back({0, {}, static_cast<uint32_t>(s.integer(1)), s.integer(0), s.integer_or_null(2)});
    };
    kept_.query(
        "SELECT b.report, b.start, c.origin FROM memo_bands b JOIN memo_reports r ON r.report = b.report "
        "LEFT JOIN memo_copies c ON c.report = b.report AND c.start = b.start WHERE b.band = ? AND b.report <> ?",
        take, static_cast<int64_t>(band), number_);
    for (Other& o : rows) {
      const Read& read = text_of(o.report);
      o.published = read.published;
      o.id = read.id;
    }
    std::sort(rows.begin(), rows.end());
    found->second = std::move(rows);
    return found->second;
  }

  // The new ones of a bucket, in order.
  std::vector<Other> known(uint64_t band) {
    std::vector<Other> out;
    for (const Other& o : others(band))
      if (!o.origin) out.push_back(o);
    return out;
  }

  // No more of a report than is needed here: there may be thousands of them.
  const Read& text_of(int64_t report) {
    const auto [found, fresh] = texts_.try_emplace(report);
    const auto take = [&, &read = found->second](const Statement& s) {
      read = {seconds(parse_moment(s.text(0))), s.text(1), s.text(2), {}};
    };
    if (fresh) kept_.query("SELECT published, id, text FROM reports WHERE fid = ?", take, report);
    return found->second;
  }

  const Shingles& shingles(const Other& o) {
    Read& read = texts_[o.report];
    if (read.paragraphs.empty()) {
      for (Paragraph& p : paragraphs_of(read.text)) read.paragraphs[p.span.begin] = std::move(p.shingles);
    }
    return read.paragraphs[o.start];
  }

  std::optional<int64_t> origin_of(const Paragraph& p, const Other& self) {
    std::vector<Other> candidates;
    for (const uint64_t band : p.bands) {
      size_t room = kBucketSize;
      for (const Other& o : known(band)) {
        if (room-- == 0 || !(o < self)) break;
        candidates.push_back(o);
      }
    }
    std::sort(candidates.begin(), candidates.end());
    for (const Other& o : candidates)
      if (o.report != self.report && same_words(shingles(o), p.shingles)) return o.report;
    return std::nullopt;
  }

  // Whether a later paragraph is copied from this one, or was copied from one that this pushes out of a bucket.
  bool moves_others(const Paragraph& p, const Other& self) {
    for (const uint64_t band : p.bands) {
      const std::vector<Other> before = known(band);
      const auto at = static_cast<size_t>(std::lower_bound(before.begin(), before.end(), self) - before.begin());
      if (at >= kBucketSize) continue;
      const Other* const out = before.size() >= kBucketSize ? &before[kBucketSize - 1] : nullptr;
      for (const Other& o : others(band)) {
        if (o.report == self.report || o < self) continue;
        if (out && o.origin == out->report) return true;
        if (same_words(p.shingles, shingles(o))) return true;
      }
    }
    return false;
  }

  Kept& kept_;
  int64_t number_;
  std::map<uint64_t, std::vector<Other>> others_;
  std::map<int64_t, Read> texts_;
};

}  // namespace

std::optional<std::vector<std::pair<Span, int64_t>>> copies_in_newcomer(Kept& kept, int64_t number) {
  return Newcomer(kept, number).copies();
}

}  // namespace herald::ledger
