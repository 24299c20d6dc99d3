// Names without references, resolved by the report that they stand in.
#pragma once

#include "herald/coded.h"
#include "language/language.h"
#include "pipeline/resources.h"

namespace herald::pipeline {

// Hand-coded claims name places and parties as written. Where a claim's place has no point, or a party or voice no reference, and the
// report's own text names one so, what the mention stage makes of them is taken over; nothing that is set is changed, and
// what the text does not name so stays open. Mentions are filled in where the report has none.
void resolve(CodedReport& coded, const Resources& resources, language::Workspace& workspace);

}  // namespace herald::pipeline
