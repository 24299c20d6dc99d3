#include "mention/places/gazetteer.h"

#include <gmock/gmock.h>

#include <fstream>

#include "mention/places/test_gazetteer.h"

namespace herald::places {
namespace {

using testing::opened;
using testing::small_world;

std::vector<std::string> refs(const Gazetteer& g, const std::vector<Candidate>& candidates) {
  std::vector<std::string> out;
  for (const Candidate& c : candidates) out.push_back(g.ref(c.place));
  return out;
}

TEST(Gazetteer, FindsAllPlacesOfAName) {
  const Gazetteer g = opened(small_world());
  EXPECT_THAT(refs(g, g.lookup("Aleppo")), ::testing::UnorderedElementsAre("geonames:10", "geonames:20"));
  EXPECT_THAT(refs(g, g.lookup("HALAB")), ::testing::ElementsAre("geonames:10"));
  EXPECT_TRUE(g.lookup("Atlantis").empty());
}

TEST(Gazetteer, TellsHowANameNames) {
  const Gazetteer g = opened(small_world());
  EXPECT_EQ(g.lookup("Syrian").at(0).how, How::adjective);
  EXPECT_EQ(g.lookup("Syria").at(0).how, How::primary);
}

TEST(Gazetteer, GivesThePlaceWithItsRegion) {
  const Gazetteer g = opened(small_world());
  const Place p = g.place(g.lookup("Manbij").at(0).place, PlaceUse::literal);
  EXPECT_EQ(p.name, "Manbij");
  EXPECT_EQ(p.country, "SY");
  EXPECT_EQ(p.admin1, "Ḩalab");
  EXPECT_EQ(p.type, PlaceType::settlement);
  ASSERT_TRUE(p.at.has_value());
  EXPECT_NEAR(p.at->lat, 36.53, 1e-4);
  EXPECT_NEAR(p.radius_km, 4, 1e-6);
}

TEST(Gazetteer, FindsVariantSpellingsByTheirSound) {
  Builder b = small_world();
  testing::put(b, 40, "Kuwayris", Kind::base, "SY", 36.19, 37.57, 0, 4);
  const Gazetteer g = opened(b);
  for (const char* name : {"Kweires", "Kweyris", "Quwayris"})
    EXPECT_THAT(refs(g, g.lookup_like(name)), ::testing::Contains("geonames:40")) << name;
  EXPECT_THAT(refs(g, g.lookup_like("Membij")), ::testing::ElementsAre("geonames:23"));
  EXPECT_THAT(refs(g, g.lookup_like("Mandib")), ::testing::IsEmpty());
}

TEST(Gazetteer, KeepsAPlaceWithoutPointUnderNoName) {
  Builder b = small_world();
  testing::put(b, 41, "Nowhere", Kind::admin2, "SY", 0, 0, 0, 0);
  const Gazetteer g = opened(b);
  EXPECT_TRUE(g.lookup("Nowhere").empty());
}

TEST(Gazetteer, KnowsWhatElseAWordIs) {
  const Gazetteer g = opened(small_world());
  EXPECT_EQ(g.word("nice"), kCommonWord);
  EXPECT_EQ(g.word("jordan"), kGivenName | kSurname);
  EXPECT_EQ(g.word("aleppo"), 0U);
}

TEST(Gazetteer, SaysWhatIsWrongWithAFile) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "herald-no-gazetteer.bin";
  std::ofstream(path) << "not one at all, but long enough to hold a header of the format, which is a little over a hundred bytes: "
                         "here are some more of them to be sure";
  const Result<Gazetteer> g = Gazetteer::open(path);
  ASSERT_FALSE(g.ok());
  EXPECT_EQ(g.error().what, "not a gazetteer");
  std::filesystem::remove(path);
  EXPECT_FALSE(Gazetteer::open(path).ok());
}

TEST(Gazetteer, RefusesAFileCutShort) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "herald-short-gazetteer.bin";
  ASSERT_TRUE(small_world().write(path).ok());
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 10);
  EXPECT_FALSE(Gazetteer::open(path).ok());
  std::filesystem::remove(path);
}

TEST(Gazetteer, ReadsAnExtraVolumeBehindTheFirst) {
  const std::filesystem::path dir = std::filesystem::temp_directory_path();
  Builder extra;
  testing::put(extra, 20, "Aleppo", Kind::settlement, "SY", 36.2, 37.16, 1, 2);
  testing::put(extra, 900, "Khan Tuman", Kind::settlement, "SY", 36.12, 37.06, 1000, 2);
  ASSERT_TRUE(small_world().write(dir / "herald-a.bin").ok());
  ASSERT_TRUE(extra.write(dir / "herald-b.bin").ok());
  const Result<Gazetteer> g = Gazetteer::open(dir / "herald-a.bin", dir / "herald-b.bin");
  ASSERT_TRUE(g.ok());
  EXPECT_THAT(refs(*g, g->lookup("Khan Tuman")), ::testing::ElementsAre("geonames:900"));
  EXPECT_EQ(g->place(g->lookup("Khan Tuman").at(0).place, PlaceUse::literal).name, "Khan Tuman");
  EXPECT_THAT(refs(*g, g->lookup("Aleppo")), ::testing::UnorderedElementsAre("geonames:10", "geonames:20"));
  std::filesystem::remove(dir / "herald-a.bin");
  std::filesystem::remove(dir / "herald-b.bin");
}

TEST(Kind, HasANameBothWays) {
  for (int k = 0; k < 256; ++k) {
    const Kind kind = static_cast<Kind>(k);
    if (name_of(kind) == "feature") continue;
    EXPECT_EQ(kind_named(name_of(kind)), kind);
  }
  EXPECT_FALSE(kind_named("castle").has_value());
}

}  // namespace
}  // namespace herald::places
