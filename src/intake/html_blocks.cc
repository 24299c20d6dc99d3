#include "intake/html_blocks.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "intake/draft.h"
#include "intake/furniture.h"

namespace herald::intake {
namespace {

constexpr double kArticleWorth = 60;  // words of prose that make an article element more than a teaser

// Elements that a browser lays out as blocks.
bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_CAPTION:
      return true;
    default:
      return false;
  }
}

// Elements whose text a reader does not see, or that are controls.
bool is_unseen(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_MAP:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_LABEL:
      return true;
    default:
      return false;
  }
}

bool is_aside(GumboTag tag) {
  return tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_FOOTER || tag == GUMBO_TAG_FIGCAPTION ||
         tag == GUMBO_TAG_FIGURE || tag == GUMBO_TAG_CAPTION;
}

// Words of class, id and role: split at marks and where small letters turn to capitals.
std::vector<std::string> hints_of(const HtmlTree& tree, int32_t node) {
  std::vector<std::string> out;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  };
  for (const char* name : {"class", "id", "role", "data-component", "itemprop"}) {
    const std::string_view value = tree.attribute(node, name);
    for (size_t i = 0; i < value.size(); ++i) {
      const char c = value[i];
      const bool upper = c >= 'A' && c <= 'Z';
      if (!upper && !(c >= 'a' && c <= 'z')) {
        flush();
        continue;
      }
      if (upper && i > 0 && value[i - 1] >= 'a' && value[i - 1] <= 'z') flush();
      word += static_cast<char>(c | 0x20);
    }
    flush();
  }
  return out;
}

template <size_t N>
bool any_of(const std::vector<std::string>& hints, const std::array<std::string_view, N>& words) {
  return std::any_of(hints.begin(), hints.end(),
                     [&](const std::string& h) { return std::find(words.begin(), words.end(), h) != words.end(); });
}

// Names that page makers give to what is no article.
constexpr std::array kAsideHints = std::to_array<std::string_view>({
    "comment",
    "comments",
    "commentlist",
    "disqus",
    "footer",
    "sidebar",
    "nav",
    "navbar",
    "navigation",
    "menu",
    "breadcrumb",
    "breadcrumbs",
    "related",
    "recommended",
    "recommendation",
    "recommendations",
    "share",
    "sharing",
    "sharebar",
    "social",
    "addthis",
    "sharedaddy",
    "promo",
    "promos",
    "promotion",
    "newsletter",
    "subscribe",
    "subscription",
    "signup",
    "advert",
    "ad",
    "ads",
    "adsense",
    "advertisement",
    "advertising",
    "sponsor",
    "sponsored",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "popup",
    "modal",
    "overlay",
    "banner",
    "masthead",
    "trending",
    "popular",
    "caption",
    "captions",
    "byline",
    "credit",
    "credits",
    "tags",
    "taglist",
    "toolbar",
    "pagination",
    "pager",
    "outbrain",
    "taboola",
    "login",
    "bio",
    "copyright",
    "readmore",
    "teaser",
    "teasers",
    "carousel",
    "gallery",
    "slideshow",
    "widget",
    "widgets",
    "timestamp",
    "complementary",
    "contentinfo",
    "reactions",
    "poll",
    "quiz",
    "donate",
    "paywall",
    "skip",
    "hidden",
    "printfriendly",
    "hatnote",
    "infobox",
    "contributors",
    "authors",
    "rail",
    "recirc",
    "recirculation",
    "jp",
    "inread",
    "morefrom",
    "mostread",
    "dock",
});

constexpr std::array kBodyHints =
    std::to_array<std::string_view>({"articlebody", "body", "content", "article", "story", "entry", "post", "text", "main"});

bool is_hidden(const HtmlTree& tree, int32_t node) {
  const HtmlNode& n = tree.nodes()[static_cast<size_t>(node)];
  if (gumbo_get_attribute(&n.raw->v.element.attributes, "hidden")) return true;
  std::string style = base::lower_ascii(tree.attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

class Cutter {
 public:
  explicit Cutter(const HtmlTree& tree) : tree_(tree) {}

  std::vector<Block> cut() && {
    const auto count = static_cast<int32_t>(tree_.nodes().size());
    for (int32_t i = 0; i < count;) {
      const HtmlNode& n = tree_.nodes()[static_cast<size_t>(i)];
      while (!open_.empty() && open_.back().end <= i) close();
      while (!links_.empty() && links_.back() <= i) links_.pop_back();
      if (n.is_text()) {
        const size_t before = text_.size();
        text_.append(tree_.text(i));
        if (!links_.empty()) linked_ += base::trim(std::string_view(text_.text()).substr(before)).size();
        ++i;
        continue;
      }
      if (is_unseen(n.tag) || is_hidden(tree_, i)) {
        i = n.end;
        continue;
      }
      if (n.tag == GUMBO_TAG_BR) text_.append("\n");
      if (n.tag == GUMBO_TAG_A) links_.push_back(n.end);
      if (is_block(n.tag)) {
        flush();
        open_.push_back({i, n.end});
      }
      ++i;
    }
    while (!open_.empty()) close();
    flush();
    return std::move(out_);
  }

 private:
  struct Open {
    int32_t node;
    int32_t end;
  };
  void close() {
    flush();
    open_.pop_back();
  }
  void flush() {
    const size_t whole = text_.squeezed().size();
    for (MappedText& p : text_.paragraphs()) {
      Block b;
      b.words = count_words(p.text());
      b.links = whole == 0 ? 0 : std::min(1.0, static_cast<double>(linked_) / static_cast<double>(whole));
      b.node = open_.empty() ? 0 : open_.back().node;
      b.tag = tag_of(b.node);
      b.text = std::move(p);
      out_.push_back(std::move(b));
    }
    text_ = {};
    linked_ = 0;
  }
  // The nearest element that says what kind of text this is.
  [[nodiscard]] GumboTag tag_of(int32_t node) const {
    for (int32_t n = node, up = 0; n >= 0 && up < 4; n = tree_.nodes()[static_cast<size_t>(n)].parent, ++up) {
      const GumboTag tag = tree_.nodes()[static_cast<size_t>(n)].tag;
      if (tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_SECTION)
        return tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN ? GUMBO_TAG_DIV : tag;
    }
    return GUMBO_TAG_DIV;
  }

  const HtmlTree& tree_;
  std::vector<Open> open_;
  std::vector<int32_t> links_;  // ends of the links that are open
  MappedText text_;
  size_t linked_ = 0;
  std::vector<Block> out_;
};

bool is_heading(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
}

// Whether a block reads like sentences.
bool is_prose(const Block& b) {
  return b.links < 0.5 && !is_heading(b.tag) && (b.words >= 20 || (b.words >= 6 && ends_sentence(b.text.text())));
}

// What a block adds to an article that holds it: its words of prose; less than nothing for what only stands round articles.
double worth(const Block& b) {
  const auto words = static_cast<double>(b.words);
  if (is_heading(b.tag)) return b.links > 0.5 ? -6 : 0;
  if (b.links >= 0.5) return -4 - words * 0.5;
  if (is_prose(b)) return words * (1 - 1.5 * b.links) * (b.tag == GUMBO_TAG_LI ? 0.6 : 1.0);
  if (b.tag == GUMBO_TAG_P) return 0;
  return -2 - words * 0.2;
}

// A heading under which other people's words or other articles follow: "Top Rated Comments", "Related stories".
bool is_end(const Block& b) {
  static constexpr std::array kEnds = std::to_array<std::string_view>(
      {"comment", "comments", "related", "recommended", "trending", "popular", "newsletter", "newsletters"});
  if (b.words > 5 || (!is_heading(b.tag) && b.tag != GUMBO_TAG_P && b.tag != GUMBO_TAG_DIV)) return false;
  const std::string key = comparable(b.text.text());
  for (const std::string_view opening :
       {"you may also", "you might also", "more from", "more stories", "read next", "up next", "leave a reply", "what to read next"})
    if (key.starts_with(opening)) return true;
  if (!is_heading(b.tag)) return false;
  const auto words = base::split(key, ' ');
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view w) { return std::find(kEnds.begin(), kEnds.end(), w) != kEnds.end(); });
}

// One past the last node of what a heading heads: the smallest element round it that holds more text behind it.
int32_t section_end(const HtmlTree& tree, const std::vector<Block>& blocks, size_t heading) {
  if (heading + 1 == blocks.size()) return static_cast<int32_t>(tree.nodes().size());
  int32_t n = blocks[heading].node;
  while (n > 0 && tree.nodes()[static_cast<size_t>(n)].end <= blocks[heading + 1].node) n = tree.nodes()[static_cast<size_t>(n)].parent;
  return tree.nodes()[static_cast<size_t>(n)].end;
}

// Of the blocks in the article's element those that are its text: from the headline on, without lines of furniture, lists of links, and
// headings that head nothing.
std::vector<size_t> trimmed(const HtmlTree& tree, const std::vector<Block>& blocks, const std::vector<size_t>& inside,
                            std::optional<size_t> headline) {
  const auto prose = [&](size_t b) { return is_prose(blocks[b]) && !is_furniture(blocks[b].text.text()); };
  const auto first = std::find_if(inside.begin(), inside.end(),
                                  [&](size_t b) { return prose(b) && (!headline || b > *headline || inside.back() <= *headline); });
  std::vector<size_t> out;
  int32_t skip_until = 0;
  for (auto at = first; at != inside.end(); ++at) {
    const Block& b = blocks[*at];
    const std::string& s = b.text.text();
    if (b.node < skip_until) continue;
    if (is_end(b)) {
      // Comments come last; a box of related stories may stand inside.
      if (!out.empty() && comparable(s).find("comment") != std::string::npos) break;
      skip_until = section_end(tree, blocks, *at);
      continue;
    }
    if (headline == *at || is_furniture(s) || is_byline(s)) continue;
    const bool listed =
        b.tag == GUMBO_TAG_LI || b.tag == GUMBO_TAG_TD || b.tag == GUMBO_TAG_DD || b.tag == GUMBO_TAG_DT || b.tag == GUMBO_TAG_TH;
    if (b.links >= 0.8 && b.words > 0) continue;
    if (prose(*at) || is_heading(b.tag) || listed || b.tag == GUMBO_TAG_P || b.tag == GUMBO_TAG_BLOCKQUOTE || b.tag == GUMBO_TAG_PRE)
      out.push_back(*at);
  }
  while (!out.empty() && !prose(out.back())) out.pop_back();
  return out;
}

}  // namespace

std::vector<Block> cut_blocks(const HtmlTree& tree) {
  std::vector<Block> blocks = Cutter(tree).cut();
  const size_t count = tree.nodes().size();
  // Words of prose under each node, by sums over the document order.
  std::vector<double> sum(count + 1);
  for (const Block& b : blocks)
    if (is_prose(b)) sum[static_cast<size_t>(b.node) + 1] += static_cast<double>(b.words);
  for (size_t i = 0; i < count; ++i) sum[i + 1] += sum[i];
  const double all = sum[count];
  std::vector<char> aside(count);
  std::vector<int32_t> heads;
  for (size_t i = 0; i < count; ++i)
    if (tree.nodes()[i].tag == GUMBO_TAG_H1) heads.push_back(static_cast<int32_t>(i));
  for (size_t i = 0; i < count; ++i) {
    const HtmlNode& n = tree.nodes()[i];
    if (n.parent >= 0 && aside[static_cast<size_t>(n.parent)]) {
      aside[i] = 1;
      continue;
    }
    if (n.is_text() || n.tag == GUMBO_TAG_HTML || n.tag == GUMBO_TAG_BODY || n.tag == GUMBO_TAG_MAIN || n.tag == GUMBO_TAG_ARTICLE ||
        n.tag == GUMBO_TAG_P)
      continue;
    const double held = sum[static_cast<size_t>(n.end)] - sum[i];
    // Whatever its name, an element that holds a good part of the page's prose is not beside the article.
    if (held > 0.4 * all) continue;
    const auto head = std::lower_bound(heads.begin(), heads.end(), static_cast<int32_t>(i));
    const bool has_head = head != heads.end() && *head < n.end;
    if (has_head && held > 0) continue;
    if (is_aside(n.tag) || any_of(hints_of(tree, static_cast<int32_t>(i)), kAsideHints)) aside[i] = 1;
  }
  for (Block& b : blocks) b.aside = aside[static_cast<size_t>(b.node)] != 0;
  return blocks;
}

std::vector<size_t> choose_body(const HtmlTree& tree, const std::vector<Block>& blocks, std::optional<size_t> headline) {
  const size_t count = tree.nodes().size();
  std::vector<double> sum(count + 1);
  for (const Block& b : blocks)
    if (!b.aside) sum[static_cast<size_t>(b.node) + 1] += worth(b);
  for (size_t i = 0; i < count; ++i) sum[i + 1] += sum[i];
  size_t best = 0;
  double most = -1e9;
  for (size_t i = 0; i < count; ++i) {
    const HtmlNode& n = tree.nodes()[i];
    if (n.is_text() || !is_block(n.tag)) continue;
    double score = sum[static_cast<size_t>(n.end)] - sum[i];
    const bool named = n.tag == GUMBO_TAG_ARTICLE || any_of(hints_of(tree, static_cast<int32_t>(i)), kBodyHints);
    if (named && score > 0) score *= 1.1;
    // Of elements that hold the same, the innermost.
    if (score >= most) {
      most = score;
      best = i;
    }
  }
  // A page may go on with other articles: the one under its own headline is meant.
  if (headline) {
    for (int32_t n = blocks[*headline].node; n > static_cast<int32_t>(best); n = tree.nodes()[static_cast<size_t>(n)].parent) {
      const HtmlNode& node = tree.nodes()[static_cast<size_t>(n)];
      if (node.tag != GUMBO_TAG_ARTICLE || sum[static_cast<size_t>(node.end)] - sum[static_cast<size_t>(n)] < kArticleWorth) continue;
      best = static_cast<size_t>(n);
      break;
    }
  }
  std::vector<size_t> inside;
  for (size_t b = 0; b < blocks.size(); ++b)
    if (!blocks[b].aside && blocks[b].node >= static_cast<int32_t>(best) && blocks[b].node < tree.nodes()[best].end) inside.push_back(b);
  return trimmed(tree, blocks, inside, headline);
}

}  // namespace herald::intake
