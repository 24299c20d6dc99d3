#include "intake/mend.h"

#include <gtest/gtest.h>

#include "intake/words.h"

namespace herald::intake {
namespace {

std::string mended(std::string_view text, std::string_view rest_of_report = {}) {
  Vocabulary v;
  v.add(text);
  v.add(rest_of_report);
  return MappedText(text).edited(mend_words(text, v)).text();
}

std::string decoded(std::string_view text) {
  return MappedText(text).edited(mend_encoding(text)).text();
}

TEST(Mend, SplitsWordsRunIntoOne) {
  EXPECT_EQ(mended("Rebels said troopsentered the town."), "Rebels said troops entered the town.");
  EXPECT_EQ(mended("The shells werefired at dawn."), "The shells were fired at dawn.");
}

TEST(Mend, LeavesCompoundsNamesAndRareWords) {
  for (const char* s : {"The Airbase and the checkpoint fell.", "A chainstore in the bluespace was delisted.",
                        "The shahed drone hit a livestream.", "It was a standalone warhead.", "The mujahideen took Sarmin.",
                        "A socio-economic crisis in Shangri-la.", "Coca-Cola and Al-Bab", "A re-elected co-founder", "well-known to-day"})
    EXPECT_EQ(mended(s), s);
}

TEST(Mend, LeavesTextOfOneCaseAlone) {
  EXPECT_EQ(mended("the troopsentered kashmir"), "the troopsentered kashmir");
}

TEST(Mend, PutsTheMissingSpaceBehindAMark) {
  EXPECT_EQ(mended("Later,Yemen’s army fired."), "Later, Yemen’s army fired.");
  EXPECT_EQ(mended("They fled.Police said so."), "They fled. Police said so.");
  for (const char* s : {"Ask a@b.org,now", "It cost 1,500,000 and 3.Five", "The U.S.Army", "file.Txt"}) EXPECT_EQ(mended(s), s);
}

TEST(Mend, DropsAHyphenInsideAKnownWord) {
  EXPECT_EQ(mended("The Hou-this fired.", "The Houthis denied it."), "The Houthis fired.");
  EXPECT_EQ(mended("The govern-ment said"), "The government said");
  EXPECT_EQ(mended("A Hou-this raid"), "A Hou-this raid") << "no evidence for the joined word";
}

TEST(Mend, DropsALetterStuckToAnAcronym) {
  EXPECT_EQ(mended("The RSFe took it.", "The RSF denied."), "The RSF took it.");
  EXPECT_EQ(mended("Two MPs and the NGOs", "The NGO and the MP"), "Two MPs and the NGOs");
  EXPECT_EQ(mended("A QRFx"), "A QRFx");
}

TEST(Mend, UndoesUtf8ReadAsWindows1252) {
  EXPECT_EQ(decoded("â€œStop,â€\u009D he said. Itâ€™s over â€“ 5Â° in MÃ¼nchen"), "“Stop,” he said. It’s over – 5° in München");
  EXPECT_EQ(decoded("â€˜yesâ€ he"), "‘yes” he") << "the byte of the closing mark is often lost";
}

TEST(Mend, LeavesWhatCouldBeMeant) {
  for (const char* s : {"“CAFÉ”", "NÃO", "Âme", "SÃO PAULO", "château", "naïve – yes"}) EXPECT_EQ(decoded(s), s);
}

TEST(Words, RanksFromEverydayToUnknown) {
  EXPECT_EQ(rank_of("the"), WordRank::everyday);
  EXPECT_TRUE(is_common("forces"));
  EXPECT_EQ(rank_of("aleppo"), WordRank::name);
  EXPECT_EQ(rank_of("qzxv"), WordRank::unknown);
  EXPECT_EQ(rank_of(""), WordRank::unknown);
  EXPECT_TRUE(is_word("aardvark"));
  EXPECT_TRUE(is_word("zucchini"));
}

}  // namespace
}  // namespace herald::intake
