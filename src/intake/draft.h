// Draft: what a reader of one form (page, plain text, JSON line) found; finish() makes the Report of it, the same way for all.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "herald/calendar.h"
#include "herald/report.h"
#include "herald/result.h"
#include "intake/mapped_text.h"

namespace herald::intake {

// A report's text may have so many bytes; longer input is no report.
inline constexpr size_t kMaxText = size_t{4} << 20;

struct Draft {
  std::string id;  // the input's own; empty where it has none
  std::string origin;
  std::string url;
  std::string outlet;
  std::vector<std::string> agencies;
  std::string dateline;
  std::optional<Moment> published;
  std::optional<Moment> updated;
  MappedText headline;
  MappedText standfirst;
  std::vector<MappedText> paragraphs;
  bool verbatim = false;  // the body is kept paragraph for paragraph: nothing in it is taken for a repeated standfirst
  std::string original;
  std::vector<std::string> warnings;
};

// Mends, removes what stands twice, finds the dateline, credits and language, and lays out the text. An Error where nothing is left to
// read, or too much.
[[nodiscard]] Result<Report> finish(Draft draft);

// Letters and digits in lower case with single spaces, the form in which texts are compared for repetition.
[[nodiscard]] std::string comparable(std::string_view text);

}  // namespace herald::intake
