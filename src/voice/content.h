// Where the content of a cue stands: complement clauses, quotations before, after and around the cue, objects and infinitives.
#pragma once

#include <optional>
#include <vector>

#include "voice/source.h"
#include "voice/tree.h"

namespace herald::voice {

using Pieces = std::vector<Range>;

// The cue's own words: the verb with its source, auxiliaries, addressee and circumstances, up to `complement`.
[[nodiscard]] Range cue_clause(const Tree& tree, uint32_t verb, const std::optional<Source>& source, std::optional<uint32_t> complement);

// "X said (that) …", "…, X said", "…, X said, …". Commas, quotation marks and the order of words say on which side the content stands, the
// tree says whether there is one; with `by_order` the tree is not asked. No pieces where the verb has no such content.
struct Clause {
  Pieces pieces;
  bool before = false;  // the content, or its first piece, stands before the cue
};
[[nodiscard]] Clause clause_content(const Tree& tree, uint32_t verb, const std::optional<Source>& source, bool by_order);

// "vowed to …".
[[nodiscard]] Pieces infinitive_content(const Tree& tree, uint32_t verb);

// What follows in the verb phrase: "denied the charge", "accused X of …".
[[nodiscard]] Pieces object_content(const Tree& tree, uint32_t verb);

// An object and what it is called: "called the raid a crime", "described it as a trap".
[[nodiscard]] Pieces naming_content(const Tree& tree, uint32_t verb);

// "The town appears to have fallen": the subject and what it appears to do or be; no voice is named.
[[nodiscard]] Pieces raising_content(const Tree& tree, uint32_t verb);

// The rest of the clause round a phrase in it: "…, according to X", "in X's view, …".
[[nodiscard]] Pieces around(const Tree& tree, const Range& phrase);

// Whether the range has a verb or a quotation: something that can be said.
[[nodiscard]] bool has_clause(const Tree& tree, const Range& range);

// Drops commas, colons, dashes and stops at the edges; quotation marks stay.
[[nodiscard]] Range trimmed(const Tree& tree, Range range);

// Bytes of the pieces, each widened to the whole of the quotations it meets that do not hold the cue; ascending, merged.
[[nodiscard]] std::vector<Span> bytes_of(const Tree& tree, const Pieces& pieces, const Range& cue);

}  // namespace herald::voice
