// Mentions as the sieves of clusters.cc see them: with number, animacy, kind, words and salience.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "herald/mention.h"
#include "mention/actors/party.h"

namespace herald::mention {

enum class Number : uint8_t { unknown, singular, plural };
enum class Gender : uint8_t { unknown, he, she };
// What an epithet or a pronoun may stand for.
enum class Being : uint8_t { person, people, body, place };

struct Item {
  Mention mention;
  bool original = true;             // came with the mentions; others are kept only when tied
  std::string head;                 // folded lemma of the head
  std::string text;                 // folded words without articles and titles
  std::set<std::string> words;      // folded words of the phrase, its apposition too
  std::set<std::string> modifiers;  // folded words before the head, less articles
  std::string determiner;           // "the", "a", "its", …; empty where none
  Number number = Number::unknown;
  Gender gender = Gender::unknown;
  Being being = Being::body;
  int salience = 0;           // 3 subject, 2 object, 1 any other
  bool counted = false;       // a figure stands before it
  bool first_person = false;  // "I", "we": stands for whoever is quoted
  std::optional<size_t> antecedent;

  [[nodiscard]] bool pronoun() const { return mention.form == MentionForm::pronoun; }
  [[nodiscard]] bool name() const { return mention.form == MentionForm::name; }
  [[nodiscard]] bool definite() const;
  [[nodiscard]] const Actor* actor() const { return mention.as<Actor>(); }
  [[nodiscard]] const Place* place() const { return mention.as<Place>(); }
};

// The actors and places among `mentions`, personal pronouns, and noun phrases headed by a word for a kind of place ("the town"), in text
// order.
[[nodiscard]] std::vector<Item> items_of(const actors::Describer& describer, const std::vector<Mention>& mentions);

// The types of place that a noun stands for ("town": settlement); empty where it is no such noun.
[[nodiscard]] std::vector<PlaceType> place_types_of(const std::string& noun);

}  // namespace herald::mention
