#include "mention/actors/actors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "mention/actors/test_analysis.h"

namespace herald::actors {
namespace {

const Registry& registry() {
  static const Result<Registry> loaded = Registry::load(std::filesystem::path(HERALD_SOURCE_DIR) / "codebook");
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return *loaded;
}

// Words of each mention with its ref.
std::map<std::string, std::string> refs(const test::Parsed& p) {
  std::map<std::string, std::string> out;
  for (const Mention& m : find_actors(p.report, p.analysis, registry(), {})) out.emplace(m.span.in(p.report.text), m.as<Actor>()->ref);
  return out;
}

using testing::Contains;
using testing::Pair;

const char kSyria[] =
    "Government NOUN government 2 compound\nforces NOUN force 3 nsubj\nattacked VERB attack 0 root\nthe DET the 5 det\nrebels NOUN rebel 3 "
    "obj\n"
    "in ADP in 7 case\nSyria PROPN Syria 3 obl\n. PUNCT . 3 punct\n\n"
    "Israeli ADJ israeli 2 amod\ntroops NOUN troops 3 nsubj\nwatched VERB watch 0 root\n. PUNCT . 3 punct\n\n"
    "Police NOUN police 2 nsubj\nsaid VERB say 0 root\nISIS PROPN ISIS 4 nsubj\nfled VERB flee 2 ccomp\n. PUNCT . 2 punct\n";

TEST(FindActors, DescribedPartiesAreThoseOfTheCountryAndTheDay) {
  const std::map<std::string, std::string> found = refs(test::parse(kSyria));
  EXPECT_THAT(found, Contains(Pair("Government forces", "actor:sy-army")));
  EXPECT_THAT(found, Contains(Pair("the rebels", "actor:sy-opposition")));
  EXPECT_THAT(found, Contains(Pair("Israeli troops", "actor:il-army")));
  EXPECT_THAT(found, Contains(Pair("Police", "actor:sy-police")));
  EXPECT_THAT(found, Contains(Pair("ISIS", "actor:isis")));
}

TEST(FindActors, LineageIsThatOfTheReportsDay) {
  EXPECT_THAT(refs(test::parse(kSyria, "2009-01-01")), Contains(Pair("ISIS", "actor:islamic-state-of-iraq")));
  EXPECT_THAT(refs(test::parse(kSyria, "2005-01-01")), Contains(Pair("the rebels", "")));
}

TEST(FindActors, StatesActThroughTheirGovernments) {
  const test::Parsed p = test::parse(
      "Moscow PROPN Moscow 2 nsubj\ndenied VERB deny 0 root\nstriking VERB strike 2 xcomp\nhouses NOUN house 3 obj\nin ADP in 6 "
      "case\nTurkey PROPN Turkey 3 obl\n");
  const std::map<std::string, std::string> found = refs(p);
  EXPECT_THAT(found, Contains(Pair("Moscow", "actor:ru-government")));
  EXPECT_EQ(found.count("Turkey"), 0U);
}

TEST(FindActors, WordsThatAreOnlySometimesNamesNeedTheirCapitals) {
  const test::Parsed p =
      test::parse("It PRON it 4 nsubj\nis AUX be 4 cop\na DET a 4 det\nfuture NOUN future 0 root\nmovement NOUN movement 4 dep\n");
  EXPECT_EQ(refs(p).count("is"), 0U);
  EXPECT_EQ(refs(p).count("future movement"), 0U);
}

TEST(FindActors, AMilitarySourceSpeaksForTheArmyOfTheReportsCountry) {
  const test::Parsed p = test::parse(
      "A DET a 3 det\nmilitary ADJ military 3 amod\nsource NOUN source 4 nsubj\nspoke VERB speak 0 root\nin ADP in 6 case\nSyria PROPN "
      "Syria 4 obl\n"
      "of ADP of 9 case\nIranian ADJ iranian 9 amod\ntroops NOUN troop 4 obl\n");
  EXPECT_THAT(refs(p), Contains(Pair("A military source", "actor:sy-army")));
}

TEST(FindActors, ADayIsNoPartOfAParty) {
  test::Parsed p =
      test::parse("Tuesday PROPN Tuesday 3 compound\nrebel NOUN rebel 3 compound\ntroops NOUN troop 4 nsubj\nleft VERB leave 0 root\n");
  p.analysis.entities.push_back({cover(p.analysis.tokens[0].span, p.analysis.tokens[2].span), 0, 3, EntityType::organisation});
  EXPECT_EQ(refs(p).count("rebel troops"), 1U);
}

TEST(FindActors, SpeakersStandForTheirBodies) {
  const test::Parsed p =
      test::parse("Rami PROPN Rami 4 nsubj\nAbdel PROPN Abdel 1 flat\nRahman PROPN Rahman 1 flat\nspoke VERB speak 0 root\n");
  const std::vector<Mention> found = find_actors(p.report, p.analysis, registry(), {});
  ASSERT_EQ(found.size(), 1U);
  const Actor& actor = *found.front().as<Actor>();
  EXPECT_EQ(actor.type, ActorType::person);
  EXPECT_EQ(actor.ref, "actor:sohr");
  EXPECT_EQ(actor.name, "Rami Abdel Rahman");
  EXPECT_TRUE(actor.speaks);
}

TEST(FindActors, TheNameInsideADescriptionOfTheSamePartyIsLeftOut) {
  const test::Parsed p = test::parse("Hezbollah PROPN Hezbollah 2 compound\nfighters NOUN fighter 3 nsubj\nleft VERB leave 0 root\n");
  const std::vector<Mention> found = find_actors(p.report, p.analysis, registry(), {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().span.in(p.report.text), "Hezbollah fighters");
  EXPECT_EQ(found.front().as<Actor>()->ref, "actor:hezbollah");
  EXPECT_EQ(found.front().as<Actor>()->party, PartyKind::combatants);
}

TEST(FindActors, ModelEntitiesKeepTheirSpans) {
  test::Parsed p = test::parse(
      "The DET the 2 det\nTaliban PROPN Taliban 3 nsubj\nspoke VERB speak 0 root\nof ADP of 5 case\nKarimov PROPN Karimov 3 obl\n");
  p.analysis.entities.push_back({{0, 11}, 0, 2, EntityType::organisation});
  p.analysis.entities.push_back({p.analysis.tokens[4].span, 4, 5, EntityType::person});
  const std::vector<Mention> found = find_actors(p.report, p.analysis, registry(), {});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].span.in(p.report.text), "The Taliban");
  EXPECT_EQ(found[0].as<Actor>()->ref, "actor:taliban");
  EXPECT_EQ(found[1].as<Actor>()->type, ActorType::person);
  EXPECT_EQ(found[1].as<Actor>()->ref, "");
}

}  // namespace
}  // namespace herald::actors
