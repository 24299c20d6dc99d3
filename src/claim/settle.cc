#include "claim/settle.h"

#include <algorithm>

#include "voice/voice.h"

namespace herald::claim {
namespace {

// "a military source told AFP": the agency that heard it is the outer voice.
std::optional<Voice> told_to(const Reading& r, const Attribution& a) {
  const TokenId cue = r.analysis.token_at(a.cue.begin);
  if (cue >= r.analysis.tokens.size() || r.lemma(cue) != "tell") return std::nullopt;
  for (const TokenId c : r.children(cue)) {
    if (!r.is(c, {"obj", "iobj"})) continue;
    const Mention* m = r.mention_at<Actor>(c);
    if (!m || m->as<Actor>()->ref.empty() || m->form != MentionForm::name) continue;
    const actors::ActorEntry* entry = r.describer.registry().find(m->as<Actor>()->ref);
    if (entry && one_of(actors::name_of(entry->kind), {"agency", "broadcaster", "newspaper"}))
      return Voice{std::string(r.text(m->span)), m->as<Actor>()->ref, m->span};
  }
  return std::nullopt;
}

// Who merely speaks did not do it: a parser may hang the killing on the officer who tells of it.
void clear_speakers(const Reading& r, Draft& d) {
  if (!d.agent || d.claim.type == ClaimType::control) return;
  const Span& doer = r.token(*d.agent).span;
  for (const Attribution& a : r.attributions) {
    if (a.kind != CueKind::speech || !a.source.contains(doer)) continue;
    d.agent.reset();
    d.claim.by.reset();
    return;
  }
}

// "A dozen died, a surgeon said": nor was who speaks harmed, unless the words that name the speaker tell of it.
bool harms_speaker(const Reading& r, const Draft& d) {
  if (d.claim.type != ClaimType::casualties || !d.victim) return false;
  const Span& harmed = r.token(*d.victim).span;
  return std::any_of(r.attributions.begin(), r.attributions.end(), [&](const Attribution& a) {
    return a.kind == CueKind::speech && a.source.contains(harmed) && !a.source.contains(r.token(d.trigger).span);
  });
}

// "asked for a probe of the raid in which 19 were killed": a verb that tells of the past is not what is asked for.
bool is_past(const Reading& r, TokenId t) {
  if (r.token(t).xpos == "VBD") return true;
  const auto& cs = r.children(t);
  return std::any_of(cs.begin(), cs.end(), [&](TokenId c) {
    return r.is(c, {"aux", "aux:pass"}) && one_of(r.lower(c), {"was", "were", "had", "has", "have"});
  });
}

// False where the voices around it leave nothing that the codebook codes.
bool settle_one(const Reading& r, Draft& d) {
  Claim& c = d.claim;
  bool told = true;
  for (const uint32_t i : voice::voices_of(r.attributions, r.token(d.trigger).span)) {
    const Attribution& a = r.attributions[i];
    // "the alliance, which says it has won, holds X": the clause beside the main one speaks for itself alone.
    const TokenId cue = r.analysis.token_at(a.cue.begin);
    if (cue < r.analysis.tokens.size() && r.token(cue).deprel == "acl:relcl" && !r.descends(d.trigger, cue)) continue;
    const bool ground = c.type == ClaimType::control || c.type == ClaimType::movement || c.type == ClaimType::agreement;
    switch (a.kind) {
      case CueKind::denial:
        c.modality = a.negated ? Modality::actual : Modality::denied;
        if (!a.negated && !ground) told = false;
        break;
      case CueKind::prediction:
      case CueKind::intention:
        if (c.modality == Modality::actual && r.token(d.trigger).xpos != "VBD") {
          c.modality = Modality::planned;
          if (!ground) told = false;
        }
        break;
      case CueKind::demand:
        told = told && (r.token(d.trigger).upos != Upos::VERB || is_past(r, d.trigger));
        break;
      default:
        if (a.negated) c.modality = Modality::possible;
        break;
    }
    if (a.kind == CueKind::stance || a.kind == CueKind::responsibility || a.kind == CueKind::demand) continue;
    if (a.source.empty()) continue;
    const TokenId speaker = r.analysis.token_at(a.source.begin);
    if (const Mention* day = speaker < r.analysis.tokens.size() ? r.mention_at<Timex>(speaker) : nullptr;
        day && day->span.contains(a.source))
      continue;
    if (auto outlet = told_to(r, a)) c.source.push_back(std::move(*outlet));
    Voice v;
    v.name = a.name.empty() ? std::string(r.text(a.source)) : a.name;
    v.ref = a.ref;
    v.span = a.source;
    c.source.push_back(std::move(v));
  }
  return told;
}

}  // namespace

void settle(const Reading& r, std::vector<Draft>& drafts) {
  std::vector<size_t> moved(drafts.size(), SIZE_MAX);
  std::vector<Draft> kept;
  for (size_t i = 0; i < drafts.size(); ++i) {
    clear_speakers(r, drafts[i]);
    if (harms_speaker(r, drafts[i]) || !settle_one(r, drafts[i])) continue;
    moved[i] = kept.size();
    kept.push_back(std::move(drafts[i]));
  }
  for (Draft& d : kept)
    if (d.whole) d.whole = moved[*d.whole] == SIZE_MAX ? std::nullopt : std::optional(moved[*d.whole]);
  drafts = std::move(kept);
}

}  // namespace herald::claim
