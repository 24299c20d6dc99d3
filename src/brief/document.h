// A situation report as a plain structure, and its three renderings.
#pragma once

#include <string>
#include <vector>

namespace herald::brief {

// One thing said, with where it comes from.
struct Line {
  std::string label;  // short, set in a column of its own; may be empty
  std::string text;
  std::string source;  // who, where, when; empty only in summaries of lines that have theirs
};

// What belongs together: one event, one place.
struct Entry {
  std::string title;
  std::string note;  // a word or two beside the title: "disputed"
  std::vector<Line> lines;
};

struct Group {
  std::string title;  // a day; empty where the section has none
  std::vector<Entry> entries;
};

struct Section {
  std::string title;
  std::string nothing;  // said where the section has no groups
  std::vector<Group> groups;
};

struct Document {
  std::string title;
  std::vector<std::string> summary;
  std::vector<Section> sections;
};

// Plain text, wrapped to `width` columns with hanging indents.
[[nodiscard]] std::string to_text(const Document& document, size_t width = 100);
[[nodiscard]] std::string to_markdown(const Document& document);
// A whole page, UTF-8, without scripts or anything from elsewhere.
[[nodiscard]] std::string to_html(const Document& document);

}  // namespace herald::brief
