// What a headline or a notice says of other reports of its source: a new lead or a correction takes their place, a retraction takes them
// back.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "herald/report.h"

namespace herald::ledger {

enum class NoticeKind : uint8_t {
  none,
  replaces,  // "1st Ld-Writethru: ", "CORRECTED - ": tells the story anew
  retracts   // "KILL: ", or a text that says so: the story is taken back
};

struct Notice {
  NoticeKind kind = NoticeKind::none;
  int rank = 0;  // among versions of one moment the higher stands: a plain story 0, leads by their number, corrections over all
  int days = 0;  // so long after the story
  std::vector<std::string> stories;  // what it may be about, as story_of gives it
};

// What a story is known by: who tells it and its headline without such marks. Empty where it has none.
[[nodiscard]] std::string story_of(const Report& report);
[[nodiscard]] Notice notice_of(const Report& report);

// Whether `notice`, which `by` gives, is about `report`.
[[nodiscard]] bool about(const Report& by, const Notice& notice, const Report& report);

}  // namespace herald::ledger
