#include "claim/control.h"

#include "claim/control_frames.h"

namespace herald::claim {

void ControlFrames::read() {
  // Figures fall and parties take control without a war: a report without anyone under arms tells of no ground.
  if (!fighters_told()) return;
  for (const Hit& hit : triggers_in(r_, codebook_, sentence_, ClaimType::control)) {
    if (part_of_name(hit.token)) continue;
    const bool verb = r_.token(hit.token).upos == Upos::VERB;
    const std::string& f = hit.rule->frame;
    if (f == "take" && verb) take(hit);
    if (f == "take" && !verb) under_siege(hit);
    if (f == "control-of" && verb) control_of(hit);
    if (f == "nominal" && !verb) nominal(hit);
    if (f == "fall") fall(hit, verb);
    if (f == "drive-out" && verb) drive_out(hit);
    if (f == "flag" && verb) flag(hit);
    if (f == "in-control" && !verb) in_control(hit);
    if (f == "belong" && verb) belong(hit);
    if (f == "compound") compound(hit);
    if (f == "leave" && verb) leave(hit);
    if (f == "lose" && verb) lose(hit);
    if (f == "siege" && !verb) siege(hit);
    if (f == "trapped" && verb) trapped(hit);
    if (f == "reach" && verb) reach(hit);
    if (f == "break-siege") break_siege(hit, verb);
    if (f == "contest") contest(hit, verb);
    if (f == "hand-over" && verb) hand_over(hit);
  }
  possession();
  echo_denial();
}

void propose_control(const Reading& reading, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts) {
  ControlFrames(reading, codebook, sentence, drafts).read();
}

}  // namespace herald::claim
