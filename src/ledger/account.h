// The reconciled account of many reports: one pure function of reports, claims and decisions. Whatever the order of its input, the account
// is the same, byte for byte once written out. Time means publication time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "herald/claim.h"
#include "herald/event.h"
#include "herald/report.h"
#include "ledger/decisions.h"

namespace herald::ledger {

// A report as the ledger keeps it; the original bytes stay in the store.
struct LedgerReport {
  std::string key;  // hash of its content: the same report read twice has one key
  Report report;
  std::vector<Span> sentences;
  std::vector<Claim> claims;
  bool retracted = false;  // taken back by its source, or a notice that takes another back: its claims do not count (ledger/versions.h)
};

// A claim with where it went. Indices are into Account.
struct ClaimRow {
  std::string id;         // report#claim
  uint32_t report = 0;    // into Account::reports
  uint32_t claim = 0;     // into its claims
  std::string event;      // id; empty where the claim is about no one happening or was rejected
  std::string voice;      // name of who says so, the outlet where the reporter does
  std::string voice_ref;  // "actor:<id>", empty where unresolved
  std::string voice_key;  // equal keys are one voice
  bool reporter = false;
  bool copied = false;    // stands word for word in an earlier report: not counted again
  bool rejected = false;  // by a person, or with its report
};

struct Account {
  std::vector<LedgerReport> reports;    // those that stand, by publication and id
  std::vector<std::string> superseded;  // ids of reports, each with what superseded it: "A superseded by its version of 2015-11-12T18:00Z"
  std::vector<ClaimRow> claims;         // in the order of reports and their claims
  std::vector<Event> events;            // by first day, then id
  std::vector<PeriodTally> totals;      // running totals, by claim id
  std::vector<ControlRow> control;      // by place name, then day
  std::vector<VoiceRow> voices;         // by number of claims (most first), then name
  std::vector<SyndicationGroup> syndication;  // by id
  std::vector<std::string> notes;             // decisions that could not be applied, or that two people made otherwise

  [[nodiscard]] const Claim& claim(const ClaimRow& row) const { return reports[row.report].claims[row.claim]; }
  [[nodiscard]] const Event* event(const std::string& id) const;
  [[nodiscard]] const ClaimRow* find(const std::string& claim_id) const;
};

struct Options {
  // The ledger as it stood at this moment: reports published (or updated) later, and those whose time is unknown, are left out.
  std::optional<Moment> as_of;
};

[[nodiscard]] Account reconcile(std::vector<LedgerReport> reports, const std::vector<Decision>& decisions, const Options& options = {});

}  // namespace herald::ledger
