// Judges finished claims: how sure it is that a careful coder would code each. A log-linear model over named features of the claim, its
// words and its report, trained by train/herald_train/claims.py on claims coded by hand; calibrated, so that of the claims given 0.8 four
// in five are right.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "claim/gather.h"
#include "claim/log_linear.h"
#include "herald/result.h"

namespace herald::claim {

// Of every gathered claim, in order.
[[nodiscard]] std::vector<Features> features_of(const Reading& reading, const std::vector<Gathered>& claims);

// Immutable after load; shared by all threads.
class Judge {
 public:
  // Reads models/claims.json.
  [[nodiscard]] static Result<Judge> load(const std::filesystem::path& file);

  // The probability that a claim of this type with these features is right, in (0, 1); 0, "unknown", for a type that it was not trained on.
  [[nodiscard]] double probability(ClaimType type, const Features& features) const;
  // Claims less probable than this are not coded. In [0, 1).
  [[nodiscard]] double least(ClaimType type) const;
  // The `n` features that weigh most, either way, with their weights (log odds), the heaviest first.
  [[nodiscard]] std::vector<std::pair<std::string, double>> reasons(ClaimType type, const Features& features, size_t n) const;

 private:
  struct Part {
    bool trained = false;
    double bias = 0;
    double least = 0;
  };

  std::array<Part, 7> parts_;  // by ClaimType
  LogLinear weights_;          // "word:bomb" of all types, "casualties|word:bomb" of one
};

}  // namespace herald::claim
