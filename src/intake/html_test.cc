#include "intake/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/files.h"
#include "intake/html_meta.h"

namespace herald::intake {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::string fixture() {
  return *base::read_file(HERALD_SOURCE_DIR "/test/intake/page.html");
}

Report read(std::string_view html) {
  auto r = parse_html(html, "page.html", {}, {});
  EXPECT_TRUE(r) << (r ? "" : r.error().message());
  return r ? *r : Report{};
}

TEST(Html, TakesTheArticleAndLeavesThePage) {
  const Report r = read(fixture());
  EXPECT_EQ(r.headline, "Clashes in Darsa kill nine, police say");
  EXPECT_EQ(r.text,
            "Clashes in Darsa kill nine, police say\n\n"
            "A second day of fighting in the hill town leaves shops shut and the road to the coast cut.\n\n"
            "DARSA, March 5 (AFP) — Nine people were killed on Wednesday when gunmen and soldiers fought for a second day in the hill town "
            "of Darsa, police said.\n\n"
            "Seven of the dead were civilians, said the town’s police chief, who blamed the rebels & their allies.\n\n"
            "A doctor at the hospital put the toll at twelve. “We have no more beds,” he said.\n\n"
            "Shops stayed shut.\n\n"
            "Road cut\n\n"
            "The army said that it had reopened the road to the coast, but drivers said it was still cut.");
}

TEST(Html, ReadsWhatThePageSaysOfItself) {
  const Report r = read(fixture());
  EXPECT_EQ(r.outlet, "The Darsa Herald");
  EXPECT_EQ(r.url, "https://www.darsaherald.example.in/world/clashes-in-darsa");
  EXPECT_THAT(r.agencies, ElementsAre("AFP"));
  ASSERT_TRUE(r.published && r.updated);
  EXPECT_EQ(to_iso(*r.published), "2014-03-05T18:20:00+05:30");
  EXPECT_EQ(to_iso(*r.updated), "2014-03-05T21:02:00+05:30");
  EXPECT_EQ(r.dateline, "DARSA, March 5 (AFP)");
  ASSERT_TRUE(r.standfirst_span);
  EXPECT_THAT(r.standfirst_span->in(r.text), HasSubstr("A second day"));
}

TEST(Html, PiecesMapToTheBytesOfThePage) {
  const std::string page = fixture();
  const Report r = read(page);
  const auto at = static_cast<uint32_t>(r.text.find("police chief, who"));
  bool found = false;
  for (const SourcePiece& p : r.pieces) {
    ASSERT_LE(p.original, p.original_end);
    ASSERT_LE(p.original_end, page.size());
    if (p.text.begin <= at && at < p.text.end) {
      EXPECT_EQ(page.substr(p.original + (at - p.text.begin), 17), "police chief, who");
      found = true;
    }
    if (p.text.in(r.text) == "’") {
      EXPECT_EQ(page.substr(p.original, p.original_end - p.original), "&rsquo;");
    }
  }
  EXPECT_TRUE(found);
}

TEST(Html, DateFromALineWhereNothingElseTells) {
  const Report r = read(
      "<html><body><h1>Two shot in Darsa</h1><div>Published : Mar 3, 2014, 10:05 am EET</div><p>Two men were shot dead in the market of "
      "Darsa on Monday, police said.</p><p>They left no word, and nobody was held so far.</p></body></html>");
  ASSERT_TRUE(r.published);
  EXPECT_EQ(to_iso(*r.published), "2014-03-03T10:05:00+02:00");
}

TEST(Html, PageOfTablesAndBreaks) {
  const Report r = read(
      "<table><tr><td><a href=a>Home</a><br><a href=b>News</a></td><td><font size=4><b>Two shot in Darsa</b></font><br><br>Two men were "
      "shot dead in the market of Darsa on Monday, police said.<br><br>Nobody was held, the chief said, and the market was open again by "
      "noon.</td></tr></table>");
  EXPECT_THAT(r.text, HasSubstr("police said.\n\nNobody was held"));
  EXPECT_THAT(r.text, Not(HasSubstr("Home")));
}

TEST(Html, CharsetOfTheHeaderThenOfThePage) {
  const std::string bytes = "<p>The \x93truce\x94 in Darsa held on Monday, a spokesman of the army said in the capital.</p>";
  EXPECT_THAT(parse_html(bytes, "x", "windows-1252", {})->text, HasSubstr("“truce”"));
  EXPECT_THAT(read("<meta charset=windows-1251><p>\xCF\xEE \xE4\xE0\xED\xED\xFB\xEC \xEF\xEE\xEB\xE8\xF6\xE8\xE8, \xE4\xE2\xEE\xE5 "
                   "\xF3\xE1\xE8\xF2\xFB, \xF1\xEE\xEE\xE1\xF9\xE0\xE5\xF2 \xE0\xE3\xE5\xED\xF2\xF1\xF2\xE2\xEE.</p>")
                  .text,
              HasSubstr("двое убиты"));
}

TEST(Html, RefusesNestingThatNoPageHas) {
  for (const char* tag : {"<div>", "<b>", "<ul><li>", "<div></span>", "<svg><td>", "<table><tr><td>", "<p><font>"}) {
    std::string html = "<html><body>";
    for (int i = 0; i < 100000; ++i) html += tag;
    const auto r = parse_html(html + "Three people were killed.", "deep.html", {}, {});
    ASSERT_FALSE(r) << tag;
    EXPECT_THAT(r.error().what, HasSubstr("nested"));
    EXPECT_TRUE(r.error().offset);
  }
}

TEST(Html, DeepButRealPagesPass) {
  std::string html;
  for (int i = 0; i < 300; ++i) html += "<div>";
  for (int i = 0; i < 5000; ++i) html += "<p>Unclosed paragraph number one of very many, as pages have had them since the start.";
  EXPECT_TRUE(parse_html(html, "long.html", {}, {}));
}

TEST(Html, PageWithoutTextSaysSo) {
  const auto r = parse_html("<html><body><script>load()</script><nav><a href=a>Home</a></nav></body></html>", "empty.html", {}, {});
  ASSERT_FALSE(r);
  EXPECT_THAT(r.error().message(), HasSubstr("empty.html: no article found"));
}

TEST(HtmlMeta, TakesTheSiteOutOfTitles) {
  EXPECT_EQ(without_site("Town falls - The Daily Herald", "The Daily Herald", ""), "Town falls");
  EXPECT_EQ(without_site("Darsa Today | Town falls", "", "www.darsatoday.example"), "Town falls");
  EXPECT_EQ(without_site("Town falls - army", "The Daily Herald", "example.com"), "Town falls - army");
}

}  // namespace
}  // namespace herald::intake
