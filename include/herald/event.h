// The reconciled account: what the claims of many reports come to. Everything here is derived by one pure function
// (src/ledger/account.h) from reports, claims and decisions; the contract's names (docs/contract.md) are kept.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "herald/calendar.h"
#include "herald/claim.h"

namespace herald {

// Bounds on a count of people. low <= best <= high wherever two of them are known.
// `high` is nullopt where no voice closes the count ("at least 7"); all three are where nobody gives a figure.
struct Bounds {
  std::optional<int64_t> low;
  std::optional<int64_t> best;  // by UCDP's stated practice, docs/ledger.md
  std::optional<int64_t> high;

  bool operator==(const Bounds&) const = default;
};

// Share of one side in a count; `ref` and `name` are empty for those whose side no voice tells.
struct SideBounds {
  std::string ref;
  std::string name;
  Bounds bounds;

  bool operator==(const SideBounds&) const = default;
};

// Both splits add up to the whole, in low, in best and in high.
struct HarmTally {
  Harm harm = Harm::killed;
  Bounds whole;
  std::array<Bounds, 3> by_kind;    // indexed by PartyKind
  std::vector<SideBounds> by_side;  // sorted by ref, name; the unknown side last
};

// Stored values are frozen.
enum class Role : uint8_t { attacker = 1, target = 2, victim = 3, holder = 4, former_holder = 5, partner = 6 };

struct EventParty {
  std::string name;
  std::string ref;  // empty where the registry has no such actor
  Role role = Role::attacker;

  bool operator==(const EventParty&) const = default;
};

// Stored values are frozen. corroborated: independent voices agree; single: one voice; disputed: voices' figures or states cannot all hold;
// denied: every claim of it is denied, or a voice says it did not happen.
enum class Grade : uint8_t { corroborated = 1, single = 2, disputed = 3, denied = 4 };

// What one voice last said of an event. Figures of one voice are its latest: earlier ones are updates, not disputes.
struct VoiceFigure {
  Harm harm = Harm::killed;
  std::optional<int64_t> low;
  std::optional<int64_t> high;

  bool operator==(const VoiceFigure&) const = default;
};

struct EventVoice {
  std::string name;  // the outlet where the reporter speaks in its own voice
  std::string ref;
  bool reporter = false;             // the reporter's own voice
  bool denies = false;               // says that it did not happen
  std::vector<VoiceFigure> figures;  // one a harm, sorted by harm
  std::optional<Moment> said;        // publication of the latest report that quotes it
  std::vector<std::string> claims;   // ids in the ledger, sorted
};

struct Event {
  std::string id;    // 12 hex digits, from the id of its earliest claim
  std::string kind;  // a kind of violence, movement or agreement, a control state, or a harm where nothing else is told
  std::optional<ClaimDate> date;
  std::optional<Place> place;
  std::vector<EventParty> parties;    // sorted by role, name
  std::vector<std::string> children;  // events that this one is made of
  std::string part_of;                // id of the event that this one is part of; empty where none
  std::vector<HarmTally> tally;       // one a harm, sorted by harm
  Grade grade = Grade::single;
  std::vector<EventVoice> voices;  // sorted by name, ref
  uint32_t origins = 0;            // independent voices: copies and outlets that quote one voice count once
  uint32_t outlets = 0;
  std::vector<std::string> claims;          // ids in the ledger, sorted
  std::vector<std::string> contradictions;  // each names the smallest set of voices that cannot all be right
  std::vector<std::string> decisions;       // people's decisions that this event stands on, "merge by NAME: WHY"
};

// A running total ("200 killed this week"): no event of its own, and never added to events.
struct PeriodTally {
  Harm harm = Harm::killed;
  std::optional<int64_t> low;
  std::optional<int64_t> high;
  std::optional<ClaimDate> date;
  std::optional<Place> place;
  std::string victims;
  std::string voice;
  std::vector<std::string> claims;  // the total's own first, then its parts in the order of the report
  std::vector<std::string> events;  // ids of the events that its period and place contain
};

// Stored values are frozen.
enum class ControlStatus : uint8_t { unknown = 0, held = 1, besieged = 2, divided = 3, disputed = 4 };

struct ControlVoice {
  std::string name;
  std::string ref;
  ControlState state = ControlState::held;
  std::string holder;  // as named by this voice; empty where it names none
  std::string part;    // "large parts", "the west"; empty for the whole
  std::optional<Moment> said;
};

// Who holds one place over a stretch of days. Rows of one place are ascending and disjoint.
struct ControlRow {
  Place place;
  std::optional<Day> from;  // nullopt: since before the first thing known
  std::optional<Day> to;    // last day, inclusive; nullopt: as far as is known
  ControlStatus status = ControlStatus::unknown;
  bool fighting = false;             // contested: fighting for it is reported
  std::optional<Party> holder;       // nullopt where unknown, divided or disputed
  std::optional<Party> besieger;     // where besieged
  std::vector<Party> holders;        // all that are named, where divided or disputed; sorted by name
  std::vector<ControlVoice> voices;  // sorted by name, state
  std::vector<std::string> claims;   // sorted
};

// One voice over the whole ledger.
struct VoiceRow {
  std::string key;  // equal keys are one voice
  std::string name;
  std::string ref;
  bool reporter = false;
  uint32_t reports = 0;
  uint32_t claims = 0;
  uint32_t events = 0;
  std::optional<Moment> first;
  std::optional<Moment> last;
  uint32_t disputed = 0;             // events in which other voices contradict it
  std::vector<std::string> outlets;  // that quote it, sorted
};

// Reports, or passages of them, that copy one another.
struct SyndicatedCopy {
  std::string report;
  std::string outlet;
  std::optional<Moment> published;
  double share = 0;  // of its own words that stand in an earlier report of the group, [0, 1]
};

struct SyndicationGroup {
  std::string id;                      // the id of its first report
  std::string agency;                  // credited, where the copies agree; empty where none
  std::vector<SyndicatedCopy> copies;  // in time, the first is the origin as far as is known
};

}  // namespace herald
