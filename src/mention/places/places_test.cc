#include "mention/places/places.h"

#include <gmock/gmock.h>

#include "mention/places/test_gazetteer.h"

namespace herald::places {
namespace {

using testing::opened;
using testing::plain_analysis;
using testing::small_world;

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

TEST(FindPlaces, ANameThatGoesOnIsNotThePlaceThatItBeginsWith) {
  EXPECT_THAT(found("They burnt Deir al-Zubaydi at dawn."), ::testing::ElementsAre("Deir al-Zubaydi = ?"));
  EXPECT_THAT(found("They burnt Tal Zubaydi at dawn."), ::testing::ElementsAre("Tal Zubaydi = ?"));
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

TEST(FindPlaces, RelativePlacesHaveAPointOfTheirOwn) {
  EXPECT_THAT(found("A mine went off 25 km south of Aleppo."), ::testing::ElementsAre("25 km south of Aleppo = geonames:20"));
  EXPECT_THAT(found("A mine went off 15 miles (24 km) north-east of the town of Hama."),
              ::testing::ElementsAre("15 miles (24 km) north-east of the town of Hama = geonames:21"));
  EXPECT_THAT(found("Fighting raged in northern Syria."), ::testing::ElementsAre("northern Syria = geonames:1"));
  EXPECT_THAT(found("Fighting raged on the eastern outskirts of Aleppo."),
              ::testing::ElementsAre("eastern outskirts of Aleppo = geonames:20"));
  EXPECT_THAT(found("Fighting raged near Manbij."), ::testing::ElementsAre("Manbij = geonames:23"));
}

TEST(FindPlaces, DistancesAndDirectionsMoveThePoint) {
  Report report;
  report.text = "A mine went off 25 km south of Aleppo.";
  const std::vector<Mention> m = find_places(report, plain_analysis(report.text), opened(small_world()));
  ASSERT_EQ(m.size(), 1U);
  const Place& p = std::get<Place>(m[0].what);
  EXPECT_EQ(p.method, PlaceMethod::relative);
  ASSERT_TRUE(p.at.has_value());
  EXPECT_NEAR(p.at->lat, 35.975, 0.01);
  EXPECT_EQ(p.name, "25 km south of Aleppo");
}

TEST(FindPlaces, StretchesStandBesideTheirEnds) {
  EXPECT_THAT(found("The road from Aleppo to Hama is cut."),
              ::testing::ElementsAre("road from Aleppo to Hama = ?", "Aleppo = geonames:20", "Hama = geonames:21"));
  EXPECT_THAT(found("A bus was hit between Aleppo and Hama."),
              ::testing::ElementsAre("between Aleppo and Hama = ?", "Aleppo = geonames:20", "Hama = geonames:21"));
  EXPECT_THAT(found("They met on the Syrian-Turkish border."),
              ::testing::ElementsAre("Syrian-Turkish border = ?", "Syrian = geonames:1 a", "Turkish = geonames:2 a"));
}

TEST(FindPlaces, ADistanceInAppositionPlacesAnUnknownName) {
  Report report;
  report.text = "They took the village of Zubaydiya, which lies some 25 kilometres south of Aleppo.";
  const std::vector<Mention> m = find_places(report, plain_analysis(report.text), opened(small_world()));
  ASSERT_EQ(m.size(), 2U);
  const Place& p = std::get<Place>(m[0].what);
  EXPECT_EQ(p.name, "Zubaydiya");
  EXPECT_EQ(p.method, PlaceMethod::relative);
  EXPECT_EQ(p.country, "SY");
  ASSERT_TRUE(p.at.has_value());
  EXPECT_NEAR(p.at->lat, 35.975, 0.01);
}

TEST(FindPlaces, VariantSpellingsCountOnlyInACountryThatIsNamed) {
  EXPECT_THAT(found("They shelled the town of Mambij in Syria."), ::testing::ElementsAre("Mambij = geonames:23", "Syria = geonames:1"));
  EXPECT_THAT(found("They shelled the town of Mambij."), ::testing::ElementsAre("Mambij = ?"));
}

TEST(FindPlaces, IsTheSameWhateverElseWasRead) {
  const Gazetteer gazetteer = opened(small_world());
  Report one;
  one.text = "He lives in Columbus, Georgia.";
  Report two;
  two.text = "He lives in Columbus.";
  const auto refs = [&](const Report& r) {
    std::string out;
    for (const Mention& m : find_places(r, plain_analysis(r.text), gazetteer)) out += std::get<Place>(m.what).ref + ' ';
    return out;
  };
  const std::string alone = refs(two);
  (void)refs(one);
  EXPECT_EQ(refs(two), alone);
}

TEST(FindName, RanksAllThatBearIt) {
  const std::vector<Found> found_names = find_name(opened(small_world()), "Columbus", 5);
  ASSERT_EQ(found_names.size(), 2U);
  EXPECT_EQ(found_names[0].place.ref, "geonames:24");
  EXPECT_GT(found_names[0].odds, found_names[1].odds);
  EXPECT_TRUE(find_name(opened(small_world()), "Atlantis", 5).empty());
}

TEST(FindPlaces, SeesTheNamesOfAListAndTheObjectsOfCapture) {
  EXPECT_THAT(found("The rebels captured Manbij, Jackson and Aleppo."),
              ::testing::ElementsAre("Manbij = geonames:23", "Jackson = geonames:29", "Aleppo = geonames:20"));
}

TEST(FindPlaces, AnEmptyReportHasNone) {
  EXPECT_TRUE(find_places(Report{}, Analysis{}, opened(small_world())).empty());
}

}  // namespace
}  // namespace herald::places
