#include "mention/places/names.h"

#include <gtest/gtest.h>

namespace herald::places {
namespace {

TEST(KeyOf, DropsMarksAndApostrophes) {
  EXPECT_EQ(key_of("Dayr az-Zawr"), "dayr az zawr");
  EXPECT_EQ(key_of("Ma'arib"), "maarib");
  EXPECT_EQ(key_of("Ma’arib"), "maarib");
  EXPECT_EQ(key_of("Ḩalab"), "halab");
  EXPECT_EQ(key_of("Łódź"), "lodz");
  EXPECT_EQ(key_of("Saint-Louis"), "st louis");
  EXPECT_EQ(key_of("!?"), "");
}

TEST(KeyOf, RunsDottedInitialsTogether) {
  EXPECT_EQ(key_of("U.S."), "us");
  EXPECT_EQ(key_of("Washington D.C."), "washington dc");
  EXPECT_EQ(key_of("St. Louis"), "st louis");
}

TEST(SkeletonOf, BringsRomanisationsTogether) {
  const std::string kweires = skeleton_of(key_of("Kweires"));
  for (const char* variant : {"Kweyris", "Kuwayris", "Quwayris", "Kweiris", "al-Kuwayris"})
    EXPECT_EQ(skeleton_of(key_of(variant)), kweires) << variant;
  EXPECT_EQ(skeleton_of(key_of("Al-Hader")), skeleton_of(key_of("al-Hadhir")));
  EXPECT_EQ(skeleton_of(key_of("Deir ez-Zor")), skeleton_of(key_of("Dayr az Zawr")));
  EXPECT_EQ(skeleton_of(key_of("Deir Ezzor")), skeleton_of(key_of("Deir ez-Zor")));
  EXPECT_EQ(skeleton_of(key_of("Hodeidah")), skeleton_of(key_of("Hudayda")));
  EXPECT_EQ(skeleton_of(key_of("Ghouta")), skeleton_of(key_of("Guta")));
}

TEST(SkeletonOf, KeepsOtherNamesApart) {
  EXPECT_NE(skeleton_of("homs"), skeleton_of("hama"));
  EXPECT_NE(skeleton_of("mosul"), skeleton_of("manbij"));
}

TEST(Likeness, IsOneForTheSameSoundAndFallsWithEdits) {
  EXPECT_DOUBLE_EQ(likeness("kweires", "kweires"), 1.0);
  EXPECT_GT(likeness("kweires", "kuwayris"), 0.7);
  EXPECT_GT(likeness("hader", "al hadhir"), 0.9);
  EXPECT_LT(likeness("homs", "latakia"), 0.4);
  EXPECT_DOUBLE_EQ(likeness("", "homs"), 0.0);
}

}  // namespace
}  // namespace herald::places
