#include "language/features.h"

#include <gtest/gtest.h>

#include "language/lemmatizer.h"

namespace herald::language {
namespace {

TEST(Features, NormFoldsCaseMarksAndFigures) {
  EXPECT_EQ(norm("Aleppo"), "aleppo");
  EXPECT_EQ(norm("KOBANÎ"), "kobanî");
  EXPECT_EQ(norm("“"), "\"");
  EXPECT_EQ(norm("``"), "\"");
  EXPECT_EQ(norm("—"), "-");
  EXPECT_EQ(norm("n’t"), "n't");
  EXPECT_EQ(norm("1,250"), "0,000");
  EXPECT_EQ(norm("2015"), "2000");
  EXPECT_EQ(norm("1987"), "1900");
  EXPECT_EQ(norm("3015"), "0000");
  EXPECT_EQ(norm("İ"), "i");
  EXPECT_EQ(norm(std::string(100, 'a')).size(), 40U);
}

TEST(Features, ShapeCutsRunsAtFour) {
  EXPECT_EQ(shape("Damascus"), "Xxxxx");
  EXPECT_EQ(shape("F-16s"), "X-ddx");
  EXPECT_EQ(shape("10000000"), "dddd");
  EXPECT_EQ(shape("حلب"), "حلب");
}

TEST(Features, PointsNotBytes) {
  EXPECT_EQ(head3("île"), "île");
  EXPECT_EQ(head3("ab"), "ab");
  EXPECT_EQ(tail3("kobanî"), "anî");
  std::vector<uint32_t> hashes;
  grams("nî", hashes);  // "<nî", "nî>", "<nî>"
  ASSERT_EQ(hashes.size(), 3U);
  EXPECT_EQ(hashes[0], fnv1a("", "<nî"));
  EXPECT_EQ(hashes[2], fnv1a("", "<nî>"));
  EXPECT_EQ(fnv1a("", "a"), 0xE40C292CU);  // published test vector
  hashes.clear();
  grams(std::string(40, 'x'), hashes);
  EXPECT_EQ(hashes.size(), 40U + 39U + 38U);
}

TEST(Lemmatizer, AppliesScripts) {
  EXPECT_EQ(apply_edit("Countries", "l3y"), "country");
  EXPECT_EQ(apply_edit("was", "=be"), "be");
  EXPECT_EQ(apply_edit("SYRIA", "t0"), "Syria");
  EXPECT_EQ(apply_edit("un", "u0"), "UN");
  EXPECT_EQ(apply_edit("McGrath", "k0"), "McGrath");
  EXPECT_EQ(apply_edit("kobanî", "l1"), "koban");
  EXPECT_EQ(apply_edit("s", "l3"), "s") << "a script that leaves nothing leaves the word";
}

TEST(Lemmatizer, PrefersANearEditThatGivesAKnownLemma) {
  const std::vector<std::string> edits = {"l0", "l1", "l2"};
  const Lexicon lexicon = {.known = {"bomb", "explode"}, .irregular = {{"VERB overran", "overrun"}}};
  const float near[] = {-9.0F, 0.5F, 1.0F};
  const auto lemma = [&](const char* form, Upos upos, const float* scores) { return choose_lemma(form, upos, scores, edits, lexicon); };
  EXPECT_EQ(lemma("Exploded", Upos::VERB, near), "explode");
  EXPECT_EQ(lemma("bombed", Upos::VERB, near), "bomb");
  EXPECT_EQ(lemma("frobbed", Upos::VERB, near), "frobb");
  EXPECT_EQ(lemma("exploded", Upos::PROPN, near), "explod");
  EXPECT_EQ(lemma("OVERRAN", Upos::VERB, near), "overrun");
  const float far[] = {-9.0F, 0.5F, 9.0F};
  EXPECT_EQ(lemma("exploded", Upos::VERB, far), "explod");
}

TEST(Lemmatizer, KnowsWellFormedScripts) {
  for (const char* edit : {"l0", "k9", "=be", "u1x"}) EXPECT_TRUE(valid_edit(edit)) << edit;
  for (const char* edit : {"", "=", "l", "x0", "lx", "0l"}) EXPECT_FALSE(valid_edit(edit)) << edit;
}

}  // namespace
}  // namespace herald::language
