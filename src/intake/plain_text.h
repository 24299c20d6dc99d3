// Plain text as a reader copies it from a page or an archive keeps it.
#pragma once

#include <string_view>

#include "herald/report.h"
#include "herald/result.h"

namespace herald::intake {

// Masthead, navigation, sharing and filing lines go out; headline, standfirst, outlet, credits and dates are read from the lines round the
// body. Lines wrapped at one width are joined; otherwise a line is a paragraph. A date in the masthead is the day the page was served and
// is not taken. `bytes` may be in any charset.
[[nodiscard]] Result<Report> parse_text(std::string_view bytes, std::string_view origin);

}  // namespace herald::intake
