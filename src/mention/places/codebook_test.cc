#include <gmock/gmock.h>

#include <fstream>

#include "mention/places/sources.h"

namespace herald::places {
namespace {

Result<Codebook> read(const std::string& yaml) {
  const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
  const std::filesystem::path path = std::filesystem::temp_directory_path() / (std::string("herald-codebook-") + info->name() + ".yaml");
  std::ofstream(path) << yaml;
  Result<Codebook> book = read_codebook(path);
  std::filesystem::remove(path);
  return book;
}

TEST(Codebook, OfTheRepositoryHolds) {
  const Result<Codebook> book = read_codebook(std::filesystem::path(HERALD_SOURCE_DIR) / "codebook" / "places.yaml");
  ASSERT_TRUE(book.ok()) << book.error().message();
  EXPECT_GE(book->places.size(), 400U);
  EXPECT_GE(book->countries.size(), 190U);
}

TEST(Codebook, ReadsARow) {
  const Result<Codebook> book = read("places:\n  - [khan-x, Khan X, base, SY, Aleppo, 36.1, 37.0, 3, [Khan Iks], [Khani]]\n");
  ASSERT_TRUE(book.ok());
  ASSERT_EQ(book->places.size(), 1U);
  const CodebookPlace& p = book->places[0];
  EXPECT_EQ(p.kind, Kind::base);
  EXPECT_EQ(p.admin1, "Aleppo");
  EXPECT_THAT(p.aliases, ::testing::ElementsAre("Khan Iks"));
  EXPECT_THAT(p.adjectives, ::testing::ElementsAre("Khani"));
}

TEST(Codebook, NamesTheLineOfAMistake) {
  for (const char* row : {"[x, X, castle, SY, '', 36, 37, 3, []]", "[x, X, base, SY, '', 96, 37, 3, []]",
                          "[x, X, base, SY, '', 36, 37, 0, []]", "[x, X, base, Syria, '', 36, 37, 3, []]", "[x, X, base]"}) {
    const Result<Codebook> book = read(std::string("places:\n  - [a, A, base, SY, '', 36, 37, 3, []]\n  - ") + row + "\n");
    ASSERT_FALSE(book.ok()) << row;
    EXPECT_EQ(book.error().line, 3U) << row;
  }
}

TEST(Codebook, RefusesAnIdThatStandsTwice) {
  const Result<Codebook> book = read("places:\n  - [a, A, base, SY, '', 36, 37, 3, []]\n  - [a, B, base, SY, '', 36, 37, 3, []]\n");
  ASSERT_FALSE(book.ok());
  EXPECT_EQ(book.error().what, "the id stands twice: a");
}

}  // namespace
}  // namespace herald::places
