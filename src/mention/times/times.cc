#include "mention/times/times.h"

#include <algorithm>

#include "mention/numbers/lexer.h"
#include "mention/times/grammar.h"
#include "mention/times/resolve.h"

namespace herald::times {
namespace {

using std::chrono::days;

// A day written out in a dateline, its year taken from publication where the dateline has none.
std::optional<Day> dateline_day(const Report& report) {
  std::string_view text = report.dateline;
  if (text.empty() && report.dateline_span) text = report.dateline_span->in(report.text);
  if (text.empty()) return std::nullopt;
  const auto words = numbers::lex(text, {0, static_cast<uint32_t>(text.size())});
  const std::optional<Day> published = report.published ? std::optional(report.published->day()) : std::nullopt;
  for (const Found& f : Grammar(words).all()) {
    if (f.what.kind != Expression::Kind::calendar || !f.what.month || !f.what.day) continue;
    const Timex t = Resolver(published).resolve(f.what, Tense::past);
    if (t.period.start && t.period.start == t.period.end) return t.period.start;
  }
  return std::nullopt;
}

bool needs_day(const Expression& e) {
  return e.kind == Expression::Kind::calendar && (e.hour || e.part != Part::none) && !e.day && !e.weekday && e.holiday == Holiday::none;
}

Mention mention_of(const Analysis& analysis, uint32_t sentence, const Span& span, Timex timex) {
  Mention m;
  m.span = span;
  m.sentence = sentence;
  const Sentence& s = analysis.sentences[sentence];
  m.first = std::clamp(analysis.token_at(span.begin), s.first, s.last);
  m.last = m.first;
  while (m.last < s.last && analysis.tokens[m.last].span.begin < span.end) ++m.last;
  // The head is the token whose own head lies outside.
  m.head = m.last > m.first ? m.last - 1 : m.first;
  for (uint32_t t = m.first; t < m.last; ++t) {
    const int32_t h = analysis.tokens[t].head;
    if (h < static_cast<int32_t>(m.first) || h >= static_cast<int32_t>(m.last)) {
      if (h >= 0 || analysis.tokens[t].deprel == "root") {
        m.head = t;
        break;
      }
    }
  }
  m.what = std::move(timex);
  return m;
}

// The day that a bare clock time belongs to: the nearest day named in its sentence, those behind it first ("at 9:20 a.m. (0620 GMT)
// Friday").
std::optional<Day> day_beside(const std::vector<Found>& found, const std::vector<std::optional<Timex>>& resolved, size_t at) {
  const auto day_of = [&](size_t i) -> std::optional<Day> {
    if (!resolved[i] || !resolved[i]->period.start || resolved[i]->period.start != resolved[i]->period.end) return std::nullopt;
    if (found[i].what.kind == Expression::Kind::reference) return std::nullopt;
    return resolved[i]->period.start;
  };
  constexpr size_t kNear = 8;
  for (size_t i = at + 1; i < found.size() && found[i].begin <= found[at].end + kNear; ++i)
    if (const auto d = day_of(i)) return d;
  for (size_t i = at; i > 0; --i)
    if (const auto d = day_of(i - 1)) return d;
  return std::nullopt;
}

}  // namespace

std::optional<Day> anchor_day(const Report& report) {
  const auto dateline = dateline_day(report);
  if (!report.published) return dateline;
  const Day published = report.published->day();
  if (dateline && *dateline <= published && published - *dateline <= days{3}) return dateline;
  return published;
}

std::vector<Mention> find_times(const Report& report, const Analysis& analysis) {
  std::vector<Mention> out;
  Resolver resolver(anchor_day(report));
  const auto sentences = numbers::lex(report, analysis);
  for (uint32_t s = 0; s < sentences.size(); ++s) {
    const auto& words = sentences[s];
    const std::vector<Found> found = Grammar(words).all();
    std::vector<std::optional<Timex>> resolved(found.size());
    for (const bool bare : {false, true}) {
      for (size_t i = 0; i < found.size(); ++i) {
        if (needs_day(found[i].what) != bare) continue;
        const Tense tense = tense_at(words, found[i].begin, found[i].end);
        resolved[i] = resolver.resolve(found[i].what, tense, bare ? day_beside(found, resolved, i) : std::nullopt);
      }
    }
    for (size_t i = 0; i < found.size(); ++i) {
      const Span span{words[found[i].begin].span.begin, words[found[i].end - 1].span.end};
      out.push_back(mention_of(analysis, s, span, std::move(*resolved[i])));
    }
  }
  return out;
}

}  // namespace herald::times
