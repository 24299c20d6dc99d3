// RSS 0.9-2.0 and Atom feeds.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "herald/report.h"
#include "herald/result.h"

namespace herald::intake {

// One report an item or entry, in order: title, link, dates, creators, and the longest of its content, description or summary as a page.
// Outlet is the feed's title. A report's original is its item's bytes in UTF-8. Entities that a document type declares are not expanded; a
// feed without items is an Error.
void read_feed(std::string_view bytes, const std::string& origin, const std::function<void(Result<Report>)>& sink);

}  // namespace herald::intake
