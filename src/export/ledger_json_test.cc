#include "export/ledger_json.h"

#include <gtest/gtest.h>

namespace herald::exports {
namespace {

TEST(LedgerJson, EventSplitsItsTallyAndNamesItsVoices) {
  Event e;
  e.id = "abc";
  e.kind = "bombing";
  e.date = ClaimDate{{parse_day("2014-03-05"), parse_day("2014-03-05")}, DatePrecision::day, {}, false};
  HarmTally t;
  t.whole = {7, 12, 12};
  t.by_kind[static_cast<size_t>(PartyKind::civilians)] = {7, 7, 7};
  t.by_side = {{"actor:taliban", "Taliban", {0, 0, 5}}, {"", "", {7, 12, 12}}};
  e.tally = {t};
  EventVoice v;
  v.name = "the governor";
  v.figures = {{Harm::killed, 7, 7}};
  v.said = parse_moment("2014-03-05T11:00:00Z");
  e.voices = {v};
  const auto json = event_json(e);
  EXPECT_EQ(json["tally"]["killed"]["best"], 12);
  EXPECT_EQ(json["tally"]["killed"]["by_kind"]["civilians"]["high"], 7);
  EXPECT_TRUE(json["tally"]["killed"]["by_kind"]["combatants"]["low"].is_null());
  EXPECT_EQ(json["tally"]["killed"]["by_side"]["actor:taliban"]["high"], 5);
  EXPECT_EQ(json["tally"]["killed"]["by_side"]["unknown"]["low"], 7);
  EXPECT_EQ(json["voices"][0]["killed"], (nlohmann::json{7, 7}));
  EXPECT_EQ(json["voices"][0]["said"], "2014-03-05T11:00:00Z");
  EXPECT_TRUE(json["part_of"].is_null());
  EXPECT_TRUE(json["place"].is_null());
}

TEST(LedgerJson, OpenControlHasNullDaysAndHolder) {
  ControlRow row;
  row.place.name = "Al-Hader";
  row.status = ControlStatus::disputed;
  row.from = parse_day("2015-11-12");
  const auto json = control_json(row);
  EXPECT_EQ(json["place"]["name"], "Al-Hader");
  EXPECT_EQ(json["status"], "disputed");
  EXPECT_EQ(json["from"], "2015-11-12");
  EXPECT_TRUE(json["to"].is_null());
  EXPECT_TRUE(json["holder"].is_null());
}

TEST(LedgerJson, ClaimOfTheLedgerKeepsItsWordsAndReport) {
  ledger::Account account;
  ledger::LedgerReport& r = account.reports.emplace_back();
  r.report.id = "r1";
  r.report.text = "Kobanî: two died.";
  r.claims.resize(1);
  r.claims[0].id = "c1";
  r.claims[0].evidence = {{0, static_cast<uint32_t>(r.report.text.size())}};
  ledger::ClaimRow row;
  row.id = "r1#c1";
  const auto json = ledger_claim_json(account, row);
  EXPECT_EQ(json["id"], "r1#c1");
  EXPECT_EQ(json["report"], "r1");
  EXPECT_EQ(json["words"][0], r.report.text);
  EXPECT_EQ(json["evidence"][0][1], 17);
  EXPECT_TRUE(json["event"].is_null());
}

}  // namespace
}  // namespace herald::exports
