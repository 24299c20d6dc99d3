#include "claim/propose.h"

#include "claim/casualties.h"
#include "claim/control.h"
#include "claim/motion.h"
#include "claim/violence.h"

namespace herald::claim {

std::vector<Draft> propose(const Reading& reading, const Codebook& codebook, const Topics& topics) {
  std::vector<Draft> drafts;
  for (uint32_t s = 0; s < reading.analysis.sentences.size(); ++s) {
    if (!topics.elsewhere(s)) {
      propose_casualties(reading, codebook, topics, s, drafts);
      propose_violence(reading, codebook, s, drafts);
    }
    propose_control(reading, codebook, s, drafts);
    propose_motion(reading, codebook, s, drafts);
  }
  return drafts;
}

}  // namespace herald::claim
