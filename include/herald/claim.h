// Claims: one thing one voice says happened. The contract's names (docs/contract.md) are kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "herald/calendar.h"
#include "herald/mention.h"
#include "herald/span.h"

namespace herald {

// Stored values of every enum here are frozen: ledgers keep them.
enum class ClaimType : uint8_t { casualties = 1, control = 2, violence = 3, movement = 4, agreement = 5, alliance = 6 };
enum class Modality : uint8_t { actual = 1, possible = 2, planned = 3, denied = 4 };
enum class Harm : uint8_t { killed = 1, wounded = 2, missing = 3, captured = 4, abducted = 5, displaced = 6 };
enum class ControlState : uint8_t { taken = 1, held = 2, lost = 3, besieged = 4, relieved = 5, contested = 6, handed_over = 7 };
// Kinds of violence (1-9), movement (11-19), agreement (21-29), alliance (31-39).
enum class Kind : uint8_t {
  none = 0,
  clash = 1,
  airstrike = 2,
  shelling = 3,
  bombing = 4,
  shooting = 5,
  assault = 6,
  offensive = 11,
  advance = 12,
  retreat = 13,
  deployment = 14,
  truce = 21,
  surrender = 22,
  exchange = 23,
  accord = 24,
  support = 31,
  membership = 32,
};
enum class DatePrecision : uint8_t { day = 1, week = 2, month = 3, year = 4, longer = 5 };

// A side, victim, holder, target or weapon as a claim names it.
struct Party {
  std::string text;          // as written
  std::string name;          // resolved name; equals text where unresolved
  std::string ref;           // "actor:<id>", empty where unresolved
  std::optional<Span> span;  // nullopt where it is taken over from elsewhere without words of its own

  bool operator==(const Party&) const = default;
};

struct Voice {
  std::string name;
  std::string ref;
  std::optional<Span> span;
};

struct ClaimDate {
  Period period;
  DatePrecision precision = DatePrecision::day;
  std::optional<Span> span;  // the words that say so
  bool inherited = false;    // from its incident, the dateline or the day the report is about
};

struct ClaimPlace {
  Place place;
  std::optional<Span> span;
};

// What other coding schemes call the claim; each empty where the codebook gives none.
struct EventCodes {
  std::string acled;   // "Battles/Armed clash"
  std::string plover;  // "ASSAULT"
  std::string cameo;   // "190"

  bool operator==(const EventCodes&) const = default;
};

struct Claim {
  std::string id;  // 10 hex digits, from content
  std::vector<Span> also;
  std::string incident;
  ClaimType type = ClaimType::casualties;
  Kind kind = Kind::none;  // violence, movement, agreement, alliance
  uint32_t sentence = 0;
  Span trigger;
  std::vector<Span> evidence;
  Modality modality = Modality::actual;
  std::vector<Voice> source;  // outermost first; empty in the reporter's own voice
  std::optional<ClaimDate> date;
  std::optional<ClaimPlace> place;

  // casualties
  std::optional<Harm> harm;
  Quantity figure;
  bool cumulative = false;
  std::optional<Party> victims;
  PartyKind party = PartyKind::unknown;
  std::vector<std::string> groups;
  std::string within;  // id of the claim whose total holds this part
  std::string rank;    // "most", "second" …

  // control
  std::optional<ControlState> state;
  std::optional<Party> holder;
  std::optional<Party> from;
  std::string part;

  // violence and all the rest
  std::optional<Party> by;
  std::optional<Party> target;
  std::optional<Party> weapon;
  std::vector<std::string> means;
  std::vector<Party> with;

  EventCodes codes;       // of the rule
  double confidence = 0;  // that a careful coder would code it, (0, 1]; 0: unknown
  std::string rule;       // entry of the codebook that made it
};

}  // namespace herald
