// Which country a report, and each of its sentences, is about: what "the army" and "the rebels" are read against.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "herald/mention.h"
#include "mention/actors/party.h"

namespace herald::actors {

class Focus {
 public:
  // `places` may be empty: names, adjectives and capitals of states and the homes of groups then decide alone.
  Focus(const Describer& describer, const std::vector<Mention>& places);

  // ISO 3166-1 alpha-2; empty where nothing tells.
  [[nodiscard]] std::string country_at(uint32_t sentence) const;
  // Weight of a country at a sentence, >= 0.
  [[nodiscard]] double weight(const std::string& country, uint32_t sentence) const;

 private:
  std::map<std::string, double> report_;
  std::vector<std::map<std::string, double>> sentences_;
};

}  // namespace herald::actors
