// A person's own coding as a CSV file: one row a claim, under columns of their choice.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "herald/coded.h"
#include "herald/result.h"

namespace herald::exports {

struct OwnReport {
  CodedReport coded;               // without a text where the file has no column for it
  std::vector<std::string> words;  // of each claim, as written; empty where nothing is said
};

struct OwnCoding {
  std::vector<OwnReport> reports;   // in the order in which they come first
  std::vector<std::string> fields;  // that were coded: names of ledger/fields.h
};

// Columns: `report` (its id), `words` (that state the claim, as they stand in the text) and any of ledger::field_names(); `text`,
// `headline`, `outlet`, `dateline` and `published` of the report, said once or in every row. An empty cell leaves its field open; a row
// without a type says that the report was coded. The Error names line and column, not the origin.
[[nodiscard]] Result<OwnCoding> read_own_coding(std::string_view csv);

// Finds the claims' words in the text that the report now has; gives those that it does not have.
[[nodiscard]] std::vector<std::string> find_own_words(OwnReport& report);

}  // namespace herald::exports
