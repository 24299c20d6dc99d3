// What a page says of itself to machines: JSON-LD, OpenGraph, meta, title, time and link elements.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "herald/calendar.h"
#include "intake/html_tree.h"

namespace herald::intake {

// Fields are plain text, empty where the page does not say. Sources in the order in which they are believed: JSON-LD (schema.org),
// OpenGraph, others.
struct PageMeta {
  std::string headline;  // JSON-LD "headline"
  std::string og_title;  // og:title or twitter:title
  std::string title;     // title element
  std::string description;
  std::string site;                   // og:site_name, JSON-LD publisher
  std::string url;                    // link rel=canonical, og:url
  std::vector<std::string> agencies;  // agencies among the authors
  std::optional<Moment> published;
  std::optional<Moment> updated;
};

// `country` as country_of gives it, for zones; empty where unknown.
[[nodiscard]] PageMeta read_meta(const HtmlTree& tree, std::string_view country);

// A title less the site's name before or behind a bar or dash: "Town falls to rebels - The Daily Herald".
[[nodiscard]] std::string without_site(std::string_view title, std::string_view site, std::string_view host);

// "www.example.com" of an address; empty where there is none.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace herald::intake
