// Tells sentences about armed violence from those about accidents, disasters, disease, sport, plain crime and the screen, which are not
// coded although they share its words.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>

#include "claim/reading.h"
#include "herald/result.h"

namespace herald::claim {

enum class Topic : uint8_t { armed, violence, accident, sport, crime, screen, offence };
constexpr size_t kTopics = 7;

// The words of each topic. Immutable after load; shared by all threads.
class TopicWords {
 public:
  // Reads codebook/topics.yaml. The error names file, line and what is wrong.
  [[nodiscard]] static Result<TopicWords> load(const std::filesystem::path& file);
  // The topic of a lemma in lower case, nullptr where none.
  [[nodiscard]] const Topic* find(const std::string& lemma) const;

 private:
  std::unordered_map<std::string, Topic> words_;
};

// What one report is about, sentence by sentence.
class Topics {
 public:
  Topics(const Reading& reading, const TopicWords& words);
  // True where the sentence, or the report around it, speaks of something else than armed violence.
  [[nodiscard]] bool elsewhere(uint32_t sentence) const;
  // True where the sentence or the one before it names armed violence or those who do it; with `head` also where the head of the report
  // does.
  [[nodiscard]] bool violent(uint32_t sentence, bool head) const;
  // True where the sentence or the head of the report speaks of plain crime.
  [[nodiscard]] bool criminal(uint32_t sentence) const;

 private:
  using Counts = std::array<int, kTopics>;
  [[nodiscard]] Counts count(uint32_t sentence) const;

  const Reading& r_;
  const TopicWords& words_;
  Counts head_{};  // of the headline and the first sentences
};

}  // namespace herald::claim
