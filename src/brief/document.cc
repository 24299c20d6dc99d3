#include "brief/document.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace herald::brief {
namespace {

constexpr size_t kLabelWidth = 10;

// Columns that UTF-8 text takes, as code points.
size_t columns(std::string_view text) {
  return static_cast<size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void wrap(std::string& out, const std::string& first, const std::string& rest, std::string_view text, size_t width) {
  std::string line = first;
  bool empty = true;
  for (const std::string_view word : base::split(text, ' ')) {
    if (word.empty()) continue;
    if (!empty && columns(line) + 1 + columns(word) > width) {
      out += line + "\n";
      line = rest;
      empty = true;
    }
    if (!empty) line += ' ';
    line += word;
    empty = false;
  }
  out += line + "\n";
}

std::string with_source(const Line& line) {
  return line.source.empty() ? line.text : line.text + " (" + line.source + ")";
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

std::string escape_html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// Characters that Markdown would take for its own.
std::string escape_markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '*' || c == '_' || c == '[' || c == ']' || c == '<' || c == '`' || c == '#') out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

std::string to_text(const Document& document, size_t width) {
  std::string out = upper(document.title) + "\n";
  for (const std::string& line : document.summary) wrap(out, "", "", line, width);
  for (const Section& section : document.sections) {
    out += "\n" + upper(section.title) + "\n";
    if (section.groups.empty()) wrap(out, "  ", "  ", section.nothing, width);
    for (const Group& group : section.groups) {
      if (!group.title.empty()) out += "\n  " + group.title + "\n";
      for (const Entry& entry : group.entries) {
        if (!entry.title.empty()) wrap(out, "    ", "      ", entry.title + (entry.note.empty() ? "" : "  — " + entry.note), width);
        const bool labels = std::any_of(entry.lines.begin(), entry.lines.end(), [](const Line& l) { return !l.label.empty(); });
        for (const Line& line : entry.lines) {
          std::string first = "      ";
          if (labels) first += line.label + std::string(kLabelWidth > columns(line.label) ? kLabelWidth - columns(line.label) : 1, ' ');
          wrap(out, first, std::string(labels ? 6 + kLabelWidth : 8, ' '), with_source(line), width);
        }
      }
    }
  }
  return out;
}

std::string to_markdown(const Document& document) {
  std::string out = "# " + escape_markdown(document.title) + "\n\n";
  for (const std::string& line : document.summary) out += escape_markdown(line) + "\n";
  for (const Section& section : document.sections) {
    out += "\n## " + escape_markdown(section.title) + "\n\n";
    if (section.groups.empty()) out += escape_markdown(section.nothing) + "\n";
    for (const Group& group : section.groups) {
      if (!group.title.empty()) out += "### " + escape_markdown(group.title) + "\n\n";
      for (const Entry& entry : group.entries) {
        if (!entry.title.empty())
          out += "**" + escape_markdown(entry.title) + "**" + (entry.note.empty() ? "" : " — " + escape_markdown(entry.note)) + "\n\n";
        for (const Line& line : entry.lines) {
          out += "- " + (line.label.empty() ? "" : "*" + escape_markdown(line.label) + "* ") + escape_markdown(line.text) +
                 (line.source.empty() ? "" : " (" + escape_markdown(line.source) + ")") + "\n";
        }
        if (!entry.lines.empty()) out += "\n";
      }
    }
  }
  return out;
}

std::string to_html(const Document& document) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escape_html(document.title) +
      "</title>\n<style>body{font:16px/1.5 Georgia,serif;max-width:52em;margin:2em auto;padding:0 1em;color:#222}"
      "h2{border-bottom:1px solid #ccc}h4{margin:1em 0 .2em}ul{margin:0}.note{font-weight:normal;font-style:italic}"
      ".label{display:inline-block;min-width:6em;color:#555}.source{color:#555;font-size:.9em}</style>\n</head>\n<body>\n<h1>" +
      escape_html(document.title) + "</h1>\n";
  for (const std::string& line : document.summary) out += "<p>" + escape_html(line) + "</p>\n";
  for (const Section& section : document.sections) {
    out += "<h2>" + escape_html(section.title) + "</h2>\n";
    if (section.groups.empty()) out += "<p>" + escape_html(section.nothing) + "</p>\n";
    for (const Group& group : section.groups) {
      if (!group.title.empty()) out += "<h3>" + escape_html(group.title) + "</h3>\n";
      for (const Entry& entry : group.entries) {
        if (!entry.title.empty()) {
          out += "<h4>" + escape_html(entry.title) +
                 (entry.note.empty() ? "" : " <span class=\"note\">— " + escape_html(entry.note) + "</span>") + "</h4>\n";
        }
        out += "<ul>\n";
        for (const Line& line : entry.lines) {
          out += "<li>" + (line.label.empty() ? "" : "<span class=\"label\">" + escape_html(line.label) + "</span> ") +
                 escape_html(line.text) + (line.source.empty() ? "" : " <span class=\"source\">(" + escape_html(line.source) + ")</span>") +
                 "</li>\n";
        }
        out += "</ul>\n";
      }
    }
  }
  return out + "</body>\n</html>\n";
}

}  // namespace herald::brief
