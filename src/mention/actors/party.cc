#include "mention/actors/party.h"

#include <algorithm>
#include <set>

namespace herald::actors {
namespace {

constexpr int kDeepest = 4;

bool is_measure(const std::string& lemma) {
  static const std::set<std::string> words = {
      "dozen",  "hundred", "thousand", "million",    "score",    "group",   "number", "majority", "handful", "pair", "team",
      "batch",  "couple",  "most",     "some",       "many",     "several", "few",    "all",      "rest",    "half", "total",
      "scores", "part",    "kind",     "bulk",       "minority", "remnant", "none",   "both",     "each",    "one",  "party",
      "crowd",  "band",    "wave",     "contingent", "column",   "unit",    "squad",  "gang",     "convoy",  "body", "more"};
  return words.count(lemma) != 0;
}

// "US-led", "al-Qaeda-linked": the name before does not name the party.
bool is_relation(std::string_view word) {
  static const std::set<std::string_view> words = {"led",          "backed",    "linked", "held",       "controlled", "based",
                                                   "allied",       "trained",   "armed",  "affiliated", "inspired",   "occupied",
                                                   "administered", "ruled",     "born",   "funded",     "supported",  "sponsored",
                                                   "aligned",      "dominated", "run",    "style",      "speaking",   "owned"};
  return words.count(word) != 0;
}

bool is_state(const ActorEntry& entry) {
  return entry.kind == ActorKind::state;
}

}  // namespace

Describer::Describer(const Report& report, const Analysis& analysis, const Registry& registry)
    : registry_(registry), words_(report, analysis), matches_(match_names(words_, registry)), match_at_(analysis.tokens.size(), -1) {
  for (size_t m = 0; m < matches_.size(); ++m)
    for (uint32_t t = matches_[m].first; t < matches_[m].last; ++t) match_at_[t] = static_cast<int32_t>(m);
}

const NameMatch* Describer::match_at(uint32_t token) const {
  return token < match_at_.size() && match_at_[token] >= 0 ? &matches_[static_cast<size_t>(match_at_[token])] : nullptr;
}

const PartyNoun* Describer::noun_ending(uint32_t head, uint32_t first, uint32_t& begin) const {
  const PartyNoun* found = nullptr;
  for (std::string key : {words_.lemma(head), words_.folded(head), words_.singular(head)}) {
    if (key.empty()) continue;
    if (const PartyNoun* noun = registry_.parties().noun(key)) {
      found = noun;
      begin = head;
    }
    // Hyphens fold away, so that "sub-inspector" is found whole or in three tokens.
    for (uint32_t t = head, taken = 0; t > first && taken < 3;) {
      --t;
      if (words_.folded(t).empty()) {
        if (words_.word(t) != "-") break;
        continue;
      }
      key = words_.folded(t) + " " + key;
      ++taken;
      if (const PartyNoun* noun = registry_.parties().noun(key)) {
        found = noun;
        begin = t;
      }
    }
    if (found) return found;
  }
  return found;
}

void Describer::note(const NameMatch& match, Description& out) const {
  const ActorEntry& surest = registry_.entry(match.hits.front().entry);
  if (!is_state(surest)) {
    if (!out.named && match.hits.front().how <= How::sound) out.named = &match;
    if (out.states.empty() && (match.hits.front().how <= How::sound) && surest.kind <= ActorKind::navy)
      if (const ActorEntry* state = registry_.find(surest.id.substr(0, surest.id.rfind('-')))) out.states.push_back(state);
    return;
  }
  if (!out.states.empty()) return;
  for (const NameHit& hit : match.hits)
    if (const ActorEntry& entry = registry_.entry(hit.entry); is_state(entry) && hit.how != How::capital) out.states.push_back(&entry);
}

void Describer::read_modifiers(uint32_t first, uint32_t last, Description& out) const {
  for (uint32_t t = first; t < last;) {
    // A word with all that hyphens tie to it.
    uint32_t end = t + 1;
    while (end + 1 < last && words_.word(end) == "-") end += 2;
    std::string joined;
    for (uint32_t k = t; k < end; ++k)
      if (!words_.folded(k).empty()) joined += (joined.empty() ? "" : " ") + words_.folded(k);
    const size_t cut = joined.rfind(' ');
    const std::string_view tail = cut == std::string::npos ? std::string_view() : std::string_view(joined).substr(cut + 1);
    const PartyNoun* modifier = registry_.parties().modifier(joined);
    if (!modifier) modifier = registry_.parties().modifier(words_.lemma(end - 1));
    if (joined.rfind("pro ", 0) == 0 || joined == "pro" || joined == "allied" || joined == "friendly") {
      out.allied = true;
      t = end;
    } else if (is_relation(tail)) {
      t = end;
    } else if (const NameMatch* match = match_at(t)) {
      // A community is no body: "Kurdish fighters" are not all Kurds.
      if (registry_.entry(match->hits.front().entry).kind != ActorKind::community) note(*match, out);
      t = std::max(t + 1, match->last);
    } else {
      if (modifier) {
        if (modifier->over || out.party == PartyKind::unknown) {
          if (modifier->party != PartyKind::unknown) out.party = modifier->party;
        }
        if (out.body == Body::none) out.body = modifier->body;
        if (out.side.empty()) out.side = modifier->side;
      }
      t = end;
    }
  }
}

void Describer::read_complement(uint32_t head, int depth, Description& out) const {
  const uint32_t c = words_.complement(head, {"of", "from", "in"});
  if (c >= words_.analysis.tokens.size()) return;
  if (const NameMatch* match = match_at(c)) {
    const bool placed = words_.complement(head, {"in"}) == c;  // "troops in Chad" need not be Chad's
    if (!placed) note(*match, out);
    const ActorEntry& entry = registry_.entry(match->hits.front().entry);
    if (!placed && out.party == PartyKind::unknown && armed(entry.kind)) out.party = PartyKind::combatants;
    return;
  }
  if (words_.complement(head, {"in"}) == c) return;
  const Description inner = describe(c, depth + 1);
  if (out.party == PartyKind::unknown) out.party = inner.party;
  if (out.body == Body::none) out.body = inner.body;
  if (out.side.empty()) out.side = inner.side;
  if (out.states.empty()) out.states = inner.states;
  if (!out.named) out.named = inner.named;
}

// A person's name takes its party from the nouns that stand with it.
void Describer::read_name(uint32_t head, int depth, Description& out) const {
  const Phrase phrase = out.phrase;
  for (uint32_t t = head; t > phrase.first; --t) {
    uint32_t begin = t - 1;
    if (const PartyNoun* noun = noun_ending(t - 1, phrase.first, begin); noun && !match_at(t - 1)) {
      out.noun = noun;
      out.party = noun->party;
      out.groups = noun->groups;
      out.body = noun->body;
      out.side = noun->side;
      out.speaks = noun->speaks;
      read_modifiers(phrase.first, begin, out);
      break;
    }
  }
  if (out.noun) return;
  uint32_t beside = head;
  for (const uint32_t c : words_.children(head))
    if (words_.relation(c) == "appos" || (words_.relation(c) == "flat" && words_.token(c).upos == Upos::NOUN)) beside = c;
  const std::string_view r = words_.relation(head);
  if (beside == head && (r == "appos" || r == "flat") && words_.token(head).head >= 0)
    beside = static_cast<uint32_t>(words_.token(head).head);
  if (beside == head || words_.token(beside).upos == Upos::PROPN) return;
  const Description other = describe(beside, depth + 1);
  if (!other.noun) return;
  out.noun = other.noun;
  out.party = other.party;
  out.groups = other.groups;
  out.body = other.body;
  out.side = other.side;
  out.speaks = other.speaks;
  if (!out.named) out.named = other.named;
  if (out.states.empty()) out.states = other.states;
}

void Describer::settle(Description& out) const {
  // Whoever fights the state is not its army, whatever the noun ("rebel soldiers").
  if (!out.side.empty()) out.body = Body::none;
  if (!out.named) return;
  const ActorEntry& entry = registry_.entry(out.named->hits.front().entry);
  const bool person = out.named->hits.front().how == How::person;
  if (out.party == PartyKind::unknown && armed(entry.kind) && !person) out.party = PartyKind::combatants;
  if (!out.noun) out.speaks = entry.speaks;
}

Description Describer::describe(uint32_t head, int depth) const {
  Description out;
  out.phrase = words_.phrase_of(head);
  if (depth > kDeepest) return out;
  const auto counted = [&] {
    const uint32_t c = words_.complement(head, {"of"});
    return c < words_.analysis.tokens.size() ? std::optional<uint32_t>(c) : std::nullopt;
  };
  const Upos upos = words_.token(head).upos;
  if (upos == Upos::NUM || upos == Upos::DET || upos == Upos::PRON || is_measure(words_.lemma(head)))
    if (const std::optional<uint32_t> c = counted(); c && !match_at(*c)) {
      Description inner = describe(*c, depth + 1);
      inner.phrase = out.phrase;
      return inner;
    }
  if (const NameMatch* match = match_at(head)) {
    note(*match, out);
    if (match->hits.front().how == How::person || match->hits.front().how == How::people || match->hits.front().how == How::adjective) {
      read_name(head, depth, out);
    } else if (out.phrase.first < match->first) {
      // "rebel group Unita": the name stands on its own; the noun before it may still say what it is.
      read_name(match->first, depth, out);
    }
    settle(out);
    return out;
  }
  uint32_t begin = head;
  out.noun = noun_ending(head, out.phrase.first, begin);
  if (out.noun) {
    out.own_noun = true;
    out.party = out.noun->party;
    out.groups = out.noun->groups;
    out.body = out.noun->body;
    out.side = out.noun->side;
    out.speaks = out.noun->speaks;
    out.collective = out.noun->collective;
    read_modifiers(out.phrase.first, begin, out);
    read_complement(head, depth, out);
  } else if (upos == Upos::PROPN) {
    read_name(head, depth, out);
  } else {
    read_modifiers(out.phrase.first, head, out);
  }
  settle(out);
  return out;
}

PartyKind party_of(const Report& report, const Analysis& analysis, const Registry& registry, uint32_t head) {
  return Describer(report, analysis, registry).party_of(head);
}

}  // namespace herald::actors
