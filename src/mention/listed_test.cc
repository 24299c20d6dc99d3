#include "mention/listed.h"

#include <gtest/gtest.h>

#include "mention/actors/test_analysis.h"

namespace herald::mention {
namespace {

Mention over(const test::Parsed& p, uint32_t first, uint32_t last, std::variant<Actor, Place, Timex, Quantity, Weapon> what,
             MentionForm form = MentionForm::name) {
  Mention m;
  m.span = cover(p.analysis.tokens[first].span, p.analysis.tokens[last - 1].span);
  m.first = first;
  m.last = last;
  m.head = last - 1;
  m.form = form;
  m.what = std::move(what);
  return m;
}

Entity entity(const test::Parsed& p, uint32_t first, uint32_t last, EntityType type) {
  return {cover(p.analysis.tokens[first].span, p.analysis.tokens[last - 1].span), first, last, type};
}

Place state() {
  Place p;
  p.use = PlaceUse::associative;
  p.type = PlaceType::country;
  return p;
}

TEST(Listed, WhatServesOtherStagesOnlyIsLeftOutAndTiesFollow) {
  const auto p = test::parse(
      "Malian ADJ Malian 2 amod\ntroops NOUN troops 3 nsubj\nlost VERB lose 0 root\na DET a 5 det\nsoldier NOUN soldier 3 obj\n"
      ". PUNCT . 3 punct\n\nThey PRON they 2 nsubj\nfled VERB flee 0 root\nit PRON it 2 obj\n");
  Quantity one;
  one.low = one.high = 1;
  auto they = over(p, 6, 7, Actor{}, MentionForm::pronoun);
  they.antecedent = 0;
  const auto out = listed(p.report, p.analysis,
                          {over(p, 0, 2, Actor{}), over(p, 0, 1, state()), over(p, 3, 5, Actor{}, MentionForm::nominal), over(p, 3, 4, one),
                           they, over(p, 8, 9, Place{}, MentionForm::pronoun)});
  ASSERT_EQ(out.size(), 3U);
  EXPECT_EQ(out[0].span.in(p.report.text), "Malian troops");
  EXPECT_EQ(out[1].span.in(p.report.text), "a soldier");
  EXPECT_EQ(out[2].antecedent, 0U);
}

TEST(Listed, APeopleIsNoPlace) {
  const auto p = test::parse("Malians NOUN Malian 2 nsubj\nfled VERB flee 0 root\n");
  const auto out = listed(p.report, p.analysis, {over(p, 0, 1, Actor{}), over(p, 0, 1, state())});
  ASSERT_EQ(out.size(), 1U);
  EXPECT_NE(out[0].as<Actor>(), nullptr);
}

TEST(Listed, ANameThatAPersonBearsIsNoPlaceWhereItResolvedToNone) {
  const auto p = test::parse(
      "Lina PROPN Lina 2 compound\nTarfa PROPN Tarfa 3 nsubj\nleft VERB leave 0 root\n\nTarfa PROPN Tarfa 2 nsubj\nsaid VERB say 0 root\n");
  Actor lina;
  lina.type = ActorType::person;
  Place town;
  town.at = GeoPoint{1, 2};
  EXPECT_EQ(listed(p.report, p.analysis, {over(p, 0, 2, lina), over(p, 3, 4, Place{})}).size(), 1U);
  EXPECT_EQ(listed(p.report, p.analysis, {over(p, 0, 2, lina), over(p, 3, 4, town)}).size(), 2U);
}

TEST(Listed, AFreeAdjectiveAndAPartysVagueCountStay) {
  const auto p = test::parse(
      "Malian ADJ Malian 2 amod\nriver NOUN river 0 root\n\nseveral ADJ several 2 amod\nrebels NOUN rebel 0 root\n\n"
      "many ADJ many 2 amod\ntroubles NOUN trouble 0 root\n");
  Quantity vague;
  vague.vague = true;
  const auto out =
      listed(p.report, p.analysis,
             {over(p, 0, 1, state()), over(p, 2, 4, Actor{}, MentionForm::nominal), over(p, 2, 3, vague), over(p, 4, 5, vague)});
  EXPECT_EQ(out.size(), 3U);
}

TEST(Listed, TheModelsWordsAreTakenWhereOneMentionOfTheKindLiesInThem) {
  auto p = test::parse(
      "the DET the 3 det\nriver NOUN river 3 compound\nport NOUN port 0 root\nof ADP of 5 case\nTal PROPN Tal 3 nmod\n\n"
      "Tal PROPN Tal 0 root\nand CCONJ and 3 cc\nHama PROPN Hama 1 conj\n");
  p.analysis.entities = {entity(p, 0, 5, EntityType::location), entity(p, 5, 8, EntityType::location)};
  const auto out = listed(p.report, p.analysis, {over(p, 4, 5, Place{}), over(p, 5, 6, Place{}), over(p, 7, 8, Place{})});
  ASSERT_EQ(out.size(), 3U);
  EXPECT_EQ(out[0].span.in(p.report.text), "the river port of Tal");
  EXPECT_EQ(out[0].head, 4U);
  EXPECT_EQ(out[1].span.in(p.report.text), "Tal");
}

TEST(Listed, WhatTheModelAloneSeesIsAddedUnresolved) {
  auto p = test::parse(
      "the DET the 2 det\ncheckpoints NOUN checkpoint 0 root\n\nthe DET the 2 det\nhope NOUN hope 0 root\n\n"
      "Lina PROPN Lina 0 root\n");
  p.analysis.entities = {entity(p, 0, 2, EntityType::location), entity(p, 2, 4, EntityType::location), entity(p, 4, 5, EntityType::person)};
  const auto out = listed(p.report, p.analysis, {});
  ASSERT_EQ(out.size(), 2U);
  EXPECT_EQ(out[0].as<Place>()->type, PlaceType::facility);
  EXPECT_EQ(out[0].form, MentionForm::nominal);
  EXPECT_FALSE(out[0].as<Place>()->at);
  EXPECT_EQ(out[1].as<Actor>()->name, "Lina");
}

}  // namespace
}  // namespace herald::mention
