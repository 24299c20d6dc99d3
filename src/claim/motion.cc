#include "claim/motion.h"

#include <algorithm>

#include "claim/ground_roles.h"
#include "claim/roles.h"
#include "claim/triggers.h"
#include "claim/who.h"
#include "herald/names.h"

namespace herald::claim {
namespace {

class Proposer {
 public:
  Proposer(const Reading& r, uint32_t sentence, std::vector<Draft>& drafts) : r_(r), sentence_(sentence), drafts_(drafts) {}

  void run(const Hit& hit) {
    const bool verb = r_.is_verb(hit.token);
    const std::string& f = hit.rule->frame;
    if (r_.is_negated(hit.token)) return;
    if (f == "offensive" && !verb) offensive(hit);
    if (f == "move" && verb) move(hit);
    if (f == "deploy" && verb) deploy(hit);
    if (f == "agree" && !verb) agree(hit);
    if (f == "ally" && verb) ally(hit);
  }

 private:
  [[nodiscard]] bool force(const std::optional<TokenId>& t) const {
    return t && is_actor(r_, *t) &&
           (party_kind(r_, *t) == PartyKind::combatants || one_of(r_.lemma(*t), {"government", "regime", "opposition", "coalition"}) ||
            r_.token(*t).upos == Upos::PROPN);
  }

  // "the regime's offensive south of the city launched on …", "the army began an offensive".
  void offensive(const Hit& hit) {
    const TokenId n = hit.token;
    if (r_.lemma(n) != "offensive" && !r_.child(n, {"amod"})) return;
    if (one_of(r_.lemma(n), {"campaign", "operation", "push"})) {
      const auto m = r_.child(n, {"amod", "compound"});
      if (!m || !one_of(r_.lemma(*m), {"military", "ground", "air", "bombing", "guerrilla"})) return;
    }
    std::optional<TokenId> by = r_.child(n, {"nmod:poss"});
    if (!by) by = by_phrase(r_, n);
    if (!by && r_.token(n).head >= 0) {
      const auto v = static_cast<TokenId>(r_.token(n).head);
      if (r_.is(n, {"obj"}) && one_of(r_.lemma(v), {"launch", "begin", "start", "mount", "resume", "open", "step"})) by = subject_of(r_, v);
    }
    if (!force(by)) return;
    Draft& d = add(hit, by);
    d.claim.modality = modality_of(r_, n);
  }

  void move(const Hit& hit) {
    const auto by = subject_of(r_, hit.token);
    if (!force(by)) return;
    if (is_unreal(r_, hit.token)) return;
    add(hit, by);
  }

  void deploy(const Hit& hit) {
    const bool passive = r_.is_passive(hit.token);
    const auto what = passive ? passive_subject(r_, hit.token) : object_of(r_, hit.token);
    if (!what || party_kind(r_, *what) != PartyKind::combatants) return;
    if (!r_.oblique(hit.token, {"to", "in", "into", "across", "along"})) return;
    const auto by = passive ? by_phrase(r_, hit.token) : subject_of(r_, hit.token);
    Draft& d = add(hit, by ? by : what);
    d.claim.modality = modality_of(r_, hit.token);
  }

  void agree(const Hit& hit) {
    if (r_.token(hit.token).head < 0) return;
    const auto v = static_cast<TokenId>(r_.token(hit.token).head);
    const std::string& verb = r_.lemma(v);
    if (!one_of(verb, {"agree", "sign", "declare", "announce", "reach", "conclude"})) return;
    const auto sides = subject_of(r_, v);
    if (!sides || !is_actor(r_, *sides)) return;
    Draft& d = add(hit, sides);
    d.claim.modality = modality_of(r_, v);
    for (const TokenId other : r_.coordinated(*sides))
      if (other != *sides) d.claim.with.push_back(party_at(r_, other));
  }

  // "forces backed by X and Y", "troops from X were participating in the operation".
  void ally(const Hit& hit) {
    const TokenId v = hit.token;
    const bool takes_part = one_of(r_.lemma(v), {"participate", "join"});
    std::optional<TokenId> one, other;
    if (takes_part) {
      other = subject_of(r_, v);
    } else {
      if (!r_.is_passive(v)) return;
      one = passive_subject(r_, v);
      other = by_phrase(r_, v);
    }
    if (!other || !is_actor(r_, *other) || (!takes_part && !force(one))) return;
    if (takes_part && !force(other)) return;
    Draft& d = add(hit, one);
    for (const TokenId ally : r_.coordinated(*other)) d.claim.with.push_back(party_at(r_, ally));
    // "as well as Y" and "along with Y" bring further allies.
    for (const TokenId c : r_.children(*other))
      if (r_.is(c, {"nmod", "obl", "conj"}) && one_of(r_.case_of(c), {"as well as", "along with", "with"}))
        d.claim.with.push_back(party_at(r_, c));
  }

  Draft& add(const Hit& hit, std::optional<TokenId> by) {
    Draft d = draft_of(r_, hit);
    d.agent = by;
    Claim& c = d.claim;
    c.kind = from_name<Kind>(hit.rule->value).value_or(Kind::none);
    if (by) {
      c.by = party_at(r_, *by);
      if (c.type == ClaimType::alliance || c.type == ClaimType::agreement) c.holder = c.by;
    }
    drafts_.push_back(std::move(d));
    return drafts_.back();
  }

  const Reading& r_;
  uint32_t sentence_;
  std::vector<Draft>& drafts_;
};

}  // namespace

void propose_motion(const Reading& reading, const Codebook& codebook, uint32_t sentence, std::vector<Draft>& drafts) {
  Proposer proposer(reading, sentence, drafts);
  for (const ClaimType type : {ClaimType::movement, ClaimType::agreement, ClaimType::alliance})
    for (const Hit& hit : triggers_in(reading, codebook, sentence, type)) proposer.run(hit);
}

}  // namespace herald::claim
