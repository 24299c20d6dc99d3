#include "herald/names.h"

#include <gtest/gtest.h>

namespace herald {
namespace {

TEST(Names, UseTheWordsOfTheContract) {
  EXPECT_EQ(name_of(ControlState::handed_over), "handed-over");
  EXPECT_EQ(name_of(TimexType::duration), "DURATION");
  EXPECT_EQ(name_of(Kind::airstrike), "airstrike");
  EXPECT_EQ(name_of(PartyKind::combatants), "combatants");
}

TEST(Names, NoKindHasNoName) {
  EXPECT_EQ(name_of(Kind::none), "");
  EXPECT_EQ(from_name<Kind>(""), std::nullopt);
}

TEST(Names, GoBackToTheirValues) {
  for (const Harm h : {Harm::killed, Harm::wounded, Harm::missing, Harm::captured, Harm::abducted, Harm::displaced})
    EXPECT_EQ(from_name<Harm>(name_of(h)), h);
  EXPECT_EQ(from_name<Grade>("disputed"), Grade::disputed);
  EXPECT_EQ(from_name<Harm>("slain"), std::nullopt);
}

}  // namespace
}  // namespace herald
