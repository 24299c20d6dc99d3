#include "intake/intake.h"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "intake/feed.h"
#include "intake/stream.h"
#include "intake/warc.h"

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

constexpr std::array<std::string_view, 4> kHtml = {"<!doctype html", "<html", "<head", "<body"};

enum class Form { json, html, feed, warc, other_xml, text };

// Name of the first element of a page or XML document, in lower case; empty where none begins it.
std::string_view root_of(std::string_view s) {
  for (;;) {
    s = base::trim(s);
    const std::string_view close = s.starts_with("<!--") ? "-->" : s.starts_with("<?") ? "?>" : s.starts_with("<!") ? ">" : "";
    if (close.empty()) break;
    const size_t end = s.find(close);
    s = end == std::string_view::npos ? std::string_view() : s.substr(end + close.size());
  }
  if (!s.starts_with('<')) return {};
  return s.substr(1, std::min(s.find_first_of(" \t\r\n/>"), s.size()) - 1);
}

bool is_html(std::string_view head, std::string_view root) {
  for (const std::string_view tag :
       {"title", "meta", "div", "p", "article", "h1", "section", "main", "table", "span", "script", "header", "link", "style"})
    if (root == tag) return true;
  return std::any_of(kHtml.begin(), kHtml.end(), [&](std::string_view tag) { return head.find(tag) != std::string_view::npos; });
}

// By the first bytes, a byte order mark left out.
Form form_of(std::string_view head) {
  if (head.starts_with("WARC/")) return Form::warc;
  std::string lower = base::lower_ascii(head);
  // A page in UTF-16 shows its letters between zero bytes.
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) std::erase(lower, '\0');
  const size_t first = lower.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF");
  if (first == std::string::npos) return Form::text;
  const std::string_view s = std::string_view(lower).substr(first);
  if (s.starts_with('{')) return Form::json;
  const std::string_view root = root_of(s);
  if (root == "rss" || root == "feed" || root == "rdf:rdf") return Form::feed;
  if (is_html(s, root)) return Form::html;
  return s.starts_with("<?xml") ? Form::other_xml : Form::text;
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
  if (form == Form::warc) {
    read_warc(reader, origin, sink);
    broken();
    return;
  }
  if (form == Form::other_xml)
    return sink(refuse("XML that is neither a page nor a feed", origin, "give the text, the page or JSON lines"));
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
  if (form == Form::html) return sink(parse_html(bytes, origin, {}, {}));
  if (form == Form::feed) return read_feed(bytes, origin, sink);
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
