#include "claim/topics.h"

#include <algorithm>

#include "base/yaml.h"

namespace herald::claim {
namespace {

constexpr std::array<std::string_view, kTopics> kNames = {"armed", "violence", "accident", "sport", "crime", "screen", "offence"};
constexpr uint32_t kHead = 3;  // sentences that say what a report is about

}  // namespace

Result<TopicWords> TopicWords::load(const std::filesystem::path& file) {
  return base::read_yaml<TopicWords>(file, "see docs/codebook.md", [](const YAML::Node& root) {
    TopicWords out;
    for (const auto& entry : root) {
      const auto name = std::find(kNames.begin(), kNames.end(), entry.first.as<std::string>());
      if (name == kNames.end()) throw YAML::Exception(entry.first.Mark(), "unknown topic `" + entry.first.as<std::string>() + "`");
      for (const auto& word : entry.second)
        if (!out.words_.emplace(word.as<std::string>(), static_cast<Topic>(name - kNames.begin())).second)
          throw YAML::Exception(word.Mark(), "`" + word.as<std::string>() + "` stands twice");
    }
    return out;
  });
}

const Topic* TopicWords::find(const std::string& lemma) const {
  const auto it = words_.find(lemma);
  return it == words_.end() ? nullptr : &it->second;
}

Topics::Topics(const Reading& reading, const TopicWords& words) : r_(reading), words_(words) {
  const auto n = static_cast<uint32_t>(r_.analysis.sentences.size());
  for (uint32_t s = 0; s < std::min(n, kHead); ++s) {
    const Counts here = count(s);
    for (size_t t = 0; t < kTopics; ++t) head_[t] += here[t];
  }
}

Topics::Counts Topics::count(uint32_t sentence) const {
  Counts out{};
  const Sentence& s = r_.analysis.sentences[sentence];
  for (TokenId t = s.first; t < s.last; ++t) {
    if (r_.lemma(t) == "attack" && t > s.first && r_.lemma(t - 1) == "heart") continue;
    if (r_.lemma(t) == "storm" && r_.is_verb(t)) continue;  // gunmen do
    // Gas that is thrown and bombs that go off are no accidents.
    if (const Topic* topic = words_.find(r_.lemma(t)); topic && !(*topic == Topic::accident && r_.mention_at<Weapon>(t)))
      ++out[static_cast<size_t>(*topic)];
    // A fire that kills or that people die in; "opened fire" and "under fire" are no such thing.
    if (r_.lower(t) == "fire" && r_.token(t).upos == Upos::NOUN && (r_.is(t, {"nsubj"}) || (r_.case_of(t) == "in" && r_.child(t, {"det"}))))
      ++out[static_cast<size_t>(Topic::accident)];
  }
  return out;
}

bool Topics::elsewhere(uint32_t sentence) const {
  const Counts here = count(sentence);
  const auto of = [](const Counts& c, Topic t) { return c[static_cast<size_t>(t)]; };
  // Sport, crime and the screen use the softer words of violence themselves: only the words of armed conflict speak against them.
  const bool armed_here = of(here, Topic::armed) > 0;
  const bool armed_head = of(head_, Topic::armed) > 0;
  if (!armed_here) {
    if (of(here, Topic::sport) >= 2 || (of(head_, Topic::sport) >= 3 && !armed_head)) return true;
    if (of(here, Topic::screen) > 0 && of(here, Topic::screen) + of(head_, Topic::screen) >= 2 && !armed_head) return true;
    if (of(here, Topic::crime) + of(head_, Topic::crime) >= 3 && !armed_head) return true;
  }
  const auto violence = [&](const Counts& c) { return of(c, Topic::armed) + of(c, Topic::violence); };
  const int accident = of(here, Topic::accident);
  if (accident > 0 && violence(here) == 0) return true;
  if (violence(here) > accident) return false;
  // What the head of the report is about colours the sentences that say nothing of the cause.
  return of(head_, Topic::accident) > violence(head_) && of(head_, Topic::accident) + accident > violence(head_) + violence(here);
}

bool Topics::violent(uint32_t sentence, bool head) const {
  const auto told = [](const Counts& c) { return c[static_cast<size_t>(Topic::armed)] + c[static_cast<size_t>(Topic::violence)] > 0; };
  return told(count(sentence)) || (sentence > 0 && told(count(sentence - 1))) || (head && told(head_));
}

bool Topics::criminal(uint32_t sentence) const {
  const Counts here = count(sentence);
  const auto of = [&](Topic t) { return here[static_cast<size_t>(t)] + head_[static_cast<size_t>(t)]; };
  return of(Topic::crime) + of(Topic::offence) > 0;
}

}  // namespace herald::claim
