// An HTML page as a flat tree, parsed as the HTML5 standard says.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "herald/result.h"
#include "intake/mapped_text.h"

namespace herald::intake {

// Nodes stand in document order; the descendants of node n are (n, nodes[n].end).
struct HtmlNode {
  int32_t parent = -1;
  int32_t end = 0;
  GumboTag tag = GUMBO_TAG_UNKNOWN;  // GUMBO_TAG_LAST for text
  const GumboNode* raw = nullptr;

  [[nodiscard]] bool is_text() const { return tag == GUMBO_TAG_LAST; }
};

// Owns the parse. The page's bytes must outlive it.
class HtmlTree {
 public:
  // `html` is valid UTF-8. An Error where the page is larger or nested deeper than any real page is; nothing recurses, whatever the
  // nesting.
  [[nodiscard]] static Result<HtmlTree> parse(std::string_view html);
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  [[nodiscard]] const std::vector<HtmlNode>& nodes() const { return nodes_; }
  // Value of an attribute, empty where the element has none. Valid as long as the tree.
  [[nodiscard]] std::string_view attribute(int32_t node, const char* name) const;
  // Text of a text node, mapped to the page's bytes.
  [[nodiscard]] MappedText text(int32_t node) const;
  // All text under an element, squeezed.
  [[nodiscard]] MappedText all_text(int32_t node) const;
  // The raw content of a script or style element.
  [[nodiscard]] std::string_view raw_text(int32_t node) const;

 private:
  class Heap;
  HtmlTree(std::unique_ptr<Heap> heap, const char* page);
  std::unique_ptr<Heap> heap_;  // holds every node of the parser
  const char* page_;
  std::vector<HtmlNode> nodes_;
};

}  // namespace herald::intake
