#include "brief/brief.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "brief/phrase.h"
#include "brief/tables.h"
#include "testing/reports.h"

namespace herald::brief {
namespace {

using herald::testing::add_control;
using herald::testing::add_killed;
using herald::testing::add_violence;
using herald::testing::party;
using herald::testing::report;
using ledger::LedgerReport;
using ledger::reconcile;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

ledger::Account account() {
  LedgerReport r = report("r1", "Harbour Post", "2015-03-02T18:00:00Z");
  r.report.headline = "Bomb at a fish market";
  Claim& bomb = add_violence(r, Kind::bombing, "Taiz", "2015-03-02", "");
  bomb.by = party("the Lantern Movement");
  bomb.target = party("a fish market");
  add_killed(r, 7, 7, "people", "Taiz", "2015-03-02", "the governor");
  add_killed(r, 12, 12, "people", "Taiz", "2015-03-02", "the interior ministry");
  add_killed(r, 200, std::nullopt, "soldiers and fighters", "Aden", "2015-01-01/2015-03-02", "Tide Observatory for Human Rights")
      .cumulative = true;
  LedgerReport c = report("r2", "Hill Gazette", "2015-03-03");
  Claim& taken = add_control(c, ControlState::taken, "the army", "Lahij", "2015-03-03", "State television");
  taken.from = party("the rebels");
  taken.incident = "i9";
  add_control(c, ControlState::contested, "", "Lahij", "2015-03-03", "Residents").incident = "i9";
  return reconcile({r, c}, {});
}

std::string text(const Filter& filter = {}) {
  return to_text(situation_report(account(), filter));
}

TEST(Brief, EveryLineNamesItsVoiceOutletAndDay) {
  const std::string brief = text();
  EXPECT_THAT(brief, HasSubstr("Bombing by the Lantern Movement, target a fish market, reports Harbour Post. (Harbour Post, 2"));
  EXPECT_THAT(brief, HasSubstr("7 people killed, according to the governor. (Harbour Post, 2 March 2015)"));
  EXPECT_THAT(brief, HasSubstr("At least 200 soldiers and fighters killed"));
  EXPECT_THAT(brief, HasSubstr("according to\n        the Tide Observatory for Human Rights."));
  EXPECT_THAT(brief, HasSubstr("Taken by the army from the rebels, according to state television. (Hill Gazette, 3 March 2015)"));
}

TEST(Brief, ACountOfTheDeadIsToldOnceAndNoTarget) {
  LedgerReport r = report("r1", "Harbour Post", "2015-03-02");
  add_violence(r, Kind::bombing, "Taiz", "2015-03-02", "").target = party("62");
  add_killed(r, 62, 62, "62", "Taiz", "2015-03-02", "");
  const std::string brief = to_text(situation_report(reconcile({r}, {}), {}));
  EXPECT_THAT(brief, HasSubstr("Bombing, reports Harbour Post."));
  EXPECT_THAT(brief, Not(HasSubstr("target")));
}

TEST(Brief, WordOfFightingIsNoSecondWordForACapture) {
  EXPECT_THAT(text(), HasSubstr("Lahij, YE: ground taken — one voice on each point"));
}

TEST(Brief, TollsAreBoundsAndRunningTotalsStandApart) {
  const std::string brief = text();
  EXPECT_THAT(brief, HasSubstr("killed    7 to 12, best 7 (the governor; the interior ministry)"));
  EXPECT_THAT(brief, HasSubstr("Running totals over a period, not added to the events"));
}

TEST(Brief, DisputesNameBothSides) {
  EXPECT_THAT(text(), HasSubstr("7 killed according to the governor, 12 according to the interior ministry."));
}

TEST(Brief, SaysUnknownWhereNobodyTells) {
  LedgerReport r = report("r1", "", "");
  add_killed(r, 2, 2, "people", "", "", "");
  const std::string brief = to_text(situation_report(reconcile({r}, {}), {}));
  EXPECT_THAT(brief, HasSubstr("day unknown"));
  EXPECT_THAT(brief, HasSubstr("place unknown"));
  EXPECT_THAT(brief, HasSubstr("publication day unknown"));
}

TEST(Brief, AnEmptyLedgerSaysSo) {
  const std::string brief = to_text(situation_report(reconcile({}, {}), {}));
  EXPECT_THAT(brief, HasSubstr("No happening is reported."));
  EXPECT_THAT(brief, HasSubstr("no two voices contradict"));
}

TEST(Brief, FiltersByDayPlaceAndParty) {
  Filter day;
  day.from = parse_day("2015-03-03");
  EXPECT_THAT(text(day), Not(HasSubstr("fish market, reports")));
  Filter place;
  place.place = "Lahij";
  EXPECT_THAT(text(place), HasSubstr("Taken by the army"));
  EXPECT_THAT(text(place), Not(HasSubstr("7 people killed")));
  Filter side;
  side.party = "Lantern Movement";
  EXPECT_THAT(text(side), HasSubstr("7 people killed"));
  EXPECT_THAT(text(side), Not(HasSubstr("Taken by the army")));
}

TEST(Brief, LinesFitTheWidth) {
  const std::string brief = to_text(situation_report(account(), {}), 60);
  size_t begin = 0;
  while (begin < brief.size()) {
    const size_t end = brief.find('\n', begin);
    // The dash is one column and three bytes.
    EXPECT_LE(end - begin, 62U) << brief.substr(begin, end - begin);
    begin = end + 1;
  }
}

TEST(Brief, HtmlAndMarkdownEscapeWhatIsNotTheirs) {
  LedgerReport r = report("r1", "A <b> & Co", "2015-03-02");
  add_killed(r, 2, 2, "*people*", "Taiz", "2015-03-02", "");
  const Document document = situation_report(reconcile({r}, {}), {});
  EXPECT_THAT(to_html(document), HasSubstr("A &lt;b&gt; &amp; Co"));
  EXPECT_THAT(to_html(document), Not(HasSubstr("<b>")));
  EXPECT_THAT(to_markdown(document), HasSubstr("\\*people\\*"));
}

TEST(Phrase, ClaimsInWords) {
  Claim c;
  c.harm = Harm::killed;
  c.figure = {1, 1, false, false, ""};
  c.victims = party("Omar Saleh");
  EXPECT_EQ(claim_words(c), "Omar Saleh killed");
  c.victims = party("bodies");
  c.figure = {54, 54, false, false, ""};
  EXPECT_EQ(claim_words(c), "54 bodies");
  c.victims = party("three policemen");
  EXPECT_EQ(claim_words(c), "three policemen killed");
  c.victims = party("policemen");
  c.figure = {20, 30, true, false, ""};
  EXPECT_EQ(claim_words(c), "about 20 to 30 policemen killed");
  c.modality = Modality::denied;
  EXPECT_EQ(claim_words(c), "denied: about 20 to 30 policemen killed");
}

TEST(Phrase, PeriodsInWords) {
  EXPECT_EQ(in_words(Period{parse_day("2015-11-09"), parse_day("2015-11-12")}), "9 to 12 November 2015");
  EXPECT_EQ(in_words(Period{parse_day("2015-10-30"), parse_day("2015-11-02")}), "30 October to 2 November 2015");
  EXPECT_EQ(in_words(Period{{}, parse_day("2015-11-12")}), "until 12 November 2015");
  EXPECT_EQ(in_words(Period{}), "day unknown");
}

TEST(Tables, HaveAsManyCellsAsColumns) {
  const ledger::Account a = account();
  for (const Grid& grid :
       {events_table(a, {}), tally_table(a, {}), control_table(a, {}), claims_table(a, {}), voices_table(a), syndication_table(a)}) {
    for (const std::vector<std::string>& row : grid.rows) EXPECT_THAT(row, SizeIs(grid.columns.size()));
  }
  EXPECT_THAT(events_table(a, {}).rows, SizeIs(2));
  EXPECT_THAT(claims_table(a, {}).rows, SizeIs(6));
}

}  // namespace
}  // namespace herald::brief
