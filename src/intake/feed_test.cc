#include "intake/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace herald::intake {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<Report> read(std::string_view feed) {
  std::vector<Report> out;
  read_feed(feed, "feed.xml", [&](Result<Report> r) {
    EXPECT_TRUE(r) << (r ? "" : r.error().message());
    if (r) out.push_back(*r);
  });
  return out;
}

constexpr std::string_view kRss = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- a comment with <item> in it -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Darsa Herald</title><link>http://darsaherald.example/</link>
<item><title>Two shot &amp; one held in Darsa</title><link>http://darsaherald.example/1</link><pubDate>Mon, 03 Mar 2014 10:05:00 +0530</pubDate>
<dc:creator><![CDATA[Reuters]]></dc:creator><description>Two men were shot.</description>
<content:encoded><![CDATA[<p>Two men were shot dead in the market of Darsa on Monday, police said.</p><p>A third man was held &amp; later let go, the chief said.</p>]]></content:encoded></item>
<item><title>Road cut</title><link>http://darsaherald.example/2</link><pubDate>Tue, 04 Mar 2014 08:00:00 GMT</pubDate>
<description>&lt;p&gt;Rebels cut the road from Darsa to the coast on Tuesday, drivers said.&lt;/p&gt;</description></item>
</channel></rss>)";

TEST(Feed, ReadsRss) {
  const auto r = read(kRss);
  ASSERT_EQ(r.size(), 2U);
  EXPECT_EQ(r[0].outlet, "The Darsa Herald");
  EXPECT_EQ(r[0].headline, "Two shot & one held in Darsa");
  EXPECT_EQ(r[0].url, "http://darsaherald.example/1");
  EXPECT_THAT(r[0].agencies, ElementsAre("Reuters"));
  EXPECT_EQ(to_iso(*r[0].published), "2014-03-03T10:05:00+05:30");
  EXPECT_EQ(r[0].text,
            "Two shot & one held in Darsa\n\nTwo men were shot dead in the market of Darsa on Monday, police said.\n\nA third man was held "
            "& later let go, the chief said.");
  EXPECT_EQ(r[1].text, "Road cut\n\nRebels cut the road from Darsa to the coast on Tuesday, drivers said.");
}

TEST(Feed, PiecesMapToTheItem) {
  for (const Report& r : read(kRss)) {
    EXPECT_TRUE(r.original.starts_with("<item>") && r.original.ends_with("</item>"));
    bool any = false;
    for (const SourcePiece& p : r.pieces) {
      if (p.text.size() < 10) continue;
      EXPECT_EQ(r.original.substr(p.original, p.original_end - p.original), p.text.in(r.text));
      any = true;
    }
    EXPECT_TRUE(any);
  }
}

TEST(Feed, ReadsAtom) {
  const auto r = read(R"(<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Darsa Wire</title>
<entry><title>Two shot</title><link rel="self" href="http://d.example/self"/><link href="http://d.example/1"/><published>2014-03-03T10:05:00Z</published><updated>2014-03-03T12:00:00Z</updated>
<summary>short</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Two men were shot dead in the market of Darsa on Monday, police said.</p></div></content></entry></feed>)");
  ASSERT_EQ(r.size(), 1U);
  EXPECT_EQ(r[0].outlet, "Darsa Wire");
  EXPECT_EQ(r[0].url, "http://d.example/1");
  EXPECT_EQ(to_iso(*r[0].updated), "2014-03-03T12:00:00Z");
  EXPECT_EQ(r[0].text, "Two shot\n\nTwo men were shot dead in the market of Darsa on Monday, police said.");
}

TEST(Feed, ATeaserIsReadAsItStands) {
  const auto r = read(
      "<rss><channel><title>T</title><item><title>Two shot</title><description>Two shot in Darsa "
      "market</description></item></channel></rss>");
  ASSERT_EQ(r.size(), 1U);
  EXPECT_EQ(r[0].text, "Two shot\n\nTwo shot in Darsa market");
}

TEST(Feed, DeclaredEntitiesAreNotExpanded) {
  const auto r = read(
      "<!DOCTYPE rss [<!ENTITY a \"boom\">]><rss><channel><title>T</title><item><title>Two shot</title><description>Two men were shot dead "
      "in Darsa on Monday &a;&a; police said.</description></item></channel></rss>");
  ASSERT_EQ(r.size(), 1U);
  EXPECT_THAT(r[0].text, HasSubstr("&a;&a;"));
}

TEST(Feed, OneWithoutItemsSaysSo) {
  read_feed("<rss><channel><title>T</title></channel></rss>", "feed.xml", [](Result<Report> r) {
    ASSERT_FALSE(r);
    EXPECT_THAT(r.error().message(), HasSubstr("feed.xml: a feed without items"));
  });
}

}  // namespace
}  // namespace herald::intake
