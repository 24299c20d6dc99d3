#include "voice/names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "base/one_of.h"
#include "base/text.h"

namespace herald::voice {
namespace {

enum class Number : uint8_t { unknown, one, many };

// A voice that later ones may refer back to.
struct Voice {
  std::string name;
  std::string folded;  // key of `name`
  std::string ref;
  std::string head;  // lower-case head word of its noun phrase
  Number number = Number::unknown;
  bool person = false;  // may be he or she
  uint32_t sentence = 0;
};

class Resolver {
 public:
  Resolver(const Tree& tree, const Cues& cues, const std::vector<Mention>& mentions) : tree_(tree), cues_(cues), mentions_(mentions) {
    for (uint32_t i = 0; i < mentions.size(); ++i)
      if (mentions[i].as<Actor>()) by_head_.emplace(mentions[i].head, i);
  }

  void resolve(const Found& f, Attribution& a) {
    if (!f.source) return;
    const Source s = spelled_out(*f.source);
    a.name = base::squeeze(tree_.bytes(s.range).in(tree_.text()));
    const Mention* m = mention_at(s);
    const Mention* full = m ? antecedent(*m) : nullptr;
    if (full && full != m && stands_for(s, *m, *full)) {
      a.name = name_of(*full);
      a.ref = full->as<Actor>()->ref;
    } else if (const Voice* v = referent(s)) {
      a.name = v->name;
      a.ref = v->ref;
    }
    if (a.ref.empty()) a.ref = body_of(s, m);
    remember(s, a, m);
  }

 private:
  // "The ministry, which had spoken of nine": the phrase that the pronoun stands for.
  Source spelled_out(const Source& s) const {
    if (s.range.last != s.range.first + 1 || !base::one_of(tree_.lower(s.head), {"who", "which", "that"})) return s;
    for (auto verb = tree_.head(s.head); verb; verb = tree_.head(*verb))
      if (tree_.is(*verb, "acl:relcl")) return tree_.head(*verb) ? noun_phrase(tree_, *tree_.head(*verb), s.head) : s;
    return s;
  }

  // The actor mentioned at the head of the source, or the one that covers most of it.
  const Mention* mention_at(const Source& s) const {
    if (const auto it = by_head_.find(s.head); it != by_head_.end()) return &mentions_[it->second];
    const Mention* best = nullptr;
    for (const Mention& m : mentions_)
      if (m.as<Actor>() && m.first <= s.head && s.head < m.last && (!best || m.last - m.first > best->last - best->first)) best = &m;
    return best;
  }

  // Whether the antecedent may lend its name: to pronouns, to short definite phrases ("the group"), and to names that share a word with it.
  // A phrase that describes ("a surgeon at the hospital") names the voice better than what it may stand for.
  bool stands_for(const Source& s, const Mention& own, const Mention& full) const {
    if (own.form == MentionForm::pronoun || tree_.at(s.head).upos == Upos::PRON) return true;
    const std::string& first = tree_.lower(s.range.first);
    if (own.form == MentionForm::nominal && tree_.at(s.head).upos == Upos::NOUN && s.range.last - s.range.first <= 3 &&
        (first == "the" || first == "this"))
      return true;
    const std::string name = " " + base::fold(full.span.in(tree_.text())) + " ";
    return full.span.size() > own.span.size() && name.find(" " + base::fold(tree_.word(s.head)) + " ") != std::string::npos;
  }

  // The named mention at the end of the chain of antecedents; the mention itself where it has none.
  const Mention* antecedent(const Mention& m) const {
    const Mention* at = &m;
    for (int steps = 0; at->antecedent && *at->antecedent < mentions_.size() && steps < 100; ++steps) {
      const Mention& before = mentions_[*at->antecedent];
      if (!before.as<Actor>()) break;
      at = &before;
      if (at->form == MentionForm::name) break;
    }
    return at;
  }

  std::string name_of(const Mention& m) const { return base::squeeze(m.span.in(tree_.text())); }

  // An office-holder speaks for the body named in his phrase; anyone else for himself.
  std::string body_of(const Source& s, const Mention* own) const {
    const bool office = holds_office(s);
    std::string body;
    for (const Mention& m : mentions_) {
      const Actor* a = m.as<Actor>();
      if (!a || a->ref.empty() || m.first < s.range.first || m.last > s.range.last || &m == own) continue;
      if (a->type == ActorType::organisation || a->type == ActorType::group) body = body.empty() ? a->ref : body;
    }
    if (office && !body.empty()) return body;
    if (own && !own->as<Actor>()->ref.empty()) return own->as<Actor>()->ref;
    return body;
  }

  bool holds_office(const Source& s) const {
    for (uint32_t i = s.range.first; i < s.range.last; ++i)
      if (cues_.office(tree_.lemma(i))) return true;
    return false;
  }

  Number number_of(uint32_t head) const {
    if (tree_.child(head, "conj")) return Number::many;
    if (tree_.at(head).feats.find("Number=Plur") != std::string::npos) return Number::many;
    if (tree_.at(head).feats.find("Number=Sing") != std::string::npos) return Number::one;
    return Number::unknown;
  }

  const Voice* latest(auto&& fits) const {
    for (auto it = voices_.rbegin(); it != voices_.rend(); ++it)
      if (fits(*it)) return &*it;
    return nullptr;
  }

  // The earlier voice that a pronoun, a bare noun or a surname stands for.
  const Voice* referent(const Source& s) const {
    const std::string& w = tree_.lower(s.head);
    const bool alone = s.range.last == s.range.first + 1;
    if (alone && (w == "he" || w == "she" || w == "his" || w == "her"))
      return latest([](const Voice& v) { return v.person && v.number != Number::many; });
    if (alone && (w == "they" || w == "their" || w == "them"))
      return latest([](const Voice& v) { return v.number == Number::many || !v.person; });
    if (alone && (w == "it" || w == "its")) return latest([](const Voice& v) { return !v.person && v.number != Number::many; });
    const bool definite =
        !alone && (tree_.lower(s.range.first) == "the" || tree_.lower(s.range.first) == "this") && s.range.last - s.range.first <= 3;
    if (definite && cues_.document(tree_.lemma(s.head))) return latest([&](const Voice& v) { return !cues_.document(v.head); });
    if (definite) {
      // "the ministry" after "the Cypriot Foreign Ministry".
      const std::string key = " " + base::fold(tree_.word(s.head)) + " ";
      return latest([&](const Voice& v) { return (" " + v.folded + " ").find(key) != std::string::npos; });
    }
    if (tree_.at(s.head).upos == Upos::PROPN) {
      // A surname, with or without a title, after the full name.
      const std::string key = " " + base::fold(tree_.word(s.head)) + " ";
      const Voice* v = latest([&](const Voice& o) { return (" " + o.folded + " ").find(key) != std::string::npos; });
      if (v && v->name.size() > tree_.bytes(s.range).size()) return v;
    }
    return nullptr;
  }

  void remember(const Source& s, const Attribution& a, const Mention* m) {
    Voice v;
    v.name = a.name;
    v.folded = base::fold(a.name);
    v.ref = a.ref;
    v.head = tree_.lemma(s.head);
    v.number = number_of(s.head);
    v.sentence = tree_.at(s.head).sentence;
    const std::string& w = tree_.lower(s.head);
    const Actor* actor = m ? m->as<Actor>() : nullptr;
    const bool pronoun = w == "he" || w == "she" || w == "who";
    v.person = pronoun || (actor && actor->type == ActorType::person) || holds_office(s) ||
               (tree_.at(s.head).upos == Upos::PROPN && !(actor && actor->type != ActorType::person)) || w == "witness" ||
               w == "resident" || w == "man" || w == "woman";
    voices_.push_back(std::move(v));
  }

  const Tree& tree_;
  const Cues& cues_;
  const std::vector<Mention>& mentions_;
  std::map<uint32_t, uint32_t> by_head_;
  std::vector<Voice> voices_;
};

}  // namespace

void resolve_names(const Tree& tree, const Cues& cues, const std::vector<Mention>& mentions, const std::vector<Found>& found,
                   std::vector<Attribution>& out) {
  Resolver resolver(tree, cues, mentions);
  for (size_t i = 0; i < out.size(); ++i) resolver.resolve(found[i], out[i]);
}

}  // namespace herald::voice
