#include "voice/voice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "voice/conll_for_test.h"

namespace herald::voice {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Cues& cues() {
  static const Cues kCues = Cues::load(std::filesystem::path(HERALD_SOURCE_DIR) / "codebook/voice.yaml").value();
  return kCues;
}

std::vector<Attribution> attributions(const Parsed& p) {
  return find_attributions(p.report, p.analysis, {}, cues());
}

// "source | cue | content … content"
std::vector<std::string> lines(const Parsed& p) {
  std::vector<std::string> out;
  for (const Attribution& a : attributions(p)) {
    std::string line = std::string(a.source.in(p.report.text)) + " | " + std::string(a.cue.in(p.report.text)) + " |";
    for (const Span& s : a.content) line += " " + std::string(s.in(p.report.text)) + (&s == &a.content.back() ? "" : " …");
    out.push_back(line);
  }
  return out;
}

TEST(VoiceTest, ReportedSpeechAfterTheCue) {
  const auto p = parsed("The army said that three soldiers died.", R"(The the DET 2 det
army army NOUN 3 nsubj
said say VERB 0 root
that that SCONJ 7 mark
three three NUM 6 nummod
soldiers soldier NOUN 7 nsubj
died die VERB 3 ccomp
. . PUNCT 3 punct)");
  EXPECT_THAT(lines(p), ElementsAre("The army | said | that three soldiers died"));
}

TEST(VoiceTest, TheCueAtTheEnd) {
  const auto p = parsed("Three soldiers died, police said on Monday.", R"(Three three NUM 2 nummod
soldiers soldier NOUN 3 nsubj
died die VERB 6 ccomp
, , PUNCT 6 punct
police police NOUN 6 nsubj
said say VERB 0 root
on on ADP 8 case
Monday Monday PROPN 6 obl
. . PUNCT 6 punct)");
  EXPECT_THAT(lines(p), ElementsAre("police | said | Three soldiers died"));
}

TEST(VoiceTest, TheCueInTheMiddleAndAQuotationThatGoesOn) {
  const auto p = parsed("\"We hold it,\" said Omar Haidar, a rebel spokesman. \"We will stay.\"", R"(" " PUNCT 3 punct
We we PRON 3 nsubj
hold hold VERB 7 ccomp
it it PRON 3 obj
, , PUNCT 7 punct
" " PUNCT 7 punct
said say VERB 0 root
Omar Omar PROPN 7 nsubj
Haidar Haidar PROPN 8 flat
, , PUNCT 8 punct
a a DET 13 det
rebel rebel NOUN 13 compound
spokesman spokesman NOUN 8 appos
. . PUNCT 7 punct

" " PUNCT 4 punct
We we PRON 4 nsubj
will will AUX 4 aux
stay stay VERB 0 root
. . PUNCT 4 punct
" " PUNCT 4 punct)");
  EXPECT_THAT(lines(p), ElementsAre("Omar Haidar, a rebel spokesman | said | \"We hold it,\" … \"We will stay.\""));
}

TEST(VoiceTest, AccordingToAtTheEnd) {
  const auto p = parsed("Two guards were killed, according to the interior ministry.", R"(Two two NUM 2 nummod
guards guard NOUN 4 nsubj:pass
were be AUX 4 aux:pass
killed kill VERB 0 root
, , PUNCT 4 punct
according accord VERB 10 case
to to ADP 6 fixed
the the DET 10 det
interior interior NOUN 10 compound
ministry ministry NOUN 4 obl
. . PUNCT 4 punct)");
  EXPECT_THAT(lines(p), ElementsAre("the interior ministry | according to | Two guards were killed"));
}

TEST(VoiceTest, NestedVoicesPointOutwards) {
  const auto p = parsed("Two guards died, the mayor said, according to Dawn.", R"(Two two NUM 2 nummod
guards guard NOUN 3 nsubj
died die VERB 7 ccomp
, , PUNCT 7 punct
the the DET 6 det
mayor mayor NOUN 7 nsubj
said say VERB 0 root
, , PUNCT 7 punct
according accord VERB 11 case
to to ADP 9 fixed
Dawn Dawn PROPN 7 obl
. . PUNCT 7 punct)");
  const auto a = attributions(p);
  ASSERT_EQ(a.size(), 2U);
  EXPECT_EQ(a[0].name, "the mayor");
  EXPECT_EQ(a[0].outer, 1U);
  EXPECT_EQ(a[1].name, "Dawn");
  EXPECT_FALSE(a[1].outer.has_value());
  const auto died = static_cast<uint32_t>(p.report.text.find("died"));
  EXPECT_THAT(voices_of(a, {died, died + 4}), ElementsAre(1U, 0U));
  EXPECT_THAT(voices_of(a, {died, died + 100}), IsEmpty());
}

TEST(VoiceTest, ReportsANewspaperAtTheEndOfANote) {
  const auto p = parsed("Two militants were shot dead in the valley, reports Kashmir Post.", R"(Two two NUM 2 nummod
militants militant NOUN 4 nsubj:pass
were be AUX 4 aux:pass
shot shoot VERB 0 root
dead dead ADJ 4 xcomp
in in ADP 8 case
the the DET 8 det
valley valley NOUN 4 obl
, , PUNCT 4 punct
reports report VERB 4 parataxis
Kashmir Kashmir PROPN 12 compound
Post Post PROPN 10 nsubj
. . PUNCT 4 punct)");
  EXPECT_THAT(lines(p), ElementsAre("Kashmir Post | reports | Two militants were shot dead in the valley"));
}

TEST(VoiceTest, ThreatsAndDenialsSaySo) {
  const auto p = parsed("The rebels threatened to shell the port. They did not deny it.", R"(The the DET 2 det
rebels rebel NOUN 3 nsubj
threatened threaten VERB 0 root
to to PART 5 mark
shell shell VERB 3 xcomp
the the DET 7 det
port port NOUN 5 obj
. . PUNCT 3 punct

They they PRON 4 nsubj
did do AUX 4 aux
not not PART 4 advmod
deny deny VERB 0 root
it it PRON 4 obj
. . PUNCT 4 punct)");
  const auto a = attributions(p);
  ASSERT_EQ(a.size(), 2U);
  EXPECT_EQ(a[0].kind, CueKind::intention);
  EXPECT_EQ(a[0].content.front().in(p.report.text), "to shell the port");
  EXPECT_EQ(a[1].kind, CueKind::denial);
  EXPECT_TRUE(a[1].negated);
  EXPECT_EQ(a[1].name, "The rebels");
}

TEST(VoiceTest, HearsayHasNoSource) {
  const auto p = parsed("The commander is believed to have fled.", R"(The the DET 2 det
commander commander NOUN 4 nsubj:pass
is be AUX 4 aux:pass
believed believe VERB 0 root
to to PART 7 mark
have have AUX 7 aux
fled flee VERB 4 xcomp
. . PUNCT 4 punct)");
  const auto a = attributions(p);
  ASSERT_EQ(a.size(), 1U);
  EXPECT_TRUE(a[0].source.empty());
  EXPECT_TRUE(a[0].name.empty());
  EXPECT_EQ(a[0].kind, CueKind::thought);
}

TEST(VoiceTest, PronounsAndBareNounsTakeTheNameOfTheVoiceBefore) {
  const auto p = parsed("Colonel Idris Bello said the town fell. He added that nobody fled.", R"(Colonel colonel NOUN 3 compound
Idris Idris PROPN 3 compound
Bello Bello PROPN 4 nsubj
said say VERB 0 root
the the DET 6 det
town town NOUN 7 nsubj
fell fall VERB 4 ccomp
. . PUNCT 4 punct

He he PRON 2 nsubj
added add VERB 0 root
that that SCONJ 5 mark
nobody nobody PRON 5 nsubj
fled flee VERB 2 ccomp
. . PUNCT 2 punct)");
  const auto a = attributions(p);
  ASSERT_EQ(a.size(), 2U);
  EXPECT_EQ(a[1].source.in(p.report.text), "He");
  EXPECT_EQ(a[1].name, "Colonel Idris Bello");
}

TEST(VoiceTest, AHeadlineWithAColon) {
  auto p = parsed("Six killed in market blast: police", R"(Six six NUM 2 nsubj
killed kill VERB 0 root
in in ADP 5 case
market market NOUN 5 compound
blast blast NOUN 2 obl
: : PUNCT 7 punct
police police NOUN 2 parataxis)");
  EXPECT_THAT(lines(p), IsEmpty());
  p.report.headline_span = Span{0, static_cast<uint32_t>(p.report.text.size())};
  EXPECT_THAT(lines(p), ElementsAre("police | : | Six killed in market blast"));
}

TEST(VoiceTest, AnInvertedSourceWhoseTreeIsLost) {
  // The parser made "said" a second verb of the clause and the source its object.
  const auto p = parsed("Four guards were killed at the bridge, said the military.", R"(Four four NUM 2 nummod
guards guard NOUN 4 nsubj:pass
were be AUX 4 aux:pass
killed kill VERB 0 root
at at ADP 7 case
the the DET 7 det
bridge bridge NOUN 4 obl
, , PUNCT 9 punct
said say VERB 4 conj
the the DET 11 det
military military NOUN 9 obj
. . PUNCT 4 punct)");
  EXPECT_THAT(lines(p), ElementsAre("the military | said | Four guards were killed at the bridge"));
}

TEST(VoiceTest, EachCueOfASentenceClosesItsOwnStretch) {
  const auto p = parsed("A guard died, police said, while two fled, according to villagers.", R"(A a DET 2 det
guard guard NOUN 3 nsubj
died die VERB 6 ccomp
, , PUNCT 3 punct
police police NOUN 6 nsubj
said say VERB 0 root
, , PUNCT 6 punct
while while SCONJ 10 mark
two two NUM 10 nsubj
fled flee VERB 6 advcl
, , PUNCT 10 punct
according accord VERB 14 case
to to ADP 12 fixed
villagers villager NOUN 10 obl
. . PUNCT 6 punct)");
  EXPECT_THAT(lines(p), ElementsAre("police | said | A guard died", "villagers | according to | while two fled"));
}

TEST(VoiceTest, AddingThatBelongsToWhoeverSpokeBefore) {
  const auto p = parsed("The mayor said the dam held, adding that nobody drowned.", R"(The the DET 2 det
mayor mayor NOUN 3 nsubj
said say VERB 0 root
the the DET 5 det
dam dam NOUN 6 nsubj
held hold VERB 3 ccomp
, , PUNCT 3 punct
adding add VERB 6 advcl
that that SCONJ 11 mark
nobody nobody PRON 11 nsubj
drowned drown VERB 8 ccomp
. . PUNCT 3 punct)");
  auto tagged = p;
  tagged.analysis.tokens[7].xpos = "VBG";
  for (uint32_t i : {2U, 5U, 10U}) tagged.analysis.tokens[i].xpos = "VBD";
  EXPECT_THAT(lines(tagged), ElementsAre("The mayor | said | the dam held", "The mayor | adding | that nobody drowned"));
}

TEST(VoiceTest, AQuestionInQuotationMarksIsASentenceOfItsOwn) {
  const auto p = parsed("\"Who fired?\" he asked.", R"(" " PUNCT 3 punct
Who who PRON 3 nsubj
fired fire VERB 0 root
? ? PUNCT 3 punct
" " PUNCT 3 punct

he he PRON 2 nsubj
asked ask VERB 0 root
. . PUNCT 2 punct)");
  EXPECT_THAT(lines(p), ElementsAre("he | asked | \"Who fired?\""));
}

TEST(VoiceTest, AQuotationRunsOnOverParagraphsLeftOpen) {
  const auto p = parsed("\"We came at dawn,\" she said. \"It was dark.\n\n\"Nobody fired.\"", R"(" " PUNCT 3 punct
We we PRON 3 nsubj
came come VERB 9 ccomp
at at ADP 5 case
dawn dawn NOUN 3 obl
, , PUNCT 3 punct
" " PUNCT 3 punct
she she PRON 9 nsubj
said say VERB 0 root
. . PUNCT 9 punct

" " PUNCT 4 punct
It it PRON 4 nsubj
was be AUX 4 cop
dark dark ADJ 0 root
. . PUNCT 4 punct

" " PUNCT 3 punct
Nobody nobody PRON 3 nsubj
fired fire VERB 0 root
. . PUNCT 3 punct
" " PUNCT 3 punct)");
  EXPECT_THAT(lines(p), ElementsAre("she | said | \"We came at dawn,\" … \"It was dark. … \"Nobody fired.\""));
}

TEST(VoiceTest, BlameTakesAllThatFollows) {
  const auto p = parsed("Rebels accused the army of shelling a clinic.", R"(Rebels rebel NOUN 2 nsubj
accused accuse VERB 0 root
the the DET 4 det
army army NOUN 2 obj
of of SCONJ 6 mark
shelling shell VERB 2 advcl
a a DET 8 det
clinic clinic NOUN 6 obj
. . PUNCT 2 punct)");
  const auto a = attributions(p);
  ASSERT_EQ(a.size(), 1U);
  EXPECT_EQ(a[0].kind, CueKind::blame);
  EXPECT_EQ(a[0].content.front().in(p.report.text), "the army of shelling a clinic");
}

TEST(VoiceTest, ResponsibilityIsClaimedForSomething) {
  const auto p = parsed("A splinter group claimed responsibility for the blast.", R"(A a DET 3 det
splinter splinter NOUN 3 compound
group group NOUN 4 nsubj
claimed claim VERB 0 root
responsibility responsibility NOUN 4 obj
for for ADP 8 case
the the DET 8 det
blast blast NOUN 5 nmod
. . PUNCT 4 punct)");
  const auto a = attributions(p);
  ASSERT_EQ(a.size(), 1U);
  EXPECT_EQ(a[0].kind, CueKind::responsibility);
  EXPECT_EQ(a[0].source.in(p.report.text), "A splinter group");
  EXPECT_EQ(a[0].content.front().in(p.report.text), "the blast");
}

TEST(VoiceTest, ASpeakerRollsUpToHisBody) {
  const auto p = parsed("Army spokesman Idris Bello said the port fell.", R"(Army army NOUN 2 compound
spokesman spokesman NOUN 5 nsubj
Idris Idris PROPN 2 appos
Bello Bello PROPN 3 flat
said say VERB 0 root
the the DET 7 det
port port NOUN 8 nsubj
fell fall VERB 5 ccomp
. . PUNCT 5 punct)");
  Mention army;
  army.span = p.analysis.tokens[0].span;
  army.first = 0;
  army.last = 1;
  army.head = 0;
  Actor actor;
  actor.type = ActorType::organisation;
  actor.ref = "actor:army";
  actor.name = "Army";
  army.what = actor;
  const auto a = find_attributions(p.report, p.analysis, {army}, cues());
  ASSERT_EQ(a.size(), 1U);
  EXPECT_EQ(a[0].name, "Army spokesman Idris Bello");
  EXPECT_EQ(a[0].ref, "actor:army");
}

TEST(VoiceTest, APhraseThatDescribesKeepsItsOwnName) {
  const auto p = parsed("Residents fled. A surgeon said he stayed.", R"(Residents resident NOUN 2 nsubj
fled flee VERB 0 root
. . PUNCT 2 punct

A a DET 2 det
surgeon surgeon NOUN 3 nsubj
said say VERB 0 root
he he PRON 5 nsubj
stayed stay VERB 3 ccomp
. . PUNCT 3 punct)");
  Mention residents;
  residents.span = p.analysis.tokens[0].span;
  residents.last = 1;
  residents.form = MentionForm::nominal;
  residents.what = Actor{};
  Mention surgeon = residents;
  surgeon.span = cover(p.analysis.tokens[3].span, p.analysis.tokens[4].span);
  surgeon.first = 3;
  surgeon.last = 5;
  surgeon.head = 4;
  surgeon.antecedent = 0;
  const auto a = find_attributions(p.report, p.analysis, {residents, surgeon}, cues());
  ASSERT_EQ(a.size(), 1U);
  EXPECT_EQ(a[0].name, "A surgeon");
}

TEST(VoiceTest, AKnownOutletEndsANoteWhoseStopIsLost) {
  const auto p = parsed("Two guards died on May 6 reports The Valley Post They had come home", R"(Two two NUM 2 nummod
guards guard NOUN 3 nsubj
died die VERB 0 root
on on ADP 5 case
May May PROPN 3 obl
6 6 NUM 5 nummod
reports report NOUN 3 obl
The the DET 10 det
Valley Valley PROPN 10 compound
Post Post PROPN 7 nmod
They they PRON 13 nsubj
had have AUX 13 aux
come come VERB 3 parataxis
home home ADV 13 advmod)");
  EXPECT_THAT(lines(p), IsEmpty());
  Mention outlet;
  outlet.first = 8;
  outlet.last = 10;
  outlet.head = 9;
  outlet.span = cover(p.analysis.tokens[8].span, p.analysis.tokens[9].span);
  Actor actor;
  actor.type = ActorType::organisation;
  actor.ref = "actor:valley-post";
  actor.name = "Valley Post";
  actor.speaks = true;
  outlet.what = actor;
  const auto a = find_attributions(p.report, p.analysis, {outlet}, cues());
  ASSERT_EQ(a.size(), 1U);
  EXPECT_EQ(a[0].source.in(p.report.text), "The Valley Post");
  EXPECT_EQ(a[0].ref, "actor:valley-post");
  EXPECT_EQ(a[0].content.front().in(p.report.text), "Two guards died on May 6");
}

TEST(VoiceTest, ARelativePronounHasTheNameOfWhatItStandsFor) {
  const auto p = parsed("The ministry, which said nine died, kept silent.", R"(The the DET 2 det
ministry ministry NOUN 9 nsubj
, , PUNCT 5 punct
which which PRON 5 nsubj
said say VERB 2 acl:relcl
nine nine NUM 7 nsubj
died die VERB 5 ccomp
, , PUNCT 5 punct
kept keep VERB 0 root
silent silent ADJ 9 xcomp
. . PUNCT 9 punct)");
  const auto a = find_attributions(p.report, p.analysis, {}, cues());
  ASSERT_EQ(a.size(), 1U);
  EXPECT_EQ(a[0].source.in(p.report.text), "which");
  EXPECT_EQ(a[0].name, "The ministry");
}

TEST(VoiceTest, AllCapitalsReadAlike) {
  const auto p = parsed("THREE SOLDIERS DIED, POLICE SAID.", R"(THREE three NUM 2 nummod
SOLDIERS soldier NOUN 3 nsubj
DIED die VERB 6 ccomp
, , PUNCT 6 punct
POLICE police NOUN 6 nsubj
SAID say VERB 0 root
. . PUNCT 6 punct)");
  EXPECT_THAT(lines(p), ElementsAre("POLICE | SAID | THREE SOLDIERS DIED"));
}

TEST(VoiceTest, NothingIsAttributedInPlainNarration) {
  const auto p = parsed("Rebels took the bridge.", R"(Rebels rebel NOUN 2 nsubj
took take VERB 0 root
the the DET 4 det
bridge bridge NOUN 2 obj
. . PUNCT 2 punct)");
  EXPECT_THAT(lines(p), IsEmpty());
}

}  // namespace
}  // namespace herald::voice
