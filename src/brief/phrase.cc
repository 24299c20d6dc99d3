#include "brief/phrase.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/one_of.h"
#include "base/text.h"
#include "herald/names.h"
#include "ledger/tally.h"
#include "ledger/wording.h"

namespace herald::brief {
namespace {

using base::one_of;

constexpr std::array<const char*, 12> kMonths{"January", "February", "March",     "April",   "May",      "June",
                                              "July",    "August",   "September", "October", "November", "December"};

// Nouns that say by themselves that those counted are dead.
constexpr std::array<std::string_view, 5> kDeadAlready{"bodies", "body", "corpses", "dead", "deaths"};

// Words that make a noun phrase one known thing.
constexpr std::array<std::string_view, 9> kDefinite{"her", "his", "its", "my", "our", "that", "the", "their", "this"};

bool says_dead(std::string_view phrase) {
  for (const std::string_view word : base::split(phrase, ' ')) {
    if (one_of(base::lower_ascii(word), kDeadAlready)) return true;
  }
  return false;
}

int year_of(Day day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}
unsigned month_of(Day day) {
  return static_cast<unsigned>(std::chrono::year_month_day(day).month());
}
unsigned day_of(Day day) {
  return static_cast<unsigned>(std::chrono::year_month_day(day).day());
}

// What was done to those whom `victims` names, with a space in front; nothing where the noun says it: "54 bodies".
std::string harm_words(const Claim& claim, const std::string& victims) {
  if (!claim.harm) return " harmed";
  if (claim.harm == Harm::killed && says_dead(victims)) return {};
  switch (*claim.harm) {
    case Harm::missing:
      return " missing";
    case Harm::captured:
      return " captured or arrested";
    default:
      return " " + std::string(name_of(*claim.harm));
  }
}

std::string casualties(const Claim& claim) {
  const Quantity& q = claim.figure;
  const std::string victims = !claim.victims ? std::string() : claim.victims->text.empty() ? claim.victims->name : claim.victims->text;
  std::string out;
  if (!claim.rank.empty()) {
    out = claim.rank + " of them " + (victims.empty() ? "of a side unknown" : victims) + "," + harm_words(claim, victims);
  } else if (q.low && q.high && *q.high == 0) {
    out = "nobody" + harm_words(claim, victims);
  } else if (q.vague || (!q.low && !q.high)) {
    out = (victims.empty()            ? "an unknown number of people"
           : ledger::counted(victims) ? victims
                                      : "a number of " + victims) +
          harm_words(claim, victims);
  } else if (!victims.empty() && ledger::counted(victims)) {
    out = victims + harm_words(claim, victims);
  } else {
    const bool one = q.low == q.high && q.low == 1;
    const std::string figure = ledger::figure_words(q.low, q.high, q.approx);
    // A name or "her son" needs no figure; "1 policeman" does.
    const bool name = !victims.empty() && one &&
                      (std::isupper(static_cast<unsigned char>(victims.front())) || one_of(base::split(victims, ' ').front(), kDefinite));
    out = (name ? victims : figure + " " + (victims.empty() ? (one ? "person" : "people") : victims)) + harm_words(claim, victims);
  }
  if (claim.by) out += (claim.harm == Harm::killed && says_dead(victims) ? ", killed by " : ", by ") + party_words(*claim.by);
  if (claim.cumulative) out += " (running total)";
  return out;
}

std::string control(const Claim& claim) {
  std::string what = claim.part.empty() ? "" : claim.part + " ";
  const std::string holder = claim.holder ? " by " + party_words(*claim.holder) : "";
  const std::string from = claim.from ? " from " + party_words(*claim.from) : "";
  switch (claim.state.value_or(ControlState::held)) {
    case ControlState::taken:
      return what + "taken" + holder + from;
    case ControlState::held:
      return what + "held" + (holder.empty() ? " by a side unknown" : holder);
    case ControlState::lost:
      return what + "lost" + (claim.from ? " by " + party_words(*claim.from) : holder);
    case ControlState::besieged:
      return what + "besieged" + (holder.empty() ? " by a side unknown" : holder);
    case ControlState::relieved:
      return what + "relieved" + holder + (claim.from ? ", besieged until then by " + party_words(*claim.from) : "");
    case ControlState::contested:
      return "fighting for " + (claim.part.empty() ? "it" : claim.part) + " goes on";
    case ControlState::handed_over:
      return what + "handed over" + (claim.holder ? " to " + party_words(*claim.holder) : "") + from;
  }
  return what;
}

std::string happening(const Claim& claim) {
  std::string out(name_of(claim.kind));
  if (out.empty()) out = std::string(name_of(claim.type));
  std::vector<std::string> means;  // those that the kind does not name already: a bombing with a bomb
  for (const std::string& m : claim.means)
    if (out.find(m) == std::string::npos) means.push_back(m);
  if (claim.type == ClaimType::violence && !means.empty()) out += " (" + base::join(means, ", ") + ")";
  const std::optional<Party>& doer = claim.by ? claim.by : claim.holder;
  if (doer) out += " by " + party_words(*doer);
  if (claim.target) out += (claim.kind == Kind::clash ? " with " : ", target ") + party_words(*claim.target);
  if (!claim.with.empty()) {
    std::vector<std::string> names;
    for (const Party& p : claim.with) names.push_back(party_words(p));
    out += " with " + base::join(names, ", ");
  }
  return out;
}

}  // namespace

std::string party_words(const Party& party) {
  // "Russian" or a headline's "army" is half of the name of what it stands for.
  const bool half = party.name.starts_with(party.text + " ") || party.name.ends_with(" " + party.text);
  return ledger::mid_sentence(half || party.text.empty() ? party.name : party.text);
}

std::string in_words(Day day) {
  return std::to_string(day_of(day)) + " " + kMonths[month_of(day) - 1] + " " + std::to_string(year_of(day));
}

std::string in_words(const Moment& when) {
  if (when.day_only) return in_words(when.day());
  const std::string iso = to_iso(when);  // 2015-11-12T23:44:00+05:30
  const std::string zone = iso.substr(19);
  return in_words(when.day()) + ", " + iso.substr(11, 5) + (zone == "Z" ? " UTC" : " " + zone);
}

std::string in_words(const Period& period) {
  if (period.start && period.end) {
    if (*period.start == *period.end) return in_words(*period.end);
    if (year_of(*period.start) != year_of(*period.end)) return in_words(*period.start) + " to " + in_words(*period.end);
    const std::string first = std::to_string(day_of(*period.start));
    return (month_of(*period.start) == month_of(*period.end) ? first : first + " " + kMonths[month_of(*period.start) - 1]) + " to " +
           in_words(*period.end);
  }
  if (period.end) return "until " + in_words(*period.end);
  if (period.start) return "since " + in_words(*period.start);
  return "day unknown";
}

std::string date_words(const std::optional<ClaimDate>& date) {
  return date ? in_words(date->period) : "day unknown";
}

std::string place_words(const std::optional<Place>& place) {
  if (!place || place->name.empty()) return "place unknown";
  std::string out = place->name;
  if (!place->admin1.empty() && place->admin1 != place->name) out += ", " + place->admin1;
  if (!place->country.empty() && place->type != PlaceType::country) out += ", " + place->country;
  return out;
}

std::string bounds_words(const Bounds& b) {
  if (!b.low && !b.best && !b.high) return "unknown";
  std::string out = ledger::figure_words(b.low, b.high);
  if (b.best && (b.low != b.high)) out += ", best " + std::to_string(*b.best);
  return out;
}

std::string claim_words(const Claim& claim) {
  std::string out;
  switch (claim.type) {
    case ClaimType::casualties:
      out = casualties(claim);
      break;
    case ClaimType::control:
      out = control(claim);
      break;
    default:
      out = happening(claim);
      break;
  }
  switch (claim.modality) {
    case Modality::actual:
      return out;
    case Modality::possible:
      return "possibly " + out;
    case Modality::planned:
      return "planned: " + out;
    case Modality::denied:
      return "denied: " + out;
  }
  return out;
}

std::string source_words(const Report& report) {
  std::string out = report.outlet;
  if (!report.agencies.empty()) {
    const std::string credit = base::join(report.agencies, ", ");
    out = out.empty() ? credit : out + " (" + credit + ")";
  }
  if (out.empty()) out = report.id;
  return out + ", " + (report.published ? in_words(report.published->day()) : "publication day unknown");
}

}  // namespace herald::brief
