#include "export/contract_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace herald::exports {
namespace {

using testing::HasSubstr;

// Every field of every kind set, with letters of two and three bytes before the spans.
CodedReport full() {
  CodedReport coded;
  Report& r = coded.report;
  r.id = "r1";
  r.origin = "reports/a.html";
  r.url = "https://news.example/a";
  r.outlet = "The Example";
  r.agencies = {"Reuters", "AFP"};
  r.headline = "Kobanî – siege ends";
  r.dateline = "KOBANÎ";
  r.published = parse_moment("2015-11-12T23:44:00+05:30");
  r.language = "en";
  r.text = "Kobanî – siege ends\n\nThree “fighters” died near Kobanî on Monday, a monitor said.";
  r.headline_span = Span{0, 22};
  r.warnings = {"no update time"};
  const auto at = [&](std::string_view words) {
    const auto begin = static_cast<uint32_t>(r.text.rfind(words));
    return Span{begin, begin + static_cast<uint32_t>(words.size())};
  };
  coded.sentences = {{0, 22}, {24, static_cast<uint32_t>(r.text.size())}};
  const auto mention = [&](std::string_view words, auto what) {
    Mention m;
    m.span = at(words);
    m.sentence = 1;
    m.what = std::move(what);
    coded.mentions.push_back(m);
  };
  Place place;
  place.ref = "geonames:1";
  place.name = "Kobanî";
  place.country = "SY";
  place.admin1 = "Aleppo";
  place.at = GeoPoint{36.89, 38.35};
  place.radius_km = 5;
  place.others = {{"Kobani", "geonames:2", {41.5, 44}, 0.25}};
  mention("fighters", Actor{ActorType::group, "", "fighters", "SY", PartyKind::combatants, false});
  mention("Kobanî", place);
  mention("Monday", Timex{TimexType::date, "2015-11-09", "", {parse_day("2015-11-09"), parse_day("2015-11-09")}});
  mention("Three", Quantity{3, 3, false, false, "fighters", false});
  mention("a monitor", Actor{ActorType::organisation, "actor:sohr", "Observatory", "", PartyKind::unknown, true});
  coded.mentions.back().form = MentionForm::nominal;
  coded.mentions.back().antecedent = 0;
  Attribution a;
  a.source = at("a monitor");
  a.cue = at("said");
  a.content = {at("Three"), at("near Kobanî")};
  a.name = "a monitor";
  a.ref = "actor:sohr";
  coded.attributions = {a};
  Claim c;
  c.id = "0123456789";
  c.incident = "i0";
  c.sentence = 1;
  c.trigger = at("died");
  c.evidence = {coded.sentences[1]};
  c.also = {{0, 22}};
  c.source = {{"a monitor", "actor:sohr", at("a monitor")}};
  c.date = ClaimDate{{parse_day("2015-11-09"), parse_day("2015-11-09")}, DatePrecision::day, at("Monday"), false};
  c.place = ClaimPlace{place, at("Kobanî")};
  c.harm = Harm::killed;
  c.figure.low = c.figure.high = 3;
  c.victims = Party{"fighters", "fighters", "", at("fighters")};
  c.party = PartyKind::combatants;
  c.groups = {"prisoners"};
  c.codes = {"Battles/Armed clash", "ASSAULT", "190"};
  c.confidence = 0.5;
  c.rule = "casualties.die";
  coded.claims = {c};
  Claim ground = c;
  ground.id = "1123456789";
  ground.type = ClaimType::control;
  ground.harm.reset();
  ground.figure = {};
  ground.victims.reset();
  ground.party = PartyKind::unknown;
  ground.groups.clear();
  ground.state = ControlState::handed_over;
  ground.holder = Party{"fighters", "Fighters", "actor:f", at("fighters")};
  ground.part = "large parts";
  coded.claims.push_back(ground);
  return coded;
}

TEST(ContractJson, RoundTripKeepsEveryField) {
  const std::string line = to_json_line(full());
  const auto back = from_json_line(line);
  ASSERT_TRUE(back.ok()) << back.error().message();
  EXPECT_EQ(to_json_line(*back), line);
  EXPECT_EQ(back->claims[0].trigger.in(back->report.text), "died");
  EXPECT_EQ(back->report.headline_span, full().report.headline_span);
  EXPECT_EQ(back->mentions[4].antecedent, 0U);
  EXPECT_EQ(back->claims[1].state, ControlState::handed_over);
}

TEST(ContractJson, SpansAreCodePoints) {
  const auto json = nlohmann::json::parse(to_json_line(full()));
  EXPECT_EQ(json["sentences"][0], (nlohmann::json{0, 19}));
  const auto span = json["mentions"][0]["span"];
  EXPECT_EQ(span[1].get<int>() - span[0].get<int>(), 8);
}

TEST(ContractJson, UnknownIsNull) {
  CodedReport coded;
  coded.report.id = "x";
  coded.claims.emplace_back().harm = Harm::killed;
  const auto json = nlohmann::json::parse(to_json_line(coded));
  EXPECT_TRUE(json["published"].is_null());
  EXPECT_TRUE(json["outlet"].is_null());
  EXPECT_TRUE(json["claims"][0]["low"].is_null());
  EXPECT_TRUE(json["claims"][0]["date"].is_null());
  EXPECT_TRUE(json["claims"][0]["victims"]["text"].is_null());
  EXPECT_EQ(json["claims"][0]["victims"]["party"], "unknown");
  EXPECT_FALSE(json["claims"][0].contains("state"));
}

TEST(ContractJson, FieldsMayBeMissing) {
  const auto back = from_json_line(
      R"({"id":"h1","text":"Two died.","claims":[{"id":"g0","type":"casualties","harm":"killed","low":2,"high":2,
          "date":{"start":"2006-11-26","end":"2006-11-26","precision":"day"},"place":{"name":"Urgon","method":"named"},"source":[{"name":"police","ref":null}],
          "by":null,"victims":{"text":"two","ref":null,"party":null},"trigger":[0,9],"evidence":[[0,9]]}]})");
  ASSERT_TRUE(back.ok()) << back.error().message();
  const Claim& c = back->claims.at(0);
  EXPECT_EQ(c.figure.low, 2);
  EXPECT_EQ(c.place->place.name, "Urgon");
  EXPECT_FALSE(c.place->place.at.has_value());
  EXPECT_EQ(c.source.at(0).name, "police");
  EXPECT_EQ(c.victims->name, "two");
  EXPECT_FALSE(c.by.has_value());
  EXPECT_EQ(c.party, PartyKind::unknown);
}

TEST(ContractJson, SaysWhichFieldIsWrong) {
  const auto problem = [](const std::string& line) {
    const auto r = from_json_line(line);
    return r.ok() ? std::string("read") : r.error().what;
  };
  EXPECT_THAT(problem("[1]"), HasSubstr("not a JSON object"));
  EXPECT_THAT(problem("{\"id\":"), HasSubstr("not valid JSON"));
  EXPECT_THAT(problem(R"({"text":"a"})"), HasSubstr("id: missing"));
  EXPECT_THAT(problem(R"({"id":"a"})"), HasSubstr("text: missing"));
  EXPECT_THAT(problem(R"({"id":7,"text":"a"})"), HasSubstr("id: not a string"));
  EXPECT_THAT(problem(R"({"schema":2,"id":"a","text":"a"})"), HasSubstr("schema"));
  EXPECT_THAT(problem(R"({"id":"a","text":"abc","sentences":[[0,4]]})"), HasSubstr("sentences[0]: not a span"));
  EXPECT_THAT(problem(R"({"id":"a","text":"abc","claims":[{"id":"c","type":"casualties","harm":"slain"}]})"),
              HasSubstr("claims[0].harm: not a word"));
  EXPECT_THAT(problem(R"({"id":"a","text":"abc","claims":[{"id":"c","type":"casualties","low":-2}]})"),
              HasSubstr("claims[0].low: not a count"));
  EXPECT_THAT(problem(R"({"id":"a","text":"abc","claims":[{"id":"c","type":"control","date":{"start":"2015-11-31"}}]})"),
              HasSubstr("claims[0].date.start: not a day"));
  EXPECT_THAT(problem(R"({"id":"a","text":"abc","claims":[{"id":"c","type":"control","date":{"start":"2015-11-12","end":"2015-11-10"}}]})"),
              HasSubstr("claims[0].date: ends before"));
  EXPECT_THAT(problem(error_line("a", "x.html", Error{.what = "empty", .origin = {}, .offset = {}, .line = {}, .hint = {}})),
              HasSubstr("was not read: empty"));
}

TEST(ContractJson, ErrorLineNamesIdOriginAndError) {
  const Error error{.what = "not valid UTF-8", .origin = "x.txt", .offset = 7, .line = {}, .hint = {}};
  EXPECT_EQ(error_line("", "x.txt", error), R"x({"schema":1,"id":null,"origin":"x.txt","error":"x.txt: not valid UTF-8 (byte 7)"})x");
}

}  // namespace
}  // namespace herald::exports
