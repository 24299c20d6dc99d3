#include "pipeline/run_report.h"

#include <array>
#include <cstdio>

namespace herald::pipeline {
namespace {

std::string counted(uint64_t n, const char* one) {
  return std::to_string(n) + ' ' + one + (n == 1 ? "" : "s");
}

std::string kind_of(const std::string& warning) {
  return warning.rfind(kNotCoded, 0) == 0 ? warning : warning.substr(0, warning.find(':'));
}

// Runs of bytes between ASCII white space.
uint64_t words_of(const std::string& text) {
  uint64_t n = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space && !inside) ++n;
    inside = !space;
  }
  return n;
}

}  // namespace

void RunReport::count(const CodedReport& coded) {
  ++reports;
  words += words_of(coded.report.text);
  claims += coded.claims.size();
  for (const std::string& w : coded.report.warnings) ++warnings[kind_of(w)];
}

std::string RunReport::text() const {
  std::array<char, 64> time{};
  std::snprintf(time.data(), time.size(), "%.1f s and %.0f MB", seconds, peak_mb);
  std::string out = counted(reports, "report") + ", " + counted(words, "word") + ", " + counted(claims, "claim") + " in " + time.data();
  if (errors > 0) out += ", " + counted(errors, "input") + " could not be read";
  if (stopped) out += ", stopped before the end";
  out += '\n';
  for (const auto& [kind, n] : warnings) out += "  " + counted(n, "report") + ": " + kind + '\n';
  return out;
}

}  // namespace herald::pipeline
