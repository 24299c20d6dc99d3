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

}  // namespace herald::claim
