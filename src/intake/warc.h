// WARC 1.0/1.1 (ISO 28500): archives of web pages, as Common Crawl gives them out.
#pragma once

#include <functional>
#include <string>

#include "herald/report.h"
#include "herald/result.h"
#include "intake/stream.h"

namespace herald::intake {

// Reports of the pages among an archive's response and resource records, in order; other records, answers without success and bodies that
// are no HTML are passed over. A report's origin and url are the record's target address, its original the page's bytes, unpacked. The date
// of the crawl is not a date of the report. A record that is broken or too large is one Error; the rest goes on where its end is known.
void read_warc(Reader& reader, const std::string& origin, const std::function<void(Result<Report>)>& sink);

}  // namespace herald::intake
