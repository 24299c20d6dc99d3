// Report: one published text, as intake hands it on. Start of the data flow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "herald/calendar.h"
#include "herald/span.h"

namespace herald {

// A stretch of Report::text and the bytes of the (decoded, UTF-8) original that it came from.
struct SourcePiece {
  Span text;                  // in Report::text
  uint64_t original = 0;      // first byte in the decoded original
  uint64_t original_end = 0;  // one past the last
};

struct Report {
  std::string id;      // the input's own id where it has one, else a hash of the content
  std::string origin;  // path or address it was read from
  std::string url;     // canonical address, where stated
  std::string outlet;
  std::vector<std::string> agencies;  // credited wire agencies, as written: "Reuters", "AFP"
  std::string headline;
  std::string dateline;  // "BAGHDAD, Nov 12 (Reuters)" as the input gives it; empty where none
  std::optional<Moment> published;
  std::optional<Moment> updated;
  std::string language;  // ISO 639-1; "und" where it cannot be told

  // Headline, standfirst and body, boilerplate gone, paragraphs separated by a blank line, valid UTF-8.
  std::string text;
  std::optional<Span> headline_span;    // in text; nullopt where the text has no headline
  std::optional<Span> standfirst_span;  // in text
  std::optional<Span> dateline_span;    // in text, where the dateline stands at the head of the body
  std::vector<SourcePiece> pieces;      // ascending, disjoint; maps text back to the decoded original

  std::string bytes_sha256;  // hash of the original bytes, lower-case hex
  std::string original;      // the original bytes (the JSON line, the page); kept by the ledger as evidence
  std::vector<std::string> warnings;
};

}  // namespace herald
