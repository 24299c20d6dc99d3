// The main path: from a report to its claims, and from many inputs to a sink.
#pragma once

#include <atomic>
#include <functional>
#include <vector>

#include "claim/why_not.h"
#include "herald/coded.h"
#include "herald/report.h"
#include "herald/result.h"
#include "intake/intake.h"
#include "pipeline/resources.h"
#include "pipeline/run_report.h"

namespace herald::pipeline {

// A report with all that Herald takes from it. Depends on nothing but its arguments: a report is coded alike alone or among a million, on
// any thread. In a language that is not coded it comes back with a warning and no claims.
[[nodiscard]] CodedReport code(Report report, const Resources& resources, language::Workspace& workspace);

// All that was gathered from an English report, coded or not, with the features that the judge weighs in each.
[[nodiscard]] std::vector<claim::Judged> judged(const Report& report, const Resources& resources, language::Workspace& workspace);

// What claim::why_not tells of an English report's sentences that overlap `within`.
[[nodiscard]] std::vector<claim::NotCoded> why_not(const Report& report, const Span& within, const Resources& resources,
                                                   language::Workspace& workspace);

// Hands every input on to what it is given, in order: intake::read_input with its path bound.
using Reader = std::function<void(const intake::Sink&)>;
// Takes results in input order, one thread at a time.
using Sink = std::function<void(Result<CodedReport>)>;

struct Options {
  unsigned threads = 1;
  const std::atomic<bool>* stop = nullptr;  // once true, what is under way is finished and nothing more is taken
};

// Codes all that `read` hands on. The reader runs on the calling thread, coding on `threads` others, so the reader must let the exceptions
// of its sink pass: that is how it is stopped.
RunReport run(const Reader& read, const Resources& resources, const Sink& sink, const Options& options);

}  // namespace herald::pipeline
