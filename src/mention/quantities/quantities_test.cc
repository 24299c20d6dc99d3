#include "mention/quantities/quantities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "mention/numbers/naive_analysis.h"

namespace herald::quantities {
namespace {

const Quantities& codebook() {
  static const Quantities kCodebook = Quantities::load(std::string(HERALD_SOURCE_DIR) + "/codebook/quantities.yaml").value();
  return kCodebook;
}

// "at least 100=100.. men", joined by "; ".
std::string found(const std::string& text) {
  Report r;
  r.text = text;
  std::string out;
  for (const Mention& m : find_quantities(r, herald::testing::naive_analysis(text), codebook())) {
    const Quantity& q = *m.as<Quantity>();
    out += (out.empty() ? "" : "; ") + std::string(m.span.in(text)) + "=" + notation(q) + (q.unit.empty() ? "" : " " + q.unit);
  }
  return out;
}

TEST(Codebook, EveryExampleGivesItsFigures) {
  EXPECT_THAT(check(codebook()), ::testing::IsEmpty());
}

TEST(Codebook, SaysWhereAFileIsWrong) {
  const auto missing = Quantities::load("/nowhere/quantities.yaml");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().origin, "/nowhere/quantities.yaml");
}

TEST(FindQuantities, SpansHoldTheNumberAndWhatBoundsIt) {
  EXPECT_EQ(found("At least 100 government soldiers fled."), "At least 100=100.. soldiers");
  EXPECT_EQ(found("Dozens of farmers and several others fled."), "Dozens=24.. vague farmers; several=3.. vague others");
  EXPECT_EQ(found("Three people died, two of them children."), "Three=3 people; two=2 children");
}

TEST(FindQuantities, ReadsNumbersInDigitsAndWords) {
  EXPECT_EQ(found("Two hundred and five sailors, twenty-four guards and 2,850 men."),
            "Two hundred and five=205 sailors; twenty-four=24 guards; 2,850=2850 men");
  EXPECT_EQ(found("Some 1.2 million people left."), "Some 1.2 million=~1200000 people");
  EXPECT_EQ(found("HALF A DOZEN GUERRILLAS DIED"), "HALF A DOZEN=6 GUERRILLAS");
}

TEST(FindQuantities, AddsToFiguresNamedBefore) {
  EXPECT_EQ(found("Two more soldiers and another 12 clerks died."), "Two more=2 more soldiers; another 12=12 more clerks");
  EXPECT_EQ(found("More than 20 guards."), "More than 20=21.. guards");
  EXPECT_EQ(found("It killed two more than before."), "two=2");
}

TEST(FindQuantities, ArticlesCountPersonsOnly) {
  EXPECT_EQ(found("A senior Yemeni officer shot a dog near an army post."), "A=1 officer");
  EXPECT_EQ(found("A soldier's widow wept."), "A=1 widow");
  EXPECT_EQ(found("Another policeman fell."), "Another=1 more policeman");
}

TEST(FindQuantities, TimesAgesMoneyAndNamesAreNoCounts) {
  for (const std::string text :
       {"In 2012 it lasted two weeks, from 7 May at 10:30 a.m.", "Salim, 24, is a 30-year-old.", "It cost $300 and 40 euros.",
        "He carried an AK-47.", "An MI8 and an Antonov-74 flew.", "Salim (24) is well.", "They took Resolution 242 and Flight 103.",
        "The Group of Seven met.", "A 40-member council met.", "It won 3-2.", "It grew by 12 percent.",
        "Twenty-five kilometres away lay Route 7.", "The third brigade and the 12th division moved.", "No one came."})
    EXPECT_EQ(found(text), "") << text;
}

TEST(FindQuantities, LowIsNeverAboveHigh) {
  for (int a = 0; a < 60; a += 7) {
    for (const char* form :
         {"Between %d and 60 men left.", "%d to 60 men left.", "About %d men left.", "Fewer than %d men left.", "%d-60 men left."}) {
      std::string text = form;
      text.replace(text.find("%d"), 2, std::to_string(a));
      Report r;
      r.text = text;
      for (const Mention& m : find_quantities(r, herald::testing::naive_analysis(text), codebook())) {
        const Quantity& q = *m.as<Quantity>();
        EXPECT_TRUE(q.low || q.high) << text;
        if (q.low && q.high) {
          EXPECT_LE(*q.low, *q.high) << text;
        }
      }
    }
  }
}

TEST(FindQuantities, UnitIsTheNounOfTheTree) {
  Report r;
  r.text = "Five masked rebel fighters fled";
  Analysis a = herald::testing::naive_analysis(r.text);
  const std::vector<Upos> tags = {Upos::NUM, Upos::VERB, Upos::NOUN, Upos::NOUN, Upos::VERB};
  for (size_t i = 0; i < tags.size(); ++i) {
    a.tokens[i].upos = tags[i];
    a.tokens[i].xpos = "X";
    a.tokens[i].deprel = i == 0 ? "nummod" : i == 1 ? "amod" : "compound";
    a.tokens[i].head = 3;
  }
  const auto mentions = find_quantities(r, a, codebook());
  ASSERT_EQ(mentions.size(), 1U);
  EXPECT_EQ(mentions[0].as<Quantity>()->unit, "fighters");
  EXPECT_EQ(mentions[0].head, 0U);
}

}  // namespace
}  // namespace herald::quantities
