#include "intake/json_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace herald::intake {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(JsonLine, ReadsTheContractsFields) {
  const auto r = parse_json_line(
      R"j({"id":"x1","headline":"Two shot in Darsa","published":"2014-03-03T10:05:00+05:30","outlet":"Darsa Herald","url":"http://example.com/1","dateline":"DARSA, March 3 (AFP)","text":"Two men were\nshot.\n\nA third \u201cfled\u201d.","other":[1,{"text":"no"}]})j",
      "in.jsonl", 1);
  ASSERT_TRUE(r) << r.error().message();
  EXPECT_EQ(r->id, "x1");
  EXPECT_EQ(r->text, "Two shot in Darsa\n\nTwo men were shot.\n\nA third “fled”.");
  ASSERT_TRUE(r->headline_span);
  EXPECT_EQ(r->headline_span->in(r->text), "Two shot in Darsa");
  EXPECT_EQ(to_iso(*r->published), "2014-03-03T10:05:00+05:30");
  EXPECT_EQ(r->outlet, "Darsa Herald");
  EXPECT_EQ(r->url, "http://example.com/1");
  EXPECT_EQ(r->dateline, "DARSA, March 3 (AFP)");
  EXPECT_THAT(r->agencies, ElementsAre("AFP"));
  EXPECT_EQ(r->origin, "in.jsonl");
}

TEST(JsonLine, PiecesMapToTheLine) {
  const std::string line = R"j({"text":"He said \u201cgo\u201d,then\nleft town.\u0020Caf\u00e9 open."})j";
  const auto r = parse_json_line(line, "-", 1);
  ASSERT_TRUE(r);
  EXPECT_EQ(r->text, "He said “go”,then left town. Café open.");
  for (const SourcePiece& p : r->pieces) {
    ASSERT_LE(p.original_end, line.size());
    if (p.text.in(r->text) == "é") {
      EXPECT_EQ(line.substr(p.original, p.original_end - p.original), "\\u00e9");
    }
  }
}

TEST(JsonLine, PagesInsideLinesMapToTheLineToo) {
  const std::string line =
      R"j({"html":"<h1>Two shot<\/h1>\n<p>Two men were shot in Darsa on Monday, police said &amp; wrote. Nobody was held.<\/p>"})j";
  const auto r = parse_json_line(line, "-", 1);
  ASSERT_TRUE(r) << r.error().message();
  EXPECT_THAT(r->text, HasSubstr("police said & wrote."));
  const auto at = static_cast<uint32_t>(r->text.find("& wrote"));
  bool found = false;
  for (const SourcePiece& p : r->pieces)
    if (p.text.begin == at) {
      EXPECT_EQ(line.substr(p.original, p.original_end - p.original), "&amp;");
      found = true;
    }
  EXPECT_TRUE(found);
}

TEST(JsonLine, AHeadlineThatOpensTheBodyCountsOnce) {
  const auto same = parse_json_line(R"j({"headline":"Two shot in Darsa","text":"Two shot in Darsa\n\nTwo men were shot."})j", "-", 1);
  EXPECT_EQ(same->text, "Two shot in Darsa\n\nTwo men were shot.");
  EXPECT_EQ(same->headline_span, (Span{0, 17}));
  const auto run_in = parse_json_line(R"j({"headline":"Two shot in Darsa","text":"Two shot in Darsa. Police named no one."})j", "-", 1);
  EXPECT_EQ(run_in->text, "Two shot in Darsa. Police named no one.");
  EXPECT_EQ(run_in->headline_span, (Span{0, 18}));
  const auto sentence = parse_json_line(R"j({"headline":"Two shot","text":"Two shot themselves in Darsa."})j", "-", 1);
  EXPECT_EQ(sentence->text, "Two shot\n\nTwo shot themselves in Darsa.") << "a sentence that begins like the headline is none";
}

TEST(JsonLine, BodyIsKeptParagraphForParagraph) {
  const auto r = parse_json_line(
      R"j({"text":"Two men were shot dead in Darsa on Monday\n\nTwo men were shot dead in Darsa on Monday, police said.\n\nShare this article"})j",
      "-", 1);
  EXPECT_EQ(r->text,
            "Two men were shot dead in Darsa on Monday\n\nTwo men were shot dead in Darsa on Monday, police said.\n\nShare this article");
}

TEST(JsonLine, WrongInputNamesLineAndField) {
  struct Case {
    std::string_view line;
    std::string_view what;
  };
  for (const Case& c : {Case{R"j({"id":7,"text":"x"})j", "field \"id\" is a number"},
                        {R"j({"text":["x"]})j", "field \"text\" is a list"},
                        {R"j({"text":"x","published":{}})j", "field \"published\" is an object"},
                        {R"j({"text":"x","headline":true})j", "field \"headline\" is true or false"},
                        {R"j({"id":"a"})j", "no text"},
                        {R"j({"text":""})j", "no text"},
                        {R"j({"text":"  \n "})j", "no text"},
                        {R"j([1,2])j", "not a JSON object"},
                        {R"j({"text":"x")j", "not valid JSON"},
                        {R"j({"text":"\ud800"})j", "not valid JSON"},
                        {"{\"text\":\"\xFF\"}", "not valid UTF-8"}}) {
    const auto r = parse_json_line(c.line, "in.jsonl", 12);
    ASSERT_FALSE(r) << c.line;
    EXPECT_THAT(r.error().what, HasSubstr(c.what));
    EXPECT_EQ(r.error().line, 12U);
    EXPECT_EQ(r.error().origin, "in.jsonl");
    EXPECT_FALSE(r.error().hint.empty());
  }
}

TEST(JsonLine, NullCountsAsAbsent) {
  const auto r = parse_json_line(R"j({"id":null,"headline":null,"text":"Two men were shot in Darsa."})j", "-", 1);
  ASSERT_TRUE(r);
  EXPECT_EQ(r->id.size(), 16U);
  EXPECT_FALSE(r->headline_span);
}

TEST(JsonLine, ADateThatIsNoneIsLeftOpenAndSaid) {
  const auto r = parse_json_line(R"j({"text":"Two men were shot in Darsa.","published":"soon"})j", "-", 1);
  ASSERT_TRUE(r);
  EXPECT_FALSE(r->published);
  EXPECT_THAT(r->warnings, ElementsAre(HasSubstr("\"published\" is no date: soon"), "no publication date: relative dates left open"));
}

}  // namespace
}  // namespace herald::intake
