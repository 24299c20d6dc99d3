// A coded report for a reader at a terminal: its text with the words of each claim lit, and a line for each claim.
#pragma once

#include <string>

#include "herald/coded.h"

namespace herald::cli {

// Lines of at most `width` columns (0: not wrapped). Without `colour` the triggers of claims stand in brackets.
[[nodiscard]] std::string lit_report(const CodedReport& coded, size_t width, bool colour);

}  // namespace herald::cli
