#include "intake/warc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/gzip.h"

namespace herald::intake {
namespace {

using herald::testing::gzip;

using ::testing::ElementsAre;
using ::testing::HasSubstr;

const std::string kPage =
    "<html><head><title>Two shot</title></head><body><h1>Two shot</h1><p>Two men were shot dead in the caf\xE9 of Darsa on Monday, police "
    "said.</p></body></html>";

std::string record(const std::string& type, const std::string& block, const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: http://d.example/1\r\nWARC-Date: 2019-01-01T00:00:00Z\r\n" + more +
         "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string answer(const std::string& body, const std::string& headers = "Content-Type: text/html; charset=windows-1252\r\n",
                   const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

std::vector<std::string> read(const std::string& bytes) {
  std::vector<std::string> out;
  Reader reader(source_of(bytes));
  read_warc(reader, "crawl.warc.gz", [&](Result<Report> r) { out.push_back(r ? r->origin + "|" + r->text : "!" + r.error().message()); });
  if (reader.error()) out.push_back("!" + reader.error()->what);
  return out;
}

const std::string kWant = "http://d.example/1|Two shot\n\nTwo men were shot dead in the café of Darsa on Monday, police said.";

TEST(Warc, ReadsPagesAndPassesOverTheRest) {
  const std::string archive = record("warcinfo", "software: x") + record("request", "GET / HTTP/1.1") + record("response", answer(kPage)) +
                              record("response", answer("gone", "Content-Type: text/html\r\n", "404 Not Found")) +
                              record("response", answer("\x89PNG", "Content-Type: image/png\r\n")) +
                              record("resource", kPage, "Content-Type: text/html; charset=windows-1252\r\n");
  EXPECT_THAT(read(archive), ElementsAre(kWant, kWant));
}

TEST(Warc, ReadsAGzipMemberForEachRecord) {
  EXPECT_THAT(read(gzip(record("warcinfo", "x")) + gzip(record("response", answer(kPage))) + gzip(record("response", answer(kPage)))),
              ElementsAre(kWant, kWant));
}

TEST(Warc, UndoesTheCodingsOfTransport) {
  const std::string type = "Content-Type: text/html; charset=windows-1252\r\n";
  EXPECT_THAT(read(record("response", answer(gzip(kPage), type + "Content-Encoding: gzip\r\n"))), ElementsAre(kWant));
  const std::string chunked =
      "5\r\n" + kPage.substr(0, 5) + "\r\n" + "10\r\n" + kPage.substr(5, 16) + "\r\n96\r\n" + kPage.substr(21, 0x96) + "\r\n0\r\n\r\n";
  EXPECT_THAT(read(record("response", answer(chunked, type + "Transfer-Encoding: chunked\r\n"))).size(), 1U);
  EXPECT_THAT(read(record("response", answer(kPage, type + "Transfer-Encoding: chunked\r\n"))), ElementsAre(kWant))
      << "said to be chunked, but taken together already";
}

TEST(Warc, TheCrawlsDateIsNotTheReports) {
  const std::string bytes = record("response", answer(kPage));
  Reader reader(source_of(bytes));
  read_warc(reader, "x", [](Result<Report> r) {
    ASSERT_TRUE(r);
    EXPECT_FALSE(r->published);
    EXPECT_EQ(r->url, "http://d.example/1");
  });
}

TEST(Warc, BrokenArchivesSayWhere) {
  const std::string whole = record("response", answer(kPage));
  EXPECT_THAT(read(whole + whole.substr(0, 200)), ElementsAre(kWant, HasSubstr("breaks off (byte " + std::to_string(whole.size()))));
  EXPECT_THAT(read(whole + "rubbish\r\n"), ElementsAre(kWant, HasSubstr("no WARC record")));
  EXPECT_THAT(read("WARC/1.0\r\nWARC-Type: response\r\n\r\n"), ElementsAre(HasSubstr("without its length")));
  const std::string packed = gzip(whole);
  EXPECT_THAT(read(packed + packed.substr(0, packed.size() / 2)).back(), HasSubstr("gzip data breaks off"));
}

}  // namespace
}  // namespace herald::intake
