// Log-linear models over named features, trained by train/herald_train on reports coded by hand: what the judge of claims and the choosers
// of places and days weigh with.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "herald/result.h"

namespace herald::claim {

// What something shows of itself, as names ("word:bomb", "date:inherited"), each once.
using Features = std::vector<std::string>;

// Immutable; shared by all threads.
class LogLinear {
 public:
  LogLinear() = default;
  explicit LogLinear(std::unordered_map<std::string, double> weights) : weights_(std::move(weights)) {}

  // The weights of the features together, in log odds. With a kind also those that hold for it alone: "casualties|word:bomb".
  [[nodiscard]] double sum(const Features& features, std::string_view kind = {}) const;
  // The `n` features that weigh most, either way, with their weights, the heaviest first.
  [[nodiscard]] std::vector<std::pair<std::string, double>> reasons(const Features& features, size_t n, std::string_view kind = {}) const;
  [[nodiscard]] bool empty() const { return weights_.empty(); }

 private:
  [[nodiscard]] double weight(const std::string& feature, std::string_view kind) const;

  std::unordered_map<std::string, double> weights_;
};

// Chooses one of several candidates ("nowhere named" may be one) by their features. Immutable after load; shared by all threads.
class Chooser {
 public:
  Chooser() = default;  // never chooses
  // Reads {"least": …, "weights": {feature: weight}}, as train/herald_train/choosers.py writes it.
  [[nodiscard]] static Result<Chooser> load(const std::filesystem::path& file);

  // The probability of each candidate, adding up to 1.
  [[nodiscard]] std::vector<double> probabilities(const std::vector<Features>& candidates) const;
  // The most probable candidate, the first of equals; nullopt where it is not sure enough and the rules' own choice stands.
  [[nodiscard]] std::optional<size_t> choose(const std::vector<Features>& candidates) const;
  [[nodiscard]] const LogLinear& weights() const { return weights_; }

 private:
  LogLinear weights_;
  double least_ = 1;  // [0, 1]
};

}  // namespace herald::claim
