#include "intake/intake.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zstd.h>

#include <fstream>
#include <random>

#include "base/files.h"
#include "base/utf8.h"
#include "intake/feed.h"
#include "intake/stream.h"
#include "intake/warc.h"
#include "testing/gzip.h"

namespace herald::intake {
namespace {

using herald::testing::gzip;

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Intake : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::path(::testing::TempDir()) / ("herald_intake_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path put(const std::string& name, std::string_view bytes) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  // Ids of reports, and "!" with the message of what was refused.
  std::vector<std::string> read(const fs::path& path) {
    std::vector<std::string> out;
    read_input(path, [&](Result<Report> r) {
      out.push_back(r ? r->text : "!" + r.error().message());
      if (r) return;
      EXPECT_FALSE(r.error().hint.empty()) << out.back();
      EXPECT_EQ(out.back().find('\n'), std::string::npos);
    });
    return out;
  }
  fs::path folder_;
};

const std::string kText = "Two men were shot in Darsa on Monday, police said.";

std::string zstd(std::string_view s) {
  std::string out(ZSTD_compressBound(s.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), s.data(), s.size(), 3));
  return out;
}

TEST_F(Intake, KnowsAFileByItsContent) {
  EXPECT_THAT(read(put("page.txt", "<!DOCTYPE html><html><body><p>" + kText + "</p></body></html>")), ElementsAre(kText));
  EXPECT_THAT(read(put("text.html", kText)), ElementsAre(kText));
  EXPECT_THAT(read(put("lines.dat", "{\"text\":\"" + kText + "\"}\n\n{\"text\":\"" + kText + "\"}")), ElementsAre(kText, kText));
  EXPECT_THAT(read(put("packed.txt", gzip("{\"text\":\"" + kText + "\"}\n") + gzip("{\"text\":\"" + kText + "\"}\n"))),
              ElementsAre(kText, kText))
      << "two gzip members";
  EXPECT_THAT(read(put("packed.gz", zstd(kText))), ElementsAre(kText));
  EXPECT_THAT(read(put("marked.txt", "\xEF\xBB\xBF" + kText)), ElementsAre(kText));
}

TEST_F(Intake, ReadsFoldersInTheOrderOfNames) {
  put("b.txt", "B: " + kText);
  put("a/2.txt", "A2: " + kText);
  put("a/1.txt", "A1: " + kText);
  put(".hidden", "hidden");
  fs::create_directory_symlink(folder_, folder_ / "a" / "loop");
  EXPECT_THAT(read(folder_), ElementsAre("A1: " + kText, "A2: " + kText, "B: " + kText));
}

TEST_F(Intake, EachBadInputIsOneLineAndTheRestGoesOn) {
  put("01-empty", "");
  put("02-blank", " \n\n ");
  put("03-zero", std::string("text\0text", 9));
  put("04-program",
      "\x7F"
      "ELF....");
  put("05-cut", "Two men were shot in caf\xC3");
  put("06-gzip", gzip(kText).substr(0, 5));
  put("07-gzip", gzip(kText + kText).substr(0, 30));
  put("08-json", "{\"text\":1}\n{\"text\":\"" + kText + "\"}\n");
  put("09-pretty", "{\n\"text\": \"x\"\n}\n");
  put("10-zstd", zstd(kText).substr(0, 9));
  put("11-good", kText);
  put("12-xml", "<?xml version=\"1.0\"?><invoice/>");
  const auto out = read(folder_);
  ASSERT_EQ(out.size(), 13U);
  EXPECT_THAT(out[0], HasSubstr("01-empty: empty"));
  EXPECT_THAT(out[1], HasSubstr("empty"));
  EXPECT_THAT(out[2], HasSubstr("not text: it holds zero bytes (byte 4)"));
  EXPECT_THAT(out[3], HasSubstr("not text but a program"));
  EXPECT_THAT(out[4], HasSubstr("breaks off inside a character (byte 24)"));
  EXPECT_THAT(out[5], HasSubstr("gzip data breaks off"));
  EXPECT_THAT(out[6], HasSubstr("gzip data breaks off"));
  EXPECT_THAT(out[7], HasSubstr("08-json:1: field \"text\" is a number"));
  EXPECT_EQ(out[8], kText);
  EXPECT_THAT(out[9], HasSubstr("JSON spread over many lines"));
  EXPECT_THAT(out[10], HasSubstr("zstd data breaks off"));
  EXPECT_EQ(out[11], kText);
  EXPECT_THAT(out[12], HasSubstr("neither a page nor a feed"));
  EXPECT_THAT(read(folder_ / "missing"), ElementsAre(HasSubstr("no such file")));
}

TEST_F(Intake, RefusesOneLineOfFiftyMegabytes) {
  std::string line;
  while (line.size() < size_t{50} << 20) line += "Two men were shot in Darsa. ";
  EXPECT_THAT(read(put("one-line.txt", line)), ElementsAre(HasSubstr("more than 32 MB")));
  EXPECT_THAT(read(put("packed-line.gz", gzip(line))), ElementsAre(HasSubstr("more than 32 MB")));
  EXPECT_THAT(read(put("one-line.jsonl", "{\"text\":\"" + line + "\"}\n{\"text\":\"" + kText + "\"}\n")),
              ElementsAre(HasSubstr("a line of more than 40 MB"), kText));
  line.resize(size_t{5} << 20);
  EXPECT_THAT(read(put("five.txt", line)), ElementsAre(HasSubstr("more than 4 MB of text")));
}

// What the header of Report promises, whatever it was made from.
void expect_sound(const Report& r) {
  const auto size = static_cast<uint32_t>(r.text.size());
  EXPECT_EQ(base::first_invalid_utf8(r.text), std::nullopt);
  EXPECT_FALSE(r.text.empty());
  EXPECT_FALSE(r.id.empty());
  for (const auto& span : {r.headline_span, r.standfirst_span, r.dateline_span})
    EXPECT_TRUE(!span || (span->begin < span->end && span->end <= size));
  uint32_t last = 0;
  for (const SourcePiece& p : r.pieces) {
    EXPECT_TRUE(last <= p.text.begin && p.text.begin < p.text.end && p.text.end <= size && p.original <= p.original_end);
    last = p.text.end;
  }
}

// Whatever the bytes, a report holds what its header promises, and nothing crashes. Mutations of real forms from a fixed seed.
TEST_F(Intake, MutatedInputsKeepThePromises) {
  const std::string page = *base::read_file(HERALD_SOURCE_DIR "/test/intake/page.html");
  const std::string text =
      "Tuesday, Feb 4, 2020\n\nTwo shot in Darsa\n\nREUTERS\nPublished : Mar 3, 2014, 10:05 am IST\n\nDARSA (AP) - Two menwere shot,police "
      "said. Caf\u00e9 \u201copen\u201d \u00e2\u20ac\u201c Hezboll-ah.\n";
  const std::string json =
      "{\"id\":\"a\",\"headline\":\"Two shot\",\"text\":\"Two men \\u201cwere\\u201d shot.\\n\\nDARSA (AP) - "
      "One,two.\",\"published\":\"2014-03-03\"}";
  const std::string feed =
      "<rss><channel><title>The Darsa Herald</title><item><title>Two shot</title><link>http://e.example/1</link><pubDate>Mon, 03 Mar 2014 "
      "10:05:00 +0530</pubDate><description><![CDATA[<p>" +
      kText + "</p>]]></description></item></channel></rss>";
  const std::string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><p>" + kText + "</p></html>";
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://e.example/\r\nContent-Length: " + std::to_string(http.size()) +
      "\r\n\r\n" + http + "\r\n\r\n";
  const std::string* forms[] = {&page, &text, &json, &feed, &warc};
  std::mt19937 random(20151112);
  const auto pick = [&](size_t n) { return static_cast<size_t>(random() % n); };
  size_t reports = 0;
  for (int round = 0; round < 2500; ++round) {
    std::string s = *forms[round % 5];
    for (size_t edits = 1 + pick(8); edits > 0 && !s.empty(); --edits) {
      const size_t at = pick(s.size());
      switch (pick(6)) {
        case 0:
          s[at] = static_cast<char>(pick(256));
          break;
        case 1:
          s.erase(at, pick(40));
          break;
        case 2: {
          const size_t from = pick(s.size());
          s.insert(at, s.substr(from, pick(60)));
          break;
        }
        case 3:
          s.resize(at);
          break;
        case 4: {
          const size_t mark = pick(16);
          s.insert(at, 1 + pick(3), "<&\"\\{}[]\xC3\xE2\x80\n\n-,."[mark]);
          break;
        }
        default:
          std::swap(s[at], s[pick(s.size())]);
          break;
      }
    }
    const auto keep = [&](const Result<Report>& r) {
      if (!r) {
        EXPECT_FALSE(r.error().what.empty());
        return;
      }
      ++reports;
      expect_sound(*r);
    };
    if (round % 5 == 0) keep(parse_html(s, "fuzz", {}, {}));
    if (round % 5 == 1) keep(parse_text(s, "fuzz"));
    if (round % 5 == 2) keep(parse_json_line(s, "fuzz", 1));
    if (round % 5 == 3) read_feed(s, "fuzz", keep);
    Reader reader(source_of(s));
    if (round % 5 == 4) read_warc(reader, "fuzz", keep);
    ASSERT_FALSE(HasFailure()) << s;
  }
  EXPECT_GT(reports, 700U) << "most mutations leave a report";
}

}  // namespace
}  // namespace herald::intake
