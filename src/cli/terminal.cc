#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace herald::cli {
namespace {

constexpr int64_t kRedrawMs = 100;
constexpr size_t kBar = 30;

const char* code_of(Colour colour) {
  switch (colour) {
    case Colour::red:
      return "\x1b[31m";
    case Colour::green:
      return "\x1b[32m";
    case Colour::yellow:
      return "\x1b[33m";
    case Colour::blue:
      return "\x1b[34m";
    case Colour::magenta:
      return "\x1b[35m";
    case Colour::cyan:
      return "\x1b[36m";
    case Colour::dim:
      return "\x1b[2m";
  }
  return "";
}

int64_t now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

bool is_terminal(std::FILE* stream) {
  return ::isatty(::fileno(stream)) == 1;
}

bool wants_colour(std::FILE* stream) {
  const char* none = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return is_terminal(stream) && (!none || !*none) && !(term && std::string_view(term) == "dumb");
}

size_t width_of(std::FILE* stream) {
  winsize size{};
  if (!is_terminal(stream) || ::ioctl(::fileno(stream), TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

std::string painted(std::string_view text, Colour colour, bool on) {
  if (!on) return std::string(text);
  return code_of(colour) + std::string(text) + "\x1b[0m";
}

Progress::Progress() : on_(is_terminal(stderr)) {}

void Progress::show(uint64_t done, std::string_view what, std::optional<double> share) {
  if (!on_ || now_ms() - last_ms_ < kRedrawMs) return;
  last_ms_ = now_ms();
  std::string line = "\r\x1b[K";
  if (share) {
    const auto full = static_cast<size_t>(std::clamp(*share, 0.0, 1.0) * kBar);
    for (size_t i = 0; i < kBar; ++i) line += i < full ? "█" : "░";
    line += ' ';
  }
  line += std::to_string(done) + ' ' + std::string(what);
  std::fwrite(line.data(), 1, line.size(), stderr);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace herald::cli
