#include "cli/tree_path.h"

#include <gtest/gtest.h>

namespace herald::cli {
namespace {

// "Rebels who fled were killed": killed is the root; fled hangs on Rebels.
struct Fixture {
  Report report;
  Analysis analysis;
  Fixture() {
    report.text = "Rebels who fled were killed";
    const auto token = [&](const char* word, int32_t head, const char* deprel) {
      Token t;
      t.span.begin = static_cast<uint32_t>(report.text.find(word));
      t.span.end = t.span.begin + static_cast<uint32_t>(std::string_view(word).size());
      t.head = head;
      t.deprel = deprel;
      analysis.tokens.push_back(t);
    };
    token("Rebels", 4, "nsubj:pass");
    token("who", 2, "nsubj");
    token("fled", 0, "acl:relcl");
    token("were", 4, "aux:pass");
    token("killed", -1, "root");
    analysis.sentences = {{{0, 27}, 0, 5}};
  }
  [[nodiscard]] Span at(const char* word) const {
    return analysis.tokens[analysis.token_at(static_cast<uint32_t>(report.text.find(word)))].span;
  }
};

TEST(TreePath, GoesDown) {
  const Fixture f;
  EXPECT_EQ(tree_path(f.report, f.analysis, f.at("killed"), f.at("Rebels")), "killed ─nsubj:pass▸ Rebels");
}

TEST(TreePath, GoesUpAndDown) {
  const Fixture f;
  EXPECT_EQ(tree_path(f.report, f.analysis, f.at("who"), f.at("were")),
            "who ◂nsubj─ fled ◂acl:relcl─ Rebels ◂nsubj:pass─ killed ─aux:pass▸ were");
}

TEST(TreePath, LeadsToTheHeadOfAPhrase) {
  const Fixture f;
  EXPECT_EQ(tree_path(f.report, f.analysis, f.at("killed"), {0, 15}), "killed ─nsubj:pass▸ Rebels");
}

TEST(TreePath, IsEmptyWithinOneWord) {
  const Fixture f;
  EXPECT_EQ(tree_path(f.report, f.analysis, f.at("killed"), f.at("killed")), "");
}

}  // namespace
}  // namespace herald::cli
