// Mends slips of the parser that newswire invites and the treebanks hardly show. Each looks like one thing only in English, whatever its
// words.
#pragma once

#include <cstdint>
#include <vector>

#include "herald/analysis.h"

namespace herald::language {

// The tree of one sentence, tokens [first, last), in place; it stays a tree with one root.
//  - "On Friday rebel fighters attacked": the day is the verb's, the fighters are its subject and no "Friday fighters".
//  - "A spokesman confirmed two soldiers had been killed": a subject left of the verb of speech is that verb's own.
//  - "The blast killed at least nine pupils": what is counted right behind a verb that lacks an object is its object.
//  - "The military denied rebels had captured the town": a verb of speech between two nouns is no adjective of the second.
//  - "The trader was slain", "workers taken hostage", "arrested 12 PKK members", "and dozens more wounded": a participle, not an adjective;
//    a state, not an object; one object, not two; a number, not a verb.
//  - "Guards arrested four ABC members": the number counts the noun behind it and does not govern it; letters are a name, no symbol.
//  - "2,000 people have so far been evacuated": "have", parted from its participle, is an auxiliary and has no subject of its own.
//  - "Killed in police firing": "firing" is a noun that the force before it names, and no clause.
void repair_tree(std::vector<Token>& tokens, uint32_t first, uint32_t last);

// "On [Friday rebel fighters]": the day is no part of the name.
void repair_entity(const std::vector<Token>& tokens, Entity& entity);

}  // namespace herald::language
