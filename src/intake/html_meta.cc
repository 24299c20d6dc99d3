#include "intake/html_meta.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/one_of.h"
#include "base/text.h"
#include "base/utf8.h"
#include "intake/credit.h"
#include "intake/draft.h"
#include "intake/furniture.h"
#include "intake/page_dates.h"

namespace herald::intake {
namespace {

using base::one_of;

using nlohmann::json;

constexpr int kMaxDepth = 8;  // of JSON-LD; articles stand at most a graph and a list down

// Values may hold markup and character references of their own.
std::string plain(std::string_view value) {
  if (value.find_first_of("<&") == std::string_view::npos || base::first_invalid_utf8(value)) return base::squeeze(value);
  const auto tree = HtmlTree::parse(value);
  return tree ? tree->all_text(0).text() : base::squeeze(value);
}

std::string string_of(const json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
}

// schema.org values may be a name, an object with a name, or a list of either.
void names_of(const json& value, std::vector<std::string>& out, int depth) {
  if (depth > kMaxDepth) return;
  if (value.is_string())
    out.push_back(plain(value.get<std::string>()));
  else if (value.is_object())
    out.push_back(plain(string_of(value, "name")));
  else if (value.is_array())
    for (const json& v : value) names_of(v, out, depth + 1);
}

bool is_article(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  std::vector<std::string> names;
  names_of(*type, names, 0);
  return std::any_of(names.begin(), names.end(), [](const std::string& n) {
    return n.ends_with("Article") || n == "BlogPosting" || n == "LiveBlogPosting" || n == "Report";
  });
}

void read_article(const json& object, std::string_view country, PageMeta& meta) {
  if (meta.headline.empty()) meta.headline = plain(string_of(object, "headline"));
  if (meta.description.empty()) meta.description = plain(string_of(object, "description"));
  if (!meta.published) meta.published = read_date(string_of(object, "datePublished"), country);
  if (!meta.updated) meta.updated = read_date(string_of(object, "dateModified"), country);
  if (const auto p = object.find("publisher"); p != object.end() && meta.site.empty()) {
    std::vector<std::string> names;
    names_of(*p, names, 0);
    if (!names.empty()) meta.site = names.front();
  }
  for (const char* key : {"author", "creator", "sourceOrganization"}) {
    const auto a = object.find(key);
    if (a == object.end()) continue;
    std::vector<std::string> names;
    names_of(*a, names, 0);
    for (const std::string& n : names)
      for (const std::string& agency : agencies_of_byline(n)) meta.agencies.push_back(agency);
  }
}

void read_ld(const json& value, std::string_view country, PageMeta& meta, int depth) {
  if (depth > kMaxDepth) return;
  if (value.is_array()) {
    for (const json& v : value) read_ld(v, country, meta, depth + 1);
  } else if (value.is_object()) {
    if (is_article(value)) read_article(value, country, meta);
    for (const char* key : {"@graph", "mainEntity"})
      if (const auto at = value.find(key); at != value.end()) read_ld(*at, country, meta, depth + 1);
  }
}

// Pages put line breaks inside strings, which JSON forbids; white space does no harm elsewhere.
json lenient(std::string_view text) {
  std::string clean(text);
  for (char& c : clean)
    if (static_cast<unsigned char>(c) < 32) c = ' ';
  return json::parse(clean, nullptr, false, true);
}

void read_meta_element(const HtmlTree& tree, int32_t node, std::string_view country, PageMeta& meta, PageMeta& og) {
  std::string_view name = tree.attribute(node, "property");
  if (name.empty()) name = tree.attribute(node, "name");
  if (name.empty()) name = tree.attribute(node, "itemprop");
  const std::string key = base::lower_ascii(name);
  const std::string_view content = tree.attribute(node, "content");
  if (key.empty() || content.empty()) return;
  const auto fill = [&](std::string& slot) {
    if (slot.empty()) slot = base::squeeze(content);
  };
  if (one_of(key, {"og:title", "twitter:title"}))
    fill(og.og_title);
  else if (key == "og:site_name")
    fill(og.site);
  else if (one_of(key, {"og:description", "description", "twitter:description"}))
    fill(og.description);
  else if (key == "og:url")
    fill(og.url);
  else if (one_of(key, {"article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
                        "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.date",
                        "article.published", "date", "originalpublicationdate", "cxenseparse:recs:publishtime"})) {
    if (!og.published) og.published = read_date(content, country);
  } else if (one_of(key, {"article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "article.updated",
                          "dcterms.modified", "revision_date"})) {
    if (!og.updated) og.updated = read_date(content, country);
  } else if (one_of(key, {"author", "article:author", "dc.source", "source", "byl"})) {
    for (const std::string& agency : agencies_of_byline(content)) meta.agencies.push_back(agency);
  }
}

}  // namespace

PageMeta read_meta(const HtmlTree& tree, std::string_view country) {
  PageMeta meta;  // JSON-LD first, completed by the rest
  PageMeta og;
  for (int32_t i = 0; i < static_cast<int32_t>(tree.nodes().size()); ++i) {
    switch (tree.nodes()[static_cast<size_t>(i)].tag) {
      case GUMBO_TAG_META:
        read_meta_element(tree, i, country, meta, og);
        break;
      case GUMBO_TAG_TITLE:
        if (meta.title.empty()) meta.title = tree.all_text(i).text();
        break;
      case GUMBO_TAG_LINK:
        if (meta.url.empty() && base::lower_ascii(tree.attribute(i, "rel")) == "canonical")
          meta.url = std::string(tree.attribute(i, "href"));
        break;
      case GUMBO_TAG_SCRIPT:
        if (base::lower_ascii(tree.attribute(i, "type")).starts_with("application/ld+json"))
          read_ld(lenient(tree.raw_text(i)), country, meta, 0);
        break;
      default:
        break;
    }
  }
  meta.og_title = og.og_title;
  if (meta.description.empty()) meta.description = og.description;
  // A publisher's registered name is longer than the name a reader knows.
  if (!og.site.empty() && og.site.find("://") == std::string::npos) meta.site = og.site;
  if (meta.url.empty() || !meta.url.starts_with("http")) meta.url = og.url;
  if (!meta.published) meta.published = og.published;
  if (!meta.updated) meta.updated = og.updated;
  return meta;
}

std::string host_of(std::string_view url) {
  const size_t at = url.find("://");
  if (at == std::string_view::npos) return {};
  const std::string_view rest = url.substr(at + 3);
  return base::lower_ascii(rest.substr(0, rest.find_first_of("/:?#")));
}

std::string without_site(std::string_view title, std::string_view site, std::string_view host) {
  static constexpr std::array<std::string_view, 6> kMarks = {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u00BB "};
  std::string out = base::squeeze(title);
  // The host without its marks holds the site's name run together: "dailyherald.example" for "Daily Herald".
  std::string packed_host(host);
  std::erase_if(packed_host, [](char c) { return c == '.' || c == '-'; });
  const auto names_site = [&](std::string_view part) {
    const std::string key = comparable(part);
    std::string packed = key;
    std::erase(packed, ' ');
    if (packed.size() < 2) return true;
    return key == comparable(site) || packed_host.find(packed) != std::string::npos || looks_like_outlet(part);
  };
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view mark : kMarks) {
      const size_t last = out.rfind(mark);
      if (last != std::string::npos && last > 0 && names_site(std::string_view(out).substr(last + mark.size()))) {
        out.resize(last);
        cut = true;
      }
      const size_t first = out.find(mark);
      if (first != std::string::npos && names_site(std::string_view(out).substr(0, first))) {
        out.erase(0, first + mark.size());
        cut = true;
      }
    }
  }
  return out;
}

}  // namespace herald::intake
