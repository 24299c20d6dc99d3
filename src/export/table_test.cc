#include "export/table.h"

#include <gtest/gtest.h>

namespace herald::exports {
namespace {

const Table kTable{{"place", "killed"}, {{"Kobanî", "12"}, {"Al-Hader, south", "7"}, {"a|b \"c\" <d>", ""}}};

TEST(Table, TextAlignsByCodePointsAndFiguresToTheRight) {
  EXPECT_EQ(to_text(kTable, 0),
            "place            killed\n"
            "Kobanî               12\n"
            "Al-Hader, south       7\n"
            "a|b \"c\" <d>\n");
}

TEST(Table, TextCutsTheWidestColumnToTheWidth) {
  EXPECT_EQ(to_text(kTable, 18),
            "place       killed\n"
            "Kobanî          12\n"
            "Al-Hader,…       7\n"
            "a|b \"c\" <…\n");
}

TEST(Table, CsvQuotesWhatNeedsIt) {
  EXPECT_EQ(to_csv(kTable), "place,killed\nKobanî,12\n\"Al-Hader, south\",7\n\"a|b \"\"c\"\" <d>\",\n");
}

TEST(Table, MarkdownEscapesBars) {
  EXPECT_EQ(to_markdown(kTable), "| place | killed |\n| --- | --- |\n| Kobanî | 12 |\n| Al-Hader, south | 7 |\n| a\\|b \"c\" <d> |  |\n");
}

TEST(Table, HtmlEscapes) {
  EXPECT_NE(to_html(kTable).find("<td>a|b &quot;c&quot; &lt;d&gt;</td>"), std::string::npos);
}

}  // namespace
}  // namespace herald::exports
