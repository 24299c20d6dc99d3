// The way through a dependency tree from one word to another, for people.
#pragma once

#include <string>

#include "herald/analysis.h"
#include "herald/report.h"

namespace herald::cli {

// "killed ─nsubj:pass▸ fighters"; upward steps as "◂acl─". From the token at `from` to the highest token of `to`. Empty where they are in
// different sentences or share a token.
[[nodiscard]] std::string tree_path(const Report& report, const Analysis& analysis, const Span& from, const Span& to);

}  // namespace herald::cli
