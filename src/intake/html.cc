#include "intake/html.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "intake/charset.h"
#include "intake/credit.h"
#include "intake/furniture.h"
#include "intake/html_blocks.h"
#include "intake/html_meta.h"
#include "intake/html_tree.h"
#include "intake/page_dates.h"
#include "intake/zones.h"

namespace herald::intake {
namespace {

constexpr size_t kHeadlineWords = 40;
constexpr size_t kNearHeadline = 12;  // blocks behind the headline in which its date, credit and standfirst stand

// Share of the words of `a` that `b` has too, both comparable().
double shared(std::string_view a, std::string_view b) {
  const auto words = base::split(a, ' ');
  const auto other = base::split(b, ' ');
  const auto hits = std::count_if(words.begin(), words.end(),
                                  [&](std::string_view w) { return std::find(other.begin(), other.end(), w) != other.end(); });
  return static_cast<double>(hits) / static_cast<double>(words.size());
}

struct Headline {
  MappedText text;
  std::optional<size_t> block;  // where it stands on the page
};

// The heading on the page that says what the metadata say; else the metadata's; else the page's only first-order heading, or its title.
Headline find_headline(const std::vector<Block>& blocks, const PageMeta& meta, std::string_view host) {
  std::vector<std::string> told;
  for (const std::string& t : {meta.headline, meta.og_title, meta.title})
    if (!t.empty()) told.push_back(without_site(t, meta.site, host));
  Headline out;
  double best = 0.6;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const Block& b = blocks[i];
    if (b.words == 0 || b.words > kHeadlineWords) continue;
    const bool heading = b.tag >= GUMBO_TAG_H1 && b.tag <= GUMBO_TAG_H3;
    const std::string key = comparable(b.text.text());
    for (const std::string& t : told) {
      const std::string want = comparable(t);
      if (want.empty() || (!heading && want != key)) continue;
      const double fit = std::min(shared(key, want), shared(want, key)) +
                         (b.tag == GUMBO_TAG_H1 ? 0.3
                          : heading             ? 0.1
                                                : 0.0) -
                         (b.aside ? 0.3 : 0.0);
      if (fit > best) {
        best = fit;
        out = {b.text, i};
      }
    }
  }
  if (out.block) return out;
  if (!told.empty()) {
    out.text.append(told.front());
    return out;
  }
  for (size_t i = 0; i < blocks.size(); ++i)
    if (blocks[i].tag == GUMBO_TAG_H1 && !blocks[i].aside && blocks[i].words <= kHeadlineWords) return {blocks[i].text, i};
  return out;
}

// The first time element at or behind the headline (or anywhere, where the page marks it as the date of publication).
void read_time_elements(const HtmlTree& tree, int32_t from, std::string_view country, Draft& d) {
  std::optional<Moment> first;
  for (int32_t i = 0; i < static_cast<int32_t>(tree.nodes().size()); ++i) {
    if (tree.nodes()[static_cast<size_t>(i)].tag != GUMBO_TAG_TIME) continue;
    std::string_view value = tree.attribute(i, "datetime");
    const std::string words = tree.all_text(i).text();
    if (value.empty()) value = words;
    const auto m = read_date(value, country);
    if (!m) continue;
    const std::string role = base::lower_ascii(std::string(tree.attribute(i, "itemprop")) + " " + std::string(tree.attribute(i, "class")));
    if (role.find("modified") != std::string::npos || role.find("updated") != std::string::npos) {
      if (!d.updated) d.updated = m;
    } else if (role.find("datepublished") != std::string::npos) {
      if (!d.published) d.published = m;
    } else if (!first && i >= from) {
      first = m;
    }
  }
  if (!d.published) d.published = first;
}

// Dates and credits in the lines round the headline.
void read_lines(const std::vector<Block>& blocks, size_t from, size_t to, std::string_view country, Draft& d) {
  std::optional<Moment> bare;
  for (size_t i = from; i < to; ++i) {
    const std::string& s = blocks[i].text.text();
    if (blocks[i].words > 25) continue;
    for (const std::string& a : agencies_of_line(s)) d.agencies.push_back(a);
    if (is_byline(s))
      for (const std::string& a : agencies_of_byline(s)) d.agencies.push_back(a);
    const DateLine line = read_date_line(s, country);
    // A date by the page's line says more than the day alone that the metadata may give.
    if (line.published && (!d.published || d.published->day_only)) d.published = line.published;
    if (line.updated && (!d.updated || d.updated->day_only)) d.updated = line.updated;
    if (!bare && line.bare) bare = line.bare;
  }
  if (!d.published) d.published = bare;
}

bool is_standfirst(const HtmlTree& tree, const Block& b) {
  static constexpr std::array<std::string_view, 11> kNames = {"standfirst",       "subtitle", "subheadline", "subhead",
                                                              "sub-title",        "dek",      "deck",        "article-summary",
                                                              "article__summary", "p-dek",    "intro-text"};
  for (int32_t n = b.node, up = 0; n >= 0 && up < 2; n = tree.nodes()[static_cast<size_t>(n)].parent, ++up) {
    const std::string names = base::lower_ascii(std::string(tree.attribute(n, "class")) + " " + std::string(tree.attribute(n, "id")) + " " +
                                                std::string(tree.attribute(n, "itemprop")));
    for (const std::string_view k : kNames)
      if (names.find(k) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

Result<Draft> read_page(std::string_view html, const PageContext& context) {
  auto tree = HtmlTree::parse(html);
  if (!tree) return tree.error();
  const PageMeta first_look = read_meta(*tree, country_of(context.url, context.outlet));
  Draft d;
  d.url = context.url.empty() ? first_look.url : context.url;
  const std::string host = host_of(d.url);
  d.outlet = !context.outlet.empty() ? context.outlet : first_look.site;
  if (d.outlet.empty()) d.outlet = host.starts_with("www.") ? host.substr(4) : host;
  const std::string country = country_of(d.url, d.outlet);
  // Zones in the metadata are read with the outlet in mind, which the metadata name.
  const PageMeta meta = read_meta(*tree, country);
  d.published = meta.published;
  d.updated = meta.updated;
  d.agencies = meta.agencies;

  const std::vector<Block> blocks = cut_blocks(*tree);
  const Headline headline = find_headline(blocks, meta, host);
  d.headline = headline.text;
  const std::vector<size_t> body = choose_body(*tree, blocks, headline.block);
  if (body.empty())
    return Error{.what = "no article found in the page",
                 .origin = {},
                 .offset = {},
                 .line = {},
                 .hint = "is its text written by scripts? save the page as shown"};
  const size_t head = headline.block.value_or(body.front() >= kNearHeadline ? body.front() - kNearHeadline : 0);
  const size_t near = std::min({blocks.size(), std::max(body.front(), head + 1), head + 2 * kNearHeadline});
  read_time_elements(*tree, headline.block ? blocks[head].node : 0, country, d);
  read_lines(blocks, head >= 4 ? head - 4 : 0, near, country, d);
  for (size_t i = head; i < near && d.standfirst.empty(); ++i)
    if (i != head && blocks[i].words >= 5 && blocks[i].words <= 80 && blocks[i].links < 0.3 && is_standfirst(*tree, blocks[i]) &&
        std::find(body.begin(), body.end(), i) == body.end())
      d.standfirst = blocks[i].text;
  for (const size_t i : body) d.paragraphs.push_back(blocks[i].text);
  for (const size_t i : body)
    if (blocks[i].words <= 12)
      for (const std::string& a : agencies_of_line(blocks[i].text.text())) d.agencies.push_back(a);
  return d;
}

Status add_page(const MappedText& html, Draft& d) {
  auto found = read_page(html.text(), {.url = d.url, .outlet = d.outlet});
  if (!found) return found.error();
  if (d.headline.empty()) d.headline = compose(found->headline, html);
  if (d.outlet.empty()) d.outlet = found->outlet;
  if (d.url.empty()) d.url = found->url;
  if (!d.published) d.published = found->published;
  if (!d.updated) d.updated = found->updated;
  d.agencies.insert(d.agencies.end(), found->agencies.begin(), found->agencies.end());
  d.standfirst = compose(found->standfirst, html);
  for (const MappedText& p : found->paragraphs) d.paragraphs.push_back(compose(p, html));
  d.warnings.insert(d.warnings.end(), found->warnings.begin(), found->warnings.end());
  return Done{};
}

Result<Report> parse_html(std::string_view bytes, std::string_view origin, std::string_view declared, const PageContext& context) {
  const auto fail = [&](Error e) {
    e.origin = origin;
    return e;
  };
  auto decoded = decode(bytes, declared.empty() ? meta_charset(bytes) : std::string(declared), true);
  if (!decoded) return fail(decoded.error());
  auto draft = read_page(decoded->text, context);
  if (!draft) return fail(draft.error());
  draft->origin = origin;
  draft->original = bytes;
  if (decoded->first_replaced)
    draft->warnings.push_back("bytes that are not valid " + decoded->charset + " were replaced, the first at byte " +
                              std::to_string(*decoded->first_replaced));
  return finish(std::move(*draft));
}

}  // namespace herald::intake
