#include "mention/actors/registry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "mention/actors/check.h"

namespace herald::actors {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const Registry& registry() {
  static const Result<Registry> loaded = Registry::load(std::filesystem::path(HERALD_SOURCE_DIR) / "codebook");
  if (!loaded) throw std::runtime_error(loaded.error().message());
  return *loaded;
}

Day day(const char* iso) {
  return *parse_day(iso);
}

std::string first_named(const std::string& folded) {
  const std::vector<NameHit>* hits = registry().named(folded);
  return hits ? registry().entry(hits->front().entry).id : "none";
}

TEST(Registry, HoldsToItsSchema) {
  EXPECT_THAT(check_actors(registry()), IsEmpty());
}

TEST(Registry, HasEveryStateWithItsForces) {
  size_t states = 0;
  size_t groups = 0;
  for (const ActorEntry& entry : registry().entries()) {
    states += entry.kind == ActorKind::state ? 1 : 0;
    groups += entry.kind > ActorKind::navy ? 1 : 0;
  }
  EXPECT_GE(states, 200U);
  EXPECT_GE(groups, 400U);
  const ActorEntry* army = registry().find("actor:sy-army");
  ASSERT_NE(army, nullptr);
  EXPECT_EQ(army->ucdp, "Government of Syria");
  EXPECT_EQ(army->acled, "Military Forces of Syria");
  EXPECT_EQ(army->parent, "actor:sy-government");
  EXPECT_EQ(army->gw, 652);
}

TEST(Registry, NamesLeadToActors) {
  EXPECT_EQ(first_named("syrian army"), "actor:sy-army");
  EXPECT_EQ(first_named("daesh"), "actor:isis");
  EXPECT_EQ(first_named("hizbollah"), "actor:hezbollah");
  EXPECT_EQ(first_named("rami abdel rahman"), "actor:sohr");
  EXPECT_EQ(first_named("kurdistan workers party"), "actor:pkk");
  EXPECT_EQ(registry().named("no such name"), nullptr);
}

TEST(Registry, SpellingsItDoesNotListSoundLikeThoseItDoes) {
  const std::vector<NameHit> hits = registry().sounding_like("hizballa");
  ASSERT_FALSE(hits.empty());
  EXPECT_EQ(registry().entry(hits.front().entry).id, "actor:hezbollah");
  EXPECT_THAT(registry().sounding_like("paris"), IsEmpty());
}

TEST(Registry, LineageFollowsTheDay) {
  const ActorEntry& isis = *registry().find("actor:isis");
  EXPECT_EQ(registry().as_of(isis, day("2015-11-12")).id, "actor:isis");
  EXPECT_EQ(registry().as_of(isis, day("2008-01-01")).id, "actor:islamic-state-of-iraq");
  EXPECT_EQ(registry().as_of(isis, day("2005-06-01")).id, "actor:al-qaida-iraq");
  EXPECT_EQ(registry().as_of(*registry().find("actor:al-qaida-iraq"), day("2015-01-01")).id, "actor:isis");
  EXPECT_EQ(registry().as_of(isis, std::nullopt).id, "actor:isis");
}

TEST(Registry, VanishedStatesHaveTheirForcesOnTheirDays) {
  EXPECT_EQ(registry().body("CD", Body::army, day("1997-04-09"))->id, "actor:zaire-army");
  EXPECT_EQ(registry().body("CD", Body::army, day("1999-04-09"))->id, "actor:cd-army");
  EXPECT_EQ(registry().body("CD", Body::army, std::nullopt)->id, "actor:cd-army");
  EXPECT_EQ(registry().body("", Body::army, std::nullopt), nullptr);
}

TEST(Registry, ASideIsAGroupOfACountryOnADay) {
  const ActorEntry* rebels = registry().standing_for("rebels", "SY", day("2015-11-12"));
  ASSERT_NE(rebels, nullptr);
  EXPECT_EQ(rebels->id, "actor:sy-opposition");
  EXPECT_EQ(registry().standing_for("rebels", "SY", day("2005-11-12")), nullptr);
  EXPECT_EQ(registry().standing_for("rebels", "CH", day("2015-11-12")), nullptr);
}

class BadCodebook : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / "herald_bad_codebook";
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "actors");
    write("parties.yaml", "nouns:\n  - {party: combatants, nouns: [soldier]}\n");
    write("actors/states.yaml", "states:\n  - {iso: SY, iso3: SYR, name: Syria, adjectives: [Syrian], capital: Damascus}\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
  [[nodiscard]] std::string error() const {
    const Result<Registry> loaded = Registry::load(folder_);
    return loaded ? "" : loaded.error().message();
  }
  std::filesystem::path folder_;
};

TEST_F(BadCodebook, NamesFileAndLineOfAnUnknownField) {
  write("actors/groups.yaml", "actors:\n  - {id: a, name: A, kind: rebel, colour: red}\n");
  EXPECT_THAT(error(), HasSubstr("groups.yaml:2: unknown field \"colour\""));
}

TEST_F(BadCodebook, RefusesAnIdThatStandsTwice) {
  write("actors/groups.yaml", "actors:\n  - {id: a, name: A, kind: rebel}\n  - {id: a, name: B, kind: rebel}\n");
  EXPECT_THAT(error(), HasSubstr("\"actor:a\" stands twice"));
}

TEST_F(BadCodebook, RefusesAKindAndADateThatAreNone) {
  write("actors/groups.yaml", "actors:\n  - {id: a, name: A, kind: robbers}\n");
  EXPECT_THAT(error(), HasSubstr("\"kind\" cannot be \"robbers\""));
  write("actors/groups.yaml", "actors:\n  - {id: a, name: A, kind: rebel, from: 2015-02-30}\n");
  EXPECT_THAT(error(), HasSubstr("\"from\" is no date"));
}

TEST_F(BadCodebook, CheckFindsWhatTheFormAllows) {
  write("actors/groups.yaml", "actors:\n  - {id: a, name: A, kind: rebel, country: XX, parent: nobody, aliases: [B]}\n");
  const Result<Registry> loaded = Registry::load(folder_);
  ASSERT_TRUE(loaded.ok());
  EXPECT_THAT(check_actors(*loaded), testing::ElementsAre("actor:a: fewer than two aliases", "actor:a: no state \"XX\"",
                                                          "actor:a: parent \"actor:nobody\" is not in the registry"));
}

TEST_F(BadCodebook, MissingFolderIsAnError) {
  std::filesystem::remove_all(folder_ / "actors");
  EXPECT_THAT(error(), HasSubstr("no folder of actors"));
}

}  // namespace
}  // namespace herald::actors
