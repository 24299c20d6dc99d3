#include "claim/victims.h"

#include <algorithm>

#include "claim/figures.h"
#include "claim/roles.h"
#include "claim/who.h"

namespace herald::claim {
namespace {

bool is_noun(const Reading& r, TokenId t) {
  return r.token(t).upos == Upos::NOUN || r.token(t).upos == Upos::PROPN;
}

// Taggers take "a civilian injured" for an adjective and its noun.
bool names_people(const Reading& r, TokenId t) {
  return (is_noun(r, t) || r.token(t).upos == Upos::ADJ) && r.describer.describe(t).own_noun && is_people(r, t);
}

// Behind a bracket that opens at t, where one does and closes soon; t otherwise.
TokenId behind_bracket(const Reading& r, TokenId t) {
  const TokenId end = r.sentence_of(t > 0 ? t - 1 : t).last;
  if (t >= end || r.word(t) != "(") return t;
  for (TokenId k = t + 1; k < end && k < t + 6; ++k)
    if (r.word(k) == ")") return k + 1;
  return t;
}

// The noun that a run of modifiers and nouns from `first` ends in.
std::optional<TokenId> run_end(const Reading& r, TokenId first, TokenId end) {
  std::optional<TokenId> noun;
  for (TokenId t = first; t < end && t < first + 12; ++t) {
    if (noun && one_of(r.lower(t), {"hostage", "captive", "prisoner"})) break;  // "took 15 villagers hostage"
    if (noun && r.word(t) == "(") {
      const TokenId next = behind_bracket(r, t);
      if (next == t || next >= end || !names_people(r, next)) break;
      t = next - 1;
    } else if (is_noun(r, t) || names_people(r, t)) {
      const bool goes_on = !noun || r.token(*noun).head > static_cast<int32_t>(*noun) || r.token(*noun).upos == Upos::PROPN;
      if (!goes_on || r.mention_at<Timex>(t)) break;
      noun = t;
    } else if (!(r.token(t).upos == Upos::ADJ || r.word(t) == "-" || (r.token(t).upos == Upos::VERB && r.is(t, {"amod"})))) {
      break;
    }
  }
  return noun;
}

// The noun that a count stands before, where the parser made the number itself the head: "a judge".
TokenId counted_noun(const Reading& r, const Mention& m) {
  if (m.head >= m.last) return m.head;
  return run_end(r, m.last, r.sentence_of(m.first).last).value_or(m.head);
}

TokenId first_of(const Reading& r, TokenId head) {
  const TokenId first = r.analysis.token_at(r.noun_phrase(head).begin);
  const Mention* count = counting_mention(r, head);
  return count && count->first < first ? count->first : first;
}

TokenId behind(const Reading& r, TokenId head) {
  return std::max(r.analysis.token_at(r.noun_phrase(head).end), head + 1);
}

// What stands before a clause's first phrase; a verb or preposition there would govern the phrase.
bool opens_phrase(const Reading& r, TokenId first) {
  if (first == r.sentence_of(first).first) return true;
  const Upos u = r.token(first - 1).upos;
  return u == Upos::PUNCT || u == Upos::SCONJ || u == Upos::CCONJ;
}

// The counted phrases that stand before this one in its list: "Thirty rebels, six of them boys, and a medic".
std::vector<TokenId> listed_before(const Reading& r, TokenId head) {
  std::vector<TokenId> out;
  TokenId first = first_of(r, head);
  const Sentence& s = r.sentence_of(head);
  const auto step = [&]() -> bool {
    TokenId at = first;
    while (at > s.first && one_of(r.lower(at - 1), {"and", ","})) --at;
    if (at == first || at == s.first) return false;
    for (const uint32_t i : r.mentions_in(r.token(head).sentence)) {
      const Mention& m = r.mentions[i];
      if (!m.as<Quantity>() || m.last > at) continue;
      const bool of_them = m.last + 1 < at && r.lower(m.last) == "of" && one_of(r.lower(m.last + 1), {"them", "whom"});
      const auto noun = run_end(r, of_them ? m.last + 2 : m.last, at);
      if (!noun || *noun + 1 != at || (!of_them && !is_people(r, *noun))) continue;
      first = m.first;
      if (!of_them) out.push_back(*noun);
      return true;
    }
    return false;
  };
  while (step() && out.size() < 16) {
  }
  return opens_phrase(r, first) ? out : std::vector<TokenId>{};
}

// A counted phrase right behind, with no comma: "ten troopers seven officers and three constables".
std::optional<TokenId> next_without_comma(const Reading& r, TokenId head) {
  const TokenId at = behind(r, head);
  for (const uint32_t i : r.mentions_in(r.token(head).sentence)) {
    const Mention& m = r.mentions[i];
    if (!m.as<Quantity>() || m.first != at) continue;
    const auto noun = run_end(r, m.last, r.sentence_of(head).last);
    if (!noun || !names_people(r, *noun)) continue;
    const TokenId next = *noun + 1;
    if (next < r.sentence_of(head).last && (r.token(next).upos == Upos::VERB || r.token(next).upos == Upos::AUX)) continue;
    return noun;
  }
  return std::nullopt;
}

bool harmed_otherwise(const Reading& r, TokenId head) {
  const auto harm = [&](TokenId t) {
    return one_of(r.lower(t), {"wounded", "injured", "hurt", "killed", "dead", "missing", "displaced", "arrested"});
  };
  const Mention* count = counting_mention(r, head);
  const TokenId first = count ? count->first : first_of(r, head);
  const TokenId next = head + 1;
  return harm(head) || (first > 0 && harm(first - 1) && r.token(first - 1).sentence == r.token(head).sentence) ||
         (next < r.sentence_of(head).last && harm(next));
}

// "May Darwish, 40, a newsreader, was hurt": an article right behind a name's comma describes the name.
bool describes_name(const Reading& r, TokenId name, TokenId other) {
  const Mention* count = counting_mention(r, other);
  return r.token(name).upos == Upos::PROPN && count && r.token(count->head).upos == Upos::DET && count->first > 0 &&
         r.lower(count->first - 1) == ",";
}

// What "including" or "among them" lists, or "four of them", where it stands at t or behind its comma.
std::vector<TokenId> included_at(const Reading& r, TokenId t, TokenId end) {
  if (t < end && r.lower(t) == ",") ++t;
  if (t + 1 >= end) return {};
  for (const uint32_t i : r.mentions_in(r.token(t).sentence)) {
    const Mention& m = r.mentions[i];
    if (m.as<Quantity>() && m.first == t && m.last + 1 < end && r.lower(m.last) == "of" && one_of(r.lower(m.last + 1), {"them", "whom"}))
      return {m.head};
  }
  if (r.lower(t) == "including") {
    ++t;
  } else if (r.lower(t) == "among" && one_of(r.lower(t + 1), {"them", "whom"})) {
    t += 2;
  } else {
    return {};
  }
  while (t < end && (r.token(t).upos == Upos::DET || r.token(t).upos == Upos::NUM ||
                     one_of(r.lower(t), {"at", "least", "his", "their", "her", "its"})))
    ++t;
  const auto noun = run_end(r, t, end);
  return noun ? listed(r, *noun) : std::vector<TokenId>{};
}

}  // namespace

TokenId full_head(const Reading& r, TokenId head) {
  const TokenId end = r.sentence_of(head).last;
  TokenId next = behind(r, head);
  if (next >= end || r.word(next - 1) != ")") next = behind_bracket(r, next);
  if (next >= end || r.word(next - 1) != ")" || !names_people(r, next) || r.token(next).upos == Upos::ADJ) return head;
  return next;
}

std::optional<TokenId> counted_behind(const Reading& r, TokenId last) {
  for (const uint32_t i : r.mentions_in(r.token(last).sentence)) {
    const Mention& m = r.mentions[i];
    if (!m.as<Quantity>() || m.first <= last || m.first > last + 2) continue;
    if (m.first == last + 1 || one_of(r.lower(last + 1), {"another", "some", "the", "all"})) return counted_noun(r, m);
  }
  return std::nullopt;
}

std::optional<TokenId> own_figure(const Reading& r, TokenId v) {
  if (r.token(v).xpos != "VBN" && r.token(v).xpos != "VBD") return std::nullopt;
  const Sentence& s = r.sentence_of(v);
  TokenId at = v;
  const auto adverb = [&](TokenId t) { return r.token(t).upos == Upos::ADV && !r.mention_at<Quantity>(t); };
  while (at > s.first && (one_of(r.lower(at - 1), {"was", "were", "got"}) || adverb(at - 1))) --at;
  if (at > s.first + 1 && one_of(r.lower(at - 1), {"another", "others"}) && one_of(r.lower(at - 2), {"and", ","})) return at - 1;
  // "Eight people, including four men and a woman, were killed": the last part is not all.
  for (TokenId t = at;
       t > s.first && r.token(t - 1).upos != Upos::AUX && (r.token(t - 1).upos != Upos::VERB || r.lower(t - 1) == "including"); --t)
    if (r.lower(t - 1) == "including") return std::nullopt;
  for (const uint32_t i : r.mentions_in(r.token(v).sentence)) {
    const Mention& m = r.mentions[i];
    if (!m.as<Quantity>() || m.last > at || m.first <= s.first || !one_of(r.lower(m.first - 1), {"and", ",", "while", "with", "leaving"}))
      continue;
    if (m.last == at) return m.head;
    if (const auto noun = run_end(r, m.last, at); noun && *noun + 1 == at && is_people(r, *noun)) return noun;
  }
  return std::nullopt;
}

std::optional<TokenId> counted_near(const Reading& r, TokenId v, TokenId last, bool before) {
  if (const auto right = counted_behind(r, last)) return right;
  if (last + 1 < r.sentence_of(v).last && r.lower(last + 1) == "another") return last + 1;
  if (!before) return std::nullopt;
  const auto broken = [&](TokenId a) {
    for (TokenId t = a; t < v; ++t) {
      const bool verb = r.token(t).upos == Upos::VERB && !r.is(t, {"amod"}) && !(r.token(t).xpos == "VBN" && r.is(t, {"acl"}));
      if ((verb && !one_of(r.lower(t), {"including", "reported", "believed", "confirmed", "feared"})) ||
          one_of(r.lower(t), {"while", ";", "but", "when"}))
        return true;
    }
    return false;
  };
  for (const uint32_t i : r.mentions_in(r.token(v).sentence)) {
    const Mention& m = r.mentions[i];
    if (m.as<Quantity>() && m.last <= v && m.last + 30 >= v && !broken(m.last)) return counted_noun(r, m);
  }
  return std::nullopt;
}

std::optional<TokenId> companions(const Reading& r, TokenId v) {
  const TokenId end = r.sentence_of(v).last;
  for (TokenId t = v + 1; t + 2 < end; ++t) {
    if (r.token(t).upos == Upos::VERB || r.token(t).upos == Upos::AUX || r.lower(t) == ";") return std::nullopt;
    const bool with = one_of(r.lower(t), {"along", "together"}) && r.lower(t + 1) == "with";
    const bool as_well = r.lower(t) == "as" && r.lower(t + 1) == "well" && r.lower(t + 2) == "as";
    const bool own = r.lower(t) == "with" && r.token(t + 1).xpos == "PRP$";  // "shot dead with his two sons"
    if (!with && !as_well && !own) continue;
    TokenId at = t + (own ? 1 : with ? 2 : 3);
    while (at < end && (r.token(at).upos == Upos::DET || r.token(at).upos == Upos::NUM || r.token(at).xpos == "PRP$")) ++at;
    const auto noun = run_end(r, at, end);
    return noun && is_people(r, *noun) ? noun : std::nullopt;
  }
  return std::nullopt;
}

std::vector<TokenId> listed(const Reading& r, TokenId head) {
  std::vector<TokenId> out = r.coordinated(head);
  for (const TokenId t : listed_before(r, out.front())) out.push_back(t);
  for (size_t i = 0; i < out.size() && out.size() < 32; ++i) {
    const TokenId full = full_head(r, out[i]);
    const auto more = full != out[i] ? r.coordinated(full) : std::vector<TokenId>{};
    out[i] = full;
    for (const TokenId t : more)
      if (t != full) out.push_back(t);
    if (const auto next = next_without_comma(r, full))
      for (const TokenId t : r.coordinated(*next)) out.push_back(t);
  }
  // "Four boys playing football and a soldier": people coordinated with a thing that the phrase holds belong to the list.
  const TokenId end = r.sentence_of(head).last;
  for (TokenId t = head + 1; t < end && t < head + 12; ++t) {
    if (!r.is(t, {"conj"}) || !is_noun(r, t) || !r.child(t, {"det", "nummod"}) || !r.child(t, {"cc"}) || !is_people(r, t)) continue;
    const auto thing = r.governor(t);
    if (!thing || *thing < head || !is_noun(r, *thing) || is_people(r, *thing)) continue;
    const bool beside = r.token(head + 1).xpos == "VBG" && r.descends(*thing, head + 1);
    if (beside || r.descends(*thing, head)) out.push_back(t);
  }
  // "Killed 12 and wounded dozens", "17 dead and 44 wounded": what a harm of its own stands beside is no member.
  std::erase_if(out, [&](TokenId t) { return t > head && (harmed_otherwise(r, t) || describes_name(r, head, t)); });
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<TokenId> parts_of(const Reading& r, TokenId head, TokenId trigger) {
  std::vector<TokenId> out;
  const auto take = [&](const std::vector<TokenId>& parts) {
    for (const TokenId p : parts) {
      const auto& cs = r.children(p);
      const bool share = std::any_of(cs.begin(), cs.end(), [&](TokenId c) { return one_of(r.lower(c), {"mostly", "mainly", "largely"}); });
      if (!share && (is_people(r, p) || written_count(r, p))) out.push_back(p);
    }
  };
  const auto among_them = [&](TokenId part) {
    const auto& cs = r.children(part);
    return std::any_of(cs.begin(), cs.end(), [&](TokenId c) { return one_of(r.lower(c), {"them", "whom"}); });
  };
  for (const TokenId c : r.children(head)) {
    if (c < head) continue;
    const std::string mark = r.case_of(c);
    if (r.is(c, {"nmod", "obl", "conj", "appos", "dep", "parataxis"}) &&
        (mark == "including" || (mark == "among" && c > head + 2 && r.is(r.content_head(c), {"nmod", "obl", "appos"}) && among_them(c))))
      take(listed(r, c));
    if (r.is(c, {"acl", "advcl"}) && r.lower(c) == "including")
      if (const auto o = r.child(c, {"obj"})) take(listed(r, *o));
    if (r.is(c, {"appos", "acl", "acl:relcl", "nmod", "conj", "parataxis", "dep"}))
      if (const auto of = r.oblique(c, {"of"}); of && one_of(r.lower(*of), {"them", "whom", "which"}) && written_count(r, c))
        out.push_back(c);
  }
  if (!out.empty()) return out;
  // Behind the phrase, or behind the participle that follows it: "five were hurt, including a boy".
  const TokenId end = r.sentence_of(head).last;
  TokenId at = behind(r, head);
  take(included_at(r, at, end));
  if (!out.empty()) return out;
  while (at < trigger && (r.token(at).upos == Upos::AUX || r.token(at).upos == Upos::ADV)) ++at;
  if (at == trigger) take(included_at(r, trigger + 1, end));
  return out;
}

bool is_included(const Reading& r, TokenId victim) {
  const Mention* n = counting_mention(r, victim);
  return n && n->first > r.sentence_of(victim).first && r.lower(n->first - 1) == "including";
}

std::optional<TokenId> noun_beside(const Reading& r, TokenId v) {
  if (v == r.sentence_of(v).first || r.child(v, {"nsubj", "nsubj:pass", "aux", "aux:pass", "obj"}) || !r.is_passive(v)) return std::nullopt;
  const bool noun = r.token(v - 1).upos == Upos::NOUN || r.token(v - 1).upos == Upos::PROPN || is_included(r, v - 1);
  return noun && is_people(r, v - 1) && written_count(r, v - 1) ? std::optional(v - 1) : std::nullopt;
}

std::optional<TokenId> subject_of_elided(const Reading& r, TokenId v) {
  const auto subject = r.child(v, {"nsubj"});
  const auto first = r.governor(v);
  if (!subject || !first || !r.is(v, {"conj"}) || !r.lower(v).ends_with("ed") || r.child(v, {"obj", "aux", "ccomp"})) return std::nullopt;
  return r.child(*first, {"aux:pass"}) && is_people(r, *subject) ? subject : std::nullopt;
}

std::optional<TokenId> forced_to(const Reading& r, TokenId v) {
  const TokenId before = r.lower(v - (v > 0)) == "to" ? v - 1 : v;
  for (const uint32_t i : r.mentions_in(r.token(v).sentence)) {
    const Mention& m = r.mentions[i];
    if (!m.as<Quantity>() || m.last > before || m.first == r.sentence_of(v).first) continue;
    if (!one_of(r.lemma(m.first - 1), {"force", "cause", "lead", "compel", "oblige", "prompt", "drive", "push", "send", "leave"})) continue;
    const auto noun = counted_behind(r, m.first - 1);
    if (noun && !(r.token(m.first - 1).xpos == "VB" && is_unreal(r, m.first - 1)) &&
        r.analysis.token_at(r.noun_phrase(*noun).end) == before)
      return noun;
  }
  return std::nullopt;
}

bool describes_same(const Reading& r, TokenId first, TokenId second, TokenId trigger) {
  if (r.token(second).upos != Upos::NOUN || r.token(second).xpos != "NN" || r.token(first).xpos != "NN" || written_count(r, second) ||
      r.child(second, {"det", "nmod:poss", "nummod"}))
    return false;
  const auto aux = r.child(trigger, {"aux:pass", "aux"});
  return aux && one_of(r.lower(*aux), {"was", "is", "has"});
}

bool names_again(const Reading& r, const std::vector<TokenId>& heads, size_t i, TokenId trigger) {
  const auto single = [&](TokenId t) {
    const auto n = count_of(r, t);
    return n && n->low == 1 && n->high == 1;
  };
  if (!single(heads[i - 1]) || !single(heads[i])) return false;
  for (TokenId t = heads[i - 1]; t < heads[i]; ++t)
    if (r.token(t).upos == Upos::CCONJ || r.lower(t) == "as") return false;
  return i + 1 == heads.size() || describes_same(r, heads[i], heads[i + 1], trigger);
}

TokenId first_of_list(const Reading& r, TokenId trigger, TokenId victim) {
  const auto aux = r.child(trigger, {"aux:pass", "aux"});
  if (r.token(trigger).deprel != "acl:relcl" || r.governor(trigger) != victim || (aux && one_of(r.lower(*aux), {"was", "is", "has"})))
    return victim;
  TokenId at = victim;
  while (r.is(at, {"conj"}) && r.governor(at) && is_people(r, *r.governor(at)) && written_count(r, at) && written_count(r, *r.governor(at)))
    at = *r.governor(at);
  return at;
}

std::optional<TokenId> held_in(const Reading& r, TokenId custody) {
  if (r.case_of(custody) != (r.lemma(custody) == "arrest" ? "under" : "in")) return std::nullopt;
  if (const auto subject = r.child(custody, {"nsubj"})) return subject;
  const auto up = r.governor(custody);
  if (!up) return std::nullopt;
  if (r.is_nominal(*up)) return written_count(r, *up) ? up : std::nullopt;
  if (!one_of(r.lemma(*up), {"hold", "keep", "languish", "remain", "sit", "stay", "be"}) || is_unreal(r, *up)) return std::nullopt;
  const auto victim = r.is_passive(*up) ? passive_subject(r, *up) : r.child(*up, {"nsubj"});
  return victim && written_count(r, *victim) ? victim : std::nullopt;
}

}  // namespace herald::claim
