#include "herald/result.h"

namespace herald {

std::string Error::message() const {
  std::string out = origin;
  if (line) out += (out.empty() ? "line " : ":") + std::to_string(*line);
  if (!out.empty()) out += ": ";
  out += what;
  if (offset) out += " (byte " + std::to_string(*offset) + ")";
  if (!hint.empty()) out += "; " + hint;
  return out;
}

}  // namespace herald
