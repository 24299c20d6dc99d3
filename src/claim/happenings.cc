#include "claim/happenings.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "claim/agents.h"
#include "claim/passing.h"
#include "claim/when.h"
#include "claim/where.h"
#include "claim/who.h"

namespace herald::claim {
namespace {

using std::chrono::days;

// Some kinds say more than others: an "attack" may turn out a bombing.
int telling(Kind k) {
  return k == Kind::assault ? 0 : k == Kind::shooting || k == Kind::clash ? 1 : 2;
}

bool kinds_agree(const std::optional<Kind>& a, const std::optional<Kind>& b) {
  if (!a || !b || *a == *b) return true;
  return *a == Kind::assault || *b == Kind::assault || (telling(*a) == 1 && telling(*b) == 1);
}

bool places_agree(const std::optional<ClaimPlace>& a, const std::optional<ClaimPlace>& b) {
  return !a || !b || compatible(a->place, b->place);
}

// Whether soldiers or police did it, or people who bear no arms: a crowd's rampage and the firing on it are two incidents. nullopt where
// neither is plain.
std::optional<bool> done_by_state(const Reading& r, const Draft& d) {
  if (!d.agent || d.claim.harm == Harm::captured) return std::nullopt;
  const auto doer = r.describer.describe(*d.agent);
  if (!doer.noun || !doer.own_noun) return std::nullopt;
  if (doer.body != actors::Body::none && doer.party == PartyKind::combatants) return true;
  return doer.party == PartyKind::combatants || doer.body != actors::Body::none ? std::nullopt : std::optional(false);
}

// One sentence's (or segment's) worth of drafts about one thing.
struct Group {
  std::vector<size_t> drafts;
  uint32_t sentence = 0;
  TokenId segment = 0;
  std::optional<Kind> kind;
  std::optional<ClaimDate> date;
  std::optional<ClaimPlace> place;
  bool fresh = false;   // "another", "a separate", "in a similar": surely a new one
  bool refers = false;  // "the attack", "the blast": surely one told before
  bool cumulative = false;
  bool aside = true;  // only spoken of
  std::optional<bool> by_state;
};

// Words that open a new incident.
bool announces_new(const Reading& r, const Draft& d) {
  for (const TokenId c : r.children(d.trigger))
    if (one_of(r.lower(c), {"another", "separate", "second", "similar", "third", "other"})) return true;
  const Sentence& s = r.sentence_of(d.trigger);
  const TokenId stop = std::min(s.last, s.first + 5);
  for (TokenId t = s.first; t < stop; ++t)
    if (one_of(r.lower(t), {"elsewhere", "separately", "meanwhile", "earlier", "previously"})) return true;
  for (TokenId t = s.first; t + 1 < stop; ++t)
    if (one_of(r.lower(t), {"in"}) && one_of(r.lower(t + 1), {"another", "other", "separate", "addition"})) return true;
  return false;
}

// "The attack", "this raid", "his murder", "the Hariri killing": something told before, or known.
bool refers_back(const Reading& r, const Draft& d) {
  const bool nominal = d.claim.type == ClaimType::violence || d.rule->frame == "nominal";
  if (!nominal || r.token(d.trigger).upos != Upos::NOUN) return false;
  bool definite = false;
  for (const TokenId c : r.children(d.trigger)) {
    if (r.relation(c) == "nummod" || one_of(r.lower(c), {"another", "latest", "last", "first", "a", "an"})) return false;
    if (one_of(r.lower(c), {"the", "this", "these", "those", "that"}) && r.is(c, {"det"})) definite = true;
    if (r.is(c, {"nmod:poss"}) && !r.mention_at<Timex>(c)) definite = true;
    if (r.is(c, {"compound"}) && r.token(c).upos == Upos::PROPN) definite = true;
  }
  return definite;
}

bool doers_agree(const std::optional<bool>& a, const std::optional<bool>& b) {
  return !a || !b || *a == *b;
}

// "Two were killed and five injured when …": clauses of one sentence tell of one thing unless each has its own day or place.
bool one_happening(const Group& a, const Group& b) {
  if (b.fresh || !kinds_agree(a.kind, b.kind) || !doers_agree(a.by_state, b.by_state)) return false;
  if (a.date && b.date && a.date->span != b.date->span) return false;
  return !(a.place && b.place && a.place->span != b.place->span);
}

void absorb(Group& into, const Group& g) {
  into.drafts.insert(into.drafts.end(), g.drafts.begin(), g.drafts.end());
  std::sort(into.drafts.begin(), into.drafts.end());
  into.refers = into.refers || g.refers;
  into.cumulative = into.cumulative || g.cumulative;
  into.aside = into.aside && g.aside;
  if (!into.by_state) into.by_state = g.by_state;
  if (g.kind && (!into.kind || telling(*g.kind) > telling(*into.kind))) into.kind = g.kind;
  if (!into.date) into.date = g.date;
  if (!into.place) into.place = g.place;
}

std::vector<Group> group_by_segment(const Reading& r, std::vector<Draft>& drafts) {
  std::map<std::pair<uint32_t, TokenId>, Group> by;
  for (size_t i = 0; i < drafts.size(); ++i) {
    Draft& d = drafts[i];
    if (d.claim.type != ClaimType::casualties && d.claim.type != ClaimType::violence) continue;
    const TokenId segment = segment_of(r, d.trigger);
    Group& g = by[{d.claim.sentence, segment}];
    g.sentence = d.claim.sentence;
    g.segment = segment;
    g.drafts.push_back(i);
    d.fresh = announces_new(r, d);
    g.fresh = g.fresh || d.fresh;
    g.refers = g.refers || refers_back(r, d);
    if (d.claim.type == ClaimType::violence && (!g.kind || telling(d.claim.kind) > telling(*g.kind))) g.kind = d.claim.kind;
    if (const auto date = stated_date(r, d.trigger); date && d.claim.modality == Modality::actual && (!g.date || spans_many_days(*g.date)))
      g.date = date;
    if (const auto place = stated_place(r, d.trigger); place && !g.place) g.place = place;
    g.cumulative = g.cumulative || d.claim.cumulative;
    g.aside = g.aside && told_in_passing(r, d.trigger);
    if (!g.by_state) g.by_state = done_by_state(r, d);
  }
  std::vector<Group> out;
  for (auto& [key, g] : by) {
    if (!out.empty() && out.back().sentence == g.sentence && one_happening(out.back(), g))
      absorb(out.back(), g);
    else
      out.push_back(std::move(g));
  }
  return out;
}

// How many of the figures of a group stand in a happening already.
int shared_figures(const std::vector<Draft>& drafts, const Group& g, const Happening& h) {
  return static_cast<int>(std::count_if(g.drafts.begin(), g.drafts.end(), [&](size_t i) {
    const Claim& a = drafts[i].claim;
    return std::any_of(h.drafts.begin(), h.drafts.end(), [&](size_t j) {
      const Claim& b = drafts[j].claim;
      return a.type == ClaimType::casualties && b.type == a.type && a.harm == b.harm && a.figure.low == b.figure.low &&
             a.figure.high == b.figure.high && !a.figure.vague && a.figure.low.value_or(0) > 1;
    });
  }));
}

// "Men opened fire on him": whom violence is told to have struck is one harmed in the other draft.
bool strikes_victim(const Reading& r, const Draft& violence, const Draft& harm) {
  if (!violence.target || !harm.claim.victims || !harm.claim.victims->span || harm.claim.harm == Harm::captured) return false;
  const Mention* m = r.mention_at<Actor>(*violence.target);
  if (!m || harm.claim.figure.high != 1) return false;
  const Mention& first = r.first_of_cluster(*m);
  return &first != m && first.span.overlaps(*harm.claim.victims->span);
}

bool same_victim_named(const Reading& r, const std::vector<Draft>& drafts, const Group& g, const Happening& h) {
  for (const size_t i : g.drafts)
    for (const size_t j : h.drafts) {
      if (strikes_victim(r, drafts[i], drafts[j]) || strikes_victim(r, drafts[j], drafts[i])) return true;
      const auto& a = drafts[i].claim.victims;
      const auto& b = drafts[j].claim.victims;
      if (!a || !b || drafts[i].claim.harm != drafts[j].claim.harm) continue;
      if (!a->ref.empty() && a->ref == b->ref) return true;
      // The last word of a name is what it is known by.
      const auto last = [](const std::string& s) {
        return s.substr(s.find_last_of(' ') == std::string::npos ? 0 : s.find_last_of(' ') + 1);
      };
      const std::string x = last(a->name);
      if (x.size() > 3 && x[0] >= 'A' && x[0] <= 'Z' && x == last(b->name)) return true;
    }
  return false;
}

// Whom a draft says was attacked or harmed.
std::vector<TokenId> harmed(const Draft& d) {
  std::vector<TokenId> out;
  if (d.victim) out.push_back(*d.victim);
  if (d.target && d.claim.kind != Kind::clash) out.push_back(*d.target);
  return out;
}

// The last words of the names in a noun phrase and what stands in apposition to it, and of those whom its pronouns stand for. Names that
// the registry knows are of groups and states, which suffer more than once.
std::set<std::string> names_in(const Reading& r, TokenId head) {
  std::set<std::string> out;
  Span phrase = r.noun_phrase(head);
  if (const auto apposed = r.child(head, {"appos"})) phrase.end = std::max(phrase.end, r.noun_phrase(*apposed).end);
  for (const uint32_t i : r.mentions_in(r.token(head).sentence)) {
    const Mention& here = r.mentions[i];
    if (!here.as<Actor>() || !phrase.overlaps(here.span)) continue;
    const Mention& m = here.form == MentionForm::name ? here : r.first_of_cluster(here);
    if (!m.as<Actor>() || m.form != MentionForm::name || !m.as<Actor>()->ref.empty() || m.as<Actor>()->type == ActorType::nationality)
      continue;
    const std::string name = base::fold(r.text(m.span));
    out.insert(name.substr(name.find_last_of(' ') + 1));
  }
  return out;
}

bool definite(const Reading& r, TokenId head) {
  const auto& parts = r.children(head);
  return std::any_of(parts.begin(), parts.end(), [&](TokenId c) {
    return r.is(c, {"det"}) && one_of(r.lower(c), {"the", "this", "that", "these", "those"});
  });
}

// "The van", "him", "Mr Gull": whom the happening harmed already.
bool same_harmed(const Reading& r, const std::vector<Draft>& drafts, const Group& g, const Happening& h, bool latest) {
  for (const size_t i : g.drafts)
    for (const TokenId x : harmed(drafts[i])) {
      if (latest && g.sentence <= h.last_sentence + 1 && one_of(r.lower(x), {"him", "her", "he", "she"})) return true;
      const auto names = names_in(r, x);
      for (const size_t j : h.drafts)
        for (const TokenId y : harmed(drafts[j])) {
          if (definite(r, x) && r.lemma(x) == r.lemma(y) && !one_of(r.lemma(x), {"people", "person", "victim", "man"})) return true;
          const auto known = names_in(r, y);
          if (std::any_of(names.begin(), names.end(), [&](const std::string& n) { return known.contains(n); })) return true;
        }
    }
  return false;
}

void join(const Reading& r, const std::vector<Draft>& drafts, Happening& h, const Group& g) {
  h.drafts.insert(h.drafts.end(), g.drafts.begin(), g.drafts.end());
  h.last_sentence = g.sentence;
  h.aside = h.aside && g.aside;
  if (!h.by_state) h.by_state = g.by_state;
  if (g.kind && (!h.kind || telling(*g.kind) > telling(*h.kind))) h.kind = g.kind;
  if (g.date && (!h.date || (spans_many_days(*h.date) && !spans_many_days(*g.date)))) h.date = g.date;
  if (g.place && (!h.place || (narrower(g.place->place, h.place->place) && compatible(g.place->place, h.place->place)))) h.place = g.place;
  for (const size_t i : g.drafts) {
    const Draft& d = drafts[i];
    // Whom the attack harmed did not do it; in a clash both sides may do and suffer.
    const bool suffered = h.kind != Kind::clash && std::any_of(g.drafts.begin(), g.drafts.end(),
                                                               [&](size_t j) { return drafts[j].victim && drafts[j].victim == d.agent; });
    // "the king's execution of a rebel": who did one killing that a noun names did not do what else is told with it.
    const bool apart = d.claim.harm && r.token(d.trigger).upos == Upos::NOUN && g.drafts.size() > 1;
    if (!h.by && d.agent && !suffered && !apart && d.claim.harm != Harm::captured) {
      h.by = agent_of(r, d);
      h.by_sentence = d.claim.sentence;
    }
    if (d.claim.type != ClaimType::violence) continue;
    if (!h.target && d.claim.target) {
      h.target = d.claim.target;
    }
  }
}

}  // namespace

bool dates_agree(const std::optional<ClaimDate>& a, const std::optional<ClaimDate>& b) {
  if (!a || !b) return true;
  const auto lo = [](const ClaimDate& d) { return d.period.start ? d.period.start : d.period.end; };
  const auto hi = [](const ClaimDate& d) { return d.period.end ? d.period.end : d.period.start; };
  return *lo(*a) <= *hi(*b) && *lo(*b) <= *hi(*a);
}

TokenId segment_of(const Reading& r, TokenId trigger) {
  TokenId at = trigger;
  const auto dated = [&](TokenId noun) {
    for (const TokenId c : r.children(noun))
      if (const Mention* m = r.mention_at<Timex>(c); m && m->as<Timex>()->period.known() && m->as<Timex>()->type != TimexType::duration)
        return true;
    return false;
  };
  for (int steps = 0; steps < 64; ++steps) {
    const Token& k = r.token(at);
    if (k.head < 0) return at;
    const auto up = static_cast<TokenId>(k.head);
    const bool own_subject = r.child(at, {"nsubj", "nsubj:pass"}).has_value();
    if (k.upos == Upos::VERB && own_subject && r.is(at, {"conj", "parataxis"})) return at;
    if (r.is(at, {"advcl"}))
      if (const auto mark = r.child(at, {"mark"}); mark && one_of(r.lower(*mark), {"while", "whereas"})) return at;
    // A noun with a date of its own, told in passing: "after the bombings of 1 October, which killed 20".
    if (k.upos == Upos::NOUN && r.is(at, {"nmod", "obl", "appos", "conj"}) && dated(at)) return at;
    if (r.is(at, {"acl:relcl"}) && r.token(up).upos == Upos::PROPN && own_subject) return at;
    at = up;
  }
  return at;
}

std::vector<Happening> find_happenings(const Reading& r, std::vector<Draft>& drafts) {
  std::vector<Happening> out;
  for (const Group& g : group_by_segment(r, drafts)) {
    std::optional<size_t> chosen;
    double best = 0;
    for (size_t k = out.size(); k-- > 0;) {
      const Happening& h = out[k];
      if (!kinds_agree(g.kind, h.kind) || !doers_agree(g.by_state, h.by_state) || !dates_agree(g.date, h.date)) continue;
      const bool same_victim = same_victim_named(r, drafts, g, h);
      const bool harmed_before = same_victim || same_harmed(r, drafts, g, h, k + 1 == out.size());
      const int shared = shared_figures(drafts, g, h);
      double score = 2.0 * shared + (same_victim ? 2.0 : harmed_before ? 1.5 : 0);
      // Two figures told again outweigh a place told otherwise: "a southern district" and the quarter's name.
      if (!same_victim && shared < 2 && !places_agree(g.place, h.place)) {
        // A street or a hamlet that no gazetteer knows may well lie in the town told before.
        if (!(harmed_before || g.refers) || (g.place->place.at && h.place->place.at)) continue;
        score -= 0.5;
      }
      if (g.refers) score += 1.5;
      if (!g.date && !g.place) score += 1.0;
      if (g.date && h.date && g.place && h.place) score += 1.5;
      if ((g.date && h.date) != (g.place && h.place)) score += 0.6;
      if (g.kind && h.kind && *g.kind == *h.kind) score += 0.5;
      if (g.fresh) score -= 2.0;
      score -= (g.refers ? 0.05 : 0.15) * std::min<uint32_t>(8, g.sentence - h.last_sentence);
      if (r.in_headline(h.first_sentence) && g.sentence <= h.first_sentence + 2) score += 1.0;
      if (h.date && h.date->period.end && r.report.published && *h.date->period.end + days{20} < r.report.published->day() && !g.date)
        score -= 1.0;
      if (score > best) {
        best = score;
        chosen = k;
      }
    }
    if (!chosen || best < 0.7) {
      Happening h;
      h.first_sentence = g.sentence;
      h.aside = true;
      h.refers = g.refers;
      out.push_back(h);
      chosen = out.size() - 1;
    }
    join(r, drafts, out[*chosen], g);
    for (const size_t i : g.drafts) drafts[i].incident = *chosen;
  }
  return out;
}

}  // namespace herald::claim
