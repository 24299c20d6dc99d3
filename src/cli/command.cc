#include "cli/command.h"

#include <iostream>

namespace herald::cli {

int fail(const Error& error) {
  std::cerr << "herald: " << error.message() << '\n';
  return kFailed;
}

void examples(CLI::App& command, const std::string& text) {
  command.footer("Examples:\n" + text);
}

}  // namespace herald::cli
