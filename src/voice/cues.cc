#include "voice/cues.h"

#include <array>
#include <optional>
#include <utility>

#include "base/yaml.h"

namespace herald::voice {
namespace {

constexpr std::array<std::pair<std::string_view, CueKind>, 9> kKinds = {{{"speech", CueKind::speech},
                                                                         {"thought", CueKind::thought},
                                                                         {"denial", CueKind::denial},
                                                                         {"prediction", CueKind::prediction},
                                                                         {"intention", CueKind::intention},
                                                                         {"demand", CueKind::demand},
                                                                         {"responsibility", CueKind::responsibility},
                                                                         {"blame", CueKind::blame},
                                                                         {"stance", CueKind::stance}}};
constexpr std::array<std::pair<std::string_view, Frame>, 7> kFrames = {{{"clause", clause},
                                                                        {"order", order},
                                                                        {"infinitive", infinitive},
                                                                        {"object", object},
                                                                        {"passive", passive},
                                                                        {"naming", naming},
                                                                        {"raising", raising}}};

template <typename Pairs>
auto value_of(const Pairs& pairs, const YAML::Node& node, std::string_view what) {
  const auto word = node.as<std::string>();
  for (const auto& [name, value] : pairs)
    if (name == word) return value;
  throw YAML::Exception(node.Mark(), "no such " + std::string(what) + ": " + word);
}

std::set<std::string, std::less<>> words_of(const YAML::Node& node) {
  std::set<std::string, std::less<>> out;
  for (const auto& word : node) out.insert(word.as<std::string>());
  return out;
}

std::map<std::string, std::vector<Cue>, std::less<>> table_of(const YAML::Node& groups) {
  std::map<std::string, std::vector<Cue>, std::less<>> out;
  for (const auto& group : groups) {
    Cue cue;
    for (const auto& field : group) {
      const auto key = field.first.as<std::string>();
      if (key != "kind" && key != "frames" && key != "words") throw YAML::Exception(field.first.Mark(), "no such key: " + key);
    }
    cue.kind = value_of(kKinds, group["kind"], "kind");
    for (const auto& frame : group["frames"]) cue.frames |= value_of(kFrames, frame, "frame");
    if (cue.has(order)) cue.frames |= clause;
    for (const auto& word : group["words"]) out[word.as<std::string>()].push_back(cue);
  }
  return out;
}

}  // namespace

const std::vector<Cue>& Cues::find(const Table& table, std::string_view phrase) {
  static const std::vector<Cue> kNone;
  const auto it = table.find(phrase);
  return it == table.end() ? kNone : it->second;
}

Result<Cues> Cues::load(const std::filesystem::path& file) {
  return base::read_yaml<Cues>(file, "the head of codebook/voice.yaml says what may stand there", [](const YAML::Node& root) {
    Cues out;
    for (const auto& part : root) {
      const auto key = part.first.as<std::string>();
      if (key == "verbs")
        out.verbs_ = table_of(part.second);
      else if (key == "nouns")
        out.nouns_ = table_of(part.second);
      else if (key == "adjectives")
        out.adjectives_ = table_of(part.second);
      else if (key == "adverbs")
        out.adverbs_ = words_of(part.second);
      else if (key == "prepositions")
        out.prepositions_ = words_of(part.second);
      else if (key == "views")
        out.views_ = words_of(part.second);
      else if (key == "speakers")
        out.speakers_ = words_of(part.second);
      else if (key == "documents")
        out.documents_ = words_of(part.second);
      else if (key == "offices")
        out.offices_ = words_of(part.second);
      else
        throw YAML::Exception(part.first.Mark(), "no such key: " + key);
    }
    for (const auto& [phrase, entries] : out.verbs_) out.first_words_.insert(phrase.substr(0, phrase.find(' ')));
    return out;
  });
}

}  // namespace herald::voice
