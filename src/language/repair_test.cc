#include "language/repair.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace herald::language {
namespace {

// "word/UPOS/XPOS/head/relation" each, heads counted from 1.
std::vector<Token> tokens_of(const std::string& text) {
  std::vector<Token> out;
  std::istringstream words(text);
  for (std::string w; words >> w;) {
    std::istringstream parts(w);
    std::string form, upos, xpos, head, relation;
    for (std::string* part : {&form, &upos, &xpos, &head, &relation}) std::getline(parts, *part, '/');
    Token t;
    t.lemma = form;
    t.xpos = xpos;
    t.deprel = relation;
    t.head = std::stoi(head) - 1;
    t.upos = upos == "NOUN"    ? Upos::NOUN
             : upos == "PROPN" ? Upos::PROPN
             : upos == "VERB"  ? Upos::VERB
             : upos == "ADP"   ? Upos::ADP
             : upos == "NUM"   ? Upos::NUM
             : upos == "AUX"   ? Upos::AUX
             : upos == "SYM"   ? Upos::SYM
             : upos == "ADV"   ? Upos::ADV
                               : Upos::ADJ;
    out.push_back(t);
  }
  return out;
}

std::string repaired(const std::string& text) {
  std::vector<Token> tokens = tokens_of(text);
  repair_tree(tokens, 0, static_cast<uint32_t>(tokens.size()));
  std::string out;
  for (const Token& t : tokens) out += (out.empty() ? "" : " ") + t.lemma + "/" + std::to_string(t.head + 1) + "/" + t.deprel;
  return out;
}

TEST(Repair, ADayBeforeTheSubjectIsTheVerbs) {
  EXPECT_EQ(
      repaired("on/ADP/IN/4/case Friday/PROPN/NNP/4/compound rebel/NOUN/NN/4/compound fighter/NOUN/NNS/5/nsubj attack/VERB/VBD/0/root"),
      "on/2/case Friday/5/obl rebel/4/compound fighter/5/nsubj attack/0/root");
  EXPECT_EQ(repaired("on/ADP/IN/3/case Friday/PROPN/NNP/3/compound gunman/NOUN/NNS/4/obl shoot/VERB/VBD/0/root"),
            "on/2/case Friday/4/obl gunman/4/nsubj shoot/0/root");
}

TEST(Repair, ADayThatIsNoModifierStays) {
  const std::string same = "arrive/0/root on/3/case Friday/1/obl";
  EXPECT_EQ(repaired("arrive/VERB/VBD/0/root on/ADP/IN/3/case Friday/PROPN/NNP/1/obl"), same);
}

TEST(Repair, ASubjectLeftOfTheVerbOfSpeechIsItsOwn) {
  EXPECT_EQ(repaired("spokesman/NOUN/NN/4/nsubj:pass confirm/VERB/VBD/0/root soldier/NOUN/NNS/4/nsubj:pass kill/VERB/VBN/2/ccomp"),
            "spokesman/2/nsubj confirm/0/root soldier/4/nsubj:pass kill/2/ccomp");
  // "the man police said died": a single subject may well have been moved to the front.
  const std::string moved = "man/4/nsubj say/0/root now/2/advmod die/2/ccomp";
  EXPECT_EQ(repaired("man/NOUN/NN/4/nsubj say/VERB/VBD/0/root now/ADJ/JJ/2/advmod die/VERB/VBD/2/ccomp"), moved);
}

TEST(Repair, AVerbOfSpeechBetweenTwoNounsIsNoAdjective) {
  EXPECT_EQ(
      repaired(
          "the/ADJ/DT/4/det military/ADJ/JJ/4/amod deny/VERB/VBD/4/amod rebel/NOUN/NNS/6/nsubj have/AUX/VBD/6/aux capture/VERB/VBN/0/root"),
      "the/2/det military/3/nsubj deny/0/root rebel/6/nsubj have/6/aux capture/3/ccomp");
}

TEST(Repair, WhatIsCountedBehindAVerbWithoutObjectIsItsObject) {
  EXPECT_EQ(repaired("blast/NOUN/NN/2/nsubj kill/VERB/VBD/0/root more/ADJ/JJR/4/advmod nine/NUM/CD/5/nummod pupil/NOUN/NNS/2/obl"),
            "blast/2/nsubj kill/0/root more/4/advmod nine/5/nummod pupil/2/obj");
  EXPECT_EQ(repaired("price/NOUN/NN/2/nsubj rise/VERB/VBD/0/root more/ADJ/JJR/4/advmod nine/NUM/CD/5/nummod percent/NOUN/NN/2/obl"),
            "price/2/nsubj rise/0/root more/4/advmod nine/5/nummod percent/2/obl");
}

TEST(Repair, AParticipleAStateAndANumberThatTheTaggerTookForOtherWords) {
  EXPECT_EQ(repaired("trader/NOUN/NN/3/nsubj be/AUX/VBD/3/cop slain/ADJ/JJ/0/root"), "trader/3/nsubj:pass be/3/aux:pass slay/0/root");
  EXPECT_EQ(repaired("worker/NOUN/NNS/0/root take/VERB/VBN/1/acl hostage/PROPN/NNP/2/obj"), "worker/0/root take/1/acl hostage/2/xcomp");
  EXPECT_EQ(repaired("arrest/VERB/VBD/0/root 12/NUM/CD/3/nummod pkk/PROPN/NNP/1/obj member/NOUN/NNS/1/obj"),
            "arrest/0/root 12/4/nummod pkk/4/compound member/1/obj");
  EXPECT_EQ(repaired("kill/VERB/VBN/0/root dozen/VERB/VBZ/1/conj more/ADJ/JJR/4/advmod wound/VERB/VBN/1/conj"),
            "kill/0/root dozen/4/nsubj:pass more/2/amod wound/1/conj");
}

TEST(Repair, ANumberCountsTheNounBehindIt) {
  EXPECT_EQ(repaired("arrest/VERB/VBD/0/root four/NUM/CD/1/obj pkk/SYM/SYM/1/xcomp member/NOUN/NNS/3/obj"),
            "arrest/0/root four/4/nummod pkk/4/compound member/1/obj");
  const std::string same = "arrest/0/root four/1/obj in/4/case town/1/obl";
  EXPECT_EQ(repaired("arrest/VERB/VBD/0/root four/NUM/CD/1/obj in/ADP/IN/4/case town/NOUN/NN/1/obl"), same);
}

TEST(Repair, HavePartedFromItsParticipleIsAnAuxiliary) {
  EXPECT_EQ(repaired("say/VERB/VBD/0/root people/NOUN/NNS/3/nsubj have/VERB/VBP/1/ccomp far/ADV/RB/3/advmod be/AUX/VBN/6/aux:pass "
                     "evacuate/VERB/VBN/1/ccomp"),
            "say/0/root people/6/nsubj:pass have/6/aux far/6/advmod be/6/aux:pass evacuate/1/ccomp");
}

TEST(Repair, FiringThatAForceNamesIsANoun) {
  EXPECT_EQ(repaired("die/VERB/VBD/0/root in/ADP/IN/3/case police/NOUN/NN/1/obl fire/VERB/VBG/3/acl"),
            "die/0/root in/4/case police/4/compound firing/1/obl");
  EXPECT_EQ(repaired("die/VERB/VBD/0/root in/ADP/IN/3/case army/NOUN/NN/1/obl shell/VERB/VBG/1/advcl"),
            "die/0/root in/4/case army/4/compound shelling/1/obl");
  // "of police firing gas": a clause, as it has an object.
  const std::string same = "of/2/case police/0/root fire/2/acl gas/3/obj";
  EXPECT_EQ(repaired("of/ADP/IN/2/case police/NOUN/NN/0/root fire/VERB/VBG/2/acl gas/NOUN/NN/3/obj"), same);
}

}  // namespace
}  // namespace herald::language
