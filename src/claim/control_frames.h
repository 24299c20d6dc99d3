// The frames of ground news: for each way in which a trigger tells of a place (taken by, fell to, in the hands of, withdrew from …), where
// place, holder and loser stand around it. One object reads one sentence; the frames stand in taking.cc, losing.cc, holding.cc, sieges.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/draft.h"
#include "claim/ground_roles.h"
#include "claim/triggers.h"

namespace herald::claim {

class ControlFrames : private GroundRoles {
 public:
  // Appends to `drafts`, which must outlive it.
  ControlFrames(const Reading& reading, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts)
      : GroundRoles(reading), codebook_(codebook), sentence_(sentence), drafts_(drafts), first_(drafts.size()) {}

  void read();

 private:
  // taking.cc
  void take(const Hit& hit);
  // "a depot east of Bunia, which was taken": the name right before the pronoun, not the noun further up.
  [[nodiscard]] std::optional<TokenId> named_before_which(TokenId v) const;
  // "entered Mogadishu and took it": the place named last before it in the sentence, else the word itself, which ground.cc ties to what
  // was told before.
  [[nodiscard]] std::optional<TokenId> it_stands_for(TokenId it, TokenId verb) const;
  [[nodiscard]] bool told_before() const;
  // "control |most| of the town": the last word of a share that the tagger took for no noun.
  [[nodiscard]] TokenId past_share(TokenId t) const;
  // "the army no longer controls X"
  [[nodiscard]] bool no_longer(TokenId verb) const;
  // "occupied on Saturday": the act, not the state.
  [[nodiscard]] bool on_a_day(TokenId verb) const;
  void control_of(const Hit& hit);
  void nominal(const Hit& hit);
  void fall(const Hit& hit, bool verb);
  void drive_out(const Hit& hit);
  // "hoisted their flag over X"
  void flag(const Hit& hit);

  // losing.cc
  void leave(const Hit& hit);
  // "leaving the villages in the hands of the army": held by those, told by its own trigger.
  [[nodiscard]] bool left_in_control(TokenId v) const;
  void lose(const Hit& hit);
  void hand_over(const Hit& hit);

  // holding.cc
  void in_control(const Hit& hit);
  void in_hands(const Hit& hit, bool out);
  void master(const Hit& hit);
  void possessed(const Hit& hit);
  void ruled(const Hit& hit);
  // A noun by its tag, a verb by what stands around it.
  [[nodiscard]] bool really_verb(TokenId noun) const;
  // "in control of the port", "have full control of", "government control in the west", "tightened their grip on"
  void controlled_part(const Hit& hit);
  [[nodiscard]] bool contending_before(TokenId noun) const;
  // "The junction belongs to the coalition"
  void belong(const Hit& hit);
  // "The airport is ours", "they said the town was theirs": no trigger but a pronoun that says whose it is.
  void possession();
  // "the rebel-held town of Douma", "government-controlled Aleppo".
  void compound(const Hit& hit);

  // sieges.cc
  // "the besieged town"
  void under_siege(const Hit& hit);
  void siege(const Hit& hit);
  // "soldiers had been holed up at the base", "the base, where they were trapped"
  void trapped(const Hit& hit);
  // "the base, where soldiers had been trapped"
  [[nodiscard]] std::optional<TokenId> where_before(TokenId v) const;
  // Forces that reach a besieged place relieve it; ground.cc keeps this only where the report tells of the siege.
  void reach(const Hit& hit);
  void break_siege(const Hit& hit, bool verb);
  void contest(const Hit& hit, bool verb);
  // "X remains disputed", "the islet is in dispute"
  void disputed(const Hit& hit, bool verb);
  [[nodiscard]] bool goes_on(TokenId v) const;
  [[nodiscard]] bool going_on(TokenId t, bool verb) const;

  // Ground, or an "it" that takes up ground told before.
  [[nodiscard]] bool ground(TokenId t) const { return is_ground(r_, t) || (r_.lower(t) == "it" && told_before()); }
  [[nodiscard]] bool ground(TokenId t, TokenId verb) const { return ground(t) || unknown_name(t, verb); }

  // "captured the base on Tuesday and the town the next day": the second place, with a day of its own.
  void gapped(TokenId ground);
  // "blasted through the lines to end the siege": told as done.
  [[nodiscard]] bool by_breaking(const Hit& hit) const;

  // "The rebels denied it", "the claim was dismissed as a lie": what was told just before, denied.
  void echo_denial();
  // All that the sentence told last says of ground.
  void deny_last(TokenId by);
  // "called it a lie"
  [[nodiscard]] bool lie_from(TokenId first) const;

  // One draft for each place of a coordination, in the rule's state unless another is given.
  void add(const Hit& hit, TokenId ground, std::optional<TokenId> holder, std::optional<TokenId> from,
           std::optional<ControlState> other_state = std::nullopt);
  // "large parts of Al-Hader", "the west of the city": the share as written, without the place.
  [[nodiscard]] std::string part_of(TokenId place) const;
  // The whole that "the west" is a part of where the phrase does not say: what the sentence is about ("Aleppo has been divided between …").
  [[nodiscard]] std::optional<TokenId> whole_of(TokenId part) const;

  const Codebook& codebook_;
  uint32_t sentence_;
  std::vector<Draft>& drafts_;
  size_t first_;  // drafts of this sentence begin here
};

}  // namespace herald::claim
