#include "mention/actors/party.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mention/actors/test_analysis.h"

namespace herald::actors {
namespace {

const Registry& registry() {
  static const Result<Registry> loaded = Registry::load(std::filesystem::path(HERALD_SOURCE_DIR) / "codebook");
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return *loaded;
}

// The party of a phrase of which the last word is the head and all words before modify it.
PartyKind party_of_phrase(const std::vector<std::string>& words, const std::string& lemma) {
  std::string lines;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool head = i + 1 == words.size();
    const bool proper = words[i].front() >= 'A' && words[i].front() <= 'Z';
    lines += words[i] + (proper ? " PROPN " : " NOUN ") + (head ? lemma : words[i]) + " " +
             (head ? "0 root" : std::to_string(words.size()) + " compound") + "\n";
  }
  const test::Parsed p = test::parse(lines);
  return party_of(p.report, p.analysis, registry(), static_cast<uint32_t>(words.size()) - 1);
}

TEST(PartyOf, FollowsTheGuide) {
  EXPECT_EQ(party_of_phrase({"soldiers"}, "soldier"), PartyKind::combatants);
  EXPECT_EQ(party_of_phrase({"policemen"}, "policeman"), PartyKind::combatants);
  EXPECT_EQ(party_of_phrase({"police", "officers"}, "officer"), PartyKind::combatants);
  EXPECT_EQ(party_of_phrase({"gunmen"}, "gunman"), PartyKind::combatants);
  EXPECT_EQ(party_of_phrase({"villagers"}, "villager"), PartyKind::civilians);
  EXPECT_EQ(party_of_phrase({"officials"}, "official"), PartyKind::civilians);
  EXPECT_EQ(party_of_phrase({"people"}, "people"), PartyKind::unknown);
  EXPECT_EQ(party_of_phrase({"Iraqis"}, "Iraqi"), PartyKind::unknown);
  EXPECT_EQ(party_of_phrase({"activists"}, "activist"), PartyKind::unknown);
}

TEST(PartyOf, ModifiersDecideWhatTheNounLeavesOpen) {
  EXPECT_EQ(party_of_phrase({"men"}, "man"), PartyKind::unknown);
  EXPECT_EQ(party_of_phrase({"armed", "men"}, "man"), PartyKind::combatants);
  EXPECT_EQ(party_of_phrase({"rebel", "officials"}, "official"), PartyKind::combatants);
  EXPECT_EQ(party_of_phrase({"army", "doctors"}, "doctor"), PartyKind::civilians);
  EXPECT_EQ(party_of_phrase({"Taliban", "members"}, "member"), PartyKind::combatants);
  EXPECT_EQ(party_of_phrase({"widgets"}, "widget"), PartyKind::unknown);
}

TEST(PartyOf, LemmaMayBeThePlural) {
  EXPECT_EQ(party_of_phrase({"policemen"}, "policemen"), PartyKind::combatants);
}

TEST(Describer, CountsAreWhatTheyCount) {
  const test::Parsed p =
      test::parse("Dozens NOUN dozen 4 nsubj\nof ADP of 3 case\ncivilians NOUN civilian 1 nmod\nfled VERB flee 0 root\n");
  const Description d = Describer(p.report, p.analysis, registry()).describe(p.at("Dozens"));
  EXPECT_EQ(d.party, PartyKind::civilians);
  EXPECT_EQ(d.phrase.first, 0U);
}

TEST(Describer, StateBodyAndSide) {
  const test::Parsed p = test::parse(
      "Israeli ADJ israeli 2 amod\ntroops NOUN troops 3 nsubj\nshot VERB shoot 0 root\nrebel NOUN rebel 5 compound\nsoldiers NOUN soldier "
      "3 obj\n");
  const Describer describer(p.report, p.analysis, registry());
  const Description troops = describer.describe(p.at("troops"));
  EXPECT_EQ(troops.body, Body::army);
  ASSERT_EQ(troops.states.size(), 1U);
  EXPECT_EQ(troops.states.front()->id, "actor:il");
  const Description rebels = describer.describe(p.at("soldiers"));
  EXPECT_EQ(rebels.body, Body::none);
  EXPECT_EQ(rebels.side, "rebels");
}

TEST(Describer, AlliesAndBackersAreNotTheBody) {
  const test::Parsed p = test::parse(
      "pro-government ADJ pro-government 2 amod\nforces NOUN force 3 nsubj\nfought VERB fight 0 root\nal-Qaeda-linked ADJ al-qaeda-linked "
      "5 amod\n"
      "fighters NOUN fighter 3 obj\n");
  const Describer describer(p.report, p.analysis, registry());
  EXPECT_TRUE(describer.describe(p.at("forces")).allied);
  const Description fighters = describer.describe(p.at("fighters"));
  EXPECT_EQ(fighters.named, nullptr);
  EXPECT_EQ(fighters.party, PartyKind::combatants);
}

TEST(Describer, ANameTakesThePartyOfTheNounBesideIt) {
  const test::Parsed p = test::parse(
      "The DET the 2 det\njournalist NOUN journalist 3 nmod:desc\nMichel PROPN Michel 5 nsubj\nLadin PROPN Ladin 3 flat\nfled VERB flee 0 "
      "root\n"
      "with ADP with 7 case\nOrlov PROPN Orlov 5 obl\n, PUNCT , 10 punct\na DET a 10 det\nsoldier NOUN soldier 7 appos\n");
  const Describer describer(p.report, p.analysis, registry());
  EXPECT_EQ(describer.party_of(p.at("Michel")), PartyKind::civilians);
  EXPECT_THAT(describer.describe(p.at("Michel")).groups, testing::ElementsAre("journalists"));
  EXPECT_EQ(describer.party_of(p.at("Orlov")), PartyKind::combatants);
}

}  // namespace
}  // namespace herald::actors
