// Intake: bytes to reports. First stage of the data flow.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "herald/report.h"
#include "herald/result.h"
#include "intake/html.h"
#include "intake/json_line.h"
#include "intake/plain_text.h"

namespace herald::intake {

// Takes each report, or each input that could not be read: the origin, line or byte, and what to do.
using Sink = std::function<void(Result<Report>)>;

// Reads a file, a folder (its files and folders in the order of their names, hidden ones, links to folders and devices left out) or
// standard input ("-"). What a file holds is known by its content, never its name: gzip, zstd or plain; HTML, plain text, JSON lines, WARC,
// RSS or Atom. Lines and records stream; memory is bounded by the largest report allowed, whatever the input. The sink is called in input
// order on the calling thread; one bad report does not stop the rest. Throws nothing but what the sink throws. Distinct calls may run on
// distinct threads.
void read_input(const std::filesystem::path& path_or_dash, const Sink& sink);

}  // namespace herald::intake
