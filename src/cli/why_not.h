// herald explain --why-not: what the candidates of a sentence lacked.
#pragma once

#include <string>

#include "cli/ledger_options.h"

namespace herald::cli {

// Reads the sentence in the first report of the ledger that has it, where there is such a ledger and report; by itself otherwise, where no
// report around it can be judged. Gives the exit status.
int tell_why_not(const std::string& sentence, const LedgerOptions& options);

}  // namespace herald::cli
