#include "intake/plain_text.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "intake/charset.h"
#include "intake/credit.h"
#include "intake/draft.h"
#include "intake/furniture.h"
#include "intake/page_dates.h"
#include "intake/zones.h"

namespace herald::intake {
namespace {

constexpr size_t kWidestWrap = 160;  // bytes of a line that was wrapped by a program
constexpr size_t kProseWords = 12;   // words of a line that ends as a sentence, to be the body's first
constexpr size_t kLongWords = 25;    // words of a line that is body whatever its end
constexpr size_t kHeadlineWords = 30;
constexpr size_t kStandfirstWords = 6;  // fewer are a section's name or a place

enum class Kind { text, dates, credit, byline, furniture };

struct Line {
  MappedText text;
  Kind kind = Kind::text;
};

std::vector<MappedText> lines_of(const MappedText& text) {
  std::vector<MappedText> out;
  size_t begin = 0;
  for (size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text.text()[i] != '\n' && text.text()[i] != '\r') continue;
    out.push_back(text.slice(begin, i).squeezed());
    if (i + 1 < text.size() && text.text()[i] == '\r' && text.text()[i + 1] == '\n') ++i;
    begin = i + 1;
  }
  return out;
}

bool begins_lower(const MappedText& line) {
  return !line.empty() && line.text()[0] >= 'a' && line.text()[0] <= 'z';
}

// Whether the lines of one block were one paragraph before a program wrapped them: of like width but for the last, and running on from line
// to line.
bool is_wrapped(const std::vector<MappedText>& block, size_t first) {
  if (block.size() - first < 2) return false;
  size_t widest = 0;
  for (size_t i = first; i < block.size(); ++i) widest = std::max(widest, block[i].size());
  if (widest > kWidestWrap || widest < 30) return false;
  size_t full = 0;
  size_t runs_on = 0;
  for (size_t i = first; i + 1 < block.size(); ++i) {
    full += block[i].size() * 10 >= widest * 6 ? 1 : 0;
    runs_on += begins_lower(block[i + 1]) || !ends_sentence(block[i].text()) ? 1 : 0;
  }
  const size_t inner = block.size() - first - 1;
  const bool lower = std::any_of(block.begin() + static_cast<std::ptrdiff_t>(first) + 1, block.end(), begins_lower);
  return full * 10 >= inner * 8 && runs_on * 10 >= inner * 6 && (lower || inner > 2);
}

MappedText join(const std::vector<MappedText>& block, size_t first) {
  MappedText out;
  for (size_t i = first; i < block.size(); ++i) {
    if (i > first) out.append(" ");
    out.append(block[i]);
  }
  return out;
}

class PlainText {
 public:
  PlainText(std::string_view origin, const MappedText& text) {
    draft_.origin = origin;
    std::vector<MappedText> block;
    for (MappedText& line : lines_of(text)) {
      if (!line.empty()) {
        block.push_back(std::move(line));
      } else {
        take(block);
        block.clear();
      }
    }
    take(block);
  }

  Draft draft() && {
    const size_t body = first_prose();
    const size_t head = headline(body);
    if (head < lines_.size()) draft_.headline = lines_[head].text;
    outlet(head < lines_.size() ? head : body);
    dates(head < lines_.size() ? head : body, body);
    const std::string key = comparable(draft_.headline.text());
    for (size_t i = head < lines_.size() ? head + 1 : body; i < lines_.size(); ++i) {
      if (lines_[i].kind != Kind::text) continue;
      MappedText& text = lines_[i].text;
      // Between headline and body stand the headline once more, names of sections, and the standfirst.
      if (i < body && (comparable(text.text()) == key || count_words(text.text()) < kStandfirstWords)) continue;
      if (i < body && draft_.standfirst.empty())
        draft_.standfirst = std::move(text);
      else
        draft_.paragraphs.push_back(std::move(text));
    }
    drop_trailer();
    for (const Line& line : lines_) {
      if (line.kind == Kind::credit) add(agencies_of_line(line.text.text()));
      if (line.kind == Kind::byline) add(agencies_of_byline(line.text.text()));
    }
    return std::move(draft_);
  }

 private:
  void take(const std::vector<MappedText>& block) {
    if (block.empty()) return;
    // A headline may stand right above its wrapped body.
    for (const size_t first : {size_t{0}, size_t{1}}) {
      if (!is_wrapped(block, first) || (first == 0 && block.size() > 2 && !ends_sentence(block[0].text()) && !begins_lower(block[1]) &&
                                        block[0].size() * 10 < block[1].size() * 7))
        continue;
      if (first == 1) lines_.push_back({block[0], kind_of(block[0])});
      lines_.push_back({join(block, first), Kind::text});
      return;
    }
    for (const MappedText& line : block) lines_.push_back({line, kind_of(line)});
  }

  static Kind kind_of(const MappedText& line) {
    const std::string& s = line.text();
    if (!agencies_of_line(s).empty()) return Kind::credit;
    if (is_byline(s)) return Kind::byline;
    if (read_date_line(s, {}).any()) return Kind::dates;
    if (is_furniture(s) || is_navigation(s)) return Kind::furniture;
    return Kind::text;
  }

  [[nodiscard]] bool is_prose(size_t i) const {
    const size_t words = count_words(lines_[i].text.text());
    return lines_[i].kind == Kind::text && (words >= kLongWords || (words >= kProseWords && ends_sentence(lines_[i].text.text())));
  }

  // First paragraph of the body; where nothing reads like prose, what follows the first line of text, or that line alone.
  [[nodiscard]] size_t first_prose() const {
    for (size_t i = 0; i < lines_.size(); ++i)
      if (is_prose(i)) return i;
    size_t first = lines_.size();
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].kind != Kind::text) continue;
      if (first < lines_.size()) return i;
      if (ends_sentence(lines_[i].text.text())) return i;
      first = i;
    }
    return first;
  }

  // The line of the headline, or lines_.size(): one that stands twice; else the first with as many words as a headline has, behind the
  // outlet's name.
  [[nodiscard]] size_t headline(size_t body) const {
    std::vector<size_t> candidates;
    for (size_t i = 0; i < body; ++i)
      if (lines_[i].kind == Kind::text && count_words(lines_[i].text.text()) <= kHeadlineWords) candidates.push_back(i);
    for (size_t a = 0; a < candidates.size(); ++a)
      for (size_t b = a + 1; b < candidates.size(); ++b)
        if (count_words(lines_[candidates[a]].text.text()) > 2 &&
            comparable(lines_[candidates[a]].text.text()) == comparable(lines_[candidates[b]].text.text()))
          return candidates[a];
    for (const size_t i : candidates)
      if (count_words(lines_[i].text.text()) >= 4 && !looks_like_outlet(lines_[i].text.text())) return i;
    for (auto i = candidates.rbegin(); i != candidates.rend(); ++i)
      if (!looks_like_outlet(lines_[*i].text.text())) return *i;
    return lines_.size();
  }

  void outlet(size_t head) {
    for (size_t i = 0; i < head && i < lines_.size(); ++i)
      if (lines_[i].kind == Kind::text && looks_like_outlet(lines_[i].text.text())) {
        draft_.outlet = lines_[i].text.text();
        return;
      }
  }

  // A date above the headline with a weekday or a clock beside it is the page's own; without those it is taken where no other date stands.
  void dates(size_t head, size_t body) {
    const std::string country = country_of({}, draft_.outlet);
    std::optional<Moment> bare;
    std::optional<Moment> above;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].kind != Kind::dates) continue;
      const DateLine line = read_date_line(lines_[i].text.text(), country);
      if (line.published && !draft_.published) draft_.published = line.published;
      if (line.updated && !draft_.updated && i > head) draft_.updated = line.updated;
      if (!line.bare || line.clock) continue;
      if (i > head && i < body && !bare) bare = line.bare;
      if (i < head && !above && lines_[i].text.text().find("day") == std::string::npos) above = line.bare;
    }
    if (!draft_.published) draft_.published = bare;
    if (!draft_.published) draft_.published = above;
  }

  // Short lines behind the last sentence are links and labels.
  void drop_trailer() {
    auto& p = draft_.paragraphs;
    if (std::none_of(p.begin(), p.end(), [](const MappedText& t) { return ends_sentence(t.text()); })) return;
    while (p.size() > 1 && !ends_sentence(p.back().text()) && count_words(p.back().text()) < kProseWords) p.pop_back();
  }

  void add(const std::vector<std::string>& agencies) { draft_.agencies.insert(draft_.agencies.end(), agencies.begin(), agencies.end()); }

  Draft draft_;
  std::vector<Line> lines_;
};

}  // namespace

Result<Report> parse_text(std::string_view bytes, std::string_view origin) {
  auto decoded = decode(bytes, {}, false);
  if (!decoded) {
    Error e = decoded.error();
    e.origin = origin;
    return e;
  }
  Draft draft = PlainText(origin, MappedText(decoded->text)).draft();
  draft.original = bytes;
  return finish(std::move(draft));
}

}  // namespace herald::intake
