// Who and what stands in the roles of ground news, read by the tree and, where the parser hung a role elsewhere, by the order of words.
// Token arguments are of one sentence. Holds a reference to the reading, which must outlive it; any thread may read it.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claim/reading.h"
#include "herald/claim.h"

namespace herald::claim {

// A share of a place: "half", "the east", "large parts".
[[nodiscard]] bool is_part_word(const std::string& lemma);

// A side of a war by its plain word: "rebel", "government".
[[nodiscard]] bool is_side_word(const std::string& lemma);

// A place that can be held: a named place used literally, or a noun such as town, base, bridge, district.
[[nodiscard]] bool is_ground(const Reading& reading, TokenId head);

class GroundRoles {
 public:
  explicit GroundRoles(const Reading& reading) : r_(reading) {}

  // A place by its name, not by a common noun.
  [[nodiscard]] bool named(TokenId t) const;
  // A name taken for a person's or a body's that nobody knows, where the verb says that it is a place: "overran Brega".
  [[nodiscard]] bool unknown_name(TokenId t, TokenId verb) const;
  // The place and those listed with it, by the tree and by order: "Gikongoro and the Kibuye road". What only explains a name is left out.
  [[nodiscard]] std::vector<TokenId> listed(TokenId place) const;
  [[nodiscard]] bool follows_and(TokenId t) const;
  // The first noun phrase behind a preposition, where it can hold ground.
  [[nodiscard]] std::optional<TokenId> party_after(TokenId preposition) const;

  [[nodiscard]] std::string next_lower(TokenId t) const;
  // One of the words within the three behind.
  [[nodiscard]] std::optional<TokenId> next_word(TokenId t, std::initializer_list<std::string_view> words) const;

  // The preposition before a noun and its modifiers.
  [[nodiscard]] std::string preposition_before(TokenId n) const;

  [[nodiscard]] bool last_of_run(TokenId t) const;

  // The first place behind a word, with no verb and no other noun between: "captured |the eastern town|". `link` must follow the word.
  [[nodiscard]] std::optional<TokenId> ground_after(TokenId t, std::string_view link = {}) const;

  // The place that a passive or a copula behind it is told of: the first noun phrase of the clause before the word.
  [[nodiscard]] std::optional<TokenId> ground_before(TokenId t) const;

  [[nodiscard]] bool aside_ends(TokenId comma, TokenId t) const;

  // "a semi-submersible off Tumaco", "positions near Homs": the place only says where the object is.
  [[nodiscard]] bool beside(TokenId place) const;

  // The subject; an armed party right before the verb stands in for one that is none.
  [[nodiscard]] std::optional<TokenId> doer(TokenId v) const;

  // "the army, with jets overhead, had seized": the party before the aside.
  [[nodiscard]] std::optional<TokenId> before_aside(TokenId verb) const;

  // "from X", "cleared of X", where X is a party and no place.
  [[nodiscard]] std::optional<TokenId> loser(TokenId t, TokenId place) const;

  // The phrase with one of the prepositions that hangs on the trigger or, by a slip, on the place.
  [[nodiscard]] std::optional<TokenId> beside_or_under(TokenId t, TokenId place, std::initializer_list<std::string_view> cases) const;

  // "withdrew from X", "out of X"
  [[nodiscard]] std::optional<TokenId> source_of(TokenId v) const;

  [[nodiscard]] std::optional<TokenId> out_of_place(TokenId v) const;

  // "rebel control", "an Islamic State siege": the side whose it is, before the noun.
  [[nodiscard]] std::optional<TokenId> side_word_before(TokenId n) const;

  [[nodiscard]] std::optional<TokenId> besieger_before(TokenId n) const;

  [[nodiscard]] bool long_siege(TokenId n) const;

  // The verb of having whose object a noun is.
  [[nodiscard]] std::optional<TokenId> having(TokenId n) const;

  // "a town |Islamists| had left": the noun right before one who acts, where the verb has no object of its own.
  [[nodiscard]] std::optional<TokenId> noun_before(TokenId who) const;

  [[nodiscard]] bool owner_or_the(TokenId n) const;

  [[nodiscard]] bool speaks(TokenId t) const;

  // "Federally Administered Tribal Areas": a word of a name.
  [[nodiscard]] bool part_of_name(TokenId t) const;

  // Wanted, asked or pressed for, not told.
  [[nodiscard]] bool only_demanded(TokenId t) const;

  // "under a truce", said of the verb.
  [[nodiscard]] bool by_agreement(TokenId verb) const;

  [[nodiscard]] bool can_hold(TokenId t) const;

  [[nodiscard]] bool armed(TokenId t) const;

  // Known to bear arms by the word itself: for verbs that sport and business use too.
  [[nodiscard]] bool fights(TokenId t) const;

  // Anyone under arms in the report; one of a line or two is taken at its word.
  [[nodiscard]] bool fighters_told() const;

  // "their men": those who fight for someone.
  [[nodiscard]] bool own_men(TokenId t) const;

  // Tried, wished or conditional only; a purpose; what will not be: none of it is coded.
  [[nodiscard]] bool unreal(TokenId t) const;

  [[nodiscard]] Modality told_as(TokenId t) const;
  // "it is untrue that X fell", "the loss of X is a rumour"
  [[nodiscard]] bool false_by_word(TokenId t) const;
  // The verb that denies what a word tells: "denied |losing| the town".
  [[nodiscard]] std::optional<TokenId> denier(TokenId t) const;

  [[nodiscard]] bool in_present(TokenId verb) const;
  [[nodiscard]] bool infinitive(TokenId from, TokenId t) const;

 protected:
  const Reading& r_;
};

}  // namespace herald::claim
