#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "intake/credit.h"
#include "intake/draft.h"
#include "intake/language_id.h"
#include "intake/mend.h"

namespace herald::intake {
namespace {

constexpr size_t kIdDigits = 16;
constexpr size_t kMinRepeat = 30;  // bytes of comparable text below which a shared opening is chance

std::string_view without_ellipsis(std::string_view s) {
  for (;;) {
    s = base::trim(s);
    if (!s.ends_with("...") && !s.ends_with("\u2026")) return s;
    s.remove_suffix(3);  // three bytes either way
  }
}

// Whether `opening` says what `body` begins with, possibly cut off in the middle of a word.
bool repeats_opening(std::string_view opening, std::string_view body) {
  const std::string a = comparable(without_ellipsis(opening));
  return a.size() >= kMinRepeat && comparable(body).starts_with(a);
}

// Where the headline ends that opens a paragraph, 0 where none does: the headline's words, then the end or a new sentence.
size_t headline_in(std::string_view headline, std::string_view paragraph) {
  const std::string key = comparable(headline);
  if (key.empty()) return 0;
  if (comparable(paragraph) == key) return paragraph.size();
  if (!paragraph.starts_with(headline)) return 0;
  size_t end = headline.size();
  const bool stopped =
      headline.ends_with('.') || headline.ends_with('?') || headline.ends_with('!') || paragraph[end] == '.' || paragraph[end] == ':';
  if (!stopped) return 0;
  if (paragraph[end] == '.' || paragraph[end] == ':') ++end;
  return end;
}

void drop_repeats(Draft& d) {
  auto& p = d.paragraphs;
  if (d.verbatim) return;
  const std::string head = comparable(d.headline.text());
  while (!p.empty() && !head.empty() && comparable(p.front().text()) == head) p.erase(p.begin());
  if (p.empty()) return;
  if (repeats_opening(d.standfirst.text(), p.front().text())) d.standfirst = {};
  while (p.size() > 1 && repeats_opening(p[0].text(), p[1].text())) p.erase(p.begin());
  if (!d.standfirst.empty() && comparable(d.standfirst.text()) == head) d.standfirst = {};
}

template <typename F>
void each_part(Draft& d, const F& f) {
  f(d.headline);
  f(d.standfirst);
  for (MappedText& p : d.paragraphs) f(p);
}

void credit(Report& r, const std::vector<std::string>& agencies) {
  for (const std::string& a : agencies)
    if (std::find(r.agencies.begin(), r.agencies.end(), a) == r.agencies.end()) r.agencies.push_back(a);
}

// The dateline stands at the head of one of the first paragraphs, behind a byline at most.
void find_dateline_in(Report& r, const std::vector<std::pair<size_t, const MappedText*>>& body) {
  for (size_t i = 0; i < std::min<size_t>(body.size(), 3); ++i) {
    const auto found = find_dateline(body[i].second->text());
    if (!found) continue;
    const auto at = static_cast<uint32_t>(body[i].first);
    r.dateline_span = Span{at + found->span.begin, at + found->span.end};
    if (r.dateline.empty()) r.dateline = found->text;
    credit(r, found->agencies);
    if (found->day && !r.published) r.published = Moment{.utc = *found->day, .offset = {}, .day_only = true};
    return;
  }
}

}  // namespace

std::string comparable(std::string_view text) {
  std::string out;
  bool gap = false;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3;
    // Bytes of typographic marks (U+2000 to U+203F begin E2 80) are no letters.
    const bool tail = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (!letter && !tail) {
      gap = !out.empty();
      continue;
    }
    if (gap) out += ' ';
    gap = false;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  // Quotation marks and dashes differ between copies of one text.
  std::string plain;
  for (size_t i = 0; i < out.size(); ++i) {
    if (out.compare(i, 2, "\xE2\x80") == 0)
      i += 2;
    else
      plain += out[i];
  }
  return plain;
}

Result<Report> finish(Draft d) {
  each_part(d, [](MappedText& t) { t = t.squeezed(); });
  std::erase_if(d.paragraphs, [](const MappedText& p) { return p.empty(); });
  each_part(d, [](MappedText& t) { t = t.edited(mend_encoding(t.text())); });
  drop_repeats(d);
  size_t total = 0;
  each_part(d, [&](const MappedText& t) { total += t.size(); });
  if (d.paragraphs.empty() && d.standfirst.empty())
    return Error{.what = "no text to read", .origin = d.origin, .offset = {}, .line = {}, .hint = "is the report's body in it?"};
  if (total > kMaxText)
    return Error{.what = "one report with more than 4 MB of text",
                 .origin = d.origin,
                 .offset = {},
                 .line = {},
                 .hint = "split it into its reports"};

  Report r;
  std::string sample;
  each_part(d, [&](const MappedText& t) { sample += t.text() + "\n"; });
  r.language = identify_language(sample);
  if (r.language == "en") {
    Vocabulary vocabulary;
    vocabulary.add(sample);
    each_part(d, [&](MappedText& t) { t = t.edited(mend_words(t.text(), vocabulary)); });
  }

  MappedText text;
  const auto lay = [&](const MappedText& part) {
    if (!text.empty()) text.append("\n\n");
    const auto begin = static_cast<uint32_t>(text.size());
    text.append(part);
    return Span{begin, static_cast<uint32_t>(text.size())};
  };
  r.headline = d.headline.text();
  const size_t inside = d.headline.empty() || d.paragraphs.empty() ? 0 : headline_in(d.headline.text(), d.paragraphs.front().text());
  if (inside > 0)
    r.headline_span = Span{0, static_cast<uint32_t>(inside)};
  else if (!d.headline.empty())
    r.headline_span = lay(d.headline);
  if (!d.standfirst.empty()) r.standfirst_span = lay(d.standfirst);
  std::vector<std::pair<size_t, const MappedText*>> body;
  for (const MappedText& p : d.paragraphs) body.emplace_back(lay(p).begin, &p);
  r.text = text.text();
  r.pieces = text.pieces();

  r.origin = d.origin;
  r.url = d.url;
  r.outlet = d.outlet;
  r.dateline = d.dateline;
  r.published = d.published;
  r.updated = d.updated;
  credit(r, d.agencies);
  if (!d.dateline.empty()) {
    const Dateline given = read_dateline(d.dateline);
    credit(r, given.agencies);
    if (given.day && !r.published) r.published = Moment{.utc = *given.day, .offset = {}, .day_only = true};
  }
  find_dateline_in(r, body);
  if (const auto name = agency_of(d.outlet); !name.empty()) credit(r, {std::string(name)});
  r.warnings = std::move(d.warnings);
  if (!r.published) r.warnings.emplace_back("no publication date: relative dates left open");
  // Copies of one text at several outlets must not share an id with different headlines only, so the headline is part of it; layout is not.
  r.id = d.id.empty() ? base::short_hash(comparable(r.text), kIdDigits) : d.id;
  r.bytes_sha256 = base::sha256_hex(d.original);
  r.original = std::move(d.original);
  return r;
}

}  // namespace herald::intake
