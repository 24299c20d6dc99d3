#include "claim/claims.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "claim/casualties.h"
#include "claim/control.h"
#include "claim/gather.h"
#include "claim/motion.h"
#include "claim/reading.h"
#include "claim/settle.h"
#include "claim/topics.h"
#include "claim/violence.h"

namespace herald::claim {
namespace {

// From content alone: type, words of the evidence, kind or state or harm, figure. Equal claims of one sentence are told apart by a count.
void set_ids(const Report& report, std::vector<Claim>& claims) {
  std::map<std::string, int> seen;
  for (Claim& c : claims) {
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

std::vector<Claim> find_claims(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions,
                               const std::vector<Attribution>& attributions, const Codebook& codebook,
                               const mention::Resources& resources) {
  const Reading reading(report, analysis, mentions, attributions, resources);
  const Topics topics(reading, codebook.topics());
  std::vector<Draft> drafts;
  for (uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    if (!topics.elsewhere(s)) {
      propose_casualties(reading, codebook, s, drafts);
      propose_violence(reading, codebook, s, drafts);
    }
    propose_control(reading, codebook, s, drafts);
    propose_motion(reading, codebook, s, drafts);
  }
  settle(reading, drafts);
  std::vector<Gathered> gathered = gather(reading, drafts);
  std::stable_sort(gathered.begin(), gathered.end(), [](const Gathered& a, const Gathered& b) {
    return std::pair(a.claim.sentence, a.claim.trigger.begin) < std::pair(b.claim.sentence, b.claim.trigger.begin);
  });
  std::vector<Claim> out;
  out.reserve(gathered.size());
  for (Gathered& g : gathered) out.push_back(std::move(g.claim));
  set_ids(report, out);
  for (size_t i = 0; i < out.size(); ++i)
    for (size_t k = 0; k < out.size(); ++k)
      if (gathered[i].whole && gathered[k].draft == gathered[i].whole) out[i].within = out[k].id;
  return out;
}

}  // namespace herald::claim
