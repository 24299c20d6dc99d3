// Who is harmed, by the order of words: counted phrases beside a verb, lists and the parts of a total. Trees slip on long noun phrases and
// on notes without commas; a figure's neighbours do not.
#pragma once

#include <optional>
#include <vector>

#include "claim/reading.h"

namespace herald::claim {

// The noun that a phrase ends in where a short name in brackets cut it: "a Border Security Force (BSF) trooper"; the head itself otherwise.
[[nodiscard]] TokenId full_head(const Reading& reading, TokenId head);
// The counted phrase right behind a word; its noun.
[[nodiscard]] std::optional<TokenId> counted_behind(const Reading& reading, TokenId last);
// "four were killed and 50 injured", "and a civilian injured": a counted phrase right before a participle, with "and" or a comma before it,
// is the participle's own.
[[nodiscard]] std::optional<TokenId> own_figure(const Reading& reading, TokenId participle);
// The counted phrase that a verb stands beside: just behind it ("wounded over 100"), or with `before` the first figure of the clause before
// it
// ("More than 30 villagers, nine of them children, have died").
[[nodiscard]] std::optional<TokenId> counted_near(const Reading& reading, TokenId verb, TokenId last, bool before);
// "The mayor was shot dead in the square along with two guards": those who shared it, behind the verb.
[[nodiscard]] std::optional<TokenId> companions(const Reading& reading, TokenId verb);
// The head and all that are listed with it, ascending.
[[nodiscard]] std::vector<TokenId> listed(const Reading& reading, TokenId head);
// "nine people, including three policemen and a child"; "48 fighters, 14 of them loyalists"; "five were hurt, among them two boys".
[[nodiscard]] std::vector<TokenId> parts_of(const Reading& reading, TokenId head, TokenId trigger);

// "at 43, including ten killed in an air raid": counted as a part of what was just told.
[[nodiscard]] bool is_included(const Reading& reading, TokenId victim);
// "marched behind the coffin of a young man killed in the riots": a participle right behind a counted noun tells of it, wherever it
// hangs.
[[nodiscard]] std::optional<TokenId> noun_beside(const Reading& reading, TokenId participle);
// "A guard was killed and his wife injured": a participle without an object behind "was killed and X" has X for its victim.
[[nodiscard]] std::optional<TokenId> subject_of_elided(const Reading& reading, TokenId participle);
// "forced 2,000 villagers to flee", "sent families fleeing": the counted phrase between the two verbs.
[[nodiscard]] std::optional<TokenId> forced_to(const Reading& reading, TokenId verb);
// "The editor and lawmaker was killed": one person with two trades.
[[nodiscard]] bool describes_same(const Reading& reading, TokenId first, TokenId second, TokenId trigger);
// "One hostage, a judge, died": a single person behind a comma and no "and" is the one before it again.
[[nodiscard]] bool names_again(const Reading& reading, const std::vector<TokenId>& heads, size_t i,
                               TokenId trigger);  // "two soldiers and one hostage who died": a clause behind a list of counted people tells
                                                  // of all of them; a participle ("three dead and
// nine others injured") of the last.
[[nodiscard]] TokenId first_of_list(const Reading& reading, TokenId trigger, TokenId victim);

// "Nine rebels are in jail", "some 30 suspects are held in prison": who is there.
[[nodiscard]] std::optional<TokenId> held_in(const Reading& reading, TokenId custody);

}  // namespace herald::claim
