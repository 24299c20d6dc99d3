#include "language/truecase.h"

#include <gtest/gtest.h>

namespace herald::language {
namespace {

TEST(Truecase, NamesAndUnknownWordsTakeACapital) {
  EXPECT_EQ(truecase("delhi", false), "Delhi");
  EXPECT_EQ(truecase("yusufzai", false), "Yusufzai");
  EXPECT_EQ(truecase("YUSUFZAI", false), "Yusufzai");
  EXPECT_EQ(truecase("monday", false), "Monday");
}

TEST(Truecase, EverydayWordsDoNotUnlessTheyOpenASentence) {
  EXPECT_EQ(truecase("SOLDIERS", false), "soldiers");
  EXPECT_EQ(truecase("soldiers", true), "Soldiers");
}

TEST(Truecase, WhatIsNoPlainWordStays) {
  EXPECT_EQ(truecase("'s", false), "'s");
  EXPECT_EQ(truecase("ak-47", false), "ak-47");
  EXPECT_EQ(truecase("\u00e9tat", false), "\u00e9tat");
}

}  // namespace
}  // namespace herald::language
