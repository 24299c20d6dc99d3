#include "intake/json_line.h"

#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base/text.h"
#include "base/utf8.h"
#include "intake/draft.h"
#include "intake/html.h"
#include "intake/page_dates.h"
#include "intake/zones.h"

namespace herald::intake {
namespace {

using nlohmann::json;

// Accepts any JSON and keeps only where it goes wrong; no document is built.
class Checker : public json::json_sax_t {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(size_t) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool key(string_t&) override { return true; }
  bool parse_error(size_t position, const std::string&, const nlohmann::detail::exception&) override {
    at = position;
    return false;
  }
  size_t at = 0;
};

// A top-level value of a valid JSON object: where its first byte lies, and what it is by that.
struct Value {
  size_t begin = 0;
  char first = 'n';
};

std::string_view type_of(char first) {
  switch (first) {
    case '"':
      return "a string";
    case '{':
      return "an object";
    case '[':
      return "a list";
    case 't':
    case 'f':
      return "true or false";
    case 'n':
      return "null";
    default:
      return "a number";
  }
}

size_t end_of_string(std::string_view s, size_t quote) {
  size_t i = quote + 1;
  while (s[i] != '"') i += s[i] == '\\' ? 2 : 1;
  return i;
}

// Undoes the escapes of the string whose opening quote is at `quote`, with the map back to the line.
MappedText unescape(std::string_view s, size_t quote) {
  MappedText out;
  const size_t end = end_of_string(s, quote);
  size_t run = quote + 1;
  for (size_t i = run; i < end;) {
    if (s[i] != '\\') {
      ++i;
      continue;
    }
    out.append(s.substr(run, i - run), run, i);
    const size_t from = i;
    std::string with;
    if (s[i + 1] == 'u') {
      const auto unit = [&](size_t at) { return static_cast<char32_t>(std::stoul(std::string(s.substr(at, 4)), nullptr, 16)); };
      char32_t c = unit(i + 2);
      i += 6;
      if (c >= 0xD800 && c < 0xDC00) {
        c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
        i += 6;
      }
      base::append_utf8(with, c);
    } else {
      static constexpr std::string_view kCodes = "bfnrt";
      static constexpr std::string_view kMeant = "\b\f\n\r\t";
      const size_t code = kCodes.find(s[i + 1]);
      with = code == std::string_view::npos ? s[i + 1] : kMeant[code];
      i += 2;
    }
    out.append(with, from, i);
    run = i;
  }
  out.append(s.substr(run, end - run), run, end);
  return out;
}

// The object's own fields; of a name that stands twice, the last.
std::map<std::string, Value, std::less<>> fields_of(std::string_view s) {
  std::map<std::string, Value, std::less<>> out;
  int depth = 0;
  std::optional<size_t> key;
  for (size_t i = 0; i < s.size(); ++i) {
    const char c = s[i];
    if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      --depth;
    } else if (c == '"') {
      if (depth == 1 && !key) key = i;
      i = end_of_string(s, i);
    } else if (c == ',' && depth == 1) {
      key.reset();
    } else if (c == ':' && depth == 1 && key) {
      const size_t begin = s.find_first_not_of(" \t\r\n", i + 1);
      out[unescape(s, *key).text()] = {.begin = begin, .first = s[begin]};
    }
  }
  return out;
}

}  // namespace

Result<Report> parse_json_line(std::string_view line, std::string_view origin, uint64_t line_number) {
  const auto fail = [&](std::string what, std::optional<uint64_t> offset, std::string hint) {
    return Error{.what = std::move(what), .origin = std::string(origin), .offset = offset, .line = line_number, .hint = std::move(hint)};
  };
  if (const auto bad = base::first_invalid_utf8(line)) return fail("not valid UTF-8", *bad, "write the line as UTF-8");
  Checker checker;
  if (!json::sax_parse(line.begin(), line.end(), &checker)) return fail("not valid JSON", checker.at, "write one JSON object a line");
  const std::string_view body = base::trim(line);
  if (body.empty() || body.front() != '{') return fail("not a JSON object", {}, "write one JSON object a line");
  const auto fields = fields_of(line);
  std::optional<Error> wrong;
  const auto read = [&](std::string_view name) {
    const auto at = fields.find(name);
    if (at == fields.end() || at->second.first == 'n' || wrong) return MappedText();
    if (at->second.first != '"') {
      wrong = fail("field \"" + std::string(name) + "\" is " + std::string(type_of(at->second.first)) + ", not a string", {},
                   "see the input form in docs/contract.md");
      return MappedText();
    }
    return unescape(line, at->second.begin);
  };
  Draft d;
  d.origin = origin;
  d.id = read("id").text();
  d.headline = read("headline");
  d.outlet = base::squeeze(read("outlet").text());
  d.url = read("url").text();
  d.dateline = base::squeeze(read("dateline").text());
  const std::string published = read("published").text();
  const MappedText text = read("text");
  const MappedText html = read("html");
  if (wrong) return *wrong;
  if (text.empty() && html.empty())
    return fail("no text: neither \"text\" nor \"html\" holds any", {}, "give the report's body in one of them");
  if (!published.empty()) {
    d.published = read_date(published, country_of(d.url, d.outlet));
    if (!d.published) d.warnings.push_back("\"published\" is no date: " + published.substr(0, 40));
  }
  if (text.empty()) {
    const auto added = add_page(html, d);
    if (!added) return fail(added.error().what, {}, added.error().hint);
  } else {
    d.verbatim = true;
    d.paragraphs = text.paragraphs();
  }
  d.original = line;
  auto report = finish(std::move(d));
  if (!report) return fail(report.error().what, {}, report.error().hint);
  return report;
}

}  // namespace herald::intake
