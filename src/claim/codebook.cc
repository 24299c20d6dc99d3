#include "claim/codebook.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
#include "base/yaml.h"
#include "herald/names.h"

namespace herald::claim {
namespace {

constexpr std::array<std::string_view, 29> kFrames = {
    "transitive", "intransitive", "nominal",   "predicate",  "lives",    "toll",  "counted", "suffer", "custody",     "take",
    "control-of", "fall",         "drive-out", "in-control", "compound", "leave", "lose",    "siege",  "break-siege", "contest",
    "hand-over",  "meet",         "attack",    "explode",    "trapped",  "reach", "use",     "belong", "flag"};
constexpr std::array<std::string_view, 5> kMotionFrames = {"offensive", "move", "deploy", "agree", "ally"};

const std::set<std::string>& keys() {
  static const std::set<std::string> kKeys = {"rule",  "type",  "value",      "frame", "object", "context", "unless",
                                              "verbs", "nouns", "adjectives", "codes", "must",   "never"};
  return kKeys;
}

Example example(const std::string& line) {
  Example out;
  const size_t arrow = line.find("=>");
  out.sentence = base::trim(std::string_view(line).substr(0, arrow));
  if (arrow != std::string::npos)
    for (const auto part : base::split(std::string_view(line).substr(arrow + 2), ';'))
      if (!base::trim(part).empty()) out.claims.emplace_back(base::trim(part));
  return out;
}

Rule read_rule(const YAML::Node& node) {
  const auto wrong = [&](const std::string& what) { throw YAML::Exception(node.Mark(), what); };
  if (!node.IsMap() || !node["rule"]) wrong("an entry without `rule`");
  for (const auto& kv : node)
    if (!keys().count(kv.first.as<std::string>())) wrong("unknown key `" + kv.first.as<std::string>() + "`");
  Rule rule;
  rule.name = node["rule"].as<std::string>();
  for (const char* need : {"type", "value", "frame", "codes"})
    if (!node[need]) wrong("rule " + rule.name + " lacks `" + need + "`");
  const auto type = from_name<ClaimType>(node["type"].as<std::string>());
  if (!type) wrong("rule " + rule.name + ": unknown type");
  rule.type = *type;
  rule.value = node["value"].as<std::string>();
  rule.frame = node["frame"].as<std::string>();
  if (std::find(kFrames.begin(), kFrames.end(), rule.frame) == kFrames.end() &&
      std::find(kMotionFrames.begin(), kMotionFrames.end(), rule.frame) == kMotionFrames.end())
    wrong("rule " + rule.name + ": unknown frame `" + rule.frame + "`");
  if (node["object"]) rule.object = node["object"].as<std::string>();
  if (node["context"]) {
    if (node["context"].as<std::string>() != "armed") wrong("rule " + rule.name + ": unknown context");
    rule.armed = true;
  }
  rule.unless = base::strings(node["unless"]);
  rule.verbs = base::strings(node["verbs"]);
  rule.nouns = base::strings(node["nouns"]);
  rule.adjectives = base::strings(node["adjectives"]);
  if (rule.verbs.empty() && rule.nouns.empty() && rule.adjectives.empty()) wrong("rule " + rule.name + " has no trigger");
  const auto code = [&](const char* key) { return node["codes"][key] ? node["codes"][key].as<std::string>() : std::string(); };
  rule.codes.acled = code("acled");
  rule.codes.plover = code("plover");
  rule.codes.cameo = code("cameo");
  for (const auto& line : base::strings(node["must"])) rule.must.push_back(example(line));
  rule.never = base::strings(node["never"]);
  return rule;
}

}  // namespace

Result<Codebook> Codebook::load(const std::filesystem::path& folder) {
  Codebook out;
  std::vector<std::filesystem::path> files;
  std::error_code code;
  for (const auto& e : std::filesystem::directory_iterator(folder / "events", code))
    if (e.path().extension() == ".yaml") files.push_back(e.path());
  if (files.empty())
    return Error{
        .what = "no event rules", .origin = (folder / "events").string(), .offset = {}, .line = {}, .hint = "is this the codebook folder?"};
  std::sort(files.begin(), files.end());
  std::set<std::string> names;
  for (const auto& file : files) {
    Result<std::vector<Rule>> rules = base::read_yaml<std::vector<Rule>>(file, "see docs/codebook.md", [&](const YAML::Node& root) {
      std::vector<Rule> read;
      for (const auto& node : root) {
        read.push_back(read_rule(node));
        if (!names.insert(read.back().name).second) throw YAML::Exception(node.Mark(), "rule " + read.back().name + " stands twice");
      }
      return read;
    });
    if (!rules) return rules.error();
    std::move(rules->begin(), rules->end(), std::back_inserter(out.rules_));
  }
  Result<TopicWords> topics = TopicWords::load(folder / "topics.yaml");
  if (!topics) return topics.error();
  out.topics_ = std::move(topics).value();
  out.index();
  return out;
}

void Codebook::index() {
  for (const Rule& rule : rules_)
    for (const auto& [list, word_class] : {std::pair{&rule.verbs, WordClass::verb}, std::pair{&rule.nouns, WordClass::noun},
                                           std::pair{&rule.adjectives, WordClass::adjective}})
      for (const std::string& trigger : *list) {
        const auto parts = base::split(trigger, ' ');
        Trigger t{&rule, {}};
        for (size_t i = 1; i < parts.size(); ++i) t.rest.emplace_back(parts[i]);
        by_word_[{std::string(parts[0]), word_class}].push_back(std::move(t));
      }
  // Triggers of several words are tried before their first word alone.
  for (auto& [word, list] : by_word_)
    std::stable_sort(list.begin(), list.end(), [](const Trigger& a, const Trigger& b) { return a.rest.size() > b.rest.size(); });
}

const Rule* Codebook::find(const std::string& name) const {
  const auto it = std::find_if(rules_.begin(), rules_.end(), [&](const Rule& r) { return r.name == name; });
  return it == rules_.end() ? nullptr : &*it;
}

const std::vector<Codebook::Trigger>& Codebook::triggers(const std::string& lemma, WordClass word_class) const {
  static const std::vector<Trigger> kNone;
  const auto it = by_word_.find({lemma, word_class});
  return it == by_word_.end() ? kNone : it->second;
}

}  // namespace herald::claim
