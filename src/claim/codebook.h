// The codebook's event rules: which words propose a claim, how its roles stand around them, and the codes it carries. Data under
// codebook/events/*.yaml that a conflict coder can read and change; see docs/codebook.md.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "claim/topics.h"
#include "herald/claim.h"
#include "herald/result.h"

namespace herald::claim {

struct Example {
  std::string sentence;
  std::vector<std::string> claims;  // "killed 3", "taken Harim": value, and figure or place
};

struct Rule {
  std::string name;  // "casualties.kill"
  ClaimType type = ClaimType::casualties;
  std::string value;                // harm, state or kind, in the contract's word
  std::string frame;                // where the roles stand: one of kFrames in codebook.cc
  std::string object;               // "person", "civilian", "anyone", "thing" or empty: what the harmed or attacked must be
  bool armed = false;               // coded only where arms, the armed or harm stand by: words that votes, games and markets use too
  std::vector<std::string> unless;  // lemmas of the sentence that make it something else
  std::vector<std::string> verbs, nouns, adjectives;
  EventCodes codes;
  std::vector<Example> must;
  std::vector<std::string> never;
};

enum class WordClass : uint8_t { verb, noun, adjective };

// Immutable after load; shared by all threads.
class Codebook {
 public:
  // Reads <folder>/events/*.yaml and topics.yaml. The error names file, line and what is wrong.
  [[nodiscard]] static Result<Codebook> load(const std::filesystem::path& folder);

  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  [[nodiscard]] const TopicWords& topics() const { return topics_; }
  [[nodiscard]] const Rule* find(const std::string& name) const;
  // Rules whose trigger of this class begins with this lemma, with the words that must follow it ("blow" -> {rule, "up"}).
  struct Trigger {
    const Rule* rule = nullptr;
    std::vector<std::string> rest;  // further words of a trigger of several words, in order; empty for one word
  };
  [[nodiscard]] const std::vector<Trigger>& triggers(const std::string& lemma, WordClass word_class) const;

 private:
  void index();
  std::vector<Rule> rules_;
  TopicWords topics_;
  std::map<std::pair<std::string, WordClass>, std::vector<Trigger>> by_word_;
};

}  // namespace herald::claim
