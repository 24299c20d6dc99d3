// Runs the codebook's own examples: every rule must code what its `must` sentences say and nothing of its type in its `never` sentences.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "claim/codebook.h"
#include "herald/claim.h"

namespace herald::claim {

struct ExampleFailure {
  std::string rule;
  std::string sentence;
  std::string what;  // "expected `killed 3`, got `killed 2 …`"
};

// `code` codes one sentence as a report of its own.
[[nodiscard]] std::vector<ExampleFailure> check_examples(const Codebook& codebook,
                                                         const std::function<std::vector<Claim>(const std::string&)>& code);

// Number of example sentences, both kinds.
[[nodiscard]] size_t count_examples(const Codebook& codebook);

}  // namespace herald::claim
