#include "mention/quantities/weapons.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mention/numbers/naive_analysis.h"

namespace herald::quantities {
namespace {

const Weapons& codebook() {
  static const auto kCodebook = Weapons::load(std::string(HERALD_SOURCE_DIR) + "/codebook/weapons.yaml");
  if (!kCodebook) ADD_FAILURE() << kCodebook.error().message();
  return kCodebook.value();
}

std::string found(const std::string& text) {
  Report r;
  r.text = text;
  std::string out;
  for (const Mention& m : find_weapons(r, herald::testing::naive_analysis(text), codebook())) {
    const Weapon& w = *m.as<Weapon>();
    out += (out.empty() ? "" : "; ") + std::string(m.span.in(text)) + "=" + w.name + (w.means.empty() ? "" : "/" + w.means);
  }
  return out;
}

TEST(WeaponsCodebook, EveryExampleHolds) {
  EXPECT_THAT(check(codebook()), ::testing::IsEmpty());
}

TEST(WeaponsCodebook, IsLargeAndNamesNoThingTwice) {
  EXPECT_GE(codebook().entries().size(), 150U);
  std::set<std::string> names;
  for (const Weapons::Entry& e : codebook().entries()) EXPECT_TRUE(names.insert(e.weapon.name).second) << e.weapon.name;
}

TEST(WeaponsCodebook, SaysWhereAFileIsMissing) {
  EXPECT_EQ(Weapons::load("/nowhere/weapons.yaml").error().origin, "/nowhere/weapons.yaml");
}

TEST(FindWeapons, TakesTheLongestName) {
  EXPECT_EQ(found("A suicide car bomb and two car bombs went off."),
            "suicide car bomb=suicide car bomb/suicide; car bombs=car bomb/car-bomb");
  EXPECT_EQ(found("They fired rocket-propelled grenades and mortar rounds."),
            "rocket-propelled grenades=rocket-propelled grenade/grenade; mortar rounds=mortar/mortar");
}

TEST(FindWeapons, HyphensCaseAndPluralsDoNotMatter) {
  EXPECT_EQ(found("A ROADSIDE BOMB HIT A TANK."), "ROADSIDE BOMB=roadside bomb/ied; TANK=tank/tank");
  EXPECT_EQ(found("They carried AK-47s and knives."), "AK-47s=assault rifle/small-arms; knives=knife/knife");
}

TEST(FindWeapons, ThingsOfPeaceAreLeftOut) {
  EXPECT_EQ(found("The coal mine and the water tank stood by a football club, and a 10 year old sang."), "");
}

}  // namespace
}  // namespace herald::quantities
