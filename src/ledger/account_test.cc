// What reports come to, on cases small enough to be worked out by hand.
#include "ledger/account.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "testing/reports.h"

namespace herald::ledger {
namespace {

using herald::testing::add_control;
using herald::testing::add_killed;
using herald::testing::add_violence;
using herald::testing::dump;
using herald::testing::party;
using herald::testing::report;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Bounds killed(const Event& event) {
  for (const HarmTally& t : event.tally) {
    if (t.harm == Harm::killed) return t.whole;
  }
  return {};
}

const HarmTally& killed_tally(const Event& event) {
  return *std::find_if(event.tally.begin(), event.tally.end(), [](const HarmTally& t) { return t.harm == Harm::killed; });
}

LedgerReport market_bomb(const std::string& id, const std::string& outlet, const std::string& when, int64_t dead,
                         const std::string& voice) {
  LedgerReport r = report(id, outlet, when);
  add_violence(r, Kind::bombing, "Taiz", "2015-03-02", "").target = party("a fish market");
  add_killed(r, dead, dead, "people", "Taiz", "2015-03-02", voice);
  return r;
}

TEST(Tally, ARisingTollFromOneVoiceIsAnUpdate) {
  const Account a = reconcile({market_bomb("r1", "Harbour Post", "2015-03-02T10:00:00Z", 7, "the governor"),
                               market_bomb("r2", "Harbour Post", "2015-03-02T18:00:00Z", 12, "the governor")},
                              {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_EQ(killed(a.events[0]), (Bounds{12, 12, 12}));
  EXPECT_THAT(a.events[0].contradictions, IsEmpty());
  EXPECT_EQ(a.events[0].grade, Grade::single);
  EXPECT_EQ(a.events[0].kind, "bombing");
}

TEST(Tally, TwoVoicesThatCannotBothBeRightAreNamed) {
  const Account a = reconcile({market_bomb("r1", "Harbour Post", "2015-03-02T10:00:00Z", 7, "the governor"),
                               market_bomb("r2", "Hill Gazette", "2015-03-02T18:00:00Z", 12, "the interior ministry")},
                              {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_EQ(killed(a.events[0]), (Bounds{7, 7, 12})) << "equal in reliability: the lower is the best figure";
  EXPECT_EQ(a.events[0].grade, Grade::disputed);
  EXPECT_THAT(a.events[0].contradictions, ElementsAre("7 killed according to the governor, 12 according to the interior ministry"));
}

TEST(Tally, AgreeingVoicesCorroborate) {
  const Account a = reconcile({market_bomb("r1", "Harbour Post", "2015-03-02T10:00:00Z", 7, "the governor"),
                               market_bomb("r2", "Hill Gazette", "2015-03-02T18:00:00Z", 7, "a doctor at the hospital")},
                              {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_EQ(killed(a.events[0]), (Bounds{7, 7, 7}));
  EXPECT_EQ(a.events[0].grade, Grade::corroborated);
  EXPECT_EQ(a.events[0].origins, 2U);
  EXPECT_EQ(a.events[0].outlets, 2U);
}

TEST(Tally, TenOutletsThatQuoteOneVoiceAreOneOrigin) {
  std::vector<LedgerReport> reports;
  for (int i = 0; i < 10; ++i) {
    reports.push_back(market_bomb("r" + std::to_string(i), "Outlet " + std::to_string(i), "2015-03-02T1" + std::to_string(i) + ":00:00Z", 9,
                                  "the Observatory"));
  }
  const Account a = reconcile(reports, {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_EQ(a.events[0].origins, 1U);
  EXPECT_EQ(a.events[0].outlets, 10U);
  EXPECT_EQ(a.events[0].grade, Grade::single);
}

// The toll of a war, told beside a bomb of its last days, is no toll of the bomb.
TEST(Linking, ATollOfYearsIsNoTollOfADay) {
  LedgerReport r = market_bomb("r1", "Harbour Post", "2015-03-02T10:00:00Z", 7, "the governor");
  Claim& war = add_killed(r, 9000, 9000, "people", "Taiz", "2015-03-02", "the governor");
  war.date->period.start = parse_day("2011-01-01");
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_EQ(killed(a.events[0]), (Bounds{7, 7, 7}));
  EXPECT_THAT(a.totals, SizeIs(1));
}

TEST(Tally, PartsGoIntoTheirWholeAndTheSplitAddsUp) {
  LedgerReport r = report("r1", "Harbour Post", "2015-03-02");
  const std::string whole = add_killed(r, 9, 9, "people", "Taiz", "2015-03-02", "").id;
  Claim& police = add_killed(r, 3, 3, "policemen", "Taiz", "2015-03-02", "");
  police.party = PartyKind::combatants;
  police.within = whole;
  Claim& women = add_killed(r, 2, 2, "women", "Taiz", "2015-03-02", "");
  women.party = PartyKind::civilians;
  women.within = whole;
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.events, SizeIs(1));
  const HarmTally& t = killed_tally(a.events[0]);
  EXPECT_EQ(t.whole, (Bounds{9, 9, 9}));
  EXPECT_EQ(t.by_kind[static_cast<size_t>(PartyKind::combatants)].best, 3);
  EXPECT_EQ(t.by_kind[static_cast<size_t>(PartyKind::civilians)].best, 2);
  EXPECT_EQ(t.by_kind[static_cast<size_t>(PartyKind::unknown)].best, 4);
}

TEST(Tally, FiguresOfTwoSidesAddUpButOnlyTheLargerIsCertain) {
  LedgerReport r = report("r1", "Harbour Post", "2015-03-02");
  add_killed(r, 6, 6, "soldiers", "Taiz", "2015-03-02", "").party = PartyKind::combatants;
  add_killed(r, 2, 2, "villagers", "Taiz", "2015-03-02", "").party = PartyKind::civilians;
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_EQ(killed(a.events[0]), (Bounds{6, 8, 8}));
}

// Soldiers whom one voice counts and civilians whom another does are not one figure told two ways.
TEST(Tally, GroupsOfDifferentPeopleDisputeNothing) {
  const auto told = [](const std::string& victims, PartyKind kind, int64_t n, const std::string& voice, LedgerReport& r) {
    Claim& c = add_killed(r, n, n, victims, "Taiz", "2015-03-02", voice);
    c.party = kind;
    c.incident = "i0";
  };
  LedgerReport r = report("r1", "Harbour Post", "2015-03-02T10:00:00Z");
  add_violence(r, Kind::clash, "Taiz", "2015-03-02", "").incident = "i0";
  told("soldiers", PartyKind::combatants, 17, "the governor", r);
  told("villagers", PartyKind::civilians, 2, "a baker", r);
  Account a = reconcile({r}, {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_THAT(a.events[0].contradictions, IsEmpty());
  EXPECT_EQ(killed(a.events[0]), (Bounds{17, 17, 19}));
  told("soldiers", PartyKind::combatants, 9, "a hospital doctor", r);
  a = reconcile({r}, {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_THAT(a.events[0].contradictions, ElementsAre("9 killed according to a hospital doctor, 17 according to the governor"));
  EXPECT_EQ(killed(a.events[0]), (Bounds{9, 9, 19}));
}

TEST(Tally, APartIsNoRivalOfAWholeUnlessItIsLarger) {
  const auto disputed = [](int64_t soldiers) {
    LedgerReport r = market_bomb("r1", "Harbour Post", "2015-03-02T10:00:00Z", 12, "the governor");
    Claim& c = add_killed(r, soldiers, soldiers, "soldiers", "Taiz", "2015-03-02", "the interior ministry");
    c.party = PartyKind::combatants;
    const Account a = reconcile({r}, {});
    EXPECT_THAT(a.events, SizeIs(1));
    return std::pair(killed(a.events[0]), a.events[0].contradictions.size());
  };
  EXPECT_EQ(disputed(3), std::pair(Bounds({12, 12, 12}), size_t{0}));
  EXPECT_EQ(disputed(20), std::pair(Bounds({12, 12, 20}), size_t{1}));
}

// One day's dead beside the dead of the battle so far.
TEST(Tally, ADayIsNoRivalOfARunningTotal) {
  LedgerReport r = report("r1", "Harbour Post", "2015-03-04T10:00:00Z");
  add_violence(r, Kind::clash, "Taiz", "2015-03-02/2015-03-04", "").incident = "i0";
  add_killed(r, 18, 18, "people", "Taiz", "2015-03-04", "the governor").incident = "i0";
  Claim& all = add_killed(r, 163, 163, "people", "Taiz", "2015-03-02/2015-03-04", "a monitor");
  all.incident = "i0";
  all.cumulative = true;
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_THAT(a.events[0].contradictions, IsEmpty());
  EXPECT_EQ(killed(a.events[0]), (Bounds{163, 163, 163}));
}

TEST(Tally, AtLeastLeavesTheTopOpenAndVagueWordsOnlyRaiseTheFloor) {
  LedgerReport r = report("r1", "Harbour Post", "2015-03-02");
  add_killed(r, 7, std::nullopt, "people", "Taiz", "2015-03-02", "the governor");
  const Account open = reconcile({r}, {});
  EXPECT_EQ(killed(open.events[0]), (Bounds{7, 7, std::nullopt}));
  LedgerReport v = report("r2", "Hill Gazette", "2015-03-02");
  Claim& several = add_killed(v, 3, std::nullopt, "several people", "Taiz", "2015-03-02", "");
  several.figure.vague = true;
  const Account vague = reconcile({v}, {});
  EXPECT_EQ(killed(vague.events[0]).low, 3);
  EXPECT_FALSE(killed(vague.events[0]).best);
  EXPECT_FALSE(killed(vague.events[0]).high);
}

TEST(Tally, EverySplitAddsUpToTheWhole) {
  LedgerReport one = market_bomb("r1", "Harbour Post", "2015-03-02T10:00:00Z", 7, "the governor");
  add_killed(one, 4, 4, "children", "Taiz", "2015-03-02", "the governor").party = PartyKind::civilians;
  const Account a = reconcile({one, market_bomb("r2", "Hill Gazette", "2015-03-02T18:00:00Z", 12, "the interior ministry")}, {});
  const HarmTally& t = killed_tally(a.events[0]);
  Bounds kinds{0, 0, 0};
  for (const Bounds& b : t.by_kind) kinds = {*kinds.low + *b.low, *kinds.best + *b.best, *kinds.high + *b.high};
  EXPECT_EQ(kinds, t.whole);
  Bounds sides{0, 0, 0};
  for (const SideBounds& s : t.by_side) sides = {*sides.low + *s.bounds.low, *sides.best + *s.bounds.best, *sides.high + *s.bounds.high};
  EXPECT_EQ(sides, t.whole);
}

TEST(Linking, AnotherDayOrAnotherTownIsAnotherEvent) {
  LedgerReport next_week = market_bomb("r2", "Hill Gazette", "2015-03-10", 7, "");
  for (Claim& c : next_week.claims) c.date = herald::testing::dated("2015-03-09");
  LedgerReport elsewhere = market_bomb("r3", "Hill Gazette", "2015-03-03", 7, "");
  for (Claim& c : elsewhere.claims) c.place->place = herald::testing::place("Zabid");
  EXPECT_THAT(reconcile({market_bomb("r1", "Harbour Post", "2015-03-02", 7, ""), next_week, elsewhere}, {}).events, SizeIs(3));
}

TEST(Linking, AnIncidentThatHoldsTwoDaysIsTwoEvents) {
  LedgerReport r = market_bomb("r1", "Harbour Post", "2015-03-12", 7, "");
  add_killed(r, 30, 30, "people", "Aden", "2014-06-01", "");
  EXPECT_THAT(reconcile({r}, {}).events, SizeIs(2));
}

// A toll that a later report tells without a day of its own is dated to the report; it may be of the attack of some days before.
TEST(Linking, AnInheritedDayWeighsLessThanAStatedOne) {
  const auto later = [](bool inherited) {
    LedgerReport r = report("r2", "Hill Gazette", "2015-03-06T10:00:00Z");
    Claim& attack = add_violence(r, Kind::bombing, "Taiz", "2015-03-06", "");
    attack.target = party("a fish market");
    attack.date->inherited = inherited;
    add_killed(r, 23, 23, "traders at a fish market", "Taiz", "2015-03-06", "").date->inherited = inherited;
    return reconcile({market_bomb("r1", "Harbour Post", "2015-03-02T10:00:00Z", 23, "the governor"), r}, {}).events.size();
  };
  EXPECT_EQ(later(true), 1U);
  EXPECT_EQ(later(false), 2U);
}

TEST(Linking, ATollOverTheMonthOfItsAttackIsNoRunningTotal) {
  LedgerReport r = report("r1", "Harbour Post", "2015-06-02T10:00:00Z");
  Claim& attack = add_violence(r, Kind::bombing, "Taiz", "2015-03-01/2015-03-31", "");
  attack.incident = "i0";
  Claim& toll = add_killed(r, 30, 30, "people", "Taiz", "2015-03-01/2015-03-31", "");
  toll.cumulative = true;
  toll.incident = "i0";
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_EQ(killed(a.events[0]), (Bounds{30, 30, 30}));
  EXPECT_THAT(a.totals, IsEmpty());
}

TEST(Linking, ATotalOverTwoBlastsIsTheirParent) {
  LedgerReport r = report("r1", "Harbour Post", "2015-03-02");
  add_killed(r, 12, 12, "people", "", "2015-03-02", "").incident = "i2";
  add_violence(r, Kind::bombing, "Taiz", "2015-03-02", "");
  add_killed(r, 9, 9, "shoppers", "Taiz", "2015-03-02", "");
  add_violence(r, Kind::bombing, "Aden", "2015-03-02", "").incident = "i1";
  add_killed(r, 3, 3, "guards", "Aden", "2015-03-02", "").incident = "i1";
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.events, SizeIs(3));
  const auto parent = std::find_if(a.events.begin(), a.events.end(), [](const Event& e) { return !e.children.empty(); });
  ASSERT_NE(parent, a.events.end());
  EXPECT_EQ(killed(*parent).best, 12);
  EXPECT_THAT(parent->children, SizeIs(2));
  EXPECT_EQ(a.event(parent->children[0])->part_of, parent->id);
}

// Eight in one town and eleven in another are nineteen, but nineteen in the first town is a rival count of the eight.
TEST(Linking, AFigureOfOneTownIsNoTotalOverAnother) {
  LedgerReport r = report("r1", "Harbour Post", "2015-03-02T10:00:00Z");
  add_violence(r, Kind::bombing, "Taiz", "2015-03-02", "").incident = "i0";
  add_killed(r, 8, 8, "people", "Taiz", "2015-03-02", "the mayor").incident = "i0";
  add_violence(r, Kind::clash, "Aden", "2015-03-02", "").incident = "i1";
  add_killed(r, 11, 11, "people", "Aden", "2015-03-02", "").incident = "i1";
  add_killed(r, 19, 19, "people", "Taiz", "2015-03-02", "the clan elders").incident = "i0";
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.events, SizeIs(2));
  const auto disputed = std::count_if(a.events.begin(), a.events.end(), [](const Event& e) { return !e.contradictions.empty(); });
  EXPECT_EQ(disputed, 1);
}

TEST(Linking, ARunningTotalIsNoEvent) {
  LedgerReport r = market_bomb("r1", "Harbour Post", "2015-03-02", 7, "");
  add_killed(r, 200, std::nullopt, "people", "Taiz", "2015-01-01/2015-03-02", "the Observatory").cumulative = true;
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_EQ(killed(a.events[0]), (Bounds{7, 7, 7}));
  ASSERT_THAT(a.totals, SizeIs(1));
  EXPECT_EQ(a.totals[0].low, 200);
  EXPECT_THAT(a.totals[0].events, ElementsAre(a.events[0].id));
}

TEST(Syndication, ACopyIsNoSecondVoiceAndNoLaterUpdate) {
  const std::string words =
      "A bomb hidden in a crate of mackerel tore through the crowded fish market of Taiz on Monday morning and killed seven people who had "
      "come early to buy.";
  LedgerReport first = report("r1", "Harbour Post", "2015-03-02T08:00:00Z");
  Claim& seven = herald::testing::add(first, ClaimType::casualties, "Taiz", "2015-03-02", "the governor", words);
  seven.harm = Harm::killed;
  seven.figure = {7, 7, false, false, ""};
  LedgerReport update = market_bomb("r2", "Harbour Post", "2015-03-02T12:00:00Z", 12, "the governor");
  LedgerReport late = first;
  late.report.id = "r3";
  late.report.outlet = "Valley Mail";
  late.report.published = parse_moment("2015-03-02T20:00:00Z");
  late.key = "late";
  const Account a = reconcile({first, update, late}, {});
  ASSERT_THAT(a.events, SizeIs(1));
  EXPECT_EQ(killed(a.events[0]), (Bounds{12, 12, 12}));
  ASSERT_THAT(a.syndication, SizeIs(1));
  EXPECT_EQ(a.syndication[0].id, "r1");
  ASSERT_THAT(a.syndication[0].copies, SizeIs(2));
  EXPECT_EQ(a.syndication[0].copies[1].report, "r3");
  EXPECT_DOUBLE_EQ(a.syndication[0].copies[1].share, 1);
}

TEST(Control, VoicesThatCannotAllBeRightMakeAPlaceDisputed) {
  LedgerReport r = report("r1", "Harbour Post", "2015-11-12");
  add_control(r, ControlState::taken, "the army", "Lahij", "2015-11-12", "state television").from = party("the rebels");
  add_control(r, ControlState::taken, "the army", "Lahij", "2015-11-12", "the Observatory").part = "large parts";
  add_control(r, ControlState::contested, "", "Lahij", "2015-11-12", "the Observatory");
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.control, SizeIs(2));
  EXPECT_EQ(a.control[0].status, ControlStatus::held);
  EXPECT_EQ(a.control[0].holder->text, "the rebels");
  EXPECT_EQ(a.control[0].to, parse_day("2015-11-11"));
  EXPECT_EQ(a.control[1].status, ControlStatus::disputed);
  EXPECT_TRUE(a.control[1].fighting);
  EXPECT_EQ(a.control[1].from, parse_day("2015-11-12"));
  EXPECT_FALSE(a.control[1].to);
}

TEST(Control, PartsOfOneVoiceDivideAPlace) {
  LedgerReport r = report("r1", "Harbour Post", "2015-11-12");
  add_control(r, ControlState::held, "the government", "Taiz", "2012-07-01/2015-11-12", "").part = "the west";
  add_control(r, ControlState::held, "the rebels", "Taiz", "2012-07-01/2015-11-12", "").part = "the east";
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.control, SizeIs(1));
  EXPECT_EQ(a.control[0].status, ControlStatus::divided);
  EXPECT_THAT(a.control[0].holders, SizeIs(2));
  EXPECT_EQ(a.control[0].from, parse_day("2012-07-01"));
  EXPECT_THAT(a.events, IsEmpty()) << "who has held a place for years is no event";
}

TEST(Control, ASiegeEndsWithItsRelief) {
  LedgerReport r = report("r1", "Harbour Post", "2015-11-12");
  add_control(r, ControlState::besieged, "the rebels", "Anad airbase", "2013-11-01/2015-11-10", "");
  add_control(r, ControlState::relieved, "government troops", "Anad airbase", "2015-11-10", "").from = party("the rebels");
  const Account a = reconcile({r}, {});
  ASSERT_THAT(a.control, SizeIs(2));
  EXPECT_EQ(a.control[0].status, ControlStatus::besieged);
  EXPECT_EQ(a.control[0].besieger->text, "the rebels");
  EXPECT_FALSE(a.control[0].holder) << "nobody says who holds it";
  EXPECT_EQ(a.control[1].status, ControlStatus::held);
  EXPECT_EQ(a.control[1].holder->text, "government troops");
}

TEST(Control, AnOlderWordDoesNotDisputeALaterChange) {
  LedgerReport old = report("r1", "Harbour Post", "2015-11-01");
  add_control(old, ControlState::held, "the rebels", "Lahij", "2015-10-01/2015-11-01", "");
  LedgerReport later = report("r2", "Hill Gazette", "2015-11-12");
  add_control(later, ControlState::taken, "the army", "Lahij", "2015-11-12", "");
  const Account a = reconcile({old, later}, {});
  ASSERT_THAT(a.control, SizeIs(2));
  EXPECT_EQ(a.control[0].holder->text, "the rebels");
  EXPECT_EQ(a.control[1].status, ControlStatus::held);
  EXPECT_EQ(a.control[1].holder->text, "the army");
}

TEST(Grades, ADenialDisputesAndADenialAloneDenies) {
  LedgerReport r = market_bomb("r1", "Harbour Post", "2015-03-02", 7, "the governor");
  LedgerReport denial = report("r2", "Hill Gazette", "2015-03-03");
  Claim& denied = add_violence(denial, Kind::bombing, "Taiz", "2015-03-02", "the army");
  denied.modality = Modality::denied;
  EXPECT_EQ(reconcile({denial}, {}).events.at(0).grade, Grade::denied);
  const Account both = reconcile({r, denial}, {});
  ASSERT_THAT(both.events, SizeIs(1));
  EXPECT_EQ(both.events[0].grade, Grade::disputed);
}

Decision decision(Action action, const std::string& target, const std::string& other = {}, const std::string& field = {},
                  const std::string& value = {}, const std::string& who = "Ana", const std::string& when = "2015-04-01T00:00:00Z") {
  return {action, target, other, field, value, who, "checked by telephone", *parse_moment(when)};
}

TEST(Decisions, RejectCorrectMergeSplitAndPinApply) {
  const LedgerReport r1 = market_bomb("r1", "Harbour Post", "2015-03-02", 7, "the governor");
  const LedgerReport r2 = market_bomb("r2", "Hill Gazette", "2015-03-02", 12, "the interior ministry");
  EXPECT_EQ(killed(reconcile({r1, r2}, {decision(Action::reject, "r2#c1")}).events.at(0)), (Bounds{7, 7, 7}));
  EXPECT_EQ(
      killed(reconcile({r1, r2}, {decision(Action::correct, "r2#c1", "", "high", "8"), decision(Action::correct, "r2#c1", "", "low", "8")})
                 .events.at(0))
          .high,
      8);
  EXPECT_THAT(reconcile({r1, r2}, {decision(Action::split, "r1#c1", "r2#c1")}).events, SizeIs(2));
  LedgerReport far = r2;
  for (Claim& c : far.claims) c.place->place = herald::testing::place("Zabid");
  ASSERT_THAT(reconcile({r1, far}, {}).events, SizeIs(2));
  const Account merged = reconcile({r1, far}, {decision(Action::merge, "r1#c1", "r2#c1")});
  ASSERT_THAT(merged.events, SizeIs(1));
  EXPECT_THAT(merged.events[0].decisions, ElementsAre("merge by Ana: checked by telephone"));
  EXPECT_EQ(killed(reconcile({r1, r2}, {decision(Action::pin, "r1#c1", "", "killed", "11")}).events.at(0)), (Bounds{11, 11, 11}));
}

TEST(Decisions, TwoPeopleWhoDecideOtherwiseAreTold) {
  const LedgerReport r1 = market_bomb("r1", "Harbour Post", "2015-03-02", 7, "the governor");
  const Account a =
      reconcile({r1}, {decision(Action::accept, "r1#c1", "", "", "", "Bela", "2015-04-02T00:00:00Z"), decision(Action::reject, "r1#c1")});
  EXPECT_FALSE(a.claims.at(1).rejected) << "the later one stands";
  EXPECT_THAT(a.notes, ElementsAre("Ana and Bela decided otherwise on r1#c1; the later one, Bela, stands"));
}

TEST(AsOf, GivesTheLedgerAsItStood) {
  const std::vector<LedgerReport> reports{market_bomb("r1", "Harbour Post", "2015-03-02T10:00:00Z", 7, "the governor"),
                                          market_bomb("r2", "Harbour Post", "2015-03-02T18:00:00Z", 12, "the governor")};
  Options then;
  then.as_of = parse_moment("2015-03-02T12:00:00Z");
  EXPECT_EQ(killed(reconcile(reports, {}, then).events.at(0)), (Bounds{7, 7, 7}));
}

TEST(Properties, TheSameReportTwiceChangesNothing) {
  const LedgerReport r1 = market_bomb("r1", "Harbour Post", "2015-03-02", 7, "the governor");
  const LedgerReport r2 = market_bomb("r2", "Hill Gazette", "2015-03-02", 12, "the interior ministry");
  EXPECT_EQ(dump(reconcile({r1, r2, r1, r2, r1}, {})), dump(reconcile({r1, r2}, {})));
}

TEST(Properties, NothingComesOfNothing) {
  const Account a = reconcile({}, {});
  EXPECT_EQ(dump(a), "");
}

}  // namespace
}  // namespace herald::ledger
