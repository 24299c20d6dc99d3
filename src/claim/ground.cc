#include "claim/ground.h"

#include <algorithm>
#include <cstdlib>

#include "claim/when.h"
#include "claim/where.h"
#include "claim/who.h"

namespace herald::claim {
namespace {

class Filler {
 public:
  Filler(const Reading& r, std::vector<Draft>& drafts) : r_(r), drafts_(drafts) {}

  std::set<size_t> run() {
    for (Draft& d : drafts_)
      if (d.claim.type == ClaimType::control) fill_ground(d);
    tie_grounds();
    return dropped_;
  }

 private:
  [[nodiscard]] std::optional<Day> published() const {
    return r_.report.published ? std::optional(r_.report.published->day()) : std::nullopt;
  }

  void fill_ground(Draft& d) {
    Claim& c = d.claim;
    c.evidence = {r_.analysis.sentences[c.sentence].span};
    c.date = stated_date(r_, d.trigger);
    if (d.ground) c.place = place_at(r_, *d.ground);
    if (c.date && one_of(d.rule->value, {"held", "contested"}) && !spans_many_days(*c.date)) return;
    if (!c.date)
      if (const auto day = published()) {
        ClaimDate date;
        date.period = {day, day};
        date.inherited = true;
        c.date = date;
      }
  }

  [[nodiscard]] bool nameless(const Draft& d) const {
    if (!d.ground || !d.claim.place) return true;
    const Place& p = d.claim.place->place;
    return !p.at && std::none_of(p.name.begin(), p.name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  static bool siege_state(const Claim& c) { return c.state == ControlState::besieged || c.state == ControlState::relieved; }

  // "The siege was broken", "a key rebel town": the place that a neighbouring claim of the same change names.
  void tie_grounds() {
    for (size_t i = 0; i < drafts_.size(); ++i) {
      Draft& d = drafts_[i];
      Claim& c = d.claim;
      if (c.type != ClaimType::control) continue;
      if (nameless(d)) {
        const Draft* best = nullptr;
        int best_cost = 99;
        for (const Draft& o : drafts_) {
          if (o.claim.type != ClaimType::control || nameless(o)) continue;
          const bool akin = o.claim.state == c.state || (siege_state(c) && siege_state(o.claim)) ||
                            (c.state == ControlState::taken && o.claim.state == ControlState::held);
          if (!akin) continue;
          const int cost =
              2 * std::abs(static_cast<int>(o.claim.sentence) - static_cast<int>(c.sentence)) + (o.claim.state == c.state ? 0 : 1);
          if (cost < best_cost && (siege_state(c) || cost <= 3)) {
            best_cost = cost;
            best = &o;
          }
        }
        if (best) {
          c.place = best->claim.place;
          c.place->place.method = PlaceMethod::inherited;
          if (siege_state(c) && c.date && c.date->inherited && best->claim.state == c.state) c.date = best->claim.date;
        }
      }
      if (d.ground && !c.from && c.state == ControlState::taken) c.from = party_before(*d.ground);
    }
    // Reaching a place relieves it only where it was besieged; what ended a siege took it from those who laid it.
    for (size_t i = 0; i < drafts_.size(); ++i) {
      Claim& c = drafts_[i].claim;
      if (c.type != ClaimType::control || c.state != ControlState::relieved) continue;
      bool told = drafts_[i].rule->frame != "reach";
      for (size_t k = 0; k < drafts_.size(); ++k) {
        const Claim& o = drafts_[k].claim;
        if (k == i || o.type != ClaimType::control || !siege_state(o) || drafts_[k].rule->frame == "reach") continue;
        if (c.place && o.place && !compatible(c.place->place, o.place->place)) continue;
        told = true;
        if (!c.from) c.from = o.state == ControlState::besieged ? o.holder : o.from;
        if (o.state == ControlState::relieved && !c.holder) c.holder = o.holder;
      }
      if (!told) dropped_.insert(i);
    }
  }

  // "a key rebel town", "the former opposition bastion": who held it, by the word before.
  [[nodiscard]] std::optional<Party> party_before(TokenId ground) const {
    for (const TokenId c : r_.children(ground)) {
      if (c > ground || !r_.is(c, {"compound", "amod", "nmod:poss", "nmod"})) continue;
      if (one_of(r_.lemma(c), {"rebel", "opposition", "government", "insurgent", "militant", "separatist", "islamist", "regime"}))
        return party_over(r_, c, r_.token(c).span);
    }
    return std::nullopt;
  }

  const Reading& r_;
  std::vector<Draft>& drafts_;
  std::set<size_t> dropped_;
};

}  // namespace

std::set<size_t> fill_grounds(const Reading& reading, std::vector<Draft>& drafts) {
  return Filler(reading, drafts).run();
}

}  // namespace herald::claim
