#include "intake/intake.h"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "intake/stream.h"

namespace herald::intake {
namespace {

namespace fs = std::filesystem;

constexpr size_t kSniff = 4096;
constexpr size_t kMaxFile = size_t{32} << 20;  // bytes of a file that is one report, unpacked
constexpr size_t kMaxLine = size_t{40} << 20;  // a page of 32 MB and its escapes

Error refuse(std::string what, const std::string& origin, std::string hint) {
  return {.what = std::move(what), .origin = origin, .offset = {}, .line = {}, .hint = std::move(hint)};
}

struct Magic {
  std::string_view bytes;
  std::string_view form;
};
constexpr std::array kBinary = std::to_array<Magic>({
    {"%PDF", "a PDF document"},
    {"PK\x03\x04", "a zip or office document"},
    {"\x89PNG", "a picture"},
    {"\xFF\xD8\xFF", "a picture"},
    {"GIF8", "a picture"},
    {"\x7F"
     "ELF",
     "a program"},
    {"SQLite format 3", "a database"},
    {"\xD0\xCF\x11\xE0", "an office document"},
    {"BZh", "bzip2 data"},
    {"\xFD"
     "7zXZ",
     "xz data"},
    {"7z\xBC\xAF", "7z data"},
});

enum class Form { json, html, feed, warc, text };

bool is_html(const std::string& head) {
  for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body"})
    if (head.find(tag) != std::string::npos) return true;
  const size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string::npos || head[first] != '<') return false;
  for (const std::string_view tag :
       {"<title", "<meta", "<div", "<p>", "<p ", "<article", "<h1", "<section", "<main", "<table", "<span", "<!--", "<script", "<header"})
    if (std::string_view(head).substr(first).starts_with(tag)) return true;
  return false;
}

// By the first bytes, a byte order mark left out.
Form form_of(std::string_view head) {
  if (head.starts_with("WARC/")) return Form::warc;
  std::string s = base::lower_ascii(head);
  // A page in UTF-16 shows its letters between zero bytes.
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) std::erase(s, '\0');
  const size_t first = s.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF");
  if (first == std::string::npos) return Form::text;
  if (s[first] == '{') return Form::json;
  if (s.find("<rss") != std::string::npos || s.find("<feed") != std::string::npos || s.find("<rdf:rdf") != std::string::npos)
    if (s[first] == '<' && !is_html(s.substr(0, s.find("<feed")))) return Form::feed;
  if (is_html(s)) return Form::html;
  return Form::text;
}

void read_json_lines(Reader& reader, const std::string& origin, const Sink& sink) {
  uint64_t number = 0;
  while (auto line = reader.line(kMaxLine)) {
    ++number;
    std::string_view body = *line;
    if (number == 1 && body.starts_with("\xEF\xBB\xBF")) body.remove_prefix(3);
    if (base::trim(body).empty()) continue;
    if (body.size() > kMaxLine) {
      Error e = refuse("a line of more than 40 MB", origin, "split it into its reports");
      e.line = number;
      sink(std::move(e));
      continue;
    }
    if (number == 1 && (base::trim(body) == "{" || base::trim(body) == "[")) {
      Error e = refuse("JSON spread over many lines", origin, "write one object a line");
      e.line = number;
      sink(std::move(e));
      return;
    }
    sink(parse_json_line(body, origin, number));
  }
}

void read_stream(Reader& reader, const std::string& origin, const Sink& sink) {
  const auto broken = [&] {
    if (!reader.error()) return false;
    Error e = *reader.error();
    e.origin = origin;
    sink(std::move(e));
    return true;
  };
  const std::string head(reader.peek(kSniff));
  if (head.empty()) {
    if (!broken()) sink(refuse("empty", origin, "leave it out"));
    return;
  }
  for (const Magic& m : kBinary)
    if (std::string_view(head).starts_with(m.bytes)) {
      sink(refuse("not text but " + std::string(m.form), origin, "give the text, the page or JSON lines"));
      return;
    }
  const Form form = form_of(head);
  if (form == Form::json) {
    read_json_lines(reader, origin, sink);
    broken();
    return;
  }
  const std::string bytes = reader.block(kMaxFile + 1);
  if (broken()) return;
  if (bytes.size() > kMaxFile) {
    sink(refuse("one report of more than 32 MB", origin, "split it into its reports"));
    return;
  }
  const bool wide = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (const size_t zero = bytes.find('\0'); zero != std::string::npos && !wide) {
    Error e = refuse("not text: it holds zero bytes", origin, "give the text, the page or JSON lines");
    e.offset = zero;
    sink(std::move(e));
    return;
  }
  if (base::trim(bytes).empty()) {
    sink(refuse("empty", origin, "leave it out"));
    return;
  }
  if (form == Form::html)
    sink(parse_html(bytes, origin, {}, {}));
  else
    sink(parse_text(bytes, origin));
}

}  // namespace

void read_input(const fs::path& path, const Sink& sink) {
  std::error_code code;
  if (path != "-" && fs::is_directory(path, code)) {
    std::vector<fs::path> entries;
    for (auto it = fs::directory_iterator(path, code); !code && it != fs::directory_iterator(); it.increment(code)) {
      if (it->path().filename().string().starts_with('.')) continue;
      // Links to folders could lead round in a circle; pipes and devices could wait for ever.
      std::error_code ignored;
      if (it->is_regular_file(ignored) || (it->is_directory(ignored) && !it->is_symlink(ignored))) entries.push_back(it->path());
    }
    if (code) sink(refuse(code.message(), path.string(), "check the folder's permissions"));
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) read_input(entry, sink);
    return;
  }
  auto source = open_source(path);
  if (!source) {
    sink(source.error());
    return;
  }
  Reader reader(std::move(*source));
  read_stream(reader, path.string(), sink);
}

}  // namespace herald::intake
