#include "mention/quantities/codebook.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

#include "base/yaml.h"

namespace herald::quantities {
namespace {

const std::map<std::string, Effect, std::less<>> kEffects = {{"at_least", Effect::at_least},
                                                             {"above", Effect::above},
                                                             {"at_most", Effect::at_most},
                                                             {"below", Effect::below},
                                                             {"approx", Effect::approx}};

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> out;
  for (const numbers::Word& w : numbers::lex(text, {0, static_cast<uint32_t>(text.size())})) out.push_back(w.text);
  return out;
}

}  // namespace

// Fills a codebook from YAML; yaml-cpp's exceptions stop at Quantities::load.
class Loader {
 public:
  explicit Loader(Quantities& out) : out_(out) {}

  void read(const YAML::Node& root) {
    for (const YAML::Node& entry : root["modifiers"]) {
      const auto effect = kEffects.find(entry["effect"].as<std::string>());
      if (effect == kEffects.end()) throw YAML::Exception(entry["effect"].Mark(), "unknown effect");
      add(out_.before_, entry["before"], effect->second, 0, false);
      add(out_.after_, entry["after"], effect->second, 0, false);
      examples(entry, entry["name"].as<std::string>());
    }
    for (const YAML::Node& entry : root["ranges"]) {
      add(out_.before_, entry["before"], Effect::range, 0, false);
      for (const YAML::Node& link : entry["links"]) out_.links_.insert(link.as<std::string>());
      examples(entry, entry["name"].as<std::string>());
    }
    for (const YAML::Node& entry : root["vague"]) {
      add(out_.cores_, entry["words"], Effect::vague, entry["low"].as<int64_t>(), entry["plural"].as<bool>(false));
      examples(entry, entry["name"].as<std::string>());
    }
    for (const YAML::Node& entry : root["numbers"]) {
      add(out_.cores_, entry["words"], Effect::number, entry["value"].as<int64_t>(), false);
      examples(entry, entry["name"].as<std::string>());
    }
    add(out_.before_, root["increments"]["before"], Effect::increment, 0, false);
    add(out_.after_, root["increments"]["after"], Effect::increment, 0, false);
    examples(root["increments"], "increments");
    words(out_.persons_, root["persons"], "persons");
    words(out_.peoples_, root["peoples"], "peoples");
    words(out_.measures_, root["measures"], "measures");
    words(out_.labels_, root["labels"], "labels");
    for (Phrases* phrases : {&out_.before_, &out_.after_, &out_.cores_})
      for (auto& [first, list] : *phrases)
        std::stable_sort(list.begin(), list.end(), [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
  }

 private:
  static void add(Phrases& phrases, const YAML::Node& list, Effect effect, int64_t value, bool plural) {
    for (const YAML::Node& node : list) {
      Phrase p{.words = split_words(node.as<std::string>()), .effect = effect, .value = value, .plural = plural};
      if (p.words.empty()) throw YAML::Exception(node.Mark(), "empty phrase");
      const std::string first = p.words.front();
      phrases[first].push_back(std::move(p));
    }
  }

  void words(Quantities::Words& out, const YAML::Node& entry, const std::string& name) {
    std::istringstream in(entry["words"].as<std::string>());
    for (std::string word; in >> word;) out.insert(word);
    if (out.empty()) throw YAML::Exception(entry.Mark(), "no words");
    examples(entry, name);
  }

  void examples(const YAML::Node& entry, const std::string& name) {
    for (const auto& example : entry["codes"])
      out_.examples_.push_back({name, example.first.as<std::string>(), example.second.as<std::string>()});
    for (const YAML::Node& example : entry["not"]) out_.examples_.push_back({name, example.as<std::string>(), ""});
  }

  Quantities& out_;
};

Result<Quantities> Quantities::load(const std::filesystem::path& file) {
  return base::read_yaml<Quantities>(file, "see docs/codebook.md", [](const YAML::Node& root) {
    Quantities out;
    Loader(out).read(root);
    return out;
  });
}

const Phrase* Quantities::match(const Phrases& phrases, const std::vector<numbers::Word>& words, size_t at) {
  if (at >= words.size()) return nullptr;
  const auto list = phrases.find(words[at].text);
  if (list == phrases.end()) return nullptr;
  for (const Phrase& p : list->second) {
    if (at + p.words.size() > words.size()) continue;
    if (std::equal(p.words.begin(), p.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
                   [](const std::string& a, const numbers::Word& b) { return a == b.text; }))
      return &p;
  }
  return nullptr;
}

std::string notation(const Quantity& q) {
  std::string out = q.approx ? "~" : "";
  if (q.low && q.high && *q.low == *q.high) {
    out += std::to_string(*q.low);
  } else {
    if (q.low) out += std::to_string(*q.low);
    out += "..";
    if (q.high) out += std::to_string(*q.high);
  }
  if (q.vague) out += " vague";
  if (q.increment) out += " more";
  return out;
}

}  // namespace herald::quantities
