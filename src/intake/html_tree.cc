#include "intake/html_tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdlib>
#include <map>

#include "base/text.h"
#include "base/utf8.h"

namespace herald::intake {
namespace {

constexpr size_t kMaxPage = size_t{32} << 20;
constexpr int kMaxDepth = 2000;  // real pages stay under 200; the parser's time grows with the square of the depth

// Elements that never hold others, or that the next of their kind closes: left open they do not nest.
bool nests(std::string_view name) {
  static constexpr std::array kFlat = std::to_array<std::string_view>(
      {"area", "base", "br", "col", "embed", "hr",   "img",  "input",  "link", "meta", "param", "source", "track", "wbr",
       "p",    "li",   "dd", "dt",  "html",  "head", "body", "option", "tr",   "td",   "th",    "thead",  "tbody", "tfoot"});
  return std::find(kFlat.begin(), kFlat.end(), name) == kFlat.end();
}

// An upper estimate of how deep the page nests, without parsing it: by name, tags opened and not closed. Stops at the limit.
size_t too_deep_at(std::string_view html) {
  std::map<std::string, int, std::less<>> open;
  int depth = 0;
  for (size_t i = html.find('<'); i != std::string_view::npos && i + 1 < html.size(); i = html.find('<', i)) {
    if (html.substr(i).starts_with("<!--")) {
      i = html.find("-->", i);
      continue;
    }
    const bool close = html[i + 1] == '/';
    const size_t begin = i + (close ? 2 : 1);
    size_t end = begin;
    while (end < html.size() && ((html[end] | 0x20) >= 'a' && (html[end] | 0x20) <= 'z')) ++end;
    while (end > begin && end < html.size() &&
           ((html[end] >= '0' && html[end] <= '9') || html[end] == '-' || html[end] == ':' || (html[end] | 0x20) == 'h'))
      ++end;
    i = std::max(end, i + 1);
    if (end == begin || end - begin > 32) continue;
    const std::string name = base::lower_ascii(html.substr(begin, end - begin));
    const bool foreign = open["svg"] + open["math"] > 0;
    if (!foreign && !nests(name)) continue;
    int& count = open[name];
    if (close) {
      if (count > 0) {
        --count;
        --depth;
      }
      continue;
    }
    // What stands inside these is no markup.
    if (name == "script" || name == "style" || name == "textarea" || name == "title") {
      const std::string stop = "</" + name;
      size_t at = end;
      while (at < html.size() && !base::starts_with_ignore_case(html.substr(at, stop.size()), stop)) {
        at = html.find('<', at + 1);
        if (at == std::string_view::npos) return std::string_view::npos;
      }
      i = at + stop.size();
      continue;
    }
    const size_t gt = html.find('>', end);
    if (foreign && gt != std::string_view::npos && html[gt - 1] == '/') continue;
    ++count;
    if (++depth > kMaxDepth) return i;
  }
  return std::string_view::npos;
}

}  // namespace

// The parser's own way to free its nodes recurses; here they are in a list and go one by one.
class HtmlTree::Heap {
 public:
  Heap() = default;
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;
  ~Heap() {
    while (first_) {
      Block* next = first_->next;
      std::free(first_);
      first_ = next;
    }
  }
  static void* allocate(void* heap, size_t size) {
    auto* block = static_cast<Block*>(std::malloc(sizeof(Block) + size));
    if (!block) std::abort();  // an exception must not cross the C parser
    auto* self = static_cast<Heap*>(heap);
    block->before = nullptr;
    block->next = self->first_;
    if (self->first_) self->first_->before = block;
    self->first_ = block;
    return block + 1;
  }
  static void release(void* heap, void* at) {
    if (!at) return;
    Block* block = static_cast<Block*>(at) - 1;
    if (block->before)
      block->before->next = block->next;
    else
      static_cast<Heap*>(heap)->first_ = block->next;
    if (block->next) block->next->before = block->before;
    std::free(block);
  }

 private:
  struct alignas(std::max_align_t) Block {
    Block* before;
    Block* next;
  };
  Block* first_ = nullptr;
};

HtmlTree::HtmlTree(std::unique_ptr<Heap> heap, const char* page) : heap_(std::move(heap)), page_(page) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::parse(std::string_view html) {
  if (html.size() > kMaxPage)
    return Error{.what = "a page of more than 32 MB", .origin = {}, .offset = {}, .line = {}, .hint = "save the article's page alone"};
  if (const size_t at = too_deep_at(html); at != std::string_view::npos)
    return Error{
        .what = "HTML nested more than 2,000 deep", .origin = {}, .offset = at, .line = {}, .hint = "this is no real page; leave it out"};
  HtmlTree out(std::make_unique<Heap>(), html.data());
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Heap::allocate;
  options.deallocator = Heap::release;
  options.userdata = out.heap_.get();
  options.max_errors = 0;
  const GumboOutput* parsed = gumbo_parse_with_options(&options, html.data(), html.size());

  struct Pending {
    const GumboNode* node;
    int32_t parent;
    unsigned next;  // child to visit
    int32_t index;
  };
  std::vector<Pending> stack;
  const auto enter = [&](const GumboNode* node, int32_t parent) {
    const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    const bool text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
    if (!element && !text) return;
    const auto index = static_cast<int32_t>(out.nodes_.size());
    out.nodes_.push_back({.parent = parent, .end = index + 1, .tag = element ? node->v.element.tag : GUMBO_TAG_LAST, .raw = node});
    if (element) stack.push_back({node, parent, 0, index});
  };
  enter(parsed->root, -1);
  while (!stack.empty()) {
    Pending& top = stack.back();
    const GumboVector& children = top.node->v.element.children;
    if (top.next == children.length) {
      out.nodes_[static_cast<size_t>(top.index)].end = static_cast<int32_t>(out.nodes_.size());
      stack.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[top.next++]);
    enter(child, top.index);
  }
  return out;
}

std::string_view HtmlTree::attribute(int32_t node, const char* name) const {
  const HtmlNode& n = nodes_[static_cast<size_t>(node)];
  if (n.is_text()) return {};
  const GumboAttribute* a = gumbo_get_attribute(&n.raw->v.element.attributes, name);
  return a ? std::string_view(a->value) : std::string_view();
}

MappedText HtmlTree::text(int32_t node) const {
  const GumboText& t = nodes_[static_cast<size_t>(node)].raw->v.text;
  const std::string_view words = t.text;
  const std::string_view source(t.original_text.data, t.original_text.length);
  const auto start = static_cast<uint64_t>(t.original_text.data - page_);
  MappedText out;
  size_t w = 0;
  size_t s = 0;
  while (w < words.size() && s < source.size()) {
    size_t same = 0;
    while (w + same < words.size() && s + same < source.size() && words[w + same] == source[s + same] && source[s + same] != '&') ++same;
    out.append(words.substr(w, same), start + s, start + s + same);
    w += same;
    s += same;
    if (w >= words.size() || s >= source.size()) break;
    const uint32_t size = base::code_point_at(words, w).size;
    size_t end = s + 1;
    if (source[s] == '&') {
      // A character reference, or a plain "&".
      while (end < source.size() && (std::isalnum(static_cast<unsigned char>(source[end])) || source[end] == '#')) ++end;
      if (end < source.size() && source[end] == ';') ++end;
      if (words[w] == '&' && !source.substr(s).starts_with("&amp") && !source.substr(s).starts_with("&#")) end = s + 1;
    } else if (source.substr(s).starts_with("\r\n")) {
      end = s + 2;
    } else {
      break;
    }
    out.append(words.substr(w, size), start + s, start + end);
    w += size;
    s = end;
  }
  // Where the walk lost its way (a tag the parser passed over), the rest maps as a whole.
  if (w < words.size()) out.append(words.substr(w), start + std::min(s, source.size()), start + source.size());
  return out;
}

MappedText HtmlTree::all_text(int32_t node) const {
  MappedText out;
  for (int32_t i = node; i < nodes_[static_cast<size_t>(node)].end; ++i) {
    if (nodes_[static_cast<size_t>(i)].is_text())
      out.append(text(i));
    else
      out.append(" ");
  }
  return out.squeezed();
}

std::string_view HtmlTree::raw_text(int32_t node) const {
  const HtmlNode& n = nodes_[static_cast<size_t>(node)];
  if (node + 1 >= n.end || !nodes_[static_cast<size_t>(node) + 1].is_text()) return {};
  return nodes_[static_cast<size_t>(node) + 1].raw->v.text.text;
}

}  // namespace herald::intake
