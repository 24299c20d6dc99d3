#include "ledger/tally.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "herald/names.h"
#include "ledger/wording.h"

namespace herald::ledger {
namespace {

// Nouns that take in everybody harmed: a figure of theirs is the whole, and figures of soldiers or women beside it are parts. Sorted.
constexpr std::array<std::string_view, 14> kEverybody{"body",   "casualty", "corpse",  "dead", "death", "fatality", "live",
                                                      "people", "person",   "persons", "toll", "total", "victim",   "man"};

bool everybody(const Claim& claim) {
  if (!claim.victims || claim.victims->text.empty()) return true;
  if (claim.party != PartyKind::unknown || !claim.groups.empty()) return false;
  const std::vector<std::string> words = content_words(claim.victims->text);
  if (words.empty()) return true;
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& w) { return std::find(kEverybody.begin(), kEverybody.end(), w) != kEverybody.end(); });
}

// "Four others were hurt": stands beside the rest, never over it.
bool beside_the_rest(const Claim& claim) {
  if (!claim.victims) return false;
  const std::string folded = base::fold(claim.victims->text);
  for (const std::string_view word : base::split(folded, ' ')) {
    if (word == "other" || word == "others" || word == "another") return true;
  }
  return false;
}

struct Figure {
  const Claim* claim = nullptr;
  std::string id;  // in its report
  std::optional<int64_t> low;
  std::optional<int64_t> high;
};

int64_t size_of(const Figure& f) {
  return f.high ? *f.high : f.low.value_or(0);
}

std::optional<int64_t> plus(const std::optional<int64_t>& a, const std::optional<int64_t>& b) {
  if (!a || !b) return std::nullopt;
  return *a + *b;
}

// Whether the voice is the side that was harmed, telling its own loss.
bool own_loss(const Claim& claim) {
  if (claim.source.empty() || !claim.victims) return false;
  const Voice& voice = claim.source.back();
  return !voice.ref.empty() && voice.ref == claim.victims->ref;
}

Stated::Part part_of(const Figure& figure) {
  Stated::Part part;
  part.kind = figure.claim->party;
  if (figure.claim->victims && !figure.claim->victims->ref.empty()) {
    part.side_ref = figure.claim->victims->ref;
    part.side_name = figure.claim->victims->name;
  }
  part.low = figure.low;
  part.high = figure.high;
  part.claim = figure.claim;
  return part;
}

// Only parts: the largest alone is certain, all of them together the most that they come to.
void add_up(Stated& out) {
  std::optional<int64_t> sum_low = 0;
  std::optional<int64_t> sum_high = 0;
  out.low = std::nullopt;
  out.cumulative = false;
  for (const Stated::Part& p : out.parts) {
    if (p.low) out.low = std::max(out.low.value_or(0), *p.low);
    sum_low = *sum_low + p.low.value_or(0);
    sum_high = plus(sum_high, p.high);
    out.cumulative = out.cumulative || p.claim->cumulative;
  }
  out.high = sum_high;
  out.best = sum_high ? sum_high : sum_low;
}

// The figures of one voice in its latest report, for one harm.
void state(Stated& out, std::vector<Figure> figures) {
  std::sort(figures.begin(), figures.end(),
            [](const Figure& a, const Figure& b) { return std::pair(-size_of(a), a.id) < std::pair(-size_of(b), b.id); });
  std::set<std::string> ids;
  for (const Figure& f : figures) ids.insert(f.id);
  std::vector<Figure> exact;
  for (const Figure& f : figures) {
    if (!f.claim->figure.vague) exact.push_back(f);
    out.approx = out.approx || f.claim->figure.approx;
    out.own_loss = out.own_loss || own_loss(*f.claim);
  }
  if (exact.empty()) {
    out.vague = true;
    for (const Figure& f : figures) out.low = std::max(out.low.value_or(0), f.low.value_or(0));
    return;
  }
  std::vector<Figure> wholes;
  std::vector<Figure> parts;
  for (const Figure& f : exact) {
    const bool inside = !f.claim->within.empty() && ids.contains(f.claim->within);
    if (!inside && everybody(*f.claim) && !beside_the_rest(*f.claim)) {
      wholes.push_back(f);
    } else {
      parts.push_back(f);
    }
  }
  if (!wholes.empty()) {
    out.low = wholes.front().low;
    out.high = wholes.front().high;
    out.cumulative = wholes.front().claim->cumulative;
    out.best = wholes.front().high ? wholes.front().high : wholes.front().low;
    for (const Figure& f : wholes) {
      if (f.low && (!out.low || *f.low < *out.low)) out.low = f.low;
      if (f.high && out.high && *f.high > *out.high) out.high = f.high;
    }
    // Whoever is named beside a whole is a part of it while there is room; what does not fit stands beside it.
    int64_t room = size_of(wholes.front());
    for (const Figure& f : parts) {
      const bool inside = !f.claim->within.empty();
      if ((inside || !beside_the_rest(*f.claim)) && size_of(f) <= room) {
        room -= size_of(f);
        out.parts.push_back(part_of(f));
      } else if (beside_the_rest(*f.claim)) {
        out.high = plus(out.high, f.high);
      }
    }
    if (out.parts.empty()) {
      Stated::Part all = part_of(wholes.front());
      if (all.kind != PartyKind::unknown || !all.side_ref.empty()) out.parts.push_back(all);
    }
    return;
  }
  out.partial = true;
  for (const Figure& f : parts) {
    if (f.claim->within.empty() || !ids.contains(f.claim->within)) out.parts.push_back(part_of(f));
  }
  add_up(out);
}

// UCDP's practice: the most reliable figure, the later of one voice, and where voices cannot be told apart in reliability the lower.
std::optional<int64_t> best_of(const std::vector<Stated>& voices, const Bounds& whole) {
  const Stated* chosen = nullptr;
  const auto rank = [](const Stated& s) { return std::tuple(s.own_loss ? 0 : 1, s.high ? 0 : 1, s.best.value_or(0), s.voice); };
  std::map<int64_t, size_t> agree;
  for (const Stated& s : voices) {
    if (!s.vague && s.best) ++agree[*s.best];
  }
  for (const Stated& s : voices) {
    if (s.vague || !s.best) continue;
    if (!chosen) {
      chosen = &s;
      continue;
    }
    if (s.own_loss == chosen->own_loss && agree[*s.best] != agree[*chosen->best]) {
      if (agree[*s.best] > agree[*chosen->best]) chosen = &s;
    } else if (rank(s) < rank(*chosen)) {
      chosen = &s;
    }
  }
  if (!chosen) return whole.low;
  int64_t best = *chosen->best;
  if (whole.low) best = std::max(best, *whole.low);
  if (whole.high) best = std::min(best, *whole.high);
  return best;
}

Bounds whole_of(const std::vector<Stated>& voices) {
  Bounds out;
  std::optional<int64_t> most;        // the highest count that a voice closes
  std::optional<int64_t> open_floor;  // the highest "at least"
  bool exact = false;
  for (const Stated& s : voices) {
    if (s.vague) continue;
    exact = true;
    if (s.low && (!out.low || *s.low < *out.low)) out.low = s.low;
    if (!s.low && s.high) out.low = 0;
    if (s.high) {
      if (!most || *s.high > *most) most = s.high;
    } else if (s.low && (!open_floor || *s.low > *open_floor)) {
      open_floor = s.low;
    }
  }
  if (!exact) {
    for (const Stated& s : voices) out.low = std::max(out.low.value_or(0), s.low.value_or(0));
    return out;
  }
  if (most && (!open_floor || *open_floor <= *most)) out.high = most;
  out.best = best_of(voices, out);
  return out;
}

// Voices that count the same people. Where some voice gives the whole, all are of one scope; where all name only groups, soldiers and
// civilians, or the two sides of a clash, are scopes of their own.
using Scope = std::vector<Stated>;

bool others(const Claim& a, const Claim& b) {
  if (a.party != b.party && a.party != PartyKind::unknown && b.party != PartyKind::unknown) return true;
  if (!a.victims || !b.victims) return false;
  return opposed(*a.victims, *b.victims) || (!a.victims->ref.empty() && !b.victims->ref.empty() && !same_side(*a.victims, *b.victims));
}

std::vector<Scope> scopes_of(const std::vector<Stated>& voices) {
  if (!std::all_of(voices.begin(), voices.end(), [](const Stated& s) { return s.partial; })) return {voices};
  std::vector<std::vector<const Claim*>> people;
  std::vector<Scope> out;
  for (const Stated& voice : voices) {
    for (const Stated::Part& part : voice.parts) {
      const auto apart = [&](const std::vector<const Claim*>& claims) {
        return std::any_of(claims.begin(), claims.end(), [&](const Claim* c) { return others(*c, *part.claim); });
      };
      const auto found = static_cast<size_t>(std::find_if_not(people.begin(), people.end(), apart) - people.begin());
      if (found == people.size()) people.emplace_back(), out.emplace_back();
      people[found].push_back(part.claim);
      Scope& scope = out[found];
      if (scope.empty() || scope.back().voice != voice.voice) {
        scope.push_back(voice);
        scope.back().parts.clear();
      }
      scope.back().parts.push_back(part);
      add_up(scope.back());
    }
  }
  return out;
}

// Voices that count less than others of their scope: groups beside a whole that is no smaller, a day beside a running total. They are
// floors, no counts.
struct Weighed {
  Scope counts;
  Scope floors;
};

Weighed weigh(const Scope& scope) {
  std::optional<int64_t> whole;  // the least of them
  bool running = false;
  for (const Stated& s : scope) {
    if (!s.vague && !s.partial && s.low) whole = std::min(whole.value_or(INT64_MAX), *s.low);
    running = running || s.cumulative;
  }
  Weighed out;
  for (const Stated& s : scope) {
    const bool less = !s.vague && ((s.partial && whole && s.best.value_or(0) <= *whole) || (running && !s.cumulative));
    (less ? out.floors : out.counts).push_back(s);
  }
  return out;
}

// Of the largest scope alone it is certain that it stands beside no other under another name; together they come to no more than their
// sum. The best is what some one voice accounts for.
Bounds bounds_of(const std::vector<Weighed>& scopes) {
  std::optional<Bounds> out;
  std::map<std::string, int64_t> accounted;
  for (const Weighed& scope : scopes) {
    Bounds b = whole_of(scope.counts);
    for (const Stated& s : scope.floors) {
      if (b.high && s.low && *s.low > *b.high) b.high = s.low;
    }
    for (const Stated& s : scope.counts) accounted[s.voice] += b.best.value_or(0);
    out = !out ? b : Bounds{std::max(out->low, b.low), std::nullopt, plus(out->high, b.high)};
  }
  if (scopes.size() == 1) return *out;
  for (const auto& [voice, n] : accounted) out->best = std::max(out->best.value_or(0), n);
  return *out;
}

// Splits bounds so that shares add up: the best shares are what the voices of the best figure say, the rest is unknown; what low takes away
// comes from the unknown first, and what high adds goes there.
std::vector<Bounds> split(const Bounds& whole, std::vector<int64_t> shares) {
  std::vector<Bounds> out(shares.size() + 1);  // the last is what nobody tells
  const int64_t best = whole.best.value_or(whole.low.value_or(0));
  int64_t left = best;
  for (int64_t& share : shares) {
    share = std::min(share, left);
    left -= share;
  }
  shares.push_back(left);
  int64_t missing = best - whole.low.value_or(best);
  for (size_t i = shares.size(); i-- > 0;) {
    const int64_t taken = std::min(missing, shares[i]);
    missing -= taken;
    if (whole.low) out[i].low = shares[i] - taken;
    if (whole.best) out[i].best = shares[i];
    if (whole.high) out[i].high = shares[i];
  }
  // Where one share is the whole, so it is at its most.
  size_t takes = shares.size() - 1;
  for (size_t i = 0; i + 1 < shares.size(); ++i) {
    if (shares[i] == best && best > 0) takes = i;
  }
  if (whole.high) out[takes].high = *out[takes].high + (*whole.high - best);
  if (!whole.high) out[takes].high = std::nullopt;
  return out;
}

void split_all(HarmTally& tally, const std::vector<Stated>& voices) {
  // Of the voices that give the best figure, the one that tells most of its parts.
  const Stated* teller = nullptr;
  const auto told = [](const Stated& s) {
    int64_t n = 0;
    for (const Stated::Part& p : s.parts) n += p.high ? *p.high : p.low.value_or(0);
    return n;
  };
  for (const Stated& s : voices) {
    if (s.parts.empty()) continue;
    const bool gives = s.best == tally.whole.best;
    if (!teller || (gives && teller->best != tally.whole.best) || (gives == (teller->best == tally.whole.best) && told(s) > told(*teller)))
      teller = &s;
  }
  std::map<PartyKind, int64_t> kinds;
  std::map<std::pair<std::string, std::string>, int64_t> sides;
  if (teller) {
    for (const Stated::Part& p : teller->parts) {
      const int64_t n = p.high ? *p.high : p.low.value_or(0);
      if (p.kind != PartyKind::unknown) kinds[p.kind] += n;
      if (!p.side_ref.empty()) sides[{p.side_ref, p.side_name}] += n;
    }
  }
  const std::vector<Bounds> by_kind = split(tally.whole, {kinds[PartyKind::civilians], kinds[PartyKind::combatants]});
  tally.by_kind[static_cast<size_t>(PartyKind::civilians)] = by_kind[0];
  tally.by_kind[static_cast<size_t>(PartyKind::combatants)] = by_kind[1];
  tally.by_kind[static_cast<size_t>(PartyKind::unknown)] = by_kind[2];
  std::vector<int64_t> counts;
  for (const auto& [side, n] : sides) counts.push_back(n);
  const std::vector<Bounds> by_side = split(tally.whole, counts);
  size_t i = 0;
  for (const auto& [side, n] : sides) tally.by_side.push_back({side.first, side.second, by_side[i++]});
  tally.by_side.push_back({"", "", by_side.back()});
}

// Intervals on a line that meet in pairs all meet (Helly 1923), so the smallest contradicting set is always a pair; the widest gap is
// named.
void contradict(Harm harm, const Weighed& scope, std::vector<std::string>& out) {
  const Stated* first = nullptr;
  const Stated* second = nullptr;
  int64_t widest = 0;
  for (const Stated& a : scope.counts) {
    for (const Scope* more : {&scope.counts, &scope.floors}) {
      for (const Stated& b : *more) {
        if (!a.high || !b.low || a.vague || b.vague || &a == &b) continue;
        int64_t gap = *b.low - *a.high;
        if (a.approx || b.approx) gap -= std::max(*b.low, *a.high) / 10;
        if (gap > widest) widest = gap, first = &a, second = &b;
      }
    }
  }
  if (!first) return;
  const auto told = [](const Stated& s, const std::string& what) {
    return figure_words(s.low, s.high, s.approx) + " " + what + according_to(s.name, false);
  };
  out.push_back(told(*first, std::string(name_of(harm)) + " ") + ", " + told(*second, ""));
}

// The latest report in which a voice gives a whole; else its latest with a figure; else its latest. Later figures of one voice are updates.
uint32_t latest(const std::map<uint32_t, std::vector<Figure>>& reports) {
  const auto last = [&](auto&& good) -> std::optional<uint32_t> {
    for (auto it = reports.rbegin(); it != reports.rend(); ++it) {
      if (std::any_of(it->second.begin(), it->second.end(), good)) return it->first;
    }
    return std::nullopt;
  };
  const auto figure = [](const Figure& f) { return !f.claim->figure.vague; };
  if (const auto whole = last([&](const Figure& f) { return figure(f) && everybody(*f.claim) && f.claim->within.empty(); })) return *whole;
  if (const auto any = last(figure)) return *any;
  return reports.rbegin()->first;
}

}  // namespace

std::string figure_words(std::optional<int64_t> low, std::optional<int64_t> high, bool approx) {
  const std::string about = approx ? "about " : "";
  if (low && high) return *low == *high ? about + std::to_string(*low) : about + std::to_string(*low) + " to " + std::to_string(*high);
  if (low) return "at least " + std::to_string(*low);
  if (high) return "up to " + std::to_string(*high);
  return "an unknown number";
}

Tallied tally_of(const Account& account, const std::vector<Fact>& facts, const std::vector<uint32_t>& members) {
  Tallied out;
  for (const Harm harm : {Harm::killed, Harm::wounded, Harm::missing, Harm::captured, Harm::abducted, Harm::displaced}) {
    // voice -> report -> its figures. Reports are in order of publication.
    std::map<std::string, std::map<uint32_t, std::vector<Figure>>> said;
    for (const uint32_t m : members) {
      const Fact& fact = facts[m];
      const Claim& claim = *fact.claim;
      if (claim.type != ClaimType::casualties || claim.harm != harm || claim.modality != Modality::actual) continue;
      // A copy is no update: printed late, it would bring back a figure that its own voice has left behind.
      if (account.claims[fact.row].copied) continue;
      if (claim.figure.low || claim.figure.high)
        said[fact.voice][fact.report].push_back({&claim, claim.id, claim.figure.low, claim.figure.high});
    }
    std::vector<Stated> voices;
    for (const auto& [voice, reports] : said) {
      const uint32_t report = latest(reports);
      Stated s;
      s.voice = voice;
      s.said = account.reports[report].report.published;
      for (const uint32_t m : members) {
        if (facts[m].voice == voice) s.name = account.claims[facts[m].row].voice;
      }
      state(s, reports.at(report));
      voices.push_back(std::move(s));
    }
    if (voices.empty()) continue;
    HarmTally tally;
    tally.harm = harm;
    std::vector<Weighed> scopes;
    for (const Scope& scope : scopes_of(voices)) scopes.push_back(weigh(scope));
    tally.whole = bounds_of(scopes);
    split_all(tally, voices);
    for (const Weighed& scope : scopes) contradict(harm, scope, out.contradictions);
    out.tally.push_back(std::move(tally));
    for (Stated& s : voices) out.stated.emplace_back(harm, std::move(s));
  }
  return out;
}

}  // namespace herald::ledger
