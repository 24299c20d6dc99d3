#include "cli/lit.h"

#include <algorithm>
#include <vector>

#include "base/text.h"
#include "brief/phrase.h"
#include "cli/terminal.h"
#include "ledger/wording.h"

namespace herald::cli {
namespace {

// How a byte of the text is shown; higher wins where claims overlap.
enum class Light : uint8_t { none, harm, violence, ground, other };

Colour colour_of(Light light) {
  switch (light) {
    case Light::harm:
      return Colour::red;
    case Light::violence:
      return Colour::yellow;
    case Light::ground:
      return Colour::green;
    default:
      return Colour::cyan;
  }
}

Light light_of(ClaimType type) {
  switch (type) {
    case ClaimType::casualties:
      return Light::harm;
    case ClaimType::violence:
      return Light::violence;
    case ClaimType::control:
      return Light::ground;
    default:
      return Light::other;
  }
}

// The words that carry a claim: its trigger and its roles.
std::vector<Span> words_of(const Claim& c) {
  std::vector<Span> out = {c.trigger};
  const auto add = [&](const std::optional<Party>& p) {
    if (p && p->span) out.push_back(*p->span);
  };
  for (const auto* party : {&c.victims, &c.by, &c.holder, &c.from, &c.target, &c.weapon}) add(*party);
  if (c.place && c.place->span) out.push_back(*c.place->span);
  if (c.date && c.date->span) out.push_back(*c.date->span);
  for (const Voice& v : c.source)
    if (v.span) out.push_back(*v.span);
  return out;
}

std::vector<Light> lights(const CodedReport& coded) {
  std::vector<Light> out(coded.report.text.size(), Light::none);
  for (const Claim& c : coded.claims)
    for (const Span& s : words_of(c))
      for (uint32_t i = s.begin; i < s.end && i < out.size(); ++i) out[i] = std::max(out[i], light_of(c.type));
  return out;
}

// Breaks at the last space before `width` columns; code points count as one column each.
class Wrapped {
 public:
  explicit Wrapped(size_t width) : width_(width) {}
  void word(std::string_view plain, const std::string& painted_word) {
    const auto columns = static_cast<size_t>(
        std::count_if(plain.begin(), plain.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    if (column_ > 0 && width_ > 0 && column_ + 1 + columns > width_) newline();
    if (column_ > 0) {
      out_ += ' ';
      ++column_;
    }
    out_ += painted_word;
    column_ += columns;
  }
  void newline() {
    out_ += '\n';
    column_ = 0;
  }
  std::string take() { return std::move(out_); }

 private:
  size_t width_;
  size_t column_ = 0;
  std::string out_;
};

std::string lit_word(std::string_view word, const Light* light, bool colour) {
  std::string out;
  for (size_t i = 0; i < word.size();) {
    size_t end = i + 1;
    while (end < word.size() && light[end] == light[i]) ++end;
    const std::string_view piece = word.substr(i, end - i);
    out += light[i] == Light::none ? std::string(piece) : painted(piece, colour_of(light[i]), colour);
    i = end;
  }
  return out;
}

std::string lit_text(const CodedReport& coded, size_t width, bool colour) {
  const std::string& text = coded.report.text;
  const std::vector<Light> light = lights(coded);
  Wrapped out(width);
  for (size_t i = 0; i < text.size();) {
    if (text[i] == '\n' || text[i] == ' ') {
      if (text[i] == '\n') out.newline();
      ++i;
      continue;
    }
    const size_t end = std::min(text.find_first_of(" \n", i), text.size());
    const std::string_view word = std::string_view(text).substr(i, end - i);
    out.word(word, lit_word(word, &light[i], colour));
    i = end;
  }
  out.newline();
  return out.take();
}

std::string summary_line(const Claim& c, bool colour) {
  std::vector<std::string> parts = {painted(brief::claim_words(c), colour_of(light_of(c.type)), colour)};
  if (c.place) parts.push_back(brief::place_words(c.place->place));
  if (c.date) parts.push_back(brief::date_words(c.date));
  if (!c.source.empty()) parts.push_back(ledger::according_to(c.source.back().name, false));
  return "  " + base::join(parts, " · ") + ' ' + painted('#' + c.id, Colour::dim, colour) + '\n';
}

}  // namespace

std::string lit_words(const std::string& text, const Span& span, const Claim& claim, bool colour) {
  std::string marked;
  const Light light = light_of(claim.type);
  const std::vector<Span> lit = colour ? words_of(claim) : std::vector<Span>{claim.trigger};
  bool on = false;
  for (uint32_t i = span.begin; i <= span.end && i <= text.size(); ++i) {
    const bool now = i < span.end && std::any_of(lit.begin(), lit.end(), [&](const Span& s) { return s.contains({i, i + 1}); });
    if (now != on) marked += now ? '\x01' : '\x02';
    on = now;
    if (i < span.end) marked += text[i];
  }
  std::string out;
  std::string piece;
  for (const char c : base::squeeze(marked)) {
    if (c == '\x01') {
      out += piece;
      piece.clear();
    } else if (c == '\x02') {
      out += colour ? painted(piece, colour_of(light), true) : '[' + piece + ']';
      piece.clear();
    } else {
      piece += c;
    }
  }
  return out + piece;
}

std::string lit_report(const CodedReport& coded, size_t width, bool colour) {
  const Report& r = coded.report;
  std::string head = r.id;
  if (!r.outlet.empty()) head += " · " + r.outlet;
  if (r.published) head += " · " + to_iso(*r.published);
  std::string out = painted(head, Colour::dim, colour) + '\n' + lit_text(coded, width, colour) + '\n';
  for (const Claim& c : coded.claims) out += summary_line(c, colour);
  if (coded.claims.empty()) out += "  no claims\n";
  for (const std::string& w : r.warnings) out += "  " + painted(w, Colour::magenta, colour) + '\n';
  return out;
}

}  // namespace herald::cli
