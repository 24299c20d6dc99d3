// Events in the columns of other projects, under their own names and in their order: UCDP GED and ACLED.
#pragma once

#include <string>
#include <vector>

#include "export/record.h"
#include "export/table.h"

namespace herald::exports {

// What a form cannot hold of an event, or Herald cannot give the form, is told and not made up.
struct Sheet {
  Table table;
  std::vector<std::string> losses;  // for people, one line each
};

// UCDP GED's 49 columns. It knows lethal events only: those without a death are left out. An event made of others is left out where each of
// them has a row, so that nobody is counted twice. `best` and `low` where no voice closes the count stand in `high` too.
[[nodiscard]] Sheet ged_sheet(const std::vector<Record>& records, const actors::Registry& registry);
// ACLED's 31 columns. `fatalities` is the low bound, as ACLED takes the most conservative figure.
[[nodiscard]] Sheet acled_sheet(const std::vector<Record>& records, const actors::Registry& registry);

// Names of the countries' columns: the state's name in the registry, else the code.
[[nodiscard]] std::string country_name(const std::string& iso, const actors::Registry& registry);

}  // namespace herald::exports
