#include "claim/repeats.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/text.h"
#include "claim/passing.h"
#include "claim/when.h"
#include "claim/where.h"

namespace herald::claim {
namespace {

std::string last_word(const std::string& s) {
  const std::string f = base::fold(s);
  const size_t at = f.find_last_of(' ');
  return at == std::string::npos ? f : f.substr(at + 1);
}

class Repeats {
 public:
  Repeats(const Reading& r, std::vector<Draft>& drafts, std::set<size_t>& dropped) : r_(r), drafts_(drafts), dropped_(dropped) {}

  void run() {
    fold();
    for (size_t i = 0; i < drafts_.size(); ++i)
      if (!dropped_.count(i) && drafts_[i].claim.type == ClaimType::casualties &&
          (restates_vaguely(i) || died_later(i) || (r_.in_headline(drafts_[i].claim.sentence) && drafts_[i].claim.figure.vague)))
        dropped_.insert(i);
  }

 private:
  // ---- who ----

  [[nodiscard]] bool pronoun(const Draft& d) const {
    return d.victim && one_of(r_.lower(*d.victim), {"he", "she", "him", "her", "himself", "herself", "who", "whom"});
  }

  // The last word of the name that a single victim bears: of the phrase itself, of what stands in apposition to it, or of whom a pronoun
  // stands for. Empty where none is known.
  [[nodiscard]] std::string name_of(const Draft& d) const {
    if (!d.victim) return {};
    const auto named = [&](const Mention& m) {
      return m.as<Actor>()->type == ActorType::person && m.form == MentionForm::name ? last_word(std::string(r_.text(m.span)))
                                                                                     : std::string();
    };
    if (const Mention* m = r_.mention_at<Actor>(*d.victim)) {
      if (std::string name = named(*m); !name.empty()) return name;
      if (std::string name = named(r_.first_of_cluster(*m)); !name.empty()) return name;
    }
    const TokenId end = d.claim.victims && d.claim.victims->span ? r_.analysis.token_at(d.claim.victims->span->end) : *d.victim + 1;
    for (const uint32_t i : r_.mentions_in(d.claim.sentence)) {
      const Mention& m = r_.mentions[i];
      if (!m.as<Actor>() || m.last <= *d.victim) continue;
      const bool beside = m.first <= end || (m.first == end + 1 && r_.lower(end) == ",") ||
                          (m.first == end + 2 && one_of(r_.lower(end), {"identified", "named"}));
      if (!beside) break;
      if (std::string name = named(m); !name.empty()) return name;
    }
    return r_.token(*d.victim).upos == Upos::PROPN ? last_word(d.claim.victims->text) : std::string();
  }

  [[nodiscard]] bool definite(const Draft& d) const {
    if (!d.claim.victims) return false;
    const std::string words = base::fold(d.claim.victims->text);
    return words.starts_with("the ") || one_of(last_word(words), {"victim", "deceased"});
  }

  [[nodiscard]] static bool parties_agree(const Claim& a, const Claim& b) {
    return a.party == b.party || a.party == PartyKind::unknown || b.party == PartyKind::unknown;
  }

  // One person told twice. `x` stands before `y`.
  [[nodiscard]] bool same_person(const Draft& x, const Draft& y) const {
    const Claim& a = x.claim;
    const Claim& b = y.claim;
    const std::string name_a = name_of(x);
    const std::string name_b = name_of(y);
    if (!name_a.empty() && !name_b.empty()) return name_a == name_b;
    if (a.sentence == b.sentence && x.trigger == y.trigger) return false;
    const bool here = x.incident == y.incident;
    if (said_another(b) && !said_another(a)) return false;
    if (pronoun(y)) return y.victim != x.victim || x.trigger != y.trigger;
    if (y.fresh || !told_alike(x, y)) return false;
    if (pronoun(x)) return here;
    if (!parties_agree(a, b)) return false;
    const bool alike = last_word(a.victims->text) == last_word(b.victims->text);
    if (definite(y) && (here || alike)) return true;
    if (a.sentence == b.sentence) return false;
    // Who is named is not told again as "a clerk"; who is described may be named.
    if (here && (alike || (name_a.empty() && !name_b.empty()))) return true;
    // The lead describes whom the body names.
    return name_a.empty() && !name_b.empty() && leads(a.sentence);
  }

  // "Another seven soldiers perished", told of after seven others.
  [[nodiscard]] static bool said_another(const Claim& c) { return base::fold(c.victims->text).starts_with("another "); }

  // The headline and the first sentence of the body.
  [[nodiscard]] bool leads(uint32_t sentence) const { return r_.in_headline(sentence) || sentence == 0 || r_.in_headline(sentence - 1); }

  // "Two Afghan soldiers were also hurt" besides the two told of before.
  [[nodiscard]] bool said_also(const Draft& d) const {
    const auto& cs = r_.children(d.trigger);
    return std::any_of(cs.begin(), cs.end(), [&](TokenId c) { return r_.lower(c) == "also" && d.victim && *d.victim < d.trigger; });
  }

  // "Two Germans" and "two Afghan troops".
  [[nodiscard]] bool other_nation(const Claim& a, const Claim& b) const {
    const auto nation = [&](const Claim& c) -> std::string {
      if (!c.victims->span) return {};
      for (const uint32_t i : r_.mentions_in(c.sentence)) {
        const Mention& m = r_.mentions[i];
        if (!c.victims->span->contains(m.span)) continue;
        if (const Actor* x = m.as<Actor>(); x && x->type == ActorType::nationality) return base::fold(r_.text(m.span)).substr(0, 4);
      }
      return {};
    };
    const std::string x = nation(a);
    const std::string y = nation(b);
    return !x.empty() && !y.empty() && x != y;
  }

  [[nodiscard]] bool same_group(const Draft& x, const Draft& y) const {
    const Claim& a = x.claim;
    const Claim& b = y.claim;
    const bool alike = last_word(a.victims->text) == last_word(b.victims->text);
    if (a.sentence == b.sentence) return alike || (x.trigger != y.trigger && one_of(last_word(b.victims->text), {"them", "whom"}));
    if (!alike && a.party != PartyKind::unknown && b.party != PartyKind::unknown && a.party != b.party) return false;
    if (a.harm == Harm::killed && said_another(b) && !said_another(a)) return false;  // the wounded are "others" beside the dead
    if (!alike && (said_also(y) || other_nation(a, b))) return false;
    if (a.cumulative && b.cumulative) return true;
    if (a.cumulative != b.cumulative) return false;
    if (x.incident == y.incident) return true;
    // Told as two happenings: a large figure is not met twice by chance, a small one only where nothing speaks against it.
    return !y.fresh && told_alike(x, y) && (a.figure.low.value_or(0) >= 10 || places_agree(a, b));
  }

  // ---- when and where ----

  [[nodiscard]] static bool told_alike(const Draft& x, const Draft& y) {
    const auto stated = [](const Claim& c) { return c.date && !c.date->inherited; };
    if (!stated(x.claim) || !stated(y.claim)) return true;
    const auto lo = [](const ClaimDate& d) { return d.period.start ? d.period.start : d.period.end; };
    const auto hi = [](const ClaimDate& d) { return d.period.end ? d.period.end : d.period.start; };
    return *lo(*x.claim.date) <= *hi(*y.claim.date) && *lo(*y.claim.date) <= *hi(*x.claim.date);
  }

  [[nodiscard]] static bool places_agree(const Claim& a, const Claim& b) {
    const auto stated = [](const Claim& c) { return c.place && c.place->place.method != PlaceMethod::inherited; };
    return !stated(a) || !stated(b) || compatible(a.place->place, b.place->place);
  }

  // ---- what ----

  [[nodiscard]] bool same_figure(const Draft& x, const Draft& y) const {
    const Quantity& a = x.claim.figure;
    const Quantity& b = y.claim.figure;
    if (a.low != b.low) return false;
    // "Ten" and "at least ten" of one happening.
    return a.high == b.high || (x.incident == y.incident && !a.vague && !b.vague && a.low.value_or(0) > 1);
  }

  [[nodiscard]] bool same_fact(const Draft& x, const Draft& y) const {
    const Claim& a = x.claim;
    const Claim& b = y.claim;
    if (a.type != b.type || a.modality != b.modality) return false;
    if (a.type == ClaimType::casualties) {
      if (a.harm != b.harm || !same_figure(x, y)) return false;
      if (!a.victims || !b.victims) return x.incident == y.incident;
      if (!a.victims->ref.empty() && a.victims->ref == b.victims->ref && x.incident == y.incident) return true;
      return a.figure.low == 1 && a.figure.high == 1 ? same_person(x, y) : same_group(x, y);
    }
    if (a.type == ClaimType::control) {
      if (a.state != b.state || !a.place || !b.place || a.part != b.part) return false;
      if (!a.source.empty() && !b.source.empty() && a.source.back().name != b.source.back().name) return false;
      return base::fold(a.place->place.name) == base::fold(b.place->place.name) ||
             (!a.place->place.ref.empty() && a.place->place.ref == b.place->place.ref);
    }
    return false;
  }

  // The sentence to keep: of the body rather than the headline, with more of its facts in itself, the earlier of equals.
  [[nodiscard]] int fullness(const Draft& d) const {
    const Claim& c = d.claim;
    int n = r_.in_headline(c.sentence) ? -20 : 0;
    if (c.date && !c.date->inherited) n += 2;
    if (c.place && c.place->place.method != PlaceMethod::inherited) n += 2;
    if (!c.source.empty()) n += 1;
    if (d.agent) n += 2;
    if (r_.token(d.trigger).upos == Upos::VERB) n += 3;
    if (told_in_passing(r_, d.trigger)) n -= 2;
    if (c.party != PartyKind::unknown) n += 1;
    if (c.victims) n += std::min<int>(2, static_cast<int>(c.victims->text.size() / 12));
    if (pronoun(d)) n -= 3;
    return n;
  }

  void fold() {
    for (size_t i = 0; i < drafts_.size(); ++i) {
      for (size_t j = i + 1; j < drafts_.size(); ++j) {
        if (dropped_.count(j) || dropped_.count(i) || !same_fact(drafts_[i], drafts_[j])) continue;
        const int margin = drafts_[i].claim.type == ClaimType::control ? 1 : 0;
        const bool later = fullness(drafts_[j]) > fullness(drafts_[i]) + margin;
        const size_t keep = later ? j : i;
        const size_t drop = later ? i : j;
        drafts_[keep].claim.also.push_back(r_.analysis.sentences[drafts_[drop].claim.sentence].span);
        for (const Span& s : drafts_[drop].claim.also) drafts_[keep].claim.also.push_back(s);
        dropped_.insert(drop);
        for (Draft& d : drafts_)
          if (d.whole == drop) d.whole = keep;
      }
    }
  }

  // A vague restatement of a figure already given says nothing new.
  [[nodiscard]] bool restates_vaguely(size_t i) const {
    const Claim& a = drafts_[i].claim;
    if (!a.figure.vague || !a.rank.empty() || drafts_[i].whole) return false;
    for (size_t j = 0; j < drafts_.size(); ++j) {
      const Claim& b = drafts_[j].claim;
      if (i == j || b.type != a.type || b.figure.vague || dropped_.count(j) || drafts_[i].incident != drafts_[j].incident ||
          a.harm != b.harm ||
          (drafts_[i].trigger == drafts_[j].trigger &&
           r_.child(*drafts_[i].victim, {"nmod:poss"})))  // "a chief and his guards were killed"
        continue;
      if (a.figure.low.value_or(0) <= 2 || b.figure.low.value_or(0) >= a.figure.low.value_or(0)) return true;
    }
    return false;
  }

  // "He was hit in the chest and died on the way": who was wounded and died is among the dead.
  [[nodiscard]] bool died_later(size_t i) const {
    const Draft& w = drafts_[i];
    if (w.claim.harm != Harm::wounded || w.claim.figure.low != 1 || w.claim.figure.high != 1) return false;
    for (size_t j = 0; j < drafts_.size(); ++j) {
      const Draft& k = drafts_[j];
      if (k.claim.type != ClaimType::casualties || k.claim.harm != Harm::killed || k.claim.figure.low != 1) continue;
      if (k.victim == w.victim) return true;
      if (j > i && !dropped_.count(j) && pronoun(k) && k.incident == w.incident && one_of(r_.lemma(k.trigger), {"die", "succumb"}))
        return true;
    }
    return false;
  }

  const Reading& r_;
  std::vector<Draft>& drafts_;
  std::set<size_t>& dropped_;
};

}  // namespace

void fold_repeats(const Reading& reading, std::vector<Draft>& drafts, std::set<size_t>& dropped) {
  Repeats(reading, drafts, dropped).run();
}

}  // namespace herald::claim
