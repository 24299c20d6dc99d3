#include "intake/warc.h"

#include <charconv>
#include <map>
#include <optional>

#include "base/text.h"
#include "intake/html.h"

namespace herald::intake {
namespace {

constexpr size_t kMaxHeader = size_t{1} << 16;
constexpr uint64_t kMaxBody = uint64_t{32} << 20;

using Headers = std::map<std::string, std::string, std::less<>>;  // names in lower case

void add_header(std::string_view line, Headers& out) {
  const size_t colon = line.find(':');
  if (colon != std::string_view::npos)
    out[base::lower_ascii(base::trim(line.substr(0, colon)))] = std::string(base::trim(line.substr(colon + 1)));
}

std::string value(const Headers& headers, std::string_view name) {
  const auto at = headers.find(name);
  return at == headers.end() ? std::string() : at->second;
}

std::optional<uint64_t> number(std::string_view s, int base) {
  uint64_t out = 0;
  const auto [end, code] = std::from_chars(s.data(), s.data() + s.size(), out, base);
  if (code != std::errc() || end == s.data()) return std::nullopt;
  return out;
}

// Takes the chunks of a chunked body together; nullopt where it is not chunked (archives often say so of bodies that they have unchunked).
std::optional<std::string> unchunked(std::string_view s) {
  std::string out;
  for (;;) {
    const size_t line = s.find("\r\n");
    if (line == std::string_view::npos || line > 16) return std::nullopt;
    const auto size = number(s.substr(0, line), 16);
    if (!size || *size > s.size() - line - 2) return std::nullopt;
    if (*size == 0) return out;
    out += s.substr(line + 2, *size);
    s.remove_prefix(line + 2 + *size);
    if (!s.starts_with("\r\n")) return std::nullopt;
    s.remove_prefix(2);
  }
}

std::string charset_of(std::string_view content_type) {
  const std::string lower = base::lower_ascii(content_type);
  const size_t at = lower.find("charset=");
  if (at == std::string::npos) return {};
  const std::string_view rest = std::string_view(lower).substr(at + 8);
  const std::string_view name = base::trim(rest.substr(0, rest.find(';')));
  return std::string(name.substr(name.starts_with('"') ? 1 : 0, name.find('"', 1)));
}

// An HTTP answer: its head and its body, unpacked.
struct Answer {
  bool success = false;
  Headers headers;
  std::string body;
};

Result<Answer> read_answer(std::string_view block) {
  Answer out;
  const size_t first = block.find('\n');
  const auto parts = base::split(base::trim(block.substr(0, first)), ' ');
  out.success = parts.size() > 1 && parts[0].starts_with("HTTP/") && parts[1] == "200";
  size_t at = first == std::string_view::npos ? block.size() : first + 1;
  while (at < block.size()) {
    const size_t end = std::min(block.find('\n', at), block.size());
    const std::string_view line = base::trim(block.substr(at, end - at));
    at = std::min(end + 1, block.size());
    if (line.empty()) break;
    add_header(line, out.headers);
  }
  out.body = block.substr(at);
  if (base::lower_ascii(value(out.headers, "transfer-encoding")) == "chunked")
    if (auto whole = unchunked(out.body)) out.body = std::move(*whole);
  const std::string packed = base::lower_ascii(value(out.headers, "content-encoding"));
  if (packed == "br")
    return Error{.what = "a page packed with brotli", .origin = {}, .offset = {}, .line = {}, .hint = "archive it unpacked"};
  // Gzip and zstd are known by their first bytes; archives keep the header of bodies that they have unpacked.
  Reader reader(source_of(out.body));
  std::string body = reader.block(kMaxBody + 1);
  if (reader.error()) return *reader.error();
  out.body = std::move(body);
  return out;
}

bool is_page(std::string_view content_type) {
  const std::string type = base::lower_ascii(content_type);
  return type.starts_with("text/html") || type.starts_with("application/xhtml");
}

// The page of one record's block; nullopt where it holds none.
std::optional<Result<Report>> read_record(const Headers& record, std::string block) {
  const std::string type = value(record, "warc-type");
  const std::string address = value(record, "warc-target-uri");
  Answer answer;
  if (type == "response") {
    auto read = read_answer(block);
    if (!read) {
      Error e = read.error();
      e.origin = address;
      return e;
    }
    answer = std::move(*read);
    if (!answer.success || !is_page(value(answer.headers, "content-type"))) return std::nullopt;
  } else if (type == "resource" && is_page(value(record, "content-type"))) {
    answer.headers["content-type"] = value(record, "content-type");
    answer.body = std::move(block);
  } else {
    return std::nullopt;
  }
  if (answer.body.size() > kMaxBody)
    return Error{.what = "a page of more than 32 MB", .origin = address, .offset = {}, .line = {}, .hint = "leave it out"};
  return parse_html(answer.body, address, charset_of(value(answer.headers, "content-type")), {.url = address, .outlet = {}});
}

}  // namespace

void read_warc(Reader& reader, const std::string& origin, const std::function<void(Result<Report>)>& sink) {
  const auto fail = [&](std::string what, uint64_t offset) {
    sink(Error{.what = std::move(what), .origin = origin, .offset = offset, .line = {}, .hint = "fetch the archive again: it is damaged"});
  };
  for (;;) {
    std::optional<std::string> line;
    uint64_t start = reader.offset();
    while ((line = reader.line(kMaxHeader)) && line->empty()) start = reader.offset();
    if (!line) return;
    if (!line->starts_with("WARC/")) return fail("no WARC record where one should begin", start);
    Headers record;
    while ((line = reader.line(kMaxHeader)) && !line->empty()) add_header(*line, record);
    const auto length = number(value(record, "content-length"), 10);
    if (!length) return fail("a WARC record without its length", start);
    if (*length > kMaxBody + kMaxHeader) {
      const uint64_t passed = reader.skip(*length);
      const std::string type = value(record, "warc-type");
      if (type == "response" || type == "resource")
        sink(Error{.what = "a record of more than 32 MB",
                   .origin = value(record, "warc-target-uri"),
                   .offset = start,
                   .line = {},
                   .hint = "leave it out"});
      if (passed < *length) return fail("a WARC record breaks off", start);
      continue;
    }
    std::string block = reader.block(*length);
    if (block.size() < *length) {
      // What broke the packed form is told by the caller, who knows it.
      if (!reader.error()) fail("a WARC record breaks off", start);
      return;
    }
    if (auto report = read_record(record, std::move(block))) sink(std::move(*report));
  }
}

}  // namespace herald::intake
