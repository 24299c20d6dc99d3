#include "ledger/notices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ledger/account.h"
#include "testing/reports.h"

namespace herald::ledger {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Report headed(const std::string& headline, const std::string& text = "Guards found the gate open.") {
  Report out;
  out.id = headline;
  out.outlet = "Harbour Post";
  out.headline = headline;
  out.text = text;
  out.published = parse_moment("2015-03-02T10:00:00Z");
  return out;
}

TEST(Notices, MarksOfVersionsAreNoPartOfAStorysName) {
  const std::string story = story_of(headed("Mill burns in Taiz"));
  for (const char* marked :
       {"1st Ld: Mill burns in Taiz", "2nd LD-Writethru: Mill burns in Taiz", "3rd lead: Mill burns in Taiz", "UPDATE 2-Mill burns in Taiz",
        "CORRECTED: Mill burns in Taiz", "Correction - Mill burns in Taiz", "Mill burns in Taiz (corrected)", "URGENT: Mill burns in Taiz",
        "KILL: Mill burns in Taiz", "(Mandatory kill) Mill burns in Taiz"})
    EXPECT_EQ(story_of(headed(marked)), story) << marked;
  for (const char* other :
       {"Update on the mill: it burns", "Kill, then rest: a mill's story", "Lead pipes: a mill burns", "2: Mill burns in Taiz"})
    EXPECT_NE(story_of(headed(other)), story) << other;
}

TEST(Notices, WhatTheyAre) {
  EXPECT_EQ(notice_of(headed("Mill burns in Taiz")).kind, NoticeKind::none);
  EXPECT_EQ(notice_of(headed("URGENT: Mill burns in Taiz")).kind, NoticeKind::none);
  EXPECT_EQ(notice_of(headed("1st Ld-Writethru: Mill burns in Taiz")).kind, NoticeKind::replaces);
  EXPECT_EQ(notice_of(headed("CORRECTED - Mill burns in Taiz")).kind, NoticeKind::replaces);
  EXPECT_EQ(notice_of(headed("WITHDRAWN: Mill burns in Taiz")).kind, NoticeKind::retracts);
  const Notice told = notice_of(headed("To our readers", "The Harbour Post has withdrawn its story “Mill burns in Taiz” of Monday."));
  EXPECT_EQ(told.kind, NoticeKind::retracts);
  EXPECT_THAT(told.stories, ElementsAre(story_of(headed("Mill burns in Taiz"))));
  EXPECT_EQ(notice_of(headed("Troops leave Taiz", "Troops withdrew from the mill, where “a long and bitter fight” was told.")).kind,
            NoticeKind::none);
}

LedgerReport story(const std::string& id, const std::string& headline, const std::string& published, int64_t killed,
                   const std::string& voice = "") {
  LedgerReport out = testing::report(id, "Harbour Post", published);
  out.report.headline = headline;
  testing::add_killed(out, killed, killed, "millers", "Taiz", "2015-03-02", voice);
  return out;
}

std::vector<Bounds> killed(const Account& account) {
  std::vector<Bounds> out;
  for (const Event& e : account.events)
    for (const HarmTally& t : e.tally) out.push_back(t.whole);
  return out;
}

TEST(Notices, ALaterLeadAndACorrectionTakeThePlaceOfTheirStory) {
  // What a voice said in the first version is not said in the second: it does not linger.
  const LedgerReport first = story("a", "Mill burns in Taiz", "2015-03-02T10:00:00Z", 120, "a guard");
  for (const char* headline : {"1st Ld-Writethru: Mill burns in Taiz", "CORRECTED: Mill burns in Taiz"}) {
    const LedgerReport second = story("b", headline, "2015-03-02T12:00:00Z", 12, "the mayor");
    const Account account = reconcile({second, first}, {});
    EXPECT_THAT(account.reports, SizeIs(1));
    EXPECT_THAT(killed(account), ElementsAre(Bounds{12, 12, 12})) << headline;
    EXPECT_THAT(account.superseded, ElementsAre("a of 2015-03-02T10:00:00Z superseded by a later version of its story"));
  }
  // Of another outlet, or weeks later, it is another story.
  LedgerReport elsewhere = story("b", "1st Ld: Mill burns in Taiz", "2015-03-02T12:00:00Z", 12);
  elsewhere.report.outlet = "Hill Gazette";
  EXPECT_THAT(reconcile({elsewhere, first}, {}).reports, SizeIs(2));
  EXPECT_THAT(reconcile({story("b", "1st Ld: Mill burns in Taiz", "2015-03-22T12:00:00Z", 12), first}, {}).reports, SizeIs(2));
}

TEST(Notices, OfLeadsOfOneDayTheHigherNumberStands) {
  const LedgerReport plain = story("c", "Mill burns in Taiz", "2015-03-02", 3);
  const LedgerReport one = story("b", "1st Ld: Mill burns in Taiz", "2015-03-02", 4);
  const LedgerReport two = story("a", "2nd Ld-Writethru: Mill burns in Taiz", "2015-03-02", 5);
  const Account account = reconcile({plain, two, one}, {});
  EXPECT_THAT(killed(account), ElementsAre(Bounds{5, 5, 5}));
}

TEST(Notices, WhatIsTakenBackIsShownAndDoesNotCount) {
  const LedgerReport wrong = story("a", "Mill burns in Taiz", "2015-03-02T10:00:00Z", 120);
  LedgerReport notice = testing::report("b", "Harbour Post", "2015-03-03T10:00:00Z");
  notice.report.headline = "KILL: Mill burns in Taiz";
  testing::add_killed(notice, 120, 120, "millers", "Taiz", "2015-03-02", "");
  const Account account = reconcile({notice, wrong}, {});
  ASSERT_THAT(account.reports, SizeIs(2));
  EXPECT_TRUE(account.reports[0].retracted);
  EXPECT_THAT(account.events, IsEmpty());
  EXPECT_THAT(account.claims, SizeIs(2));
  EXPECT_THAT(account.superseded, ElementsAre("a of 2015-03-02T10:00:00Z retracted by b of 2015-03-03T10:00:00Z"));
  // Before the notice it stood.
  Options then;
  then.as_of = parse_moment("2015-03-02T12:00:00Z");
  EXPECT_THAT(killed(reconcile({notice, wrong}, {}, then)), ElementsAre(Bounds{120, 120, 120}));
  // Another outlet's word stays.
  LedgerReport other = story("c", "Mill burns in Taiz", "2015-03-02T10:00:00Z", 9);
  other.report.outlet = "Hill Gazette";
  EXPECT_THAT(killed(reconcile({notice, wrong, other}, {})), ElementsAre(Bounds{9, 9, 9}));
}

// "The number of dead was 12, not 120": the same source's next word on one figure; the rest of its story stands.
TEST(Notices, ALineThatSetsAFigureRightIsAnUpdate) {
  LedgerReport wrong = story("a", "Mill burns in Taiz", "2015-03-02T10:00:00Z", 120);
  wrong.report.text += std::string(400, ' ') + "Smoke was seen for hours.";
  const LedgerReport line = story("b", "CORRECTION: Mill burns in Taiz", "2015-03-02T15:00:00Z", 12);
  const Account account = reconcile({wrong, line}, {});
  EXPECT_THAT(account.reports, SizeIs(2));
  EXPECT_THAT(killed(account), ElementsAre(Bounds{12, 12, 12}));
}

}  // namespace
}  // namespace herald::ledger
