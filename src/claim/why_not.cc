#include "claim/why_not.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/text.h"
#include "claim/figures.h"
#include "claim/gather.h"
#include "claim/ground_roles.h"
#include "claim/propose.h"
#include "claim/roles.h"
#include "claim/settle.h"
#include "claim/topics.h"
#include "claim/triggers.h"
#include "claim/who.h"
#include "voice/voice.h"

namespace herald::claim {
namespace {

constexpr std::array kTypes{ClaimType::casualties, ClaimType::control,   ClaimType::violence,
                            ClaimType::movement,   ClaimType::agreement, ClaimType::alliance};
constexpr size_t kReasons = 6;

bool violent(ClaimType type) {
  return type == ClaimType::casualties || type == ClaimType::violence;
}

// Where a draft stands that a trigger made, by type and token.
struct At {
  ClaimType type;
  TokenId token;
  bool operator==(const At&) const = default;
};

class Asking {
 public:
  Asking(const Reading& r, const Codebook& codebook, const Learned& learned) : r_(r), judge_(learned.judge), topics_(r, codebook.topics()) {
    drafts_ = propose(r, codebook, topics_);
    for (const Draft& d : drafts_) proposed_.push_back({d.claim.type, d.trigger});
    settle(r, drafts_);
    for (const Draft& d : drafts_) settled_.push_back({d.claim.type, d.trigger});
    gathered_ = gather(r, drafts_);
    for (Gathered& g : gathered_) choose_doer(g.claim, g.doers, learned.doers);
    features_ = features_of(r, gathered_);
  }

  // Nothing where the hit made a claim.
  std::optional<NotCoded> ask(const Hit& hit) const {
    const At at{hit.rule->type, hit.token};
    NotCoded out{hit.rule, cover(r_.token(hit.token).span, r_.token(hit.last).span), {}, {}};
    const Gathered* made = nullptr;
    size_t index = 0;
    for (size_t i = 0; i < gathered_.size(); ++i) {
      if (gathered_[i].claim.type != at.type || !gathered_[i].claim.trigger.overlaps(out.trigger)) continue;
      made = &gathered_[i];
      index = i;
    }
    if (made) {
      const double p = judge_.probability(at.type, features_[index]);
      if (p >= judge_.least(at.type)) return std::nullopt;
      out.step = "judge";
      out.lacks = unlikely(at.type, p, features_[index]);
    } else if (!among(proposed_, at)) {
      out.step = "propose";
      out.lacks = unproposed(hit);
    } else if (!among(settled_, at)) {
      out.step = "settle";
      out.lacks = unsettled(hit);
    } else {
      out.step = "gather";
      out.lacks = {folded(at)};
    }
    return out;
  }

 private:
  static bool among(const std::vector<At>& list, const At& at) { return std::find(list.begin(), list.end(), at) != list.end(); }
  [[nodiscard]] std::string quoted(TokenId t) const { return "\"" + base::squeeze(r_.text(r_.noun_phrase(t))) + "\""; }

  [[nodiscard]] std::vector<std::string> unlikely(ClaimType type, double p, const Features& features) const {
    std::array<char, 64> odds{};
    std::snprintf(odds.data(), odds.size(), "%.2f where %.2f is asked", p, judge_.least(type));
    std::vector<std::string> out{std::string("a coder would code it with a probability of ") + odds.data()};
    for (const auto& [feature, weight] : judge_.reasons(type, features, kReasons))
      if (weight < 0) out.push_back("against it: " + feature);
    return out;
  }

  [[nodiscard]] std::vector<std::string> unsettled(const Hit& hit) const {
    std::vector<std::string> out;
    for (const uint32_t i : voice::voices_of(r_.attributions, r_.token(hit.token).span)) {
      const Attribution& a = r_.attributions[i];
      const std::string cue = "\"" + std::string(r_.text(a.cue)) + "\" ";
      if (a.kind == CueKind::denial) out.push_back(cue + "denies it");
      if (a.kind == CueKind::prediction) out.push_back(cue + "only expects it");
      if (a.kind == CueKind::intention) out.push_back(cue + "only intends it");
      if (a.kind == CueKind::demand) out.push_back(cue + "only asks for it");
    }
    if (out.empty()) out.emplace_back("its voice does not put it forward as done");
    return out;
  }

  [[nodiscard]] std::string folded(const At& at) const {
    const Span here = r_.sentence_of(at.token).span;
    for (const Gathered& g : gathered_) {
      const bool again = std::any_of(g.claim.also.begin(), g.claim.also.end(), [&](const Span& s) { return s.overlaps(here); });
      if (g.claim.type == at.type && (again || g.claim.sentence == r_.token(at.token).sentence))
        return "its fact is the claim's on \"" + std::string(r_.text(g.claim.trigger)) + "\": \"" +
               base::squeeze(r_.sentence_text(g.claim.sentence)) + "\"";
    }
    return at.type == ClaimType::violence ? "its happening is only named in passing, or told by another claim"
                                          : "nothing in the report bears it out";
  }

  [[nodiscard]] std::vector<std::string> unproposed(const Hit& hit) const {
    std::vector<std::string> out;
    const TokenId t = hit.token;
    const ClaimType type = hit.rule->type;
    if (violent(type) && topics_.elsewhere(r_.token(t).sentence))
      out.emplace_back("the sentence or its report speaks of an accident, sport, plain crime or the screen rather than of armed violence");
    const bool ground = type == ClaimType::control;
    const GroundRoles roles(r_);
    if (ground ? roles.unreal(t) : is_unreal(r_, t)) out.emplace_back("it is told as wished, feared, planned, tried or conditional only");
    if (ground && roles.only_demanded(t)) out.emplace_back("it is only demanded");
    if (r_.is_negated(t)) out.emplace_back("it is negated");
    if (type == ClaimType::violence && is_habit(r_, t)) out.emplace_back("it is told as a habit or a trend, not as one happening");
    if (type == ClaimType::casualties) harmed(hit, out);
    if (type == ClaimType::violence) fought(t, out);
    if (ground) held(t, roles, out);
    if (out.empty()) out.push_back("the roles of frame \"" + hit.rule->frame + "\" are not filled (docs/codebook.md)");
    return out;
  }

  // Who should stand as the harmed, by the rule's frame.
  void harmed(const Hit& hit, std::vector<std::string>& out) const {
    const TokenId t = hit.token;
    const std::string& frame = hit.rule->frame;
    const bool verbal = one_of(frame, {"transitive", "intransitive", "lives", "suffer"});
    if (verbal && !r_.is_verb(t)) {
      out.emplace_back("it stands as a noun, and the rule reads verbs");
      return;
    }
    if (frame == "lives") {
      out.emplace_back("no lives are named behind it");
      return;
    }
    std::optional<TokenId> who;
    if (frame == "transitive")
      who = r_.is_passive(t) ? passive_subject(r_, t) : object_of(r_, t);
    else if (frame == "intransitive")
      who = subject_of(r_, t);
    else if (frame == "nominal")
      who = r_.oblique(t, {"of"});
    else
      who = t;
    if (!who)
      out.emplace_back("no one stands where the harmed should");
    else if (*who != t && !is_people(r_, *who))
      out.push_back(quoted(*who) + " stands for the harmed, and is no person or armed body");
    else if (!count_of(r_, *who))
      out.push_back("how many are harmed is not told at " + quoted(*who));
    else if (hit.rule->object == "civilian" && party_kind(r_, *who) == PartyKind::combatants)
      out.push_back(quoted(*who) + " are fighters, and the rule is about civilians");
  }

  void fought(TokenId t, std::vector<std::string>& out) const {
    const auto agent = r_.is_passive(t) ? by_phrase(r_, t) : subject_of(r_, t);
    const auto target = r_.is_passive(t) ? passive_subject(r_, t) : object_of(r_, t);
    const bool armed = std::any_of(r_.mentions.begin(), r_.mentions.end(),
                                   [&](const Mention& m) { return m.sentence == r_.token(t).sentence && m.as<Weapon>(); });
    if (r_.is_verb(t) && !agent && !target) out.emplace_back("neither attacker nor target stands beside it");
    if (agent && !is_actor(r_, *agent)) out.push_back(quoted(*agent) + " does it, and is no person or armed body");
    const Sentence& sentence = r_.sentence_of(t);
    bool fighters = false;
    for (TokenId k = sentence.first; k < sentence.last; ++k)
      fighters = fighters || (r_.is_nominal(k) && is_actor(r_, k) && party_kind(r_, k) == PartyKind::combatants);
    if (!armed && !fighters) out.emplace_back("nobody in it is armed, and it names no weapon");
    if (!r_.is_verb(t) && out.empty()) out.emplace_back("it is named in passing, with no roles of its own");
  }

  void held(TokenId t, const GroundRoles& roles, std::vector<std::string>& out) const {
    const auto ground = roles.ground_after(t) ? roles.ground_after(t) : roles.ground_before(t);
    const auto object = object_of(r_, t);
    if (!ground && object)
      out.push_back(quoted(*object) + " is no place that can be held");
    else if (!ground)
      out.emplace_back("no place that can be held stands beside it");
    if (const auto doer = roles.doer(t); doer && !roles.can_hold(*doer)) out.push_back(quoted(*doer) + " cannot hold ground");
  }

  const Reading& r_;
  const Judge& judge_;
  const Topics topics_;
  std::vector<Draft> drafts_;
  std::vector<At> proposed_, settled_;
  std::vector<Gathered> gathered_;
  std::vector<Features> features_;
};

}  // namespace

std::vector<NotCoded> why_not(const Report& report, const Analysis& analysis, const std::vector<Mention>& mentions,
                              const std::vector<Attribution>& attributions, const Codebook& codebook, const Learned& learned,
                              const mention::Resources& resources, const Span& within) {
  const Reading reading(report, analysis, mentions, attributions, resources);
  const Asking asking(reading, codebook, learned);
  std::vector<NotCoded> out;
  for (uint32_t s = 0; s < analysis.sentences.size(); ++s) {
    if (!analysis.sentences[s].span.overlaps(within)) continue;
    for (const ClaimType type : kTypes)
      for (const Hit& hit : triggers_in(reading, codebook, s, type))
        if (auto left = asking.ask(hit)) out.push_back(std::move(*left));
  }
  std::stable_sort(out.begin(), out.end(), [](const NotCoded& a, const NotCoded& b) { return a.trigger.begin < b.trigger.begin; });
  return out;
}

}  // namespace herald::claim
