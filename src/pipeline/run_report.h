// What a run came to: counted while it goes, told at its end.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "herald/coded.h"

namespace herald::pipeline {

struct RunReport {
  uint64_t reports = 0;  // coded
  uint64_t words = 0;    // in them
  uint64_t claims = 0;
  uint64_t errors = 0;                       // inputs that could not be read
  std::map<std::string, uint64_t> warnings;  // by what they say, up to the first colon ("not coded: ar" whole)
  bool stopped = false;                      // by the user, before the end of the input
  double seconds = 0;
  double peak_mb = 0;  // of the whole process, resident

  void count(const CodedReport& coded);
  // Lines for people: one of figures, one for each kind of warning.
  [[nodiscard]] std::string text() const;
};

// The warning that the pipeline itself gives; the contract fixes its words.
inline constexpr const char* kNotCoded = "not coded: ";

}  // namespace herald::pipeline
