// News pages: from HTML to a report.
#pragma once

#include <string>
#include <string_view>

#include "herald/report.h"
#include "herald/result.h"
#include "intake/draft.h"

namespace herald::intake {

// What is known of a page from outside it.
struct PageContext {
  std::string url;
  std::string outlet;
};

// The article of a page: metadata of JSON-LD, OpenGraph, meta and time elements and of the lines round the headline; body by the densest
// prose of the tree. `html` is valid UTF-8; pieces map to its bytes.
[[nodiscard]] Result<Draft> read_page(std::string_view html, const PageContext& context);

// Adds what a page says to a draft of which some is known: what the draft has already goes before it. Pieces map to the original of `html`.
[[nodiscard]] Status add_page(const MappedText& html, Draft& draft);

// A page in any charset; `declared` is its HTTP header's charset, empty where unknown.
[[nodiscard]] Result<Report> parse_html(std::string_view bytes, std::string_view origin, std::string_view declared,
                                        const PageContext& context);

}  // namespace herald::intake
