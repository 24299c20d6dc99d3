// A page cut into blocks, and which of them are the article.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "intake/html_tree.h"

namespace herald::intake {

// A run of text that a browser would show as one paragraph, heading, list item or cell.
struct Block {
  MappedText text;             // squeezed, not empty
  int32_t node = 0;            // the block-level element that holds it
  GumboTag tag = GUMBO_TAG_P;  // of that element, or of the list item, heading … it lies in
  size_t words = 0;
  double links = 0;    // share of its bytes inside links, [0, 1]
  bool aside = false;  // lies in an element that by tag, class or role is no part of an article
};

// All visible text of the page, in document order.
[[nodiscard]] std::vector<Block> cut_blocks(const HtmlTree& tree);

// Indices of the blocks that make up the article's body, ascending. `headline` is the block of the headline, nullopt where it
// stands in none.
[[nodiscard]] std::vector<size_t> choose_body(const HtmlTree& tree, const std::vector<Block>& blocks, std::optional<size_t> headline);

}  // namespace herald::intake
