#include "pipeline/run.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include "claim/claims.h"
#include "mention/listed.h"
#include "pipeline/pool.h"
#include "voice/voice.h"

namespace herald::pipeline {
namespace {

struct Stopped {};  // ends the reader

// What the stages before claims make of a report.
struct Read {
  Analysis analysis;
  std::vector<Mention> mentions;
  std::vector<Attribution> attributions;
};

Read read_report(const Report& report, const Resources& resources, language::Workspace& workspace) {
  Read out;
  out.analysis = language::analyse(report, resources.language, workspace);
  out.mentions = mention::find_mentions(report, out.analysis, resources.mention);
  out.attributions = voice::find_attributions(report, out.analysis, out.mentions, resources.cues);
  return out;
}

}  // namespace

CodedReport code(Report report, const Resources& resources, language::Workspace& workspace) {
  CodedReport out;
  if (report.language != "en") {
    report.warnings.push_back(kNotCoded + report.language);
    out.report = std::move(report);
    return out;
  }
  Read read = read_report(report, resources, workspace);
  for (const Sentence& s : read.analysis.sentences) out.sentences.push_back(s.span);
  out.claims =
      claim::find_claims(report, read.analysis, read.mentions, read.attributions, resources.codebook, resources.learned, resources.mention);
  out.mentions = mention::listed(report, read.analysis, std::move(read.mentions));
  out.attributions = std::move(read.attributions);
  out.report = std::move(report);
  return out;
}

std::vector<claim::Judged> judged(const Report& report, const Resources& resources, language::Workspace& workspace) {
  const Read read = read_report(report, resources, workspace);
  return claim::judge_claims(report, read.analysis, read.mentions, read.attributions, resources.codebook, resources.learned,
                             resources.mention);
}

std::vector<claim::NotCoded> why_not(const Report& report, const Span& within, const Resources& resources, language::Workspace& workspace) {
  const Read read = read_report(report, resources, workspace);
  return claim::why_not(report, read.analysis, read.mentions, read.attributions, resources.codebook, resources.learned, resources.mention,
                        within);
}

RunReport run(const Reader& read, const Resources& resources, const Sink& sink, const Options& options) {
  using Clock = std::chrono::steady_clock;
  const auto begin = Clock::now();
  RunReport report;
  std::vector<language::Workspace> workspaces(std::max(1U, options.threads));
  const auto work = [&](unsigned worker, Result<Report> input) -> Result<CodedReport> {
    if (!input) return input.error();
    return code(std::move(*input), resources, workspaces[worker]);
  };
  const auto give = [&](Result<CodedReport> coded) {
    if (coded)
      report.count(*coded);
    else
      ++report.errors;
    sink(std::move(coded));
  };
  OrderedPool<Result<Report>, Result<CodedReport>> pool(options.threads, work, give);
  try {
    read([&](Result<Report> input) {
      if (options.stop && *options.stop) throw Stopped{};
      pool.push(std::move(input));
    });
  } catch (const Stopped&) {
    report.stopped = true;
  }
  pool.finish();
  report.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  report.peak_mb = static_cast<double>(used.ru_maxrss) / 1024;
  return report;
}

}  // namespace herald::pipeline
