// One line of JSON in the contract's input form.
#pragma once

#include <cstdint>
#include <string_view>

#include "herald/report.h"
#include "herald/result.h"

namespace herald::intake {

// {"id", "text" or "html", "headline"?, "published"?, "outlet"?, "url"?, "dateline"?}; other fields are passed over, null counts as absent.
// In `text` single line breaks are white space and blank lines end paragraphs; the body is kept as it is but for white space and mended
// words. The report's pieces map to bytes of the line. A field of the wrong type is an Error that names it.
[[nodiscard]] Result<Report> parse_json_line(std::string_view line, std::string_view origin, uint64_t line_number);

}  // namespace herald::intake
