#include "voice/cues.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace herald::voice {
namespace {

std::filesystem::path written(const std::string& name, const std::string& yaml) {
  const auto path = std::filesystem::path(testing::TempDir()) / name;
  std::ofstream(path) << yaml;
  return path;
}

TEST(CuesTest, TheCodebookLoadsAndSayIsSpeech) {
  const auto cues = Cues::load(std::filesystem::path(HERALD_SOURCE_DIR) / "codebook/voice.yaml");
  ASSERT_TRUE(cues.ok()) << cues.error().message();
  ASSERT_FALSE(cues->verb("say").empty());
  EXPECT_EQ(cues->verb("say").front().kind, CueKind::speech);
  EXPECT_TRUE(cues->verb("say").front().has(clause));
  EXPECT_TRUE(cues->verb("walk").empty());
  EXPECT_TRUE(cues->hearsay("reportedly"));
  EXPECT_TRUE(cues->according("according to"));
  EXPECT_TRUE(cues->office("spokesman"));
}

TEST(CuesTest, EntriesOfOneWordKeepTheOrderOfTheFile) {
  const auto cues = Cues::load(written(
      "two.yaml", "verbs:\n- {kind: stance, frames: [object], words: [hail]}\n- {kind: speech, frames: [clause], words: [hail]}\n"));
  ASSERT_TRUE(cues.ok());
  ASSERT_EQ(cues->verb("hail").size(), 2U);
  EXPECT_EQ(cues->verb("hail")[0].kind, CueKind::stance);
  EXPECT_EQ(cues->verb("hail")[1].kind, CueKind::speech);
}

TEST(CuesTest, UnknownKindsFramesAndKeysNameTheirLine) {
  const auto kind = Cues::load(written("kind.yaml", "verbs:\n- kind: song\n  frames: [clause]\n  words: [sing]\n"));
  ASSERT_FALSE(kind.ok());
  EXPECT_THAT(kind.error().what, testing::HasSubstr("song"));
  EXPECT_EQ(kind.error().line, 2U);
  EXPECT_FALSE(Cues::load(written("frame.yaml", "verbs:\n- {kind: speech, frames: [verse], words: [sing]}\n")).ok());
  EXPECT_FALSE(Cues::load(written("key.yaml", "songs: [sing]\n")).ok());
  EXPECT_FALSE(Cues::load(written("broken.yaml", "verbs: [\n")).ok());
  EXPECT_FALSE(Cues::load("/no/such/file.yaml").ok());
}

}  // namespace
}  // namespace herald::voice
