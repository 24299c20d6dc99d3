#include "intake/feed.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.h"
#include "base/utf8.h"
#include "intake/charset.h"
#include "intake/credit.h"
#include "intake/html.h"
#include "intake/html_tree.h"
#include "intake/page_dates.h"
#include "intake/zones.h"

namespace herald::intake {
namespace {

// An element of a feed: [begin, end) with its tags, [inner, inner_end) without. Names keep their prefix, in lower case: "content:encoded".
struct Element {
  std::string name;
  size_t begin = 0;
  size_t end = 0;
  size_t inner = 0;
  size_t inner_end = 0;
};

// Past a comment, CDATA section, declaration or instruction at `at`; `at` itself where there is none.
size_t past_other_markup(std::string_view s, size_t at) {
  struct Pair {
    std::string_view open;
    std::string_view close;
  };
  for (const Pair& p : {Pair{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}}) {
    if (!s.substr(at).starts_with(p.open)) continue;
    const size_t end = s.find(p.close, at + p.open.size());
    return end == std::string_view::npos ? s.size() : end + p.close.size();
  }
  return at;
}

std::string tag_name(std::string_view s, size_t at) {
  const size_t end = std::min(s.find_first_of(" \t\r\n/>", at), s.size());
  return base::lower_ascii(s.substr(at, end - at));
}

// The children of what stands in [begin, end), by counting tags of the same name; markup that does not close ends with its parent.
std::vector<Element> children(std::string_view s, size_t begin, size_t end) {
  std::vector<Element> out;
  s = s.substr(0, end);
  for (size_t i = s.find('<', begin); i < end; i = s.find('<', i)) {
    if (const size_t past = past_other_markup(s, i); past != i) {
      i = past;
      continue;
    }
    Element e{.name = tag_name(s, i + 1), .begin = i, .end = end, .inner = end, .inner_end = end};
    const size_t close = s.find('>', i);
    if (close == std::string_view::npos) break;
    i = close + 1;
    if (e.name.empty()) continue;
    e.inner = i;
    if (s[close - 1] == '/') {
      e.inner_end = e.end = i;
      out.push_back(std::move(e));
      continue;
    }
    size_t depth = 1;
    for (size_t j = s.find('<', i); j < end; j = s.find('<', j)) {
      if (const size_t past = past_other_markup(s, j); past != j) {
        j = past;
        continue;
      }
      const bool closing = s.substr(j).starts_with("</");
      const size_t stop = std::min(s.find('>', j), end - 1);
      if (tag_name(s, j + (closing ? 2 : 1)) == e.name) {
        if (!closing)
          depth += s[stop - 1] == '/' ? 0 : 1;
        else if (--depth == 0) {
          e.inner_end = j;
          e.end = stop + 1;
          break;
        }
      }
      j = stop + 1;
    }
    i = e.end;
    out.push_back(std::move(e));
  }
  return out;
}

// Text of an element: references resolved, CDATA taken as it is, markup (of Atom's xhtml) kept. Positions count from `zero`.
MappedText text_of(std::string_view s, const Element& e, size_t zero) {
  MappedText out;
  static constexpr std::string_view kCdata = "<![CDATA[";
  for (size_t i = e.inner; i < e.inner_end;) {
    if (s.substr(i).starts_with(kCdata)) {
      const size_t from = i + kCdata.size();
      const size_t end = std::min(s.find("]]>", from), e.inner_end);
      out.append(s.substr(from, end - from), from - zero, end - zero);
      i = std::min(end + 3, e.inner_end);
      continue;
    }
    if (s[i] != '&') {
      const size_t end = std::min({s.find('&', i), s.find(kCdata, i), e.inner_end});
      out.append(s.substr(i, end - i), i - zero, end - zero);
      i = end;
      continue;
    }
    const size_t stop = s.substr(0, std::min(i + 12, e.inner_end)).find(';', i);
    const std::string_view name = stop == std::string_view::npos ? std::string_view() : s.substr(i + 1, stop - i - 1);
    std::string with;
    if (name == "lt")
      with = "<";
    else if (name == "gt")
      with = ">";
    else if (name == "amp")
      with = "&";
    else if (name == "quot")
      with = "\"";
    else if (name == "apos")
      with = "'";
    else if (name.starts_with('#')) {
      const bool hex = name.starts_with("#x");
      const std::string digits(name.substr(hex ? 2 : 1));
      const char* known = hex ? "0123456789abcdefABCDEF" : "0123456789";
      const unsigned long c =
          !digits.empty() && digits.find_first_not_of(known) == std::string::npos ? std::stoul(digits, nullptr, hex ? 16 : 10) : 0;
      if (c > 0 && c < 0x110000 && (c < 0xD800 || c > 0xDFFF)) base::append_utf8(with, static_cast<char32_t>(c));
    }
    const size_t end = with.empty() ? i + 1 : stop + 1;
    if (with.empty()) with = "&";
    out.append(with, i - zero, end - zero);
    i = end;
  }
  return out;
}

std::string attribute(std::string_view s, const Element& e, std::string_view name) {
  const std::string_view tag = s.substr(e.begin, e.inner - e.begin);
  const size_t at = tag.find(std::string(" ") + std::string(name) + "=");
  if (at == std::string_view::npos || at + name.size() + 3 > tag.size()) return {};
  const char quote = tag[at + name.size() + 2];
  const size_t from = at + name.size() + 3;
  const size_t end = tag.find(quote, from);
  return end == std::string_view::npos ? std::string() : std::string(tag.substr(from, end - from));
}

bool is_item(const Element& e) {
  return e.name == "item" || e.name == "entry";
}

// Where two sources are at odds, the first that speaks.
void set(std::string& slot, const MappedText& value) {
  if (slot.empty()) slot = base::squeeze(value.text());
}

Result<Report> read_item(std::string_view s, const Element& item, const std::string& origin, const std::string& outlet) {
  Draft d;
  d.origin = origin;
  d.outlet = outlet;
  MappedText content;
  std::string published;
  std::string updated;
  for (const Element& e : children(s, item.inner, item.inner_end)) {
    const MappedText text = text_of(s, e, item.begin);
    if (e.name == "title")
      d.headline = text.squeezed();
    else if (e.name == "link" && (text.empty() || !attribute(s, e, "href").empty())) {
      const std::string rel = attribute(s, e, "rel");
      if (d.url.empty() && (rel.empty() || rel == "alternate")) d.url = attribute(s, e, "href");
    } else if (e.name == "link")
      set(d.url, text);
    else if (e.name == "pubdate" || e.name == "published" || e.name == "dc:date" || e.name == "issued")
      set(published, text);
    else if (e.name == "updated" || e.name == "dcterms:modified")
      set(updated, text);
    else if (e.name == "dc:creator" || e.name == "author" || e.name == "source" || e.name == "dc:source") {
      for (const std::string& a : agencies_of_byline(text.text())) d.agencies.push_back(a);
    } else if ((e.name == "content:encoded" || e.name == "content" || e.name == "description" || e.name == "summary") &&
               text.size() > content.size()) {
      content = text;
    }
  }
  const std::string country = country_of(d.url, d.outlet);
  d.published = read_date(published.empty() ? updated : published, country);
  if (!published.empty()) d.updated = read_date(updated, country);
  // Titles may hold references of HTML inside those of XML.
  if (d.headline.text().find('&') != std::string::npos) {
    const auto tree = HtmlTree::parse(d.headline.text());
    if (tree) d.headline = compose(tree->all_text(0), d.headline);
  }
  d.original = s.substr(item.begin, item.end - item.begin);
  const auto added = add_page(content, d);
  if (!added) {
    // A teaser of a few words has nothing for the search of an article to go by.
    const auto tree = HtmlTree::parse(content.text());
    if (!tree) return Error{.what = tree.error().what, .origin = origin, .offset = item.begin, .line = {}, .hint = tree.error().hint};
    d.paragraphs = {compose(tree->all_text(0), content)};
  }
  auto report = finish(std::move(d));
  if (report) return report;
  Error e = report.error();
  e.offset = item.begin;
  return e;
}

// The encoding of an XML declaration; empty where none.
std::string xml_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, bytes.substr(0, 200).find("?>"));
  const size_t at = head.find("encoding=");
  if (!head.starts_with("<?xml") || at == std::string_view::npos || at + 10 >= head.size()) return {};
  const size_t end = head.find(head[at + 9], at + 10);
  return std::string(head.substr(at + 10, end == std::string_view::npos ? 0 : end - at - 10));
}

}  // namespace

void read_feed(std::string_view bytes, const std::string& origin, const std::function<void(Result<Report>)>& sink) {
  const auto decoded = decode(bytes, xml_encoding(bytes), true);
  if (!decoded) {
    Error e = decoded.error();
    e.origin = origin;
    return sink(std::move(e));
  }
  const std::string_view s = decoded->text;
  std::string outlet;
  size_t items = 0;
  const auto level = [&](size_t begin, size_t end) {
    std::vector<Element> inner = children(s, begin, end);
    for (const Element& e : inner)
      if (e.name == "title" && outlet.empty()) outlet = base::squeeze(text_of(s, e, 0).text());
    for (const Element& e : inner) {
      if (!is_item(e)) continue;
      ++items;
      sink(read_item(s, e, origin, outlet));
    }
    return inner;
  };
  // Atom's entries stand in the root, RSS 2.0's items in its channel, RSS 1.0's beside the channel.
  for (const Element& root : children(s, 0, s.size())) {
    for (const Element& e : children(s, root.inner, root.inner_end))
      if (e.name == "channel") level(e.inner, e.inner_end);
    level(root.inner, root.inner_end);
  }
  if (items == 0) sink(Error{.what = "a feed without items", .origin = origin, .offset = {}, .line = {}, .hint = "is it a feed?"});
}

}  // namespace herald::intake
