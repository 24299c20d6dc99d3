#include "claim/doers.h"

#include <algorithm>
#include <set>
#include <string>

#include "claim/agents.h"
#include "claim/roles.h"
#include "claim/who.h"
#include "herald/names.h"

namespace herald::claim {
namespace {

constexpr uint32_t kNear = 2;  // sentences away

std::string near(int distance) {
  return distance <= 1 ? "1" : distance <= 3 ? "2-3" : distance <= 7 ? "4-7" : distance <= 15 ? "8-15" : "16+";
}

class Candidates {
 public:
  Candidates(const Reading& r, const std::vector<Draft>& drafts, const Claim& claim, const Happening* happening)
      : r_(r),
        drafts_(drafts),
        claim_(claim),
        happening_(happening),
        trigger_(r.analysis.token_at(claim.trigger.begin)),
        sentence_(r.token(trigger_).sentence) {}

  std::vector<DoerOption> all() {
    std::vector<DoerOption> out;
    const std::optional<Party>& rules = claim_.by;
    for (const TokenId t : heads()) {
      Party p = party_at(r_, antecedent(r_, t));
      const bool chosen = rules && (p.span == rules->span || (p.span && rules->span && p.span->overlaps(*rules->span)));
      if (harmed(p) && !chosen) continue;
      DoerOption c;
      c.features = features_of(t, chosen);
      if (chosen) {
        if (rules_seen_) continue;
        rules_seen_ = true;
        p = *rules;
      }
      c.who = std::move(p);
      out.push_back(std::move(c));
    }
    if (rules && !rules_seen_) {
      const TokenId head = rules->span ? r_.analysis.token_at(rules->span->end - 1) : trigger_;
      out.insert(out.begin(), {rules, rules->span ? features_of(head, true) : Features{rules_feature()}});
    }
    out.insert(out.begin(), {std::nullopt, of_nobody(out.size())});
    return out;
  }

 private:
  // How the rules came by their choice.
  [[nodiscard]] std::string rules_feature() const {
    if (!claim_.by) return "rules:open";
    if (claim_.by->span && r_.analysis.sentences[claim_.sentence].span.contains(*claim_.by->span)) return "rules:stated";
    return happening_ && !happening_->by_sentence && happening_->by == claim_.by ? "rules:claimed" : "rules:inherited";
  }

  // Heads of phrases that can act, two sentences about.
  [[nodiscard]] std::vector<TokenId> heads() const {
    std::vector<TokenId> out;
    const auto count = static_cast<uint32_t>(r_.analysis.sentences.size());
    const uint32_t first = sentence_ < kNear ? 0 : sentence_ - kNear;
    for (uint32_t s = first; s < count && s <= sentence_ + kNear; ++s) {
      const Sentence& span = r_.analysis.sentences[s];
      for (TokenId t = span.first; t < span.last; ++t) {
        if (!r_.is_nominal(t) && !is_adjective_of_people(t)) continue;
        if (r_.is(t, {"conj", "appos", "flat"}) || t == trigger_ || !can_attack(r_, t) || r_.mention_at<Timex>(t)) continue;
        if (r_.token(t).upos == Upos::PRON && s != sentence_) continue;
        if (r_.is(t, {"compound"}) && r_.token(t).head > static_cast<int32_t>(t) && is_actor(r_, static_cast<TokenId>(r_.token(t).head)))
          continue;
        out.push_back(t);
      }
    }
    return out;
  }

  // "Israeli" of "Israeli shelling".
  [[nodiscard]] bool is_adjective_of_people(TokenId t) const {
    if (!r_.is(t, {"amod"})) return false;
    const auto noun = r_.governor(t);
    return noun && !is_actor(r_, *noun) && (r_.mention_at<Place>(t) || r_.mention_at<Actor>(t));
  }

  [[nodiscard]] bool harmed(const Party& p) const {
    const auto& v = claim_.victims ? claim_.victims : claim_.target;
    return v && v->span && p.span && p.span->overlaps(*v->span);
  }

  Features of_nobody(size_t others) const {
    std::set<std::string> f{"nobody"};
    const Claim& c = claim_;
    const std::string what = c.harm ? std::string(name_of(*c.harm)) : std::string(name_of(c.kind));
    f.insert("nobody:" + what);
    if (!c.by)
      f.insert("rules:open");
    else
      f.insert("nobody:" + rules_feature());
    f.insert("nobody:" + c.rule);
    if (happening_ && happening_->kind) f.insert("nobody:incident " + std::string(name_of(*happening_->kind)));
    if (c.cumulative) f.insert("nobody:cumulative");
    if (others == 0) f.insert("nobody:alone");
    f.insert("nobody:tag " + r_.token(trigger_).xpos);
    const bool passive = r_.is_verb(trigger_) && r_.is_passive(trigger_);
    if (passive) f.insert("nobody:passive");
    if (r_.is_verb(trigger_) && !passive && r_.child(trigger_, {"nsubj"})) f.insert("nobody:has subject");
    if (c.victims) f.insert("nobody:" + std::string(name_of(c.party)));
    return {f.begin(), f.end()};
  }

  Features features_of(TokenId t, bool rules) const {
    std::set<std::string> f;
    const Claim& c = claim_;
    if (rules) {
      f.insert(rules_feature());
      f.insert(rules_feature() + " " + std::string(name_of(c.type)));
    }
    const uint32_t s = r_.token(t).sentence;
    const int away = static_cast<int>(s) - static_cast<int>(sentence_);
    const std::string where = away == 0 ? "same" : (away < 0 ? "before " : "behind ") + std::to_string(std::abs(away));
    f.insert("sentence:" + where);
    if (r_.in_headline(s)) f.insert("headline");
    const TokenId head = antecedent(r_, t);
    const auto d = r_.describer.describe(head);
    const PartyKind kind = party_kind(r_, head);
    const std::string party(name_of(kind));
    const std::string what = c.harm ? std::string(name_of(*c.harm)) : "violence";
    f.insert("party:" + party);
    f.insert(where + " party:" + party);
    if (c.victims) f.insert("party:" + party + " of " + std::string(name_of(c.party)));
    f.insert(what + " body:" + std::to_string(static_cast<int>(d.body)));
    f.insert("side:" + d.side);
    if (d.named) f.insert("known:" + std::to_string(static_cast<int>(r_.describer.registry().entry(d.named->hits.front().entry).kind)));
    if (d.speaks) f.insert("can speak");
    if (const TokenId noun = r_.content_head(head); r_.token(noun).upos == Upos::NOUN) f.insert("lemma:" + r_.lemma(noun));
    f.insert("tag:" + r_.token(t).xpos);
    standing(t, where, f);
    f.insert(where + " rel:" + r_.token(t).deprel);
    const std::string mark = r_.case_of(t);
    f.insert(where + " case:" + mark);
    f.insert("rel:" + std::string(r_.relation(t)) + " case:" + mark);
    if (r_.is(t, {"nmod:poss"})) f.insert("owner");
    under(t, where, f);
    if (away == 0) beside(t, f);
    in_report(t, head, f);
    return {f.begin(), f.end()};
  }

  // Whom the text makes speak, strike, suffer.
  void standing(TokenId t, const std::string& where, std::set<std::string>& f) const {
    const Span& word = r_.token(t).span;
    for (const Attribution& a : r_.attributions) {
      if (!a.source.contains(word)) continue;
      f.insert(where + " voice:" + std::string(name_of(a.kind)));
      if (std::any_of(a.content.begin(), a.content.end(), [&](const Span& s) { return s.contains(claim_.trigger); }))
        f.insert("tells of it");
    }
    for (const Draft& d : drafts_) {
      const bool same = claim_.incident == d.claim.incident && !d.claim.incident.empty();
      const bool here = d.claim.sentence == sentence_;
      const std::string whose = same ? "own " : here ? "same " : "other ";
      if (d.agent == t) f.insert(whose + "doer of " + std::string(d.claim.harm ? name_of(*d.claim.harm) : name_of(d.claim.kind)));
      if (d.agent == t) f.insert(whose + "doer");
      if (d.target == t) f.insert(whose + "target" + (d.claim.kind == Kind::clash ? " of clash" : ""));
      if (d.victim == t) f.insert(whose + "victim");
    }
    const Happening* h = happening_;
    if (h && h->by && h->by->span && h->by->span->contains(word)) f.insert("incident's doer");
    if (h && h->target && h->target->span && h->target->span->contains(word))
      f.insert(h->kind == Kind::clash ? "incident's other side" : "incident's target");
  }

  // What the candidate hangs on.
  void under(TokenId t, const std::string& where, std::set<std::string>& f) const {
    const auto up = r_.governor(t);
    if (!up) {
      f.insert("root");
      return;
    }
    const std::string rel(r_.relation(t));
    const std::string what = is_doing(r_.lemma(*up))   ? "doing"
                             : is_blame(r_.lemma(*up)) ? "blame"
                             : harms(*up)              ? "harm"
                             : strikes(*up)            ? "strike"
                             : r_.is_verb(*up)         ? "verb"
                                                       : "noun";
    f.insert(where + " " + rel + " of " + what);
    if (*up == trigger_) f.insert("of trigger:" + r_.token(t).deprel);
  }

  [[nodiscard]] bool harms(TokenId t) const {
    return std::any_of(drafts_.begin(), drafts_.end(),
                       [&](const Draft& d) { return d.trigger == t && d.claim.type == ClaimType::casualties; });
  }
  [[nodiscard]] bool strikes(TokenId t) const {
    return std::any_of(drafts_.begin(), drafts_.end(),
                       [&](const Draft& d) { return d.trigger == t && d.claim.type == ClaimType::violence; });
  }

  // Order and path in the claim's own sentence.
  void beside(TokenId t, std::set<std::string>& f) const {
    const TokenId v = trigger_;
    const bool before = t < v;
    const std::string side = before ? "before" : "behind";
    f.insert(side);
    f.insert(side + " " + near(std::abs(static_cast<int>(t) - static_cast<int>(v))));
    bool verb = false, clause = false, actor = false, said = false;
    for (TokenId k = std::min(t, v) + 1; k < std::max(t, v); ++k) {
      verb = verb || (r_.token(k).upos == Upos::VERB && !r_.is(k, {"amod"}));
      clause = clause || r_.lower(k) == "," || r_.token(k).upos == Upos::SCONJ ||
               one_of(r_.lower(k), {"when", "after", "while", "who", "which"});
      actor = actor || (r_.is_nominal(k) && can_attack(r_, k));
      said = said || one_of(r_.lemma(k), {"say", "report", "tell", "add"});
    }
    f.insert(side + (verb ? " verb between" : " no verb between"));
    f.insert(side + (clause ? " clause between" : " no clause between"));
    if (!actor) f.insert(side + " nearest");
    if (said) f.insert(side + " speech between");
    f.insert("path:" + path(t, v));
    const Span words = r_.noun_phrase(t);
    const TokenId first = r_.analysis.token_at(words.begin);
    const TokenId next = r_.analysis.token_at(words.end - 1) + 1;
    if (first > r_.sentence_of(t).first)
      f.insert("word before:" + r_.lower(first - 1));
    else
      f.insert("opens sentence");
    if (next < r_.sentence_of(t).last) {
      f.insert("next tag:" + r_.token(next).xpos);
      if (r_.is_verb(next))
        f.insert(std::string("next ") + (harms(next)                ? "harms"
                                         : strikes(next)            ? "strikes"
                                         : is_doing(r_.lemma(next)) ? "does"
                                         : r_.is_passive(next)      ? "suffers"
                                                                    : "acts"));
      else if (one_of(r_.lower(next), {"was", "were", "are", "is", "of", "said", "says"}))
        f.insert("next:" + r_.lower(next));
    }
    std::optional<TokenId> opener;
    for (TokenId k = t; k-- > r_.sentence_of(t).first && k + 12 > t;)
      if (one_of(r_.lower(k), {"when", "after", "as", "while", "by", "with", "between", "against", "from", "who", "that"})) {
        opener = k;
        break;
      }
    if (opener) f.insert(side + " opened by " + r_.lower(*opener));
  }

  // The relations from one token up to where the other's line meets it, and down: "nsubj^ v advcl".
  [[nodiscard]] std::string path(TokenId a, TokenId b) const {
    std::vector<TokenId> up{a};
    while (up.size() < 6 && r_.token(up.back()).head >= 0) up.push_back(static_cast<TokenId>(r_.token(up.back()).head));
    std::string down;
    TokenId at = b;
    for (int steps = 0; steps < 5; ++steps) {
      const auto meet = std::find(up.begin(), up.end(), at);
      if (meet != up.end()) {
        std::string out;
        for (auto k = up.begin(); k != meet; ++k) out += std::string(r_.relation(*k)) + "^";
        return out + "|" + down;
      }
      if (r_.token(at).head < 0) break;
      down = std::string(r_.relation(at)) + "v" + down;
      at = static_cast<TokenId>(r_.token(at).head);
    }
    return "far";
  }

  // How the report treats the same actor elsewhere.
  void in_report(TokenId t, TokenId head, std::set<std::string>& f) const {
    const Mention* m = r_.mention_at<Actor>(head);
    if (!m) return;
    const std::string& ref = m->as<Actor>()->ref;
    int doer = 0, victim = 0;
    for (const Draft& d : drafts_) {
      const auto same = [&](const std::optional<TokenId>& x) {
        if (!x || *x == t) return false;
        const Mention* o = r_.mention_at<Actor>(*x);
        return o && (&r_.first_of_cluster(*o) == &r_.first_of_cluster(*m) || (!ref.empty() && o->as<Actor>()->ref == ref));
      };
      doer += same(d.agent);
      victim += same(d.victim) || same(d.target);
    }
    if (doer > 0) f.insert("doer elsewhere");
    if (victim > 0) f.insert("victim elsewhere");
    const bool rules_own = claim_.by && (claim_.by->ref.empty() ? claim_.by->name == m->as<Actor>()->name : claim_.by->ref == ref);
    if (rules_own) f.insert("rules' own actor");
    const auto& v = claim_.victims ? claim_.victims : claim_.target;
    if (v && !ref.empty() && v->ref == ref) f.insert("victim's own");
    f.insert("form:" + std::string(name_of(m->form)));
    f.insert("type:" + std::string(name_of(m->as<Actor>()->type)));
  }

  const Reading& r_;
  const std::vector<Draft>& drafts_;
  const Claim& claim_;
  const Happening* happening_;
  TokenId trigger_;
  uint32_t sentence_;
  bool rules_seen_ = false;
};

}  // namespace

std::vector<DoerOption> doer_options(const Reading& reading, const std::vector<Draft>& drafts, const Claim& claim,
                                     const Happening* happening) {
  if ((claim.type != ClaimType::casualties && claim.type != ClaimType::violence) || claim.kind == Kind::clash) return {};
  return Candidates(reading, drafts, claim, happening).all();
}

void choose_doer(Claim& claim, const std::vector<DoerOption>& options, const Chooser& chooser) {
  std::vector<Features> features;
  features.reserve(options.size());
  for (const DoerOption& o : options) features.push_back(o.features);
  if (const auto best = chooser.choose(features)) claim.by = options[*best].who;
}

}  // namespace herald::claim
