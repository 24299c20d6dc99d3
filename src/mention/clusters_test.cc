#include "mention/clusters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mention/actors/actors.h"
#include "mention/actors/test_analysis.h"
#include "mention/merge.h"

namespace herald::mention {
namespace {

const actors::Registry& registry() {
  static const Result<actors::Registry> loaded = actors::Registry::load(std::filesystem::path(HERALD_SOURCE_DIR) / "codebook");
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return *loaded;
}

// Mentions of a parse with those places (words of the text, resolved to a ref) among them, clustered.
std::vector<Mention> clustered(const test::Parsed& p, const std::vector<std::pair<std::string, PlaceType>>& places = {}) {
  std::vector<Mention> all;
  for (const auto& [word, type] : places) {
    Mention m;
    const uint32_t t = p.at(word);
    m.span = p.analysis.tokens[t].span;
    m.sentence = p.analysis.tokens[t].sentence;
    m.first = m.head = t;
    m.last = t + 1;
    Place place;
    place.type = type;
    place.name = word;
    place.ref = "test:" + word;
    m.what = place;
    all.push_back(m);
  }
  const std::vector<Mention> actors = actors::find_actors(p.report, p.analysis, registry(), all);
  all.insert(all.end(), actors.begin(), actors.end());
  return cluster(p.report, p.analysis, registry(), merge(all));
}

// Words of the antecedent of the mention at the n-th `word`; "-" where it has none, "" where there is no such mention.
std::string antecedent(const test::Parsed& p, const std::vector<Mention>& mentions, const std::string& word, int n = 0) {
  const uint32_t t = p.at(word, n);
  for (const Mention& m : mentions)
    if (m.head == t) return m.antecedent ? std::string(mentions[*m.antecedent].span.in(p.report.text)) : "-";
  return "";
}

TEST(Clusters, PronounsStandForTheSubjectBefore) {
  const test::Parsed p = test::parse(
      "Hezbollah PROPN Hezbollah 2 nsubj\nsent VERB send 0 root\nfighters NOUN fighter 2 obj\n. PUNCT . 2 punct\n\n"
      "It PRON it 2 nsubj\nlost VERB lose 0 root\nfive NUM five 2 obj\n. PUNCT . 2 punct\n\n"
      "They PRON they 2 nsubj\nfled VERB flee 0 root\n. PUNCT . 2 punct\n");
  const std::vector<Mention> found = clustered(p);
  EXPECT_EQ(antecedent(p, found, "It"), "Hezbollah");
  for (const Mention& m : found)
    if (m.head == p.at("It")) {
      EXPECT_EQ(m.form, MentionForm::pronoun);
      EXPECT_EQ(m.as<Actor>()->ref, "actor:hezbollah");
    }
}

TEST(Clusters, FirstPersonsAreWhoeverIsQuoted) {
  test::Parsed p =
      test::parse("Hamas PROPN Hamas 2 nsubj\nsaid VERB say 0 root\nwe PRON we 5 nsubj\nwill AUX will 5 aux\nanswer VERB answer 2 ccomp\n");
  p.analysis.entities.push_back({p.analysis.tokens[2].span, 2, 3, EntityType::organisation});
  EXPECT_EQ(antecedent(p, clustered(p), "we"), "Hamas");
}

TEST(Clusters, AnUnnamedSpeakerGoesOnSpeaking) {
  const test::Parsed p = test::parse(
      "I PRON I 2 nsubj\nhid VERB hide 0 root\n. PUNCT . 2 punct\n\nThen ADV then 3 advmod\nI PRON I 3 nsubj\nran VERB run 0 root\n");
  const std::vector<Mention> found = clustered(p);
  EXPECT_EQ(antecedent(p, found, "I", 1), "I");
  EXPECT_EQ(found.size(), 2U);
}

TEST(Clusters, ExpletivesStandForNothing) {
  const test::Parsed p =
      test::parse("Hamas PROPN Hamas 2 nsubj\nspoke VERB speak 0 root\n. PUNCT . 2 punct\n\nIt PRON it 2 expl\nrained VERB rain 0 root\n");
  EXPECT_EQ(antecedent(p, clustered(p), "It"), "");
}

TEST(Clusters, TheTownIsTheLastTownNamed) {
  const test::Parsed p = test::parse(
      "Troops NOUN troop 2 nsubj\nentered VERB enter 0 root\nHalfaya PROPN Halfaya 2 obj\nin ADP in 5 case\nHama PROPN Hama 2 obl\n. PUNCT "
      ". 2 punct\n\n"
      "The DET the 2 det\ntown NOUN town 3 nsubj\nburned VERB burn 0 root\n. PUNCT . 3 punct\n");
  const std::vector<Mention> found = clustered(p, {{"Halfaya", PlaceType::settlement}, {"Hama", PlaceType::region}});
  EXPECT_EQ(antecedent(p, found, "town"), "Halfaya");
  for (const Mention& m : found)
    if (m.head == p.at("town")) {
      ASSERT_NE(m.as<Place>(), nullptr);
      EXPECT_EQ(m.as<Place>()->method, PlaceMethod::inherited);
      EXPECT_EQ(m.as<Place>()->ref, "test:Halfaya");
    }
}

TEST(Clusters, ATownBringsInANewOne) {
  const test::Parsed p = test::parse(
      "Halfaya PROPN Halfaya 2 nsubj\nfell VERB fall 0 root\n. PUNCT . 2 punct\n\nA DET a 2 det\ntown NOUN town 3 nsubj\nburned VERB burn "
      "0 root\n");
  EXPECT_EQ(antecedent(p, clustered(p, {{"Halfaya", PlaceType::settlement}}), "town"), "");
}

TEST(Clusters, EpithetsFindTheirGroup) {
  const test::Parsed p = test::parse(
      "Boko PROPN Boko 3 nsubj\nHaram PROPN Haram 1 flat\nattacked VERB attack 0 root\nvillagers NOUN villager 3 obj\n. PUNCT . 3 punct\n\n"
      "The DET the 2 det\ngroup NOUN group 3 nsubj\nfled VERB flee 0 root\n. PUNCT . 3 punct\n");
  const std::vector<Mention> found = clustered(p);
  EXPECT_EQ(antecedent(p, found, "group"), "Boko Haram");
}

TEST(Clusters, LastNamesAndPronounsFollowThePerson) {
  test::Parsed p = test::parse(
      "Colonel NOUN colonel 2 nmod:desc\nIvan PROPN Ivan 4 nsubj\nOrlov PROPN Orlov 2 flat\nspoke VERB speak 0 root\n. PUNCT . 4 punct\n\n"
      "He PRON he 2 nsubj\nleft VERB leave 0 root\n. PUNCT . 2 punct\n\nOrlov PROPN Orlov 2 nsubj\ndied VERB die 0 root\n. PUNCT . 2 "
      "punct\n");
  p.analysis.entities.push_back({cover(p.analysis.tokens[1].span, p.analysis.tokens[2].span), 1, 3, EntityType::person});
  p.analysis.entities.push_back({p.analysis.tokens[p.at("Orlov", 1)].span, p.at("Orlov", 1), p.at("Orlov", 1) + 1, EntityType::person});
  const std::vector<Mention> found = clustered(p);
  EXPECT_EQ(antecedent(p, found, "He"), "Ivan Orlov");
  EXPECT_EQ(antecedent(p, found, "Orlov", 1), "Ivan Orlov");
  for (const Mention& m : found)
    if (m.head == p.at("Orlov", 1)) {
      EXPECT_EQ(m.as<Actor>()->party, PartyKind::combatants);
    }
}

TEST(Clusters, TheSameNounAgainIsTheSameParty) {
  const test::Parsed p = test::parse(
      "Three NUM three 2 nummod\ngunmen NOUN gunman 3 nsubj\nfired VERB fire 0 root\n. PUNCT . 3 punct\n\n"
      "The DET the 2 det\ngunmen NOUN gunman 3 nsubj\nfled VERB flee 0 root\n. PUNCT . 3 punct\n\n"
      "Gunmen NOUN gunman 2 nsubj\ncame VERB come 0 root\n");
  const std::vector<Mention> found = clustered(p);
  EXPECT_EQ(antecedent(p, found, "gunmen", 1), "Three gunmen");
  EXPECT_EQ(antecedent(p, found, "Gunmen"), "-");
}

TEST(Clusters, AntecedentsComeBefore) {
  const test::Parsed p = test::parse(
      "The DET the 2 det\nTaliban PROPN Taliban 3 nsubj\nsaid VERB say 0 root\nits PRON its 5 nmod:poss\nfighters NOUN fighter 6 "
      "nsubj\nheld VERB hold 3 ccomp\n"
      "the DET the 8 det\nroad NOUN road 6 obj\n");
  const std::vector<Mention> found = clustered(p);
  for (size_t i = 0; i < found.size(); ++i)
    if (found[i].antecedent) {
      EXPECT_LT(*found[i].antecedent, i);
    }
  EXPECT_EQ(antecedent(p, found, "its"), "Taliban");
}

}  // namespace
}  // namespace herald::mention
