#include "intake/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <array>
#include <memory>

#include "base/text.h"
#include "base/utf8.h"

namespace herald::intake {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr int kMinConfidence = 10;  // of 100: below it ICU's own manual calls its answer a guess

Error undecodable(std::string what, size_t at) {
  return {.what = std::move(what), .origin = {}, .offset = at, .line = {}, .hint = "save the text as UTF-8 and read it again"};
}

struct Bom {
  std::string_view mark;
  const char* charset;
};
constexpr std::array<Bom, 3> kBoms = {{{"\xEF\xBB\xBF", "UTF-8"}, {"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}};

// Number of bytes that the lead byte promises, 0 where it is none.
size_t promised(unsigned char c) {
  return c >= 0xC2 && c <= 0xDF ? 2 : c >= 0xE0 && c <= 0xEF ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
}

bool is_tail(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Whether text that is not valid UTF-8 was meant to be: it holds whole multi-byte characters, a cut one of three or four bytes, or ends in
// a cut one. `bad` is its first invalid byte.
bool meant_as_utf8(std::string_view s, size_t bad) {
  for (size_t i = 0; i < bad; ++i)
    if (static_cast<unsigned char>(s[i]) >= 0x80) return true;
  const size_t want = promised(static_cast<unsigned char>(s[bad]));
  if (want == 0) return false;
  if (bad + 1 >= s.size()) return true;
  return want > 2 && is_tail(s[bad + 1]);
}

std::string replace_invalid(std::string_view s) {
  std::string out;
  while (!s.empty()) {
    const auto bad = base::first_invalid_utf8(s);
    if (!bad) return out.append(s);
    out.append(s.substr(0, *bad)).append(kReplacement);
    s.remove_prefix(*bad + 1);
    while (!s.empty() && is_tail(s.front())) s.remove_prefix(1);
  }
  return out;
}

// ICU's own text for a charset's bytes; nullopt where ICU has no such charset.
std::optional<Decoded> convert(std::string_view bytes, const char* charset) {
  UErrorCode code = U_ZERO_ERROR;
  // Web pages that say latin-1 mean its superset (WHATWG Encoding Standard).
  const std::string name = base::lower_ascii(charset);
  const char* wanted = name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii" ? "windows-1252" : charset;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> from(ucnv_open(wanted, &code), &ucnv_close);
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> to(ucnv_open("UTF-8", &code), &ucnv_close);
  if (U_FAILURE(code)) return std::nullopt;
  Decoded out;
  out.charset = wanted;
  std::array<UChar, 4096> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  std::array<char, 16384> chunk{};
  const char* source = bytes.data();
  bool first = true;
  do {
    char* target = chunk.data();
    code = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, chunk.data() + chunk.size(), &source, bytes.data() + bytes.size(), pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true, &code);
    first = false;
    out.text.append(chunk.data(), target);
  } while (code == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(code)) return std::nullopt;
  return out;
}

std::optional<std::string> detect(std::string_view bytes) {
  UErrorCode code = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&code), &ucsdet_close);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<int32_t>(bytes.size()), &code);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &code);
  if (U_FAILURE(code) || !match || ucsdet_getConfidence(match, &code) < kMinConfidence) return std::nullopt;
  return std::string(ucsdet_getName(match, &code));
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, std::string_view declared, bool lenient) {
  std::string charset(declared);
  for (const Bom& bom : kBoms) {
    if (!bytes.starts_with(bom.mark)) continue;
    if (std::string_view(bom.charset) != "UTF-8") {
      auto out = convert(bytes.substr(bom.mark.size()), bom.charset);
      if (out) return std::move(*out);
    }
    charset = bom.charset;
    bytes.remove_prefix(bom.mark.size());
    break;
  }
  const auto bad = base::first_invalid_utf8(bytes);
  if (!bad) {
    // ISO-2022-JP and its like are ASCII bytes that mean something else.
    if (!charset.empty() && bytes.find('\x1b') != std::string_view::npos)
      if (auto out = convert(bytes, charset.c_str())) return std::move(*out);
    return Decoded{.text = std::string(bytes), .charset = "UTF-8", .first_replaced = {}};
  }
  const std::string name = base::lower_ascii(charset);
  const bool utf8 = name == "utf-8" || name == "utf8";
  if (utf8 || charset.empty()) {
    if (meant_as_utf8(bytes, *bad)) {
      const size_t want = promised(static_cast<unsigned char>(bytes[*bad]));
      if (want > 0 && *bad + want > bytes.size()) return undecodable("the text breaks off inside a character", *bad);
      if (!lenient) return undecodable("not valid UTF-8", *bad);
      return Decoded{.text = replace_invalid(bytes), .charset = "UTF-8", .first_replaced = *bad};
    }
  } else if (auto out = convert(bytes, charset.c_str())) {
    return std::move(*out);
  }
  if (const auto found = detect(bytes))
    if (auto out = convert(bytes, found->c_str())) return std::move(*out);
  return undecodable("the charset of this byte cannot be told", *bad);
}

std::string meta_charset(std::string_view html) {
  const std::string head = base::lower_ascii(html.substr(0, 2048));
  for (size_t at = head.find("<meta"); at != std::string::npos; at = head.find("<meta", at + 1)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    size_t value = tag.find("charset");
    if (value == std::string_view::npos) continue;
    value = tag.find_first_not_of(" =\t\r\n\"'", value + 7);
    if (value == std::string_view::npos) continue;
    const size_t end = tag.find_first_of(" \"'/;>\t\r\n", value);
    return std::string(tag.substr(value, end == std::string_view::npos ? end : end - value));
  }
  return {};
}

}  // namespace herald::intake
