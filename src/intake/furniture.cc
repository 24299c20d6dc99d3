#include "intake/furniture.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace herald::intake {
namespace {

// Lower case. A line that is one of these, give or take punctuation.
constexpr std::array kWhole = std::to_array<std::string_view>({
    "advertisement",
    "advertising",
    "ad",
    "share",
    "share this",
    "share this article",
    "share this story",
    "share on facebook",
    "share on twitter",
    "tweet",
    "email",
    "print",
    "print this page",
    "save",
    "comments",
    "comment",
    "leave a comment",
    "no comments",
    "post a comment",
    "view comments",
    "follow us",
    "subscribe",
    "subscribe now",
    "sign up",
    "sign in",
    "log in",
    "login",
    "register",
    "search",
    "menu",
    "home",
    "more",
    "read more",
    "load more",
    "see more",
    "show more",
    "related",
    "related articles",
    "related stories",
    "related news",
    "related topics",
    "related content",
    "most read",
    "most popular",
    "trending",
    "trending now",
    "latest news",
    "top stories",
    "recommended",
    "recommended for you",
    "you may also like",
    "you might also like",
    "more from",
    "more on this story",
    "more stories",
    "whatsapp",
    "facebook",
    "twitter",
    "linkedin",
    "google+",
    "pinterest",
    "reddit",
    "telegram",
    "skip to content",
    "skip to main content",
    "back to top",
    "next",
    "previous",
    "close",
    "accept",
    "accept all",
    "accept cookies",
    "i agree",
    "got it",
    "continue reading",
    "continue reading the main story",
    "story continues below advertisement",
    "story continues below",
    "article continues below",
    "facebook twitter linkedin mail",
    "copy link",
    "link copied",
    "listen",
    "listen to article",
    "text size",
    "a a a",
    "photo",
    "video",
    "image",
    "image copyright",
    "getty images",
    "tags",
    "topics",
    "top",
    "font size",
    "get the app",
    "newsletter",
    "newsletters",
    "all rights reserved",
    "terms of use",
    "privacy policy",
    "contact us",
    "about us",
    "sponsored",
    "promoted",
    "ad feedback",
});

// Lower case. A short line that begins so.
constexpr std::array kOpening = std::to_array<std::string_view>({
    "share this",
    "share on",
    "share via",
    "follow us",
    "follow @",
    "click here",
    "read also",
    "also read",
    "read more:",
    "read:",
    "see also",
    "watch:",
    "watch the video",
    "watch video",
    "watch live",
    "related:",
    "related story",
    "related article",
    "recommended:",
    "tags:",
    "topics:",
    "filed under",
    "location:",
    "keywords:",
    "categories:",
    "category:",
    "copyright ",
    "\xC2\xA9",
    "(c) 20",
    "all rights reserved",
    "sign up for",
    "sign up to",
    "subscribe to",
    "download the",
    "download our",
    "get the latest",
    "photo:",
    "image:",
    "image source",
    "image copyright",
    "image caption",
    "photo credit",
    "picture:",
    "media caption",
    "story continues",
    "article continues",
    "we use cookies",
    "this website uses cookies",
    "this site uses cookies",
    "by continuing to use",
    "join our",
    "like us on",
    "last updated on",
    "advertisement ",
    "most read",
    "you may also",
    "you might also",
    "enable javascript",
    "please enable",
    "view comments",
    "comments (",
    "report a typo",
    "print this",
    "email this",
    "short url",
    "permalink",
    "first published:",
    "e-mail the",
});

// The line in lower case without marks at its ends.
std::string key_of(std::string_view line) {
  line = base::trim(line);
  const auto mark = [](char c) { return std::string_view(" \t.:;!|>*+-[]()").find(c) != std::string_view::npos; };
  while (!line.empty() && mark(line.back())) line.remove_suffix(1);
  while (!line.empty() && mark(line.front()) && line.front() != '(') line.remove_prefix(1);
  return base::lower_ascii(line);
}

}  // namespace

bool is_furniture(std::string_view line) {
  if (line.size() > 200) return false;
  const std::string key = key_of(line);
  if (key.empty()) return true;
  if (std::find(kWhole.begin(), kWhole.end(), key) != kWhole.end()) return true;
  return std::any_of(kOpening.begin(), kOpening.end(), [&](std::string_view o) { return key.starts_with(o); });
}

bool is_byline(std::string_view line) {
  line = base::trim(line);
  if (line.size() > 100 || ends_sentence(line)) return false;
  const std::string key = base::lower_ascii(line);
  if (key == "staff reporter" || key == "our correspondent" || key == "news desk" || key == "web desk" || key == "agencies" ||
      key == "staff and agencies")
    return true;
  if (!key.starts_with("by ") && !key.starts_with("by: ")) return false;
  // "By Jane Doe": capitals throughout but for the particles of names.
  size_t small = 0;
  for (const std::string_view word : base::split(line.substr(3), ' '))
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z' && word != "and" && word != "al" && word != "in" && word != "for" &&
        word != "of" && word != "the" && word != "de" && word != "van")
      ++small;
  return small == 0;
}

bool is_navigation(std::string_view line) {
  if (line.size() > 300 || ends_sentence(line)) return false;
  size_t marks = 0;
  for (size_t i = 0; i < line.size(); ++i)
    if (line[i] == '|' || line[i] == '>' || line.substr(i).starts_with("\u00BB") || line.substr(i).starts_with("\u203A") ||
        line.substr(i).starts_with("\u2022"))
      ++marks;
  return marks >= 2 && count_words(line) <= 6 * (marks + 1);
}

bool looks_like_outlet(std::string_view line) {
  static constexpr std::array kWords = std::to_array<std::string_view>(
      {"times",    "post",     "news",     "herald",    "tribune",   "gazette", "guardian", "journal",     "chronicle",
       "star",     "daily",    "mail",     "telegraph", "observer",  "mirror",  "express",  "independent", "standard",
       "monitor",  "courier",  "press",    "today",     "online",    "tv",      "radio",    "review",      "weekly",
       "dispatch", "age",      "bulletin", "record",    "register",  "voice",   "wire",     "network",     "broadcasting",
       "echo",     "examiner", "inquirer", "sentinel",  "advertiser"});
  line = base::trim(line);
  const size_t words = count_words(line);
  if (words == 0 || words > 5 || ends_sentence(line)) return false;
  const std::string key = base::lower_ascii(line);
  if (words == 1 && (key.ends_with(".com") || key.ends_with(".org") || key.ends_with(".net") || key.ends_with(".co.uk"))) return true;
  // Titles stand in capitals: "Daily Star", never "news today of a blast".
  for (const std::string_view word : base::split(line, ' '))
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z' && word != "of" && word != "the" && word != "and") return false;
  const auto parts = base::split(key, ' ');
  return std::any_of(parts.begin(), parts.end(),
                     [](std::string_view w) { return std::find(kWords.begin(), kWords.end(), w) != kWords.end(); });
}

bool ends_sentence(std::string_view text) {
  text = base::trim(text);
  for (;;) {
    if (text.ends_with("\u201D") || text.ends_with("\u2019"))
      text.remove_suffix(3);
    else if (text.ends_with('"') || text.ends_with('\'') || text.ends_with(')') || text.ends_with(']'))
      text.remove_suffix(1);
    else
      break;
  }
  for (const std::string_view stop : {"\u3002", "\uFF1F", "\uFF01", "\u0964", "\u061F", "\u06D4"})
    if (text.ends_with(stop)) return true;
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("\u2026") || text.ends_with(':');
}

size_t count_words(std::string_view text) {
  size_t words = 0;
  size_t signs = 0;
  bool inside = false;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    words += !space && !inside ? 1 : 0;
    inside = !space;
    signs += static_cast<unsigned char>(c) >= 0xE3 && static_cast<unsigned char>(c) <= 0xE9 ? 1 : 0;
  }
  return words + signs / 2;
}

}  // namespace herald::intake
