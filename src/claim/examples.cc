#include "claim/examples.h"

#include <algorithm>

#include "claim/expectation.h"

namespace herald::claim {
namespace {

std::string lines_of(const std::vector<Claim>& claims) {
  std::string out;
  for (const Claim& c : claims) out += (out.empty() ? "" : "; ") + claim_line(c);
  return out.empty() ? "nothing" : out;
}

void check_must(const Rule& rule, const Example& example, const std::vector<Claim>& claims, std::vector<ExampleFailure>& out) {
  std::vector<bool> used(claims.size(), false);
  for (const std::string& line : example.claims) {
    const auto expected = parse_expectation(line);
    if (!expected) {
      out.push_back({rule.name, example.sentence, expected.error().message()});
      continue;
    }
    bool found = false;
    for (size_t i = 0; i < claims.size() && !found; ++i)
      if (!used[i] && mismatch(*expected, claims[i]).empty()) found = used[i] = true;
    if (!found) out.push_back({rule.name, example.sentence, "expected `" + line + "`, got " + lines_of(claims)});
  }
}

}  // namespace

std::vector<ExampleFailure> check_examples(const Codebook& codebook, const std::function<std::vector<Claim>(const std::string&)>& code) {
  std::vector<ExampleFailure> out;
  for (const Rule& rule : codebook.rules()) {
    for (const Example& example : rule.must) check_must(rule, example, code(example.sentence), out);
    for (const std::string& sentence : rule.never) {
      const auto claims = code(sentence);
      if (std::any_of(claims.begin(), claims.end(), [&](const Claim& c) { return c.type == rule.type; }))
        out.push_back({rule.name, sentence, "must not be coded, got " + lines_of(claims)});
    }
  }
  return out;
}

size_t count_examples(const Codebook& codebook) {
  size_t n = 0;
  for (const Rule& rule : codebook.rules()) n += rule.must.size() + rule.never.size();
  return n;
}

}  // namespace herald::claim
