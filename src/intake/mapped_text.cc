#include "intake/mapped_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace herald::intake {
namespace {

bool aligned(const SourcePiece& p) {
  return p.text.size() == p.original_end - p.original;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Zero-width marks, soft hyphens and control characters say nothing to a reader and break words for a machine.
bool is_invisible(char32_t c) {
  return c < 32 || c == 127 || (c >= 0x80 && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         c == 0x2060 || c == 0xFEFF;
}

}  // namespace

void MappedText::append(std::string_view words, uint64_t begin, uint64_t end) {
  if (words.empty()) return;
  const auto at = static_cast<uint32_t>(text_.size());
  text_ += words;
  const SourcePiece piece{.text = {at, static_cast<uint32_t>(text_.size())}, .original = begin, .original_end = end};
  if (!pieces_.empty() && aligned(piece) && aligned(pieces_.back()) && pieces_.back().text.end == at &&
      pieces_.back().original_end == begin) {
    pieces_.back().text.end = piece.text.end;
    pieces_.back().original_end = end;
  } else {
    pieces_.push_back(piece);
  }
}

void MappedText::append(const MappedText& other, size_t begin, size_t end) {
  auto piece = std::partition_point(other.pieces_.begin(), other.pieces_.end(), [&](const SourcePiece& p) { return p.text.end <= begin; });
  const std::string_view words = other.text_;
  for (; begin < end && piece != other.pieces_.end() && piece->text.begin < end; ++piece) {
    if (piece->text.begin > begin) append(words.substr(begin, piece->text.begin - begin));
    begin = std::max<size_t>(begin, piece->text.begin);
    const size_t stop = std::min<size_t>(end, piece->text.end);
    if (aligned(*piece)) {
      const uint64_t from = piece->original + (begin - piece->text.begin);
      append(words.substr(begin, stop - begin), from, from + (stop - begin));
    } else {
      append(words.substr(begin, stop - begin), piece->original, piece->original_end);
    }
    begin = stop;
  }
  if (begin < end) append(words.substr(begin, end - begin));
}

MappedText MappedText::slice(size_t begin, size_t end) const {
  MappedText out;
  out.append(*this, begin, end);
  return out;
}

MappedText MappedText::edited(const std::vector<Edit>& edits) const {
  if (edits.empty()) return *this;
  MappedText out;
  size_t at = 0;
  for (const Edit& e : edits) {
    out.append(*this, at, e.begin);
    if (e.begin == e.end) {
      out.append(e.with);
    } else {
      const auto [from, to] = original_of(e.begin, e.end);
      if (from == to)
        out.append(e.with);
      else
        out.append(e.with, from, to);
    }
    at = e.end;
  }
  out.append(*this, at, size());
  return out;
}

MappedText MappedText::squeezed() const {
  MappedText out;
  size_t run = 0;  // start of the visible characters not yet copied
  size_t gap = 0;  // start of the white space before them
  bool space = false;
  const auto flush = [&](size_t end) {
    if (run < end) out.append(*this, run, end);
  };
  for (size_t i = 0; i < text_.size();) {
    const auto [c, size] = base::code_point_at(text_, i);
    if (is_space(c)) {
      if (!space) {
        flush(i);
        gap = i;
        space = true;
      }
      run = i + size;
    } else if (is_invisible(c)) {
      if (!space) flush(i);
      run = i + size;
    } else if (space) {
      if (!out.empty()) {
        const auto [from, to] = original_of(gap, gap + 1);
        if (from == to)
          out.append(" ");
        else
          out.append(" ", from, std::min(from + 1, to));
      }
      space = false;
      run = i;
    }
    i += size;
  }
  if (!space) flush(text_.size());
  return out;
}

std::vector<MappedText> MappedText::paragraphs() const {
  std::vector<MappedText> out;
  size_t begin = 0;
  const auto cut = [&](size_t end) {
    MappedText p = slice(begin, end).squeezed();
    if (!p.empty()) out.push_back(std::move(p));
  };
  for (size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] != '\n') continue;
    size_t next = i + 1;
    while (next < text_.size() && (text_[next] == ' ' || text_[next] == '\t' || text_[next] == '\r')) ++next;
    if (next < text_.size() && text_[next] == '\n') {
      cut(i);
      begin = i = next;
    }
  }
  cut(text_.size());
  return out;
}

std::pair<uint64_t, uint64_t> MappedText::original_of(size_t begin, size_t end) const {
  auto piece = std::partition_point(pieces_.begin(), pieces_.end(), [&](const SourcePiece& p) { return p.text.end <= begin; });
  uint64_t low = UINT64_MAX;
  uint64_t high = 0;
  for (; piece != pieces_.end() && piece->text.begin < end; ++piece) {
    uint64_t from = piece->original;
    uint64_t to = piece->original_end;
    if (aligned(*piece)) {
      if (begin > piece->text.begin) from += begin - piece->text.begin;
      if (end < piece->text.end) to -= piece->text.end - end;
    }
    low = std::min(low, from);
    high = std::max(high, to);
  }
  if (low > high) return {0, 0};
  return {low, high};
}

MappedText compose(const MappedText& inner, const MappedText& outer) {
  MappedText out;
  const std::string_view words = inner.text();
  for (const SourcePiece& p : inner.pieces()) {
    out.append(words.substr(out.size(), p.text.begin - out.size()));
    if (!aligned(p)) {
      const auto [from, to] = outer.original_of(p.original, p.original_end);
      out.append(p.text.in(words), from, to);
      continue;
    }
    // The words are the inner text's: white space may have become a space, one byte for one.
    const MappedText part = outer.slice(p.original, p.original_end);
    for (const SourcePiece& q : part.pieces()) {
      out.append(words.substr(out.size(), p.text.begin + q.text.begin - out.size()));
      out.append(words.substr(out.size(), q.text.size()), q.original, q.original_end);
    }
  }
  out.append(words.substr(out.size()));
  return out;
}

}  // namespace herald::intake
