#include "mention/actors/parties.h"

#include <yaml-cpp/yaml.h>

#include <map>

#include "base/text.h"
#include "mention/actors/yaml.h"

namespace herald::actors {
namespace {

const std::map<std::string, Body> kBodies = {
    {"government", Body::government}, {"army", Body::army}, {"police", Body::police}, {"airforce", Body::airforce}, {"navy", Body::navy}};
const std::map<std::string, PartyKind> kParties = {
    {"civilians", PartyKind::civilians}, {"combatants", PartyKind::combatants}, {"unknown", PartyKind::unknown}};

PartyNoun read_row(const Row& row) {
  return PartyNoun{.party = row.one_of("party", kParties),
                   .groups = row.list("groups"),
                   .body = row.has("body") ? row.one_of("body", kBodies) : Body::none,
                   .side = row.text("side"),
                   .speaks = row.flag("speaks"),
                   .collective = row.flag("collective"),
                   .thing = row.flag("thing"),
                   .over = row.flag("over")};
}

}  // namespace

Result<Parties> Parties::load(const std::filesystem::path& path) {
  return read_rows<Parties>(path, [](const YAML::Node& root) {
    Parties out;
    const auto section = [&](const char* key, const char* words, std::unordered_map<std::string, uint32_t>& index) {
      for (const YAML::Node& node : root[key]) {
        const Row row(node, {"party", "groups", "body", "side", "speaks", "collective", "thing", "over", words});
        const auto at = static_cast<uint32_t>(out.rows_.size());
        out.rows_.push_back(read_row(row));
        for (const std::string& word : row.list(words))
          if (!index.emplace(base::fold(word), at).second) row.fail("\"" + word + "\" stands twice");
      }
    };
    section("nouns", "nouns", out.nouns_);
    section("modifiers", "words", out.modifiers_);
    return out;
  });
}

const PartyNoun* Parties::noun(const std::string& folded) const {
  const auto at = nouns_.find(folded);
  return at == nouns_.end() ? nullptr : &rows_[at->second];
}

const PartyNoun* Parties::modifier(const std::string& folded) const {
  const auto at = modifiers_.find(folded);
  return at == modifiers_.end() ? nullptr : &rows_[at->second];
}

}  // namespace herald::actors
