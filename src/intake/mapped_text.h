// MappedText: text in preparation together with the bytes of the decoded original that it came from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "herald/report.h"

namespace herald::intake {

// One replacement of bytes [begin, end) of a text by `with`; begin == end inserts.
struct Edit {
  size_t begin = 0;
  size_t end = 0;
  std::string with;
};

// Valid UTF-8. A piece whose two sides have the same length maps byte by byte, any other as a whole; bytes without a piece (a space put in)
// have no original.
class MappedText {
 public:
  MappedText() = default;
  // All of `original`, which lies at byte `at` of the decoded original.
  explicit MappedText(std::string_view original, uint64_t at = 0) { append(original, at, at + original.size()); }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<SourcePiece>& pieces() const { return pieces_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] size_t size() const { return text_.size(); }

  // Words that stand for bytes [begin, end) of the original.
  void append(std::string_view words, uint64_t begin, uint64_t end);
  // Words that have no original.
  void append(std::string_view words) { text_ += words; }
  void append(const MappedText& other) { append(other, 0, other.size()); }
  // Bytes [begin, end) of another text.
  void append(const MappedText& other, size_t begin, size_t end);

  [[nodiscard]] MappedText slice(size_t begin, size_t end) const;
  // Edits ascend and are disjoint.
  [[nodiscard]] MappedText edited(const std::vector<Edit>& edits) const;
  // Trimmed, every run of white space (Unicode's) one space, invisible characters gone.
  [[nodiscard]] MappedText squeezed() const;
  // Cut at blank lines, each part squeezed, empty ones left out.
  [[nodiscard]] std::vector<MappedText> paragraphs() const;
  // The smallest range of the original that bytes [begin, end) came from; {0, 0} where they have none.
  [[nodiscard]] std::pair<uint64_t, uint64_t> original_of(size_t begin, size_t end) const;

 private:
  std::string text_;
  std::vector<SourcePiece> pieces_;
};

// `inner`, whose original is the text of `outer`, mapped on to the original of `outer`.
[[nodiscard]] MappedText compose(const MappedText& inner, const MappedText& outer);

}  // namespace herald::intake
