// Ctrl-C as a flag.
#pragma once

#include <atomic>

namespace herald::cli {

// From now on the first SIGINT or SIGTERM sets the flag, so that work under way can be finished; the second ends the program as usual.
[[nodiscard]] const std::atomic<bool>& catch_interrupts();

// Sets it, where going on would be in vain.
void interrupt();

}  // namespace herald::cli
