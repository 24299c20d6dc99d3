// What the command line does with a terminal: colours, width, and a line of progress. In a pipe there is none of it.
#pragma once

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace herald::cli {

[[nodiscard]] bool is_terminal(std::FILE* stream);
// A terminal, and neither NO_COLOR (https://no-color.org) nor TERM=dumb is set.
[[nodiscard]] bool wants_colour(std::FILE* stream);
// Columns of the terminal; 0 where `stream` is none.
[[nodiscard]] size_t width_of(std::FILE* stream);

enum class Colour { red, green, yellow, blue, magenta, cyan, dim };
// ANSI sequences, or the plain text where `on` is false.
[[nodiscard]] std::string painted(std::string_view text, Colour colour, bool on);

// One line on standard error that is drawn over itself, at most ten times a second; nothing where standard error is no terminal.
// Used by one thread at a time.
class Progress {
 public:
  Progress();
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  // "1234 reports", behind a bar where the share done, [0, 1], is known.
  void show(uint64_t done, std::string_view what, std::optional<double> share = std::nullopt);
  // Takes the line away, so that other output can be written.
  void clear();

 private:
  bool on_;
  bool drawn_ = false;
  int64_t last_ms_ = -1000;
};

}  // namespace herald::cli
