// Runs test/claims/**/*.claim: cases as data, text in, claim lines out. The form is described in test/claims/README.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "base/files.h"
#include "base/text.h"
#include "claim/examples.h"
#include "claim/expectation.h"
#include "herald/names.h"
#include "pipeline/run.h"

namespace herald::pipeline {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string where;  // "passive.claim:12"
  std::string published = "2015-11-12";
  std::string dateline;
  std::string text;
  std::vector<std::string> expected;  // lines behind "> "
};

std::vector<Case> read_cases(const fs::path& file) {
  std::vector<Case> out;
  std::ifstream in(file);
  Case settings, current;
  size_t number = 0;
  const auto finish = [&] {
    if (!current.text.empty()) out.push_back(current);
    current = settings;
  };
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("#")) continue;
    if (base::trim(line).empty()) {
      finish();
    } else if (line.starts_with("published ") && current.text.empty()) {
      settings.published = current.published = line.substr(10);
    } else if (line.starts_with("dateline ") && current.text.empty()) {
      settings.dateline = current.dateline = line.substr(9);
    } else if (line.starts_with("> ")) {
      current.expected.push_back(line.substr(2));
    } else {
      if (current.text.empty()) current.where = file.filename().string() + ":" + std::to_string(number);
      current.text += (current.text.empty() ? "" : "\n\n") + line;
    }
  }
  finish();
  return out;
}

const Resources& resources() {
  static const Resources kResources = [] {
    auto loaded = Resources::load(fs::path(HERALD_BUILD_DIR) / "share/herald");
    if (!loaded) throw std::runtime_error(loaded.error().message());
    loaded->learned = {};  // the rules are tested here; the judge, which looks at whole reports, by judge_test.cc
    return std::move(*loaded);
  }();
  return kResources;
}

std::vector<Claim> code_text(const std::string& text, const std::string& published, const std::string& dateline) {
  // On the heap: GCC 12 takes a Report moved off the stack for one not yet made.
  auto report = std::make_unique<Report>();
  report->id = "case";
  report->language = "en";
  report->text = text;
  report->dateline = dateline;
  report->published = parse_moment(published);
  static language::Workspace workspace;
  return code(std::move(*report), resources(), workspace).claims;
}

std::string lines_of(const std::vector<Claim>& claims) {
  std::string out;
  for (const Claim& c : claims) out += "\n    " + claim::claim_line(c);
  return out.empty() ? " nothing" : out;
}

// Of casualties and control all claims must be expected as soon as one of that type is; of the others those expected must be there.
void check(const Case& c) {
  const auto claims = code_text(c.text, c.published, c.dateline);
  std::vector<bool> used(claims.size(), false);
  std::map<ClaimType, bool> closed;
  for (const std::string& line : c.expected) {
    if (line == "none") {
      EXPECT_TRUE(claims.empty()) << c.where << ": " << c.text << "\n  got" << lines_of(claims);
      continue;
    }
    if (line.starts_with("none ")) {
      closed[from_name<ClaimType>(line.substr(5)).value_or(ClaimType::casualties)] = true;
      continue;
    }
    const auto expected = claim::parse_expectation(line);
    if (!expected) {
      ADD_FAILURE() << c.where << ": " << expected.error().message();
      continue;
    }
    bool found = false;
    for (size_t i = 0; i < claims.size() && !found; ++i)
      if (!used[i] && claim::mismatch(*expected, claims[i]).empty()) {
        found = used[i] = true;
        if (claims[i].type == ClaimType::casualties || claims[i].type == ClaimType::control) closed[claims[i].type] = true;
      }
    EXPECT_TRUE(found) << c.where << ": " << c.text << "\n  expected " << line << "\n  got" << lines_of(claims);
  }
  for (size_t i = 0; i < claims.size(); ++i)
    EXPECT_FALSE(!used[i] && closed[claims[i].type]) << c.where << ": " << c.text << "\n  not expected: " << claim::claim_line(claims[i]);
}

TEST(ClaimCases, AllHold) {
  size_t n = 0;
  std::vector<fs::path> files;
  for (const auto& e : fs::recursive_directory_iterator(fs::path(HERALD_SOURCE_DIR) / "test/claims"))
    if (e.path().extension() == ".claim") files.push_back(e.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files)
    for (const Case& c : read_cases(file)) {
      EXPECT_FALSE(c.expected.empty()) << c.where << " expects nothing: write `> none` where no claim must come of it";
      check(c);
      ++n;
    }
  EXPECT_GT(n, 0U);
}

TEST(Codebook, EveryExampleHolds) {
  const auto failures =
      claim::check_examples(resources().codebook, [](const std::string& sentence) { return code_text(sentence, "2015-11-12", ""); });
  for (const auto& f : failures) ADD_FAILURE() << f.rule << ": " << f.sentence << "\n  " << f.what;
}

}  // namespace
}  // namespace herald::pipeline
