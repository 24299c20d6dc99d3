#include "ledger/notices.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <string_view>

#include "base/one_of.h"
#include "base/text.h"

namespace herald::ledger {
namespace {

constexpr int kLeadDays = 3;
constexpr int kNoticeDays = 30;
constexpr int kWritethruRank = 100;
constexpr int kCorrectionRank = 200;
constexpr size_t kMarkBytes = 60;     // marks stand at the front of a headline
constexpr size_t kNoticeBytes = 600;  // and a text that takes a story back says so at once
constexpr size_t kQuotedWords = 3;

// Sorted.
constexpr std::array<std::string_view, 10> kLeads{"ld",     "lds",    "lead",    "leads",   "recasts",
                                                  "refile", "update", "updated", "updates", "writethru"};
constexpr std::array<std::string_view, 6> kCorrections{"clarification", "correct", "corrected", "correction", "corrections", "corrects"};
constexpr std::array<std::string_view, 8> kRetractions{"kill",     "killed",     "retracted", "retraction",
                                                       "retracts", "withdrawal", "withdrawn", "withdraws"};
// Stand among the marks and say nothing of other reports.
constexpr std::array<std::string_view, 13> kBesides{"a",     "advisory",  "alert",  "attention", "bulletin", "editors", "eds",
                                                    "flash", "mandatory", "notice", "story",     "the",      "urgent"};
constexpr std::array<std::string_view, 10> kTakesBack{"kill",     "kills",       "retract",   "retracted", "retracting",
                                                      "retracts", "withdrawing", "withdrawn", "withdraws", "withdrew"};
constexpr std::array<std::string_view, 7> kStories{"article", "dispatch", "item", "piece", "report", "stories", "story"};

std::vector<std::string> words_of(std::string_view text) {
  const std::string folded = base::fold(text);
  std::vector<std::string> out;
  for (const std::string_view word : base::split(folded, ' '))
    if (!word.empty()) out.emplace_back(word);
  return out;
}

// "1st", "2", "3rd".
std::optional<int> ordinal(std::string_view word) {
  int n = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), n);
  if (error != std::errc()) return std::nullopt;
  const std::string_view rest(end, static_cast<size_t>(word.data() + word.size() - end));
  const bool fits = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return fits && n < kWritethruRank ? std::optional<int>(n) : std::nullopt;
}

struct Marks {
  bool lead = false;
  bool correction = false;
  bool retraction = false;
  int number = 0;
};

// Nothing where one of the words is no mark, or none of them is more than a number.
std::optional<Marks> marks_in(std::string_view text) {
  Marks out;
  bool any = false;
  for (const std::string& word : words_of(text)) {
    if (const auto n = ordinal(word)) {
      out.number = *n;
      continue;
    }
    any = true;
    if (base::one_of(word, kLeads)) {
      out.lead = true;
      if (word == "writethru") out.number = std::max(out.number, kWritethruRank);
    } else if (base::one_of(word, kCorrections)) {
      out.correction = true;
    } else if (base::one_of(word, kRetractions)) {
      out.retraction = true;
    } else if (!base::one_of(word, kBesides)) {
      return std::nullopt;
    }
  }
  return any ? std::optional(out) : std::nullopt;
}

// The headline without its marks: those before the last colon or dash that has nothing but marks before it, and those in brackets at the
// end.
std::string_view without_marks(std::string_view headline, Marks& marks) {
  const auto take = [&](const Marks& m) {
    marks = {marks.lead || m.lead, marks.correction || m.correction, marks.retraction || m.retraction, std::max(marks.number, m.number)};
  };
  for (size_t at = std::min(headline.size(), kMarkBytes); at-- > 0;) {
    if (std::string_view(":-)]").find(headline[at]) == std::string_view::npos) continue;
    const auto m = marks_in(headline.substr(0, at));
    if (!m) continue;
    take(*m);
    headline.remove_prefix(at + 1);
    break;
  }
  const size_t open = headline.find_last_of("([");
  if (open != std::string_view::npos && open > 0) {
    if (const auto m = marks_in(headline.substr(open))) {
      take(*m);
      headline = headline.substr(0, open);
    }
  }
  return base::trim(headline);
}

// A wire story is its agency's, whoever prints it.
std::string source_of(const Report& report) {
  return base::fold(report.agencies.size() == 1 ? report.agencies.front() : report.outlet);
}

std::string key_of(const Report& report, std::string_view headline) {
  const std::string folded = base::fold(headline);
  return folded.empty() ? std::string() : source_of(report) + "\n" + folded;
}

// Whatever stands in quotation marks.
std::vector<std::string> quoted(std::string_view text) {
  std::vector<std::string> out;
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kMarks{{{"\"", "\""}, {"“", "”"}, {"‘", "’"}, {"''", "''"}}};
  for (const auto& [open, close] : kMarks) {
    for (size_t from = text.find(open); from != std::string_view::npos;) {
      const size_t begin = from + open.size();
      const size_t end = text.find(close, begin);
      if (end == std::string_view::npos) break;
      out.emplace_back(text.substr(begin, end - begin));
      from = text.find(open, end + close.size());
    }
  }
  std::erase_if(out, [](const std::string& q) { return words_of(q).size() < kQuotedWords; });
  return out;
}

// "Has withdrawn its story", "retracts the report".
bool takes_back(std::string_view text) {
  const std::vector<std::string> words = words_of(text);
  for (size_t i = 0; i < words.size(); ++i) {
    if (!base::one_of(words[i], kTakesBack)) continue;
    const size_t to = std::min(words.size(), i + 5);
    for (size_t j = i + 1; j < to; ++j)
      if (base::one_of(words[j], kStories)) return true;
  }
  return false;
}

}  // namespace

std::string story_of(const Report& report) {
  Marks marks;
  return key_of(report, without_marks(report.headline, marks));
}

Notice notice_of(const Report& report) {
  Notice out;
  Marks marks;
  const std::string_view headline = without_marks(report.headline, marks);
  const std::string_view front = std::string_view(report.text).substr(0, kNoticeBytes);
  if (marks.retraction || (!marks.lead && !marks.correction && takes_back(front))) {
    out = {NoticeKind::retracts, kCorrectionRank, kNoticeDays, {}};
    for (const std::string& story : quoted(front)) out.stories.push_back(key_of(report, story));
    if (marks.retraction) out.stories.push_back(key_of(report, headline));
  } else if (marks.lead || marks.correction) {
    out = {NoticeKind::replaces,
           marks.correction ? kCorrectionRank : std::max(1, marks.number),
           marks.correction ? kNoticeDays : kLeadDays,
           {}};
    out.stories.push_back(key_of(report, headline));
  }
  std::erase(out.stories, std::string());
  if (out.stories.empty()) out = {};
  return out;
}

bool about(const Report& by, const Notice& notice, const Report& report) {
  if (notice.kind == NoticeKind::none || by.id == report.id || !by.published || !report.published) return false;
  const std::string story = story_of(report);
  if (story.empty() || std::find(notice.stories.begin(), notice.stories.end(), story) == notice.stories.end()) return false;
  const auto after = by.published->utc - report.published->utc;
  if (after < std::chrono::seconds(0) || after > std::chrono::days(notice.days)) return false;
  if (after == std::chrono::seconds(0) && notice_of(report).rank >= notice.rank) return false;
  // A line that sets one figure right is its source's next word on it, and tells no story.
  return notice.kind == NoticeKind::retracts || 2 * by.text.size() >= report.text.size();
}

}  // namespace herald::ledger
