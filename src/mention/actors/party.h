// What a noun phrase says of the party it describes: civilians or combatants, which kinds of victims, whose body or side, named or not.
// Method: the coding guide's rulings as a lexicon of nouns and modifiers (codebook/parties.yaml) read over the phrase's tree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mention/actors/names.h"
#include "mention/actors/phrase.h"
#include "mention/actors/registry.h"

namespace herald::actors {

struct Description {
  Phrase phrase;
  const PartyNoun* noun = nullptr;  // the noun that describes it; nullptr where none is known
  bool own_noun = false;            // `noun` ends with the phrase's head, and does not merely stand beside a name
  PartyKind party = PartyKind::unknown;
  std::vector<std::string> groups;  // "children", "soldiers" …
  Body body = Body::none;
  std::string side;  // "rebels", "coalition" …; empty where none
  bool speaks = false;
  bool collective = false;
  bool allied = false;                    // stands beside its body or side, and is not it: "pro-government forces", "allied fighters"
  const NameMatch* named = nullptr;       // the name in the phrase: "Taliban fighters", "a leader of Hamas"
  std::vector<const ActorEntry*> states;  // the states that an adjective or name in it may mean; empty where it has none
};

// Describes the phrases of one report. Keeps references to report, analysis and registry, which must outlive it. Any thread may read it.
class Describer {
 public:
  Describer(const Report& report, const Analysis& analysis, const Registry& registry);

  // The phrase headed by a token. Counting heads ("dozens of civilians", "two of the guards") are described by what they count, names by
  // the noun beside them ("journalist Gebran Tueni").
  [[nodiscard]] Description describe(uint32_t head) const { return describe(head, 0); }
  [[nodiscard]] PartyKind party_of(uint32_t head) const { return describe(head).party; }

  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] const Registry& registry() const { return registry_; }
  [[nodiscard]] const std::vector<NameMatch>& matches() const { return matches_; }
  // The name that holds a token; nullptr where none does.
  [[nodiscard]] const NameMatch* match_at(uint32_t token) const;

 private:
  [[nodiscard]] Description describe(uint32_t head, int depth) const;
  // The longest noun of the list that ends at `head` and begins no earlier than `first`; `begin` is set to its first token.
  [[nodiscard]] const PartyNoun* noun_ending(uint32_t head, uint32_t first, uint32_t& begin) const;
  void read_modifiers(uint32_t first, uint32_t last, Description& out) const;
  void read_complement(uint32_t head, int depth, Description& out) const;
  void read_name(uint32_t head, int depth, Description& out) const;
  void note(const NameMatch& match, Description& out) const;
  void settle(Description& out) const;

  const Registry& registry_;
  Words words_;
  std::vector<NameMatch> matches_;
  std::vector<int32_t> match_at_;  // by token, -1 where none
};

// For a single question; a stage that asks many builds one Describer.
[[nodiscard]] PartyKind party_of(const Report& report, const Analysis& analysis, const Registry& registry, uint32_t head);

}  // namespace herald::actors
