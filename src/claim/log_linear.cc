#include "claim/log_linear.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "base/files.h"

namespace herald::claim {

double LogLinear::weight(const std::string& feature, std::string_view kind) const {
  const auto find = [&](const std::string& name) {
    const auto it = weights_.find(name);
    return it == weights_.end() ? 0.0 : it->second;
  };
  return find(feature) + (kind.empty() ? 0.0 : find(std::string(kind) + "|" + feature));
}

double LogLinear::sum(const Features& features, std::string_view kind) const {
  return std::accumulate(features.begin(), features.end(), 0.0, [&](double sum, const std::string& f) { return sum + weight(f, kind); });
}

std::vector<std::pair<std::string, double>> LogLinear::reasons(const Features& features, size_t n, std::string_view kind) const {
  std::vector<std::pair<std::string, double>> out;
  for (const std::string& f : features)
    if (const double w = weight(f, kind); w != 0) out.emplace_back(f, w);
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return std::abs(a.second) > std::abs(b.second); });
  out.resize(std::min(n, out.size()));
  return out;
}

Result<Chooser> Chooser::load(const std::filesystem::path& file) {
  const auto text = base::read_file(file);
  if (!text) return text.error();
  Chooser out;
  try {
    const auto model = nlohmann::json::parse(*text);
    out.least_ = model.at("least");
    out.weights_ = LogLinear(model.at("weights").get<std::unordered_map<std::string, double>>());
  } catch (const nlohmann::json::exception& e) {
    return Error{.what = e.what(), .origin = file.string(), .offset = {}, .line = {}, .hint = "see docs/claims.md"};
  }
  return out;
}

std::vector<double> Chooser::probabilities(const std::vector<Features>& candidates) const {
  std::vector<double> out;
  out.reserve(candidates.size());
  for (const Features& f : candidates) out.push_back(weights_.sum(f));
  const double most = out.empty() ? 0 : *std::max_element(out.begin(), out.end());
  for (double& x : out) x = std::exp(x - most);
  const double all = std::accumulate(out.begin(), out.end(), 0.0);
  for (double& x : out) x /= all;
  return out;
}

std::optional<size_t> Chooser::choose(const std::vector<Features>& candidates) const {
  if (weights_.empty() || candidates.empty()) return std::nullopt;
  const auto p = probabilities(candidates);
  const auto best = std::max_element(p.begin(), p.end());
  if (*best < least_) return std::nullopt;
  return static_cast<size_t>(best - p.begin());
}

}  // namespace herald::claim
