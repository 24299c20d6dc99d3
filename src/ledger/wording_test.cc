#include "ledger/wording.h"

#include <gtest/gtest.h>

namespace herald::ledger {
namespace {

TEST(Wording, VoicesInsideASentence) {
  EXPECT_EQ(according_to("Police", false), "according to police");
  EXPECT_EQ(according_to("Two hospital officials", false), "according to two hospital officials");
  EXPECT_EQ(according_to("Syrian Observatory for Human Rights", false), "according to the Syrian Observatory for Human Rights");
  EXPECT_EQ(according_to("Omar Saleh", false), "according to Omar Saleh");
  EXPECT_EQ(according_to("Norway's ministry of defence", false), "according to Norway's ministry of defence");
  EXPECT_EQ(according_to("Harbour Post", true), "reports Harbour Post");
}

TEST(Wording, WhatStandsInAnotherSentenceIsLeftOut) {
  EXPECT_EQ(mid_sentence("their column"), "the column");
  EXPECT_EQ(mid_sentence("the Valley Monitor, which counts the dead by telephone"), "the Valley Monitor");
  EXPECT_EQ(according_to("A doctor, who asked not to be named", false), "according to a doctor");
}

TEST(Wording, OnlyCommonWordsAreLowered) {
  for (const auto& [phrase, inside] :
       {std::pair("The army", "the army"), std::pair("State television", "state television"),
        std::pair("Its spokesman, Adam Hale", "the spokesman, Adam Hale"), std::pair("Opposition fighters", "opposition fighters"),
        std::pair("Free Valley Army", "Free Valley Army"), std::pair("Reuters", "Reuters"),
        std::pair("Turkey and its allies", "Turkey and its allies"), std::pair("UN observers", "UN observers"), std::pair("62", "62"),
        std::pair("", "")})
    EXPECT_EQ(mid_sentence(phrase), inside);
}

}  // namespace
}  // namespace herald::ledger
