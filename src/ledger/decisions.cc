#include "ledger/decisions.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <tuple>

#include "base/text.h"
#include "herald/names.h"
#include "ledger/account.h"

namespace herald::ledger {
namespace {

constexpr std::array<std::pair<Action, std::string_view>, 6> kActions{{{Action::accept, "accept"},
                                                                       {Action::reject, "reject"},
                                                                       {Action::correct, "correct"},
                                                                       {Action::merge, "merge"},
                                                                       {Action::split, "split"},
                                                                       {Action::pin, "pin"}}};

std::optional<int64_t> number(std::string_view s) {
  int64_t n = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), n);
  if (error != std::errc() || end != s.data() + s.size() || n < 0) return std::nullopt;
  return n;
}

// False where the field is unknown or the value is none of its values.
bool correct(Claim& claim, const std::string& field, const std::string& value) {
  const auto set = [](auto& to, const auto& parsed) {
    if (!parsed) return false;
    to = *parsed;
    return true;
  };
  if (field == "low" || field == "high") {
    std::optional<int64_t>& bound = field == "low" ? claim.figure.low : claim.figure.high;
    if (value == "unknown") {
      bound.reset();
      return true;
    }
    const std::optional<int64_t> n = number(value);
    if (!n) return false;
    bound = n;
    claim.figure.vague = false;
    return true;
  }
  if (field == "harm") return set(claim.harm, from_name<Harm>(value));
  if (field == "state") return set(claim.state, from_name<ControlState>(value));
  if (field == "kind") return set(claim.kind, from_name<Kind>(value));
  if (field == "modality") return set(claim.modality, from_name<Modality>(value));
  if (field == "party") return set(claim.party, from_name<PartyKind>(value));
  if (field == "place") {
    Place place;
    place.name = value;
    claim.place = ClaimPlace{place, std::nullopt};
    return !value.empty();
  }
  if (field == "date") {
    const std::optional<Day> day = parse_day(value);
    if (!day) return false;
    claim.date = ClaimDate{{day, day}, DatePrecision::day, std::nullopt, false};
    return true;
  }
  return false;
}

}  // namespace

std::string_view name_of(Action action) {
  for (const auto& [value, name] : kActions) {
    if (value == action) return name;
  }
  return {};
}

std::optional<Action> parse_action(std::string_view name) {
  for (const auto& [value, known] : kActions) {
    if (known == name) return value;
  }
  return std::nullopt;
}

std::vector<Decision> in_order(std::vector<Decision> decisions) {
  const auto key = [](const Decision& d) { return std::tie(d.when.utc, d.who, d.action, d.target, d.other, d.field, d.value, d.why); };
  std::sort(decisions.begin(), decisions.end(), [&](const Decision& a, const Decision& b) { return key(a) < key(b); });
  return decisions;
}

std::set<std::string> apply_to_claims(std::vector<LedgerReport>& reports, const std::vector<Decision>& decisions,
                                      std::vector<std::string>& notes) {
  std::map<std::string, Claim*> claims;
  for (LedgerReport& report : reports) {
    for (Claim& claim : report.claims) claims[report.report.id + "#" + claim.id] = &claim;
  }
  std::set<std::string> rejected;
  std::map<std::pair<std::string, std::string>, const Decision*> last;  // by claim and field; acceptance and rejection are the field ""
  for (const Decision& d : decisions) {
    if (d.action != Action::accept && d.action != Action::reject && d.action != Action::correct) continue;
    const auto found = claims.find(d.target);
    if (found == claims.end()) {
      notes.push_back(std::string(name_of(d.action)) + " by " + d.who + ": no claim " + d.target);
      continue;
    }
    const Decision*& before = last[{d.target, d.action == Action::correct ? d.field : std::string()}];
    if (before && before->who != d.who && (before->action != d.action || before->value != d.value)) {
      notes.push_back(before->who + " and " + d.who + " decided otherwise on " + d.target + (d.field.empty() ? "" : " " + d.field) +
                      "; the later one, " + d.who + ", stands");
    }
    before = &d;
    if (d.action == Action::reject) {
      rejected.insert(d.target);
    } else if (d.action == Action::accept) {
      rejected.erase(d.target);
    } else if (!correct(*found->second, d.field, d.value)) {
      notes.push_back("correct by " + d.who + ": cannot set " + d.field + " of " + d.target + " to " + d.value);
    }
  }
  return rejected;
}

}  // namespace herald::ledger
