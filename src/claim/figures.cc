#include "claim/figures.h"

#include <algorithm>

namespace herald::claim {
namespace {

Quantity exactly(int64_t n) {
  Quantity q;
  q.low = q.high = n;
  return q;
}

Quantity bare_plural() {
  Quantity q;
  q.low = 2;
  q.vague = true;
  return q;
}

// "moderate Hutus", tagged as one name.
bool many_of_a_nation(const Reading& r, TokenId t) {
  const Mention* m = r.mention_at<Actor>(t);
  const bool nation = m && (m->as<Actor>()->type == ActorType::nationality || m->as<Actor>()->type == ActorType::group);
  return nation && r.lower(t).size() > 3 && r.lower(t).ends_with("s") && !r.lower(t).ends_with("ss");
}

bool plural(const Reading& r, TokenId t) {
  const std::string& xpos = r.token(t).xpos;
  return xpos == "NNS" || xpos == "NNPS" || r.token(t).feats.find("Number=Plur") != std::string::npos ||
         one_of(r.lower(t), {"people", "police", "troops", "personnel"}) || many_of_a_nation(r, t);
}

// "At least seven and injured scores": a verb or "and" between a number and a noun parts them, whatever the tree says.
bool parted(const Reading& r, TokenId first, TokenId head) {
  for (TokenId t = first; t < head; ++t)
    if (r.token(t).upos == Upos::CCONJ || (r.token(t).upos == Upos::VERB && !r.is(t, {"amod"}))) return true;
  return false;
}

}  // namespace

bool is_ordinal_person(const Reading& r, TokenId t) {
  return one_of(r.lower(t), {"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}) &&
         r.is(t, {"nsubj", "obj", "conj"}) && r.child(t, {"det"}) && !r.child(t, {"nmod", "nmod:poss"}) && !r.mention_at<Timex>(t);
}

const Mention* counting_mention(const Reading& r, TokenId head) {
  const Mention* best = nullptr;
  for (const uint32_t i : r.mentions_in(r.token(head).sentence)) {
    const Mention& m = r.mentions[i];
    if (!m.as<Quantity>()) continue;
    bool mine = m.first <= head && head < m.last;
    // A number that modifies the head: directly, or by a word that does ("four more soldiers", "three lower rung cadres").
    if (!mine && m.last <= head && m.last + 8 > head)
      for (TokenId t = m.first; t < m.last && !mine; ++t) {
        const int32_t up = r.token(t).head;
        if (up == static_cast<int32_t>(head) && !parted(r, m.last, head))
          mine = r.is(t, {"nummod", "det", "amod", "compound", "advmod", "case", "nmod"});
      }
    // By order: nothing but modifiers between the number and the head.
    // Before a short name in brackets also the long one: "six Border Security Force (BSF) troopers".
    const bool bracketed = head > m.last && r.word(head - 1) == ")";
    if (!mine && m.last <= head && m.last + (bracketed ? 14 : 5) > head) {
      mine = r.is_nominal(head);
      for (TokenId t = m.last; t < head && mine; ++t) {
        const Upos u = r.token(t).upos;
        mine = u == Upos::ADJ || u == Upos::NOUN || u == Upos::PROPN || r.lower(t) == "-" || (u == Upos::VERB && r.is(t, {"amod"})) ||
               (bracketed && u != Upos::VERB && u != Upos::AUX && u != Upos::CCONJ && u != Upos::SCONJ && r.lower(t) != ",");
      }
    }
    if (mine && (!best || m.span.begin < best->span.begin)) best = &m;
  }
  return best;
}

std::optional<Quantity> written_count(const Reading& r, TokenId head) {
  const Mention* m = counting_mention(r, head);
  return m ? std::optional(*m->as<Quantity>()) : std::nullopt;
}

std::optional<Quantity> count_of(const Reading& r, TokenId head) {
  if (auto q = written_count(r, head)) return q;
  const std::string& w = r.lower(head);
  if (r.token(head).upos == Upos::PRON || r.token(head).upos == Upos::DET) {
    if (one_of(w, {"he", "she", "him", "her", "himself", "herself", "one", "another", "i", "me"})) return exactly(1);
    if (one_of(w, {"several", "many", "others", "some"})) {
      Quantity q = bare_plural();
      q.low = w == "others" || w == "some" ? 2 : 3;
      return q;
    }
    return std::nullopt;
  }
  if (is_ordinal_person(r, head)) return exactly(1);
  // "Most of the rebels": a share without a figure.
  if (one_of(w, {"most", "majority", "bulk", "half", "third"}) && r.oblique(head, {"of"})) return std::nullopt;
  const TokenId noun = r.content_head(head);
  const auto det = r.child(noun, {"det"});
  if (det && one_of(r.lower(*det), {"a", "an"}) && noun == head) return exactly(1);  // "a guards", by a slip of the writer's
  if (noun != head)
    if (auto q = written_count(r, noun)) return q;
  if (plural(r, noun)) return bare_plural();
  if (r.token(noun).upos == Upos::PROPN || r.token(noun).upos == Upos::NOUN) return exactly(1);
  return std::nullopt;
}

}  // namespace herald::claim
