#include "claim/codebook.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"
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

std::vector<std::string> words(const YAML::Node& node) {
  std::vector<std::string> out;
  for (const auto& w : node) out.push_back(w.as<std::string>());
  return out;
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

// "" where the entry is sound, else what is wrong with it.
std::string read_rule(const YAML::Node& node, Rule& rule) {
  if (!node.IsMap() || !node["rule"]) return "an entry without `rule`";
  for (const auto& kv : node)
    if (!keys().count(kv.first.as<std::string>())) return "unknown key `" + kv.first.as<std::string>() + "`";
  for (const char* need : {"type", "value", "frame", "codes"})
    if (!node[need]) return "rule " + node["rule"].as<std::string>() + " lacks `" + need + "`";
  rule.name = node["rule"].as<std::string>();
  const auto type = from_name<ClaimType>(node["type"].as<std::string>());
  if (!type) return "rule " + rule.name + ": unknown type";
  rule.type = *type;
  rule.value = node["value"].as<std::string>();
  rule.frame = node["frame"].as<std::string>();
  if (std::find(kFrames.begin(), kFrames.end(), rule.frame) == kFrames.end() &&
      std::find(kMotionFrames.begin(), kMotionFrames.end(), rule.frame) == kMotionFrames.end())
    return "rule " + rule.name + ": unknown frame `" + rule.frame + "`";
  if (node["object"]) rule.object = node["object"].as<std::string>();
  if (node["context"]) {
    if (node["context"].as<std::string>() != "armed") return "rule " + rule.name + ": unknown context";
    rule.armed = true;
  }
  rule.unless = words(node["unless"]);
  rule.verbs = words(node["verbs"]);
  rule.nouns = words(node["nouns"]);
  rule.adjectives = words(node["adjectives"]);
  if (rule.verbs.empty() && rule.nouns.empty() && rule.adjectives.empty()) return "rule " + rule.name + " has no trigger";
  const auto code = [&](const char* key) { return node["codes"][key] ? node["codes"][key].as<std::string>() : std::string(); };
  rule.codes.acled = code("acled");
  rule.codes.plover = code("plover");
  rule.codes.cameo = code("cameo");
  for (const auto& line : words(node["must"])) rule.must.push_back(example(line));
  rule.never = words(node["never"]);
  return {};
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
    try {
      for (const auto& node : YAML::LoadFile(file.string())) {
        Rule rule;
        std::string wrong = read_rule(node, rule);
        if (wrong.empty() && !names.insert(rule.name).second) wrong = "rule " + rule.name + " stands twice";
        if (!wrong.empty())
          return Error{.what = wrong,
                       .origin = file.string(),
                       .offset = {},
                       .line = static_cast<uint64_t>(node.Mark().line) + 1,
                       .hint = "see docs/codebook.md"};
        out.rules_.push_back(std::move(rule));
      }
    } catch (const YAML::Exception& e) {
      return Error{.what = e.msg,
                   .origin = file.string(),
                   .offset = {},
                   .line = static_cast<uint64_t>(e.mark.line) + 1,
                   .hint = "see docs/codebook.md"};
    }
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
