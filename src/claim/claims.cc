#include "claim/claims.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "claim/gather.h"
#include "claim/propose.h"
#include "claim/reading.h"
#include "claim/settle.h"
#include "claim/topics.h"

namespace herald::claim {
namespace {

// From content alone: type, words of the evidence, kind or state or harm, figure. Equal claims of one sentence are told apart by a count.
void set_ids(const Report& report, std::vector<Gathered>& gathered) {
  std::map<std::string, int> seen;
  for (Gathered& g : gathered) {
    Claim& c = g.claim;
    std::string key = std::to_string(static_cast<int>(c.type)) + "|" + std::to_string(static_cast<int>(c.kind)) + "|" +
                      std::to_string(c.state ? static_cast<int>(*c.state) : 0) + "|" +
                      std::to_string(c.harm ? static_cast<int>(*c.harm) : 0) + "|" + std::to_string(c.figure.low.value_or(-1)) + "|" +
                      std::to_string(c.figure.high.value_or(-1));
    for (const Span& s : c.evidence) key += "|" + base::squeeze(s.in(report.text));
    key += "|" + std::string(c.trigger.in(report.text));
    const int n = seen[key]++;
    if (n > 0) key += "|" + std::to_string(n);
    c.id = base::short_hash(key, 10);
  }
}

}  // namespace

std::vector<Judged> judge_claims(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions,
                                 const std::vector<Attribution>& attributions, const Codebook& codebook, const Learned& learned,
                                 const mention::Resources& resources) {
  const Reading reading(report, analysis, mentions, attributions, resources);
  const Topics topics(reading, codebook.topics());
  std::vector<Draft> drafts = propose(reading, codebook, topics);
  settle(reading, drafts);
  std::vector<Gathered> gathered = gather(reading, drafts);
  std::stable_sort(gathered.begin(), gathered.end(), [](const Gathered& a, const Gathered& b) {
    return std::pair(a.claim.sentence, a.claim.trigger.begin) < std::pair(b.claim.sentence, b.claim.trigger.begin);
  });
  set_ids(report, gathered);
  for (Gathered& g : gathered) choose_doer(g.claim, g.doers, learned.doers);
  std::vector<Features> features = features_of(reading, gathered);
  std::vector<Judged> out;
  out.reserve(gathered.size());
  for (size_t i = 0; i < gathered.size(); ++i) {
    Claim& c = gathered[i].claim;
    c.confidence = learned.judge.probability(c.type, features[i]);
    const bool coded = c.confidence >= learned.judge.least(c.type);
    out.push_back({std::move(c), std::move(features[i]), std::move(gathered[i].doers), coded});
  }
  for (size_t i = 0; i < out.size(); ++i)
    for (size_t k = 0; k < out.size(); ++k)
      if (gathered[i].whole && gathered[k].draft == gathered[i].whole && out[k].coded) out[i].claim.within = out[k].claim.id;
  return out;
}

std::vector<Claim> find_claims(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions,
                               const std::vector<Attribution>& attributions, const Codebook& codebook, const Learned& learned,
                               const mention::Resources& resources) {
  std::vector<Claim> out;
  for (Judged& j : judge_claims(report, analysis, mentions, attributions, codebook, learned, resources))
    if (j.coded) out.push_back(std::move(j.claim));
  return out;
}

}  // namespace herald::claim
