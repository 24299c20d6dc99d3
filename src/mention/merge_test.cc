#include "mention/merge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mention/actors/test_analysis.h"

namespace herald::mention {
namespace {

Mention mention(uint32_t begin, uint32_t end, std::variant<Actor, Place, Timex, Quantity, Weapon> what,
                MentionForm form = MentionForm::name) {
  Mention m;
  m.span = {begin, end};
  m.first = begin;
  m.last = end;
  m.head = end - 1;
  m.form = form;
  m.what = std::move(what);
  return m;
}

Actor actor(const char* ref, ActorType type = ActorType::organisation) {
  Actor a;
  a.ref = ref;
  a.type = type;
  return a;
}

Place place(PlaceUse use) {
  Place p;
  p.use = use;
  return p;
}

TEST(Merge, APlaceInsideANameIsNoPlace) {
  const auto out = merge({mention(4, 10, place(PlaceUse::literal)), mention(0, 20, actor("actor:sohr"))});
  ASSERT_EQ(out.size(), 1U);
  EXPECT_NE(out[0].as<Actor>(), nullptr);
}

TEST(Merge, AnAdjectiveInsideADescriptionStays) {
  const auto out = merge({mention(0, 6, place(PlaceUse::associative)), mention(0, 13, actor("actor:sy-army"), MentionForm::nominal)});
  ASSERT_EQ(out.size(), 2U);
  EXPECT_NE(out[0].as<Actor>(), nullptr);
  EXPECT_EQ(out[1].as<Place>()->use, PlaceUse::associative);
}

TEST(Merge, AStateThatActsIsNoScene) {
  const auto out = merge({mention(0, 6, place(PlaceUse::literal)), mention(0, 6, actor("actor:tr-government"))});
  ASSERT_EQ(out.size(), 2U);
  const Mention& where = out[0].as<Place>() ? out[0] : out[1];
  EXPECT_EQ(where.as<Place>()->use, PlaceUse::associative);
}

TEST(Merge, AKnownNameIsNoPlaceAndAnUnknownOneYieldsToIt) {
  EXPECT_NE(merge({mention(0, 5, place(PlaceUse::literal)), mention(0, 5, actor("actor:hamas"))})[0].as<Actor>(), nullptr);
  EXPECT_NE(merge({mention(0, 5, place(PlaceUse::literal)), mention(0, 5, actor(""))})[0].as<Place>(), nullptr);
}

TEST(Merge, TimesAndCountsInsideNamesGoInsideDescriptionsStay) {
  EXPECT_EQ(merge({mention(0, 4, Timex{}), mention(0, 23, actor("actor:revolution-brigades-1920"))}).size(), 1U);
  EXPECT_EQ(merge({mention(0, 5, Quantity{}), mention(0, 14, actor(""), MentionForm::nominal)}).size(), 2U);
}

TEST(Merge, OfTwoThatCrossTheLongerStays) {
  const auto out = merge({mention(0, 10, place(PlaceUse::literal)), mention(8, 30, actor("", ActorType::group), MentionForm::nominal)});
  ASSERT_EQ(out.size(), 1U);
  EXPECT_EQ(out[0].span.end, 30U);
}

TEST(Merge, OrderIsThatOfTheTextTheLongerFirst) {
  const auto out = merge({mention(20, 22, Timex{}), mention(4, 6, Quantity{}), mention(4, 12, actor(""), MentionForm::nominal)});
  ASSERT_EQ(out.size(), 3U);
  EXPECT_EQ(out[0].span.end, 12U);
  EXPECT_EQ(out[1].span.end, 6U);
  EXPECT_EQ(out[2].span.begin, 20U);
}

TEST(WidenPlaces, WordsThatSayWhatANameIsBelongToIt) {
  test::Parsed p = test::parse(
      "the DET the 2 det\ncity NOUN city 0 root\nof ADP of 4 case\nTal PROPN Tal 2 nmod\n. PUNCT . 2 punct\n\n"
      "burned VERB burn 2 amod\nTal PROPN Tal 0 root\n");
  p.analysis.entities.push_back({{0, 15}, 0, 4, EntityType::location});
  p.analysis.entities.push_back({cover(p.analysis.tokens[5].span, p.analysis.tokens[6].span), 5, 7, EntityType::location});
  std::vector<Mention> mentions;
  for (const uint32_t t : {3U, 6U}) {
    Mention m = mention(p.analysis.tokens[t].span.begin, p.analysis.tokens[t].span.end, place(PlaceUse::literal));
    m.first = m.head = t;
    m.last = t + 1;
    mentions.push_back(m);
  }
  widen_places(p.report, p.analysis, mentions);
  EXPECT_EQ(mentions[0].span.in(p.report.text), "the city of Tal");
  EXPECT_EQ(mentions[0].head, 3U);
  EXPECT_EQ(mentions[1].span.in(p.report.text), "Tal");
}

}  // namespace
}  // namespace herald::mention
