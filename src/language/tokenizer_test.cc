#include "language/tokenizer.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace herald::language {
namespace {

std::string show(const std::string& text) {
  std::vector<Piece> pieces;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, pieces);
  std::string out;
  for (const Piece& piece : pieces) {
    if (!out.empty()) out += piece.joined ? "+" : " ";
    out += piece.span.in(text);
  }
  return out;
}

TEST(Tokenizer, CasesOfTestdata) {
  std::ifstream file(std::string(HERALD_SOURCE_DIR) + "/src/language/testdata/tokens.txt");
  ASSERT_TRUE(file.is_open());
  std::string line;
  int cases = 0;
  while (std::getline(file, line)) {
    if (line.starts_with("# ") || line.empty()) continue;
    const size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    EXPECT_EQ(show(line.substr(0, tab)), line.substr(tab + 1));
    ++cases;
  }
  EXPECT_GT(cases, 40);
}

TEST(Tokenizer, WordsCoverEverythingButWhiteSpaceInOrder) {
  const std::string text = "A\u00A0b\t(c)\n\n\u201Cd\u201D\u2003e's\x01 f--g\r\nh";
  std::vector<Piece> pieces;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, pieces);
  std::string words;
  uint32_t end = 0;
  for (const Piece& piece : pieces) {
    EXPECT_GE(piece.span.begin, end);
    EXPECT_LT(piece.span.begin, piece.span.end);
    end = piece.span.end;
    words += piece.span.in(text);
  }
  EXPECT_EQ(words, "Ab(c)\u201Cd\u201De'sf--gh");
}

TEST(Tokenizer, GapsTellSpacesFromLineBreaks) {
  const std::string text = "a b\n c(d)";
  std::vector<Piece> pieces;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, pieces);
  ASSERT_EQ(pieces.size(), 6U);
  EXPECT_EQ(pieces[0].gap, Gap::none);
  EXPECT_EQ(pieces[1].gap, Gap::space);
  EXPECT_EQ(pieces[2].gap, Gap::line);
  EXPECT_EQ(pieces[3].gap, Gap::none);
}

TEST(Tokenizer, StaysInsideItsRange) {
  const std::string text = "one two three";
  std::vector<Piece> pieces;
  tokenize(text, {4, 7}, pieces);
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].span, (Span{4, 7}));
}

TEST(Tokenizer, RunsWithoutWhiteSpaceAreCutNotSlow) {
  std::string text;
  for (int i = 0; i < 200000; ++i) text += i % 3 ? "a-" : "b.";
  std::vector<Piece> pieces;
  tokenize(text, {0, static_cast<uint32_t>(text.size())}, pieces);
  EXPECT_GT(pieces.size(), text.size() / 1000);
  EXPECT_EQ(pieces.back().span.end, text.size());
}

}  // namespace
}  // namespace herald::language
