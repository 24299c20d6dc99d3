// The commands: one function each adds a command to the program, and the work to do once the line is understood.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>

#include "herald/result.h"

namespace herald::cli {

// Exit statuses: 0 all is well; 1 some input failed or nothing was found; 2 the command line is wrong.
inline constexpr int kOk = 0;
inline constexpr int kFailed = 1;
inline constexpr int kUsage = 2;

// Set by the command that was chosen; gives the exit status.
using Work = std::function<int()>;

void add_read(CLI::App& app, Work& work);
void add_parse(CLI::App& app, Work& work);
void add_load(CLI::App& app, Work& work);
void add_views(CLI::App& app, Work& work);
void add_decide(CLI::App& app, Work& work);
void add_history(CLI::App& app, Work& work);
void add_score(CLI::App& app, Work& work);
void add_export(CLI::App& app, Work& work);
void add_match(CLI::App& app, Work& work);
void add_explain(CLI::App& app, Work& work);
void add_gazetteer(CLI::App& app, Work& work);
void add_codebook(CLI::App& app, Work& work);

// Says on standard error what went wrong; gives kFailed.
int fail(const Error& error);
// Adds examples to a command's help.
void examples(CLI::App& command, const std::string& text);

}  // namespace herald::cli
