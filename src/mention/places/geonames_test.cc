#include "mention/places/geonames.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <vector>

#include "mention/places/test_gazetteer.h"

namespace herald::places {
namespace {

namespace fs = std::filesystem;

class Geonames : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::temp_directory_path() / ("herald-geonames-" + std::to_string(::getpid()) + "-" + info->name());
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path file(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }
  Result<Imported> import(const std::vector<fs::path>& files) { return import_geonames(files, folder_ / "imported.bin", nullptr); }
  Gazetteer imported() { return Gazetteer::open(folder_ / "imported.bin").value(); }

  fs::path folder_;
};

// A row of the main table.
std::string row(const std::string& id, const std::string& name, const std::string& feature, const std::string& first = "",
                const std::string& lat = "36", const std::string& lon = "37", const std::string& alternates = "",
                const std::string& people = "0") {
  return id + "\t" + name + "\t" + name + "\t" + alternates + "\t" + lat + "\t" + lon + "\t" + feature.substr(0, 1) + "\t" +
         feature.substr(2) + "\tSY\t\t" + first + "\t\t\t\t" + people + "\t\t0\tAsia/Damascus\t2020-01-01\n";
}

TEST_F(Geonames, KeepsPlacesWithRegionKindAndNames) {
  const auto places = file("SY.txt", row("9", "Tall Zayn", "P.PPL", "09", "36.1", "37.1", "Tell Zein,تل زين,TLZ", "1200") +
                                         row("4", "Halab", "A.ADM1", "09", "36", "37") + row("5", "Tall Zayn Airbase", "S.AIRB", "09") +
                                         row("6", "Somewhere Hotel", "S.HTL", "09"));
  const auto done = import({places});
  ASSERT_TRUE(done.ok()) << done.error().message();
  EXPECT_EQ(done->rows, 4U);
  EXPECT_EQ(done->places, 3U);
  EXPECT_EQ(done->names, 1U);
  const Gazetteer g = imported();
  const auto found = g.lookup("Tell Zein");
  ASSERT_EQ(found.size(), 1U);
  const Place p = g.place(found[0].place, PlaceUse::literal);
  EXPECT_EQ(p.ref, "geonames:9");
  EXPECT_EQ(p.admin1, "Halab");
  EXPECT_EQ(g.kind(g.lookup("Tall Zayn Airbase").at(0).place), Kind::base);
  EXPECT_TRUE(g.lookup("Somewhere Hotel").empty());
  EXPECT_NEAR(g.place(g.lookup("Halab").at(0).place, PlaceUse::literal).radius_km, 19.3, 0.5);  // to its one settlement, and 5 km
}

TEST_F(Geonames, TakesAlternateNamesInAnyOrderOfFiles) {
  const auto names =
      file("alternateNamesV2.txt",
           "1\t9\ten\tZein Hill\t1\t\t\t\t\t\n2\t9\tlink\thttps://example.org\t\t\t\t\t\t\n3\t77\ten\tElsewhere\t\t\t\t\t\t\n"
           "4\t9\tabbr\tTZH\t\t\t\t\t\t\n5\t9\tar\tتل\t\t\t\t\t\t\n");
  ASSERT_TRUE(import({names, file("SY.txt", row("9", "Tall Zayn", "P.PPL"))}).ok());
  const Gazetteer g = imported();
  ASSERT_EQ(g.lookup("Zein Hill").size(), 1U);
  EXPECT_EQ(g.lookup("Zein Hill")[0].how, How::alias);
  EXPECT_EQ(g.lookup("TZH").at(0).how, How::abbreviation);
  EXPECT_TRUE(g.lookup("Elsewhere").empty());
}

TEST_F(Geonames, NamesFileAndLineOfWhatIsWrong) {
  const auto wrong = [&](const std::string& text) {
    const auto done = import({file("bad.txt", row("1", "Abu Test", "P.PPL") + text)});
    EXPECT_FALSE(done.ok());
    EXPECT_FALSE(fs::exists(folder_ / "imported.bin"));
    return done.ok() ? std::string() : done.error().message();
  };
  EXPECT_THAT(wrong("2\tshort\n"), ::testing::HasSubstr("bad.txt:2: expected 19 columns, found 2"));
  EXPECT_THAT(wrong(row("2", "B", "P.PPL", "", "96")), ::testing::HasSubstr("bad.txt:2: latitude is none: 96"));
  EXPECT_THAT(wrong(row("x", "B", "P.PPL")), ::testing::HasSubstr("bad.txt:2: geonameid is no number: x"));
  EXPECT_THAT(wrong(row("2", "B\xff", "P.PPL")), ::testing::HasSubstr("bad.txt:2: not valid UTF-8"));
  EXPECT_THAT(import({file("c.txt", "a\tb\n")}).error().message(), ::testing::HasSubstr("c.txt:1: neither places"));
  EXPECT_THAT(import({file("d.zip", "PK, but no archive")}).error().message(), ::testing::HasSubstr("no ZIP archive"));
}

TEST_F(Geonames, APlaceOfBothVolumesIsOneUnderAllNames) {
  ASSERT_TRUE(testing::small_world().write(folder_ / "gazetteer.bin").ok());
  EXPECT_EQ(Gazetteer::load(folder_)->lookup("Beroea").size(), 0U);
  ASSERT_TRUE(import({file("SY.txt", row("10", "Halab", "A.ADM1", "09") + row("20", "Aleppo", "P.PPLA", "09", "36.2", "37.16", "Beroea") +
                                         row("901", "Khan Tuman", "P.PPL", "09"))})
                  .ok());
  const auto g = Gazetteer::load(folder_);
  ASSERT_TRUE(g.ok());
  ASSERT_EQ(g->lookup("Beroea").size(), 1U);
  EXPECT_EQ(g->lookup("Beroea")[0].place, g->lookup("Aleppo").at(1).place);
  EXPECT_EQ(g->lookup("Aleppo").size(), 2U);  // the region and the town
  // The imported village lies in the region of the first volume.
  EXPECT_EQ(g->admin1(g->lookup("Khan Tuman").at(0).place), g->lookup("Aleppo")[0].place);
}

}  // namespace
}  // namespace herald::places
