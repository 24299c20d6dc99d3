#include "mention/places/places.h"

#include <gmock/gmock.h>

#include <cctype>

#include "mention/places/test_gazetteer.h"

namespace herald::places {
namespace {

using testing::opened;
using testing::small_world;

// Words and marks as tokens, capitals as proper nouns, a sentence a line.
Analysis plain_analysis(const std::string& text) {
  Analysis a;
  uint32_t first = 0;
  const auto end_sentence = [&] {
    const auto last = static_cast<uint32_t>(a.tokens.size());
    if (last == first) return;
    a.sentences.push_back({.span = {a.tokens[first].span.begin, a.tokens[last - 1].span.end}, .first = first, .last = last});
    first = last;
  };
  for (uint32_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\n') end_sentence();
    if (std::isspace(c) != 0) {
      ++i;
      continue;
    }
    uint32_t j = i + 1;
    if (std::isalnum(c) != 0 || c >= 0x80)
      while (j < text.size() && (std::isalnum(static_cast<unsigned char>(text[j])) != 0 || static_cast<unsigned char>(text[j]) >= 0x80))
        ++j;
    Token t;
    t.span = {i, j};
    t.sentence = static_cast<uint32_t>(a.sentences.size());
    t.upos = std::isupper(c) != 0 ? Upos::PROPN : std::isalpha(c) != 0 ? Upos::NOUN : Upos::PUNCT;
    a.tokens.push_back(t);
    i = j;
  }
  end_sentence();
  return a;
}

std::vector<std::string> found(const std::string& text, const Analysis& analysis) {
  Report report;
  report.text = text;
  std::vector<std::string> out;
  for (const Mention& m : find_places(report, analysis, opened(small_world()))) {
    const Place& p = std::get<Place>(m.what);
    out.push_back(std::string(m.span.in(text)) + " = " + (p.ref.empty() ? "?" : p.ref) + (p.use == PlaceUse::associative ? " a" : ""));
  }
  return out;
}
std::vector<std::string> found(const std::string& text) {
  return found(text, plain_analysis(text));
}

TEST(FindPlaces, PrefersTheTownToTheRegionOfItsName) {
  EXPECT_THAT(found("Shells fell on Aleppo at dawn."), ::testing::ElementsAre("Aleppo = geonames:20"));
}

TEST(FindPlaces, TakesTheRegionWhereTheTextSaysSo) {
  EXPECT_THAT(found("Shells fell in Hama province at dawn."), ::testing::ElementsAre("Hama province = geonames:11"));
  EXPECT_THAT(found("Shells fell in the province of Hama at dawn."), ::testing::ElementsAre("Hama = geonames:11"));
}

TEST(FindPlaces, TakesTheTownInsideTheRegionNamedAfterIt) {
  EXPECT_THAT(found("He lives in Columbus, Georgia."), ::testing::ElementsAre("Columbus = geonames:25", "Georgia = geonames:13"));
  EXPECT_THAT(found("He lives in Columbus, Ohio."), ::testing::ElementsAre("Columbus = geonames:24", "Ohio = geonames:12"));
}

TEST(FindPlaces, PrefersTheCountryThatTheReportIsAbout) {
  EXPECT_THAT(found("Troops left Manbij and Aleppo.\nThen they entered Al Bab."), ::testing::Contains("Al Bab = geonames:31"));
}

TEST(FindPlaces, AdjectivesAreAssociative) {
  EXPECT_THAT(found("The Syrian army left Manbij."), ::testing::ElementsAre("Syrian = geonames:1 a", "Manbij = geonames:23"));
}

TEST(FindPlaces, ACapitalThatSpeaksIsAGovernment) {
  const std::string text = "Moscow denied the report.";
  Analysis a = plain_analysis(text);
  a.tokens[0].deprel = "nsubj";
  a.tokens[0].head = 1;
  a.tokens[1].lemma = "deny";
  a.tokens[1].deprel = "root";
  EXPECT_THAT(found(text, a), ::testing::ElementsAre("Moscow = geonames:26 a"));
}

TEST(FindPlaces, CommonWordsArePlacesOnlyWithACause) {
  EXPECT_THAT(found("Of all the guests she was Nice about it."), ::testing::IsEmpty());
  EXPECT_THAT(found("A lorry drove into people in Nice on Thursday."), ::testing::ElementsAre("Nice = geonames:27"));
}

TEST(FindPlaces, PersonsAreNoPlaces) {
  EXPECT_THAT(found("The player Michael Jordan left Aleppo.\nJackson said he knew."), ::testing::ElementsAre("Aleppo = geonames:20"));
  EXPECT_THAT(found("Governor Jackson spoke."), ::testing::IsEmpty());
  EXPECT_THAT(found("Shots were heard in Jackson."), ::testing::ElementsAre("Jackson = geonames:29"));
}

TEST(FindPlaces, FirmsAndPapersAreNoPlaces) {
  EXPECT_THAT(found("The Bank of Baghdad shut."), ::testing::IsEmpty());
  EXPECT_THAT(found("The Damascus Post shut."), ::testing::IsEmpty());
}

TEST(FindPlaces, AreAssociativeInTheNamesOfBodies) {
  EXPECT_THAT(found("Men of Aleppo Police left."), ::testing::ElementsAre("Aleppo = geonames:20 a"));
}

TEST(FindPlaces, KeepsUnknownVillagesWithoutAPoint) {
  EXPECT_THAT(found("They burnt the village of Zubaydiya near Aleppo."), ::testing::ElementsAre("Zubaydiya = ?", "Aleppo = geonames:20"));
  EXPECT_THAT(found("They burnt Zubaydiya village."), ::testing::ElementsAre("Zubaydiya village = ?"));
}

TEST(FindPlaces, KeepsLocationsOfTheModel) {
  const std::string text = "They met at Zubaydiya.";
  Analysis a = plain_analysis(text);
  a.entities.push_back({.span = a.tokens[3].span, .first = 3, .last = 4, .type = EntityType::location});
  EXPECT_THAT(found(text, a), ::testing::ElementsAre("Zubaydiya = ?"));
}

TEST(FindPlaces, ReadsAllCapitals) {
  EXPECT_THAT(found("SHELLS FELL ON ALEPPO AND MANBIJ AT DAWN."), ::testing::ElementsAre("ALEPPO = geonames:20", "MANBIJ = geonames:23"));
}

TEST(FindPlaces, ReadsAllLowerCase) {
  const std::string text = "shells fell on aleppo and manbij at dawn.";
  EXPECT_THAT(found(text), ::testing::ElementsAre("aleppo = geonames:20", "manbij = geonames:23"));
}

TEST(FindPlaces, RunnersUpHaveOdds) {
  Report report;
  report.text = "He lives in Columbus.";
  const std::vector<Mention> m = find_places(report, plain_analysis(report.text), opened(small_world()));
  ASSERT_EQ(m.size(), 1U);
  const Place& p = std::get<Place>(m[0].what);
  ASSERT_EQ(p.others.size(), 1U);
  EXPECT_EQ(p.others[0].ref, "geonames:25");
  EXPECT_GT(p.others[0].odds, 0);
  EXPECT_LT(p.others[0].odds, 0.5);
}

TEST(FindPlaces, AnEmptyReportHasNone) {
  EXPECT_TRUE(find_places(Report{}, Analysis{}, opened(small_world())).empty());
}

}  // namespace
}  // namespace herald::places
